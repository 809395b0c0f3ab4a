//! What happened, in order, between the page, the browser and the servers.

use std::collections::BTreeSet;

use serde_json::Value;

use super::lines::said;
use crate::diagnosis::detail::{Actor, Party, Step, Tone};
use crate::diagnosis::{Message, Story};
use crate::exchange::{Entry, LossCause, Resource};
use crate::facts::credentials::{Credentials, Place};
use crate::facts::failing::is_preflight;
use crate::facts::history::is_accepted;
use crate::facts::names::{CookieRole, Purpose};
use crate::facts::{AtHome, Facts, cors};
use crate::http::url::Url;

/// So many exchanges are told, and so many cookies of each.
const LEGS: usize = 10;
const COOKIES: usize = 3;

/// The page and the browser are in every story.
const PAGE: usize = 0;
const BROWSER: usize = 1;

/// The story of the failing exchange.
pub(super) fn of(facts: &Facts<'_>) -> Story {
    let mut teller = Teller::new(facts);
    let legs = legs(facts);
    let first = legs.iter().copied().find(|at| {
        *at == facts.failing.index
            || facts.history.redirects.contains(at)
            || preflight(facts) == Some(*at)
    });
    for at in legs {
        if Some(at) == first {
            teller.losses();
            teller.ask();
        }
        teller.leg(at);
        if at == facts.failing.index {
            teller.outcome();
        }
    }
    teller.named()
}

/// The exchanges worth telling, oldest first.
fn legs(facts: &Facts<'_>) -> Vec<usize> {
    let history = &facts.history;
    let mut chosen = BTreeSet::from([facts.failing.index]);
    chosen.extend(preflight(facts));
    chosen.extend(&history.redirects);
    chosen.extend(history.sign_ins.last());
    chosen.extend(history.later_refreshes.first());
    chosen.extend(history.later_failed_refreshes.first());
    chosen.extend(history.accepted_after.first());
    chosen.extend(facts.cookies.refused.first().map(|(at, _)| at));
    chosen.extend(facts.cookies.home.first().and_then(|one| one.set_at));
    for more in [
        &history.sign_outs,
        &history.failed_refreshes,
        &history.refreshes,
        &history.accepted_before,
    ] {
        if chosen.len() < LEGS {
            chosen.extend(more.last());
        }
    }
    chosen.into_iter().collect()
}

/// The index of the preflight that was asked for the failing request.
fn preflight(facts: &Facts<'_>) -> Option<usize> {
    if facts.failing.on_preflight() {
        return facts.failing.preflight;
    }
    let found = cors::preflight_of(facts.exchange, facts.failing.index)?;
    let at = facts
        .exchange
        .entries
        .iter()
        .position(|entry| std::ptr::eq(entry, found))?;
    (facts.failing.preflight_status.is_some() && at < facts.failing.index).then_some(at)
}

struct Teller<'a, 'b> {
    facts: &'b Facts<'a>,
    story: Story,
}

impl<'a, 'b> Teller<'a, 'b> {
    fn new(facts: &'b Facts<'a>) -> Self {
        let actor = |kind| Actor {
            kind,
            name: String::new(),
        };
        Self {
            facts,
            story: Story {
                actors: vec![actor(Party::Page), actor(Party::Browser)],
                steps: Vec::new(),
            },
        }
    }

    /// The story with its servers named as people do, without a scheme where none of them differ by it alone.
    fn named(mut self) -> Story {
        let bare = |name: &str| {
            let (_, authority) = name.split_once("://").unwrap_or(("", name));
            authority.to_owned()
        };
        let all: Vec<String> = self
            .story
            .actors
            .iter()
            .map(|actor| bare(&actor.name))
            .collect();
        for actor in &mut self.story.actors {
            let name = bare(&actor.name);
            if all.iter().filter(|other| **other == name).count() == 1 {
                actor.name = name;
            }
        }
        self.story
    }

    /// The page's own wish, or the person's.
    fn ask(&mut self) {
        let request = &self.facts.request;
        let at = self.facts.entry().started;
        if self.facts.entry().resource == Resource::Document {
            return;
        }
        self.step(
            at,
            (PAGE, BROWSER),
            Tone::Plain,
            said("story.ask", &named(&request.method, request.path())),
        );
    }

    /// One request and its answer.
    fn leg(&mut self, at: usize) {
        let Some(entry) = self.facts.exchange.entries.get(at) else {
            return;
        };
        let never_sent =
            entry.response.status == 0 && self.facts.failing.on_preflight() && !is_preflight(entry);
        if never_sent {
            return;
        }
        if at == self.facts.failing.index && !is_preflight(entry) {
            self.withheld();
        }
        let server = self.server(entry);
        self.step(
            entry.started,
            (BROWSER, server),
            Tone::Plain,
            self.sending(at, entry),
        );
        self.detail(carried(entry));
        self.step(
            entry.ended(),
            (server, BROWSER),
            self.tone(at, entry),
            self.answer(at, entry),
        );
        self.cookies_set(at, entry);
        self.dropped(at, entry);
    }

