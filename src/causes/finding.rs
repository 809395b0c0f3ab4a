//! What a rule found: how sure, on what evidence, and how it is mended.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::diagnosis::{Basis, Confidence, Effort, Phase, Subject, Who};
use crate::facts::Said;
use crate::facts::known::{Known, Witness};
use crate::facts::said::Voice;
use crate::speech::Weight;

/// How far the decisive evidence is to be trusted; a later one goes before an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// What is typical where nothing speaks.
    Typical,
    /// What happened before and after.
    History,
    /// What the credential itself shows.
    Credential,
    /// What the body says.
    Body,
    /// What the server says in header fields.
    Header,
    /// What the browser did.
    Browser,
    /// What the client was seen to do again and again.
    Repetition,
}

impl From<Voice> for Trust {
    fn from(voice: Voice) -> Self {
        match voice {
            Voice::Challenge | Voice::Header => Self::Header,
            Voice::Body | Voice::Reason => Self::Body,
            Voice::Length => Self::History,
        }
    }
}

/// A cause that holds for this exchange.
///
/// Keys are the cause's own: `person` stands for `<id>.person`; one with a dot is taken as it is.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How sure it is.
    pub confidence: Confidence,
    /// The id of the rule that decided it, within its cause; empty where a function did.
    pub rule: &'static str,
    /// Whose word decided it.
    pub trust: Trust,
    /// Whether it happened when the cookie was stored or when it was to be sent.
    pub phase: Option<Phase>,
    /// Which of the cause's sentences tells it best; empty for the plain one.
    pub variant: &'static str,
    /// The values that belong into its words.
    pub args: Map<String, Value>,
    /// Why it is held to be so.
    pub evidence: Vec<Evidence>,
    /// How it is mended, the easiest first.
    pub fixes: Vec<Fix>,
    /// Causes that are explained by this one and need not be named beside it.
    pub hides: Vec<&'static str>,
    /// Whether it is no fault at all.
    pub harmless: bool,
}

impl Finding {
    /// A finding of this confidence, decided by this kind of evidence.
    pub fn new(confidence: Confidence, trust: Trust) -> Self {
        Self {
            confidence,
            rule: "",
            trust,
            phase: None,
            variant: "",
            args: Map::new(),
            evidence: Vec::new(),
            fixes: Vec::new(),
            hides: Vec::new(),
            harmless: false,
        }
    }

    /// Proven: recomputed by the browser's own rule, or named by the server.
    pub fn certain(trust: Trust) -> Self {
        Self::new(Confidence::Certain, trust)
    }

    /// A fact that would by itself explain the 401.
    pub fn likely(trust: Trust) -> Self {
        Self::new(Confidence::Likely, trust)
    }

    /// A fact that sometimes explains it.
    pub fn possible(trust: Trust) -> Self {
        Self::new(Confidence::Possible, trust)
    }

    /// As sure as the server's own word: certain where it names the cause, likely where it hints at it.
    pub fn said(said: &Said, id: &str) -> Option<Self> {
        let (voice, weight) = said.cause(id)?;
        let trust = Trust::from(voice);
        let finding = match weight {
            Weight::Names => Self::certain(trust),
            Weight::Hints => Self::likely(trust),
        };
        let heard = match voice {
            Voice::Length => None,
            _ => Some(Evidence::observed(Subject::Server, place(said, voice))),
        };
        let known = said.by_catalogue(id).and(said.known.as_ref());
        let evidence = heard.into_iter().chain(known.and_then(Evidence::of_known));
        Some(evidence.fold(finding, Self::because))
    }

    /// A value for its words.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// Another sentence than the plain one: `person-<variant>` and `developer-<variant>`.
    #[must_use]
    pub fn variant(mut self, variant: &'static str) -> Self {
        self.variant = variant;
        self
    }

    /// When it happened.
    #[must_use]
    pub fn phase(mut self, phase: Phase) -> Self {
        self.phase = Some(phase);
        self
    }

    /// A piece of evidence.
    #[must_use]
    pub fn because(mut self, evidence: Evidence) -> Self {
        self.evidence.push(evidence);
        self
    }

    /// A way to mend it; the easiest is given first.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// Causes that are explained by this one.
    #[must_use]
    pub fn hiding(mut self, causes: &[&'static str]) -> Self {
        self.hides.extend_from_slice(causes);
        self
    }
}

/// The key of the words for the place in which the server said so.
fn place(said: &Said, voice: Voice) -> &'static str {
    match voice {
        Voice::Challenge | Voice::Header => "evidence.said-header",
        _ if said.body.as_ref().is_some_and(|body| body.recovered) => "evidence.said-tag",
        _ => "evidence.said-body",
    }
}

/// A piece of evidence.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// What it is about.
    pub kind: Subject,
    /// Observed, inferred, or not to be known.
    pub basis: Basis,
    /// The key of its words.
    pub key: &'static str,
    /// The values that belong into them.
    pub args: Map<String, Value>,
}

impl Evidence {
    /// Something that was seen.
    pub fn observed(kind: Subject, key: &'static str) -> Self {
        Self::new(kind, Basis::Observed, key)
    }

    /// Something that follows from what was seen.
    pub fn inferred(kind: Subject, key: &'static str) -> Self {
        Self::new(kind, Basis::Inferred, key)
    }

    /// Something that cannot be known here.
    pub fn unknown(kind: Subject, key: &'static str) -> Self {
        Self::new(kind, Basis::Unknown, key)
    }

    /// That a product is known to send this response for this reason; `None` where several products send it.
    fn of_known(known: &Known) -> Option<Self> {
        let maker = known.maker?;
        let evidence = match known.witness {
            Witness::Body => Self::inferred(Subject::Responder, "evidence.known-response"),
            Witness::Length(length) => {
                Self::inferred(Subject::Responder, "evidence.known-length").arg("length", length)
            }
        };
        Some(evidence.arg("product", maker.name))
    }

    pub(super) fn new(kind: Subject, basis: Basis, key: &'static str) -> Self {
        Self {
            kind,
            basis,
            key,
            args: Map::new(),
        }
    }

    /// A value for its words.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

/// A way to mend it.
#[derive(Clone, Debug)]
pub struct Fix {
    /// Who can do it.
    pub who: Who,
    /// How hard it is.
    pub effort: Effort,
    /// The key of its words: `<key>.title`, `<key>.step.1` and so on, `<key>.check`.
    pub key: &'static str,
    /// The values that belong into them, beside those of the finding.
    pub args: Map<String, Value>,
    /// The recipe of a piece of code; see [`crate::snippet`].
    pub snippet: Option<&'static str>,
}

impl Fix {
    /// For the person browsing.
    pub fn person(effort: Effort, key: &'static str) -> Self {
        Self::new(Who::Person, effort, key)
    }

    /// For the front-end developer.
    pub fn frontend(effort: Effort, key: &'static str) -> Self {
        Self::new(Who::Frontend, effort, key)
    }

    /// For the back-end developer or administrator.
    pub fn backend(effort: Effort, key: &'static str) -> Self {
        Self::new(Who::Backend, effort, key)
    }

    fn new(who: Who, effort: Effort, key: &'static str) -> Self {
        Self {
            who,
            effort,
            key,
            args: Map::new(),
            snippet: None,
        }
    }

    /// A value for its words.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// A piece of code, by its recipe's id.
    #[must_use]
    pub fn snippet(mut self, recipe: &'static str) -> Self {
        self.snippet = Some(recipe);
        self
    }
}
