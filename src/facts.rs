//! What is known of the failing exchange, parsed once; the causes look at nothing else.

use crate::exchange::{Entry, Exchange, Response};
use crate::http::challenge::Challenge;
use crate::http::url::Url;
use crate::knowledge::Product;
use crate::redact::Redacted;

pub mod accepted;
mod answered;
mod basic;
pub mod bearer;
pub mod carried;
pub mod client;
pub mod clock;
pub mod compare;
pub mod cookies;
pub mod cors;
pub mod credentials;
pub mod failing;
pub mod history;
pub mod known;
pub mod names;
pub mod overwritten;
pub mod parties;
mod password;
pub mod renewal;
mod replay;
pub mod request;
pub mod responder;
pub mod said;
mod visitor;

pub use bearer::Bearer;
pub use carried::Carried;
pub use clock::Clock;
pub use cookies::{AtHome, Cookies};
pub use cors::Cors;
pub use credentials::{Credentials, SentCookie};
pub use failing::Failing;
pub use history::History;
use names::CookieRole;
pub use request::RequestFacts;
use responder::Shown;
pub use said::Said;

/// What is known of one failing exchange.
#[derive(Debug)]
pub struct Facts<'a> {
    /// Everything that was seen, redacted.
    pub exchange: &'a Exchange,
    /// Which request failed, and how.
    pub failing: Failing,
    /// What was asked, by whom, and how it stands to the page.
    pub request: RequestFacts,
    /// What was sent that could authenticate.
    pub credentials: Credentials,
    /// The same of every request.
    pub carried: Carried<'a>,
    /// The challenges of the answer, those of the preflight where that failed.
    pub challenges: Vec<Challenge>,
    /// Each cookie's and each `Set-Cookie`'s verdict.
    pub cookies: Cookies,
    /// What the answer allows to other origins.
    pub cors: Cors,
    /// The server's clock against the device's.
    pub clock: Clock,
    /// What the server said, wherever it said it.
    pub said: Said,
    /// Who answered, as far as it showed.
    pub responders: Vec<&'static Product>,
    /// What happened before and after.
    pub history: History,
}

impl<'a> Facts<'a> {
    /// The facts of the failing exchange; `None` where nothing failed.
    pub fn of(redacted: &'a Redacted, failing: Failing) -> Option<Self> {
        let exchange = redacted.exchange();
        let entry = exchange.entries.get(failing.index)?;
        let request = RequestFacts::of(exchange, entry);
        let carried = Carried::by(exchange);
        let cookies = Cookies::of(exchange, failing.index);
        let credentials = if entry.request.headers.is_some() {
            carried.at(failing.index).clone()
        } else {
            Credentials::inferred(&entry.request, &cookies.would_go(exchange))
        };
        let answer = failing.answer(exchange)?;
        let challenges = said::challenges(answer);
        let mut said = Said::of(answer, &challenges);
        let shown = Shown {
            entry,
            response: answer,
            challenges: &challenges,
            said: &said,
            host: request.host(),
        };
        let responders = shown.responders();
        said.heed(&responders);
        let asked = known::Asked {
            request: &request,
            credentials: &credentials,
            responders: &responders,
            exchange,
            failing: failing.index,
        };
        said.known = known::Known::of(answer, said.body.as_ref(), &asked);
        let cors = Cors::of(exchange, &failing, &request);
        let clock = Clock::of(entry);
        let history = History::of(exchange, failing.index, &request, &carried);
        Some(Self {
            exchange,
            failing,
            request,
            credentials,
            carried,
            challenges,
            cookies,
            cors,
            clock,
            said,
            responders,
            history,
        })
    }

