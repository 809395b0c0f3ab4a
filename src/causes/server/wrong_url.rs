//! Another host, region, version, path or environment than the one the credentials are for.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::compare::same_authorization;
use crate::facts::history::is_accepted;
use crate::http::url::Url;
use crate::speech::Saying;

const ID: &str = "wrong-url";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "use https instead"),
        Saying::names(ID, "https|ssl required|only"),
        Saying::names(
            ID,
            "wrong|incorrect|invalid|different ~2 region|datacenter|endpoint|environment|host|hostname|domain",
        ),
        Saying::names(
            ID,
            "region|endpoint|datacenter ~6 does not match|mismatch|incorrect|is wrong",
        ),
        Saying::names(ID, "endpoint ~4 deprecated|removed|retired|longer"),
        Saying::names(
            ID,
            "api version ~4 deprecated|removed|unsupported|retired|longer",
        ),
        Saying::hints(
            ID,
            "unknown host|tenant|project|workspace|organization|organisation",
        ),
        Saying::names(ID, "test mode ~8 live|production ~2 key|token|mode"),
        Saying::names(ID, "live|production mode ~8 test ~2 key|token|mode"),
        Saying::names(
            ID,
            "created|made|exists in ~2 test|live|sandbox|production mode ~8 using|used|with",
        ),
        Saying::names(
            ID,
            "belongs|registered|issued|created|hosted|lives ~3 region|datacenter|cluster|environment ~4 use|call|at|not",
        ),
        Saying::names(ID, "belongs to ~3 region|datacenter|cluster|environment"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() || facts.status() == 407 {
        return None;
    }
    let said = || {
        let finding = Finding::said(&facts.said, ID)?;
        Some(finding.because(Evidence::observed(Subject::Server, "said")))
    };
    let finding = said()
        .or_else(|| plain_http(facts))
        .or_else(|| unfilled(facts))
        .or_else(|| elsewhere(facts))
        .or_else(|| mistyped(facts))?;
    Some(
        finding
            .fix(Fix::frontend(Effort::Easy, "address"))
            .fix(Fix::person(Effort::Easy, "type"))
            .fix(Fix::backend(Effort::Easy, "redirect")),
    )
}

/// `WooCommerce` reads Basic over https only; over http it wants OAuth 1, and sees nobody.
fn plain_http(facts: &Facts<'_>) -> Option<Finding> {
    let http = facts
        .request
        .url
        .as_ref()
        .is_some_and(|url| url.scheme == "http")
        && !facts.request.is_local();
    let shop =
        facts.request.path().contains("/wp-json/wc/") || facts.request.path().contains("/wc-api/");
    let basic = facts
        .credentials
        .authorization
        .as_ref()
        .is_some_and(|sent| sent.is("basic"));
    let key = facts
        .credentials
        .keys
        .iter()
        .any(|key| key.name.eq_ignore_ascii_case("consumer_key"));
    (http && shop && (basic || key)).then(|| {
        Finding::certain(Trust::Browser)
            .variant("http")
            .hiding(&[
                "permission-denied",
                "basic-credentials-rejected",
                "token-scope",
            ])
            .because(Evidence::observed(Subject::Request, "plain-http"))
    })
}

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

fn unfilled(facts: &Facts<'_>) -> Option<Finding> {
    let part = facts
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
        })?;
    let host = facts.request.host();
    let odd_host = host.starts_with("undefined") || host.starts_with("null");
    let finding = if odd_host {
        Finding::likely(Trust::Credential)
    } else {
        Finding::possible(Trust::Credential)
    };
    Some(
        finding
            .variant("unfilled")
            .arg("part", part)
            .because(Evidence::observed(Subject::Request, "unfilled")),
    )
}

/// The same credential is accepted for the same path at another host of the site, or under another version.
fn elsewhere(facts: &Facts<'_>) -> Option<Finding> {
    let own = facts.entry();
    let own_url = Url::parse(&own.request.url)?;
    let other = facts
        .exchange
        .entries
        .iter()
        .find(|entry| is_accepted(entry) && is_sibling(entry, own, &own_url))?;
    let host = Url::parse(&other.request.url).map(|url| url.origin().to_string())?;
    Some(
        Finding::likely(Trust::History)
            .variant("elsewhere")
            .arg("right", host)
            .because(Evidence::observed(Subject::History, "elsewhere")),
    )
}

fn is_sibling(entry: &Entry, own: &Entry, own_url: &Url) -> bool {
    let same = same_authorization(entry, own) && entry.request.method == own.request.method;
    let carried = own.request.header("authorization").is_some();
    same && carried
        && Url::parse(&entry.request.url)
            .is_some_and(|url| url.path == own_url.path && !url.same_origin(own_url))
}

/// The same credential is accepted for a path that is spelled almost like this one. Frameworks there are that answer
/// 401 for paths that they do not know.
fn mistyped(facts: &Facts<'_>) -> Option<Finding> {
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
    let other = known
        .filter_map(|entry| Url::parse(&entry.request.url))
        .find(|url| url.same_origin(&own_url) && nearly(&url.path, &own_url.path))?;
    (!facts.said.names_any() && !facts.token_is_over()).then(|| {
        Finding::possible(Trust::Credential)
            .variant("mistyped")
            .arg("right", other.path.clone())
            .because(
                Evidence::observed(Subject::History, "mistyped").arg("right", other.path.clone()),
            )
    })
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
