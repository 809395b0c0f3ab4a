//! What the answer allows to other origins.

use crate::cookie::context::Context;
use crate::cookie::fetch_metadata;
use crate::exchange::{Entry, Exchange};
use crate::facts::failing::is_preflight;
use crate::facts::{Failing, RequestFacts};
use crate::http::cors::{self, Credentials, PreflightRefusal, Refusal, Request, Response};
use crate::http::safelist;

/// The Fetch standard's two checks, as far as the request is one that they apply to.
#[derive(Clone, Debug, Default)]
pub struct Cors {
    /// Whether the request is one to which the CORS protocol applies.
    pub applies: bool,
    /// The credentials mode, as far as it can be told.
    pub mode: Credentials,
    /// Why the page may not read the answer; `None` where it may, or where there is no answer.
    pub refused: Option<Refusal>,
    /// Why the preflight's answer keeps the request back; `None` where it does not, or there is none.
    pub preflight_refused: Option<PreflightRefusal>,
    /// Whether the browser ended the request with a network error.
    pub ended: bool,
    /// Whether the credentials mode is told by that end alone: nothing else keeps the answer from the page.
    pub by_its_end: bool,
    /// The origin that asked.
    pub origin: String,
}

impl Cors {
    /// The verdict on the failing exchange.
    pub fn of(exchange: &Exchange, failing: &Failing, request: &RequestFacts) -> Self {
        let Some(entry) = exchange.entries.get(failing.index) else {
            return Self::default();
        };
        let preflight = preflight_of(exchange, failing.index);
        let named = entry
            .request
            .header("origin")
            .or_else(|| preflight.and_then(|entry| entry.request.header("origin")));
        let origin = named.map_or_else(|| request.sender_origin(), str::to_owned);
        let no_cors = entry
            .request
            .header("sec-fetch-mode")
            .is_some_and(|mode| matches!(mode, "no-cors" | "navigate" | "websocket"));
        if !request.by_script || no_cors || origin.is_empty() || !request.is_cross_origin() {
            return Self::default();
        }
        let verdicts = |mode| {
            let asked = |entry: &Entry| entry.response.status != 0;
            let refused = (asked(entry) && !is_preflight(entry))
                .then(|| checked(&origin, mode, entry))
                .flatten();
            let preflight_refused = preflight
                .filter(|preflight| asked(preflight))
                .and_then(|preflight| preflight_checked(&origin, mode, preflight, entry));
            (refused, preflight_refused)
        };
        let mut mode = mode(exchange, failing.index);
        let mut found = verdicts(mode);
        let mut by_its_end = false;
        if mode == Credentials::Unknown && found == (None, None) && is_ended_by_cors(entry) {
            let with_credentials = verdicts(Credentials::Include);
            if with_credentials != found {
                (mode, found, by_its_end) = (Credentials::Include, with_credentials, true);
            }
        }
        let (refused, preflight_refused) = found;
        Self {
            applies: true,
            mode,
            refused,
            preflight_refused,
            ended: entry.error.is_some(),
            by_its_end,
            origin,
        }
    }
}

/// Whether the browser's error is the one that it gives for a refused answer, and for little else.
fn is_ended_by_cors(entry: &Entry) -> bool {
    let error = entry.error.as_deref().unwrap_or_default();
    [
        "net::ERR_FAILED",
        "NS_ERROR_DOM_BAD_URI",
        "NS_ERROR_DOM_BAD_CROSS_ORIGIN_URI",
    ]
    .contains(&error)
}

/// The preflight of the entry: itself, or the nearest one before it for the same address.
pub(crate) fn preflight_of(exchange: &Exchange, index: usize) -> Option<&Entry> {
    let entry = exchange.entries.get(index)?;
    if is_preflight(entry) {
        return Some(entry);
    }
    exchange
        .entries
        .iter()
        .take(index)
        .rev()
        .find(|earlier| is_preflight(earlier) && earlier.request.url == entry.request.url)
}

/// The credentials mode, as the cookie engine reads it from the request's own fields.
fn mode(exchange: &Exchange, index: usize) -> Credentials {
    match Context::of(exchange, index).map(|(_, context)| context.credentials) {
        Some(fetch_metadata::Credentials::Included) => Credentials::Include,
        Some(fetch_metadata::Credentials::Omitted) => Credentials::SameOrigin,
        _ => Credentials::Unknown,
    }
}

fn values<'a>(entry: &'a Entry, name: &'a str) -> Vec<&'a str> {
    entry.response.headers(name).collect()
}

fn checked(origin: &str, mode: Credentials, entry: &Entry) -> Option<Refusal> {
    let request = Request {
        origin,
        url: &entry.request.url,
        method: &entry.request.method,
        unsafe_headers: &[],
        credentials: mode,
    };
    let (allow_origin, allow_credentials) = (
        values(entry, "access-control-allow-origin"),
        values(entry, "access-control-allow-credentials"),
    );
    cors::check(
        &request,
        &Response {
            allow_origin: &allow_origin,
            allow_credentials: &allow_credentials,
            ..Response::default()
        },
    )
    .err()
}

fn preflight_checked(
    origin: &str,
    mode: Credentials,
    preflight: &Entry,
    entry: &Entry,
) -> Option<PreflightRefusal> {
    let unsafe_headers: Vec<String> =
        match preflight.request.header("access-control-request-headers") {
            Some(list) => list
                .split(',')
                .map(|name| name.trim().to_owned())
                .filter(|name| !name.is_empty())
                .collect(),
            None if is_preflight(entry) => Vec::new(),
            None => safelist::unsafe_names(
                entry
                    .request
                    .fields()
                    .iter()
                    .map(|field| (field.name.as_str(), field.value.as_str())),
            ),
        };
    let method = preflight
        .request
        .header("access-control-request-method")
        .unwrap_or(&entry.request.method);
    let request = Request {
        origin,
        url: &preflight.request.url,
        method,
        unsafe_headers: &unsafe_headers,
        credentials: mode,
    };
    let (allow_origin, allow_credentials) = (
        values(preflight, "access-control-allow-origin"),
        values(preflight, "access-control-allow-credentials"),
    );
    let (allow_methods, allow_headers) = (
        values(preflight, "access-control-allow-methods"),
        values(preflight, "access-control-allow-headers"),
    );
    let response = Response {
        status: preflight.response.status,
        allow_origin: &allow_origin,
        allow_credentials: &allow_credentials,
        allow_methods: &allow_methods,
        allow_headers: &allow_headers,
    };
    cors::check_preflight(&request, &response).err()
}
