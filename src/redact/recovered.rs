//! The body of a response that nobody read, where its entity tag is the hash of a text that we know or can make.
//!
//! `ETag: W/"1a-pljHtlo127JYJR4E/RYOPb6ucbw"` is Express's tag of 26 bytes: of all texts of that length which a
//! server is known to send, or which a common sentence in a common wrapper makes, only `{"message":"Unauthorized"}` has
//! that hash.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::exchange::{Entry, Request, Response};
use crate::http::etag::HashTag;
use crate::http::url::Url;
use crate::http::{authorization, instant};
use crate::knowledge::{self, KnownBody};
use crate::token::claims::Claims;
use crate::token::credential::Kind;

/// Longer than this, no body is made.
const LONGEST: usize = 2_000;

/// What stands in place of the value of a field that is a hash.
pub(super) fn tag(value: &str) -> Option<String> {
    if is_kept(value) {
        return Some(value.to_owned());
    }
    let length = HashTag::parse(value)?.length();
    Some(length.map_or_else(|| HASH.to_owned(), |length| format!("{OF}{length}{BYTES}")))
}

const HASH: &str = "[hash]";
const OF: &str = "[hash of ";
const BYTES: &str = " bytes]";

/// Whether [`tag`] wrote this.
fn is_kept(value: &str) -> bool {
    let length = value
        .strip_prefix(OF)
        .and_then(|rest| rest.strip_suffix(BYTES));
    value == HASH || length.is_some_and(|length| length.parse::<usize>().is_ok())
}

/// The text of the response's body, where its tag proves it.
pub(super) fn body(entry: &Entry) -> Option<String> {
    let response = &entry.response;
    let unread = response
        .body
        .as_ref()
        .is_none_or(|body| body.text.is_empty());
    let tag = HashTag::parse(response.header("etag")?)?;
    if !unread || response.status < 400 {
        return None;
    }
    let lengths = lengths(&tag, response);
    known(&tag, &lengths)
        .or_else(|| filled(&tag, &entry.request))
        .or_else(|| made(&tag, &lengths))
}

/// How long the body can be: as the tag or an uncoded `Content-Length` says, else all that the tag allows.
fn lengths(tag: &HashTag, response: &Response) -> Vec<usize> {
    let told = tag.length().or_else(|| {
        let uncoded = response.header("content-encoding").is_none();
        let length = response.header("content-length").filter(|_| uncoded)?;
        length.trim().parse().ok()
    });
    let all = told.map_or(1..=LONGEST, |length| length..=length);
    all.filter(|length| *length <= LONGEST && tag.allows(*length))
        .collect()
}

fn known(tag: &HashTag, lengths: &[usize]) -> Option<String> {
    let bodies = lengths
        .iter()
        .flat_map(|length| KnownBody::of_length(*length));
    bodies
        .filter_map(|body| body.template().plain())
        .find(|text| tag.is_of(text))
        .map(str::to_owned)
}

/// A known body with what the request says in its holes: when the token expires, which address was asked.
fn filled(tag: &HashTag, request: &Request) -> Option<String> {
    let values = Values::of(request);
    let mut texts = KnownBody::with_holes()
        .filter(|body| {
            tag.length()
                .is_none_or(|length| body.template().literal() <= length)
        })
        .flat_map(|body| body.template().filled(|name| values.named(name)));
    texts.find(|text| tag.allows(text.len()) && tag.is_of(text))
}

fn made(tag: &HashTag, lengths: &[usize]) -> Option<String> {
    // Without a length, half a million texts would have to be hashed.
    let [length] = lengths else { return None };
    knowledge::made(*length).find(|text| tag.is_of(text))
}

/// What of a request can stand in the body of its refusal.
#[derive(Default)]
struct Values {
    claims: Option<Box<Claims>>,
    user: Option<String>,
    url: String,
    parts: Option<Url>,
}

impl Values {
    fn of(request: &Request) -> Self {
        let sent = request.header("authorization").unwrap_or_default();
        let credential = authorization::parse(sent).credential;
        let claims = match credential.map(|credential| credential.kind) {
            Some(Kind::Jwt(claims)) => Some(claims),
            _ => None,
        };
        Self {
            claims,
            user: user(sent),
            url: request.url.clone(),
            parts: Url::parse(&request.url),
        }
    }

