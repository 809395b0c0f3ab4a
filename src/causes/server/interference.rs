//! Another extension or a security program removed or changed the credentials.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::reason::Warning;
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Entry, Family, Resource};
use crate::facts::Facts;
use crate::facts::failing::is_preflight;
use crate::facts::names::CookieRole;
use crate::facts::request::Relation;
use crate::http::url::Url;

const ID: &str = "interference";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const PREFLIGHT: Signal = Signal::Own("the request is a preflight itself", is_itself_preflight);
const COOKIES_SENT: Signal = Signal::Own("cookies were sent", has_cookies);
const BY_ITSELF: Signal = Signal::Own(
    "the browser adds cookies unless the page's code says otherwise",
    goes_by_itself,
);
const STRIPPED: Signal = Signal::Own(
    "a cookie was not sent that the browser's rules let go",
    is_stripped,
);
const SHOULD_HAVE_GONE: &[Because] = &[Because::observed(Subject::Cookie, "should-have-gone")];

static RULES: Rules = Rules {
    rows: &[
        Rule::likely("announced", Trust::Browser)
            .when(&[Signal::Own(
                "a preflight that announced Authorization was accepted",
                is_announced,
            )])
            .unless(&[
                Signal::AuthorizationSent,
                PREFLIGHT,
                Signal::Status(0, 0),
                Signal::Own("the request was redirected", is_redirected),
            ])
            .variant("header")
            .because(&[Because::observed(Subject::Header, "announced")]),
        // A credentialless frame sends none of its cookies either, and nothing that an extension sees shows it.
        Rule::possible("no-cookies-beside-frames", Trust::Typical)
            .when(&[
                BY_ITSELF,
                STRIPPED,
                Signal::Own("the page has frames", has_frames),
            ])
            .unless(&[COOKIES_SENT, PREFLIGHT])
            .variant("cookie")
            .with(&[("cookie", cookie)])
            .because(SHOULD_HAVE_GONE),
        Rule::possible("no-cookies-by-its-own-code", Trust::Typical)
            .when(&[
                BY_ITSELF,
                STRIPPED,
                Signal::Own(
                    "a service worker or an early fetch may leave cookies out",
                    leaves_out,
                ),
            ])
            .unless(&[COOKIES_SENT, PREFLIGHT])
            .variant("cookie")
            .with(&[("cookie", cookie)])
            .because(SHOULD_HAVE_GONE),
        Rule::likely("no-cookies", Trust::Browser)
            .when(&[BY_ITSELF, STRIPPED])
            .unless(&[COOKIES_SENT, PREFLIGHT])
            .variant("cookie")
            .with(&[("cookie", cookie)])
            .because(SHOULD_HAVE_GONE),
        // What is typed into the prompts is taken away.
        Rule::likely("prompts", Trust::Browser)
            .when(&[
                Signal::Own("the browser asks for a password", is_prompted_here),
                Signal::Own(
                    "the prompts of several hosts are repeated",
                    is_prompted_everywhere,
                ),
            ])
            .unless(&[Signal::Own(
                "some request carried Authorization",
                is_any_answered,
            )])
            .variant("prompts")
            .with(&[("count", prompts)])
            .because(&[Because::observed(Subject::History, "never-answered")]),
    ],
    hides: &[
        "server-basic-auth",
        "no-credentials",
        "authorization-missing",
        "cookie-missing",
        "session-expired",
    ],
    fixes: &[
        Repair::person(Effort::Easy, "without"),
        Repair::person(Effort::Medium, "program"),
        Repair::frontend(Effort::Medium, "compare"),
    ],
    ..Rules::BARE
};

/// The requests that the browser prompted for.
fn prompted<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = &'a Entry> {
    let entries = facts.exchange.entries.iter();
    entries.filter(|entry| is_prompted(entry))
}

/// A document that the browser prompts for (RFC 7617), requested without credentials.
fn is_prompted(entry: &Entry) -> bool {
    entry.resource == Resource::Document
        && entry.response.status == 401
        && entry.request.headers.is_some()
        && entry.request.header("authorization").is_none()
        && entry.challenged < 2
        && entry.response.headers("www-authenticate").any(|value| {
            value
                .get(..5)
                .is_some_and(|begin| begin.eq_ignore_ascii_case("basic"))
        })
}

