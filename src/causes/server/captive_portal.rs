//! A hotel or airport network answered in the server's place.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::site;
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::request::is_local;
use crate::http::url::Url;

const ID: &str = "captive-portal";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
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

static RULES: Rules = Rules {
    rows: &[
        // RFC 6585, 6: 511 is what such a network has to return.
        Rule::certain("status-511", Trust::Header)
            .when(&[Signal::SeenStatus(511)])
            .because(&[Because::observed(Subject::Server, "status")]),
        Rule::certain("connectivity-check", Trust::Browser)
            .when(&[
                Signal::Own(
                    "an address for connectivity checks required a sign-in",
                    is_checked,
                ),
                Signal::PlainHttp,
            ])
            .because(&[Because::observed(Subject::History, "checked")]),
        Rule::certain("on-several-sites", Trust::Header)
            .when(&[
                Signal::Own(
                    "several sites returned the same challenge over plain http",
                    is_everywhere,
                ),
                Signal::PlainHttp,
            ])
            .unless(&[Signal::OnThisMachine])
            .because(&[Because::observed(Subject::History, "everywhere")]),
        Rule::likely("led-inside", Trust::History)
            .when(&[
                Signal::Own(
                    "a public host redirected to an address of the network",
                    is_led_inside,
                ),
                Signal::Document,
            ])
            .because(&[
                Because::observed(Subject::History, "sent-inside").with(&[("asked", asked)])
            ]),
        // Over https such a network cannot respond in the server's name.
        Rule::said("said", ID)
            .when(&[Signal::PlainHttp])
            .because(&[Because::observed(Subject::Server, "said")]),
    ],
    hides: &[
        "server-basic-auth",
        "basic-credentials-rejected",
        "no-credentials",
        "proxy-auth",
    ],
    fixes: &[
        Repair::person(Effort::Easy, "sign-in"),
        Repair::person(Effort::Easy, "other-network"),
    ],
    ..Rules::BARE
};

fn is_checked(facts: &Facts<'_>) -> bool {
    facts.exchange.entries.iter().any(|entry| {
        matches!(entry.response.status, 401 | 407 | 511 | 302 | 307)
            && plain_host(entry).is_some_and(|host| CONNECTIVITY.contains(&host.as_str()))
    })
}

fn is_everywhere(facts: &Facts<'_>) -> bool {
    let Some(challenge) = facts.answer_header("www-authenticate") else {
        return false;
    };
    let mut sites: Vec<String> = facts
        .exchange
        .entries
        .iter()
        .filter(|entry| entry.response.header("www-authenticate") == Some(challenge))
        .filter_map(plain_host)
        .map(|host| site::of_host(&host))
        .collect();
    sites.sort();
    sites.dedup();
    sites.len() >= 2
}

/// The public host over plain http that was asked first, if the request was redirected.
fn first_asked(facts: &Facts<'_>) -> Option<String> {
    let first = facts.history.redirects.first()?;
    let host = plain_host(facts.exchange.entries.get(*first)?)?;
    let public = host.contains('.') && !is_private(&host) && !is_local(&host);
    public.then_some(host)
}

fn is_led_inside(facts: &Facts<'_>) -> bool {
    first_asked(facts).is_some() && is_private(facts.request.host())
}

fn asked(facts: &Facts<'_>) -> Value {
    first_asked(facts).into()
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

/// The host of a request over plain http.
fn plain_host(entry: &Entry) -> Option<String> {
    Url::parse(&entry.request.url)
        .filter(|url| url.scheme != "https")
        .map(|url| url.host)
}
