//! From facts to the one answer: run the causes, drop what is explained by another, rank, and say it.

use serde_json::{Map, Value};

use crate::causes::{self, Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{
    Confidence, Diagnosis, Effort, Failing as FailingLine, Message, Other, Proof, Remedy, SCHEMA,
    Snippet, State, Story, Subject, Summary,
};
use crate::facts::{Facts, Failing, failing};
use crate::fixes;
use crate::redact::Redacted;
use crate::snippet::{self, Choice, Seen};

mod companions;
mod lines;
mod provider;
mod remarks;
mod sanitized;
mod standing;
mod story;

/// A cause with what was found for it.
struct Held {
    cause: &'static Cause,
    finding: Finding,
}

/// The answer for the exchange that is to be explained.
pub fn diagnose(redacted: &Redacted) -> Diagnosis {
    failing::to_explain(redacted.exchange())
        .map_or_else(nothing_failed, |failing| explain(redacted, failing))
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
    Facts::of(redacted, failing).map_or_else(nothing_failed, |facts| answer(&facts))
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
        settle: 0,
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

fn answer(facts: &Facts<'_>) -> Diagnosis {
    let mut ranked = rank(sanitized::weakened(facts, found(facts)));
    if ranked.is_empty() {
        ranked.extend(fallback(facts));
    }
    accompany(facts, &mut ranked);
    let standing = standing::of(facts, ranked.first().map(|held| &held.finding));
    let shared = shared_args(facts);
    let first = ranked.first();
    let entry = facts.entry();
    Diagnosis {
        schema: SCHEMA,
        failing: Some(FailingLine {
            method: facts.request.method.clone(),
            url: entry.request.url.clone(),
            status: entry.response.status,
            preflight: facts.failing.preflight_status,
            index: facts.failing.index,
        }),
        cause: first.map(|held| held.cause.id),
        confidence: first.map_or(Confidence::Possible, |held| held.finding.confidence),
        phase: first.and_then(|held| held.finding.phase),
        state: standing.state,
        alarm: standing.alarm,
        settle: standing.settle,
        group: format!(
            "{}|{}|{}",
            first.map_or("", |held| held.cause.id),
            facts.request.origin(),
            facts.request.path()
        ),
        others: ranked
            .iter()
            .skip(1)
            .map(|held| Other {
                cause: held.cause.id,
                confidence: held.finding.confidence,
            })
            .collect(),
        summary: first.map(|held| summary(held, &shared)),
        evidence: first.map_or_else(Vec::new, |held| {
            let mut proofs = evidence(held, &shared);
            proofs.extend(provider::lifetime(facts, held, &shared));
            proofs
        }),
        fixes: first.map_or_else(Vec::new, |held| {
            let mut fixes = remedies(facts, held, &shared);
            provider::guide(facts, held.cause.id, &mut fixes);
            fixes
        }),
        cookies: facts.cookies.lines(),
        set_cookies: facts.cookies.set_lines(),
        responder: provider::responders(facts),
        remarks: remarks::of(facts, first.map(|held| held.cause.id), &shared),
        unknown: standing::unknown(facts)
            .into_iter()
            .map(|key| Message {
                key: key.to_owned(),
                args: shared.clone(),
                text: None,
            })
            .collect(),
        story: story::of(facts),
        token: lines::token(facts),
        cors: lines::cors(facts),
        code: lines::code(facts),
    }
}

fn found(facts: &Facts<'_>) -> Vec<Held> {
    causes::ALL
        .iter()
        .filter_map(|cause| (cause.examine)(facts).map(|finding| Held { cause, finding }))
        .collect()
}

/// The surest first, then the best witness, then the list's order; what another explains is left out.
fn rank(mut held: Vec<Held>) -> Vec<Held> {
    held.sort_by_key(|held| {
        std::cmp::Reverse((
            held.finding.harmless,
            held.finding.confidence,
            held.finding.trust,
        ))
    });
    let mut kept: Vec<Held> = Vec::new();
    for one in held {
        let hidden = kept
            .iter()
            .any(|before| before.finding.hides.contains(&one.cause.id));
        if !hidden {
            kept.push(one);
        }
    }
    disagreeing(&mut kept);
    kept
}

/// Where the server's words name two causes at once, neither of them is proven.
fn disagreeing(held: &mut [Held]) {
    let by_words = |one: &Held| {
        one.finding.confidence == Confidence::Certain
            && matches!(one.finding.trust, Trust::Body | Trust::Header)
    };
    if held.iter().filter(|one| by_words(one)).count() > 1 && held.first().is_some_and(by_words) {
        held.iter_mut()
            .filter(|one| by_words(one))
            .for_each(|one| one.finding.confidence = Confidence::Likely);
    }
}

/// So many answers are given where the first is not proven.
const ANSWERS: usize = 3;

/// Adds what else is often behind such a refusal, where the first answer is not proven.
fn accompany(facts: &Facts<'_>, ranked: &mut Vec<Held>) {
    let open = ranked.first().is_some_and(|first| {
        first.finding.confidence != Confidence::Certain && !first.finding.harmless
    });
    if !open {
        return;
    }
    for id in companions::of(facts) {
        let known = ranked
            .iter()
            .any(|held| held.cause.id == id || held.finding.hides.contains(&id));
        if ranked.len() < ANSWERS && !known {
            ranked.extend(causes::by_id(id).map(|cause| Held {
                cause,
                finding: Finding::possible(Trust::Typical),
            }));
        }
    }
}

/// What stands where nothing can be told: by what was sent, and never above possible.
fn fallback(facts: &Facts<'_>) -> Option<Held> {
    let sent = &facts.credentials;
    let id = match &sent.authorization {
        Some(authorization) if authorization.is("basic") || authorization.is("digest") => {
            "basic-credentials-rejected"
        }
        Some(_) => "token-invalid",
        None if sent.has_key() => "api-key-invalid",
        None if !facts.session_cookies().is_empty() => "session-expired",
        None => "no-credentials",
    };
    let cause = causes::by_id(id)?;
    let named = |name: Option<&str>| name.unwrap_or_default().to_owned();
    let finding = Finding::possible(Trust::Typical)
        .arg(
            "field",
            named(sent.keys.first().map(|key| key.name.as_str())),
        )
        .arg(
            "cookie",
            named(
                facts
                    .session_cookies()
                    .first()
                    .map(|cookie| cookie.name.as_str()),
            ),
        )
        .arg(
            "scheme",
            named(
                sent.authorization
                    .as_ref()
                    .and_then(|sent| sent.scheme.as_deref()),
            ),
        )
        .because(Evidence::unknown(Subject::Server, "evidence.says-no-more"));
    let finding = usual_fixes(id).into_iter().fold(finding, Finding::fix);
    Some(Held { cause, finding })
}

/// What usually helps where only what was sent is known.
fn usual_fixes(id: &str) -> Vec<Fix> {
    match id {
        "basic-credentials-rejected" => {
            vec![Fix::person(
                Effort::Easy,
                "basic-credentials-rejected.again",
            )]
        }
        "token-invalid" => vec![
            Fix::person(Effort::Easy, "token-invalid.sign-in"),
            Fix::frontend(Effort::Easy, "token-invalid.same-token"),
            Fix::backend(Effort::Medium, "token-invalid.log-why").snippet("challenge"),
        ],
        "api-key-invalid" => vec![Fix::frontend(Effort::Easy, "api-key-invalid.renew")],
        "session-expired" => vec![
            Fix::person(Effort::Easy, "fix.sign-in-again"),
            Fix::frontend(Effort::Medium, "fix.send-to-sign-in").snippet("to-sign-in"),
        ],
        _ => vec![
            Fix::person(Effort::Easy, "fix.sign-in"),
            Fix::frontend(Effort::Medium, "no-credentials.handle").snippet("to-sign-in"),
        ],
    }
}

/// The values that every sentence may use.
fn shared_args(facts: &Facts<'_>) -> Map<String, Value> {
    let request = &facts.request;
    let page = request
        .page
        .as_ref()
        .map(|page| page.host.clone())
        .unwrap_or_default();
    let pairs: [(&str, Value); 9] = [
        ("host", request.host().into()),
        ("site", request.site().into()),
        ("origin", request.origin().into()),
        ("from", request.sender_origin().into()),
        (
            "page",
            if page.is_empty() {
                request.host().into()
            } else {
                page.into()
            },
        ),
        ("method", request.method.as_str().into()),
        ("path", request.path().into()),
        ("status", facts.status().into()),
        (
            "provider",
            facts
                .responders
                .first()
                .map_or("", |provider| provider.name)
                .into(),
        ),
    ];
    pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn with(shared: &Map<String, Value>, own: &[&Map<String, Value>]) -> Map<String, Value> {
    let mut all = shared.clone();
    for map in own {
        all.extend(
            map.iter()
                .map(|(name, value)| (name.clone(), value.clone())),
        );
    }
    all
}

/// A key of the cause's own words, unless it names another file's with a dot.
fn key(held: &Held, key: &str) -> String {
    if key.contains('.') {
        key.to_owned()
    } else {
        format!("{}.{key}", held.cause.id)
    }
}

fn summary(held: &Held, shared: &Map<String, Value>) -> Summary {
    let sentence = |reader: &str| {
        let variant = if held.finding.variant.is_empty() {
            reader.to_owned()
        } else {
            format!("{reader}-{}", held.finding.variant)
        };
        Message {
            key: key(held, &variant),
            args: with(shared, &[&held.finding.args]),
            text: None,
        }
    };
    Summary {
        person: sentence("person"),
        developer: sentence("developer"),
    }
}

fn evidence(held: &Held, shared: &Map<String, Value>) -> Vec<Proof> {
    let proof = |evidence: &Evidence| Proof {
        kind: evidence.kind,
        basis: evidence.basis,
        message: Message {
            key: key(held, evidence.key),
            args: with(shared, &[&held.finding.args, &evidence.args]),
            text: None,
        },
    };
    held.finding.evidence.iter().map(proof).collect()
}

/// The rule's own ways to mend it and those that causes share, the easiest first.
fn remedies(facts: &Facts<'_>, held: &Held, shared: &Map<String, Value>) -> Vec<Remedy> {
    let seen = Seen::of(facts);
    let remedy = |fix: &Fix| {
        let args = with(shared, &[&held.finding.args, &fix.args]);
        Remedy {
            who: fix.who,
            effort: fix.effort,
            key: fixes::for_device(&key(held, fix.key), facts.exchange, &facts.entry().request),
            snippet: fix
                .snippet
                .and_then(|recipe| snippet(snippet::choose(recipe, &seen, &args))),
            args,
            guide: Vec::new(),
            text: None,
        }
    };
    let own = &held.finding.fixes;
    let named = |key: &str| own.iter().any(|fix| fix.key == key);
    let added = fixes::of(held.cause.id)
        .filter(|shared| !named(shared.key))
        // Whoever runs the server on this very machine needs no letter.
        .filter(|shared| !(shared.key == "fix.write-to-site" && facts.request.is_local()))
        .map(fixes::fix);
    let mut all: Vec<Fix> = own.iter().cloned().chain(added).collect();
    all.sort_by_key(|fix| fix.effort);
    all.iter().map(remedy).collect()
}

fn snippet(choices: Vec<Choice>) -> Option<Snippet> {
    let mut snippets = choices.into_iter().map(|choice| Snippet {
        stack: choice.stack,
        key: choice.key,
        args: choice.args,
        code: None,
        others: Vec::new(),
    });
    let mut first = snippets.next()?;
    first.others = snippets.collect();
    Some(first)
}
