//! A web-server Basic rule guards this address, beside or instead of the application's own sign-in.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::history::is_accepted;
use crate::http::challenge::Challenge;
use crate::http::url::Url;
use crate::knowledge::Mark;

const ID: &str = "server-basic-auth";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// Realms as people write them into the configuration of a web server.
const REALMS: &[&str] = &[
    "restricted",
    "authorization required",
    "authentication required",
    "authentification",
    "protected",
    "password",
    "staging",
    "stage",
    "private",
    "members only",
    "login required",
    "secure",
    "secret",
    "admin area",
    "administrator",
    "development",
    "dev ",
    "preview",
    "test",
    "closed",
    "traefik",
    "htaccess",
    "zugang",
    "geschützt",
    "accès",
    "acces",
    "please",
    "enter",
    "site ",
    "under construction",
    "beta",
    "demo",
    "basic auth",
    "identification",
    "geheim",
    "接入",
    "bereich",
];

const TYPICAL: Signal = Signal::Own(
    "the realm is typical of a web server's rule",
    is_typical_realm,
);
const BY_SERVER: Signal = Signal::Own("the response is a web server's own", is_by_server);
const OPEN_PAGE: Signal = Signal::Own("the page is open to everyone", is_page_open);
const PAGE_HAS_IT: Signal = Signal::Own(
    "a request of the host was accepted with Basic or Digest",
    is_page_with_basic,
);
const OTHER_SCHEME: &[Because] = &[Because::observed(Subject::Header, "other-scheme")];

static RULES: Rules = Rules {
    when: &[Signal::Own(
        "the response offers Basic or Digest",
        is_offered,
    )],
    unless: &[
        Signal::SchemeSent("Basic"),
        Signal::SchemeSent("Digest"),
        Signal::OfferedInVain,
        Signal::SeenStatus(407),
        Signal::OnPreflight,
        Signal::Own("the response is JSON", is_json),
        Signal::Own(
            "a product that uses Basic itself responded",
            is_of_application,
        ),
        Signal::Own("the path is a container registry's", is_registry),
    ],
    rows: &[
        Rule::certain("page-with-basic", Trust::Header)
            .when(&[PAGE_HAS_IT])
            .variant("beside")
            .because(&[Because::observed(Subject::History, "page-with-basic")]),
        Rule::certain("other-scheme-and-typical-realm", Trust::Header)
            .when(&[Signal::AuthorizationSent, TYPICAL])
            .variant("beside")
            .because(OTHER_SCHEME),
        Rule::certain("other-scheme-and-web-server", Trust::Header)
            .when(&[Signal::AuthorizationSent, BY_SERVER])
            .variant("beside")
            .because(OTHER_SCHEME),
        Rule::certain("web-server-and-typical-realm", Trust::Header).when(&[BY_SERVER, TYPICAL]),
        Rule::likely("web-server", Trust::Header).when(&[BY_SERVER]),
        Rule::likely("typical-realm", Trust::Header).when(&[TYPICAL]),
        Rule::likely("open-page", Trust::Header).when(&[OPEN_PAGE]),
        Rule::possible("offered", Trust::Header),
    ],
    because: &[
        Because::observed(Subject::History, "page-without").when(&[OPEN_PAGE]),
        Because::observed(Subject::Header, "realm")
            .with(&[("realm", realm_named)])
            .when(&[Signal::Own("the realm has a name", is_named)]),
        Because::observed(Subject::Header, "no-realm")
            .when(&[Signal::Own("the realm has no name", is_unnamed)]),
    ],
    hides: &[
        "no-credentials",
        "authorization-missing",
        "scheme-mismatch",
        "session-expired",
        "token-invalid",
    ],
    variants: &[("part", &[OPEN_PAGE])],
    fixes: &[
        // Who has typed the password for the page need not type it again: one request has no room for both.
        Repair::person(Effort::Easy, "type").when(&[Signal::Own(
            "the page was not accepted with Basic or Digest",
            is_page_without_basic,
        )]),
        Repair::backend(Effort::Easy, "exempt").snippet("basic-exempt"),
        Repair::backend(Effort::Medium, "cookie"),
        Repair::frontend(Effort::Medium, "worker"),
    ],
    ..Rules::BARE
};

