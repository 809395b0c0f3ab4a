//! Entity tags (RFC 9110, 8.8.3) that are a hash of the content, as some servers make them by default.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use md5::Md5;
use sha1::{Digest, Sha1};

/// What an intermediary appends within the quotes when it codes the content: Apache's mod_deflate and mod_brotli.
const CODINGS: [&str; 3] = ["-gzip", "-br", "-deflate"];

/// An entity tag whose form says that it is a hash of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HashTag {
    form: Form,
    /// What stands within the quotes, without a coding's suffix.
    opaque: String,
}

/// How a tag is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Express: the length in hexadecimal, `-`, 27 characters of the SHA-1 in base64.
    LengthAndSha1(usize),
    /// @fastify/etag: the SHA-1 in base64.
    Sha1,
    /// Django: the MD5 in hexadecimal.
    Md5,
    /// Next.js: 52 bits of FNV-1a in base 36, then the length in base 36.
    Fnv1a,
}

impl HashTag {
    /// Reads the value of an `ETag` field; `None` where its form is no hash's.
    pub fn parse(value: &str) -> Option<Self> {
        let value = value.trim();
        let quoted = value.strip_prefix("W/").unwrap_or(value);
        let opaque = quoted.strip_prefix('"')?.strip_suffix('"')?;
        let opaque = CODINGS
            .iter()
            .find_map(|coding| opaque.strip_suffix(coding))
            .unwrap_or(opaque);
        Some(Self {
            form: form(opaque)?,
            opaque: opaque.to_owned(),
        })
    }

    /// The length of the content in bytes, where the tag tells it without doubt.
    pub fn length(&self) -> Option<usize> {
        match self.form {
            Form::LengthAndSha1(length) => Some(length),
            _ => None,
        }
    }

    /// Whether content of this many bytes can have the tag. Next.js counts UTF-16 code units, which are as many only
    /// where the content is ASCII.
    pub fn allows(&self, length: usize) -> bool {
        match self.form {
            Form::LengthAndSha1(told) => told == length,
            Form::Fnv1a => self.opaque.ends_with(&base36(length as u64)),
            Form::Sha1 | Form::Md5 => true,
        }
    }

    /// Whether it is the hash of this content.
    pub fn is_of(&self, content: &str) -> bool {
        match self.form {
            Form::LengthAndSha1(length) => {
                length == content.len()
                    && self
                        .opaque
                        .split_once('-')
                        .is_some_and(|(_, hash)| sha1(content).strip_suffix('=') == Some(hash))
            }
            Form::Sha1 => sha1(content) == self.opaque,
            Form::Md5 => md5(content) == self.opaque,
            Form::Fnv1a => {
                let units = content.encode_utf16().count() as u64;
                base36(fnv1a(content)) + &base36(units) == self.opaque
            }
        }
    }
}

fn form(opaque: &str) -> Option<Form> {
    let all =
        |text: &str, is: fn(&u8) -> bool| !text.is_empty() && text.bytes().all(|byte| is(&byte));
    let base64 = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    if let Some((length, hash)) = opaque.split_once('-') {
        let is = hash.len() == 27 && all(hash, base64) && all(length, u8::is_ascii_hexdigit);
        let length = usize::from_str_radix(length, 16).ok().filter(|_| is)?;
        return Some(Form::LengthAndSha1(length));
    }
    match opaque.len() {
        28 if opaque
            .strip_suffix('=')
            .is_some_and(|hash| all(hash, base64)) =>
        {
            Some(Form::Sha1)
        }
        32 if all(opaque, u8::is_ascii_hexdigit) => Some(Form::Md5),
        9..=14
            if all(opaque, |byte| {
                byte.is_ascii_digit() || byte.is_ascii_lowercase()
            }) =>
        {
            Some(Form::Fnv1a)
        }
        _ => None,
    }
}

fn sha1(content: &str) -> String {
    STANDARD.encode(Sha1::digest(content.as_bytes()))
}

fn md5(content: &str) -> String {
    let digest = Md5::digest(content.as_bytes());
    digest.iter().fold(String::new(), |mut text, byte| {
        for digit in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(u32::from(digit), 16));
        }
        text
    })
}

/// FNV-1a over UTF-16 code units in 64 bits, the upper 12 folded onto the lower 52.
fn fnv1a(content: &str) -> u64 {
    const PRIME: u64 = 0x0100_0000_01b3;
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    let hash = content.encode_utf16().fold(BASIS, |hash, unit| {
        (hash ^ u64::from(unit)).wrapping_mul(PRIME)
    });
    (hash & ((1 << 52) - 1)) ^ (hash >> 52)
}

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(number % 36).unwrap_or_default();
        digits.extend(char::from_digit(digit, 36));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::HashTag;

    const BODY: &str = r#"{"error":"Unauthorized"}"#;

    #[track_caller]
    fn is_of(tag: &str, content: &str) -> bool {
        HashTag::parse(tag).expect(tag).is_of(content)
    }

    #[test]
    fn each_form_is_the_hash_that_its_maker_computes() {
        for tag in [
            r#"W/"18-XPDV80vbMk4yY1/PADG4jYM4rSI""#,
            r#""18-XPDV80vbMk4yY1/PADG4jYM4rSI""#,
            r#"W/"18-XPDV80vbMk4yY1/PADG4jYM4rSI-gzip""#,
            r#""XPDV80vbMk4yY1/PADG4jYM4rSI=""#,
            r#""12cyln96apxo""#,
        ] {
            assert!(is_of(tag, BODY), "{tag}");
            assert!(!is_of(tag, r#"{"error":"unauthorized"}"#), "{tag}");
        }
        assert!(is_of(r#""w3q2dx5f7dc""#, "Unauthorized"));
        assert!(is_of(r#"W/"0-2jmj7l5rSw0yVb/vlWAYkK/YBwk""#, ""));
    }

    #[test]
    fn a_length_that_the_tag_tells_is_known() {
        let tag = HashTag::parse(r#"W/"18-XPDV80vbMk4yY1/PADG4jYM4rSI""#).expect("a hash");
        assert_eq!(
            (tag.length(), tag.allows(24), tag.allows(25)),
            (Some(24), true, false)
        );
        let tag = HashTag::parse(r#""12cyln96apxo""#).expect("a hash");
        assert_eq!(
            (tag.length(), tag.allows(24), tag.allows(25)),
            (None, true, false)
        );
    }

    #[test]
    fn a_tag_of_another_form_is_no_hash() {
        for tag in [
            "",
            "W/",
            "\"",
            r#""5e2f-61a7b3c4d5e6f""#,
            r#""3445204616""#,
            r#""1760345998000-text/turtle""#,
            r#"W/"75-1796060324892""#,
            "W/\"ffffffffffffffffffffffffffffffff-2jmj7l5rSw0yVb/vlWAYkK/YBwk\"",
        ] {
            let found = HashTag::parse(tag);
            assert!(found.is_none_or(|tag| !tag.is_of("")), "{tag}");
        }
    }
}
