//! Responses that products are known to send with a refusal, one row each: `answers/<product>.toml`, packed.

use std::ops::Range;

use super::template::Template;

include!(concat!(env!("OUT_DIR"), "/answers.rs"));

/// In place of a body's number: none is known.
const NONE: u16 = u16::MAX;

/// Texts one after the other, and where each ends.
pub(super) struct Texts {
    all: &'static str,
    ends: &'static [u32],
}

impl Texts {
    fn get(&self, at: usize) -> &'static str {
        let end = self.ends.get(at).copied().unwrap_or_default() as usize;
        let before = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = before.copied().unwrap_or_default() as usize;
        self.all.get(start..end).unwrap_or_default()
    }

    /// The texts of this length among the first `count`, which stand in the order of their lengths.
    fn of_length(&self, count: usize, length: usize) -> Range<usize> {
        let from = |longer: bool| {
            let (mut low, mut high) = (0, count);
            while low < high {
                let middle = low.midpoint(high);
                let found = self.get(middle).len();
                if found < length || longer && found == length {
                    low = middle.saturating_add(1);
                } else {
                    high = middle;
                }
            }
            low
        };
        from(false)..from(true)
    }
}

/// A row, as it is packed.
pub(super) struct Row {
    body: u16,
    product: u16,
    means: u16,
    headers: u16,
    status: u16,
}

/// A product whose responses are known.
#[derive(Debug, PartialEq, Eq)]
pub struct Maker {
    /// Its id; that of [`super::Product`] where the product has a file there.
    pub id: &'static str,
    /// Its name, as people write it.
    pub name: &'static str,
    /// What it is built on; empty where that does not matter.
    pub stack: &'static str,
    /// Whether applications of others send responses of their own through it, as through a framework or a gateway.
    pub carries_others: bool,
}

/// What is written beside a row.
#[cfg(feature = "cli")]
#[derive(Debug)]
pub struct Record {
    /// When it is sent.
    pub situation: &'static str,
    /// Where it was read.
    pub source: &'static str,
    /// The day on which it was read, or run.
    pub date: &'static str,
    /// `ran`, `documented`, `source` or `report`.
    pub how: &'static str,
    /// Its machine-readable code; empty where it has none.
    pub code: &'static str,
    /// The entity tag that came with it; empty where none did.
    pub etag: &'static str,
}

/// A response that a product is known to send in one situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KnownResponse(u16);

/// A body that one or more products are known to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KnownBody(u16);

/// All responses.
pub fn responses() -> impl Iterator<Item = KnownResponse> {
    (0..ROWS.len()).filter_map(|at| u16::try_from(at).ok().map(KnownResponse))
}

/// The products whose responses are known.
pub fn makers() -> &'static [Maker] {
    PRODUCTS
}

/// The response with this id, as `express-jwt/expired`, or that had it before, as `kong-plugins/jwt-missing` of what is
/// `kong/jwt-missing` now; `None` where it is known no more.
pub fn response_by_id(id: &str) -> Option<KnownResponse> {
    let before = BEFORE.binary_search_by_key(&id, |(before, _)| before);
    if let Some((_, at)) = before.ok().and_then(|at| BEFORE.get(at)) {
        return Some(KnownResponse(*at));
    }
    let (product, row) = id.split_once('/')?;
    responses()
        .find(|one| one.row_id() == row && one.maker().is_some_and(|maker| maker.id == product))
}

impl KnownResponse {
    fn row(self) -> Option<&'static Row> {
        ROWS.get(usize::from(self.0))
    }

    fn row_id(self) -> &'static str {
        IDS.get(usize::from(self.0))
    }

    /// Its id: a contract, it never changes its meaning.
    pub fn id(self) -> String {
        let product = self.maker().map_or("", |maker| maker.id);
        format!("{product}/{}", self.row_id())
    }

    /// The product that sends it.
    pub fn maker(self) -> Option<&'static Maker> {
        PRODUCTS.get(usize::from(self.row()?.product))
    }

    /// The causes for which it is sent, the most frequent first.
    pub fn causes(self) -> &'static [&'static str] {
        let means = self
            .row()
            .and_then(|row| MEANINGS.get(usize::from(row.means)));
        means.copied().unwrap_or_default()
    }

    /// Its status.
    pub fn status(self) -> u16 {
        self.row().map_or(0, |row| row.status)
    }

    /// Its header lines that matter.
    pub fn headers(self) -> impl Iterator<Item = Template> {
        let lines = self
            .row()
            .and_then(|row| LINES.get(usize::from(row.headers)));
        let lines = lines.copied().unwrap_or_default().iter();
        lines.map(|at| Template(HEADERS.get(usize::from(*at))))
    }

    /// Its body; `None` where that is not known.
    pub fn body(self) -> Option<KnownBody> {
        let body = self.row()?.body;
        (body != NONE).then_some(KnownBody(body))
    }

    /// What is written beside it.
    #[cfg(feature = "cli")]
    pub fn record(self) -> Option<&'static Record> {
        RECORDS.get(usize::from(self.0))
    }
}

