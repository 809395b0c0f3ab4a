//! Percent-decoding (URL standard, section 1.3), of text that may hold anything.

use std::borrow::Cow;

/// The text with each `%XX` replaced by its byte; bytes that are no UTF-8 become U+FFFD, a lone `%` stays.
pub fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(String::from_utf8_lossy(&decode_bytes(text)).into_owned())
}

/// As [`decode`], with `+` for a space: `application/x-www-form-urlencoded`.
pub fn decode_form(text: &str) -> Cow<'_, str> {
    if text.contains('+') {
        Cow::Owned(decode(&text.replace('+', " ")).into_owned())
    } else {
        decode(text)
    }
}

/// Whether the text holds at least one `%XX`.
pub fn is_encoded(text: &str) -> bool {
    text.split('%').skip(1).any(|rest| escaped(rest).is_some())
}

fn decode_bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut pieces = text.split('%');
    bytes.extend_from_slice(pieces.next().unwrap_or_default().as_bytes());
    for piece in pieces {
        if let Some((byte, rest)) = escaped(piece) {
            bytes.push(byte);
            bytes.extend_from_slice(rest.as_bytes());
        } else {
            bytes.push(b'%');
            bytes.extend_from_slice(piece.as_bytes());
        }
    }
    bytes
}

/// The byte that the two hexadecimal digits after a `%` stand for, and what follows them.
fn escaped(piece: &str) -> Option<(u8, &str)> {
    let (digits, rest) = piece.split_at_checked(2)?;
    let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hexadecimal
        .then(|| u8::from_str_radix(digits, 16).ok())
        .flatten()
        .map(|byte| (byte, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_bytes_and_the_rest_stays() {
        assert_eq!(decode("a%20b%C3%A9"), "a bé");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz%+1%é"), "%zz%+1%é");
        assert_eq!(decode("%FF"), "\u{FFFD}");
        assert_eq!(decode_form("a+b%2B"), "a b+");
        assert!(is_encoded("a%2F"));
        assert!(!is_encoded("100%zz%"));
    }
}