    fn sending(&self, at: usize, entry: &Entry) -> Message {
        let path = Url::parse(&entry.request.url)
            .map(|url| url.path)
            .unwrap_or_default();
        let key = match Purpose::of(&entry.request) {
            _ if is_preflight(entry) => "story.preflight",
            _ if at > self.facts.failing.index
                && self.facts.history.accepted_after.contains(&at) =>
            {
                "story.again"
            }
            Purpose::SignIn | Purpose::Token => "story.sign-in",
            Purpose::SignOut => "story.sign-out",
            Purpose::Refresh => "story.refresh",
            _ => "story.send",
        };
        said(key, &named(&entry.request.method, &path))
    }

    fn tone(&self, at: usize, entry: &Entry) -> Tone {
        let refused_preflight = is_preflight(entry) && self.facts.failing.preflight == Some(at);
        if at == self.facts.failing.index || refused_preflight {
            Tone::Bad
        } else if is_accepted(entry) && !self.facts.history.redirects.contains(&at) {
            Tone::Good
        } else if is_accepted(entry) {
            Tone::Plain
        } else {
            Tone::Bad
        }
    }

    fn answer(&self, at: usize, entry: &Entry) -> Message {
        let response = &entry.response;
        let status = ("status", Value::from(response.status));
        if response.status == 0 {
            return said("story.no-answer", &[]);
        }
        if let Some(to) = response
            .header("location")
            .filter(|_| (300..400).contains(&response.status))
        {
            return said("story.redirect", &[status, ("to", to.into())]);
        }
        let challenge = self
            .facts
            .challenges
            .first()
            .filter(|_| at == self.facts.failing.index);
        match challenge {
            Some(challenge) => {
                let error = challenge.param("error");
                let text = error.map_or_else(
                    || challenge.scheme.clone(),
                    |error| format!("{} error=\"{error}\"", challenge.scheme),
                );
                said("story.challenge", &[status, ("challenge", text.into())])
            }
            None => said("story.answer", &[status]),
        }
    }

    /// The cookies that an answer sets: kept, or not, and why.
    fn cookies_set(&mut self, at: usize, entry: &Entry) {
        let set = || {
            self.facts
                .cookies
                .set
                .iter()
                .filter(|(index, one)| {
                    *index == at && CookieRole::of(&one.name) != CookieRole::Aside
                })
                .map(|(_, one)| one)
        };
        let kept: Vec<Value> = set()
            .filter(|one| one.stored)
            .take(COOKIES)
            .map(|one| Value::from(one.name.as_str()))
            .collect();
        let refused: Vec<(Message, Vec<Message>)> = set()
            .filter(|one| !one.stored)
            .take(COOKIES)
            .map(|one| {
                let reasons = one.reasons.iter().map(|reason| reason.as_str());
                (
                    said("story.refused", &[("cookie", one.name.as_str().into())]),
                    reasons.map(reason).collect(),
                )
            })
            .collect();
        if !kept.is_empty() {
            let message = said("story.kept", &[("cookies", Value::Array(kept))]);
            self.step(entry.ended(), (BROWSER, BROWSER), Tone::Good, message);
        }
        for (message, why) in refused {
            self.step(entry.ended(), (BROWSER, BROWSER), Tone::Bad, message);
            self.detail(why);
        }
    }

    /// A redirect to another origin takes `Authorization` off (Fetch standard, 4.4, step 13).
    fn dropped(&mut self, at: usize, entry: &Entry) {
        let chain = &self.facts.history.redirects;
        let Some(place) = chain.iter().position(|one| *one == at) else {
            return;
        };
        let next = chain
            .get(place.saturating_add(1))
            .unwrap_or(&self.facts.failing.index);
        let Some(next) = self.facts.exchange.entries.get(*next) else {
            return;
        };
        let lost = entry.request.header("authorization").is_some()
            && next.request.header("authorization").is_none();
        if lost {
            let host = Url::parse(&next.request.url)
                .map(|url| url.host)
                .unwrap_or_default();
            self.step(
                next.started,
                (BROWSER, BROWSER),
                Tone::Bad,
                said("story.dropped", &[("host", host.into())]),
            );
        }
    }

    /// The cookies that could carry a session and stayed at home.
    fn withheld(&mut self) {
        let cookies = &self.facts.cookies;
        let told: Vec<(Message, Vec<Message>)> = cookies
            .home
            .iter()
            .chain(&cookies.ended)
            .take(COOKIES)
            .map(|one: &AtHome| {
                let reasons = one.verdict.reasons.iter().map(|reason| reason.as_str());
                (
                    said(
                        "story.withheld",
                        &[("cookie", one.cookie.name.as_str().into())],
                    ),
                    reasons.map(reason).collect(),
                )
            })
            .collect();
        let at = self.facts.entry().started;
        for (message, why) in told {
            self.step(at, (BROWSER, BROWSER), Tone::Bad, message);
            self.detail(why);
        }
    }

