//! What was sent that could authenticate: the header, keys in other places, cookies, and every token among them.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::exchange::{JarCookie, Request};
use crate::facts::Facts;
use crate::facts::names::{self, CookieRole};
use crate::http::authorization::{self, Authorization};
use crate::http::url::Url;
use crate::token::claims::Claims;
use crate::token::credential::{self, Credential, Identity, Kind};
use crate::token::placeholder;

/// Everything in a request that could authenticate.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    /// The `Authorization` field (RFC 9110, 11.6.2); the first where there are several.
    pub authorization: Option<Authorization>,
    /// How many `Authorization` fields there are.
    pub authorization_fields: usize,
    /// Credentials in other header fields and in the query.
    pub keys: Vec<Key>,
    /// The cookies that were sent, in order; `None` where there was no `Cookie` field.
    pub cookies: Option<Vec<SentCookie>>,
    /// What tells these credentials from others: `Authorization`, keys, and the cookies that could carry a session.
    /// Whether the request's header fields were not seen, so that more may have been sent.
    pub unseen: bool,
    identity: BTreeSet<(Place, String, Identity)>,
    /// The places of the cookies, in the order of their names and identities.
    sorted: Vec<usize>,
}

/// A credential in a header field of its own, or in the query.
#[derive(Clone, Debug)]
pub struct Key {
    /// Where it stands.
    pub place: Place,
    /// The field's or parameter's name, as it stood.
    pub name: String,
    /// What it is.
    pub credential: Credential,
    identity: Identity,
}

/// Where a credential stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In `Authorization`.
    Authorization,
    /// In another header field.
    Header,
    /// In the query.
    Query,
    /// In a cookie.
    Cookie,
}

/// A cookie that was sent.
#[derive(Clone, Debug)]
pub struct SentCookie {
    /// Its name; empty for a nameless one.
    pub name: String,
    /// What its value is.
    pub credential: Credential,
    /// What it is for, as far as its name tells; nothing where its value says that it has ended.
    pub role: CookieRole,
    identity: Identity,
}

impl Key {
    fn of(place: Place, name: &str, value: &str) -> Self {
        let (credential, identity) = credential::identify(value);
        Self {
            place,
            name: name.to_owned(),
            credential,
            identity,
        }
    }
}

impl SentCookie {
    fn of(name: &str, value: &str) -> Self {
        let (credential, identity) = credential::identify(value);
        Self {
            name: name.to_owned(),
            role: if is_ended(&credential) {
                CookieRole::Aside
            } else {
                CookieRole::of(name)
            },
            credential,
            identity,
        }
    }

    /// Whether this value, of whatever field, is the cookie's own.
    pub fn holds(&self, value: &str) -> bool {
        credential::identify(value).1 == self.identity
    }

    /// Whether both carry one and the same value.
    pub fn same_as(&self, other: &Self) -> bool {
        self.identity == other.identity
    }

    fn key(&self) -> (&str, &Identity) {
        (&self.name, &self.identity)
    }
}

/// A token that was sent, wherever it stood.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    /// Where.
    pub place: Place,
    /// The field's, parameter's or cookie's name.
    pub name: &'a str,
    /// What it is.
    pub credential: &'a Credential,
}

impl Token<'_> {
    /// Its claims, if it is a JWT that can be decoded.
    pub fn claims(&self) -> Option<&Claims> {
        claims(self.credential)
    }
}

/// A token among the subprotocols of a WebSocket (RFC 6455, 11.3.4), the one place for it that a page's code can write:
/// `new WebSocket(url, ["bearer", token])`. Names of protocols are shorter and known.
fn in_subprotocol(request: &Request) -> Option<Key> {
    let field = request
        .fields()
        .iter()
        .find(|field| field.name.eq_ignore_ascii_case("sec-websocket-protocol"))?;
    let parts = field.value.split(',').map(str::trim);
    let mut keys = parts.map(|part| Key::of(Place::Header, &field.name, part));
    keys.find(|key| {
        matches!(
            key.credential.kind,
            Kind::Jwt(_) | Kind::JwtBroken(_) | Kind::Known(_)
        )
    })
}

