//! Header fields of a redacted message, with names where secrets stood.

use super::names::{Base, Names};
use super::text::Text;
use crate::exchange::Field;
use crate::speech::Heard;

/// What secrets in a field of this name are called after.
fn base(lower: &str) -> Base<'_> {
    match lower {
        "authorization" | "proxy-authorization" => Base::Named("TOKEN"),
        "cookie" | "set-cookie" => Base::Seen("COOKIE", ""),
        "location" | "referer" | "origin" | "content-location" | "refresh" | "link" => {
            Base::Named("SEGMENT")
        }
        other => Base::Seen("HEADER", other),
    }
}

/// The fields with their names as they stood; those whose value is only what was heard in it are left out, since
/// nobody sent that.
pub(super) fn named(fields: &[Field], names: &mut Names) -> Vec<(String, Text)> {
    fields
        .iter()
        .filter(|field| is_token(&field.name) && Heard::parse(&field.value).is_none())
        .map(|field| {
            let lower = field.name.to_ascii_lowercase();
            let value = Text::of(&field.value, &base(&lower), names);
            (field.name.clone(), value.mapped(sendable))
        })
        .collect()
}

/// A field's value as it can be sent (RFC 9110, 5.5): visible ASCII and blanks; `?` for all else.
fn sendable(value: &str) -> String {
    let letters = value.chars().map(|letter| match letter {
        '\t' => ' ',
        ' '..='~' => letter,
        _ => '?',
    });
    letters.collect()
}

/// RFC 9110, 5.6.2.
pub(super) fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}
