//! The request's credentials mode left at home cookies that would have gone.

use serde_json::Value;

use crate::causes::withheld::deciding::{Kept, not_sent};
use crate::causes::withheld::reason::Reason;
use crate::causes::withheld::rows;
use crate::causes::{Because, Cause, Fill, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::reason::SendReason;
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Entry, Resource};
use crate::facts::names::CookieRole;
use crate::facts::{Credentials as Sent, Facts};
use crate::http::url::Url;

const ID: &str = "fetch-credentials";

/// Within so many milliseconds a session's cookie seldom goes.
const RECENT: i64 = 120_000;

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const WHY: Reason = Reason::Mode;
/// To leave cookies out on its own origin a page must say `omit`.
const OWN_ORIGIN: Signal = Signal::Own("the request stays on its own origin", is_own_origin);
const NOT_SEEN_SET: Signal = Signal::Own("the cookie was not seen set", is_not_seen_set);
const MANIFEST: Signal = Signal::Own("a manifest was requested", is_manifest);
const FONT: Signal = Signal::Own("a font was requested", is_font);
const LET_IN: Signal = Signal::Own("requests with credentials were accepted nearby", is_let_in);
const CORS: Signal = Signal::Own("the request is checked by CORS", is_cors);
const OTHERS_CARRIED: Signal = Signal::Own(
    "another request to the host carried a session's cookie and was accepted",
    is_unlike_others,
);

const COOKIES_SENT: Signal = Signal::Own("cookies were sent", are_cookies_sent);

/// What must not hold where a request went bare to another origin, so that its mode may be what kept cookies back.
const UNLESS_SEEN: &[Signal] = &[
    Signal::JarRead,
    COOKIES_SENT,
    Signal::CredentialsIncluded,
    Signal::OtherFaultNamed,
];
/// The same, where the session was not ended on purpose.
const UNLESS_SEEN_OR_SIGNED_OUT: &[Signal] = &[
    Signal::JarRead,
    COOKIES_SENT,
    Signal::CredentialsIncluded,
    Signal::OtherFaultNamed,
    Signal::SignedOut,
];

const BY_NATURE: &[Because] = &[Because::inferred(Subject::Browser, "anonymous")];
const UNLESS_OTHER_FAULT: &[Signal] = &[Signal::SeenStatus(407), Signal::OtherFaultNamed];
const HIDDEN_BY_NATURE: &[&str] = &["no-credentials", "cookie-missing", "server-basic-auth"];
const CARRIED: &[Fill] = &[("cookie", carried_name)];
const BY_OTHERS: &[Because] =
    &[Because::observed(Subject::History, "others-carried").with(CARRIED)];

static RULES: Rules = Rules {
    rows: &[
        rows::rejected_at_sign_in(WHY),
        rows::rejected_for_renewal(WHY),
        rows::rejected_for_renewal_unsurely(WHY),
        rows::rejected(WHY),
        rows::rejected_perhaps(WHY),
        // That the cookie came only afterwards is as likely.
        Rule::possible("omitted-on-own-origin", Trust::Browser)
            .about(Kept::Withheld(WHY))
            .when(&[OWN_ORIGIN, NOT_SEEN_SET])
            .unless(rows::OPEN)
            .hides(rows::EXPLAINED)
            .hides_where(rows::ON_RENEWAL),
        rows::withheld_session(WHY),
        rows::withheld(WHY),
        rows::withheld_perhaps(WHY),
        rows::withheld_aside(WHY),
        rows::another_withheld(WHY),
        rows::another_withheld_aside(WHY),
        // Browsers fetch a manifest without credentials, unless its link asks for them (HTML, 4.6.8.10).
        Rule::certain("manifest-unlike-others", Trust::Browser)
            .when(&[MANIFEST, LET_IN, Signal::NothingSent])
            .unless(UNLESS_OTHER_FAULT)
            .variant("by-nature")
            .because(BY_NATURE)
            .hides(HIDDEN_BY_NATURE),
        // So they do a font of another origin (CSS Fonts 4, 4.9).
        Rule::certain("font-unlike-others", Trust::Browser)
            .when(&[FONT, Signal::CrossOrigin, LET_IN, Signal::NothingSent])
            .unless(UNLESS_OTHER_FAULT)
            .variant("by-nature")
            .because(BY_NATURE)
            .hides(HIDDEN_BY_NATURE),
        Rule::likely("manifest", Trust::Browser)
            .when(&[MANIFEST, Signal::NothingSent])
            .unless(UNLESS_OTHER_FAULT)
            .variant("by-nature")
            .because(BY_NATURE)
            .hides(HIDDEN_BY_NATURE),
        Rule::likely("others-carried-just-now", Trust::Browser)
            .when(&[
                OTHERS_CARRIED,
                Signal::Own("so short a time ago that it is there still", is_just_now),
                CORS,
                Signal::NothingSent,
                Signal::NoChallenge,
                Signal::WantsCookie,
            ])
            .unless(UNLESS_SEEN_OR_SIGNED_OUT)
            .variant("unlike")
            .with(CARRIED)
            .because(BY_OTHERS)
            .hides(&["no-credentials", "cookie-missing"]),
        Rule::likely("others-carried", Trust::History)
            .when(&[
                OTHERS_CARRIED,
                CORS,
                Signal::NothingSent,
                Signal::NoChallenge,
                Signal::WantsCookie,
            ])
            .unless(UNLESS_SEEN_OR_SIGNED_OUT)
            .variant("unlike")
            .with(CARRIED)
            .because(BY_OTHERS)
            .hides(&["no-credentials", "cookie-missing"]),
        Rule::possible("credentials-allowed", Trust::Typical)
            .when(&[
                Signal::Own("the response allows credentials", is_allowing),
                CORS,
                Signal::NothingSent,
                Signal::NoChallenge,
                Signal::WantsCookie,
            ])
            .unless(UNLESS_SEEN)
            .variant("unread")
            .because(&[Because::observed(Subject::Cors, "allows-credentials")]),
    ],
    variants: &[("omit", &[Signal::Withheld(WHY), OWN_ORIGIN])],
    because: &[
        Because::inferred(Subject::Browser, "mode").when(&[Signal::Own(
            "the mode is all that withheld it",
            is_only_reason,
        )]),
    ],
    fixes: &[
        Repair::frontend(Effort::Easy, "include").snippet("include"),
        Repair::backend(Effort::Easy, "allow").snippet("cors"),
    ],
    ..Rules::BARE
};

