//! The boundary to the browser: the only file that names wasm-bindgen, js-sys and web-sys.

use js_sys::Object;
use wasm_bindgen::prelude::wasm_bindgen;

/// Sixteen random bytes that key the tags of one browser session.
#[wasm_bindgen(js_name = newKey)]
pub fn new_key() -> Vec<u8> {
    vec![0; 16]
}

/// Redacts the log, then explains its failing entry.
#[wasm_bindgen]
pub fn explain(_log: &Object, _key: &[u8]) -> Object {
    Object::new()
}

/// Explains the failing entry of a redacted log.
#[wasm_bindgen]
pub fn diagnose(_log: &Object) -> Object {
    Object::new()
}

/// Replaces every secret of the log by its stand-in.
#[wasm_bindgen]
pub fn redact(_log: &Object, _key: &[u8]) -> Object {
    Object::new()
}

/// Gives a redacted log tags that match nothing else.
#[wasm_bindgen]
pub fn rekey(_log: &Object, _key: &[u8]) -> Object {
    Object::new()
}
