//! Signals: what rules may ask of the facts. Each has a name that a trace can print and a compiler can check.

use super::withheld::deciding::{self, Kept};
use super::withheld::reason::Reason;
use super::withheld::wanted;
use crate::facts::Facts;
use crate::facts::names::{self, Purpose};
use crate::facts::said::Voice;
use crate::http::cors::{Credentials, Refusal};
use crate::knowledge::{Kind, Trait};
use crate::token::credential::Kind as Form;

mod print;

/// A yes-or-no question about a failing exchange.
#[derive(Clone, Copy)]
pub enum Signal {
    /// The preflight is what failed.
    OnPreflight,
    /// The failing preflight's status lies in this range, both ends included.
    PreflightStatus(u16, u16),
    /// The failing preflight was redirected to an address where one signs in.
    PreflightToSignIn,
    /// The failing response's own status lies in this range, both ends included; 0 where none was seen.
    Status(u16, u16),
    /// The status that the browser saw, the preflight's where that failed.
    SeenStatus(u16),
    /// The request is of this purpose.
    Purpose(Purpose),
    /// The browser ended the request with a network error.
    EndedByBrowser,
    /// The page may not read the response, for this reason (Fetch standard, 4.10).
    CorsRefused(Refusal),
    /// The request's credentials mode is `include` (Fetch standard, 2.2.5).
    CredentialsIncluded,
    /// The request carries an `Authorization` field.
    AuthorizationSent,
    /// The request carries a key in a field or parameter of its own.
    KeySent,
    /// The request's own address is one where one signs in.
    AsksSignIn,
    /// The server named this cause in so many words.
    Named(&'static str),
    /// The server named this cause or hinted at it.
    Said(&'static str),
    /// The server named one of these causes or hinted at it.
    SaidAny(&'static [&'static str]),
    /// The server named this cause or hinted at it in a header field.
    SaidInHeader(&'static str),
    /// The server named a cause in so many words that is none of these.
    NamedBeside(&'static [&'static str]),
    /// A code of an issuer names this cause: it needs no fact beside it.
    Coded(&'static str),
    /// The response carries this field.
    ResponseField(&'static str),
    /// The request carries this field.
    RequestField(&'static str),
    /// A token was sent that stands for a person or an application.
    TokenSent,
    /// Its claims can be read: it is a JWT.
    ClaimsRead,
    /// The token is past its `exp` (RFC 7519, 4.1.4).
    TokenExpired,
    /// The token is valid for longer by every clock that can be seen.
    TokenHolds,
    /// The token was accepted before.
    TokenAccepted,
    /// The token was accepted for the same request, before or after.
    TokenAcceptedForTheSame,
    /// The same request was accepted afterwards.
    AcceptedAfter,
    /// A JWT stands in the query under the name of an API key.
    JwtAsKey,
    /// The password was changed in between the failing request and an earlier one that carried the same credentials.
    PasswordChanged,
    /// A token endpoint was asked again as it was before, by a page that uses tokens; the body was not seen.
    RenewsUnseen,
    /// Two refreshes ran at once, so that one made the other's token stale.
    RefreshesRaced,
    /// The device's clock and the server's differ by more than verifiers allow.
    ClocksDiffer,
    /// The host is of this machine or of its development names.
    OnThisMachine,
    /// The request went over plain http.
    PlainHttp,
    /// The request is for a document.
    Document,
    /// A script made the request.
    ByScript,
    /// The request goes to another origin than that of whoever makes it.
    CrossOrigin,
    /// The request's method, as it is written.
    Method(&'static str),
    /// The request says which grant it is about (RFC 6749, 1.3).
    GrantSent,
    /// The request itself is signed, not only a token in it.
    Signed,
    /// The request's method changes nothing: GET, HEAD or OPTIONS (RFC 9110, 9.2.1).
    SafeMethod,
    /// A page at which one signs in asks who is signed in, and nobody was.
    AskedAtTheDoor,
    /// Nothing was sent that could authenticate.
    NothingSent,
    /// `Authorization` holds a stand-in such as `undefined`, or nothing.
    StandInSent,
    /// `Authorization` was sent with this scheme.
    SchemeSent(&'static str),
    /// The browser asked for a user name and a password again: those that it offered were refused.
    OfferedInVain,
    /// Somebody was signed in before: a request was accepted, or a sign-in was seen.
    SignedIn,
    /// A cookie that could carry a session was withheld or not stored.
    SessionWithheld,
    /// The response carries no challenge.
    NoChallenge,
    /// A product of this kind shows itself in the response.
    AnsweredByKind(Kind),
    /// A product that does this otherwise than most shows itself in the response.
    AnsweredWith(Trait),
    /// The response's body was read and holds something.
    BodyRead,
    /// A challenge names this error (RFC 6750, 3.1).
    ChallengeError(&'static str),
    /// The response offers this authentication scheme (RFC 9110, 11.6.1).
    Challenged(&'static str),
    /// This cookie never reached the server.
    Kept(Kept),
    /// A cookie was withheld for this reason, the one that decided or another.
    Withheld(Reason),
    /// It was withheld because the request crossed schemes within its site.
    WithheldAcrossSchemes(Reason),
    /// It was withheld because the request came from another site.
    WithheldAcrossSites(Reason),
    /// A cookie could have made the request succeed.
    WantsCookie,
    /// A session's cookie was sent.
    SessionCookieSent,
    /// The server plainly names a fault that no cookie would fix.
    OtherFaultNamed,
    /// The server asks for credentials that no cookie is.
    HeaderAskedFor,
    /// The jar of cookies was read.
    JarRead,
    /// Somebody was seen to sign out.
    SignedOut,
    /// A question that one cause alone asks, with the name that a trace prints.
    Own(&'static str, fn(&Facts<'_>) -> bool),
}

impl Signal {
    /// Whether it holds for these facts.
    pub fn holds(self, facts: &Facts<'_>) -> bool {
        let within = |status: u16, from: u16, to: u16| (from..=to).contains(&status);
        match self {
            Self::OnPreflight => facts.failing.on_preflight(),
            Self::PreflightStatus(from, to) => facts
                .failing
                .preflight_status
                .is_some_and(|status| within(status, from, to)),
            Self::PreflightToSignIn => preflight_to_sign_in(facts),
            Self::Status(from, to) => within(facts.entry().response.status, from, to),
            Self::SeenStatus(status) => facts.status() == status,
            Self::Purpose(purpose) => facts.request.purpose == purpose,
            Self::EndedByBrowser => facts.cors.ended,
            Self::CorsRefused(refusal) => facts.cors.refused == Some(refusal),
            Self::CredentialsIncluded => facts.cors.mode == Credentials::Include,
            Self::AuthorizationSent => facts.credentials.has_authorization(),
            Self::KeySent => facts.credentials.has_key(),
            Self::AsksSignIn => names::is_sign_in_address(&facts.entry().request.url),
            Self::Named(cause) => facts.said.names(cause),
            Self::Said(cause) => facts.said.cause(cause).is_some(),
            Self::SaidAny(causes) => causes.iter().any(|cause| facts.said.cause(cause).is_some()),
            Self::SaidInHeader(cause) => {
                let said = facts.said.cause(cause);
                said.is_some_and(|(voice, _)| matches!(voice, Voice::Challenge | Voice::Header))
            }
            Self::NamedBeside(causes) => facts.said.names_beside(causes),
            Self::Coded(cause) => facts.said.coded(cause),
            Self::ResponseField(name) => facts.answer_header(name).is_some(),
            Self::RequestField(name) => facts.entry().request.header(name).is_some(),
            Self::TokenSent => facts.bearer().is_some(),
            Self::ClaimsRead => facts.bearer().is_some_and(|bearer| bearer.claims.is_some()),
            Self::TokenExpired => facts.token_is_over(),
            Self::TokenHolds => facts.token_holds(),
            Self::TokenAccepted => !facts.accepted_with_it().is_empty(),
            Self::TokenAcceptedForTheSame => {
                facts.accepted_with_it().iter().any(|one| one.same_request)
            }
            Self::AcceptedAfter => !facts.history.accepted_after.is_empty(),
            Self::JwtAsKey => facts.jwt_as_key().is_some(),
            Self::PasswordChanged => facts.password_changed_since(),
            Self::RenewsUnseen => facts.renews_unseen(),
            Self::RefreshesRaced => facts.refresh_race().is_some(),
            Self::ClocksDiffer => facts.clock.differ(),
            Self::OnThisMachine => facts.request.is_local(),
            Self::PlainHttp => facts
                .request
                .url
                .as_ref()
                .is_some_and(|url| url.scheme == "http"),
            Self::Document => facts.request.is_page,
            Self::ByScript => facts.request.by_script,
            Self::CrossOrigin => facts.request.is_cross_origin(),
            Self::Method(method) => facts.request.method == method,
            Self::GrantSent => names::grant_type(&facts.entry().request).is_some(),
            Self::Signed => facts.is_signed(),
            Self::SafeMethod => is_safe(&facts.request.method),
            Self::AskedAtTheDoor => facts.asks_at_the_door(),
            Self::NothingSent => facts.credentials.is_none(),
            Self::StandInSent => facts
                .credentials
                .authorization
                .as_ref()
                .and_then(|sent| sent.credential.as_ref())
                .is_some_and(|one| matches!(one.kind, Form::Empty | Form::Placeholder(_))),
            Self::SchemeSent(scheme) => facts
                .credentials
                .authorization
                .as_ref()
                .is_some_and(|sent| sent.is(scheme)),
            Self::OfferedInVain => facts.offered_in_vain(),
            Self::SignedIn => facts.history.signed_in(),
            Self::SessionWithheld => facts.cookies.any_session_withheld(),
            Self::NoChallenge => facts.challenges.is_empty(),
            Self::AnsweredByKind(kind) => facts.responders.iter().any(|one| one.kind == kind),
            Self::AnsweredWith(way) => facts.answered_with(way),
            Self::BodyRead => facts.said.has_body(),
            Self::ChallengeError(code) => {
                let mut challenges = facts.challenges.iter();
                challenges.any(|challenge| challenge.param("error") == Some(code))
            }
            Self::Challenged(scheme) => facts.challenged(scheme),
            Self::Kept(cookie) => cookie.holds(facts),
            Self::Withheld(reason) => deciding::not_sent(facts, reason).is_some(),
            Self::WithheldAcrossSchemes(reason) => deciding::across_schemes(facts, reason),
            Self::WithheldAcrossSites(reason) => deciding::across_sites(facts, reason),
            Self::WantsCookie => wanted::wants_cookie(facts),
            Self::SessionCookieSent => facts.credentials.has_session_cookie(),
            Self::OtherFaultNamed => wanted::blames_other(facts),
            Self::HeaderAskedFor => wanted::asks_for_header(facts),
            Self::JarRead => facts.exchange.jar.is_some(),
            Self::SignedOut => !facts.history.sign_outs.is_empty(),
            Self::Own(_, holds) => holds(facts),
        }
    }
}

/// Whether a method changes nothing, of those that scripts can send.
pub(super) fn is_safe(method: &str) -> bool {
    matches!(method, "GET" | "HEAD" | "OPTIONS")
}

fn preflight_to_sign_in(facts: &Facts<'_>) -> bool {
    facts
        .failing
        .preflight
        .and_then(|index| facts.exchange.entries.get(index))
        .and_then(|entry| entry.response.header("location"))
        .is_some_and(names::is_sign_in_address)
}
