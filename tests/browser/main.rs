//! The core as the extension has it: compiled to WebAssembly, in a real browser.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use why401::wasm::new_key;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_key_has_sixteen_bytes_and_is_never_the_same() {
    let key = new_key();
    assert_eq!(key.length(), 16);
    assert_ne!(key.to_vec(), new_key().to_vec());
}