impl KnownBody {
    /// The id of a response that has it.
    pub fn id(self) -> Option<String> {
        self.responses().next().map(KnownResponse::id)
    }

    /// The known body that this text is; of several the one that leaves least open.
    pub fn of(text: &str) -> Option<Self> {
        let mut plain = Self::of_length(text.len());
        plain.find(|body| body.template().0 == text).or_else(|| {
            let fitting = Self::with_holes().filter(|body| body.template().fits(text));
            fitting.max_by_key(|body| body.template().literal())
        })
    }

    /// The bodies without holes that are so many bytes long.
    pub fn of_length(length: usize) -> impl Iterator<Item = Self> {
        numbered(BODIES.of_length(PLAIN, length))
    }

    /// All bodies without holes.
    pub fn plain() -> impl Iterator<Item = Self> {
        numbered(0..PLAIN)
    }

    /// The bodies that have holes.
    pub fn with_holes() -> impl Iterator<Item = Self> {
        numbered(PLAIN..BODIES.ends.len())
    }

    /// Its text.
    pub fn template(self) -> Template {
        Template(BODIES.get(usize::from(self.0)))
    }

    /// The responses that have this body.
    pub fn responses(self) -> impl Iterator<Item = KnownResponse> {
        let first = ROWS.partition_point(|row| row.body < self.0);
        let rows = ROWS.iter().zip(0_u16..).skip(first);
        rows.take_while(move |(row, _)| row.body == self.0)
            .map(|(_, at)| KnownResponse(at))
    }
}

fn numbered(range: Range<usize>) -> impl Iterator<Item = KnownBody> {
    range.filter_map(|at| u16::try_from(at).ok().map(KnownBody))
}

/// Bodies of this length that applications make of a known sentence and a common wrapper.
pub fn made(length: usize) -> impl Iterator<Item = String> {
    WRAPPERS.iter().flat_map(move |(before, after)| {
        let around = before.len().saturating_add(after.len());
        let sentences = length
            .checked_sub(around)
            .map_or(0..0, |rest| SENTENCES.of_length(SENTENCES.ends.len(), rest));
        sentences.map(move |at| format!("{before}{}{after}", SENTENCES.get(at)))
    })
}

#[cfg(test)]
mod tests {
    use super::{KnownBody, KnownResponse, made, response_by_id, responses};

    #[test]
    fn every_id_leads_back_to_its_response() {
        for one in responses() {
            assert_eq!(response_by_id(&one.id()), Some(one));
        }
        let moved = response_by_id("kong-plugins/jwt-missing").map(KnownResponse::id);
        assert_eq!(moved.as_deref(), Some("kong/jwt-missing"));
        for unknown in [
            "",
            "kong",
            "kong/",
            "/",
            "kong/no-such-row",
            "acme/no-token",
        ] {
            assert_eq!(response_by_id(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn every_body_without_holes_is_found_by_its_text() {
        for body in KnownBody::plain() {
            let text = body.template().filled(|_| Vec::new()).concat();
            assert_eq!(KnownBody::of(&text), Some(body));
            assert!(body.responses().next().is_some(), "{text}");
        }
    }

    #[test]
    fn a_body_with_holes_is_found_whatever_fills_them() {
        for body in KnownBody::with_holes() {
            let text = body.template().filled(|_| vec!["7".to_owned()]).concat();
            let found = KnownBody::of(&text).expect("a known body");
            assert!(found == body || found.template().literal() >= body.template().literal());
        }
    }

    #[test]
    fn a_body_is_made_of_a_sentence_and_a_wrapper() {
        let text = r#"{"success":false,"message":"No token provided"}"#;
        assert!(made(text.len()).any(|made| made == text));
        assert!(made(text.len()).all(|made| made.len() == text.len()));
        assert_eq!(made(1).count(), 0);
    }
}
