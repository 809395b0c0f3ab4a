//! What happened, in order, between the page, the browser and the servers.

use super::lines::said;
use crate::diagnosis::detail::{Actor, Party, Step, Tone};
use crate::diagnosis::{Message, Story};
use crate::exchange::{Entry, Resource};
use crate::facts::Facts;
use crate::facts::failing::is_preflight;
use crate::http::url::Url;
use wording::{carried, named};

mod cookies;
mod legs;
mod wording;

/// The page and the browser are in every story.
const PAGE: usize = 0;
const BROWSER: usize = 1;

/// The story of the failing exchange.
pub(super) fn of(facts: &Facts<'_>) -> Story {
    let mut teller = Teller::new(facts);
    let legs = legs::worth_telling(facts);
    let first = legs.iter().copied().find(|at| {
        *at == facts.failing.index
            || facts.history.redirects.contains(at)
            || legs::preflight(facts) == Some(*at)
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

/// The origin asked, or the whole address where it has none.
fn origin(entry: &Entry) -> String {
    Url::parse(&entry.request.url)
        .map_or_else(|| entry.request.url.clone(), |url| url.origin().to_string())
}
