//! A request and a jar as bytes, for a boundary that is crossed often: no object is taken apart, and what many cookies
//! share crosses once. Names and values stay on the other side; their size is enough.
//!
//! All numbers are little-endian `u32`s unless told otherwise, in this order:
//!
//! - the browser's family (1 Chromium, 2 Firefox, 3 Safari) and major version; the time in milliseconds since 1970, an
//!   `f64`; the numbers of cookies, of kinds and of texts, and a zero;
//! - for each cookie the end of its life in seconds since 1970, an `f64`, infinite if it ends with the browser's
//!   session; the octets of its name and value; and the place of its kind;
//! - for each kind of cookies the places of domain and path among the texts; flags (bit 0 host-only, 1 `Secure`, bits 2
//!   and 3 `SameSite` as 0 none, 1 lax, 2 strict, 3 unspecified); and the place of the partition's top-level site, 0 for none;
//! - the length of each text in octets;
//! - the texts, UTF-8, one after the other: first the request's method, its URL, and the page's URL.

use super::context::Context;
use super::reason::SendReason;
use super::retrieve::{Departure, Partition, Seen, too_big};
use crate::exchange::{Browser, Entry, Exchange, Family, Page, Request, Resource, SameSite};

const HEAD: usize = 32;
const RECORD: usize = 16;

/// Why each cookie of the jar stays at home when the page fetches with credentials: a bit for each reason, in the
/// order of [`super::reason::SendReason::as_bit`]; 0 where it goes. Bytes that are no such question have no answer.
pub fn refusals(question: &[u8]) -> Vec<u32> {
    Question::read(question)
        .and_then(|question| question.answer())
        .unwrap_or_default()
}

struct Question<'a> {
    family: u32,
    major: u32,
    now: f64,
    cookies: &'a [[u8; RECORD]],
    kinds: &'a [[u8; RECORD]],
    texts: Vec<&'a str>,
}

impl<'a> Question<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let (head, rest) = bytes.split_first_chunk::<HEAD>()?;
        let (start, head) = head.split_first_chunk::<8>()?;
        let (now, head) = head.split_first_chunk::<8>()?;
        let ([family, major], [cookies, kinds, texts, _]) = (words(start)?, words(head)?);
        let (cookies, rest) = rest.split_at_checked(place(cookies)?.checked_mul(RECORD)?)?;
        let (kinds, rest) = rest.split_at_checked(place(kinds)?.checked_mul(RECORD)?)?;
        let (lengths, rest) = rest.split_at_checked(place(texts)?.checked_mul(4)?)?;
        let mut rest = std::str::from_utf8(rest).ok()?;
        let lengths = lengths.as_chunks().0;
        let mut texts = Vec::with_capacity(lengths.len());
        for length in lengths {
            let (text, after) = rest.split_at_checked(place(u32::from_le_bytes(*length))?)?;
            texts.push(text);
            rest = after;
        }
        Some(Self {
            family,
            major,
            now: f64::from_le_bytes(*now),
            texts,
            cookies: cookies.as_chunks().0,
            kinds: kinds.as_chunks().0,
        })
    }

    fn answer(&self) -> Option<Vec<u32>> {
        let exchange = self.exchange()?;
        let (target, context) = Context::of(&exchange, 0)?;
        let departure = Departure::new(&exchange.browser, &target, &context, Some(self.now as i64));
        let mut known = Known::of(self.texts.len());
        let mut by_kind = Vec::with_capacity(self.kinds.len());
        for kind in self.kinds {
            by_kind.push(self.by_kind(kind, &departure, &mut known)?);
        }
        let mut masks = Vec::with_capacity(self.cookies.len());
        for record in self.cookies {
            let (end, numbers) = record.split_first_chunk::<8>()?;
            let [octets, kind] = words(numbers)?;
            let mut mask = *by_kind.get(place(kind)?)?;
            if departure.expired(Some(f64::from_le_bytes(*end))) {
                mask |= SendReason::Expired.as_bit();
            }
            if too_big(place(octets)?) {
                mask |= SendReason::NameValuePairExceedsMaxSize.as_bit();
            }
            masks.push(mask);
        }
        Some(masks)
    }

    /// What keeps a cookie of this kind at home, whatever its age and size.
    fn by_kind(
        &self,
        kind: &[u8; RECORD],
        departure: &Departure<'_>,
        known: &mut Known,
    ) -> Option<u32> {
        let [domain, path, flags, site] = words(kind)?;
        let text = |at| Some(*self.texts.get(place(at)?)?);
        let (domain_text, path_text, host_only) = (text(domain)?, text(path)?, flags & 1 != 0);
        let covers = known.covers.get_mut(place(domain)?)?;
        let covers = covers.get_mut(usize::from(host_only))?;
        let on_path = known.on_path.get_mut(place(path)?)?;
        let seen = Seen {
            on_path: *on_path.get_or_insert_with(|| departure.on_path(path_text)),
            covers_host: *covers.get_or_insert_with(|| departure.covers(domain_text, host_only)),
            in_partition: match site {
                0 => None,
                site => Some(departure.in_partition(Partition {
                    top_level_site: Some(text(site)?),
                    cross_site_ancestor: None,
                })),
            },
            secure: flags & 2 != 0,
            same_site: match flags >> 2 {
                0 => SameSite::None,
                1 => SameSite::Lax,
                2 => SameSite::Strict,
                _ => SameSite::Unspecified,
            },
            expires: None,
            octets: 0,
        };
        let mut mask = 0;
        departure.each_refusal(&seen, None, |reason| mask |= reason.as_bit());
        Some(mask)
    }

    fn exchange(&self) -> Option<Exchange> {
        let [method, url, page, ..] = self.texts.as_slice() else {
            return None;
        };
        let entry = Entry {
            started: Some(self.now as i64),
            resource: Resource::Fetch,
            request: Request {
                method: (*method).to_owned(),
                url: (*url).to_owned(),
                ..Request::default()
            },
            ..Entry::default()
        };
        Some(Exchange {
            browser: Browser {
                family: match self.family {
                    1 => Family::Chromium,
                    2 => Family::Firefox,
                    3 => Family::Safari,
                    _ => Family::Unknown,
                },
                major: self.major,
                ..Browser::default()
            },
            page: Some(Page {
                url: (*page).to_owned(),
                frames: Vec::new(),
            }),
            entries: vec![entry],
            ..Exchange::default()
        })
    }
}

