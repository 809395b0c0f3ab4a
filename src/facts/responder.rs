//! Who answered, as far as it showed.

use crate::exchange::{Entry, Response};
use crate::facts::{RequestFacts, Said};
use crate::http::challenge::Challenge;
use crate::providers::{self, Mark, Provider};
use crate::redact;

/// The providers that showed themselves, in the order of the list.
pub(super) fn responders(
    entry: &Entry,
    answer: &Response,
    challenges: &[Challenge],
    said: &Said,
    request: &RequestFacts,
) -> Vec<&'static Provider> {
    let shows = |provider: &&&'static Provider| {
        said.provider(provider.id)
            || provider.owns(request.host())
            || provider
                .marks
                .iter()
                .any(|mark| bears(*mark, entry, answer, challenges) || holds(*mark, said))
    };
    providers::ALL.iter().filter(shows).copied().collect()
}

/// Whether the body bears the mark.
fn holds(mark: Mark, said: &Said) -> bool {
    let Mark::Members(names) = mark else {
        return false;
    };
    said.body.as_ref().is_some_and(|body| {
        body.members.len() == names.len() && names.iter().all(|name| body.members.contains(name))
    })
}

fn bears(mark: Mark, entry: &Entry, answer: &Response, challenges: &[Challenge]) -> bool {
    let begins = |text: &str, begin: &str| {
        text.get(..begin.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(begin))
    };
    match mark {
        Mark::Header(name) => answer.header(name).is_some(),
        Mark::HeaderPrefix(prefix) => answer
            .fields()
            .iter()
            .any(|field| begins(&field.name, prefix)),
        Mark::HeaderValue(name, value) => answer
            .headers(name)
            .any(|found| providers::begins_with_words(found, value)),
        Mark::HeaderHolds(name, part) => answer.headers(name).any(|found| {
            found
                .to_ascii_lowercase()
                .contains(&part.to_ascii_lowercase())
        }),
        Mark::Cookie(prefix) => cookie_names(entry, answer)
            .iter()
            .any(|name| begins(name, prefix)),
        Mark::CookieHash(prefix) => cookie_names(entry, answer).iter().any(|name| {
            begins(name, prefix)
                && name
                    .get(prefix.len()..)
                    .is_some_and(|rest| redact::is_digest(rest, 32))
        }),
        Mark::Realm(scheme, realm) => challenges.iter().any(|challenge| {
            challenge.scheme.eq_ignore_ascii_case(scheme)
                && challenge
                    .param("realm")
                    .is_some_and(|found| begins(found, realm))
        }),
        Mark::Members(_) => false,
        Mark::Scheme(scheme) => challenges.iter().any(|challenge| challenge.is(scheme)),
        Mark::BareScheme(scheme) => challenges
            .iter()
            .any(|challenge| challenge.is(scheme) && challenge.params.is_empty()),
    }
}

fn cookie_names(entry: &Entry, answer: &Response) -> Vec<String> {
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().trim().to_owned();
    let sent = entry
        .request
        .headers("cookie")
        .flat_map(|value| value.split(';'))
        .map(name);
    sent.chain(answer.headers("set-cookie").map(name)).collect()
}
