//! An `Authorization` value taken apart, without looking into the credentials.

use super::Malformed;
use crate::http::auth_param::{Cursor, is_tchar};
use crate::redact::judge;
use crate::token::credential::{self, Credential};
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

/// A value taken apart: `before`, `credentials` and `after` in sequence are the value.
#[derive(Default)]
pub(super) struct Parts<'a> {
    pub(super) before: &'a str,
    pub(super) scheme: Option<&'a str>,
    pub(super) credentials: &'a str,
    pub(super) after: &'a str,
    pub(super) malformed: Vec<Malformed>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(value: &'a str) -> Parts<'a> {
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

    /// Without a scheme the quotes are the credential's again.
    fn close_quotes(&mut self, value: &'a str) {
        if !self.malformed.contains(&Malformed::FieldName) {
            self.malformed.clear();
            self.after = "";
            self.narrow(value, value);
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
            self.close_quotes(value);
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

    pub(super) fn is_basic(&self) -> bool {
        self.scheme
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("basic"))
    }

    pub(super) fn credential(&self) -> Credential {
        if self.is_basic() {
            credential::read_basic(self.credentials)
        } else {
            credential::read(self.credentials)
        }
    }

    pub(super) fn stand_in(&self, tag: &impl Fn(&str) -> String) -> String {
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
    pub(super) fn params(&self) -> Vec<(String, String)> {
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

fn is_known(word: &str) -> bool {
    SCHEMES
        .iter()
        .any(|scheme| scheme.eq_ignore_ascii_case(word))
}

/// Whether a word that is no known scheme may be one, as `Klaviyo-API-Key`: letters and hyphens only, few, and read
/// like words or with one that is known, since a secret is none of these.
fn is_plausible(word: &str) -> bool {
    let letters = word.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    !word.is_empty()
        && word.len() <= 20
        && letters
        && (judge::reads_like_words(word, judge::Bar::Readable) || judge::holds_listed_word(word))
}

/// The scheme at the start of a word that goes on, and how it goes on.
fn glued_scheme(text: &str) -> Option<(&str, &str)> {
    GLUED_SCHEMES.iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some((start, rest))
    })
}
