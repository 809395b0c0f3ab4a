//! The browser blocks third-party cookies, or keeps them apart by page.

use serde_json::Value;

use crate::causes::withheld::deciding::not_sent;
use crate::causes::withheld::reason::Reason;
use crate::causes::withheld::rows;
use crate::causes::{Because, Cause, Fill, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::fetch_metadata::Credentials;
use crate::cookie::reason::SendReason;
use crate::diagnosis::{Effort, Subject};
use crate::exchange::ThirdPartyCookies;
use crate::facts::Facts;
use crate::facts::names::CookieRole;

const ID: &str = "third-party-cookies";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const WHY: Reason = Reason::ThirdParty;
const THIRD_PARTY: Signal = Signal::Own("the request is a third party's", is_third_party);
const TOLD: Signal = Signal::Own(
    "Sec-Fetch-Storage-Access says that cookies are blocked",
    is_told,
);
const FRAMED: Signal = Signal::Own("the page has frames", is_framed);
const BLOCKED: Signal = Signal::Own(
    "the browser's setting blocks third-party cookies",
    is_blocked,
);
/// Where cookies are only kept apart, one could sign in within the frame, and nobody may have.
const APART: Signal = Signal::Own(
    "the browser's setting keeps cookies apart by page",
    is_apart,
);

/// What must not hold where nothing in the jar could show the cookie, because none was ever kept.
const UNLESS_UNSEEN: &[Signal] = &[
    Signal::AuthorizationSent,
    Signal::Own("a cookie was sent that could carry a session", is_carried),
    Signal::HeaderAskedFor,
    Signal::OtherFaultNamed,
];
const SETTING: &[Because] = &[Because::observed(Subject::Browser, "blocked")];
const NO_NAME: &[Fill] = &[("cookie", nothing)];

static RULES: Rules = Rules {
    rows: &[
        rows::rejected_for_csrf(WHY),
        rows::rejected_at_sign_in(WHY),
        rows::rejected_for_renewal(WHY),
        rows::rejected_for_renewal_unsurely(WHY),
        rows::rejected(WHY),
        rows::rejected_perhaps(WHY),
        rows::withheld_session(WHY),
        rows::withheld(WHY),
        rows::withheld_perhaps(WHY),
        rows::withheld_aside(WHY),
        rows::another_withheld(WHY),
        rows::another_withheld_aside(WHY),
        Rule::possible("told-apart", Trust::Browser)
            .when(&[THIRD_PARTY, TOLD, APART, Signal::WantsCookie])
            .unless(UNLESS_UNSEEN)
            .variant("unseen")
            .with(NO_NAME)
            .because(SETTING),
        Rule::possible("framed-apart", Trust::Browser)
            .when(&[THIRD_PARTY, FRAMED, APART, Signal::WantsCookie])
            .unless(UNLESS_UNSEEN)
            .variant("unseen")
            .with(NO_NAME)
            .because(SETTING),
        Rule::likely("told", Trust::Browser)
            .when(&[THIRD_PARTY, TOLD, Signal::WantsCookie])
            .unless(UNLESS_UNSEEN)
            .variant("unseen")
            .with(NO_NAME)
            .because(SETTING),
        Rule::likely("framed", Trust::Browser)
            .when(&[THIRD_PARTY, FRAMED, BLOCKED, Signal::WantsCookie])
            .unless(UNLESS_UNSEEN)
            .variant("unseen")
            .with(NO_NAME)
            .because(SETTING),
    ],
    variants: &[(
        "partition",
        &[Signal::Own(
            "the cookie is stored under another page's partition",
            is_of_other_partition,
        )],
    )],
    because: &[Because::inferred(Subject::Browser, "third-party").when(&[Signal::Withheld(WHY)])],
    fixes: &[
        Repair::person(Effort::Easy, "open-alone"),
        Repair::person(Effort::Easy, "allow"),
        Repair::backend(Effort::Medium, "partitioned").snippet("cookie-partitioned"),
        Repair::frontend(Effort::Hard, "same-site"),
    ],
    ..Rules::BARE
};

fn is_third_party(facts: &Facts<'_>) -> bool {
    let context = facts.cookies.context.as_ref();
    context.is_some_and(|context| context.third_party.is_some())
}

/// The request itself tells by `Sec-Fetch-Storage-Access` that it would have taken cookies along.
fn is_told(facts: &Facts<'_>) -> bool {
    let context = facts.cookies.context.as_ref();
    context.is_some_and(|context| {
        context.credentials == Credentials::Included
            && facts.request.by_script
            && context.blocked.is_some()
    })
}

fn is_framed(facts: &Facts<'_>) -> bool {
    let page = facts.exchange.page.as_ref();
    page.is_some_and(|page| !page.frames.is_empty())
}

fn is_blocked(facts: &Facts<'_>) -> bool {
    facts.exchange.settings.third_party_cookies == Some(ThirdPartyCookies::Blocked)
}

fn is_apart(facts: &Facts<'_>) -> bool {
    facts.exchange.settings.third_party_cookies == Some(ThirdPartyCookies::Partitioned)
}

fn is_carried(facts: &Facts<'_>) -> bool {
    let mut cookies = facts.credentials.cookies.iter().flatten();
    cookies.any(|cookie| cookie.role != CookieRole::Aside)
}

fn is_of_other_partition(facts: &Facts<'_>) -> bool {
    not_sent(facts, WHY)
        .is_some_and(|one| one.verdict.reasons.contains(&SendReason::OtherPartition))
}

/// The cookie's name, where none is known.
fn nothing(_: &Facts<'_>) -> Value {
    "".into()
}