    /// The failing request and its response.
    pub fn entry(&self) -> &'a Entry {
        // `of` has looked it up; an entry that is gone cannot happen, and an empty one is harmless.
        static NONE: std::sync::LazyLock<Entry> = std::sync::LazyLock::new(Entry::default);
        self.exchange
            .entries
            .get(self.failing.index)
            .unwrap_or(&NONE)
    }

    /// Whether the request's header fields were not seen, so that nothing is known of what it carried.
    pub fn headers_unseen(&self) -> bool {
        self.entry().request.headers.is_none()
    }

    /// Whether the browser was asked for a user name and password more than once for this one request: some were
    /// offered and refused, though Chromium does not show the field that it writes itself.
    pub fn offered_in_vain(&self) -> bool {
        self.entry().challenged > 1
            && self.credentials.authorization.is_none()
            && (self.challenged("basic") || self.challenged("digest"))
    }

    /// The answer that is to be explained: the preflight's where that failed.
    pub fn answer(&self) -> Option<&'a Response> {
        self.failing.answer(self.exchange)
    }

    /// The status that the browser saw: the request's own, else the preflight's.
    pub fn status(&self) -> u16 {
        match (self.entry().response.status, self.failing.preflight_status) {
            (0, Some(status)) => status,
            (status, _) => status,
        }
    }

    /// The cookies that were sent and could carry a session: those so named, else those of unknown purpose, unless the
    /// jar shows that scripts may read them, which sessions seldom allow.
    pub fn session_cookies(&self) -> Vec<&SentCookie> {
        let mut cookies = self.credentials.session_cookies();
        cookies.retain(|cookie| {
            cookie.role == CookieRole::Session || !self.cookies.is_open(&cookie.name)
        });
        cookies
    }

    /// Whether a stale credential can make a sign-in fail: the same sign-in was accepted without it.
    pub fn credentials_matter(&self) -> bool {
        let mut after = self.history.accepted_after.iter();
        after.any(|at| {
            let sent = self.carried.at(*at);
            !sent.unseen && sent.is_none()
        })
    }

    /// The requests to the same origin that were accepted, before and after, the same request among them.
    pub fn accepted_nearby(&self) -> impl Iterator<Item = &'a Entry> {
        let history = &self.history;
        let indices = history
            .accepted_before
            .iter()
            .chain(&history.accepted_after)
            .chain(&history.accepted_elsewhere)
            .chain(&history.accepted_elsewhere_after);
        let origin = self.request.origin();
        let entries: Vec<&Entry> = indices
            .filter_map(|index| self.exchange.entries.get(*index))
            .filter(|entry| {
                Url::parse(&entry.request.url).is_some_and(|url| url.origin().to_string() == origin)
            })
            .collect();
        entries.into_iter()
    }

    /// Whether a cookie carried a session: by its name, or because a sign-in was seen to set it.
    pub fn carried_session(&self, one: &AtHome) -> bool {
        let by_sign_in = one
            .set_at
            .is_some_and(|at| self.history.sign_ins.contains(&at));
        one.role == CookieRole::Session || (one.role == CookieRole::Unknown && by_sign_in)
    }

    /// Whether a page at which one signs in asks who is signed in, and nobody was: it asks early, that is all.
    pub fn asks_at_the_door(&self) -> bool {
        let at_door = self.request.page.as_ref().is_some_and(|page| {
            let path = page.path.to_ascii_lowercase();
            names::is_sign_in_path(&path) && !path.contains("callback")
        });
        at_door
            && self.request.by_script
            && self.request.purpose == names::Purpose::Probe
            && self.credentials.is_none()
            && !self.history.signed_in()
            && !self.cookies.any_session_withheld()
            && self.exchange.losses.is_empty()
    }

    /// Whether a page of this very origin asks who is signed in. A page of another origin calls an API.
    pub fn asks_who(&self) -> bool {
        self.request.purpose == names::Purpose::Probe && self.request.by_script
            || self.request.relation == request::Relation::SameOrigin && self.request.asks_who()
    }

    /// The header field that a challenge names as the place of the credential: by its scheme, as `X-API-Key realm="dns"`
    /// does, or by a parameter, as `ApiKey header="X-API-Key"`.
    pub fn field_wanted(&self) -> Option<&str> {
        self.challenges.iter().find_map(|challenge| {
            let parameters = ["header", "name", "header_name"].iter();
            parameters
                .filter_map(|name| challenge.param(name))
                .chain([challenge.scheme.as_str()])
                .find(|name| names::is_field_of_key(name))
        })
    }

    /// Whether the request carries this header field.
    pub fn carries(&self, name: &str) -> bool {
        self.entry().request.header(name).is_some()
    }

    /// Whether the answer offers this authentication scheme.
    pub fn challenged(&self, scheme: &str) -> bool {
        self.challenges
            .iter()
            .any(|challenge| challenge.scheme.eq_ignore_ascii_case(scheme))
    }
}
