//! The jar as it was when the failing request went out.
//!
//! The jar is read after the failure, sometimes long after: a file's jar is that of its export. What was read goes
//! before what is replayed; responses only tell what the jar of now cannot: what came later, and what went since.

use std::collections::{HashMap, HashSet};

use crate::cookie::jar::same_cookie;
use crate::cookie::reason::StoreReason;
use crate::cookie::verdict::{SetCookieVerdict, Trail};
use crate::exchange::{Exchange, JarCookie};
use crate::facts::credentials::sent_names;

/// The exchange with the jar of that time: without what was set since, and with what was seen set before and has gone
/// since. A jar that could not be read holds what was seen set and was not deleted.
pub(super) fn replayed(
    exchange: &Exchange,
    index: usize,
    set: &[(usize, SetCookieVerdict)],
) -> Exchange {
    let mut then = exchange.clone();
    let since = Since::of(exchange, index, set);
    let readable = exchange.jar.is_some();
    let jar = then.jar.get_or_insert_default();
    jar.retain(|cookie| !since.set_first(cookie));
    let held: HashSet<String> = jar.iter().map(|cookie| cookie.name.clone()).collect();
    let mut remembered: Vec<JarCookie> = Vec::new();
    for (_, one) in set.iter().filter(|(at, _)| *at < index) {
        if held.contains(&one.name) {
            continue;
        }
        let lasting = one.expected && one.observed != Some(false);
        if deletes(one) {
            remembered.retain(|cookie| !same_cookie(cookie, &one.kept_as));
        } else if lasting && (!readable || since.explains(exchange, &one.kept_as)) {
            remembered.retain(|cookie| !same_cookie(cookie, &one.kept_as));
            remembered.push(one.kept_as.clone());
        }
    }
    jar.extend(remembered);
    then
}

/// Whether this line ends its cookie: `Max-Age=0`, or an `Expires` that has passed.
pub(super) fn deletes(one: &SetCookieVerdict) -> bool {
    one.reasons.contains(&StoreReason::AlreadyExpired)
}

/// What was seen to happen to cookies once the failing request had gone out.
struct Since {
    /// Cookies that a response set or deleted, the failing one's own among them, by name.
    written: HashMap<String, Vec<SetCookieVerdict>>,
    /// Names of cookies that were set before, or sent up to the failing request.
    known: HashSet<String>,
    /// When the request went out, in milliseconds.
    from: Option<i64>,
}

impl Since {
    fn of(exchange: &Exchange, index: usize, set: &[(usize, SetCookieVerdict)]) -> Self {
        let trail = Trail::of(exchange);
        let mut written: HashMap<String, Vec<SetCookieVerdict>> = HashMap::new();
        for one in (index..exchange.entries.len()).flat_map(|at| trail.storing(at)) {
            written.entry(one.name.clone()).or_default().push(one);
        }
        let before = set.iter().filter(|(at, _)| *at < index);
        let asked = exchange.entries.iter().take(index.saturating_add(1));
        Self {
            written,
            known: before
                .map(|(_, one)| one.name.clone())
                .chain(asked.flat_map(|entry| sent_names(&entry.request).map(str::to_owned)))
                .collect(),
            from: exchange.entries.get(index).and_then(|entry| entry.started),
        }
    }

    /// The lines seen since that name this cookie.
    fn lines<'a>(&'a self, cookie: &'a JarCookie) -> impl Iterator<Item = &'a SetCookieVerdict> {
        let named = self.written.get(&cookie.name).into_iter().flatten();
        named.filter(|one| same_cookie(&one.kept_as, cookie))
    }

    /// Whether the jar holds this cookie only because a later response set it: nothing before knew it.
    fn set_first(&self, cookie: &JarCookie) -> bool {
        !self.known.contains(&cookie.name) && self.lines(cookie).any(|one| !deletes(one))
    }

    /// Whether it is known why the jar holds this cookie no longer, though it did when the request went out.
    fn explains(&self, exchange: &Exchange, cookie: &JarCookie) -> bool {
        let over = cookie
            .expires
            .zip(exchange.time())
            .is_some_and(|(end, now)| end * 1_000.0 <= now as f64);
        let lost = exchange.losses.iter().any(|loss| {
            loss.name == cookie.name
                && loss
                    .time
                    .zip(self.from)
                    .is_some_and(|(lost, asked)| lost > asked)
        });
        let deleted = self.lines(cookie).any(deletes);
        over || lost || deleted
    }
}
