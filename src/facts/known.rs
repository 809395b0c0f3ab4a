//! Which response of the catalogue this one is, and what it then means.

use std::collections::BTreeMap;

use crate::exchange::{Entry, Exchange, Response};
use crate::facts::names::Purpose;
use crate::facts::{Credentials, RequestFacts};
use crate::http::url::Url;
use crate::knowledge::{KnownBody, KnownResponse, Maker, Product, responses};
use crate::speech::body::BodyFacts;

/// What the catalogue knows of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// By what it was found.
    pub witness: Witness,
    /// Whose response it is; `None` where several products send it.
    pub maker: Option<&'static Maker>,
    /// How well the product is known to have answered.
    pub shown: Shown,
    /// The causes for which it is sent, the most frequent first; none that only say that nothing was sent.
    pub causes: Vec<&'static str>,
    /// The one cause for which it is sent; none that was found by leaving out others, such as that nothing was sent:
    /// a product can refuse for reasons that nobody has recorded, and overlook what was sent.
    pub only: Option<&'static str>,
}

/// What shows which response it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Witness {
    /// The body, read or proven by its entity tag.
    Body,
    /// The body's length in bytes.
    Length(usize),
}

/// How well a product is known to have answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// Not at all.
    Unknown,
    /// What it is built on showed itself, or it did and carries the responses of others.
    Stack,
    /// It showed itself, in this response or in another of the same origin.
    Product,
}

/// Causes that say no more than that nothing was sent: the request itself shows that.
const NOTHING_SENT: [&str; 4] = [
    "no-credentials",
    "authorization-missing",
    "cookie-missing",
    "api-key-missing",
];

/// A body of fewer bytes shows nobody: `{"message":"Invalid token"}` is what anybody writes.
const TELLING: usize = 36;

/// What was sent and asked, as far as it decides which responses are possible.
pub(super) struct Asked<'a> {
    pub(super) request: &'a RequestFacts,
    pub(super) credentials: &'a Credentials,
    pub(super) responders: &'a [&'static Product],
    pub(super) exchange: &'a Exchange,
    /// The index of the failing entry.
    pub(super) failing: usize,
}

impl Known {
    /// What is known of this response; `None` where the catalogue does not hold it.
    pub(super) fn of(
        response: &Response,
        body: Option<&BodyFacts>,
        asked: &Asked<'_>,
    ) -> Option<Self> {
        let read = body.filter(|body| body.known.is_some() || body.heard.length > 0);
        let (witness, rows): (Witness, Vec<KnownResponse>) = match read {
            Some(body) => (Witness::Body, body.known?.responses().collect()),
            None => {
                let length = length(response)?;
                let known = responses()
                    .filter(|one| is_so_long(*one, length) && !is_for_nothing_sent(*one));
                (Witness::Length(length), known.collect())
            }
        };
        let rows = rows
            .into_iter()
            .filter(|row| row.status() == response.status);
        let shown = shown_by(asked);
        let rows = best(rows.map(|row| (row, shown.of(row))).collect(), response);
        let (first, how) = *rows.first()?;
        if witness != Witness::Body && how == Shown::Unknown {
            return None;
        }
        let one = rows.iter().all(|(row, _)| row.maker() == first.maker());
        let all = counted(rows.iter().map(|(row, _)| *row));
        let mut causes = all.clone();
        causes.retain(|cause| !NOTHING_SENT.contains(cause) && is_possible(cause, asked));
        Some(Self {
            witness,
            maker: first.maker().filter(|_| one),
            shown: how,
            only: match all.as_slice() {
                [only] if causes.contains(only) => Some(only),
                _ => None,
            },
            causes,
        })
    }
}

/// The rows of those that are known best to have answered, and of these the ones whose header lines are there.
fn best(rows: Vec<(KnownResponse, Shown)>, response: &Response) -> Vec<(KnownResponse, Shown)> {
    let most = rows.iter().map(|(_, shown)| *shown).max();
    let rows = rows.into_iter().filter(|(_, shown)| Some(*shown) == most);
    let (agreeing, others): (Vec<_>, Vec<_>) =
        rows.partition(|(row, _)| row.headers().all(|line| has_field(response, line.name())));
    if agreeing.is_empty() {
        others
    } else {
        agreeing
    }
}

fn has_field(response: &Response, name: &str) -> bool {
    response.header(name).is_some()
}

