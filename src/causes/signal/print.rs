//! The names of signals, as a trace prints them: `status 401`, `the token is past its exp`.

use std::fmt;

use super::Signal;

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
            Self::SaidInHeader(cause) => {
                write!(formatter, "the server speaks of {cause} in a header field")
            }
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
            Self::TokenAcceptedForTheSame => {
                formatter.write_str("the token was accepted for the same request")
            }
            Self::AcceptedAfter => formatter.write_str("the same request was accepted afterwards"),
            Self::JwtAsKey => formatter.write_str("a JWT stands in the query as an API key"),
            Self::PasswordChanged => formatter
                .write_str("the password was changed since these credentials were given out"),
            Self::RenewsUnseen => formatter.write_str(
                "a token endpoint was asked as it was before, by a page that uses tokens",
            ),
            Self::RefreshesRaced => formatter.write_str("two refreshes ran at once"),
            Self::ClocksDiffer => formatter.write_str("the clocks of device and server differ"),
            Self::OnThisMachine => formatter.write_str("the host is of this machine"),
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
            Self::AnsweredWith(way) => write!(formatter, "a product of the way {way:?} responded"),
            Self::BodyRead => formatter.write_str("a body was read"),
            Self::ChallengeError(code) => write!(formatter, "the challenge says {code}"),
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