    /// The values that a hole of this name can have.
    fn named(&self, name: &str) -> Vec<String> {
        let claims = self.claims.as_deref();
        let exp = claims
            .and_then(|claims| claims.exp)
            .map(|date| date.seconds);
        let nbf = claims
            .and_then(|claims| claims.nbf)
            .map(|date| date.seconds);
        let iso = |seconds: Option<i64>| {
            let milliseconds = seconds.and_then(|seconds| seconds.checked_mul(1_000));
            milliseconds.map(|at| instant::print(instant::within_years(at)))
        };
        let number = |seconds: Option<i64>| seconds.map(|seconds| seconds.to_string());
        match name {
            "exp-iso" => iso(exp).into_iter().collect(),
            "nbf-iso" => iso(nbf).into_iter().collect(),
            "exp" => number(exp).into_iter().collect(),
            "nbf" => number(nbf).into_iter().collect(),
            "user" => self.user.iter().cloned().collect(),
            "kid" => claims
                .and_then(|claims| claims.kid.clone())
                .into_iter()
                .collect(),
            "issuer" => claims
                .and_then(|claims| claims.iss.clone())
                .into_iter()
                .collect(),
            "audience" => claims.map_or_else(Vec::new, |claims| claims.aud.clone()),
            _ => self.of_address(name),
        }
    }

    fn of_address(&self, name: &str) -> Vec<String> {
        let Some(url) = &self.parts else {
            return Vec::new();
        };
        let segment = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        match name {
            "host" => vec![url.host.clone()],
            "path" => {
                let query = self.url.split_once('?').map(|(_, query)| query);
                let whole = query.map(|query| format!("{}?{query}", url.path));
                std::iter::once(url.path.clone()).chain(whole).collect()
            }
            "url" => vec![self.url.clone()],
            "package" | "name" => vec![
                segment(&url.path),
                url.path.trim_start_matches('/').to_owned(),
            ],
            _ => Vec::new(),
        }
    }
}

/// The user name of `Basic` (RFC 7617, 2).
fn user(authorization: &str) -> Option<String> {
    let (scheme, credentials) = authorization.split_once(' ')?;
    let basic = scheme.eq_ignore_ascii_case("basic");
    let bytes = STANDARD.decode(credentials.trim()).ok().filter(|_| basic)?;
    let (user, _) = std::str::from_utf8(&bytes).ok()?.split_once(':')?;
    Some(user.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{body, tag};
    use crate::exchange::{Entry, Field, Request, Response};

    fn entry(etag: &str, authorization: &str) -> Entry {
        let field = |name: &str, value: &str| Field {
            name: name.to_owned(),
            value: value.to_owned(),
        };
        Entry {
            request: Request {
                url: "https://api.example/orders".to_owned(),
                headers: Some(vec![field("Authorization", authorization)]),
                ..Request::default()
            },
            response: Response {
                status: 401,
                headers: Some(vec![field("ETag", etag)]),
                ..Response::default()
            },
            ..Entry::default()
        }
    }

    #[test]
    fn a_known_body_is_found_by_its_hash() {
        let found = body(&entry(r#"W/"18-XPDV80vbMk4yY1/PADG4jYM4rSI""#, ""));
        assert_eq!(found.as_deref(), Some(r#"{"error":"Unauthorized"}"#));
        let found = body(&entry(r#""12cyln96apxo""#, ""));
        assert_eq!(found.as_deref(), Some(r#"{"error":"Unauthorized"}"#));
    }

    #[test]
    fn a_body_that_holds_when_the_token_expired_is_found_with_the_token_that_was_sent() {
        // {"alg":"HS256"}, {"exp":1764500000}
        let token = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE3NjQ1MDAwMDB9.c2lnbmF0dXJl";
        let etag = r#"W/"5b-78vwqOnaiJjrsKB73PrsG7l+tEA""#;
        let found = body(&entry(etag, &format!("Bearer {token}")));
        let text = r#"{"name":"TokenExpiredError","message":"jwt expired","expiredAt":"2025-11-30T10:53:20.000Z"}"#;
        assert_eq!(found.as_deref(), Some(text));
        assert_eq!(body(&entry(etag, "Bearer abc")), None);
    }

    #[test]
    fn a_hash_of_nothing_that_is_known_says_nothing() {
        assert_eq!(
            body(&entry(r#"W/"18-AAAAAAAAAAAAAAAAAAAAAAAAAAA""#, "")),
            None
        );
        assert_eq!(
            body(&entry(r#"W/"ffffffffff-XPDV80vbMk4yY1/PADG4jYM4rSI""#, "")),
            None
        );
    }

    #[test]
    fn of_a_tag_only_the_length_is_kept_and_twice_is_as_once() {
        let kept = tag(r#"W/"18-XPDV80vbMk4yY1/PADG4jYM4rSI""#).expect("a hash");
        assert_eq!(kept, "[hash of 24 bytes]");
        assert_eq!(tag(&kept).as_deref(), Some(kept.as_str()));
        assert_eq!(
            tag(r#""XPDV80vbMk4yY1/PADG4jYM4rSI=""#).as_deref(),
            Some("[hash]")
        );
        assert_eq!(tag(r#""v1-user-4711""#), None);
    }
}
