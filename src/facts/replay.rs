//! The jar as it was when the failing request went out.
//!
//! The jar is read after the failure, sometimes long after: a file's jar is that of its export. What was read goes
//! before what is replayed; responses only tell what the jar of now cannot: what came later, and what went since.

use crate::cookie::jar::same_cookie;
use crate::cookie::reason::StoreReason;
use crate::cookie::verdict::{self, SetCookieVerdict};
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
    let since = Since::of(exchange, index);
    let readable = exchange.jar.is_some();
    let jar = then.jar.get_or_insert_default();
    jar.retain(|cookie| !since.set_first(exchange, index, set, cookie));
    let held = jar.clone();
    let mut remembered: Vec<JarCookie> = Vec::new();
    for (_, one) in set.iter().filter(|(at, _)| *at < index) {
        if held.iter().any(|cookie| cookie.name == one.name) {
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
    /// Cookies that a response set or deleted, the failing one's own among them.
    written: Vec<SetCookieVerdict>,
    /// When the request went out, in milliseconds.
    from: Option<i64>,
}

impl Since {
    fn of(exchange: &Exchange, index: usize) -> Self {
        Self {
            written: (index..exchange.entries.len())
                .flat_map(|at| verdict::storing(exchange, at))
                .collect(),
            from: exchange.entries.get(index).and_then(|entry| entry.started),
        }
    }

    /// Whether the jar holds this cookie only because a later response set it: nothing before knew it.
    fn set_first(
        &self,
        exchange: &Exchange,
        index: usize,
        set: &[(usize, SetCookieVerdict)],
        cookie: &JarCookie,
    ) -> bool {
        let later = self
            .written
            .iter()
            .any(|one| !deletes(one) && same_cookie(&one.kept_as, cookie));
        let known = set
            .iter()
            .any(|(at, one)| *at < index && one.name == cookie.name)
            || exchange
                .entries
                .iter()
                .take(index.saturating_add(1))
                .any(|entry| sent_names(&entry.request).any(|name| name == cookie.name));
        later && !known
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
        let deleted = self
            .written
            .iter()
            .any(|one| deletes(one) && same_cookie(&one.kept_as, cookie));
        over || lost || deleted
    }
}
