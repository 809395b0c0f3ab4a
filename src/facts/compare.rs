//! Whether two requests were one and the same, and carried the same.

use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::credentials::Credentials;
use crate::facts::history::is_accepted;
use crate::http::url::Url;

/// Query parameters that only keep caches away.
const CACHE_BUSTERS: &[&str] = &[
    "_",
    "t",
    "ts",
    "cb",
    "nocache",
    "timestamp",
    "cachebust",
    "rand",
    "r",
];

/// The same method on the same address, query included, except for what only keeps caches away.
pub fn same_address(one: &Entry, other: &Entry) -> bool {
    let address = |entry: &Entry| {
        Url::parse(&entry.request.url).map(|url| {
            let pairs: Vec<(String, String)> = url
                .pairs()
                .into_iter()
                .filter(|pair| !CACHE_BUSTERS.contains(&pair.name.to_ascii_lowercase().as_str()))
                .map(|pair| (pair.name, pair.value))
                .collect();
            (url.origin().to_string(), url.path, pairs)
        })
    };
    one.request
        .method
        .eq_ignore_ascii_case(&other.request.method)
        && address(one) == address(other)
}

/// Whether both carried an equal `Authorization` field.
pub fn same_authorization(one: &Entry, other: &Entry) -> bool {
    let field = |entry: &Entry| entry.request.header("authorization").map(str::to_owned);
    field(one).is_some() && field(one) == field(other)
}

/// Whether both carried the same credentials: `Authorization`, keys, and the cookies that could carry a session.
pub fn same_credentials(one: &Entry, other: &Entry) -> bool {
    Credentials::of(&one.request).same_as(&Credentials::of(&other.request))
}

/// How often and how fast a request was repeated, one after the other, and failed each time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// How often, the first counted in.
    pub rounds: usize,
    /// The mean time between two of them, in seconds.
    pub seconds: f64,
}

impl Facts<'_> {
    /// The pace of the failing request's repetitions without a success between; those at the same time count once.
    pub fn pace(&self) -> Pace {
        let failing = self.entry();
        let status = self.status();
        let mut begun: Vec<i64> = Vec::new();
        let mut ended = i64::MIN;
        for (at, entry) in self.exchange.entries.iter().enumerate() {
            if !same_address(entry, failing) || !self.same_attempt(at) {
                continue;
            }
            if is_accepted(entry) {
                begun.clear();
                continue;
            }
            let Some(start) = entry.started else { continue };
            let failed = entry.response.status == status || entry.response.status == 0;
            if failed && (begun.is_empty() || start >= ended) {
                begun.push(start);
                ended = entry.ended().unwrap_or(start);
            }
        }
        let gaps = begun.len().saturating_sub(1);
        let span = match (begun.first(), begun.last()) {
            (Some(first), Some(last)) => last.saturating_sub(*first),
            _ => 0,
        };
        let seconds = if gaps == 0 {
            0.0
        } else {
            span as f64 / 1000.0 / gaps as f64
        };
        Pace {
            rounds: begun.len(),
            seconds,
        }
    }

    /// Whether a request on the failing one's address was an attempt with the same credentials. Another password is
    /// another attempt, and another token is too, unless a refresh gave it out.
    fn same_attempt(&self, at: usize) -> bool {
        let (own, other) = (&self.credentials, self.carried.at(at));
        own.unseen
            || other.unseen
            || own.same_header_as(other)
            || (self.credentials.basic_or_digest().is_none() && !self.history.refreshes.is_empty())
    }

    /// Accepted entries after the failing one, on the same address, within this many milliseconds.
    pub fn accepted_soon_after(&self, window: i64) -> impl Iterator<Item = (usize, &Entry)> {
        let failing = self.entry();
        let from = failing.started;
        self.history
            .accepted_after
            .iter()
            .filter_map(|at| self.exchange.entries.get(*at).map(|entry| (*at, entry)))
            .filter(move |(_, entry)| same_address(entry, failing))
            .filter(move |(_, entry)| match (from, entry.started) {
                (Some(from), Some(at)) => at.saturating_sub(from) <= window,
                _ => true,
            })
    }

    /// Whether the request at this index was sent so many milliseconds at most before the failing one.
    pub fn started_within(&self, at: usize, window: i64) -> bool {
        let started = self
            .exchange
            .entries
            .get(at)
            .and_then(|entry| entry.started);
        started
            .zip(self.entry().started)
            .is_some_and(|(then, now)| (0..=window).contains(&now.saturating_sub(then)))
    }

    /// A field of the answer that tells why.
    pub fn answer_header(&self, name: &str) -> Option<&str> {
        self.failing.answer(self.exchange)?.header(name)
    }
}
