//! The refresh that should have renewed the token or session failed before this request.

use serde_json::Value;

use crate::causes::{Because, Cause, Fill, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::names::{CookieRole, Purpose};

const ID: &str = "refresh-failed";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: true,
};

/// A refresh that failed so long ago has nothing to do with it any more, in seconds.
const LONGEST: f64 = 3_600.0;

const REFRESH: Signal = Signal::Purpose(Purpose::Refresh);
/// What must not hold where the failing request is the refresh.
const NOT_ITSELF: &[Signal] = &[Signal::Named("oauth-client"), Signal::OnPreflight];
/// The same, where the server's word is to prove it: a change of the password ends what renews, and is told apart.
const NOT_PROVEN: &[Signal] = &[
    Signal::Named("oauth-client"),
    Signal::OnPreflight,
    Signal::PasswordChanged,
    Signal::RefreshesRaced,
];
const CARRIES: Signal = Signal::Own(
    "something that could renew was sent, or tokens were used before",
    carries_something,
);
const ITSELF: &[Because] = &[Because::observed(Subject::Request, "is-refresh")];
const EXPLAINED: &[&str] = &[
    "token-expired",
    "session-expired",
    "login-rejected",
    "basic-credentials-rejected",
];
const EXPLAINED_TOO: &[&str] = &[
    "no-credentials",
    "token-expired",
    "session-expired",
    "login-rejected",
    "basic-credentials-rejected",
];

const FAILED: Signal = Signal::Own("a refresh failed within the hour before", is_failed);
/// What must not hold where a refresh before is the cause.
const NOT_BEFORE: &[Signal] = &[REFRESH, Signal::OnPreflight];
const BEFORE: &[Because] = &[
    Because::observed(Subject::History, "unanswered")
        .with(RESULT)
        .when(&[Signal::Own("the refresh got no response", is_unanswered)]),
    Because::observed(Subject::History, "refused")
        .with(RESULT)
        .when(&[Signal::Own("the refresh was refused", is_refused)]),
];
const RESULT: &[Fill] = &[("refused", status), ("ago", ago)];

