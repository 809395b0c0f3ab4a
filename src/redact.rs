//! The core's first step: every secret becomes a stand-in that the parsers know.
//!
//! Exchange in, exchange out, and doing it twice changes nothing. Whatever comes after sees only a [`Redacted`]
//! exchange, so the diagnosis of what was saved is the diagnosis of what was seen.
//! What is kept of each header field stands in [`fields`]; what is not named there is cut.

use std::hash::Hasher;

use siphasher::sip::SipHasher24;

use crate::exchange::{
    Body, Browser, Entry, Exchange, Field, Initiator, JarCookie, Loss, Page, PartitionKey, Request,
    Response, StackFrame,
};
use crate::http::instant;
use crate::speech::body::BodyFacts;
use crate::token::standin::StandIn;
use hosts::Hosts;
use judge::Bar;

mod address;
mod blank;
mod credentials;
mod fields;
mod hosts;
pub(crate) mod judge;
mod posted;
mod recovered;
mod strangers;
mod text;
mod value;

pub(crate) use blank::{Piece, is_digest, name_by, pieces_of, readable, readable_apart, tag_of};
pub(crate) use value::is_scope;

/// The key of the tags by which equal secrets are known as equal; a random of the browser's session.
#[derive(Clone, Copy, Default)]
pub struct Key([u8; 16]);

impl Key {
    /// A key of these bytes; what is missing is zero, what is too much is left out.
    pub fn of(bytes: &[u8]) -> Self {
        let mut key = [0; 16];
        key.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        Self(key)
    }

    /// The tag of a secret: equal for equal secrets, and telling nothing without the key.
    fn tag(&self, secret: &str) -> String {
        let mut hasher = SipHasher24::new_with_key(&self.0);
        hasher.write(secret.as_bytes());
        format!("{:08x}", hasher.finish() >> 32)
    }

    /// The stand-in for a secret, printed.
    fn cut(&self, secret: &str) -> String {
        StandIn::of(secret, |secret| self.tag(secret)).to_string()
    }
}

/// An exchange without secrets.
#[derive(Clone, Debug, PartialEq)]
pub struct Redacted(Exchange);

impl Redacted {
    /// Replaces every secret of the exchange, and leaves out cookies that do not concern what failed.
    pub fn of(exchange: &Exchange, key: &Key) -> Self {
        Redactor::new(*key).whole(exchange)
    }

    /// What was seen, without secrets.
    pub fn exchange(&self) -> &Exchange {
        &self.0
    }

    /// The same about another of its entries.
    #[must_use]
    pub fn about(&self, failing: usize) -> Self {
        Self(Exchange {
            failing: Some(failing),
            ..self.0.clone()
        })
    }

    /// The same with new tags, so that two exports cannot be laid side by side.
    #[must_use]
    pub fn keyed_anew(&self, key: &Key) -> Self {
        let anew = |value: &str| text::keyed_anew(value, key);
        let mut exchange = self.0.clone();
        let jar = exchange
            .jar
            .iter_mut()
            .flatten()
            .flat_map(|cookie| [&mut cookie.name, &mut cookie.value, &mut cookie.path]);
        let losses = exchange
            .losses
            .iter_mut()
            .flat_map(|loss| [&mut loss.name, &mut loss.path]);
        let pages = exchange
            .page
            .iter_mut()
            .flat_map(|page| std::iter::once(&mut page.url).chain(page.frames.iter_mut()));
        jar.chain(losses)
            .chain(pages)
            .for_each(|value| *value = anew(value));
        for entry in &mut exchange.entries {
            let fields = entry
                .request
                .headers
                .iter_mut()
                .chain(entry.response.headers.iter_mut())
                .flatten()
                .flat_map(|field| [&mut field.name, &mut field.value]);
            let body = entry.request.body.iter_mut().map(|body| &mut body.text);
            let initiator = entry.initiator.iter_mut().flat_map(|initiator| {
                initiator
                    .url
                    .iter_mut()
                    .chain(initiator.stack.iter_mut().map(|frame| &mut frame.url))
            });
            fields
                .chain(body)
                .chain(initiator)
                .chain(std::iter::once(&mut entry.request.url))
                .for_each(|value| *value = anew(value));
        }
        Self(exchange)
    }
}

/// Replaces secrets in what comes entry by entry, as a long file does.
pub struct Redactor {
    /// The hosts that were met so far: a domain is judged by them.
    hosts: Hosts,
    key: Key,
}

impl Redactor {
    /// One that has met no host yet.
    pub fn new(key: Key) -> Self {
        Self {
            hosts: Hosts::default(),
            key,
        }
    }

    /// Remembers the host that a request went to. All have to be met before the first entry is redacted.
    pub fn meet(&mut self, entry: &Entry) {
        self.hosts.meet(&entry.request.url);
    }

    /// The entry without secrets.
    pub fn entry(&self, entry: &Entry) -> Entry {
        redacted_entry(entry, &self.hosts, &self.key)
    }