fn is_prompted_here(facts: &Facts<'_>) -> bool {
    is_prompted(facts.entry())
}

fn is_prompted_everywhere(facts: &Facts<'_>) -> bool {
    let hosts: BTreeSet<String> = prompted(facts)
        .filter_map(|entry| Url::parse(&entry.request.url))
        .map(|url| url.host)
        .collect();
    hosts.len() >= 2 && prompted(facts).count() >= 5
}

fn prompts(facts: &Facts<'_>) -> Value {
    prompted(facts).count().into()
}

fn is_any_answered(facts: &Facts<'_>) -> bool {
    let mut entries = facts.exchange.entries.iter();
    entries.any(|entry| entry.request.header("authorization").is_some())
}

fn is_itself_preflight(facts: &Facts<'_>) -> bool {
    is_preflight(facts.entry())
}

fn is_redirected(facts: &Facts<'_>) -> bool {
    !facts.history.redirects.is_empty()
}

fn is_announced(facts: &Facts<'_>) -> bool {
    let own = facts.entry();
    let mut earlier = facts.exchange.entries.iter().take(facts.failing.index);
    earlier.any(|entry| announces(entry, own) && (200..300).contains(&entry.response.status))
}

/// Whether this is the preflight of that request and asks for `Authorization`.
fn announces(entry: &Entry, own: &Entry) -> bool {
    let method = entry.request.header("access-control-request-method");
    let fields = entry.request.header("access-control-request-headers");
    let just_before = entry
        .started
        .zip(own.started)
        .is_some_and(|(before, after)| (0..=5_000).contains(&after.saturating_sub(before)));
    is_preflight(entry)
        && entry.request.url == own.request.url
        && method.is_some_and(|method| method.eq_ignore_ascii_case(&own.request.method))
        && fields.is_some_and(|fields| {
            fields
                .split(',')
                .any(|field| field.trim().eq_ignore_ascii_case("authorization"))
        })
        && just_before
}

fn has_cookies(facts: &Facts<'_>) -> bool {
    facts.credentials.cookies.is_some()
}

fn goes_by_itself(facts: &Facts<'_>) -> bool {
    facts.request.is_page || facts.request.relation == Relation::SameOrigin
}

/// The first cookie that may carry a session, was expected and not seen. What a later response set was not there yet.
fn stripped<'a>(facts: &'a Facts<'_>) -> Option<&'a str> {
    let mut seen = facts.cookies.jar.iter().flatten().filter(|one| {
        one.expected && one.observed == Some(false) && !one.warnings.contains(&Warning::SetLater)
    });
    let of_session = |name: &str| {
        matches!(
            CookieRole::of(name),
            CookieRole::Session | CookieRole::Unknown
        )
    };
    seen.find(|one| of_session(&one.name))
        .map(|one| one.name.as_str())
}

fn is_stripped(facts: &Facts<'_>) -> bool {
    stripped(facts).is_some()
}

fn cookie(facts: &Facts<'_>) -> Value {
    stripped(facts).into()
}

fn has_frames(facts: &Facts<'_>) -> bool {
    let page = facts.exchange.page.as_ref();
    page.is_some_and(|page| !page.frames.is_empty())
}

/// Whether its own code is the likelier to have left cookies out: a service worker's requests often say `omit`, and
/// the first versions of `fetch` did so unless told otherwise.
fn leaves_out(facts: &Facts<'_>) -> bool {
    let since = match facts.exchange.browser.family {
        Family::Chromium => 72,
        Family::Firefox => 61,
        Family::Safari | Family::Unknown => 0,
    };
    let early = (1..since).contains(&facts.exchange.browser.major);
    is_by_worker(facts) || (early && facts.entry().resource == Resource::Fetch)
}

/// Whether the file of the sender is named as a service worker's, such as `sw.js` or `ngsw-worker.js`.
fn is_by_worker(facts: &Facts<'_>) -> bool {
    let sender = facts.request.sender.as_ref();
    let file = sender.and_then(|sender| sender.path.rsplit('/').next());
    let file = file.unwrap_or_default().to_ascii_lowercase();
    let script = Path::new(&file)
        .extension()
        .is_some_and(|ending| ending == "js" || ending == "mjs");
    let mut parts = file.split(['.', '-', '_']);
    script && (file.contains("worker") || parts.any(|part| matches!(part, "sw" | "ngsw")))
}
