//! What kind of credential a text is, told by its looks alone, and the same for the stand-in in its place.

use std::fmt;

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::claims::Claims;
use super::jwt::{self, Jwt, JwtError};
use super::known::{self, KnownKey};
use super::placeholder;
use super::standin::StandIn;
use crate::http::percent;

/// All that is known of a credential without knowing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// What it is.
    pub kind: Kind,
    /// Its length in bytes.
    pub octets: usize,
    /// The characters that it is made of.
    pub alphabet: Alphabet,
    /// Whether it stands in quotes, single or double.
    pub quoted: bool,
    /// Whether it holds white space of any sort.
    pub whitespace: bool,
    /// Whether it holds a control character other than a tab.
    pub control: bool,
    /// Whether it holds a tab.
    pub tab: bool,
    /// Whether it holds a carriage return or a line feed.
    pub line_break: bool,
    /// Whether it holds a character outside ASCII.
    pub non_ascii: bool,
    /// Whether it is percent-encoded at least in part.
    pub encoded: bool,
    /// Whether it holds a comma.
    pub comma: bool,
    /// Whether it is an absolute URL.
    pub url: bool,
}

/// What a credential is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing but white space, or nothing but quotes.
    Empty,
    /// A variable that was never filled in; how such a one is usually written.
    Placeholder(&'static str),
    /// A whole token, and what it says of itself.
    Jwt(Box<Claims>),
    /// A token that cannot be decoded, and why.
    JwtBroken(JwtError),
    /// An encrypted token.
    Jwe,
    /// A form that its issuer has published.
    Known(&'static KnownKey),
    /// A user name and password in base64; given by [`read_basic`] only.
    Basic(Basic),
    /// Nothing of all that.
    Opaque,
}

/// What is kept of a user name and password (RFC 7617).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Basic {
    /// Whether a colon parts the two; without one it is malformed.
    pub colon: bool,
    /// Whether the user name is empty.
    pub user_empty: bool,
    /// Whether the password is empty.
    pub password_empty: bool,
    /// Whether one of them holds bytes outside ASCII, on whose encoding the two sides may disagree.
    pub non_ascii: bool,
}

/// The smallest set that holds all characters of a credential; prints in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alphabet {
    /// `0-9`.
    Digits,
    /// `0-9a-f`, in either case.
    Hex,
    /// A UUID.
    Uuid,
    /// Letters and digits.
    Alphanumeric,
    /// Letters, digits, `-`, `_`, and the dots of a token's segments.
    Base64Url,
    /// Letters, digits, `+`, `/`, and `=` at the end.
    Base64,
    /// Visible ASCII and spaces.
    Ascii,
    /// Anything else.
    Other,
}

/// All alphabets with their names.
pub const ALPHABETS: [(Alphabet, &str); 8] = [
    (Alphabet::Digits, "digits"),
    (Alphabet::Hex, "hex"),
    (Alphabet::Uuid, "uuid"),
    (Alphabet::Alphanumeric, "alphanumeric"),
    (Alphabet::Base64Url, "base64url"),
    (Alphabet::Base64, "base64"),
    (Alphabet::Ascii, "ascii"),
    (Alphabet::Other, "other"),
];

impl fmt::Display for Alphabet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = ALPHABETS
            .iter()
            .find(|(alphabet, _)| alphabet == self)
            .map_or("", |(_, name)| name);
        out.write_str(name)
    }
}

/// Base64 with or without padding, for what clients really send.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// What the text is, be it a credential or the stand-in for one.
pub fn read(text: &str) -> Credential {
    StandIn::parse(text).map_or_else(|| examine(text), |standin| standin.credential)
}

/// As [`read`], of what follows `Basic`: the base64 of user name, colon, password (RFC 7617, section 2).
pub fn read_basic(text: &str) -> Credential {
    StandIn::parse(text).map_or_else(|| examine_basic(text), |standin| standin.credential)
}

/// The length in bytes of the credential that stands, or stood, here.
pub fn octets(text: &str) -> usize {
    StandIn::parse(text).map_or(text.len(), |standin| standin.credential.octets)
}

/// Whether the credential holds a control character other than a tab.
pub fn has_control(text: &str) -> bool {
    read(text).control
}

/// Whether the credential holds a tab.
pub fn has_tab(text: &str) -> bool {
    read(text).tab
}

/// What tells one credential from another: equal for equal ones, and for nothing else. A credential is never the same
/// as a stand-in: that cannot be known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Identity {
    /// The tag of a stand-in, and the length of what it stands for.
    Tag(String, usize),
    /// The text itself.
    Text(String),
}

/// What the text is, as [`read`] has it, and what tells it from others.
pub fn identify(text: &str) -> (Credential, Identity) {
    match StandIn::parse(text) {
        Some(standin) => {
            let identity = Identity::Tag(standin.tag().to_owned(), standin.credential.octets);
            (standin.credential, identity)
        }
        None => (examine(text), Identity::Text(text.to_owned())),
    }
}

/// Whether both are, or stand for, one and the same credential.
pub fn same(one: &str, other: &str) -> bool {
    identity(one) == identity(other)
}

fn identity(text: &str) -> Identity {
    StandIn::parse(text).map_or_else(
        || Identity::Text(text.to_owned()),
        |standin| Identity::Tag(standin.tag().to_owned(), standin.credential.octets),
    )
}

