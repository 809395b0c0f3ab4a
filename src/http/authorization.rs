//! `Authorization` and `Proxy-Authorization` (RFC 9110, section 11.6.2): a scheme, one space, credentials.
//!
//! Everything that is wrong with a value is told, and told alike for the value and for its redacted form.

mod parts;

use std::fmt;

use parts::Parts;

use crate::redact::{self, judge};
use crate::token::credential::{Basic, Credential, Kind};
use crate::token::standin::StandIn;

/// The parameters that are names, and words of a standard: kept as far as they read like it.
const WORDS: [&str; 9] = [
    "realm",
    "algorithm",
    "qop",
    "charset",
    "userhash",
    "signedheaders",
    "headers",
    "oauth_signature_method",
    "nc",
];

/// The parameters that count, or tell when.
const NUMBERS: [&str; 6] = [
    "version",
    "ts",
    "created",
    "expires",
    "oauth_version",
    "oauth_timestamp",
];

/// What an `Authorization` field holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authorization {
    /// The scheme as written.
    pub scheme: Option<String>,
    /// What follows the scheme, or its stand-in; all of the value if there is no scheme.
    pub credentials: String,
    /// What the credentials are; `None` if they are parameters.
    pub credential: Option<Credential>,
    /// The parameters of `Digest`, `OAuth`, `AWS4-HMAC-SHA256`, `Hawk` and their like.
    pub params: Vec<(String, String)>,
    /// All that is wrong, the gravest first.
    pub malformed: Vec<Malformed>,
}

impl Authorization {
    /// Whether the value is of that scheme, in any case.
    pub fn is(&self, scheme: &str) -> bool {
        self.scheme
            .as_deref()
            .is_some_and(|known| known.eq_ignore_ascii_case(scheme))
    }

    /// The first parameter of that name, in any case.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// What is known of the user name and password of `Basic`.
    pub fn basic(&self) -> Option<Basic> {
        match self.credential.as_ref()?.kind {
            Kind::Basic(basic) => Some(basic),
            _ => None,
        }
    }
}

/// What is wrong with a value; prints in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Malformed {
    /// Nothing at all.
    Empty,
    /// The name of the field stands within its value: `Authorization: Bearer x`.
    FieldName,
    /// Credentials without a scheme: a bare token.
    NoScheme,
    /// A scheme and nothing after it.
    SchemeOnly,
    /// The scheme stands twice: `Bearer Bearer x`.
    SchemeTwice,
    /// No space after the scheme: `Bearerx`.
    MissingSpace,
    /// A colon after the scheme: `Bearer: x`.
    ColonAfterScheme,
    /// Something else than a space after the scheme, which is given: `Bearer=x`, `Bearer,x`, `Bearer%20x`.
    WrongSeparator(char),
    /// More than one space after the scheme, or white space within the credentials.
    ExtraWhitespace,
    /// Quotes around the value or its credentials.
    Quoted,
    /// A carriage return or a line feed.
    LineBreak,
    /// Another control character.
    ControlCharacter,
    /// A character outside ASCII.
    NonAscii,
    /// A comma: two values in one, or a list.
    CommaList,
    /// The credentials of `Basic` are no base64.
    BasicNotBase64,
    /// The credentials of `Basic` have no colon between user name and password.
    BasicWithoutColon,
}

impl fmt::Display for Malformed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Malformed::Empty => "empty",
            Malformed::FieldName => "field-name",
            Malformed::NoScheme => "no-scheme",
            Malformed::SchemeOnly => "scheme-only",
            Malformed::SchemeTwice => "scheme-twice",
            Malformed::MissingSpace => "missing-space",
            Malformed::ColonAfterScheme => "colon-after-scheme",
            Malformed::WrongSeparator(_) => "wrong-separator",
            Malformed::ExtraWhitespace => "extra-whitespace",
            Malformed::Quoted => "quoted",
            Malformed::LineBreak => "line-break",
            Malformed::ControlCharacter => "control-character",
            Malformed::NonAscii => "non-ascii",
            Malformed::CommaList => "comma-list",
            Malformed::BasicNotBase64 => "basic-not-base64",
            Malformed::BasicWithoutColon => "basic-without-colon",
        })
    }
}

