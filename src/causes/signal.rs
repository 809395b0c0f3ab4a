//! Signals: what rules may ask of the facts. Each has a name that a trace can print and a compiler can check.

use std::fmt;

use crate::facts::Facts;
use crate::facts::names::{self, Purpose};
use crate::http::cors::{Credentials, Refusal};

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
    /// The response offers this authentication scheme (RFC 9110, 11.6.1).
    Challenged(&'static str),
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
            Self::Purpose(purpose) => facts.request.purpose == purpose,
            Self::EndedByBrowser => facts.cors.ended,
            Self::CorsRefused(refusal) => facts.cors.refused == Some(refusal),
            Self::CredentialsIncluded => facts.cors.mode == Credentials::Include,
            Self::AuthorizationSent => facts.credentials.has_authorization(),
            Self::KeySent => facts.credentials.has_key(),
            Self::AsksSignIn => names::is_sign_in_address(&facts.entry().request.url),
            Self::Named(cause) => facts.said.names(cause),
            Self::Challenged(scheme) => facts.challenged(scheme),
            Self::Own(_, holds) => holds(facts),
        }
    }
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
            Self::Purpose(purpose) => write!(formatter, "purpose {purpose:?}"),
            Self::EndedByBrowser => formatter.write_str("the browser ended the request"),
            Self::CorsRefused(refusal) => write!(formatter, "CORS check failed: {refusal}"),
            Self::CredentialsIncluded => formatter.write_str("credentials mode include"),
            Self::AuthorizationSent => formatter.write_str("Authorization was sent"),
            Self::KeySent => formatter.write_str("an API key was sent"),
            Self::AsksSignIn => formatter.write_str("a sign-in address was asked for"),
            Self::Named(cause) => write!(formatter, "the server names {cause}"),
            Self::Challenged(scheme) => write!(formatter, "the response offers {scheme}"),
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
