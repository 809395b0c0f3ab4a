//! Signals: what rules may ask of the facts. Each has a name that a trace can print and a compiler can check.

use std::fmt;

use super::withheld::deciding::{self, Kept};
use super::withheld::reason::Reason;
use super::withheld::wanted;
use crate::facts::Facts;
use crate::facts::names::{self, Purpose};
use crate::http::cors::{Credentials, Refusal};
use crate::providers::Kind;
use crate::token::credential::Kind as Form;

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
    /// The same request was accepted afterwards.
    AcceptedAfter,
    /// The device's clock and the server's differ by more than verifiers allow.
    ClocksDiffer,
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
    /// The product with this id shows itself in the response.
    AnsweredBy(&'static str),
    /// The response's body was read and holds something.
    BodyRead,
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
            Self::NamedBeside(causes) => facts.said.names_beside(causes),
            Self::Coded(cause) => facts.said.coded(cause),
            Self::ResponseField(name) => facts.answer_header(name).is_some(),
            Self::RequestField(name) => facts.entry().request.header(name).is_some(),
            Self::TokenSent => facts.bearer().is_some(),
            Self::ClaimsRead => facts.bearer().is_some_and(|bearer| bearer.claims.is_some()),
            Self::TokenExpired => facts.token_is_over(),
            Self::TokenHolds => facts.token_holds(),
            Self::TokenAccepted => !facts.accepted_with_it().is_empty(),
            Self::AcceptedAfter => !facts.history.accepted_after.is_empty(),
            Self::ClocksDiffer => facts.clock.differ(),
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
            Self::AnsweredBy(id) => facts.answered_by(id),
            Self::BodyRead => facts.said.has_body(),
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

impl PartialEq for Signal {
    /// Signals are the same where they print the same: names within a cause are unique.
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Eq for Signal {}

impl fmt::Display for Signal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OnPreflight => formatter.write_str("the preflight failed"),
            Self::PreflightStatus(from, to) => {
                write!(formatter, "preflight status {}", Range(*from, *to))
            }
            Self::PreflightToSignIn => {
                formatter.write_str("the preflight was redirected to a sign-in address")
            }
            Self::Status(from, to) => write!(formatter, "status {}", Range(*from, *to)),
            Self::SeenStatus(status) => write!(formatter, "the browser saw status {status}"),
            Self::Purpose(purpose) => write!(formatter, "purpose {purpose:?}"),
            Self::EndedByBrowser => formatter.write_str("the browser ended the request"),
            Self::CorsRefused(refusal) => write!(formatter, "CORS check failed: {refusal}"),
            Self::CredentialsIncluded => formatter.write_str("credentials mode include"),
            Self::AuthorizationSent => formatter.write_str("Authorization was sent"),
            Self::KeySent => formatter.write_str("an API key was sent"),
            Self::AsksSignIn => formatter.write_str("a sign-in address was asked for"),
            Self::Named(cause) => write!(formatter, "the server names {cause}"),
            Self::Said(cause) => write!(formatter, "the server speaks of {cause}"),
            Self::SaidAny(causes) => write!(formatter, "the server speaks of one of {causes:?}"),
            Self::NamedBeside(causes) => {
                write!(formatter, "the server names another cause than {causes:?}")
            }
            Self::Coded(cause) => write!(formatter, "a code names {cause}"),
            Self::ResponseField(name) => write!(formatter, "the response has {name}"),
            Self::RequestField(name) => write!(formatter, "the request has {name}"),
            Self::TokenSent => formatter.write_str("a token was sent"),
            Self::ClaimsRead => formatter.write_str("the token's claims can be read"),
            Self::TokenExpired => formatter.write_str("the token is past its exp"),
            Self::TokenHolds => formatter.write_str("the token is valid by every clock"),
            Self::TokenAccepted => formatter.write_str("the token was accepted before"),
            Self::AcceptedAfter => formatter.write_str("the same request was accepted afterwards"),
            Self::ClocksDiffer => formatter.write_str("the clocks of device and server differ"),
            Self::PlainHttp => formatter.write_str("the request went over plain http"),
            Self::Document => formatter.write_str("a document was requested"),
            Self::ByScript => formatter.write_str("a script made the request"),
            Self::CrossOrigin => formatter.write_str("the request goes to another origin"),
            Self::Method(method) => write!(formatter, "method {method}"),
            Self::GrantSent => formatter.write_str("the request names a grant type"),
            Self::Signed => formatter.write_str("the request is signed"),
            Self::SafeMethod => formatter.write_str("the method is GET, HEAD or OPTIONS"),
            Self::AskedAtTheDoor => formatter.write_str("a sign-in page asks who is signed in"),
            Self::NothingSent => formatter.write_str("no credentials were sent"),
            Self::StandInSent => formatter.write_str("Authorization holds a stand-in"),
            Self::SchemeSent(scheme) => write!(formatter, "the scheme {scheme} was sent"),
            Self::OfferedInVain => formatter.write_str("the browser asked for a password again"),
            Self::SignedIn => formatter.write_str("somebody was signed in before"),
            Self::SessionWithheld => formatter.write_str("a session cookie was withheld"),
            Self::NoChallenge => formatter.write_str("the response has no challenge"),
            Self::AnsweredByKind(kind) => {
                write!(formatter, "a product of the kind {kind:?} responded")
            }
            Self::AnsweredBy(id) => write!(formatter, "{id} responded"),
            Self::BodyRead => formatter.write_str("a body was read"),
            Self::Challenged(scheme) => write!(formatter, "the response offers {scheme}"),
            Self::Kept(cookie) => cookie.fmt(formatter),
            Self::Withheld(reason) => write!(formatter, "a cookie was withheld for {reason}"),
            Self::WithheldAcrossSchemes(reason) => {
                write!(formatter, "{reason} withheld it from another scheme")
            }
            Self::WithheldAcrossSites(reason) => {
                write!(formatter, "{reason} withheld it from another site")
            }
            Self::WantsCookie => formatter.write_str("a cookie could make the request succeed"),
            Self::SessionCookieSent => formatter.write_str("a session cookie was sent"),
            Self::OtherFaultNamed => {
                formatter.write_str("the server names a fault that no cookie fixes")
            }
            Self::HeaderAskedFor => {
                formatter.write_str("the server asks for credentials that no cookie is")
            }
            Self::JarRead => formatter.write_str("the jar was read"),
            Self::SignedOut => formatter.write_str("somebody signed out"),
            Self::Own(name, _) => formatter.write_str(name),
        }
    }
}

impl fmt::Debug for Signal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

struct Range(u16, u16);

impl fmt::Display for Range {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == self.1 {
            write!(formatter, "{}", self.0)
        } else {
            write!(formatter, "{} to {}", self.0, self.1)
        }
    }
}
