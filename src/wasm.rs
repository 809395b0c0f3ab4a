//! The boundary to the browser: the only file that names `wasm-bindgen`, `js-sys` and `web-sys`.
//!
//! It holds no reasoning. What it is given may be anything at all, and it never throws: a value that is no log is
//! an empty one.

use js_sys::{Reflect, Uint8Array, global};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

use crate::cookie::context::Context;
use crate::cookie::packed;
use crate::cookie::retrieve::Departure;
use crate::cookie::target::Target;
use crate::diagnose::diagnose as explain_redacted;
use crate::diagnosis::Diagnosis;
use crate::exchange::{Browser, Entry, Exchange, Family, Page, Request, Resource};
use crate::har::Log;
use crate::redact::{Key, Redacted};

/// A log without secrets, and what is to be said of it.
#[derive(Serialize)]
struct Explained {
    log: Log,
    diagnosis: Diagnosis,
}

/// A random key for tags.
#[wasm_bindgen(js_name = newKey)]
pub fn new_key() -> Uint8Array {
    let mut bytes = [0_u8; 16];
    if let Some(crypto) = crypto() {
        // Without randomness the tags are merely guessable by whoever holds the secret already.
        let _filled = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    Uint8Array::from(bytes.as_slice())
}

fn crypto() -> Option<web_sys::Crypto> {
    Reflect::get(&global(), &JsValue::from_str("crypto"))
        .ok()?
        .dyn_into()
        .ok()
}

/// Redacts a log and explains it: `{log, diagnosis}`.
#[wasm_bindgen]
pub fn explain(log: JsValue, key: &Uint8Array) -> JsValue {
    let redacted = redacted(log, key);
    given(&Explained {
        log: Log::of(redacted.exchange()),
        diagnosis: explain_redacted(&redacted),
    })
}

/// Explains a log that is redacted already.
#[wasm_bindgen]
pub fn diagnose(log: JsValue) -> JsValue {
    given(&explain_redacted(&Redacted::of(
        &taken(log).exchange(),
        &Key::default(),
    )))
}

/// Replaces every secret of a log.
#[wasm_bindgen]
pub fn redact(log: JsValue, key: &Uint8Array) -> JsValue {
    given(&Log::of(redacted(log, key).exchange()))
}

/// Gives a redacted log new tags, for an export.
#[wasm_bindgen]
pub fn rekey(log: JsValue, key: &Uint8Array) -> JsValue {
    let redacted = redacted(log, key);
    given(&Log::of(
        redacted.keyed_anew(&Key::of(&key.to_vec())).exchange(),
    ))
}

/// Which cookies of a packed jar a page's `fetch` with credentials leaves at home, and why; how both are packed says
/// [`crate::cookie::packed`]. It serves the measurement of the cookie engine.
#[wasm_bindgen(js_name = cookieVerdicts)]
pub fn cookie_verdicts(
    browser: &str,
    version: u32,
    method: &str,
    url: &str,
    page: &str,
    now: f64,
    jar: &[u8],
) -> Vec<u32> {
    let exchange = Exchange {
        browser: Browser {
            family: family(browser),
            major: version,
            ..Browser::default()
        },
        page: Some(Page {
            url: page.to_owned(),
            frames: Vec::new(),
        }),
        entries: vec![Entry {
            started: Some(now as i64),
            resource: Resource::Fetch,
            request: Request {
                method: method.to_owned(),
                url: url.to_owned(),
                ..Request::default()
            },
            ..Entry::default()
        }],
        ..Exchange::default()
    };
    let (Some(target), Some(context)) = (Target::parse(url), Context::of(&exchange, 0)) else {
        return Vec::new();
    };
    let departure = Departure::new(&exchange.browser, &target, &context, Some(now as i64));
    packed::refusals(&departure, jar)
}

fn family(browser: &str) -> Family {
    match browser {
        "Chrome" => Family::Chromium,
        "Firefox" => Family::Firefox,
        "Safari" => Family::Safari,
        _ => Family::Unknown,
    }
}

fn redacted(log: JsValue, key: &Uint8Array) -> Redacted {
    Redacted::of(&taken(log).exchange(), &Key::of(&key.to_vec()))
}

fn taken(log: JsValue) -> Log {
    serde_wasm_bindgen::from_value(log).unwrap_or_default()
}

/// Maps become plain objects, which is what messages between the extension's parts can carry.
fn given<T: Serialize>(value: &T) -> JsValue {
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}
