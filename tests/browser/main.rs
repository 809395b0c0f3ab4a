//! The core as the extension has it: compiled to WebAssembly, in a real browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use why401::wasm::{diagnose, explain, new_key, recurrences, redact, rekey};

wasm_bindgen_test_configure!(run_in_browser);

const SECRET: &str = "cN7ryQ2x9VbK4mTz8Lp1Wd6";

fn log() -> JsValue {
    let log = r#"{
        "browser": {"name": "Chrome", "version": "140"}, "_page": {"url": "https://app.example/"}, "_jar": [], "_failing": 0,
        "entries": [{
            "startedDateTime": "2026-01-01T00:00:00Z", "time": 10, "_resourceType": "fetch",
            "request": {"method": "GET", "url": "https://app.example/api/me", "headers": [
                {"name": "Authorization", "value": "Bearer undefined"}, {"name": "X-Api-Key", "value": "cN7ryQ2x9VbK4mTz8Lp1Wd6"}]},
            "response": {"status": 401, "headers": [{"name": "WWW-Authenticate", "value": "Bearer"}]}
        }]
    }"#;
    JSON::parse(log).expect("JSON")
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(name)).expect("a member")
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).map(String::from).expect("JSON")
}

#[wasm_bindgen_test]
fn a_key_has_sixteen_bytes_and_is_never_the_same() {
    let key = new_key();
    assert_eq!(key.length(), 16);
    assert_ne!(key.to_vec(), new_key().to_vec());
}

#[wasm_bindgen_test]
fn an_explanation_is_a_plain_object_with_the_fields_of_the_contract() {
    let explained = explain(log(), &new_key());
    let diagnosis = get(&explained, "diagnosis");
    assert_eq!(
        get(&diagnosis, "cause").as_string().as_deref(),
        Some("token-placeholder")
    );
    assert!(is_plain(&get(&get(&diagnosis, "summary"), "person")));
    for field in [
        "schema",
        "failing",
        "confidence",
        "phase",
        "state",
        "alarm",
        "settle",
        "group",
        "others",
        "summary",
        "evidence",
        "fixes",
        "cookies",
        "setCookies",
        "unknown",
    ] {
        assert!(
            Reflect::has(&diagnosis, &JsValue::from_str(field)).expect("an object"),
            "{field} is missing"
        );
    }
}

#[wasm_bindgen_test]
fn a_redacted_log_is_diagnosed_as_the_log_itself() {
    let key = new_key();
    let explained = explain(log(), &key);
    let again = diagnose(get(&explained, "log"));
    assert_eq!(text(&again), text(&get(&explained, "diagnosis")));
}

#[wasm_bindgen_test]
fn no_secret_comes_back() {
    let key = new_key();
    let redacted = redact(log(), &key);
    for shown in [
        text(&explain(log(), &key)),
        text(&redacted),
        text(&rekey(redacted.clone(), &new_key())),
    ] {
        assert!(!shown.contains(SECRET), "{shown}");
    }
}

#[wasm_bindgen_test]
fn what_comes_again_and_again_is_told_as_plain_objects() {
    let hours = "[1, 5, 9]";
    let items = format!(
        "{hours}.map((hour) => ({{at: hour * 3600000, day: 0, site: 'shop.example', cause: 'csrf', kind: 'open'}}))"
    );
    let history = js_sys::eval(&format!("({{items: {items}}})")).expect("a history");
    let found = recurrences(history);
    assert_eq!(
        text(&found),
        r#"[{"site":"shop.example","cause":"csrf","key":"interface.history.again.same.day","args":{"cause":"csrf","count":3,"day":0,"site":"shop.example"}}]"#
    );
}

#[wasm_bindgen_test]
fn anything_at_all_is_answered() {
    let key = Uint8Array::new_with_length(0);
    for value in [
        JsValue::NULL,
        JsValue::UNDEFINED,
        JsValue::from_f64(f64::NAN),
        JsValue::from_str("log"),
        Object::new().into(),
        JSON::parse("[{\"entries\": 1}]").expect("JSON"),
    ] {
        assert!(get(&get(&explain(value.clone(), &key), "diagnosis"), "cause").is_null());
        assert!(get(&diagnose(value.clone()), "cause").is_null());
        assert_eq!(text(&recurrences(value)), "[]");
    }
}

/// A map would not get through a message between the extension's parts.
fn is_plain(value: &JsValue) -> bool {
    Object::get_prototype_of(value) == Object::get_prototype_of(&Object::new())
}
