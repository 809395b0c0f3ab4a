//! A hotel or airport network answered in the server's place.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::http::url::Url;
use crate::speech::Saying;

const ID: &str = "captive-portal";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "captive portal"),
        Saying::names(ID, "network authentication required"),
        Saying::names(ID, "firewall authentication"),
        Saying::names(ID, "hotspot ~3 login|sign|authentication"),
        Saying::names(ID, "wifi|wlan ~3 login|sign|access|portal"),
        Saying::names(ID, "accept ~6 terms ~6 internet|wifi|network"),
        Saying::hints(ID, "internet access ~4 required|blocked|sign|login"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// Addresses that browsers and systems ask in order to find such a network; nobody signs in there.
const CONNECTIVITY: &[&str] = &[
    "detectportal.firefox.com",
    "captive.apple.com",
    "connectivitycheck.gstatic.com",
    "connectivitycheck.android.com",
    "www.msftconnecttest.com",
    "www.msftncsi.com",
    "clients3.google.com",
    "neverssl.com",
    "nmcheck.gnome.org",
    "connectivity-check.ubuntu.com",
    "httpforever.com",
    "network-test.debian.org",
];

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = standard(facts)
        .or_else(|| checked(facts))
        .or_else(|| everywhere(facts))
        .or_else(|| sent_inside(facts))
        .or_else(|| said(facts))?;
    Some(
        finding
            .hiding(&[
                "server-basic-auth",
                "basic-credentials-rejected",
                "no-credentials",
                "proxy-auth",
            ])
            .fix(Fix::person(Effort::Easy, "sign-in"))
            .fix(Fix::person(Effort::Easy, "other-network")),
    )
}

/// RFC 6585, 6: 511 is what such a network has to answer.
fn standard(facts: &Facts<'_>) -> Option<Finding> {
    (facts.status() == 511).then(|| {
        Finding::certain(Trust::Header).because(Evidence::observed(Subject::Server, "status"))
    })
}

/// An address that never wants a sign-in wants one.
fn checked(facts: &Facts<'_>) -> Option<Finding> {
    let asked = facts.exchange.entries.iter().any(|entry| {
        matches!(entry.response.status, 401 | 407 | 511 | 302 | 307)
            && host(entry)
                .is_some_and(|(host, secure)| !secure && CONNECTIVITY.contains(&host.as_str()))
    });
    (asked && is_plain(facts)).then(|| {
        Finding::certain(Trust::Browser).because(Evidence::observed(Subject::History, "checked"))
    })
}

/// Several sites at once ask for the same thing over plain http.
fn everywhere(facts: &Facts<'_>) -> Option<Finding> {
    let challenge = facts.answer_header("www-authenticate")?;
    let mut sites: Vec<String> = facts
        .exchange
        .entries
        .iter()
        .filter(|entry| entry.response.header("www-authenticate") == Some(challenge))
        .filter_map(host)
        .filter(|(_, secure)| !secure)
        .map(|(host, _)| crate::cookie::site::of_host(&host))
        .collect();
    sites.sort();
    sites.dedup();
    let local = facts.request.is_local();
    (sites.len() >= 2 && is_plain(facts) && !local).then(|| {
        Finding::certain(Trust::Header).because(Evidence::observed(Subject::History, "everywhere"))
    })
}

/// A public address over plain http led to a machine of the network that one is in.
fn sent_inside(facts: &Facts<'_>) -> Option<Finding> {
    let first = facts
        .history
        .redirects
        .first()
        .and_then(|at| facts.exchange.entries.get(*at))
        .and_then(host)?;
    let public = |name: &str| {
        name.contains('.') && !is_private(name) && !crate::facts::request::is_local(name)
    };
    (!first.1 && public(&first.0) && is_private(facts.request.host()) && facts.request.is_page)
        .then(|| {
            Finding::likely(Trust::History).because(
                Evidence::observed(Subject::History, "sent-inside").arg("asked", first.0.clone()),
            )
        })
}

/// An address of RFC 1918.
fn is_private(host: &str) -> bool {
    let second = host
        .strip_prefix("172.")
        .and_then(|rest| rest.split('.').next()?.parse::<u8>().ok());
    host.starts_with("10.")
        || host.starts_with("192.168.")
        || second.is_some_and(|second| (16..32).contains(&second))
}

fn said(facts: &Facts<'_>) -> Option<Finding> {
    let finding = Finding::said(&facts.said, ID).filter(|_| is_plain(facts))?;
    Some(finding.because(Evidence::observed(Subject::Server, "said")))
}

/// Over https such a network cannot answer in the server's name.
fn is_plain(facts: &Facts<'_>) -> bool {
    facts
        .request
        .url
        .as_ref()
        .is_some_and(|url| url.scheme == "http")
}

fn host(entry: &Entry) -> Option<(String, bool)> {
    Url::parse(&entry.request.url).map(|url| (url.host, url.scheme == "https"))
}