/// What was found for each text before: many kinds share a domain or a path.
struct Known {
    /// As the domain of a cookie for subdomains too, and of a host-only one.
    covers: Vec<[Option<bool>; 2]>,
    on_path: Vec<Option<bool>>,
}

impl Known {
    fn of(texts: usize) -> Self {
        Self {
            covers: vec![[None; 2]; texts],
            on_path: vec![None; texts],
        }
    }
}

fn words<const COUNT: usize>(bytes: &[u8]) -> Option<[u32; COUNT]> {
    let (words, _) = bytes.as_chunks::<4>();
    let words: &[[u8; 4]; COUNT] = words.try_into().ok()?;
    Some(words.map(u32::from_le_bytes))
}

fn place(word: u32) -> Option<usize> {
    usize::try_from(word).ok()
}

#[cfg(test)]
mod tests {
    use super::refusals;
    use crate::cookie::reason::SendReason;

    const TEXTS: [&str; 6] = [
        "GET",
        "http://example.com/",
        "http://example.com/",
        "example.com",
        "/",
        "/é",
    ];

    /// A question about cookies of `example.com`, each with its path's place, its flags and its end.
    fn packed(cookies: &[(u32, u32, f64)]) -> Vec<u8> {
        let count = u32::try_from(cookies.len()).unwrap();
        let mut bytes = [1_u32, 140].map(u32::to_le_bytes).concat();
        bytes.extend(2_000.0_f64.to_le_bytes());
        bytes.extend([count, count, 6, 0].map(u32::to_le_bytes).concat());
        for ((_, _, end), kind) in cookies.iter().zip(0_u32..) {
            bytes.extend(end.to_le_bytes());
            bytes.extend([2, kind].map(u32::to_le_bytes).concat());
        }
        for (path, flags, _) in cookies {
            bytes.extend([3, *path, *flags, 0].map(u32::to_le_bytes).concat());
        }
        let lengths = TEXTS.map(|text| u32::try_from(text.len()).unwrap().to_le_bytes());
        bytes.extend(lengths.concat());
        bytes.extend(TEXTS.concat().bytes());
        bytes
    }

    #[test]
    fn a_packed_jar_is_judged_cookie_by_cookie() {
        let jar = [
            (4, 0b0101, f64::INFINITY),
            (5, 0b0111, f64::INFINITY),
            (4, 0b0101, 2.0),
        ];
        let both = SendReason::SecureOnly.as_bit() | SendReason::NotOnPath.as_bit();
        assert_eq!(
            refusals(&packed(&jar)),
            [0, both, SendReason::Expired.as_bit()]
        );
    }

    #[test]
    fn what_is_cut_short_or_points_outside_has_no_answer() {
        let whole = packed(&[(4, 0b0101, 3.0)]);
        assert_eq!(refusals(&whole), [0]);
        for length in 0..whole.len() {
            assert!(refusals(&whole[..length]).is_empty(), "{length} octets");
        }
        assert!(refusals(&packed(&[(6, 0b0101, 3.0)])).is_empty());
        let mut greedy = whole;
        greedy[16..28].fill(0xff);
        assert!(refusals(&greedy).is_empty());
    }
}