    /// Sessions that went before the request did.
    fn losses(&mut self) {
        let started = self.facts.entry().started;
        let lost = self.facts.exchange.losses.iter().filter(|loss| {
            CookieRole::of(&loss.name) == CookieRole::Session
                && loss.time.zip(started).is_some_and(|(time, at)| time <= at)
        });
        for loss in lost.take(COOKIES) {
            let key = match loss.cause {
                LossCause::Expired => "story.lost-expired",
                LossCause::Evicted => "story.lost-evicted",
                LossCause::Explicit => "story.lost-explicit",
                LossCause::ExpiredOverwrite => "story.lost-deleted",
                LossCause::Overwrite | LossCause::Unknown => continue,
            };
            let message = said(key, &[("cookie", loss.name.as_str().into())]);
            self.step(loss.time, (BROWSER, BROWSER), Tone::Bad, message);
        }
    }

    /// What the page sees of it, and how often it was tried.
    fn outcome(&mut self) {
        let facts = self.facts;
        let entry = facts.entry();
        if entry.resource != Resource::Document {
            let why = facts.cors.preflight_refused.as_ref().map_or_else(
                || facts.cors.refused.map(|refusal| refusal.to_string()),
                |refusal| Some(refusal.to_string()),
            );
            let (key, why) = match why {
                Some(why) => (
                    if facts.failing.on_preflight() {
                        "story.kept-back"
                    } else {
                        "story.blocked"
                    },
                    vec![said(
                        &format!("story.cors.{why}"),
                        &[("status", facts.failing.preflight_status.into())],
                    )],
                ),
                None if entry.response.status == 0 => ("story.kept-back", Vec::new()),
                None => ("story.told", Vec::new()),
            };
            let message = said(key, &[("status", facts.status().into())]);
            self.step(entry.ended(), (BROWSER, PAGE), Tone::Bad, message);
            self.detail(why);
        }
        let times = facts.history.repeats.len();
        if times > 1 {
            let message = said("story.repeats", &[("count", times.into())]);
            self.step(entry.ended(), (PAGE, PAGE), Tone::Note, message);
        }
    }

    /// The place of a server among those who take part.
    fn server(&mut self, entry: &Entry) -> usize {
        let name = origin(entry);
        let known = self
            .story
            .actors
            .iter()
            .position(|actor| actor.kind == Party::Server && actor.name == name);
        known.unwrap_or_else(|| {
            self.story.actors.push(Actor {
                kind: Party::Server,
                name,
            });
            self.story.actors.len().saturating_sub(1)
        })
    }

    fn step(&mut self, at: Option<i64>, way: (usize, usize), tone: Tone, message: Message) {
        self.story.steps.push(Step {
            at: at.map(|at| at as f64),
            from: way.0,
            to: way.1,
            tone,
            message,
            detail: Vec::new(),
        });
    }

    fn detail(&mut self, detail: Vec<Message>) {
        if let Some(step) = self.story.steps.last_mut() {
            step.detail = detail;
        }
    }
}

fn named(method: &str, path: &str) -> [(&'static str, Value); 2] {
    [("method", method.into()), ("path", path.into())]
}

fn reason(id: &str) -> Message {
    said(&format!("reason.{id}"), &[])
}

/// The origin asked, or the whole address where it has none.
fn origin(entry: &Entry) -> String {
    Url::parse(&entry.request.url)
        .map_or_else(|| entry.request.url.clone(), |url| url.origin().to_string())
}

/// What the request carried that could authenticate, by name.
fn carried(entry: &Entry) -> Vec<Message> {
    if is_preflight(entry) {
        let asked = entry.request.header("access-control-request-headers");
        return asked
            .map(|names| said("story.asks-for", &[("names", names.into())]))
            .into_iter()
            .collect();
    }
    let sent = Credentials::of(&entry.request);
    let authorization = sent.authorization.iter().map(|one| {
        let scheme = one.scheme.as_deref().unwrap_or("…");
        format!("Authorization: {scheme}")
    });
    let keys = sent.keys.iter().map(|key| match key.place {
        Place::Query => format!("?{}", key.name),
        _ => key.name.clone(),
    });
    let cookies = sent
        .cookies
        .iter()
        .flatten()
        .filter(|cookie| !matches!(cookie.role, CookieRole::Aside | CookieRole::Csrf))
        .map(|cookie| format!("Cookie: {}", cookie.name));
    let names: Vec<Value> = authorization
        .chain(keys)
        .chain(cookies)
        .take(COOKIES.saturating_add(COOKIES))
        .map(Value::from)
        .collect();
    // A sign-in carries its credential in a body that nobody reads.
    if names.is_empty()
        && matches!(
            Purpose::of(&entry.request),
            Purpose::SignIn | Purpose::Token
        )
    {
        return Vec::new();
    }
    vec![if names.is_empty() {
        said("story.bare", &[])
    } else {
        said("story.with", &[("names", Value::Array(names))])
    }]
}