/// Reads a value of the field, of any scheme, or the redacted form of one.
pub fn parse(value: &str) -> Authorization {
    let parts = Parts::of(value);
    let mut malformed = parts.malformed.clone();
    let params = parts.params();
    let credential = params.is_empty().then(|| parts.credential());
    if let Some(credential) = &credential {
        judge(&parts, credential, &mut malformed);
    }
    malformed.sort();
    malformed.dedup();
    Authorization {
        scheme: parts.scheme.map(str::to_owned),
        credentials: parts.credentials.to_owned(),
        credential,
        params,
        malformed,
    }
}

/// The value with stand-ins for its secrets; `tag` as for [`StandIn::of`]. Scheme, separators and quotes stay, and
/// of parameters those that are public. Twice is as once.
pub fn redact(value: &str, tag: impl Fn(&str) -> String) -> String {
    let parts = Parts::of(value);
    let params = parts.params();
    let secret = if params.is_empty() {
        parts.stand_in(&tag)
    } else {
        let redacted = params
            .iter()
            .map(|(name, value)| redact_param(name, value, &tag));
        redacted.collect::<Vec<String>>().join(", ")
    };
    format!("{}{secret}{}", parts.before, parts.after)
}

/// Adds what the credential itself shows.
fn judge(parts: &Parts<'_>, credential: &Credential, malformed: &mut Vec<Malformed>) {
    let facts = [
        (credential.quoted, Malformed::Quoted),
        (credential.line_break, Malformed::LineBreak),
        (
            credential.control && !credential.line_break,
            Malformed::ControlCharacter,
        ),
        (credential.non_ascii, Malformed::NonAscii),
        (
            credential.whitespace && !credential.line_break && !is_told_by_name(credential),
            Malformed::ExtraWhitespace,
        ),
        (credential.comma, Malformed::CommaList),
    ];
    malformed.extend(
        facts
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, fault)| *fault),
    );
    if parts.is_basic() {
        match credential.kind {
            Kind::Basic(Basic { colon: true, .. }) | Kind::Empty | Kind::Placeholder(_) => {}
            Kind::Basic(_) => malformed.push(Malformed::BasicWithoutColon),
            _ => malformed.push(Malformed::BasicNotBase64),
        }
    }
}

/// Whether the white space belongs to a placeholder, such as `[object Object]`.
fn is_told_by_name(credential: &Credential) -> bool {
    matches!(credential.kind, Kind::Placeholder(_))
}

fn redact_param(name: &str, value: &str, tag: &dyn Fn(&str) -> String) -> String {
    let public = is_public(&name.to_ascii_lowercase(), value);
    let value = if public {
        value.to_owned()
    } else {
        redact_value(name, value, tag)
    };
    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
    format!("{}=\"{escaped}\"", redact::name_by(name, tag))
}

/// Whether the value of such a parameter, its name in small letters, may stay.
fn is_public(name: &str, value: &str) -> bool {
    let is_name = |part: &str| judge::reads_like_words(part, judge::Bar::Readable);
    match name {
        // RFC 7616, 3.4: how often the nonce was used, in eight hexadecimal digits.
        "nc" => value.len() == 8 && value.starts_with("0000"),
        "realm" => is_name(value),
        _ if WORDS.contains(&name) => value.split([';', ' ']).all(is_name),
        _ if NUMBERS.contains(&name) => {
            value.len() <= 13
                && value
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte == b'.')
        }
        _ => false,
    }
}

