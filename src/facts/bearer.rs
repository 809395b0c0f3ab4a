//! The token by which the request wanted to be let in: how it stands to the clocks, and how it fared before.

use crate::exchange::Request;
use crate::facts::Facts;
use crate::facts::credentials::{Place, Token};
use crate::facts::history::{is_accepted, same_request};
use crate::facts::names::{CookieRole, is_api_key_name};
use crate::http::url::Url;
use crate::token::claims::{Claims, NumericDate};
use crate::token::credential::Kind;
use crate::token::known::Role;

/// A token that stands for a person or an application: neither a password, nor a key, nor a plain session cookie.
#[derive(Clone, Copy, Debug)]
pub struct Bearer<'a> {
    /// Where it stood, and what it is.
    pub token: Token<'a>,
    /// Its claims, if it is a JWT that can be decoded.
    pub claims: Option<&'a Claims>,
}

/// A request that the same host accepted with the same token.
#[derive(Clone, Copy, Debug)]
pub struct Accepted {
    /// How long before the failing request it was sent, in seconds; negative where it was sent after.
    pub before: f64,
    /// Whether it was the same request.
    pub same_request: bool,
}

impl Facts<'_> {
    /// The token that the server was to look at; `None` where none was sent, or where the preflight failed.
    pub fn bearer(&self) -> Option<Bearer<'_>> {
        if self.failing.on_preflight() {
            return None;
        }
        let scheme = self
            .credentials
            .authorization
            .as_ref()
            .and_then(|authorization| authorization.scheme.as_deref());
        let ranked = self
            .credentials
            .tokens()
            .filter_map(|token| rank(&token, scheme).map(|rank| (rank, token)));
        let (_, token) = ranked.min_by_key(|(rank, _)| *rank)?;
        let claims = match &token.credential.kind {
            Kind::Jwt(claims) => Some(claims.as_ref()),
            _ => None,
        };
        Some(Bearer { token, claims })
    }

    /// By how many seconds the token is over by the server's clock, else by the device's; negative before its end.
    pub fn over(&self, claims: &Claims) -> Option<f64> {
        Some(self.clock.now()? - seconds(claims.exp)?)
    }

    /// By how many seconds the token lies in the future of the server's clock, else of the device's.
    pub fn early(&self, claims: &Claims) -> Option<f64> {
        let begins = [claims.nbf, claims.iat].into_iter().filter_map(seconds);
        Some(begins.reduce(f64::max)? - self.clock.now()?)
    }

    /// Whether the token that was sent is over by the server's clock.
    pub fn token_is_over(&self) -> bool {
        self.bearer()
            .and_then(|bearer| self.over(bearer.claims?))
            .is_some_and(|over| over > self.clock.uncertainty)
    }

    /// Whether the token that was sent holds for longer by every clock that can be seen.
    pub fn token_holds(&self) -> bool {
        let Some(end) = self.bearer().and_then(|bearer| seconds(bearer.claims?.exp)) else {
            return false;
        };
        let clocks = [self.clock.server, self.clock.device];
        let mut seen = clocks.into_iter().flatten().peekable();
        seen.peek().is_some() && seen.all(|now| end - now > self.clock.uncertainty)
    }

    /// Where the same host accepted the very same token, the oldest first.
    pub fn accepted_with_it(&self) -> Vec<Accepted> {
        let Some(bearer) = self.bearer() else {
            return Vec::new();
        };
        let failing = self.entry();
        let Some(sent) = carried(&failing.request, &bearer.token) else {
            return Vec::new();
        };
        let Some(started) = failing.started else {
            return Vec::new();
        };
        let others = self.exchange.entries.iter().filter(|entry| {
            is_accepted(entry)
                && Url::parse(&entry.request.url).is_some_and(|url| url.host == self.request.host())
                && carried(&entry.request, &bearer.token).as_deref() == Some(sent.as_str())
        });
        others
            .filter_map(|entry| {
                Some(Accepted {
                    before: started.saturating_sub(entry.started?) as f64 / 1000.0,
                    same_request: same_request(entry, failing),
                })
            })
            .collect()
    }
}

