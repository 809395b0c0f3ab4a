//! JSON on its way in, with every string cut to a length: memory stays bounded whatever a file holds.

use std::io::{self, Read};

/// So many characters of a string are kept. A multiple of four, so that Base64 that was cut can still be decoded.
pub(super) const MOST: u32 = 65_536;

/// A reader of JSON that leaves out what a string holds beyond [`MOST`] characters.
pub(super) struct Cut<R> {
    inner: R,
    place: Place,
    /// Characters of the string so far.
    characters: u32,
    /// Whether the rest of the string is left out.
    cutting: bool,
    /// The last escaped UTF-16 unit, if the character before was one: a pair of them is not parted.
    unit: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Outside,
    Text,
    /// Behind a backslash.
    Escape,
    /// Within the four digits of `\u`; so many are still to come.
    Digits(u8),
}

impl<R: Read> Cut<R> {
    pub(super) fn of(inner: R) -> Self {
        Self {
            inner,
            place: Place::Outside,
            characters: 0,
            cutting: false,
            unit: 0,
        }
    }

    /// Whether this byte is kept.
    fn keeps(&mut self, byte: u8) -> bool {
        match self.place {
            Place::Outside => {
                if byte == b'"' {
                    self.place = Place::Text;
                    self.characters = 0;
                    self.cutting = false;
                    self.unit = 0;
                }
                true
            }
            Place::Text => self.keeps_in_text(byte),
            Place::Escape => {
                self.unit = 0;
                self.place = if byte == b'u' {
                    Place::Digits(4)
                } else {
                    Place::Text
                };
                !self.cutting
            }
            Place::Digits(left) => {
                let digit = char::from(byte).to_digit(16).unwrap_or(0);
                self.unit = (self.unit << 4) | digit;
                self.place = match left.saturating_sub(1) {
                    0 => Place::Text,
                    left => Place::Digits(left),
                };
                !self.cutting
            }
        }
    }

    fn keeps_in_text(&mut self, byte: u8) -> bool {
        if byte == b'"' {
            self.place = Place::Outside;
            return true;
        }
        let continues = (0x80..0xc0).contains(&byte);
        let pair = (0xd800..0xdc00).contains(&self.unit);
        if !continues {
            self.cutting |= self.characters >= MOST && !pair;
            self.characters = self.characters.saturating_add(1);
            self.unit = 0;
        }
        if byte == b'\\' {
            self.place = Place::Escape;
        }
        !self.cutting
    }
}

impl<R: Read> Read for Cut<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.inner.read(buffer)?;
            if read == 0 {
                return Ok(0);
            }
            let mut kept = 0_usize;
            for at in 0..read {
                let byte = buffer.get(at).copied().unwrap_or_default();
                if self.keeps(byte) {
                    if let Some(place) = buffer.get_mut(kept) {
                        *place = byte;
                    }
                    kept = kept.saturating_add(1);
                }
            }
            if kept > 0 {
                return Ok(kept);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use serde_json::Value;

    use super::{Cut, MOST};

    fn cut(json: &str) -> Value {
        let mut text = String::new();
        Cut::of(json.as_bytes())
            .read_to_string(&mut text)
            .expect("UTF-8 stays UTF-8");
        serde_json::from_str(&text).expect("JSON stays JSON")
    }

    #[test]
    fn what_is_short_stays_as_it_is() {
        let json = r#"{"a\"b\\": ["x\u0041\ud83d\ude00", 1, true, null, "é"]}"#;
        let whole: Value = serde_json::from_str(json).expect("JSON");
        assert_eq!(cut(json), whole);
    }

    #[test]
    fn a_long_string_is_cut_at_a_whole_character() {
        let most = MOST as usize;
        for unit in ["a", "é", "😀", "\\n", "\\u00e9", "\\ud83d\\ude00", "\\\""] {
            for before in ["", "x", "xx", "xxx"] {
                let long = format!(r#"["{before}{}", "next"]"#, unit.repeat(most));
                let value = cut(&long);
                let length = value[0].as_str().expect("text").chars().count();
                assert!((most / 2..=most).contains(&length), "{unit}: {length}");
                assert_eq!(value[1], "next", "{unit}");
            }
        }
    }

    #[test]
    fn base64_that_was_cut_is_still_base64() {
        let json = format!("[\"{}\"]", "QUJD".repeat(MOST as usize));
        let length = cut(&json)[0].as_str().expect("text").len();
        assert_eq!(length % 4, 0);
    }
}
