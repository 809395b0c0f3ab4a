//! `Authorization` and `Proxy-Authorization` (RFC 9110, section 11.6.2): a scheme, one space, credentials.
//!
//! Everything that is wrong with a value is told, and told alike for the value and for its redacted form.

use std::fmt;

use super::auth_param::{Cursor, is_tchar};
use crate::token::credential::{self, Basic, Credential, Kind};
use crate::token::standin::StandIn;

/// The schemes in use, in lower case: those of the IANA registry and those of well-known APIs.
const SCHEMES: [&str; 36] = [
    "basic",
    "bearer",
    "digest",
    "dpop",
    "gnap",
    "hoba",
    "mutual",
    "negotiate",
    "ntlm",
    "oauth",
    "privatetoken",
    "scram-sha-1",
    "scram-sha-256",
    "vapid",
    "aws",
    "aws4-hmac-sha256",
    "aws4-ecdsa-p256-sha256",
    "token",
    "bot",
    "apikey",
    "api-key",
    "api_key",
    "key",
    "jwt",
    "ssws",
    "hawk",
    "signature",
    "hmac",
    "sharedkey",
    "sharedkeylite",
    "sharedaccesssignature",
    "googlelogin",
    "mediabrowser",
    "zoho-oauthtoken",
    "deepl-auth-key",
    "discogs",
];

/// The schemes that are looked for at the start of a longer word: `Bearereyj…`. Shorter words begin too many tokens.
const GLUED_SCHEMES: [&str; 5] = ["bearer", "basic", "digest", "dpop", "negotiate"];

/// The parameters that hold no secret and are kept as they stand.
const PUBLIC_PARAMS: [&str; 17] = [
    "realm",
    "algorithm",
    "qop",
    "nc",
    "charset",
    "userhash",
    "signedheaders",
    "headers",
    "version",
    "ts",
    "created",
    "expires",
    "oauth_version",
    "oauth_signature_method",
    "oauth_timestamp",
    "client",
    "device",
];

/// A longer value of a public parameter is redacted all the same.
const PUBLIC_VALUE_MAX: usize = 200;

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

/// A value taken apart: `before`, `credentials` and `after` in sequence are the value.
#[derive(Default)]
struct Parts<'a> {
    before: &'a str,
    scheme: Option<&'a str>,
    credentials: &'a str,
    after: &'a str,
    malformed: Vec<Malformed>,
}