impl Facts<'_> {
    /// The JWT in a query parameter that is called an API key's; keys in the query are short, and only Supabase's are JWTs.
    pub fn jwt_as_key(&self) -> Option<Token<'_>> {
        let mut found = self.credentials.jwts().filter(|(token, claims)| {
            token.place == Place::Query
                && is_api_key_name(token.name)
                && claims.iss.as_deref() != Some("supabase")
        });
        found.next().map(|(token, _)| token)
    }

    /// The claims of tokens of the same form, by the same issuer and for the same audience, that the same host accepted
    /// before the failing request: what is wrong with the one that was sent is none of what they share.
    pub fn accepted_alike(&self) -> impl Iterator<Item = &Claims> {
        let sent = self.bearer().and_then(|bearer| {
            bearer
                .claims
                .filter(|claims| claims.iss.is_some())
                .map(|claims| (bearer.token.place, claims))
        });
        let entries = self.exchange.entries.iter().take(self.failing.index);
        let accepted = entries.enumerate().filter(|(_, entry)| {
            is_accepted(entry)
                && Url::parse(&entry.request.url).is_some_and(|url| url.host == self.request.host())
        });
        accepted
            .flat_map(|(at, _)| self.carried.at(at).jwts())
            .filter(move |(token, claims)| {
                sent.is_some_and(|(place, own)| {
                    token.place == place
                        && claims.iss == own.iss
                        && claims.aud == own.aud
                        && claims.usage == own.usage
                        && claims.names == own.names
                })
            })
            .map(|(_, claims)| claims)
    }
}

/// The seconds of a date, as a verifier reads it.
fn seconds(date: Option<NumericDate>) -> Option<f64> {
    date.map(|date| date.seconds as f64)
}

/// How likely the server looks here for its token, the likeliest lowest; `None` where it is no token.
fn rank(token: &Token<'_>, scheme: Option<&str>) -> Option<u8> {
    if !is_token(&token.credential.kind) {
        return None;
    }
    let is_jwt = matches!(token.credential.kind, Kind::Jwt(_));
    let name = token.name.to_ascii_lowercase();
    let named = ["token", "jwt", "bearer", "auth"]
        .iter()
        .any(|part| name.contains(part));
    match token.place {
        Place::Authorization => {
            let carries = |scheme: &str| {
                ["bearer", "dpop", "token", "jwt", "oauth", "gnap"]
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(scheme))
            };
            scheme
                .is_none_or(|scheme| carries(scheme) || is_jwt)
                .then_some(0)
        }
        Place::Header if name.starts_with("x-amz-") || name.contains("key") => None,
        Place::Header | Place::Query if named => Some(1),
        Place::Header | Place::Query => is_jwt.then_some(2),
        Place::Cookie if !is_jwt || CookieRole::of(token.name) != CookieRole::Session => None,
        Place::Cookie if name.contains("refresh") => Some(4),
        Place::Cookie => Some(3),
    }
}

fn is_token(kind: &Kind) -> bool {
    match kind {
        Kind::Empty | Kind::Placeholder(_) | Kind::Basic(_) => false,
        Kind::Jwt(_) | Kind::JwtBroken(_) | Kind::Jwe | Kind::Opaque => true,
        Kind::Known(known) => matches!(
            known.role,
            Role::AccessToken | Role::RefreshToken | Role::AppToken | Role::PersonalToken
        ),
    }
}

/// What this request carries where the token stood.
fn carried(request: &Request, token: &Token<'_>) -> Option<String> {
    match token.place {
        Place::Authorization => request.header("authorization").map(str::to_owned),
        Place::Header => request.header(token.name).map(str::to_owned),
        Place::Query => Url::parse(&request.url).and_then(|url| url.query_value(token.name)),
        Place::Cookie => request.header("cookie").and_then(|cookies| {
            let value = |pair: &str| {
                let (name, value) = pair.trim().split_once('=')?;
                (name == token.name).then(|| value.to_owned())
            };
            cookies.split(';').find_map(value)
        }),
    }
}
