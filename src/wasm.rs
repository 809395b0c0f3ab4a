//! The boundary to the browser: the only file that names `wasm-bindgen`, `js-sys` and `web-sys`.
//!
//! It holds no reasoning. What it is given may be anything at all, and it never throws: a value that is no log is
//! an empty one.

use js_sys::{Reflect, Uint8Array, global};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

use crate::cookie::target::Target;
use crate::cookie::{packed, site};
use crate::diagnose::diagnose as explain_redacted;
use crate::diagnosis::Diagnosis;
use crate::export::{Case, Format, Report, export};
use crate::har::Log;
use crate::recurrence::{self, History};
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

/// A case of the extension: a redacted log, and what is said of it in the reader's language.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Told {
    log: Log,
    report: Report,
}

/// Redacted cases `[{log, report}, …]` in a format of [`crate::export`], with new tags; empty for an unknown format.
#[wasm_bindgen]
pub fn exported(cases: JsValue, format: &str, key: &Uint8Array) -> String {
    let told: Vec<Told> = serde_wasm_bindgen::from_value(cases).unwrap_or_default();
    let key = Key::of(&key.to_vec());
    let cases: Vec<Case> = told
        .into_iter()
        .map(|one| Case {
            redacted: Redacted::of(&one.log.exchange(), &key).keyed_anew(&key),
            report: one.report,
        })
        .collect();
    Format::of(format)
        .map(|format| export(&cases, format))
        .unwrap_or_default()
}

/// The site of a host: its registrable domain, or itself for an address, a single label or a public suffix.
#[wasm_bindgen]
pub fn site(host: &str) -> String {
    site::of_host(host)
}

/// Whether two URLs are of one site, whatever their schemes; what is no URL of a host is of none.
#[wasm_bindgen(js_name = sameSite)]
pub fn same_site(one: &str, other: &str) -> bool {
    Target::parse(one)
        .zip(Target::parse(other))
        .is_some_and(|(one, other)| site::same_site(&one, &other))
}

/// What comes again and again of a history, worst first; a history is `{items: [{at, day, site, cause, kind}, …]}`.
#[wasm_bindgen]
pub fn recurrences(history: JsValue) -> JsValue {
    let history: History = serde_wasm_bindgen::from_value(history).unwrap_or_default();
    given(&recurrence::of(&history))
}

/// Which cookies of a jar a page's `fetch` with credentials leaves at home, and why; how the question and the answer
/// are packed says [`crate::cookie::packed`]. It serves the measurement of the cookie engine.
#[wasm_bindgen(js_name = cookieVerdicts)]
pub fn cookie_verdicts(question: &[u8]) -> Vec<u32> {
    packed::refusals(question)
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