/// What the rows mean, the most frequent first.
fn counted(rows: impl Iterator<Item = KnownResponse>) -> Vec<&'static str> {
    let mut counted: BTreeMap<&'static str, (usize, usize)> = BTreeMap::new();
    for (cause, at) in rows.flat_map(|row| row.causes().iter().copied().zip(0..)) {
        let (count, place) = counted.entry(cause).or_insert((0, at));
        *count = count.saturating_add(1);
        *place = at.min(*place);
    }
    let mut causes: Vec<_> = counted.into_iter().collect();
    causes.sort_by_key(|(_, (count, place))| (*place, std::cmp::Reverse(*count)));
    causes.into_iter().map(|(cause, _)| cause).collect()
}

/// Whether what was sent can have been refused for this cause.
fn is_possible(cause: &str, asked: &Asked<'_>) -> bool {
    let sent = asked.credentials;
    let basic = sent
        .authorization
        .as_ref()
        .is_some_and(|sent| sent.is("basic"));
    let signs_in = matches!(asked.request.purpose, Purpose::SignIn | Purpose::Token);
    match cause {
        "basic-credentials-rejected" => basic,
        "login-rejected" | "account-locked" => signs_in || basic,
        "api-key-invalid" => sent.has_key() || sent.has_authorization(),
        "scheme-mismatch" | "authorization-malformed" => sent.has_authorization(),
        "session-expired" => !sent.session_cookies().is_empty(),
        _ if cause.starts_with("token-") => {
            sent.tokens().next().is_some() || sent.has_authorization() && !basic
        }
        _ => true,
    }
}

/// Whether a response only ever says that nothing was sent. Of a response whose words are not read another of the same
/// length is the better guess then.
fn is_for_nothing_sent(row: KnownResponse) -> bool {
    row.causes()
        .iter()
        .all(|cause| NOTHING_SENT.contains(cause))
}

fn is_so_long(row: KnownResponse, length: usize) -> bool {
    let plain = row.body().and_then(|body| body.template().plain());
    plain.is_some_and(|text| text.len() == length)
}

/// How long the body is, in bytes and uncoded: as its entity tag says, else `Content-Length`.
fn length(response: &Response) -> Option<usize> {
    let tag = response.header("etag").and_then(|value| {
        let rest = value.strip_prefix("[hash of ")?;
        rest.strip_suffix(" bytes]")?.parse().ok()
    });
    tag.or_else(|| {
        let coded = response.header("content-encoding").is_some();
        let length = response.header("content-length").filter(|_| !coded)?;
        length.trim().parse().ok()
    })
}

/// The products that showed themselves, and what they are built on.
struct ShownBy {
    products: Vec<&'static str>,
    stacks: Vec<&'static str>,
}

impl ShownBy {
    fn of(&self, row: KnownResponse) -> Shown {
        let Some(maker) = row.maker() else {
            return Shown::Unknown;
        };
        let built_on = maker.stack;
        let itself = self.products.contains(&maker.id);
        if itself && !maker.carries_others {
            Shown::Product
        } else if itself
            || !built_on.is_empty()
                && (self.products.contains(&built_on) || self.stacks.contains(&built_on))
        {
            Shown::Stack
        } else {
            Shown::Unknown
        }
    }
}

/// By the marks in this response, and by other responses of the same origin that only one product sends.
fn shown_by(asked: &Asked<'_>) -> ShownBy {
    let origin = asked.request.origin();
    let same = |entry: &Entry| {
        Url::parse(&entry.request.url).is_some_and(|url| url.origin().to_string() == origin)
    };
    let others = asked.exchange.entries.iter().zip(0..);
    let others = others
        .filter(|(entry, at)| *at != asked.failing && same(entry))
        .map(|(entry, _)| entry);
    let makers: Vec<&'static Maker> = others.filter_map(only_maker).collect();
    let responders = asked.responders.iter().map(|product| product.id);
    ShownBy {
        products: responders
            .chain(makers.iter().map(|maker| maker.id))
            .collect(),
        stacks: makers.iter().map(|maker| maker.stack).collect(),
    }
}

/// The one product that sends this body, where it is long enough to tell; those that are built on it may send it too.
fn only_maker(entry: &Entry) -> Option<&'static Maker> {
    let body = entry.response.body.as_ref()?;
    let known: KnownBody = BodyFacts::read(&body.mime, &body.text).known?;
    if known.template().literal() < TELLING {
        return None;
    }
    let makers: Vec<&'static Maker> = known.responses().filter_map(KnownResponse::maker).collect();
    let sent_by_its_kin = |one: &Maker| {
        makers
            .iter()
            .all(|other| *other == one || other.stack == one.id)
    };
    makers.iter().copied().find(|one| sent_by_its_kin(one))
}
