//! The browser rejected the `Set-Cookie` for a rule of its own: a prefix, a public suffix, a size, a character,
//! `Partitioned` without `Secure`.

use serde_json::Value;

use crate::causes::withheld::deciding::{Cookie, deciding};
use crate::causes::withheld::reason::{Reason, main_store_reason};
use crate::causes::withheld::rows;
use crate::causes::{Because, Cause, Repair, Rules, Signal};
use crate::cookie::reason::StoreReason;
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;

const ID: &str = "cookie-rejected";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const WHY: Reason = Reason::OtherRule;
const PREFIX: Signal = Signal::Own("its name's prefix asks for what it has not", |facts| {
    rule(facts) == Some(StoreReason::InvalidPrefix)
});
const SUFFIX: Signal = Signal::Own("its Domain is a public suffix", |facts| {
    rule(facts) == Some(StoreReason::InvalidDomain)
});
const SIZE: Signal = Signal::Own("it is too large", |facts| {
    rule(facts) == Some(StoreReason::NameValuePairExceedsMaxSize)
});
const PARTITIONED: Signal = Signal::Own("it is Partitioned without Secure", |facts| {
    rule(facts) == Some(StoreReason::InvalidPartitioned)
});
const OVERWRITE: Signal = Signal::Own("it would overwrite a Secure cookie", |facts| {
    rule(facts) == Some(StoreReason::OverwriteSecure)
});
const UNEXPLAINED: Signal =
    Signal::Own("it breaks a rule that needs no more words", is_unexplained);
const KEEPABLE: Signal = Signal::Own("the rule need only be kept", is_keepable);

static RULES: Rules = Rules {
    rows: &[
        rows::rejected_for_csrf(WHY),
        rows::rejected_at_sign_in(WHY),
        rows::rejected_for_renewal(WHY),
        rows::rejected_for_renewal_unsurely(WHY),
        rows::rejected(WHY),
        rows::rejected_perhaps(WHY),
    ],
    because: &[
        Because::inferred(Subject::Browser, "prefix-rule").when(&[PREFIX]),
        Because::inferred(Subject::Browser, "suffix-rule").when(&[SUFFIX]),
        Because::inferred(Subject::Browser, "size-rule").when(&[SIZE]),
        Because::inferred(Subject::Browser, "partitioned-rule").when(&[PARTITIONED]),
        Because::inferred(Subject::Browser, "overwrite-rule").when(&[OVERWRITE]),
        Because::inferred(Subject::Browser, "rule").when(&[UNEXPLAINED]),
    ],
    fills: &[("rule", rule_name)],
    fixes: &[
        Repair::backend(Effort::Easy, "prefix")
            .snippet("cookie-host")
            .when(&[PREFIX]),
        Repair::backend(Effort::Easy, "suffix").when(&[SUFFIX]),
        Repair::backend(Effort::Medium, "smaller").when(&[SIZE]),
        Repair::backend(Effort::Easy, "keep-the-rule").when(&[KEEPABLE]),
    ],
    ..Rules::BARE
};

/// The rule that the cookie breaks and that has to be kept first.
fn rule(facts: &Facts<'_>) -> Option<StoreReason> {
    match deciding(facts, WHY)? {
        Cookie::Rejected(one) => main_store_reason(one),
        Cookie::Withheld(_) | Cookie::Another(_) => None,
    }
}

fn rule_name(facts: &Facts<'_>) -> Value {
    rule(facts).map(StoreReason::as_str).into()
}

fn is_keepable(facts: &Facts<'_>) -> bool {
    !matches!(
        rule(facts),
        None | Some(
            StoreReason::InvalidPrefix
                | StoreReason::InvalidDomain
                | StoreReason::NameValuePairExceedsMaxSize
        )
    )
}

fn is_unexplained(facts: &Facts<'_>) -> bool {
    is_keepable(facts)
        && !matches!(
            rule(facts),
            Some(StoreReason::InvalidPartitioned | StoreReason::OverwriteSecure)
        )
}
