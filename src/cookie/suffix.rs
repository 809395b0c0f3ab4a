//! Public suffixes: which part of a host can be registered by anyone.
//!
//! The list is that of <https://publicsuffix.org>, private section included, because browsers count it too.
//! It is packed into `suffix/rules.bin`, which carries the list's own notice (Mozilla Public License 2.0).
//! `cargo run --example pack-suffixes -- public_suffix_list.dat` packs a newer list.
//!
//! A look-up adds this much to the core (list of August 2026, after `wasm-opt -Os`, in brackets compressed):
//! this table 65 kB (52 kB), the crate `publicsuffix` with the list as text 298 kB (111 kB) and some time to read it at
//! each start, the crate `psl` 840 kB (229 kB). Hence a table of our own.
//!
//! The form is a graph of the rules read backwards, in which equal ends share their nodes:
//!
//! - a byte below `0x80` is a node with one edge, that character, to the node right after it;
//! - else a node has flags in bits 4 to 6 (rule, wildcard, exception) and in bits 0 to 3 the number of its edges,
//!   15 meaning that the number is the next byte; each edge is its character and the distance of its node from the
//!   end of all edges, in base 128 with the low digits first and the high bit set on all but the last.

const RULES: &[u8] = include_bytes!("suffix/rules.bin");
const RULE: u8 = 0x10;
const WILDCARD: u8 = 0x20;
const EXCEPTION: u8 = 0x40;

/// The public suffix of a canonical host without trailing dot, by the algorithm of <https://publicsuffix.org/list/>.
///
/// A name that no rule covers has its last label as suffix. An empty label has none.
pub fn public_suffix(host: &str) -> Option<&str> {
    if has_empty_label(host) {
        return None;
    }
    let start = host.len().saturating_sub(suffix_length(host));
    host.get(start..)
}

fn has_empty_label(host: &str) -> bool {
    let mut before = b'.';
    for byte in host.bytes() {
        if byte == b'.' && before == b'.' {
            return true;
        }
        before = byte;
    }
    before == b'.'
}

/// The registrable domain of a canonical host: its public suffix and one label more.
pub fn registrable(host: &str) -> Option<&str> {
    let (name, dot) = match host.strip_suffix('.') {
        Some(name) => (name, 1),
        None => (host, 0),
    };
    let suffix = public_suffix(name)?;
    let before = name.len().checked_sub(suffix.len() + 1)?;
    let start = name.get(..before)?.rfind('.').map_or(0, |at| at + 1);
    host.get(start..name.len() + dot)
}

fn suffix_length(host: &str) -> usize {
    let mut best = host.rsplit('.').next().map_or(0, str::len);
    let Some(mut node) = Node::at(TABLE_START) else {
        return best;
    };
    let mut walked = 0;
    let mut bytes = host.bytes().rev().peekable();
    while let Some(byte) = bytes.next() {
        let Some(next) = node.step(byte) else { break };
        node = next;
        walked += 1;
        if !matches!(bytes.peek(), None | Some(b'.')) {
            continue;
        }
        let up_to_here = host.len().saturating_sub(walked);
        if node.has(EXCEPTION) {
            let last = host.get(up_to_here..).unwrap_or_default();
            return last.split_once('.').map_or(best, |(_, rest)| rest.len());
        }
        if node.has(RULE) {
            best = best.max(walked);
        }
        if node.has(WILDCARD) {
            let label = host.get(..up_to_here.saturating_sub(1)).unwrap_or_default();
            let label = label.rsplit('.').next().unwrap_or_default();
            if !label.is_empty() {
                best = best.max(walked + 1 + label.len());
            }
        }
    }
    best
}

/// The table begins after the notice, which ends with a zero byte.
const TABLE_START: usize = {
    let mut rest = RULES;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte == 0 {
            break;
        }
    }
    RULES.len() - rest.len()
};

#[derive(Clone, Copy)]
struct Node {
    place: usize,
    head: u8,
}

impl Node {
    fn at(place: usize) -> Option<Self> {
        RULES.get(place).map(|head| Self { place, head: *head })
    }

    fn has(self, flag: u8) -> bool {
        self.head >= 0x80 && self.head & flag != 0
    }

    fn step(self, byte: u8) -> Option<Self> {
        if self.head < 0x80 {
            return if self.head == byte {
                Self::at(self.place + 1)
            } else {
                None
            };
        }
        let (count, mut place) = match self.head & 0x0F {
            15 => (usize::from(*RULES.get(self.place + 1)?), self.place + 2),
            few => (usize::from(few), self.place + 1),
        };
        let mut found = None;
        for _ in 0..count {
            let character = *RULES.get(place)?;
            let (distance, after) = distance(place + 1)?;
            if character == byte {
                found = Some(distance);
            }
            place = after;
        }
        Self::at(place.checked_add(found?)?)
    }
}

fn distance(mut place: usize) -> Option<(usize, usize)> {
    let mut value = 0;
    let mut shift = 0;
    loop {
        let digit = *RULES.get(place)?;
        value |= usize::from(digit & 0x7F).checked_shl(shift)?;
        place += 1;
        shift += 7;
        if digit < 0x80 {
            return Some((value, place));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{public_suffix, registrable};

    #[test]
    fn private_suffixes_count() {
        assert_eq!(registrable("me.github.io"), Some("me.github.io"));
        assert_eq!(registrable("a.b.vercel.app"), Some("b.vercel.app"));
        assert_eq!(registrable("github.io"), None);
    }

    #[test]
    fn wildcards_and_exceptions_are_followed() {
        assert_eq!(registrable("a.b.c.ck"), Some("b.c.ck"));
        assert_eq!(registrable("a.www.ck"), Some("www.ck"));
        assert_eq!(public_suffix("city.kawasaki.jp"), Some("kawasaki.jp"));
    }

    #[test]
    fn a_name_of_no_rule_has_its_last_label_as_suffix() {
        assert_eq!(registrable("api.site.localhost"), Some("site.localhost"));
        assert_eq!(registrable("localhost"), None);
        assert_eq!(registrable("a..test"), None);
    }

    #[test]
    fn a_trailing_dot_stays() {
        assert_eq!(registrable("www.example.com."), Some("example.com."));
        assert_eq!(registrable("example.com.."), None);
    }
}