/// The challenge that a browser meets by a password.
fn challenge<'a>(facts: &'a Facts<'_>) -> Option<&'a Challenge> {
    let mut challenges = facts.challenges.iter();
    challenges.find(|challenge| challenge.is("basic") || challenge.is("digest"))
}

fn is_offered(facts: &Facts<'_>) -> bool {
    challenge(facts).is_some()
}

fn realm<'a>(facts: &'a Facts<'_>) -> &'a str {
    let realm = challenge(facts).and_then(|challenge| challenge.param("realm"));
    realm.unwrap_or_default()
}

fn realm_named(facts: &Facts<'_>) -> Value {
    realm(facts).into()
}

fn is_named(facts: &Facts<'_>) -> bool {
    !realm(facts).trim().is_empty()
}

fn is_unnamed(facts: &Facts<'_>) -> bool {
    !is_named(facts)
}

fn is_typical_realm(facts: &Facts<'_>) -> bool {
    is_typical(realm(facts))
}

fn is_typical(realm: &str) -> bool {
    let lower = realm.trim().to_lowercase();
    REALMS.iter().any(|begin| lower.starts_with(begin))
        || ["restricted", "protected", "staging", "password", "private"]
            .iter()
            .any(|part| lower.contains(part))
}

fn is_json(facts: &Facts<'_>) -> bool {
    let kind = facts.answer_header("content-type");
    kind.is_some_and(|kind| kind.contains("json"))
}

/// The response is a web server's own, and no page of an application behind it.
fn is_by_server(facts: &Facts<'_>) -> bool {
    let server = facts
        .answer_header("server")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let plain = [
        "nginx",
        "apache",
        "openresty",
        "caddy",
        "lighttpd",
        "litespeed",
        "traefik",
        "httpd",
        "microsoft-iis",
    ]
    .iter()
    .any(|begin| server.starts_with(begin));
    let behind = [
        "x-powered-by",
        "x-runtime",
        "x-request-id",
        "x-frame-options",
    ]
    .iter()
    .any(|name| facts.answer_header(name).is_some());
    plain && !is_json(facts) && !behind
}

/// A product showed itself by a realm of its own, as people do not write it into a web server's rule.
fn is_of_application(facts: &Facts<'_>) -> bool {
    let realm = |scheme: &str, begin: &str| {
        facts.challenges.iter().any(|challenge| {
            challenge.is(scheme)
                && challenge
                    .param("realm")
                    .is_some_and(|realm| realm.to_lowercase().starts_with(&begin.to_lowercase()))
        })
    };
    let own = |mark: &Mark| matches!(mark, Mark::Realm(scheme, begin) if !begin.is_empty() && !is_typical(begin) && realm(scheme, begin));
    let mut responders = facts.responders.iter();
    responders.any(|one| one.marks.iter().any(own))
}

fn is_registry(facts: &Facts<'_>) -> bool {
    facts.request.path().starts_with("/v2/")
}

fn is_page_with_basic(facts: &Facts<'_>) -> bool {
    facts.is_host_with_basic()
}

fn is_page_without_basic(facts: &Facts<'_>) -> bool {
    !facts.is_host_with_basic()
}

/// The page of the same origin is open to everyone, and only this address is guarded.
fn is_page_open(facts: &Facts<'_>) -> bool {
    // Beside a header of the page's own the browser's is not sent, and Chromium shows only the former.
    if !facts.request.by_script
        || facts.credentials.has_authorization()
        || facts.is_host_with_basic()
    {
        return false;
    }
    let mut earlier = facts.exchange.entries.iter().take(facts.failing.index);
    earlier.any(|entry| {
        let here = Url::parse(&entry.request.url)
            .is_some_and(|url| url.origin().to_string() == facts.request.origin());
        here && is_accepted(entry)
            && entry.request.headers.is_some()
            && entry.request.header("authorization").is_none()
    })
}