impl<'a> Parts<'a> {
    fn of(value: &'a str) -> Parts<'a> {
        let value = value.trim_matches([' ', '\t']);
        let mut parts = Parts {
            credentials: value,
            ..Parts::default()
        };
        if value.is_empty() {
            parts.malformed.push(Malformed::Empty);
            return parts;
        }
        parts.open_quotes(value);
        parts.skip_field_name(value);
        parts.take_scheme(value);
        parts.take_second_scheme(value);
        if parts.credentials.is_empty() {
            parts.malformed.push(Malformed::SchemeOnly);
        }
        parts
    }

    /// `"Bearer x"`, the quotes around all of it. A quoted token alone keeps its quotes: they are the credential's.
    fn open_quotes(&mut self, value: &'a str) {
        let inner = ['"', '\'']
            .iter()
            .find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote));
        if let Some(inner) = inner.filter(|inner| inner.contains(char::is_whitespace)) {
            self.malformed.push(Malformed::Quoted);
            self.after = value
                .get(value.len().saturating_sub(1)..)
                .unwrap_or_default();
            self.narrow(value, inner);
        }
    }

    fn skip_field_name(&mut self, value: &'a str) {
        let Some((name, rest)) = self.credentials.split_once(':') else {
            return;
        };
        if name.eq_ignore_ascii_case("authorization")
            || name.eq_ignore_ascii_case("proxy-authorization")
        {
            self.malformed.push(Malformed::FieldName);
            self.narrow(value, rest.trim_start_matches([' ', '\t']));
        }
    }

    fn take_scheme(&mut self, value: &'a str) {
        let text = self.credentials;
        let word = text.split(char::is_whitespace).next().unwrap_or_default();
        let rest = text.get(word.len()..).unwrap_or_default();
        let name = word.trim_end_matches([':', '=', ',']);
        if is_known(name) || (!rest.is_empty() && is_plausible(name)) {
            self.scheme = Some(name);
            self.judge_separator(word.get(name.len()..).unwrap_or_default());
            let credentials = rest.trim_start();
            self.judge_space(
                rest.get(..rest.len() - credentials.len())
                    .unwrap_or_default(),
            );
            self.narrow(value, credentials);
        } else if let Some((scheme, rest)) = glued_scheme(text) {
            self.scheme = Some(scheme);
            let separator = rest
                .get(..1)
                .filter(|c| [":", "=", ",", "+", "/"].contains(c))
                .unwrap_or_default();
            let separator = if rest.starts_with("%20") {
                "%20"
            } else {
                separator
            };
            self.judge_separator(separator);
            if separator.is_empty() {
                self.malformed.push(Malformed::MissingSpace);
            }
            self.narrow(value, rest.get(separator.len()..).unwrap_or_default());
        } else {
            self.malformed.push(Malformed::NoScheme);
        }
    }

    /// `Bearer Bearer x`: also with two different schemes, as long as something follows the second.
    fn take_second_scheme(&mut self, value: &'a str) {
        let Some(scheme) = self.scheme else {
            return;
        };
        let text = self.credentials;
        let word = text.split(char::is_whitespace).next().unwrap_or_default();
        let rest = text.get(word.len()..).unwrap_or_default();
        if (is_known(word) && !rest.is_empty())
            || (word.eq_ignore_ascii_case(scheme) && !word.is_empty())
        {
            self.malformed.push(Malformed::SchemeTwice);
            self.narrow(value, rest.trim_start());
        }
    }

    fn judge_separator(&mut self, separator: &str) {
        self.malformed
            .extend(separator.chars().next().map(|c| match c {
                ':' => Malformed::ColonAfterScheme,
                other => Malformed::WrongSeparator(other),
            }));
    }

    fn judge_space(&mut self, space: &str) {
        if space.contains(['\r', '\n']) {
            self.malformed.push(Malformed::LineBreak);
        } else if !space.is_ascii() {
            self.malformed.push(Malformed::NonAscii);
        } else if !space.is_empty() && space != " " {
            self.malformed.push(Malformed::ExtraWhitespace);
        }
    }

    /// Makes `credentials`, a part of `value` that ends where `after` begins, what is yet to be read.
    fn narrow(&mut self, value: &'a str, credentials: &'a str) {
        self.credentials = credentials;
        let end = credentials.len() + self.after.len();
        self.before = value
            .len()
            .checked_sub(end)
            .and_then(|start| value.get(..start))
            .unwrap_or_default();
    }

    fn is_basic(&self) -> bool {
        self.scheme
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("basic"))
    }

    fn credential(&self) -> Credential {
        if self.is_basic() {
            credential::read_basic(self.credentials)
        } else {
            credential::read(self.credentials)
        }
    }

    fn stand_in(&self, tag: &impl Fn(&str) -> String) -> String {
        if self.credentials.is_empty() {
            return String::new();
        }
        let standin = if self.is_basic() {
            StandIn::of_basic
        } else {
            StandIn::of
        };
        standin(self.credentials, tag).to_string()
    }

    /// The parameters, if the credentials are such; never those of the schemes that have a bare credential.
    fn params(&self) -> Vec<(String, String)> {
        let bare = |scheme: &str| {
            ["basic", "bearer", "dpop", "negotiate", "ntlm", "jwt"]
                .iter()
                .any(|known| known.eq_ignore_ascii_case(scheme))
        };
        let mut cursor = Cursor::new(self.credentials);
        if self.scheme.is_none_or(bare) || !cursor.at_parameter() || cursor.take_token68().is_some()
        {
            return Vec::new();
        }
        let mut params = Vec::new();
        while !cursor.is_done() {
            cursor.skip_whitespace();
            let name = cursor.take_while(is_tchar);
            if !name.is_empty() && cursor.at_equals() {
                params.push((name.to_owned(), cursor.take_value().0));
            } else if name.is_empty() {
                let mut rest = cursor.rest.chars();
                rest.next();
                cursor.rest = rest.as_str();
            }
        }
        params
    }
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

fn redact_param(name: &str, value: &str, tag: &impl Fn(&str) -> String) -> String {
    let public = PUBLIC_PARAMS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
        && value.len() <= PUBLIC_VALUE_MAX;
    let value = if public {
        value.to_owned()
    } else {
        redact_value(name, value, tag)
    };
    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
    format!("{name}=\"{escaped}\"")
}

/// The scope of an AWS key (day, region, service) is kept: it tells which clock and which place were meant.
fn redact_value(name: &str, value: &str, tag: &impl Fn(&str) -> String) -> String {
    let scope = value.split_once('/').filter(|(_, scope)| {
        let plain = scope
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_/".contains(&byte));
        name.eq_ignore_ascii_case("credential") && plain && scope.ends_with("/aws4_request")
    });
    match scope {
        Some((key, scope)) => format!("{}/{scope}", StandIn::of(key, tag)),
        None => StandIn::of(value, tag).to_string(),
    }
}

fn is_known(word: &str) -> bool {
    SCHEMES
        .iter()
        .any(|scheme| scheme.eq_ignore_ascii_case(word))
}

/// Whether a word that is no known scheme may be one: letters and hyphens only, and few, since a secret is neither.
fn is_plausible(word: &str) -> bool {
    let letters = word.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    !word.is_empty() && word.len() <= 20 && letters
}

/// The scheme at the start of a word that goes on, and how it goes on.
fn glued_scheme(text: &str) -> Option<(&str, &str)> {
    GLUED_SCHEMES.iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some((start, rest))
    })
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
