//! From facts to the one answer: run the causes, drop what is explained by another, rank, and say it.

use serde_json::{Map, Value};

use crate::causes::{self, Cause};
use crate::diagnosis::{
    Confidence, Diagnosis, Failing as FailingLine, Message, Other, SCHEMA, State, Story,
};
use crate::facts::{Facts, Failing, failing};
use crate::redact::Redacted;
use judge::{Judge, Ranked};
use policy::Row;
use wording::{evidence, remedies, shared_args, summary};

mod action;
mod judge;
mod lines;
mod party;
pub mod policy;
mod provider;
mod reading;
mod remarks;
mod resolved;
mod state;
mod story;
pub mod trace;
mod unseen;
mod usual;
mod wording;

/// The answer for the exchange that is to be explained.
pub fn diagnose(redacted: &Redacted) -> Diagnosis {
    explanation_of(redacted, |facts| {
        diagnose_facts(facts, causes::ALL, &policy::all())
    })
    .unwrap_or_else(nothing_failed)
}

/// What `explain` makes of the exchange that is to be explained; `None` where nothing failed.
fn explanation_of<T>(redacted: &Redacted, explain: impl Fn(&Facts<'_>) -> T) -> Option<T> {
    let failing = failing::to_explain(redacted.exchange())?;
    Facts::of(redacted, failing).map(|facts| explain(&facts))
}

/// The answers for the other failing exchanges, oldest first.
pub fn diagnose_others(redacted: &Redacted) -> Vec<Diagnosis> {
    let first = failing::to_explain(redacted.exchange());
    failing::failing(redacted.exchange())
        .into_iter()
        .filter(|one| Some(one.index) != first.map(|first| first.index))
        .map(|one| explain(redacted, one))
        .collect()
}

fn explain(redacted: &Redacted, failing: Failing) -> Diagnosis {
    Facts::of(redacted, failing).map_or_else(nothing_failed, |facts| {
        diagnose_facts(&facts, causes::ALL, &policy::all())
    })
}

/// The answer for facts that were read already, by the rules of these causes and by these rows of the policy; with an
/// ellipsis for what was cut.
pub fn diagnose_facts(
    facts: &Facts<'_>,
    causes: &[&'static Cause],
    policy: &[&'static Row],
) -> Diagnosis {
    reading::readable(answer(facts, &ranked(facts, causes, policy)))
}

fn nothing_failed() -> Diagnosis {
    Diagnosis {
        schema: SCHEMA,
        failing: None,
        cause: None,
        confidence: Confidence::Possible,
        phase: None,
        state: State::Harmless,
        alarm: false,
        own: false,
        same_site_with_page: false,
        settle: 0,
        resolved: None,
        group: String::new(),
        others: Vec::new(),
        summary: None,
        evidence: Vec::new(),
        fixes: Vec::new(),
        cookies: Vec::new(),
        set_cookies: Vec::new(),
        responder: Vec::new(),
        remarks: Vec::new(),
        unknown: Vec::new(),
        story: Story::default(),
        token: None,
        cors: None,
        code: None,
    }
}

fn answer(facts: &Facts<'_>, ranked: &[Ranked]) -> Diagnosis {
    let first = ranked.first();
    let cause = first.map(|held| held.cause.id);
    let shared = shared_args(facts);
    let alert = state::of(facts, first.map(|held| &held.finding));
    let party = party::of(facts.exchange, facts.failing.index);
    let answer = Diagnosis {
        state: alert.state,
        alarm: alert.alarm,
        own: party.own,
        same_site_with_page: party.same_site_with_page,
        settle: alert.settle,
        resolved: resolved::of(facts, alert.state),
        group: group(facts, ranked),
        others: ranked.iter().skip(1).map(other).collect(),
        remarks: remarks::of(facts, cause, &shared),
        ..observed(facts, &shared)
    };
    match first {
        Some(held) => explained(answer, facts, held, &shared),
        None => answer,
    }
}

/// The cause, the site and the address, as [`Diagnosis::group`] has them. A loop is the problem that it repeats, so that a
/// poll which became one is no second problem.
fn group(facts: &Facts<'_>, ranked: &[Ranked]) -> String {
    let repeated = ranked.iter().find(|held| held.cause.id != "retry-loop");
    let cause = repeated.or_else(|| ranked.first());
    let cause = cause.map_or("", |held| held.cause.id);
    let request = &facts.request;
    let (site, origin, path) = (request.site(), request.origin(), request.path());
    format!("{cause}|{site}|{origin}{path}")
}

/// What is told of the exchange whatever its cause.
fn observed(facts: &Facts<'_>, shared: &Map<String, Value>) -> Diagnosis {
    let entry = facts.entry();
    let unknown = |key: &str| Message {
        key: key.to_owned(),
        args: shared.clone(),
        text: None,
    };
    Diagnosis {
        failing: Some(FailingLine {
            method: facts.request.method.clone(),
            url: entry.request.url.clone(),
            status: entry.response.status,
            preflight: facts.failing.preflight_status,
            index: facts.failing.index,
        }),
        cookies: facts.cookies.lines(),
        set_cookies: facts.cookies.set_lines(),
        responder: provider::responders(facts),
        unknown: state::unknown(facts).into_iter().map(unknown).collect(),
        story: story::of(facts),
        token: lines::token(facts),
        cors: lines::cors(facts),
        code: lines::code(facts),
        ..nothing_failed()
    }
}

/// The answer with its cause: why it is held to be so, and how it is mended.
fn explained(
    answer: Diagnosis,
    facts: &Facts<'_>,
    held: &Ranked,
    shared: &Map<String, Value>,
) -> Diagnosis {
    let mut evidence = evidence(held, shared);
    evidence.extend(provider::lifetime(facts, held, shared));
    let mut fixes = remedies(facts, held, shared);
    provider::guide(facts, held.cause.id, &mut fixes);
    Diagnosis {
        cause: Some(held.cause.id),
        confidence: held.finding.confidence,
        phase: held.finding.phase,
        summary: Some(summary(held, shared)),
        evidence,
        fixes,
        ..answer
    }
}

fn other(held: &Ranked) -> Other {
    Other {
        cause: held.cause.id,
        confidence: held.finding.confidence,
    }
}

/// What holds, the answer first.
fn ranked(facts: &Facts<'_>, causes: &[&'static Cause], policy: &[&'static Row]) -> Vec<Ranked> {
    let found = unseen::told(facts, found(facts, causes));
    Judge::new(facts, policy).ranked(found)
}

fn found(facts: &Facts<'_>, causes: &[&'static Cause]) -> Vec<Ranked> {
    let examined = |cause: &'static Cause| {
        cause.examine(facts).map(|finding| Ranked {
            cause,
            finding,
            row: "",
        })
    };
    causes.iter().copied().filter_map(examined).collect()
}
