//! What an exchange shows of its cookies beside the response that sets them, by name, read once.

use std::collections::{HashMap, HashSet};

use crate::cookie::header;
use crate::cookie::set_cookie::SetCookie;
use crate::exchange::{Exchange, JarCookie};

/// What makes a cookie what it is: RFC 6265bis 5.7 step 23, as [`crate::cookie::jar::same_cookie`] has it.
type Place<'a> = (&'a str, &'a str, bool, &'a str, bool);

/// Where the cookies of an exchange went and came from.
#[derive(Debug)]
pub struct Trail<'a> {
    pub(super) exchange: &'a Exchange,
    named: HashMap<&'a str, Vec<&'a JarCookie>>,
    held: HashMap<Place<'a>, &'a JarCookie>,
    /// The last request that carried a cookie of the name.
    sent: HashMap<&'a str, usize>,
    /// The last response that set one.
    set: HashMap<String, usize>,
    /// The last response that cleared all.
    cleared: Option<usize>,
    lost: HashSet<&'a str>,
}

fn place(cookie: &JarCookie) -> Place<'_> {
    (
        &cookie.name,
        cookie.domain.trim_start_matches('.'),
        cookie.host_only,
        &cookie.path,
        cookie.partition.is_some(),
    )
}

impl<'a> Trail<'a> {
    /// The trail of all cookies of the exchange.
    pub fn of(exchange: &'a Exchange) -> Self {
        let mut trail = Self {
            exchange,
            named: HashMap::new(),
            held: HashMap::new(),
            sent: HashMap::new(),
            set: HashMap::new(),
            cleared: None,
            lost: exchange.losses.iter().map(|loss| &*loss.name).collect(),
        };
        for cookie in exchange.jar.iter().flatten() {
            trail.named.entry(&cookie.name).or_default().push(cookie);
            trail.held.entry(place(cookie)).or_insert(cookie);
        }
        for (at, entry) in exchange.entries.iter().enumerate() {
            for (name, _) in entry.request.headers("cookie").flat_map(header::pairs) {
                trail.sent.insert(name, at);
            }
            let lines = entry.response.headers("set-cookie");
            for line in lines.flat_map(SetCookie::lines) {
                trail.set.insert(SetCookie::parse(line).name, at);
            }
            if entry.response.header("clear-site-data").is_some() {
                trail.cleared = Some(at);
            }
        }
        trail
    }

    /// The cookies of the jar with this name.
    pub(super) fn named(&self, name: &str) -> &[&'a JarCookie] {
        self.named.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The same cookie in the jar.
    pub(super) fn held(&self, cookie: &JarCookie) -> Option<&'a JarCookie> {
        self.held.get(&place(cookie)).copied()
    }

    /// Whether a request after this one carried a cookie of the name.
    pub(super) fn sent_after(&self, index: usize, name: &str) -> bool {
        self.sent.get(name).is_some_and(|at| *at > index)
    }

    /// Whether a response after this one set a cookie of the name, or cleared all.
    pub(super) fn replaced_after(&self, index: usize, name: &str) -> bool {
        self.set.get(name).is_some_and(|at| *at > index)
            || self.cleared.is_some_and(|at| at > index)
    }

    /// Whether the browser told that a cookie of the name went.
    pub(super) fn lost(&self, name: &str) -> bool {
        self.lost.contains(name)
    }
}
