//! What the server said, wherever it said it.

use crate::exchange::Response;
use crate::facts::known::{Known, Shown, Witness};
use crate::http::challenge::{self, Challenge, Defect};
use crate::knowledge::{self, Kind, Product};
use crate::speech::body::{BodyFacts, Format};
use crate::speech::{self, Meaning, Saying, Weight};

/// What the server said.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The body, where it could be read.
    pub body: Option<BodyFacts>,
    /// Every phrase with the place where it was heard, the most trusted place first.
    pub phrases: Vec<(Voice, Saying)>,
    /// What is wrong with the challenge's syntax.
    pub defects: Vec<Defect>,
    /// What the catalogue of responses knows of it.
    pub known: Option<Known>,
}

/// Where a phrase was heard; a later one is trusted more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// Not heard: the length of the body is that of a known response.
    Length,
    /// In the reason phrase.
    Reason,
    /// In the body.
    Body,
    /// In a header field.
    Header,
    /// In a challenge.
    Challenge,
}

/// Parameters of a challenge whose values are addresses, lists and names, not speech.
const MUTE_PARAMETERS: &[&str] = &[
    "scope",
    "authorization_uri",
    "resource_metadata",
    "error_uri",
    "realm",
    "nonce",
    "opaque",
    "charset",
];

/// Beginnings of the names of fields that are lists of fields and rules for browsers: they name credentials without
/// speaking of them.
const RULES: &[&str] = &[
    "access-control-",
    "content-security-",
    "cross-origin-",
    "x-oauth-",
    "x-accepted-oauth-",
];

/// Fields that do not speak, or that are heard elsewhere.
const MUTE_FIELDS: &[&str] = &[
    "www-authenticate",
    "vary",
    "permissions-policy",
    "link",
    "allow",
    "proxy-authenticate",
    "set-cookie",
    "location",
    "server",
    "via",
    "content-type",
    "date",
    "etag",
];

impl Said {
    /// What this response says.
    pub fn of(answer: &Response, challenges: &[Challenge]) -> Self {
        let mut phrases = Vec::new();
        for value in in_challenges(challenges).chain(in_place_of_challenges(answer)) {
            add(&mut phrases, Voice::Challenge, &speech::hear(value));
        }
        for value in in_fields(answer) {
            add(&mut phrases, Voice::Header, &speech::hear(value));
        }
        let body = answer
            .body
            .as_ref()
            .map(|body| BodyFacts::read(&body.mime, &body.text));
        if let Some(body) = &body {
            add(&mut phrases, Voice::Body, &body.heard);
        }
        add(
            &mut phrases,
            Voice::Reason,
            &speech::hear(&answer.status_text),
        );
        soften(&mut phrases);
        let (_, defects) = challenge::parse(answer.headers("www-authenticate"));
        Self {
            body,
            phrases,
            defects,
            known: None,
        }
    }

    /// What a product says by words of its own only hints where that product did not show itself; a code of its own is
    /// its own wherever it is passed on.
    pub(super) fn heed(&mut self, responders: &[&'static Product]) {
        let speaks_by_itself = |product: &Product| {
            matches!(product.kind, Kind::Api | Kind::Application | Kind::Identity)
        };
        for (_, saying) in &mut self.phrases {
            let product = saying.product().filter(|one| speaks_by_itself(one));
            let absent = |own: &Product| !responders.iter().any(|responder| responder.id == own.id);
            if product.is_some_and(absent) && !saying.is_code() {
                saying.weight = Weight::Hints;
            }
        }
    }

    /// Where and how plainly the server named this cause: the plainest word of the most trusted place.
    pub fn cause(&self, id: &str) -> Option<(Voice, Weight)> {
        let meant = self
            .phrases
            .iter()
            .filter(|(_, saying)| matches!(saying.means, Meaning::Cause(known) if known == id));
        meant
            .map(|(voice, saying)| (*voice, saying.weight))
            .chain(self.by_catalogue(id))
            .max_by_key(|(voice, weight)| (*weight, *voice))
    }

    /// What the catalogue says of this cause: a hint, since its rows are read from documents and sources more often
    /// than from running servers. Nothing where the response is sent for other causes too, or by whoever likes: then
    /// the words say more than the catalogue.
    pub fn by_catalogue(&self, id: &str) -> Option<(Voice, Weight)> {
        let known = self.known.as_ref()?;
        if known.only != Some(id) {
            return None;
        }
        match (known.witness, known.shown) {
            (Witness::Body, Shown::Product | Shown::Stack) => Some((Voice::Body, Weight::Hints)),
            (Witness::Length(_), Shown::Product) => Some((Voice::Length, Weight::Hints)),
            _ => None,
        }
    }

    /// Whether the server named this cause in so many words.
    pub fn names(&self, id: &str) -> bool {
        self.cause(id)
            .is_some_and(|(_, weight)| weight == Weight::Names)
    }

    /// Whether a code of an issuer names this cause: it needs no fact beside it.
    pub fn coded(&self, id: &str) -> bool {
        self.phrases.iter().any(|(_, saying)| {
            matches!(saying.means, Meaning::Cause(known) if known == id) && saying.is_code()
        })
    }

    /// Whether a phrase of this provider was heard.
    pub fn provider(&self, id: &str) -> bool {
        self.phrases
            .iter()
            .any(|(_, saying)| matches!(saying.means, Meaning::Product(known) if known == id))
    }

    /// Whether the server named a cause in so many words that is none of these.
    pub fn names_beside(&self, ids: &[&str]) -> bool {
        self.phrases.iter().any(|(_, saying)| {
            saying.weight == Weight::Names
                && matches!(saying.means, Meaning::Cause(id) if !ids.contains(&id))
        })
    }

    /// What else it may be where the server leaves open whether it is this cause, as "invalid or expired" does.
    pub fn alternatives<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let meant = self.phrases.iter().filter(
            move |(_, saying)| matches!(saying.means, Meaning::Cause(known) if known == id),
        );
        meant.filter_map(|(_, saying)| saying.or())
    }

