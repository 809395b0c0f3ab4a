//! Real JSON web tokens (RFC 7519), signed with HS256, and a verifier that finds what is wrong with one.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::http::seconds;

/// The lab's signing key: no secret, it guards nothing.
pub(crate) const KEY: &[u8] = b"the lab signs with this";
pub(crate) const ISSUER: &str = "https://id.lab.test/";

/// Signs these claims.
pub(crate) fn sign(header: &Value, claims: &Value, key: &[u8]) -> String {
    let text = format!("{}.{}", part(header), part(claims));
    let signature = mac(&text, key);
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// An access token for `audience`, with `changes` laid over the usual claims.
pub(crate) fn access(audience: &str, changes: &Value) -> String {
    let mut claims = json!({
        "iss": ISSUER, "sub": "user-7", "aud": audience, "scope": "orders:read",
        "iat": seconds() - 60, "nbf": seconds() - 60, "exp": seconds() + 3600,
    });
    if let (Some(all), Some(new)) = (claims.as_object_mut(), changes.as_object()) {
        for (name, value) in new {
            all.insert(name.clone(), value.clone());
        }
    }
    sign(&json!({"alg": "HS256", "typ": "JWT"}), &claims, KEY)
}

fn part(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

fn mac(text: &str, key: &[u8]) -> Vec<u8> {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return Vec::new();
    };
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// What a verifier found wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Malformed,
    Signature,
    Expired,
    NotYetValid,
    Audience,
    Issuer,
    Scope,
}

/// What a verifier wants.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Policy {
    pub(crate) audience: &'static str,
    pub(crate) scope: &'static str,
    /// Seconds by which the verifier's clock is ahead of the lab's.
    pub(crate) clock: i64,
}

/// Checks the signature first, as every library does, then the claims.
pub(crate) fn verify(token: &str, policy: Policy) -> Result<Value, Fault> {
    let (text, signature) = token.rsplit_once('.').ok_or(Fault::Malformed)?;
    let (_, claims) = text.split_once('.').ok_or(Fault::Malformed)?;
    let claims = URL_SAFE_NO_PAD
        .decode(claims)
        .map_err(|_| Fault::Malformed)?;
    let claims: Value = serde_json::from_slice(&claims).map_err(|_| Fault::Malformed)?;
    let signature = URL_SAFE_NO_PAD
        .decode(signature)
        .map_err(|_| Fault::Malformed)?;
    if signature != mac(text, KEY) {
        return Err(Fault::Signature);
    }
    let now = seconds() + policy.clock;
    let time = |name: &str| claims.get(name).and_then(Value::as_i64);
    if time("exp").is_some_and(|exp| exp <= now) {
        return Err(Fault::Expired);
    }
    if time("nbf").is_some_and(|nbf| nbf > now) {
        return Err(Fault::NotYetValid);
    }
    let text = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or_default();
    if text("aud") != policy.audience {
        return Err(Fault::Audience);
    }
    if text("iss") != ISSUER {
        return Err(Fault::Issuer);
    }
    if !text("scope").split(' ').any(|scope| scope == policy.scope) {
        return Err(Fault::Scope);
    }
    Ok(claims)
}
