//! What the server said, wherever it said it.

use crate::exchange::Response;
use crate::http::challenge::{self, Challenge, Defect};
use crate::providers::{self, Kind, Provider};
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
}

/// Where a phrase was heard; a later one is trusted more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
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
        }
    }

    /// What a product says by words of its own only hints where that product did not show itself; a code of its own is
    /// its own wherever it is passed on.
    pub(super) fn heed(&mut self, responders: &[&'static Provider]) {
        let absent = providers::ALL.iter().filter(|provider| {
            matches!(
                provider.kind,
                Kind::Api | Kind::Application | Kind::Identity
            ) && !responders.iter().any(|one| one.id == provider.id)
        });
        for provider in absent {
            for (_, phrase) in &mut self.phrases {
                if provider.says.contains(phrase) && !phrase.is_code() {
                    phrase.weight = Weight::Hints;
                }
            }
        }
    }

    /// Where and how plainly the server named this cause: the plainest word of the most trusted place.
    pub fn cause(&self, id: &str) -> Option<(Voice, Saying)> {
        let meant = self
            .phrases
            .iter()
            .filter(|(_, saying)| matches!(saying.means, Meaning::Cause(known) if known == id));
        meant
            .copied()
            .max_by_key(|(voice, saying)| (saying.weight, *voice))
    }

    /// Whether the server named this cause in so many words.
    pub fn names(&self, id: &str) -> bool {
        self.cause(id)
            .is_some_and(|(_, saying)| saying.weight == Weight::Names)
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
            .any(|(_, saying)| matches!(saying.means, Meaning::Provider(known) if known == id))
    }

    /// Whether the server named a cause in so many words that is none of these.
    pub fn names_beside(&self, ids: &[&str]) -> bool {
        self.phrases.iter().any(|(_, saying)| {
            saying.weight == Weight::Names
                && matches!(saying.means, Meaning::Cause(id) if !ids.contains(&id))
        })
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

/// "Missing or malformed" is said of any header that holds no token where one is looked for.
const EITHER: &str = "missing|empty|absent|no or|and malformed|invalid|incorrect|bad ~3 jwt|token|authorization|auth|credentials";

/// How many tries are left before an account is locked, as a refused sign-in says it.
const WARNINGS: &[&str] = &[
    "will|would|may|can|could|gets|before|until ~6 locked|blocked|disabled|suspended|banned|lockout|lock ~2 after|if|out$",
    "will|would|may be ~2 locked|blocked|disabled|suspended|banned",
    "before ~6 locked|blocked|disabled|lockout|suspended",
    "attempts|tries|attempt|try|chances|versuche|tentatives|essais|intentos|tentativas|tentativi ~3 left|remaining|remain|remains|verbleibend|verbleiben|übrig|restantes|restants|rimasti|rimanenti",
    "remaining|left|more ~2 attempts|tries|attempt|try|failure|failures|chances",
    "剩余次数|还可以尝试|还有几次|剩余|残り",
];

/// "Missing, expired, revoked, or corrupt" is said of whatever it was.
const LISTED: &str = "missing|expired|revoked|incorrect|invalid|malformed|wrong ~1 expired|revoked|incorrect|invalid|malformed|wrong ~1 or";

/// Where a server leaves open which of two it means, it names neither; what is yet to come, it does not name.
fn soften(phrases: &mut [(Voice, Saying)]) {
    let listed = phrases.iter().any(|(_, saying)| saying.words == LISTED);
    let any_of = [
        "token-expired",
        "token-revoked",
        "token-malformed",
        "token-signature",
        "authorization-missing",
    ]
    .map(Meaning::Cause);
    let warned = phrases
        .iter()
        .any(|(_, saying)| WARNINGS.contains(&saying.words));
    let open = phrases.iter().any(|(_, saying)| saying.words == EITHER);
    let either = [
        Meaning::Cause("token-malformed"),
        Meaning::Cause("authorization-malformed"),
    ];
    let coded: Vec<Meaning> = phrases
        .iter()
        .filter(|(_, saying)| saying.is_code() && matches!(saying.means, Meaning::Cause(_)))
        .map(|(_, saying)| saying.means)
        .collect();
    for (_, saying) in phrases {
        // The code says what its sentence means, whatever the sentence is like.
        let beside_code = !coded.is_empty() && !coded.contains(&saying.means);
        let to_come = warned && saying.means == Meaning::Cause("account-locked");
        let one_of_many = listed && any_of.contains(&saying.means);
        if beside_code || to_come || one_of_many || open && either.contains(&saying.means) {
            saying.weight = Weight::Hints;
        }
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
    phrases.extend(heard.said.iter().map(|saying| (voice, **saying)));
}

/// The challenges of a response: those of `WWW-Authenticate`, of gateways that renamed it, and of a proxy.
pub fn challenges(answer: &Response) -> Vec<Challenge> {
    let fields = answer
        .headers("www-authenticate")
        .chain(answer.headers("x-amzn-remapped-www-authenticate"));
    let (mut found, _) = challenge::parse(fields);
    if found.is_empty() || answer.status == 407 {
        found.extend(challenge::parse(answer.headers("proxy-authenticate")).0);
    }
    found.truncate(challenge::MOST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_softens_is_a_phrase_that_is_heard() {
        for words in WARNINGS.iter().chain([&EITHER, &LISTED]) {
            assert!(
                speech::sayings().any(|saying| saying.words == *words),
                "no cause listens for {words}"
            );
        }
    }
}
