//! The text that stands where a secret stood: it tells what [`Credential`] tells, and nothing else.
//!
//! `redacted(opaque!len=32!alpha=hex!tag=9f3a2b1c)`: a word, parentheses, fields parted by `!`. Within them stand
//! letters, digits and `_.:=!-` only, so that it passes for a header's token, a cookie's value, a query's value and
//! a path's segment. Other bytes of a kept value are written as quoted-printable does (`=2F`), which percent-decoding
//! leaves alone.

use std::fmt;

use super::credential::{self, Credential};
use super::standin_text;

/// No stand-in is longer, in bytes, by the bounds of [`super::claims`]; longer text is none.
const LENGTH_MAX: usize = 131_072;
const TAG_MAX: usize = 64;

/// What stands in place of a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// What is told of the secret.
    pub credential: Credential,
    tag: String,
}

impl StandIn {
    /// The stand-in for a secret, tagged with what `tag` makes of it: a keyed digest, equal for equal secrets, of
    /// which the first 64 letters and digits are kept. A stand-in is its own stand-in.
    pub fn of(secret: &str, tag: impl Fn(&str) -> String) -> StandIn {
        StandIn::parse(secret)
            .unwrap_or_else(|| StandIn::new(credential::examine(secret), &tag(secret)))
    }

    /// As [`StandIn::of`], of what follows `Basic` in an `Authorization` field.
    pub fn of_basic(secret: &str, tag: impl Fn(&str) -> String) -> StandIn {
        StandIn::parse(secret)
            .unwrap_or_else(|| StandIn::new(credential::examine_basic(secret), &tag(secret)))
    }

    fn new(credential: Credential, tag: &str) -> StandIn {
        let tag = tag
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(TAG_MAX)
            .collect();
        StandIn { credential, tag }
    }

    /// Reads a stand-in: exactly the texts that printing one gives.
    pub fn parse(text: &str) -> Option<StandIn> {
        let fields = text.strip_prefix("redacted(")?.strip_suffix(')')?;
        if text.len() > LENGTH_MAX {
            return None;
        }
        let (fields, tag) = fields.rsplit_once("!tag=")?;
        let standin = StandIn::new(standin_text::parse(fields)?, tag);
        (standin.to_string() == text).then_some(standin)
    }

    /// What is equal for equal secrets, as long as the key is the same.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The same under another tag, made from the old one: how an export cuts the link to what was stored.
    #[must_use]
    pub fn retagged(&self, tag: impl Fn(&str) -> String) -> StandIn {
        StandIn::new(self.credential.clone(), &tag(&self.tag))
    }
}

impl fmt::Display for StandIn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("redacted(")?;
        standin_text::print(&self.credential, out)?;
        write!(out, "!tag={})", self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(secret: &str) -> StandIn {
        StandIn::of(secret, |text| format!("{:x}", text.len()))
    }

    #[test]
    fn it_tells_the_looks_and_not_the_secret() {
        assert_eq!(
            of("0123456789abcdef0123456789abcdef").to_string(),
            "redacted(opaque!len=32!alpha=hex!tag=20)"
        );
        assert_eq!(
            of("undefined").to_string(),
            "redacted(placeholder!is=undefined!len=9!alpha=alphanumeric!tag=9)"
        );
        assert_eq!(
            of("").to_string(),
            "redacted(empty!len=0!alpha=digits!tag=0)"
        );
    }

    #[test]
    fn it_keeps_the_allowed_claims() {
        // {"alg":"HS256"}.{"exp":1,"iss":"https://a/","sub":"u"}
        let token = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjEsImlzcyI6Imh0dHBzOi8vYS8iLCJzdWIiOiJ1In0.c2ln";
        let text = of(token).to_string();
        assert_eq!(
            text,
            "redacted(jwt!exp=1!iss=https:=2F=2Fa=2F!alg=HS256!name=exp!name=iss!name=sub!header=alg!len=77!alpha=base64url!tag=4d)"
        );
        assert_eq!(credential::read(&text), credential::read(token));
    }

    #[test]
    fn it_is_its_own_stand_in() {
        let standin = of("some secret");
        assert_eq!(
            StandIn::of(&standin.to_string(), |_| "other".to_owned()),
            standin
        );
        assert_eq!(standin.retagged(|_| "new".to_owned()).tag(), "new");
    }

    #[test]
    fn other_texts_are_none() {
        for text in [
            "redacted()",
            "redacted(opaque!tag=1)",
            "redacted(opaque!len=032!alpha=hex!tag=20)",
            "redacted(opaque!alpha=hex!len=32!tag=20)",
            "redacted(opaque!len=32!alpha=hex!tag=a b)",
            "redacted(opaque!len=32!alpha=hex!tag=20) ",
            "redacted(placeholder!is=hello!len=9!alpha=alphanumeric!tag=9)",
            "redacted(jwt!alg=HS=32=35=36!len=80!alpha=base64url!tag=50)",
            "redacted(opaque!quoted!quoted!len=1!alpha=hex!tag=1)",
        ] {
            assert_eq!(StandIn::parse(text), None, "{text}");
        }
    }
}
