//! Another host, region, version, path or environment than the one the credentials are for.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::compare::same_authorization;
use crate::facts::history::is_accepted;
use crate::http::url::Url;

const ID: &str = "wrong-url";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// Parts of a path that a program was to fill in, and what slips into addresses.
const UNFILLED: &[&str] = &[
    "undefined",
    "null",
    "nan",
    "[object object]",
    "[object%20object]",
    "%5bobject%20object%5d",
    "none",
    "%20",
    "%0a",
    "%0d%0a",
    "%22",
    "%e2%80%8b",
];

const HAS_BLANK: Signal = Signal::Own("a part of the path was never filled in", is_unfilled);

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight, Signal::SeenStatus(407)],
    rows: &[
        Rule::said("said", ID).because(&[Because::observed(Subject::Server, "said")]),
        // `WooCommerce` reads Basic over https only; over http it requires OAuth 1, and sees nobody.
        Rule::certain("shop-over-http", Trust::Browser)
            .when(&[
                Signal::PlainHttp,
                Signal::Own("an address of WooCommerce", is_shop),
                Signal::Own("a consumer key or Basic was sent", is_shop_key_sent),
            ])
            .unless(&[Signal::OnThisMachine])
            .variant("http")
            .hides(&[
                "permission-denied",
                "basic-credentials-rejected",
                "token-scope",
            ])
            .because(&[Because::observed(Subject::Request, "plain-http")]),
        Rule::likely("unfilled-with-host", Trust::Credential)
            .when(&[
                HAS_BLANK,
                Signal::Own("the host was never filled in either", is_odd_host),
            ])
            .variant("unfilled")
            .because(&[Because::observed(Subject::Request, "unfilled")]),
        Rule::possible("unfilled", Trust::Credential)
            .when(&[HAS_BLANK])
            .variant("unfilled")
            .because(&[Because::observed(Subject::Request, "unfilled")]),
        Rule::likely("accepted-elsewhere", Trust::History)
            .when(&[Signal::Own(
                "another host accepts the same credential for the same path",
                is_accepted_elsewhere,
            )])
            .variant("elsewhere")
            .because(&[Because::observed(Subject::History, "elsewhere")]),
        // Some frameworks return 401 for paths that they do not know.
        Rule::possible("mistyped", Trust::Credential)
            .when(&[Signal::Own(
                "the same credential is accepted for a path spelled almost alike",
                is_mistyped,
            )])
            .unless(&[Signal::NamedBeside(&[]), Signal::TokenExpired])
            .variant("mistyped")
            .because(&[Because::observed(Subject::History, "mistyped")]),
    ],
    fills: &[("part", part), ("right", right)],
    fixes: &[
        Repair::frontend(Effort::Easy, "address"),
        Repair::person(Effort::Easy, "type"),
        Repair::backend(Effort::Easy, "redirect"),
    ],
    ..Rules::BARE
};

fn is_shop(facts: &Facts<'_>) -> bool {
    facts.request.path().contains("/wp-json/wc/") || facts.request.path().contains("/wc-api/")
}

fn is_shop_key_sent(facts: &Facts<'_>) -> bool {
    let sent = facts.credentials.authorization.as_ref();
    let mut keys = facts.credentials.keys.iter();
    sent.is_some_and(|sent| sent.is("basic"))
        || keys.any(|key| key.name.eq_ignore_ascii_case("consumer_key"))
}

/// The first part of the path that a program was to fill in.
fn unfilled(facts: &Facts<'_>) -> Option<String> {
    facts
        .request
        .path()
        .split('/')
        .map(str::to_ascii_lowercase)
        .find(|part| {
            UNFILLED.contains(&part.as_str())
                || part.ends_with("%20")
                || part.ends_with("%0a")
                || (part.starts_with(':') && part.len() > 1)
                || (part.starts_with('{') && part.ends_with('}'))
                || (part.starts_with("%7b") && part.ends_with("%7d"))
                || part.starts_with("${")
        })
}

fn is_unfilled(facts: &Facts<'_>) -> bool {
    unfilled(facts).is_some()
}

fn part(facts: &Facts<'_>) -> Value {
    unfilled(facts).into()
}

fn is_odd_host(facts: &Facts<'_>) -> bool {
    let host = facts.request.host();
    host.starts_with("undefined") || host.starts_with("null")
}

/// The origin that accepts the same credential for the same path.
fn elsewhere(facts: &Facts<'_>) -> Option<String> {
    let own = facts.entry();
    let own_url = Url::parse(&own.request.url)?;
    let mut entries = facts.exchange.entries.iter();
    let other = entries.find(|entry| is_accepted(entry) && is_sibling(entry, own, &own_url))?;
    Url::parse(&other.request.url).map(|url| url.origin().to_string())
}

fn is_accepted_elsewhere(facts: &Facts<'_>) -> bool {
    elsewhere(facts).is_some()
}

fn is_sibling(entry: &Entry, own: &Entry, own_url: &Url) -> bool {
    let same = same_authorization(entry, own) && entry.request.method == own.request.method;
    let carried = own.request.header("authorization").is_some();
    same && carried
        && Url::parse(&entry.request.url)
            .is_some_and(|url| url.path == own_url.path && !url.same_origin(own_url))
}

/// A path that accepts the same credential and is spelled almost like this one.
fn nearby(facts: &Facts<'_>) -> Option<String> {
    let own = facts.entry();
    let own_url = Url::parse(&own.request.url)?;
    let known = facts
        .exchange
        .entries
        .iter()
        .take(facts.failing.index)
        .filter(|entry| {
            is_accepted(entry)
                && entry.request.method == own.request.method
                && same_authorization(entry, own)
        });
    known
        .filter_map(|entry| Url::parse(&entry.request.url))
        .find(|url| url.same_origin(&own_url) && nearly(&url.path, &own_url.path))
        .map(|url| url.path)
}

fn is_mistyped(facts: &Facts<'_>) -> bool {
    nearby(facts).is_some()
}

/// Where it would have been accepted: another origin, else another path.
fn right(facts: &Facts<'_>) -> Value {
    elsewhere(facts).or_else(|| nearby(facts)).into()
}

/// Whether two paths differ in one word alone, and that by a slip of one or two letters.
fn nearly(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) =
        (one.split('/').collect(), other.split('/').collect());
    let mut unequal = one.iter().zip(&other).filter(|(left, right)| left != right);
    let Some((left, right)) = unequal.next() else {
        return false;
    };
    let words = |text: &str| {
        text.len() >= 5
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphabetic() || byte == b'-' || byte == b'_')
    };
    one.len() == other.len()
        && unequal.next().is_none()
        && words(left)
        && words(right)
        && distance(left, right) <= 2
}

/// The distance of Levenshtein.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, left) in one.bytes().enumerate() {
        let mut diagonal = at;
        let mut before = at.saturating_add(1);
        let mut next = vec![before];
        for (right, above) in other.bytes().zip(row.iter().skip(1)) {
            let changed = diagonal.saturating_add(usize::from(left != right));
            before = changed
                .min(above.saturating_add(1))
                .min(before.saturating_add(1));
            next.push(before);
            diagonal = *above;
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
