//! Which request failed, and how.

use crate::exchange::{Entry, Exchange, Resource, Response};
use crate::facts::names;
use crate::http::url::Url;
use crate::speech::Meaning;
use crate::speech::body::BodyFacts;

/// The request to explain. A preflight and its request are one exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failing {
    /// The request's index; the preflight's own where only that is known.
    pub index: usize,
    /// The preflight's index, where it failed or allowed too little.
    pub preflight: Option<usize>,
    /// The preflight's status.
    pub preflight_status: Option<u16>,
}

/// How plainly an entry is a failure of authentication.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Plainness {
    /// A 403, or a redirect to a sign-in page: only where nothing else failed.
    Neighbour,
    /// It is one.
    Plain,
}

/// So long after a preflight its request follows, in milliseconds.
const PREFLIGHT_WINDOW: i64 = 60_000;

impl Failing {
    /// The response that tells why: the request's own, else the preflight's.
    pub fn answer<'a>(&self, exchange: &'a Exchange) -> Option<&'a Response> {
        let own = &exchange.entries.get(self.index)?.response;
        let preflight = self
            .preflight
            .and_then(|index| exchange.entries.get(index))
            .map(|entry| &entry.response);
        Some(if own.status == 0 {
            preflight.unwrap_or(own)
        } else {
            own
        })
    }

    /// Whether the preflight is what failed.
    pub fn on_preflight(&self) -> bool {
        self.preflight.is_some()
    }
}

/// Every failing exchange, oldest first; the one to explain is the last, or the one that the exchange names.
pub fn failing(exchange: &Exchange) -> Vec<Failing> {
    let judged: Vec<(usize, Plainness)> = exchange
        .entries
        .iter()
        .enumerate()
        .filter_map(|(index, _)| plainness(exchange, index).map(|plain| (index, plain)))
        .collect();
    let plainest = judged.iter().map(|(_, plain)| *plain).max();
    let mut found: Vec<Failing> = Vec::new();
    for (index, _) in judged.iter().filter(|(_, plain)| Some(*plain) == plainest) {
        let one = tied(exchange, *index);
        found.retain(|known| known.index != one.index);
        found.push(one);
    }
    found
}

/// The failing exchange to explain.
pub fn to_explain(exchange: &Exchange) -> Option<Failing> {
    match exchange.failing {
        Some(index) => Some(tied(exchange, index)),
        None => failing(exchange).last().copied(),
    }
}

fn plainness(exchange: &Exchange, index: usize) -> Option<Plainness> {
    let entry = exchange.entries.get(index)?;
    let status = entry.response.status;
    if entry.resource == Resource::Preflight || is_preflight(entry) {
        return (!(200..300).contains(&status) && status != 0 && !(500..600).contains(&status))
            .then_some(Plainness::Plain);
    }
    match status {
        401 | 407 | 419 | 440 | 495 | 496 | 498 | 511 => Some(Plainness::Plain),
        400 if names::is_token_endpoint(&entry.request) => Some(Plainness::Plain),
        403 => Some(Plainness::Neighbour),
        400 if wants_certificate(entry) => Some(Plainness::Neighbour),
        300..400 if is_script_request(entry) && leads_to_sign_in(entry) => {
            Some(Plainness::Neighbour)
        }
        _ if ended_by_cors(exchange, index) => Some(Plainness::Plain),
        _ => None,
    }
}

/// nginx answers 400 where a client certificate is missing, and says so.
fn wants_certificate(entry: &Entry) -> bool {
    entry.response.body.as_ref().is_some_and(|body| {
        let heard = BodyFacts::read(&body.mime, &body.text).heard;
        heard
            .said
            .iter()
            .any(|saying| saying.means == Meaning::Cause("client-certificate"))
    })
}

/// Whether it is a CORS preflight (Fetch standard, 4.8): `OPTIONS` with `Access-Control-Request-Method`.
pub fn is_preflight(entry: &Entry) -> bool {
    entry.request.method.eq_ignore_ascii_case("OPTIONS")
        && entry
            .request
            .header("access-control-request-method")
            .is_some()
}

fn is_script_request(entry: &Entry) -> bool {
    matches!(
        entry.resource,
        Resource::Fetch | Resource::Xhr | Resource::EventSource
    )
}

fn leads_to_sign_in(entry: &Entry) -> bool {
    entry
        .response
        .header("location")
        .is_some_and(names::is_sign_in_address)
}

/// A cross-origin request of a script that the browser ended with the error it gives for CORS.
fn ended_by_cors(exchange: &Exchange, index: usize) -> bool {
    let Some(entry) = exchange.entries.get(index) else {
        return false;
    };
    let told = entry.error.as_deref().is_some_and(|error| {
        error.contains("ERR_FAILED")
            || error.contains("NS_ERROR_DOM_BAD_URI")
            || error.contains("NS_ERROR_DOM_CORP")
            || error.to_ascii_uppercase().contains("CORS")
    });
    let cross_origin = entry
        .request
        .header("origin")
        .or_else(|| exchange.page.as_ref().map(|page| page.url.as_str()))
        .is_some_and(|from| {
            let from = Url::parse(from).map(|url| url.origin());
            let to = Url::parse(&entry.request.url).map(|url| url.origin());
            from.is_none() || from != to
        });
    told && cross_origin && is_script_request(entry)
}

/// The request that this entry belongs to: a preflight leads to its request, a request to its preflight.
fn tied(exchange: &Exchange, index: usize) -> Failing {
    match exchange.entries.get(index) {
        Some(entry) if is_preflight(entry) => of_preflight(exchange, index, entry),
        Some(entry) => of_request(exchange, index, entry),
        None => Failing {
            index,
            preflight: None,
            preflight_status: None,
        },
    }
}

fn of_preflight(exchange: &Exchange, at: usize, preflight: &Entry) -> Failing {
    let later = exchange.entries.iter().enumerate().skip(at);
    let request = later
        .skip(1)
        .find(|(_, later)| is_preflight_of(preflight, later));
    Failing {
        // A request that was answered went past its preflight, so the preflight failed for itself.
        index: request
            .filter(|(_, later)| later.response.status == 0)
            .map_or(at, |(after, _)| after),
        preflight: Some(at),
        preflight_status: Some(preflight.response.status),
    }
}

fn of_request(exchange: &Exchange, index: usize, request: &Entry) -> Failing {
    let earlier = exchange.entries.iter().enumerate().take(index);
    let preflight = earlier
        .rev()
        .find(|(_, earlier)| is_preflight_of(earlier, request));
    Failing {
        index,
        preflight: preflight
            .filter(|_| request.response.status == 0)
            .map(|(before, _)| before),
        preflight_status: preflight.map(|(_, earlier)| earlier.response.status),
    }
}

/// Whether the first entry asks whether the second may be sent.
fn is_preflight_of(preflight: &Entry, request: &Entry) -> bool {
    let asked = preflight.request.header("access-control-request-method");
    is_preflight(preflight)
        && !is_preflight(request)
        && preflight.request.url == request.request.url
        && asked.is_some_and(|method| method.eq_ignore_ascii_case(&request.request.method))
        && close(preflight, request)
}

fn close(earlier: &Entry, later: &Entry) -> bool {
    match (earlier.started, later.started) {
        (Some(before), Some(after)) => after.saturating_sub(before) <= PREFLIGHT_WINDOW,
        _ => true,
    }
}
