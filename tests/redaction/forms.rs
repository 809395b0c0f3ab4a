//! The forms in which a secret might get out.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

/// Plain, percent-encoded, JSON-escaped, and in base64 at each of its three alignments.
pub(crate) fn forms(secret: &str) -> Vec<String> {
    let percent = secret.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            write!(text, "%{byte:02X}").expect("a string takes all");
        }
        text
    });
    let json = serde_json::to_string(secret).expect("JSON");
    let mut forms = vec![
        secret.to_owned(),
        percent,
        json.trim_matches('"').to_owned(),
    ];
    for before in 0..3 {
        let shifted = [vec![b'x'; before], secret.as_bytes().to_vec()].concat();
        let inner = |text: String| {
            text.get(4..text.len().saturating_sub(4))
                .unwrap_or_default()
                .to_owned()
        };
        forms.push(inner(STANDARD_NO_PAD.encode(&shifted)));
        forms.push(inner(URL_SAFE_NO_PAD.encode(&shifted)));
    }
    forms.retain(|form| form.len() >= 8);
    forms.sort();
    forms.dedup();
    forms
}