impl Credentials {
    /// What this request carries.
    pub fn of(request: &Request) -> Self {
        let authorization: Vec<&str> = request.headers("authorization").collect();
        let fields = request.fields().iter();
        let in_fields = fields
            .filter(|field| names::is_key_field(&field.name) && !names::is_identifier(&field.name))
            .map(|field| Key::of(Place::Header, &field.name, &field.value));
        let pairs = Url::parse(&request.url).map(|url| url.pairs());
        let pairs = pairs.unwrap_or_default();
        let in_query = pairs
            .iter()
            .filter(|pair| names::is_key_parameter(&pair.name))
            .map(|pair| Key::of(Place::Query, &pair.name, &pair.value));
        let mut credentials = Self {
            authorization: authorization
                .first()
                .map(|value| authorization::parse(value)),
            authorization_fields: authorization.len(),
            keys: in_fields
                .chain(in_query)
                .chain(in_subprotocol(request))
                .collect(),
            cookies: request
                .header("cookie")
                .is_some()
                .then(|| request.headers("cookie").flat_map(sent_cookies).collect()),
            unseen: request.headers.is_none(),
            identity: BTreeSet::new(),
            sorted: Vec::new(),
        };
        credentials.sorted = credentials.sorted();
        credentials.identity = credentials.identity(authorization.first().copied());
        credentials
    }

    fn identity(&self, authorization: Option<&str>) -> BTreeSet<(Place, String, Identity)> {
        let field = authorization.map(|value| {
            let text = Identity::Text(value.to_owned());
            (Place::Authorization, String::new(), text)
        });
        let keys = self.keys.iter();
        let keys = keys.map(|key| (key.place, key.name.clone(), key.identity.clone()));
        let cookies = self.session_cookies().into_iter();
        let cookies =
            cookies.map(|cookie| (Place::Cookie, cookie.name.clone(), cookie.identity.clone()));
        field.into_iter().chain(keys).chain(cookies).collect()
    }

    fn sorted(&self) -> Vec<usize> {
        let cookies = self.cookies.as_deref().unwrap_or_default();
        let mut places: Vec<usize> = (0..cookies.len()).collect();
        places.sort_by_key(|at| cookies.get(*at).map(SentCookie::key));
        places
    }

    fn cookie(&self, place: usize) -> Option<&SentCookie> {
        self.cookies.as_deref()?.get(place)
    }

    /// Whether the very same cookie was sent: its name, and its value.
    pub fn holds(&self, cookie: &SentCookie) -> bool {
        let key = |place: &usize| self.cookie(*place).map(SentCookie::key);
        let found = self.sorted.binary_search_by_key(&Some(cookie.key()), key);
        found.is_ok()
    }

    /// Whether both are the same: `Authorization`, keys, and the cookies that could carry a session.
    pub fn same_as(&self, other: &Self) -> bool {
        !self.unseen && !other.unseen && self.identity == other.identity
    }

    /// Whether both carried the same `Authorization` and the same keys, cookies aside.
    pub fn same_header_as(&self, other: &Self) -> bool {
        let aside = |one: &&(Place, String, Identity)| one.0 != Place::Cookie;
        let (own, others) = (self.identity.iter(), other.identity.iter());
        !self.unseen && !other.unseen && own.filter(aside).eq(others.filter(aside))
    }

    /// The first cookie that was sent twice with different values, among those of this role.
    pub fn twice(&self, role: CookieRole) -> Option<&SentCookie> {
        let mut values: HashMap<&str, &Identity> = HashMap::new();
        let mut differing: HashSet<&str> = HashSet::new();
        for cookie in self.cookies.iter().flatten() {
            let first = *values.entry(&cookie.name).or_insert(&cookie.identity);
            if *first != cookie.identity {
                differing.insert(&cookie.name);
            }
        }
        let mut all = self.cookies.iter().flatten();
        all.find(|one| {
            one.role == role && !one.name.is_empty() && differing.contains(one.name.as_str())
        })
    }

    /// What a request carries whose header fields were not seen: what its address shows, and the cookies that would go.
    pub fn inferred(request: &Request, cookies: &[&JarCookie]) -> Self {
        let sent = cookies
            .iter()
            .map(|cookie| SentCookie::of(&cookie.name, &cookie.value));
        let mut inferred = Self {
            cookies: (!cookies.is_empty()).then(|| sent.collect()),
            ..Self::of(request)
        };
        inferred.sorted = inferred.sorted();
        inferred
    }

