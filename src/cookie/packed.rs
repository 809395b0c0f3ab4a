//! A jar as bytes, for a boundary that is crossed often: no object is taken apart, and no text is copied twice.
//!
//! Each cookie is, numbers little-endian: one byte of flags (bit 0 host-only, 1 `Secure`, 2 `HttpOnly`, 3 lasting,
//! 4 partitioned, 5 and 6 `SameSite` as 0 none, 1 lax, 2 strict, 3 unspecified), the end of its life in seconds
//! as an `f64`, then name, value, domain, path and partition's top-level site, each as a `u16` of octets and its UTF-8.
//! What is cut short is no cookie, and ends the jar.

use super::retrieve::{Departure, Held, Partition};
use crate::exchange::SameSite;

/// Why each cookie of the jar stays at home: a bit for each reason, in the order of
/// [`super::reason::SendReason::as_bit`]; 0 where it goes.
pub fn refusals(departure: &Departure<'_>, jar: &[u8]) -> Vec<u32> {
    let mut reader = Reader(jar);
    let mut masks = Vec::new();
    while let Some(cookie) = reader.read() {
        let mut mask = 0;
        departure.each_refusal(&cookie, None, |reason| mask |= reason.as_bit());
        masks.push(mask);
    }
    masks
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn read(&mut self) -> Option<Held<'a>> {
        let [flags] = *self.take::<1>()?;
        let end = f64::from_le_bytes(*self.take::<8>()?);
        let held = |bit: u8| flags & (1 << bit) != 0;
        let (name, value, domain, path) = (self.text()?, self.text()?, self.text()?, self.text()?);
        let site = self.text()?;
        Some(Held {
            name,
            value,
            domain,
            host_only: held(0),
            path,
            secure: held(1),
            same_site: match flags >> 5 & 3 {
                0 => SameSite::None,
                1 => SameSite::Lax,
                2 => SameSite::Strict,
                _ => SameSite::Unspecified,
            },
            expires: held(3).then_some(end),
            partition: held(4).then_some(Partition {
                top_level_site: Some(site),
                cross_site_ancestor: None,
            }),
        })
    }

    fn take<const COUNT: usize>(&mut self) -> Option<&'a [u8; COUNT]> {
        let (head, rest) = self.0.split_first_chunk::<COUNT>()?;
        self.0 = rest;
        Some(head)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = usize::from(u16::from_le_bytes(*self.take::<2>()?));
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::refusals;
    use crate::cookie::context::Context;
    use crate::cookie::reason::SendReason;
    use crate::cookie::retrieve::Departure;
    use crate::cookie::target::Target;
    use crate::exchange::Browser;

    fn packed(flags: u8, texts: [&str; 5]) -> Vec<u8> {
        let mut bytes = vec![flags];
        bytes.extend(0.0_f64.to_le_bytes());
        for text in texts {
            bytes.extend(u16::try_from(text.len()).unwrap().to_le_bytes());
            bytes.extend(text.as_bytes());
        }
        bytes
    }

    #[test]
    fn a_packed_jar_is_judged_cookie_by_cookie() {
        let (browser, context) = (Browser::default(), Context::default());
        let target = Target::parse("http://example.com/").unwrap();
        let departure = Departure::new(&browser, &target, &context, None);
        let mut jar = packed(0x21, ["a", "1", "example.com", "/", ""]);
        jar.extend(packed(0x23, ["b", "1", "example.com", "/x", ""]));
        let both = SendReason::SecureOnly.as_bit() | SendReason::NotOnPath.as_bit();
        assert_eq!(refusals(&departure, &jar), [0, both]);
        jar.pop();
        assert_eq!(refusals(&departure, &jar), [0]);
    }
}