fn is_own_origin(facts: &Facts<'_>) -> bool {
    !facts.cors.applies && !facts.request.is_cross_origin()
}

fn is_not_seen_set(facts: &Facts<'_>) -> bool {
    not_sent(facts, WHY).is_some_and(|one| one.set_at.is_none())
}

fn is_only_reason(facts: &Facts<'_>) -> bool {
    not_sent(facts, WHY).is_some_and(|one| one.only(SendReason::CredentialsOmitted))
}

fn is_manifest(facts: &Facts<'_>) -> bool {
    let entry = facts.entry();
    entry.resource == Resource::Manifest
        || entry.request.header("sec-fetch-dest") == Some("manifest")
}

fn is_font(facts: &Facts<'_>) -> bool {
    facts.entry().resource == Resource::Font
}

fn is_let_in(facts: &Facts<'_>) -> bool {
    let mut nearby = facts.accepted_nearby();
    nearby.any(|other| !Sent::of(&other.request).is_none())
}

fn is_cors(facts: &Facts<'_>) -> bool {
    facts.cors.applies
}

fn are_cookies_sent(facts: &Facts<'_>) -> bool {
    facts.credentials.cookies.is_some()
}

/// Another request of a script to the same host that carried a session's cookie and was accepted, with that cookie's
/// name.
fn other<'a>(facts: &'a Facts<'_>) -> Option<(&'a Entry, String)> {
    let history = &facts.history;
    let accepted = history
        .accepted_before
        .iter()
        .chain(&history.accepted_elsewhere);
    let mut entries = accepted.filter_map(|at| facts.exchange.entries.get(*at));
    entries.find_map(|entry| {
        let here =
            Url::parse(&entry.request.url).is_some_and(|url| url.host == facts.request.host());
        if !here || entry.resource == Resource::Document {
            return None;
        }
        let sent = Sent::of(&entry.request).cookies.unwrap_or_default();
        let mut cookies = sent.into_iter();
        let cookie = cookies.find(|cookie| cookie.role == CookieRole::Session)?;
        Some((entry, cookie.name))
    })
}

fn is_unlike_others(facts: &Facts<'_>) -> bool {
    other(facts).is_some()
}

fn is_just_now(facts: &Facts<'_>) -> bool {
    let then = other(facts).and_then(|(entry, _)| entry.started);
    let now = facts.entry().started;
    now.zip(then)
        .is_some_and(|(now, then)| now.saturating_sub(then) < RECENT)
}

fn carried_name(facts: &Facts<'_>) -> Value {
    other(facts).map(|(_, name)| name).into()
}

fn is_allowing(facts: &Facts<'_>) -> bool {
    let response = &facts.entry().response;
    let mut values = response.headers("access-control-allow-credentials");
    values.any(|value| value.trim() == "true")
}