    /// Every token or key that was sent in a header field, the query or a cookie that carries a session.
    pub fn tokens(&self) -> impl Iterator<Item = Token<'_>> {
        let header = self.authorization.iter().filter_map(|authorization| {
            authorization.credential.as_ref().map(|credential| Token {
                place: Place::Authorization,
                name: "Authorization",
                credential,
            })
        });
        let keys = self.keys.iter().map(|key| Token {
            place: key.place,
            name: &key.name,
            credential: &key.credential,
        });
        let cookies =
            self.cookies.iter().flatten().filter(|cookie| {
                cookie.role != CookieRole::Aside && cookie.role != CookieRole::Csrf
            });
        header.chain(keys).chain(cookies.map(|cookie| Token {
            place: Place::Cookie,
            name: &cookie.name,
            credential: &cookie.credential,
        }))
    }

    /// Every JWT that was sent and can be decoded, the one in `Authorization` first.
    pub fn jwts(&self) -> impl Iterator<Item = (Token<'_>, &Claims)> {
        self.tokens()
            .filter_map(|token| claims(token.credential).map(|claims| (token, claims)))
    }

    /// Whether a cookie that carries a session by its name was sent.
    pub fn has_session_cookie(&self) -> bool {
        let mut all = self.cookies.iter().flatten();
        all.any(|cookie| cookie.role == CookieRole::Session)
    }

    /// Whether a cookie of this name was sent.
    pub fn has_cookie(&self, name: &str) -> bool {
        let before = |place: &usize| self.cookie(*place).is_some_and(|one| *one.name < *name);
        let at = self.sorted.partition_point(before);
        let next = self.sorted.get(at).and_then(|place| self.cookie(*place));
        next.is_some_and(|cookie| cookie.name == name)
    }

    /// The cookies that could carry a session: those so named, else all that are not known to be aside.
    pub fn session_cookies(&self) -> Vec<&SentCookie> {
        let all: Vec<&SentCookie> = self.cookies.iter().flatten().collect();
        let named: Vec<&SentCookie> = all
            .iter()
            .copied()
            .filter(|cookie| cookie.role == CookieRole::Session)
            .collect();
        if named.is_empty() {
            all.into_iter()
                .filter(|cookie| cookie.role == CookieRole::Unknown)
                .collect()
        } else {
            named
        }
    }

    /// Whether there is an `Authorization` field with anything in it.
    pub fn has_authorization(&self) -> bool {
        self.authorization.is_some()
    }

    /// The `Authorization` field, where it carries a user name and a password.
    pub fn basic_or_digest(&self) -> Option<&Authorization> {
        self.authorization
            .as_ref()
            .filter(|sent| sent.is("basic") || sent.is("digest"))
    }

    /// Keys that hold something.
    pub fn has_key(&self) -> bool {
        self.keys
            .iter()
            .any(|key| !matches!(key.credential.kind, Kind::Empty))
    }

    /// Whether nothing was sent that could authenticate.
    pub fn is_none(&self) -> bool {
        !self.has_authorization() && !self.has_key() && self.session_cookies().is_empty()
    }
}

impl Facts<'_> {
    /// Whether the request itself is signed: by its scheme, in its query, or in a field of its own.
    pub fn is_signed(&self) -> bool {
        let scheme = self.credentials.authorization.as_ref().is_some_and(|sent| {
            sent.scheme.as_deref().is_some_and(signs)
                || sent.is("oauth") && sent.param("oauth_signature").is_some()
        });
        let in_query = self.credentials.keys.iter().any(|key| {
            key.place == Place::Query
                && matches!(
                    key.name.to_ascii_lowercase().as_str(),
                    "sig"
                        | "signature"
                        | "x-amz-signature"
                        | "sign"
                        | "oauth_signature"
                        | "x-goog-signature"
                        | "hmac"
                )
        });
        let own_field = self.entry().request.fields().iter().any(|field| {
            let name = field.name.to_ascii_lowercase();
            name.ends_with("-sign")
                || name.ends_with("-signature")
                || name == "sign"
                || matches!(
                    name.as_str(),
                    "x-signature"
                        | "signature"
                        | "x-hmac"
                        | "x-sign"
                        | "x-hub-signature"
                        | "x-request-signature"
                        | "signature-input"
                )
        });
        scheme || in_query || own_field
    }
}

/// Whether a scheme of this name signs the request: those of OAuth 1 and Hawk, and the many that stand for an HMAC.
pub fn signs(scheme: &str) -> bool {
    let lower = scheme.to_ascii_lowercase();
    lower.contains("hmac")
        || lower.starts_with("aws4")
        || [
            "aws",
            "hawk",
            "signature",
            "sharedkey",
            "sharedkeylite",
            "sharedaccesssignature",
            "cos",
            "oss",
            "qiniu",
        ]
        .contains(&lower.as_str())
}

fn claims(credential: &Credential) -> Option<&Claims> {
    match &credential.kind {
        Kind::Jwt(claims) => Some(claims),
        _ => None,
    }
}

/// Whether a cookie's value says that it carries nothing any more: it is empty, or a word such as `deleted`.
pub fn is_ended(value: &Credential) -> bool {
    matches!(
        value.kind,
        Kind::Empty | Kind::Placeholder(placeholder::DELETED)
    )
}

/// The names of the cookies that a request carries.
pub fn sent_names(request: &Request) -> impl Iterator<Item = &str> {
    request
        .headers("cookie")
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.split('=').next())
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

fn sent_cookies(value: &str) -> impl Iterator<Item = SentCookie> {
    let pairs = value
        .split(';')
        .map(str::trim)
        .filter(|pair| !pair.is_empty());
    pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or(("", pair));
        SentCookie::of(name, value)
    })
}
