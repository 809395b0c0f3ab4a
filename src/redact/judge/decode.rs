//! Text as it was meant: percent-encoding however often, and the escapes of JSON and HTML.

use crate::http::percent;

/// So often a text may be encoded; what is encoded more often is no name.
const ROUNDS: usize = 8;

/// The text with nothing encoded in it; `None` where it cannot be decoded to the end.
pub(super) fn fully(text: &str) -> Option<String> {
    let mut plain = text.to_owned();
    for _ in 0..ROUNDS {
        let next = unescaped(&percent::decode(&plain));
        if next == plain {
            return (!plain.contains('\u{fffd}')).then_some(plain);
        }
        plain = next;
    }
    None
}

/// Without the escapes of JSON (`\u0040`, `\x40`) and HTML (`&#64;`, `&#x40;`, `&commat;`).
fn unescaped(text: &str) -> String {
    if !text.contains(['\\', '&']) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '&']) {
        let (before, here) = rest.split_at_checked(at).unwrap_or((rest, ""));
        plain.push_str(before);
        let (letter, length) =
            escape(here).unwrap_or_else(|| (here.chars().next().unwrap_or(' '), 1));
        plain.push(letter);
        rest = here.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

/// The letter that the escape at the beginning stands for, and the escape's length.
fn escape(text: &str) -> Option<(char, usize)> {
    for (begin, digits) in [("\\u", 4), ("\\x", 2)] {
        if let Some(rest) = text.strip_prefix(begin) {
            let letter = letter_of(rest.get(..digits)?, 16)?;
            return Some((letter, begin.len() + digits));
        }
    }
    let (entity, _) = text
        .get(..text.len().min(12))
        .unwrap_or(text)
        .strip_prefix('&')?
        .split_once(';')?;
    let letter = match entity.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => letter_of(hexadecimal, 16)?,
            None => letter_of(number, 10)?,
        },
        None => match entity {
            "commat" => '@',
            "amp" => '&',
            "quot" => '"',
            "lt" => '<',
            "gt" => '>',
            "period" => '.',
            _ => return None,
        },
    };
    Some((letter, entity.len() + 2))
}

fn letter_of(digits: &str, radix: u32) -> Option<char> {
    u32::from_str_radix(digits, radix)
        .ok()
        .and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::fully;

    #[test]
    fn every_layer_comes_off() {
        for text in [
            "a%40b",
            "a%2540b",
            "a%25252540b",
            "a\\u0040b",
            "a&#64;b",
            "a&#x40;b",
            "a&amp;#64;b",
            "a%5Cu0040b",
        ] {
            assert_eq!(fully(text).as_deref(), Some("a@b"), "{text}");
        }
        assert_eq!(fully("100%").as_deref(), Some("100%"));
        assert_eq!(fully("a&b").as_deref(), Some("a&b"));
        assert_eq!(fully(&format!("a%{}40", "25".repeat(20))), None);
    }
}
