//! Redirect chains: which requests of the log led to one.

use super::target::{self, Target};
use crate::exchange::{Entry, Exchange};

/// The indexes of the requests that led to `index` by redirects, oldest first, `index` itself last.
pub fn chain(exchange: &Exchange, index: usize) -> Vec<usize> {
    let mut found = vec![index];
    let mut here = index;
    while let Some(before) = (0..here)
        .rev()
        .find(|earlier| leads(exchange, *earlier, here))
    {
        found.push(before);
        here = before;
    }
    found.reverse();
    found
}

/// The targets of a chain's requests, oldest first; `None` if one of them has no cookies.
pub fn hops(exchange: &Exchange, chain: &[usize]) -> Option<Vec<Target>> {
    chain
        .iter()
        .map(|index| Target::parse(&exchange.entries.get(*index)?.request.url))
        .collect()
}

fn leads(exchange: &Exchange, from: usize, to: usize) -> bool {
    let (Some(from), Some(to)) = (exchange.entries.get(from), exchange.entries.get(to)) else {
        return false;
    };
    is_redirect(from)
        && from.response.header("location").is_some_and(|location| {
            let goal = target::resolve(&from.request.url, location);
            same_url(&goal, &to.request.url)
        })
        && in_time(from, to)
}

fn is_redirect(entry: &Entry) -> bool {
    matches!(entry.response.status, 301 | 302 | 303 | 307 | 308)
}

/// A redirect is followed at once: what comes more than ten seconds later is another request.
fn in_time(from: &Entry, to: &Entry) -> bool {
    match (from.ended(), to.started) {
        (Some(ended), Some(started)) => started.saturating_sub(ended) < 10_000,
        _ => true,
    }
}

fn same_url(one: &str, other: &str) -> bool {
    let bare = |url: &str| {
        url.split('#')
            .next()
            .unwrap_or_default()
            .trim_end_matches('/')
            .to_owned()
    };
    bare(one) == bare(other)
}
