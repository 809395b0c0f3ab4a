//! A jar that is filled by `Set-Cookie` lines and read by requests: RFC 6265bis 5.7 and 5.8.

use std::cmp::Reverse;

use super::reason::StoreReason;
use super::retrieve::Departure;
use super::set_cookie::SetCookie;
use super::store::{self, Arrival};
use crate::exchange::JarCookie;

/// The cookies of one browser, in the order of their creation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Jar {
    /// The cookies.
    pub cookies: Vec<JarCookie>,
}

impl Jar {
    /// Takes a `Set-Cookie` line in, or says why not. A cookie that has ended already removes its like.
    pub fn receive(&mut self, line: &str, arrival: &Arrival<'_>) -> Vec<StoreReason> {
        let cookie = SetCookie::parse(line);
        let reasons = store::refusals(&cookie, arrival, &self.cookies);
        let deletes = reasons == [StoreReason::AlreadyExpired];
        if !reasons.is_empty() && !deletes {
            return reasons;
        }
        let kept = store::kept(&cookie, arrival);
        // 5.7 step 23: an old cookie's creation time stays, so it keeps its place.
        match self.cookies.iter_mut().find(|old| same_cookie(old, &kept)) {
            Some(old) if !deletes => *old = kept,
            None if !deletes => self.cookies.push(kept),
            _ => self.cookies.retain(|old| !same_cookie(old, &kept)),
        }
        reasons
    }

    /// The cookies that go with a request, in the order of the `Cookie` field; a script sees no `HttpOnly` ones.
    pub fn ask(&self, departure: &Departure<'_>, http: bool) -> Vec<&JarCookie> {
        let goes = |cookie: &&JarCookie| {
            (http || !cookie.http_only) && departure.refusals(cookie, None).is_empty()
        };
        let mut found: Vec<&JarCookie> = self.cookies.iter().filter(goes).collect();
        // 5.8.3 step 2: longer paths first; the sort is stable, so then the earlier created.
        found.sort_by_key(|cookie| Reverse(cookie.path.len()));
        found
    }

    /// The `Cookie` field of a request (5.8.3 step 4); empty if none goes.
    pub fn field(&self, departure: &Departure<'_>, http: bool) -> String {
        let pairs: Vec<String> = self.ask(departure, http).into_iter().map(pair).collect();
        pairs.join("; ")
    }
}

/// 5.7 step 23: name, domain, host-only and path make a cookie what it is, and its partition.
pub fn same_cookie(one: &JarCookie, other: &JarCookie) -> bool {
    one.name == other.name
        && one.domain.trim_start_matches('.') == other.domain.trim_start_matches('.')
        && one.host_only == other.host_only
        && one.path == other.path
        && one.partition.is_some() == other.partition.is_some()
}

fn pair(cookie: &JarCookie) -> String {
    if cookie.name.is_empty() {
        cookie.value.clone()
    } else {
        format!("{}={}", cookie.name, cookie.value)
    }
}
