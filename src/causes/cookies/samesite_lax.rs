//! A `SameSite=Lax` cookie, stated or by default, was withheld on a cross-site request that is no plain navigation, or
//! was rejected in a response to one.

use serde_json::Value;

use crate::causes::withheld::deciding::{deciding, not_sent};
use crate::causes::withheld::reason::Reason;
use crate::causes::withheld::rows;
use crate::causes::{Because, Cause, Fill, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::browsers::{self, follows};
use crate::cookie::fetch_metadata::{StorageAccess, storage_access};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::SameSite;
use crate::facts::Facts;
use crate::facts::names::Purpose;

const ID: &str = "samesite-lax";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const WHY: Reason = Reason::Lax;
const ACROSS_SCHEMES: Signal = Signal::WithheldAcrossSchemes(WHY);
const ACROSS_SITES: Signal = Signal::WithheldAcrossSites(WHY);
const CROSSED: Signal = Signal::Own("the request crossed sites", is_crossing);
const BLOCKED: Signal = Signal::Own("the browser blocks third-party cookies", is_blocked);
const DEFAULT: Signal = Signal::Own("the browser treats cookies as Lax by default", has_default);
const FRAMED_OR_POSTED: Signal = Signal::Own(
    "it went from a frame, or with a form that another site posted",
    is_framed_or_posted,
);
/// The jar could not be read, so which cookie was withheld is not known.
const NO_COOKIE_KNOWN: Signal = Signal::Own("no cookie is known that was kept back", is_unknown);
const COOKIE_KNOWN: Signal = Signal::Own("the cookie that was kept back is known", is_known);

/// What must not hold where nothing went from where browsers let only `SameSite=None` go.
const UNLESS_UNSEEN: &[Signal] = &[
    Signal::JarRead,
    BLOCKED,
    Signal::HeaderAskedFor,
    Signal::OtherFaultNamed,
];
const ONLY_NONE: &[Because] = &[Because::inferred(Subject::Browser, "only-none")];
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
        Rule::likely("framed-or-posted", Trust::Browser)
            .when(&[
                CROSSED,
                DEFAULT,
                FRAMED_OR_POSTED,
                Signal::NothingSent,
                Signal::WantsCookie,
            ])
            .unless(&[
                Signal::JarRead,
                BLOCKED,
                Signal::HeaderAskedFor,
                Signal::OtherFaultNamed,
                Signal::Purpose(Purpose::Probe),
            ])
            .variant("unseen")
            .with(NO_NAME)
            .because(ONLY_NONE),
        Rule::possible("framed-or-posted-probe", Trust::Browser)
            .when(&[
                CROSSED,
                DEFAULT,
                FRAMED_OR_POSTED,
                Signal::NothingSent,
                Signal::WantsCookie,
            ])
            .unless(UNLESS_UNSEEN)
            .variant("unseen")
            .with(NO_NAME)
            .because(ONLY_NONE),
        Rule::possible("storage-access-active", Trust::Browser)
            .when(&[
                CROSSED,
                DEFAULT,
                Signal::Own(
                    "Sec-Fetch-Storage-Access says that cookies would go",
                    has_storage_access,
                ),
                Signal::NothingSent,
                Signal::WantsCookie,
            ])
            .unless(UNLESS_UNSEEN)
            .variant("unseen")
            .with(NO_NAME)
            .because(ONLY_NONE),
    ],
    variants: &[("scheme", &[ACROSS_SCHEMES]), ("from", &[ACROSS_SITES])],
    because: &[
        Because::inferred(Subject::Browser, "other-scheme").when(&[ACROSS_SCHEMES]),
        Because::inferred(Subject::Request, "cross-site").when(&[ACROSS_SITES]),
        Because::inferred(Subject::Browser, "by-default").when(&[Signal::Own(
            "the cookie has no SameSite attribute",
            is_unstated,
        )]),
    ],
    fixes: &[
        Repair::backend(Effort::Easy, "none-secure")
            .snippet("cookie-none")
            .when(&[COOKIE_KNOWN]),
        Repair::backend(Effort::Easy, "let-in")
            .snippet("cookie-none")
            .when(&[NO_COOKIE_KNOWN]),
        Repair::frontend(Effort::Medium, "same-site"),
        Repair::person(Effort::Medium, "open-there"),
    ],
    ..Rules::BARE
};

fn is_crossing(facts: &Facts<'_>) -> bool {
    let context = facts.cookies.context.as_ref();
    context.is_some_and(|context| context.crossing.is_some())
}

fn is_blocked(facts: &Facts<'_>) -> bool {
    let context = facts.cookies.context.as_ref();
    context.is_some_and(|context| context.blocked.is_some())
}

fn has_default(facts: &Facts<'_>) -> bool {
    follows(&facts.exchange.browser, browsers::Rule::LaxByDefault)
}

fn is_framed_or_posted(facts: &Facts<'_>) -> bool {
    let page = facts.exchange.page.as_ref();
    let framed = page.is_some_and(|page| !page.frames.is_empty());
    facts.cookies.context.as_ref().is_some_and(|context| {
        if context.top_level {
            !context.safe
        } else {
            framed
        }
    })
}

fn has_storage_access(facts: &Facts<'_>) -> bool {
    storage_access(facts.entry()) == Some(StorageAccess::Active)
}

fn is_unstated(facts: &Facts<'_>) -> bool {
    not_sent(facts, WHY).is_some_and(|one| one.cookie.same_site == SameSite::Unspecified)
}

fn is_known(facts: &Facts<'_>) -> bool {
    deciding(facts, WHY).is_some()
}

fn is_unknown(facts: &Facts<'_>) -> bool {
    !is_known(facts)
}

/// The cookie's name, where none is known.
fn nothing(_: &Facts<'_>) -> Value {
    "".into()
}