/// What a text that is no stand-in is.
pub(super) fn examine(text: &str) -> Credential {
    let trimmed = text.trim();
    let bare = unquoted(trimmed);
    Credential {
        kind: kind(bare.unwrap_or(trimmed).trim()),
        octets: text.len(),
        alphabet: alphabet(text),
        quoted: bare.is_some(),
        whitespace: text.contains(char::is_whitespace),
        control: text.contains(|c: char| c.is_control() && c != '\t'),
        tab: text.contains('\t'),
        line_break: text.contains(['\r', '\n']),
        non_ascii: !text.is_ascii(),
        encoded: percent::is_encoded(text),
        comma: text.contains(','),
        url: is_url(trimmed),
    }
}

pub(super) fn examine_basic(text: &str) -> Credential {
    let mut credential = examine(text);
    let decodes = !matches!(credential.kind, Kind::Empty | Kind::Placeholder(_));
    if decodes && let Some(basic) = decode_basic(text.trim()) {
        credential.kind = Kind::Basic(basic);
    }
    credential
}

fn decode_basic(text: &str) -> Option<Basic> {
    let bytes = BASE64.decode(text).ok()?;
    let colon = bytes.iter().position(|byte| *byte == b':');
    let password = colon.and_then(|at| bytes.get(at + 1..));
    Some(Basic {
        colon: colon.is_some(),
        user_empty: colon.map_or(bytes.is_empty(), |at| at == 0),
        password_empty: password.is_some_and(<[u8]>::is_empty),
        non_ascii: !bytes.is_ascii(),
    })
}

fn kind(text: &str) -> Kind {
    if text.is_empty() {
        return Kind::Empty;
    }
    if let Some(which) = placeholder::find(text) {
        return Kind::Placeholder(which);
    }
    if jwt::looks_like_jwt(text) {
        return match jwt::decode(text) {
            Ok(Jwt::Signed(claims)) => Kind::Jwt(claims),
            Ok(Jwt::Encrypted) => Kind::Jwe,
            Err(error) => Kind::JwtBroken(error),
        };
    }
    known::find(text).map_or(Kind::Opaque, Kind::Known)
}

/// The text between the quotes around it.
fn unquoted(text: &str) -> Option<&str> {
    ['"', '\'']
        .iter()
        .find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote))
}

fn is_url(text: &str) -> bool {
    let web = ["http://", "https://", "ws://", "wss://"];
    web.iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

fn alphabet(text: &str) -> Alphabet {
    let all = |wanted: fn(u8) -> bool| text.bytes().all(wanted);
    if all(|byte| byte.is_ascii_digit()) {
        Alphabet::Digits
    } else if all(|byte| byte.is_ascii_hexdigit()) {
        Alphabet::Hex
    } else if is_uuid(text) {
        Alphabet::Uuid
    } else if all(|byte| byte.is_ascii_alphanumeric()) {
        Alphabet::Alphanumeric
    } else if all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)) {
        Alphabet::Base64Url
    } else if text
        .trim_end_matches('=')
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(&byte))
    {
        Alphabet::Base64
    } else if all(|byte| (b' '..=b'~').contains(&byte)) {
        Alphabet::Ascii
    } else {
        Alphabet::Other
    }
}

/// Whether the text is a UUID (RFC 9562, section 4).
pub(super) fn is_uuid(text: &str) -> bool {
    let groups = text.split('-').map(str::len);
    groups.eq([8, 4, 4, 4, 12])
        && text
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_apart() {
        assert_eq!(read("").kind, Kind::Empty);
        assert_eq!(read("\"\"").kind, Kind::Empty);
        assert_eq!(read("undefined").kind, Kind::Placeholder("undefined"));
        assert_eq!(read("\"undefined\"").kind, Kind::Placeholder("undefined"));
        assert!(matches!(
            read("eyJhbGciOiJIUzI1NiJ9.e30.c2ln").kind,
            Kind::Jwt(_)
        ));
        assert_eq!(
            read("eyJhbGciOiJIUzI1NiJ9.e30").kind,
            Kind::JwtBroken(JwtError::Segments)
        );
        assert!(matches!(read("AKIAIOSFODNN7EXAMPLE").kind, Kind::Known(_)));
        assert_eq!(read("k3Jx81").kind, Kind::Opaque);
    }

    #[test]
    fn the_looks_are_told() {
        let credential = read("'a b,\r\n%20é'");
        assert!(
            credential.quoted
                && credential.whitespace
                && credential.control
                && credential.line_break
        );
        assert!(credential.non_ascii && credential.encoded && credential.comma && !credential.tab);
        assert_eq!(credential.alphabet, Alphabet::Other);
        assert!(read("HTTPS://api.example/").url);
        assert_eq!(read("9f3a2b1c").alphabet, Alphabet::Hex);
        assert_eq!(
            read("6fa459ea-ee8a-3ca4-894e-db77e160355e").alphabet,
            Alphabet::Uuid
        );
    }

    #[test]
    fn basic_keeps_only_what_may_be_wrong() {
        let basic = Basic {
            colon: true,
            user_empty: false,
            password_empty: true,
            non_ascii: false,
        };
        assert_eq!(read_basic("dXNlcjo=").kind, Kind::Basic(basic));
        assert!(matches!(
            read_basic("dXNlcg").kind,
            Kind::Basic(Basic { colon: false, .. })
        ));
        assert_eq!(read_basic("user:password").kind, Kind::Opaque);
        assert_eq!(read_basic("undefined").kind, Kind::Placeholder("undefined"));
    }

    #[test]
    fn a_credential_and_a_stand_in_are_never_the_same() {
        let standin = StandIn::of("secret-1", |_| "aa".to_owned()).to_string();
        assert!(same("secret-1", "secret-1") && same(&standin, &standin));
        assert!(!same("secret-1", &standin) && !same("secret-1", "secret-2"));
    }
}
