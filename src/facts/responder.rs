//! Who answered, as far as it showed.

use crate::exchange::{Entry, Response};
use crate::facts::Said;
use crate::facts::said;
use crate::http::challenge::Challenge;
use crate::http::url::Url;
use crate::knowledge::{self, Mark, Product, Sign};
use crate::redact;

/// One response and what was asked, as far as they show who answered.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    pub(super) entry: &'a Entry,
    pub(super) response: &'a Response,
    pub(super) challenges: &'a [Challenge],
    pub(super) said: &'a Said,
    /// The host that was asked.
    pub(super) host: &'a str,
}

/// The products that showed themselves in the answer to any request of a case, in the order of the list.
pub fn responders_of(entry: &Entry) -> Vec<&'static Product> {
    let response = &entry.response;
    let challenges = said::challenges(response);
    let said = Said::of(response, &challenges);
    let host = Url::parse(&entry.request.url).map_or_else(String::new, |url| url.host);
    let shown = Shown {
        entry,
        response,
        challenges: &challenges,
        said: &said,
        host: &host,
    };
    shown.responders()
}

impl Shown<'_> {
    /// The products that showed themselves, in the order of the list.
    pub(super) fn responders(&self) -> Vec<&'static Product> {
        let shows = |product: &&&'static Product| {
            self.said.provider(product.id)
                || product.owns(self.host)
                || product.marks.iter().any(|mark| self.bears(*mark))
        };
        knowledge::ALL.iter().filter(shows).copied().collect()
    }

    /// Whether all of the sign's marks hold.
    pub fn carries(&self, sign: &Sign) -> bool {
        let sent = self.entry.request.header("authorization").is_some();
        !(sign.without_authorization && sent) && sign.all.iter().all(|mark| self.bears(*mark))
    }

    /// Whether the response bears the mark.
    pub fn bears(&self, mark: Mark) -> bool {
        let response = self.response;
        match mark {
            Mark::Header(name) => response.header(name).is_some(),
            Mark::HeaderPrefix(prefix) => response
                .fields()
                .iter()
                .any(|field| begins(&field.name, prefix)),
            Mark::HeaderValue(name, value) => response
                .headers(name)
                .any(|found| knowledge::begins_with_words(found, value)),
            Mark::HeaderHolds(name, part) => response.headers(name).any(|found| {
                found
                    .to_ascii_lowercase()
                    .contains(&part.to_ascii_lowercase())
            }),
            Mark::Cookie(prefix) => self.has_cookie(|name| begins(name, prefix)),
            Mark::CookieHash(prefix) => self.has_cookie(|name| {
                begins(name, prefix)
                    && name
                        .get(prefix.len()..)
                        .is_some_and(|rest| redact::is_digest(rest, 32))
            }),
            Mark::SetsCookie(prefix) => response
                .headers("set-cookie")
                .any(|line| begins(line.trim_start(), prefix)),
            Mark::Realm(scheme, realm) => self.has_realm(scheme, |found| begins(found, realm)),
            Mark::RealmOfHost(scheme) => {
                self.has_realm(scheme, |found| found.eq_ignore_ascii_case(self.host))
            }
            Mark::Members(names) => self.said.body.as_ref().is_some_and(|body| {
                body.members.len() == names.len()
                    && names.iter().all(|name| body.members.contains(name))
            }),
            Mark::Scheme(scheme) => self.challenges.iter().any(|one| one.is(scheme)),
            Mark::BareScheme(scheme) => self
                .challenges
                .iter()
                .any(|one| one.is(scheme) && one.params.is_empty()),
        }
    }

    fn has_realm(&self, scheme: &str, fits: impl Fn(&str) -> bool) -> bool {
        let mut of_scheme = self.challenges.iter().filter(|one| one.is(scheme));
        of_scheme.any(|one| one.param("realm").is_some_and(&fits))
    }

    fn has_cookie(&self, fits: impl Fn(&str) -> bool) -> bool {
        let name = |pair: &str| pair.split('=').next().unwrap_or_default().trim().to_owned();
        let sent = self.entry.request.headers("cookie");
        let of_response = self.response.headers("set-cookie").map(name);
        let mut names = sent
            .flat_map(|value| value.split(';'))
            .map(name)
            .chain(of_response);
        names.any(|name| fits(&name))
    }
}

fn begins(text: &str, begin: &str) -> bool {
    text.get(..begin.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(begin))
}
