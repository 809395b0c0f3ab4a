//! Each cookie's and each `Set-Cookie`'s verdict, and what they mean for a session.

use crate::cookie::context::Context;
use crate::cookie::reason::SendReason;
use crate::cookie::verdict::{self, CookieVerdict, SetCookieVerdict};
use crate::diagnosis::{CookieLine, SetCookieLine};
use crate::exchange::Exchange;
use crate::facts::names::CookieRole;

/// What the cookie engine says of the failing request, and of every response that went before.
#[derive(Clone, Debug, Default)]
pub struct Cookies {
    /// Each cookie of the jar: sent, or why not; `None` if the jar could not be read.
    pub jar: Option<Vec<CookieVerdict>>,
    /// Each `Set-Cookie` seen up to the failing response, in order: the entry's index and the verdict.
    pub set: Vec<(usize, SetCookieVerdict)>,
    /// The request's cookie context; `None` if its URL cannot be read.
    pub context: Option<Context>,
}

impl Cookies {
    /// The verdicts for the entry at `index`.
    pub fn of(exchange: &Exchange, index: usize) -> Self {
        let jar = exchange
            .jar
            .as_ref()
            .map(|_| verdict::sending(exchange, index));
        let set = (0..=index)
            .flat_map(|at| {
                verdict::storing(exchange, at)
                    .into_iter()
                    .map(move |one| (at, one))
            })
            .collect();
        Self {
            jar,
            set,
            context: Context::of(exchange, index),
        }
    }

    /// The cookies that stayed home.
    pub fn withheld(&self) -> impl Iterator<Item = &CookieVerdict> {
        self.jar.iter().flatten().filter(|one| !one.sent)
    }

    /// The cookies that stayed home and could carry a session.
    pub fn session_withheld(&self) -> impl Iterator<Item = &CookieVerdict> {
        self.withheld().filter(|one| {
            matches!(
                CookieRole::of(&one.name),
                CookieRole::Session | CookieRole::Unknown
            )
        })
    }

    /// Whether a cookie that carries a session by its name stayed home.
    pub fn any_session_withheld(&self) -> bool {
        self.withheld()
            .any(|one| CookieRole::of(&one.name) == CookieRole::Session)
    }

    /// The cookies that stayed home for this reason among others, its twin counted in.
    pub fn withheld_for(&self, reason: SendReason) -> impl Iterator<Item = &CookieVerdict> {
        self.session_withheld()
            .filter(move |one| one.reasons.contains(&reason))
    }

    /// The lines of the answer.
    pub fn lines(&self) -> Vec<CookieLine> {
        let line = |one: &CookieVerdict| CookieLine {
            name: one.name.clone(),
            domain: one.domain.clone(),
            path: one.path.clone(),
            sent: one.sent,
            reasons: one
                .reasons
                .iter()
                .map(|reason| reason.as_str().to_owned())
                .collect(),
            warnings: one
                .warnings
                .iter()
                .map(|warning| warning.as_str().to_owned())
                .collect(),
        };
        self.jar.iter().flatten().map(line).collect()
    }

    /// The lines of the answer for `Set-Cookie`.
    pub fn set_lines(&self) -> Vec<SetCookieLine> {
        let line = |(_, one): &(usize, SetCookieVerdict)| SetCookieLine {
            url: one.url.clone(),
            name: one.name.clone(),
            stored: one.stored,
            reasons: one
                .reasons
                .iter()
                .map(|reason| reason.as_str().to_owned())
                .collect(),
            warnings: one
                .warnings
                .iter()
                .map(|warning| warning.as_str().to_owned())
                .collect(),
        };
        self.set.iter().map(line).collect()
    }
}