    /// The exchange without secrets, its own hosts met.
    pub fn whole(&mut self, exchange: &Exchange) -> Redacted {
        self.hosts.meet_all(exchange);
        let (hosts, key) = (&self.hosts, &self.key);
        let mut redacted = Exchange {
            browser: Browser {
                name: value::listed(&exchange.browser.name, key),
                version: value::numbers(&exchange.browser.version, key),
                ..exchange.browser.clone()
            },
            page: exchange.page.as_ref().map(|page| Page {
                url: address::redacted(&page.url, key),
                frames: page
                    .frames
                    .iter()
                    .map(|frame| address::redacted(frame, key))
                    .collect(),
            }),
            jar: exchange.jar.as_ref().map(|jar| {
                jar.iter()
                    .map(|cookie| jar_cookie(cookie, hosts, key))
                    .collect()
            }),
            losses: exchange
                .losses
                .iter()
                .map(|loss| Loss {
                    name: blank::name(&loss.name, key),
                    domain: hosts.domain(&loss.domain),
                    path: address::redacted(&loss.path, key),
                    cause: loss.cause,
                    time: loss.time.map(instant::within_years),
                })
                .collect(),
            settings: exchange.settings.clone(),
            now: exchange.now.map(instant::within_years),
            entries: exchange
                .entries
                .iter()
                .map(|entry| redacted_entry(entry, hosts, key))
                .collect(),
            failing: exchange.failing,
            settled: exchange.settled,
            sanitized: exchange.sanitized,
            jar_left_out: exchange.jar_left_out,
        };
        strangers::left_out(&mut redacted);
        Redacted(redacted)
    }
}

fn jar_cookie(cookie: &JarCookie, hosts: &Hosts, key: &Key) -> JarCookie {
    JarCookie {
        name: blank::name(&cookie.name, key),
        value: key.cut(&cookie.value),
        domain: hosts.domain(&cookie.domain),
        path: address::redacted(&cookie.path, key),
        partition: cookie.partition.as_ref().map(|partition| PartitionKey {
            top_level_site: partition
                .top_level_site
                .as_ref()
                .map(|site| address::redacted(site, key)),
            ..partition.clone()
        }),
        ..cookie.clone()
    }
}

fn redacted_entry(entry: &Entry, hosts: &Hosts, key: &Key) -> Entry {
    Entry {
        started: entry.started.map(instant::within_years),
        duration: entry.duration,
        resource: entry.resource,
        initiator: entry
            .initiator
            .as_ref()
            .map(|initiator| redacted_initiator(initiator, key)),
        frame: entry.frame,
        challenged: entry.challenged,
        cut: entry.cut.clone(),
        error: entry.error.as_ref().map(|error| text::error(error, key)),
        request: Request {
            method: text::method(&entry.request.method, key),
            url: address::redacted(&entry.request.url, key),
            http_version: value::listed(&entry.request.http_version, key),
            headers: entry
                .request
                .headers
                .as_deref()
                .map(|fields| request_fields(fields, hosts, key)),
            body: entry
                .request
                .body
                .as_ref()
                .and_then(|body| posted::redacted(body, key)),
        },
        response: Response {
            status: entry.response.status,
            status_text: text::reason(&entry.response.status_text),
            headers: entry
                .response
                .headers
                .as_deref()
                .map(|fields| response_fields(fields, hosts, key)),
            body: response_body(entry, key),
        },
    }
}

/// What was said in the body: as it was read, else as its entity tag proves it.
fn response_body(entry: &Entry, key: &Key) -> Option<Body> {
    if let Some(text) = recovered::body(entry) {
        let mime = entry.response.header("content-type").unwrap_or_default();
        return Some(Body {
            mime: value::listed(mime, key),
            text: BodyFacts::recovered(mime, &text).keep(),
        });
    }
    let body = entry.response.body.as_ref()?;
    Some(Body {
        mime: value::listed(&body.mime, key),
        text: BodyFacts::read(&body.mime, &body.text).keep(),
    })
}

fn redacted_initiator(initiator: &Initiator, key: &Key) -> Initiator {
    Initiator {
        url: initiator
            .url
            .as_ref()
            .map(|url| address::redacted(url, key)),
        stack: initiator
            .stack
            .iter()
            .map(|frame| StackFrame {
                url: address::redacted(&frame.url, key),
                function: text::scrubbed(&frame.function, Bar::Readable, key),
                ..frame.clone()
            })
            .collect(),
    }
}

fn request_fields(fields: &[Field], hosts: &Hosts, key: &Key) -> Vec<Field> {
    fields
        .iter()
        .filter_map(|field| fields::of_request(field, hosts, key))
        .collect()
}

/// Firefox gives all `Set-Cookie` lines in one value, joined by line ends; they are told apart here.
fn response_fields(fields: &[Field], hosts: &Hosts, key: &Key) -> Vec<Field> {
    let lines = fields.iter().flat_map(|field| {
        let apart = field.name.eq_ignore_ascii_case("set-cookie") && field.value.contains('\n');
        let values: Vec<&str> = if apart {
            field.value.split('\n').collect()
        } else {
            vec![&field.value]
        };
        values
            .into_iter()
            .map(|value| Field {
                name: field.name.clone(),
                value: value.to_owned(),
            })
            .collect::<Vec<_>>()
    });
    lines
        .map(|field| fields::of_response(&field, hosts, key))
        .collect()
}