static RULES: Rules = Rules {
    rows: &[
        // That none came is what the server says of a cookie that the browser withheld.
        Rule::possible("session-cookie-withheld", Trust::Typical)
            .when(&[
                REFRESH,
                Signal::NothingSent,
                Signal::Own("a cookie named as a session's was withheld", is_withheld),
            ])
            .unless(NOT_ITSELF)
            .variant("itself")
            .because(ITSELF)
            .hides(EXPLAINED),
        Rule::likely("race-is-named", Trust::Body)
            .when(&[REFRESH, Signal::Named("refresh-race")])
            .unless(NOT_ITSELF)
            .variant("itself")
            .because(ITSELF)
            .hides(EXPLAINED_TOO),
        Rule::certain("named-of-itself", Trust::Body)
            .when(&[REFRESH, Signal::Named(ID), CARRIES])
            .unless(NOT_PROVEN)
            .variant("itself")
            .because(ITSELF)
            .hides(EXPLAINED_TOO),
        Rule::certain("token-is-refused", Trust::Body)
            .when(&[
                REFRESH,
                Signal::SaidAny(&["token-expired", "token-revoked", "token-invalid"]),
                CARRIES,
            ])
            .unless(NOT_PROVEN)
            .variant("itself")
            .because(ITSELF)
            .hides(EXPLAINED_TOO),
        // Where nothing was seen to be sent, a cookie may have been what should have been.
        Rule::likely("said-of-itself", Trust::Body)
            .when(&[
                REFRESH,
                Signal::SaidAny(&[ID, "token-expired", "token-revoked", "token-invalid"]),
            ])
            .unless(NOT_ITSELF)
            .variant("itself")
            .because(ITSELF)
            .hides(EXPLAINED_TOO),
        Rule::likely("refused-itself", Trust::Credential)
            .when(&[REFRESH, CARRIES])
            .unless(NOT_ITSELF)
            .variant("itself")
            .because(ITSELF)
            .hides(EXPLAINED_TOO),
        // Without its body a token endpoint's request does not say what it is for: one that is as long as one that was
        // accepted before, from a page that has used tokens since, renews again.
        Rule::likely("asked-as-before", Trust::Browser)
            .when(&[Signal::RenewsUnseen])
            .unless(&[
                Signal::OnPreflight,
                Signal::NamedBeside(&[ID, "token-invalid", "token-expired"]),
            ])
            .variant("itself")
            .because(&[Because::observed(Subject::History, "asked-as-before")])
            .hides(EXPLAINED_TOO),
        // A visitor who has nothing to renew is simply not signed in, and that is what the response says.
        Rule::possible("visitor", Trust::Typical)
            .when(&[REFRESH, Signal::ByScript])
            .unless(&[
                Signal::Named("oauth-client"),
                Signal::OnPreflight,
                Signal::SignedIn,
                Signal::SessionWithheld,
                Signal::Own("some of what happened was lost", is_lossy),
                Signal::NamedBeside(&[]),
            ])
            .variant("visitor")
            .because(&[
                Because::observed(Subject::Request, "evidence.nothing-sent"),
                Because::observed(Subject::Request, "is-refresh"),
            ])
            .hides(EXPLAINED)
            .harmless(),
        Rule::possible("nothing-to-renew", Trust::Typical)
            .when(&[REFRESH])
            .unless(NOT_ITSELF)
            .variant("itself")
            .because(ITSELF)
            .hides(EXPLAINED),
        Rule::possible("failed-beside-another", Trust::History)
            .when(&[FAILED, Signal::RefreshesRaced])
            .unless(NOT_BEFORE)
            .with(RESULT)
            .because(BEFORE),
        Rule::possible("failed-but-token-is-valid", Trust::History)
            .when(&[FAILED, Signal::TokenHolds])
            .unless(&[
                REFRESH,
                Signal::OnPreflight,
                Signal::TokenExpired,
                Signal::Said("token-expired"),
            ])
            .with(RESULT)
            .because(BEFORE),
        Rule::certain("failed-and-token-is-expired", Trust::Browser)
            .when(&[FAILED, Signal::TokenExpired])
            .unless(NOT_BEFORE)
            .with(RESULT)
            .because(BEFORE),
        Rule::certain("failed-and-called-expired", Trust::Browser)
            .when(&[FAILED, Signal::Said("token-expired")])
            .unless(NOT_BEFORE)
            .with(RESULT)
            .because(BEFORE),
        Rule::certain("failed-and-signed-out", Trust::Browser)
            .when(&[FAILED, Signal::NothingSent])
            .unless(NOT_BEFORE)
            .with(RESULT)
            .because(BEFORE),
        Rule::likely("failed", Trust::Browser)
            .when(&[FAILED])
            .unless(NOT_BEFORE)
            .with(RESULT)
            .because(BEFORE),
        Rule::said("coded", ID)
            .when(&[Signal::Named(ID), Signal::Coded(ID)])
            .unless(&[REFRESH]),
        Rule::said("named", ID)
            .when(&[Signal::Named(ID)])
            .unless(&[REFRESH])
            .at_most(Confidence::Likely),
    ],
    hides: &["token-invalid"],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again"),
        Repair::frontend(Effort::Medium, "give-up"),
        Repair::backend(Effort::Medium, "lifetimes"),
    ],
    ..Rules::BARE
};

fn is_withheld(facts: &Facts<'_>) -> bool {
    let mut home = facts.cookies.home.iter();
    home.any(|one| one.role == CookieRole::Session)
}

fn is_lossy(facts: &Facts<'_>) -> bool {
    !facts.exchange.losses.is_empty()
}

/// Whether anything that could renew was sent, in the header, a cookie, or the recorded body; where no body is
/// recorded, whether the page used tokens before.
fn carries_something(facts: &Facts<'_>) -> bool {
    if !facts.credentials.is_none() {
        return true;
    }
    match &facts.entry().request.body {
        Some(body) => body.text.to_ascii_lowercase().contains("refresh"),
        None => {
            let mut earlier = facts.exchange.entries.iter().take(facts.failing.index);
            earlier.any(|entry| entry.request.header("authorization").is_some())
        }
    }
}

/// The refresh that failed before, and how many seconds ago. A server that is down fails refreshes too, but one that is
/// refused or without a response is meant.
fn failed<'a>(facts: &'a Facts<'_>) -> Option<(&'a Entry, f64)> {
    let entry = facts.refresh_failed_before()?;
    let ago = facts.entry().started?.saturating_sub(entry.started?) as f64 / 1000.0;
    let down = entry.response.status >= 500 && !facts.token_is_over();
    (ago <= LONGEST && !down).then_some((entry, ago))
}

fn is_failed(facts: &Facts<'_>) -> bool {
    failed(facts).is_some()
}

fn is_unanswered(facts: &Facts<'_>) -> bool {
    failed(facts).is_some_and(|(entry, _)| entry.response.status == 0)
}

fn is_refused(facts: &Facts<'_>) -> bool {
    failed(facts).is_some_and(|(entry, _)| entry.response.status != 0)
}

fn status(facts: &Facts<'_>) -> Value {
    failed(facts).map(|(entry, _)| entry.response.status).into()
}

fn ago(facts: &Facts<'_>) -> Value {
    failed(facts).map(|(_, ago)| ago.round()).into()
}