/// The scope of an AWS key (day, region, service) is kept: it tells which clock and which place were meant.
fn redact_value(name: &str, value: &str, tag: &dyn Fn(&str) -> String) -> String {
    let scope = value.split_once('/').filter(|(_, scope)| {
        let mut parts = scope.split('/');
        let day = parts.next().unwrap_or_default();
        let is_day = day.len() == 8
            && day.starts_with("20")
            && day.bytes().all(|byte| byte.is_ascii_digit());
        name.eq_ignore_ascii_case("credential")
            && is_day
            && parts.all(|part| part == "aws4_request" || judge::is_listed(part))
            && scope.ends_with("/aws4_request")
    });
    match scope {
        Some((key, scope)) => format!("{}/{scope}", StandIn::of(key, tag)),
        None => StandIn::of(value, tag).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn malformed(value: &str) -> Vec<Malformed> {
        let parsed = parse(value);
        let redacted = redact(value, |text| format!("{}", text.len()));
        let again = parse(&redacted);
        assert_eq!(
            (again.scheme, again.credential, again.malformed),
            (parsed.scheme, parsed.credential, parsed.malformed.clone()),
            "{redacted}"
        );
        assert_eq!(redact(&redacted, |_| "other".to_owned()), redacted);
        parsed.malformed
    }

    #[test]
    fn each_mistake_has_its_name() {
        use Malformed as M;
        for (value, expected) in [
            ("Bearer abc.def-123", vec![]),
            ("bearer abc==", vec![]),
            ("", vec![M::Empty]),
            ("Bearer", vec![M::SchemeOnly]),
            ("Bearer ", vec![M::SchemeOnly]),
            ("eyJhbGciOiJIUzI1NiJ9.e30.c2ln", vec![M::NoScheme]),
            ("k3Jx81Zq", vec![M::NoScheme]),
            ("\"k3Jx81Zq\"", vec![M::NoScheme, M::Quoted]),
            ("Bearer Bearer abc1", vec![M::SchemeTwice]),
            ("Bearer Bearer", vec![M::SchemeOnly, M::SchemeTwice]),
            ("Bearer Basic YTpi", vec![M::SchemeTwice]),
            ("BearereyJhbGciOiJIUzI1NiJ9.e30.c2ln", vec![M::MissingSpace]),
            ("Bearer: abc1", vec![M::ColonAfterScheme]),
            ("Bearer:abc1", vec![M::ColonAfterScheme]),
            ("Bearer=abc1", vec![M::WrongSeparator('=')]),
            ("Bearer, abc1", vec![M::WrongSeparator(',')]),
            ("Bearer%20abc1", vec![M::WrongSeparator('%')]),
            ("Bearer  abc1", vec![M::ExtraWhitespace]),
            ("Bearer abc1 def2", vec![M::ExtraWhitespace]),
            ("Bearer \"abc1\"", vec![M::Quoted]),
            ("\"Bearer abc1\"", vec![M::Quoted]),
            ("Bearer abc1\n", vec![M::LineBreak]),
            ("Bearer ab\u{1}c1", vec![M::ControlCharacter]),
            ("Bearer abcé1", vec![M::NonAscii]),
            ("Bearer abc1,Bearer", vec![M::CommaList]),
            ("Authorization: Bearer abc1", vec![M::FieldName]),
            ("Basic YTpi", vec![]),
            ("Basic a:b", vec![M::BasicNotBase64]),
            ("Basic YWI=", vec![M::BasicWithoutColon]),
            ("Bearer undefined", vec![]),
            ("Bearer [object Object]", vec![]),
            ("Token token=abc1", vec![]),
        ] {
            assert_eq!(malformed(value), expected, "{value}");
        }
    }

    #[test]
    fn parameters_are_read_and_only_public_ones_kept() {
        let value = "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20250126/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=abcdef0123";
        assert_eq!(parse(value).param("signedheaders"), Some("host;x-amz-date"));
        let redacted = redact(value, |_| "1".to_owned());
        assert!(
            !redacted.contains("AKIA") && !redacted.contains("abcdef0123"),
            "{redacted}"
        );
        let credential = parse(&redacted)
            .param("Credential")
            .map(str::to_owned)
            .unwrap_or_default();
        assert!(
            credential.ends_with("/20250126/us-east-1/s3/aws4_request"),
            "{credential}"
        );
        assert_eq!(redact(&redacted, |_| "2".to_owned()), redacted);
    }

    #[test]
    fn basic_tells_what_is_empty() {
        assert!(
            parse("Basic Og==")
                .basic()
                .is_some_and(|basic| basic.user_empty && basic.password_empty)
        );
    }

    #[test]
    fn digest_is_read_as_parameters() {
        let digest = parse(r#"Digest username="Mufasa", realm="x", nonce="n, 1", nc=00000001"#);
        assert_eq!(digest.param("nonce"), Some("n, 1"));
        assert_eq!(digest.credential, None);
        assert_eq!(digest.malformed, []);
    }
}
