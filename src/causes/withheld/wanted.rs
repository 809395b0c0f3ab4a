//! Whether a cookie is what the request needed, and whether the server asks for something else.

use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::history::sets_session;
use crate::facts::names::{Purpose, grant_type};
use crate::facts::request::Relation;
use crate::http::url::Url;
use crate::speech::{Meaning, Weight};

/// What a server says to one who shows nothing; it speaks of no other fault.
const SAID_OF_NOTHING: &[&str] = &[
    "no-credentials",
    "authorization-missing",
    "cookie-missing",
    "session-expired",
    "session-displaced",
    "token-invalid",
    "token-expired",
    "token-malformed",
    "login-rejected",
];

/// Whether a cookie could have made the request succeed: it is no preflight and no sign-in, which need none, and no
/// proxy's refusal.
pub(in crate::causes) fn wants_cookie(facts: &Facts<'_>) -> bool {
    !facts.failing.on_preflight()
        && facts.status() != 407
        && match facts.request.purpose {
            Purpose::SignIn => false,
            Purpose::Token => is_token_of_session(facts),
            _ => true,
        }
}

/// Whether a frame of another site asks its own origin for a token with nothing but, as it hopes, its session.
fn is_token_of_session(facts: &Facts<'_>) -> bool {
    let context = facts.cookies.context.as_ref();
    context.is_some_and(|context| context.third_party.is_some())
        && facts.request.relation == Relation::SameOrigin
        && facts.credentials.is_none()
        && grant_type(&facts.entry().request).is_none()
}

/// Whether the server plainly named a fault that no cookie would fix.
pub(in crate::causes) fn blames_other(facts: &Facts<'_>) -> bool {
    // A renewal that came with nothing is told that there is nothing to renew.
    let renews = facts.request.purpose == Purpose::Refresh && facts.credentials.is_none();
    let of_nothing = |id: &str| {
        SAID_OF_NOTHING.contains(&id) || (renews && matches!(id, "refresh-failed" | "refresh-race"))
    };
    facts.said.phrases.iter().any(|(_, saying)| {
        let other = matches!(saying.means, Meaning::Cause(id) if !of_nothing(id));
        other && saying.weight == Weight::Names
    })
}

/// Whether the server asks for credentials that no cookie is.
pub(in crate::causes) fn asks_for_header(facts: &Facts<'_>) -> bool {
    !facts.challenges.is_empty()
        && !facts.challenges.iter().any(|challenge| {
            matches!(
                challenge.scheme.to_ascii_lowercase().as_str(),
                "cookie" | "session" | "formbased"
            )
        })
}

/// Whether this host was seen to work without a session's cookie: by `Authorization`, or the very request with none.
pub(super) fn works_without(facts: &Facts<'_>) -> bool {
    let history = &facts.history;
    let at_host = |entry: &Entry| {
        Url::parse(&entry.request.url).is_some_and(|url| url.host == facts.request.host())
    };
    let bare = |at: usize| {
        let sent = facts.carried.at(at);
        !sent.unseen && !sent.has_session_cookie()
    };
    let entry = |at: &usize| facts.exchange.entries.get(*at).map(|entry| (*at, entry));
    let elsewhere = history
        .accepted_elsewhere
        .iter()
        .chain(&history.accepted_elsewhere_after);
    let same = history
        .accepted_before
        .iter()
        .chain(&history.accepted_after);
    elsewhere.filter_map(entry).any(|(at, entry)| {
        at_host(entry)
            && entry.request.header("authorization").is_some()
            && bare(at)
            && !sets_session(entry)
    }) || same
        .filter_map(entry)
        .any(|(at, _)| bare(at) && history.sign_outs.is_empty())
}
