//! JSON Web Tokens in the compact form (RFC 7519, RFC 7515, section 7.1), decoded and never verified.

use std::fmt;

use base64::Engine;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use serde_json::{Map, Value};

use super::claims::{Claims, Fault};

/// Longer texts are not decoded: no server takes a header of that size.
const LENGTH_MAX: usize = 65_536;

/// base64url without padding (RFC 7515, section 2); unused bits may hold anything, as in most decoders.
const BASE64URL: GeneralPurpose = GeneralPurpose::new(
    &alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// What a text in the compact form is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Jwt {
    /// A signed token; what it says of itself.
    Signed(Box<Claims>),
    /// An encrypted token of five segments (RFC 7516): what it says cannot be seen.
    Encrypted,
}

/// Why a text is no whole, decodable token. Printed as the error classes of the published test suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JwtError {
    /// Not three segments, or five.
    Segments,
    /// The header is no base64url.
    HeaderBase64Url,
    /// The header is no UTF-8.
    HeaderUtf8,
    /// The header is no JSON.
    HeaderJson,
    /// The header is no JSON object.
    HeaderNotObject,
    /// The payload is no base64url.
    PayloadBase64Url,
    /// The payload is no JSON.
    PayloadJson,
    /// The payload is no JSON object.
    PayloadNotObject,
    /// The payload is not encoded at all (`b64: false`), which RFC 7797, section 7, forbids for tokens.
    PayloadUnencoded,
}

/// All errors with their names.
pub const ERRORS: [(JwtError, &str); 9] = [
    (JwtError::Segments, "segments"),
    (JwtError::HeaderBase64Url, "header base64url"),
    (JwtError::HeaderUtf8, "header utf8"),
    (JwtError::HeaderJson, "header json"),
    (JwtError::HeaderNotObject, "header not object"),
    (JwtError::PayloadBase64Url, "payload base64url"),
    (JwtError::PayloadJson, "payload json"),
    (JwtError::PayloadNotObject, "payload not object"),
    (JwtError::PayloadUnencoded, "payload"),
];

impl fmt::Display for JwtError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = ERRORS
            .iter()
            .find(|(error, _)| error == self)
            .map_or("", |(_, name)| name);
        out.write_str(name)
    }
}

/// Decodes a token in the compact form.
///
/// # Errors
/// The first thing that keeps it from being read.
pub fn decode(token: &str) -> Result<Jwt, JwtError> {
    if token.len() > LENGTH_MAX {
        return Err(JwtError::Segments);
    }
    let segments: Vec<&str> = token.split('.').collect();
    match segments.as_slice() {
        [header, payload, signature] => {
            decode_signed(header, payload, signature).map(|claims| Jwt::Signed(Box::new(claims)))
        }
        [header, _, _, _, _] if decode_header(header)?.contains_key("enc") => Ok(Jwt::Encrypted),
        _ => Err(JwtError::Segments),
    }
}

/// Whether the text is, or is meant to be, a token of this kind. Signed cookies of web frameworks also begin with
/// encoded JSON; they lack the `alg` that every token's header has.
pub fn looks_like_jwt(text: &str) -> bool {
    let Some((header, _)) = text.split_once('.') else {
        return ["eyJhbGciO", "eyJ0eXAiO", "eyJraWQiO"]
            .iter()
            .any(|start| text.starts_with(start));
    };
    match decode_header(header) {
        Ok(header) => header.contains_key("alg"),
        Err(_) => header.starts_with("eyJ") && text.matches('.').count() >= 2,
    }
}

fn decode_signed(header: &str, payload: &str, signature: &str) -> Result<Claims, JwtError> {
    let header = decode_header(header)?;
    if header.get("b64") == Some(&Value::Bool(false)) {
        return Err(JwtError::PayloadUnencoded);
    }
    let payload = BASE64URL
        .decode(payload)
        .map_err(|_| JwtError::PayloadBase64Url)?;
    let (payload, utf8) = match String::from_utf8(payload) {
        Ok(text) => (text, true),
        Err(error) => (
            error.as_bytes().iter().copied().map(char::from).collect(),
            false,
        ),
    };
    let payload = match serde_json::from_str(&payload) {
        Ok(Value::Object(payload)) => payload,
        Ok(_) => return Err(JwtError::PayloadNotObject),
        Err(_) => return Err(JwtError::PayloadJson),
    };
    let mut claims = Claims::new(&header, &payload);
    claims.faults.extend((!utf8).then_some(Fault::PayloadUtf8));
    if signature.is_empty() {
        claims.faults.push(Fault::Unsigned);
    } else if BASE64URL.decode(signature).is_err() {
        claims.faults.push(Fault::SignatureBase64Url);
    }
    Ok(claims.bounded())
}

fn decode_header(header: &str) -> Result<Map<String, Value>, JwtError> {
    let bytes = BASE64URL
        .decode(header)
        .map_err(|_| JwtError::HeaderBase64Url)?;
    let text = String::from_utf8(bytes).map_err(|_| JwtError::HeaderUtf8)?;
    match serde_json::from_str(&text) {
        Ok(Value::Object(header)) => Ok(header),
        Ok(_) => Err(JwtError::HeaderNotObject),
        Err(_) => Err(JwtError::HeaderJson),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(header: &str, payload: &str) -> String {
        format!(
            "{}.{}.c2ln",
            BASE64URL.encode(header),
            BASE64URL.encode(payload)
        )
    }

    fn claims(payload: &str) -> Claims {
        match decode(&token(
            r#"{"alg":"RS256","kid":"k1","typ":"at+jwt"}"#,
            payload,
        )) {
            Ok(Jwt::Signed(claims)) => *claims,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_matters_is_kept_and_the_person_is_not() {
        let claims = claims(
            r#"{"exp":1700000000.5,"aud":["api","a@b.example"],"scope":"read write","sub":"u1","email":"x@y.example","iss":"https://i.example/"}"#,
        );
        assert_eq!(claims.exp.map(|exp| exp.seconds), Some(1_700_000_000));
        assert_eq!(claims.aud, ["api"]);
        assert_eq!(claims.scope, ["read", "write"]);
        assert_eq!(claims.names, ["aud", "email", "exp", "iss", "scope", "sub"]);
        assert_eq!(
            (claims.typ.as_deref(), claims.kid.as_deref()),
            (Some("at+jwt"), Some("k1"))
        );
        assert!(!format!("{claims:?}").contains("u1"));
    }

    #[test]
    fn a_date_as_text_is_read_and_told() {
        let exp = claims(r#"{"exp":"1700000000"}"#).exp.expect("a date");
        assert!(exp.text && exp.seconds == 1_700_000_000);
        assert!(
            claims(r#"{"exp":1700000000000}"#)
                .exp
                .is_some_and(|exp| exp.looks_like_milliseconds())
        );
        assert_eq!(claims(r#"{"exp":"soon"}"#).faults, [Fault::ExpType]);
    }

    #[test]
    fn an_encrypted_token_is_recognised() {
        let header = BASE64URL.encode(r#"{"alg":"dir","enc":"A256GCM"}"#);
        assert_eq!(decode(&format!("{header}..a.b.c")), Ok(Jwt::Encrypted));
    }

    #[test]
    fn a_frameworks_signed_cookie_is_no_token() {
        let flask = format!("{}.Zx12ab.sig", BASE64URL.encode(r#"{"user_id":1}"#));
        assert!(!looks_like_jwt(&flask));
        assert!(looks_like_jwt(&token(r#"{"alg":"none"}"#, "{}")));
        assert!(looks_like_jwt("eyJhbGciOiJIUzI1NiIs"));
    }
}
