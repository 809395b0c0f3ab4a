//! Basic (RFC 7617) and Digest (RFC 7616) sign-ins, checked for real.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::http::Request;
use crate::sessions::{Sessions, hexadecimal};

pub(crate) const USER: &str = "ada";
pub(crate) const PASSWORD: &str = "lovelace";

/// Whether the request carries the one user's name and password.
pub(crate) fn basic(request: &Request) -> bool {
    let given = request
        .authorization("Basic")
        .and_then(|text| STANDARD.decode(text).ok());
    given.is_some_and(|bytes| bytes == format!("{USER}:{PASSWORD}").into_bytes())
}

/// A fresh Digest challenge.
pub(crate) fn digest_challenge(nonces: &Sessions) -> String {
    format!(
        "Digest realm=\"files\", qop=\"auth\", algorithm=SHA-256, nonce=\"{}\"",
        nonces.start()
    )
}

/// Whether the request answers one of our Digest challenges rightly.
pub(crate) fn digest(request: &Request, nonces: &Sessions) -> bool {
    let Some(given) = request.authorization("Digest") else {
        return false;
    };
    let part = |name: &str| {
        given
            .split(',')
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)
            .map_or(String::new(), |(_, value)| {
                value.trim_matches('"').to_owned()
            })
    };
    let one = hash(&format!("{USER}:files:{PASSWORD}"));
    let two = hash(&format!("{}:{}", request.method, part("uri")));
    let wanted = hash(
        &[
            one,
            part("nonce"),
            part("nc"),
            part("cnonce"),
            part("qop"),
            two,
        ]
        .join(":"),
    );
    nonces.holds(Some(&part("nonce"))) && part("response") == wanted
}

fn hash(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}