    /// Whether anything at all was said that names a cause.
    pub fn names_any(&self) -> bool {
        self.phrases.iter().any(|(_, saying)| {
            matches!(saying.means, Meaning::Cause(_)) && saying.weight == Weight::Names
        })
    }

    /// Whether the body could be read and holds something.
    pub fn has_body(&self) -> bool {
        self.body
            .as_ref()
            .is_some_and(|body| body.format != Format::Empty)
    }
}

/// Where a server leaves open which of two it means, it names neither; what is yet to come, it does not name.
fn soften(phrases: &mut [(Voice, Saying)]) {
    let warned = phrases.iter().any(|(_, saying)| saying.warns());
    let open: Vec<&str> = phrases
        .iter()
        .flat_map(|(_, saying)| saying.leaves_open())
        .copied()
        .collect();
    let coded: Vec<&str> = phrases
        .iter()
        .filter_map(|(_, saying)| code(saying))
        .collect();
    for (_, saying) in phrases {
        let Meaning::Cause(cause) = saying.means else {
            continue;
        };
        // The code says what its sentence means, whatever the sentence is like.
        let beside_code = !coded.is_empty() && !coded.contains(&cause);
        let to_come = warned && cause == "account-locked";
        if beside_code || to_come || open.contains(&cause) {
            saying.weight = Weight::Hints;
        }
    }
}

/// The cause that a code of an issuer names.
fn code(saying: &Saying) -> Option<&'static str> {
    match saying.means {
        Meaning::Cause(cause) if saying.is_code() => Some(cause),
        _ => None,
    }
}

fn in_challenges(challenges: &[Challenge]) -> impl Iterator<Item = &str> {
    challenges
        .iter()
        .flat_map(|challenge| &challenge.params)
        .filter(|(name, _)| !MUTE_PARAMETERS.contains(&name.to_ascii_lowercase().as_str()))
        .map(|(_, value)| value.as_str())
}

/// What does not read as a challenge is a sentence put in its place.
fn in_place_of_challenges(answer: &Response) -> impl Iterator<Item = &str> {
    answer.headers("www-authenticate").filter(|value| {
        let (_, defects) = challenge::parse([*value]);
        !defects.is_empty() && !value.contains("realm")
    })
}

fn in_fields(answer: &Response) -> impl Iterator<Item = &str> {
    let speaks = |name: &str| {
        !RULES.iter().any(|begin| name.starts_with(begin)) && !MUTE_FIELDS.contains(&name)
    };
    answer
        .fields()
        .iter()
        .filter(move |field| speaks(&field.name.to_ascii_lowercase()))
        .map(|field| field.value.as_str())
}

fn add(phrases: &mut Vec<(Voice, Saying)>, voice: Voice, heard: &speech::Heard) {
    phrases.extend(heard.said.iter().map(|saying| (voice, *saying)));
}

/// The challenges of a response: those of `WWW-Authenticate`, of gateways that renamed it, and of a proxy.
pub fn challenges(answer: &Response) -> Vec<Challenge> {
    let renamed = knowledge::ALL.iter().flat_map(|one| one.challenge_headers);
    let fields = answer
        .headers("www-authenticate")
        .chain(renamed.flat_map(|name| answer.headers(name)));
    let (mut found, _) = challenge::parse(fields);
    if found.is_empty() || answer.status == 407 {
        found.extend(challenge::parse(answer.headers("proxy-authenticate")).0);
    }
    found.truncate(challenge::MOST);
    found
}
