//! Throttling, answered as 401.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::Purpose;

const ID: &str = "rate-limited";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// So many accepted in a row, so close together (in milliseconds), are a burst.
const BURST: usize = 2;
const BURST_WINDOW: i64 = 3_000;

const SAID: &[Because] = &[Because::observed(Subject::Server, "said")];

const TIMED: Signal = Signal::Own("Retry-After says for how many seconds", is_timed);
const OPEN: Signal = Signal::Own("Retry-After does not say for how many seconds", is_open);

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight, Signal::SeenStatus(407)],
    rows: &[
        Rule::said("named", ID)
            .when(&[Signal::Named(ID)])
            .because(SAID),
        // "Try again later" is said of any sign-in that failed.
        Rule::said("hinted", ID)
            .unless(&[Signal::Purpose(Purpose::SignIn)])
            .because(SAID),
        Rule::likely("none-left", Trust::Header)
            .when(&[Signal::Own(
                "a field says that no requests are left",
                is_none_left,
            )])
            .because(&[Because::observed(Subject::Header, "none-left")]),
        Rule::likely("retry-after", Trust::Header)
            .when(&[Signal::Own(
                "Retry-After asks for a pause",
                is_asked_to_wait,
            )])
            .because(&[Because::observed(Subject::Header, "retry-after")]),
        // An opaque token may expire at any moment, so a burst says nothing about it.
        Rule::likely("burst", Trust::Header)
            .when(&[
                Signal::Own(
                    "several such requests were accepted within seconds",
                    is_burst,
                ),
                Signal::ByScript,
            ])
            .unless(&[Signal::AcceptedAfter, Signal::AuthorizationSent])
            .because(&[Because::observed(Subject::History, "burst")]),
    ],
    fills: &[("wait", wait)],
    variants: &[("some", &[OPEN])],
    fixes: &[
        Repair::person(Effort::Easy, "wait").when(&[TIMED]),
        Repair::person(Effort::Easy, "wait-some").when(&[OPEN]),
        Repair::frontend(Effort::Medium, "fewer"),
        Repair::backend(Effort::Easy, "status").snippet("too-many"),
    ],
    ..Rules::BARE
};

/// The pause that `Retry-After` asks for in seconds (RFC 9110, 10.2.3); a date is left alone.
fn seconds_to_wait(facts: &Facts<'_>) -> Option<u32> {
    facts
        .answer_header("retry-after")?
        .trim()
        .parse()
        .ok()
        .filter(|seconds| *seconds > 0)
}

fn is_timed(facts: &Facts<'_>) -> bool {
    seconds_to_wait(facts).is_some()
}

fn is_open(facts: &Facts<'_>) -> bool {
    seconds_to_wait(facts).is_none()
}

fn wait(facts: &Facts<'_>) -> Value {
    seconds_to_wait(facts)
        .map(|seconds| format!("{seconds} s"))
        .into()
}

fn is_none_left(facts: &Facts<'_>) -> bool {
    [
        "x-ratelimit-remaining",
        "ratelimit-remaining",
        "x-rate-limit-remaining",
    ]
    .iter()
    .any(|name| {
        facts
            .answer_header(name)
            .is_some_and(|value| value.trim() == "0")
    })
}

fn is_asked_to_wait(facts: &Facts<'_>) -> bool {
    facts
        .answer_header("retry-after")
        .is_some_and(|value| value.trim() != "0")
}

/// The same kind of request was accepted with the same credentials several times within seconds, and then no more.
fn is_burst(facts: &Facts<'_>) -> bool {
    let own = facts.entry();
    let Some(from) = own.started else {
        return false;
    };
    let recent = facts
        .history
        .accepted_before
        .iter()
        .filter_map(|at| facts.exchange.entries.get(*at).map(|entry| (*at, entry)))
        .filter(|(at, entry)| {
            let close = entry
                .started
                .is_some_and(|at| from.saturating_sub(at) <= BURST_WINDOW);
            close
                && entry.request.url != own.request.url
                && facts.carried.same(*at, facts.failing.index)
        });
    recent.count() >= BURST
}
