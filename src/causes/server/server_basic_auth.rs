//! A web-server Basic rule guards this address, beside or instead of the application's own sign-in.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Entry;
use crate::facts::history::{is_accepted, same_request};
use crate::facts::{Credentials, Facts, said};
use crate::http::url::Url;
use crate::providers::Mark;
use crate::speech::Saying;

const ID: &str = "server-basic-auth";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::hints(
            ID,
            "this server could not verify that you are authorized to access the document requested",
        ),
        Saying::hints(ID, "401 authorization required ~2 nginx|apache|openresty"),
    ],
    check: crate::causes::Check::Function(examine),
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

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let challenge = facts
        .challenges
        .iter()
        .find(|challenge| challenge.is("basic") || challenge.is("digest"))?;
    let sent_it = facts.credentials.basic_or_digest().is_some() || facts.offered_in_vain();
    if sent_it
        || facts.status() == 407
        || facts.failing.on_preflight()
        || by_application(facts)
        || facts.request.path().starts_with("/v2/")
    {
        return None;
    }
    let realm = challenge.param("realm").unwrap_or_default();
    let typical = is_typical(realm);
    let server = by_server(facts);
    let other = facts.credentials.authorization.is_some();
    let page_had_it = page_with_basic(facts);
    let finding = if page_had_it {
        Finding::certain(Trust::Header)
            .variant("beside")
            .because(Evidence::observed(Subject::History, "page-with-basic"))
    } else if other && (typical || server) {
        Finding::certain(Trust::Header)
            .variant("beside")
            .because(Evidence::observed(Subject::Header, "other-scheme"))
    } else if server && typical {
        Finding::certain(Trust::Header)
    } else if server || typical || open_page(facts) {
        Finding::likely(Trust::Header)
    } else {
        Finding::possible(Trust::Header)
    };
    let finding = if open_page(facts) {
        finding
            .variant("part")
            .because(Evidence::observed(Subject::History, "page-without"))
    } else {
        finding
    };
    // The password has been typed where the page has it.
    let finding = if page_had_it {
        finding
    } else {
        finding.fix(Fix::person(Effort::Easy, "type"))
    };
    Some(
        finding
            .because(Evidence::named_or(
                Subject::Header,
                realm,
                "realm",
                "no-realm",
            ))
            .hiding(&[
                "no-credentials",
                "authorization-missing",
                "scheme-mismatch",
                "session-expired",
                "token-invalid",
            ])
            .fix(Fix::backend(Effort::Easy, "exempt").snippet("basic-exempt"))
            .fix(Fix::backend(Effort::Medium, "cookie"))
            .fix(Fix::frontend(Effort::Medium, "worker")),
    )
}

fn is_typical(realm: &str) -> bool {
    let lower = realm.trim().to_lowercase();
    REALMS.iter().any(|begin| lower.starts_with(begin))
        || ["restricted", "protected", "staging", "password", "private"]
            .iter()
            .any(|part| lower.contains(part))
}

/// The answer is a web server's own, and no page of an application behind it.
fn by_server(facts: &Facts<'_>) -> bool {
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
    let json = facts
        .answer_header("content-type")
        .is_some_and(|kind| kind.contains("json"));
    let behind = [
        "x-powered-by",
        "x-runtime",
        "x-request-id",
        "x-frame-options",
    ]
    .iter()
    .any(|name| facts.answer_header(name).is_some());
    plain && !json && !behind
}

/// A product that speaks Basic itself answered.
fn by_application(facts: &Facts<'_>) -> bool {
    let json = facts
        .answer_header("content-type")
        .is_some_and(|kind| kind.contains("json"));
    let realm = |scheme: &str, begin: &str| {
        facts.challenges.iter().any(|challenge| {
            challenge.is(scheme)
                && challenge
                    .param("realm")
                    .is_some_and(|realm| realm.to_lowercase().starts_with(&begin.to_lowercase()))
        })
    };
    let own = |mark: &Mark| matches!(mark, Mark::Realm(scheme, begin) if !begin.is_empty() && !is_typical(begin) && realm(scheme, begin));
    json || facts.responders.iter().any(|one| one.marks.iter().any(own))
}

/// Another request of the same host was accepted with Basic, and this one carries something else or nothing.
/// Chromium does not show the field that it writes itself: there the challenge before it does.
fn page_with_basic(facts: &Facts<'_>) -> bool {
    let earlier = facts.exchange.entries.iter().take(facts.failing.index);
    earlier.enumerate().any(|(at, entry)| {
        let here =
            Url::parse(&entry.request.url).is_some_and(|url| url.host == facts.request.host());
        let basic = Credentials::of(&entry.request).basic_or_digest().is_some();
        here && is_accepted(entry) && (basic || was_challenged(facts, at, entry))
    })
}

/// Whether this request was first answered with a challenge that the browser meets by a password.
fn was_challenged(facts: &Facts<'_>, at: usize, entry: &Entry) -> bool {
    let earlier = facts.exchange.entries.iter().take(at);
    entry.challenged > 0
        || earlier
            .filter(|before| before.response.status == 401 && same_request(before, entry))
            .any(|before| {
                said::challenges(&before.response)
                    .iter()
                    .any(|one| one.is("basic") || one.is("digest"))
            })
}

/// The page of the same origin is open to everyone, and only this address is guarded.
fn open_page(facts: &Facts<'_>) -> bool {
    // Beside a header of the page's own the browser's is not sent, and Chromium shows only the former.
    if !facts.request.by_script || facts.credentials.has_authorization() || page_with_basic(facts) {
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
