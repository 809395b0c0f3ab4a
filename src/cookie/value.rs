//! The one place that asks for the size and the characters of a piece of a cookie.
//!
//! In live use a value is replaced by a stand-in before any rule runs. Every rule about sizes and control
//! characters asks here, so that a redacted cookie gets the verdict of the cookie itself.

use crate::token::credential;
use crate::token::standin::StandIn;

/// The length of `text` in octets, or of what `text` stands for.
pub fn octets(text: &str) -> usize {
    credential::octets(bare(text))
}

/// Whether `text`, or what it stands for, holds a control character other than TAB: `%x00-08`, `%x0A-1F` or `%x7F`.
pub fn has_control(text: &str) -> bool {
    credential::has_control(bare(text))
}

/// Whether `text`, or what it stands for, holds a TAB.
pub fn has_tab(text: &str) -> bool {
    credential::has_tab(bare(text))
}

/// The length in octets of an attribute's value; of a path, stand-ins may have any segment's place.
pub fn octets_of_attribute(text: &str) -> usize {
    let segments = text.split('/').map(octets);
    segments.fold(text.matches('/').count(), usize::saturating_add)
}

/// A name and a value, parted at the first equals sign; `None` for a name if there is no such sign.
///
/// A stand-in for a value without a name has equals signs of its own, which part nothing.
pub fn pair(text: &str) -> (Option<&str>, &str) {
    let whole = trim(text);
    match whole.split_once('=') {
        Some((name, value)) if StandIn::parse(whole).is_none() => (Some(trim(name)), trim(value)),
        _ => (None, whole),
    }
}

/// Trims WSP (RFC 5234): space and TAB.
pub fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

/// Whether `text` is a stand-in for a value with an equals sign, which matters where there is no name: such a
/// stand-in has an equals sign behind it.
pub fn is_parted(text: &str) -> bool {
    bare(text) != text
}

fn bare(text: &str) -> &str {
    text.strip_suffix('=')
        .filter(|rest| StandIn::parse(rest).is_some())
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{is_parted, octets, octets_of_attribute, pair};

    #[test]
    fn a_stand_in_has_the_length_of_what_it_stands_for() {
        let standin = "redacted(opaque!len=5000!alpha=hex!tag=20)";
        assert_eq!(octets(standin), 5000);
        assert_eq!(octets_of_attribute(&format!("/a/{standin}")), 5003);
        assert_eq!(octets_of_attribute("/a/b"), 4);
    }

    #[test]
    fn a_value_without_a_name_keeps_its_equals_sign() {
        let standin = "redacted(opaque!len=5000!alpha=hex!tag=20)=";
        assert!(is_parted(standin) && !is_parted("a="));
        assert_eq!(octets(standin), 5000);
        let line = format!("={standin}");
        assert_eq!(pair(&line), (Some(""), standin));
        assert!(pair(standin).0.is_some());
    }

    #[test]
    fn a_stand_in_without_a_name_stays_whole() {
        let standin = "redacted(opaque!len=5000!alpha=hex!tag=20)";
        assert_eq!(pair(standin), (None, standin));
        assert_eq!(pair(" a = b=c "), (Some("a"), "b=c"));
        assert_eq!(pair("=v"), (Some(""), "v"));
        assert_eq!(pair("v"), (None, "v"));
    }
}
