//! The browser itself removed the cookie: its time, as the server had set it, has passed.

use serde_json::Value;

use crate::causes::withheld::loss::{EXPLAINED_BY_LOSS, session_lost};
use crate::causes::{Because, Cause, Fill, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::reason::StoreReason;
use crate::cookie::value::octets;
use crate::cookie::verdict::SetCookieVerdict;
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Loss, LossCause};
use crate::facts::Facts;
use crate::facts::cookies::AtHome;
use crate::facts::names::CookieRole;

const ID: &str = "cookie-expired";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: true,
};

const OVER: Signal = Signal::Own(
    "a cookie that carried the session is past its time",
    is_over,
);
const NAMED: Signal = Signal::Own("its name says that it carries a session", is_named);
const BORN_DEAD: Signal = Signal::Own(
    "a session's cookie was set with a value and a time that had passed",
    is_born_dead,
);
const REMOVED: Signal = Signal::Own(
    "the browser tells that it removed a session's cookie for its time",
    is_removed,
);

/// What takes the certainty: the server asks for something else, or something else was sent.
const DOUBTS: &[Signal] = &[
    Signal::OtherFaultNamed,
    Signal::HeaderAskedFor,
    Signal::KeySent,
];

const BY_TIME: &[Because] = &[Because::observed(Subject::Cookie, "over")];
const BY_DATE: &[Because] = &[Because::observed(Subject::Cookie, "set-in-the-past")];
const BY_EVENT: &[Because] = &[Because::observed(Subject::Browser, "told")];
const OVER_FILLS: &[Fill] = &[("cookie", over_name), ("seconds", lifetime)];
const BORN_DEAD_FILLS: &[Fill] = &[("cookie", born_dead_name)];
const REMOVED_FILLS: &[Fill] = &[("cookie", removed_name)];

static RULES: Rules = Rules {
    when: &[Signal::WantsCookie],
    unless: &[Signal::AuthorizationSent, Signal::SessionCookieSent],
    rows: &[
        Rule::certain("session-over", Trust::Browser)
            .when(&[OVER, NAMED])
            .unless(DOUBTS)
            .with(OVER_FILLS)
            .because(BY_TIME),
        Rule::likely("over", Trust::Browser)
            .when(&[OVER])
            .unless(&[Signal::OtherFaultNamed])
            .with(OVER_FILLS)
            .because(BY_TIME),
        Rule::possible("over-perhaps", Trust::Browser)
            .when(&[OVER])
            .with(OVER_FILLS)
            .because(BY_TIME),
        Rule::certain("born-dead", Trust::Browser)
            .when(&[BORN_DEAD])
            .unless(DOUBTS)
            .variant("born-dead")
            .with(BORN_DEAD_FILLS)
            .because(BY_DATE),
        Rule::likely("born-dead-likely", Trust::Browser)
            .when(&[BORN_DEAD])
            .unless(&[Signal::OtherFaultNamed])
            .variant("born-dead")
            .with(BORN_DEAD_FILLS)
            .because(BY_DATE),
        Rule::possible("born-dead-perhaps", Trust::Browser)
            .when(&[BORN_DEAD])
            .variant("born-dead")
            .with(BORN_DEAD_FILLS)
            .because(BY_DATE),
        Rule::certain("removed", Trust::Browser)
            .when(&[REMOVED])
            .unless(DOUBTS)
            .with(REMOVED_FILLS)
            .because(BY_EVENT),
        Rule::likely("removed-likely", Trust::Browser)
            .when(&[REMOVED])
            .unless(&[Signal::OtherFaultNamed])
            .with(REMOVED_FILLS)
            .because(BY_EVENT),
        Rule::possible("removed-perhaps", Trust::Browser)
            .when(&[REMOVED])
            .with(REMOVED_FILLS)
            .because(BY_EVENT),
    ],
    hides: EXPLAINED_BY_LOSS,
    variants: &[(
        "short",
        &[Signal::Own(
            "how long it was to be kept is known",
            is_lifetime_known,
        )],
    )],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again"),
        Repair::frontend(Effort::Medium, "renew"),
        Repair::backend(Effort::Easy, "lifetime").snippet("cookie-max-age"),
    ],
    ..Rules::BARE
};

/// The cookie that carried the session and was set with a lifetime that is over.
fn over<'a>(facts: &'a Facts<'_>) -> Option<&'a AtHome> {
    let mut ended = facts.cookies.ended.iter();
    ended.find(|one| facts.carried_session(one))
}

fn is_over(facts: &Facts<'_>) -> bool {
    over(facts).is_some()
}

fn is_named(facts: &Facts<'_>) -> bool {
    over(facts).is_some_and(|one| one.role == CookieRole::Session)
}

fn over_name(facts: &Facts<'_>) -> Value {
    over(facts).map(|one| one.verdict.name.as_str()).into()
}

/// For how many seconds it was to be kept, where its `Set-Cookie` was seen.
fn seconds(facts: &Facts<'_>) -> Option<f64> {
    let one = over(facts)?;
    let set = facts.exchange.entries.get(one.set_at?)?.ended()? as f64 / 1000.0;
    Some((one.cookie.expires? - set).round())
}

fn lifetime(facts: &Facts<'_>) -> Value {
    seconds(facts).into()
}

fn is_lifetime_known(facts: &Facts<'_>) -> bool {
    seconds(facts).is_some()
}

/// The `Set-Cookie` of a sign-in whose time had passed already, and that yet has a value.
fn born_dead<'a>(facts: &'a Facts<'_>) -> Option<&'a SetCookieVerdict> {
    let mut set = facts.cookies.set.iter().rev();
    let dead = set.find(|(at, one)| {
        *at < facts.failing.index
            && one.reasons.contains(&StoreReason::AlreadyExpired)
            && CookieRole::of(&one.name) == CookieRole::Session
            && octets(&one.cookie.value) > 12
            && !facts.history.sign_outs.contains(at)
    });
    dead.map(|(_, one)| one)
}

fn is_born_dead(facts: &Facts<'_>) -> bool {
    born_dead(facts).is_some()
}

fn born_dead_name(facts: &Facts<'_>) -> Value {
    born_dead(facts).map(|one| one.name.as_str()).into()
}

/// What the browser told when it removed the cookie because its time had passed.
fn removed<'a>(facts: &'a Facts<'_>) -> Option<&'a Loss> {
    session_lost(facts, |cause| cause == LossCause::Expired).next()
}

fn is_removed(facts: &Facts<'_>) -> bool {
    removed(facts).is_some()
}

fn removed_name(facts: &Facts<'_>) -> Value {
    removed(facts).map(|loss| loss.name.as_str()).into()
}
