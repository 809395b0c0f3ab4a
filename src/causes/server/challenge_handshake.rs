//! No fault: the first step of a sign-in, or of a renewal, that then succeeds.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Entry, Resource};
use crate::facts::Facts;
use crate::facts::names::Purpose;

const ID: &str = "challenge-handshake";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// A person may need so long to type a password, in milliseconds.
const TYPING: i64 = 120_000;

/// A renewal and a retry take no longer, in milliseconds.
const RENEWAL: i64 = 60_000;

/// A retry with another token that was at hand takes no longer, in milliseconds.
const RETRY: i64 = 10_000;

const STALE: Signal = Signal::Own("the challenge says that the nonce is stale", is_stale);
const THEN_ACCEPTED: Because = Because::observed(Subject::History, "then-accepted");

static RULES: Rules = Rules {
    rows: &[
        // RFC 7616, 3.3: `stale=true` says that only the nonce is too old; the browser repeats the request by itself.
        Rule::certain("stale-nonce-then-accepted", Trust::Header)
            .when(&[
                Signal::SchemeSent("Digest"),
                STALE,
                Signal::Own("the same request was accepted soon after", is_followed),
            ])
            .variant("stale")
            .because(&[Because::observed(Subject::Header, "stale")])
            .harmless(),
        // Where no later request was seen, only the first such challenge is no fault.
        Rule::certain("first-stale-nonce", Trust::Header)
            .when(&[
                Signal::SchemeSent("Digest"),
                STALE,
                Signal::Own("the request was not repeated", is_alone),
            ])
            .variant("stale")
            .because(&[Because::observed(Subject::Header, "stale")])
            .harmless(),
        Rule::certain("challenge-then-accepted", Trust::Header)
            .when(&[Signal::Own(
                "what the challenge asks for was sent soon after, and accepted",
                is_met,
            )])
            .with(&[("scheme", scheme)])
            .because(&[
                Because::observed(Subject::Header, "challenged"),
                THEN_ACCEPTED,
            ])
            .harmless(),
        Rule::certain("renewed", Trust::History)
            .when(&[Signal::Own(
                "a refresh ran, and the same request was accepted soon after",
                is_renewed,
            )])
            .unless(&[
                Signal::Purpose(Purpose::Refresh),
                Signal::Purpose(Purpose::SignIn),
            ])
            .variant("renewed")
            .because(&[
                Because::observed(Subject::History, "renewed"),
                THEN_ACCEPTED,
            ])
            .harmless(),
        Rule::likely("other-token", Trust::History)
            .when(&[
                Signal::SchemeSent("Bearer"),
                Signal::Own(
                    "the same request was accepted soon after with another token",
                    is_retried,
                ),
            ])
            .unless(&[
                Signal::Document,
                Signal::StandInSent,
                Signal::Own("somebody signed in between", is_signed_in_between),
            ])
            .variant("renewed")
            .because(&[
                Because::observed(Subject::History, "other-token"),
                THEN_ACCEPTED,
            ])
            .harmless(),
    ],
    fixes: &[
        Repair::person(Effort::Easy, "nothing"),
        Repair::frontend(Effort::Medium, "earlier"),
    ],
    ..Rules::BARE
};

fn is_stale(facts: &Facts<'_>) -> bool {
    facts.challenges.iter().any(|challenge| {
        challenge.is("digest")
            && challenge
                .param("stale")
                .is_some_and(|stale| stale.eq_ignore_ascii_case("true"))
    })
}

fn is_followed(facts: &Facts<'_>) -> bool {
    facts.accepted_soon_after(RENEWAL).next().is_some()
}

fn is_alone(facts: &Facts<'_>) -> bool {
    facts.history.repeats.len() == 1
}

/// The scheme of a challenge that the browser, or the client's code, met: the same request then succeeded.
fn met(facts: &Facts<'_>) -> Option<String> {
    let offered = facts
        .challenges
        .iter()
        .map(|challenge| challenge.scheme.to_ascii_lowercase());
    offered
        .filter(|scheme| may_be_met(facts, scheme))
        .find(|scheme| {
            facts
                .accepted_soon_after(TYPING)
                .any(|(_, entry)| meets(entry, facts.entry(), scheme))
        })
}

fn is_met(facts: &Facts<'_>) -> bool {
    met(facts).is_some()
}

fn scheme(facts: &Facts<'_>) -> Value {
    met(facts).into()
}

/// Whether a browser meets such a challenge by itself, or code does with a nonce that it had to wait for.
fn may_be_met(facts: &Facts<'_>, scheme: &str) -> bool {
    let by_browser = matches!(
        scheme,
        "basic" | "digest" | "negotiate" | "ntlm" | "kerberos"
    );
    let by_code =
        scheme == "bearer" && names_its_token_service(facts) && facts.credentials.is_none();
    (by_browser && is_first_leg(facts, scheme))
        || by_code
        || (scheme == "dpop" && facts.answer_header("dpop-nonce").is_some())
}

/// Whether the challenge says where to get the token that it wants, so that code asks there and comes again.
fn names_its_token_service(facts: &Facts<'_>) -> bool {
    facts.challenges.iter().any(|challenge| {
        let address = challenge
            .param("realm")
            .is_some_and(|realm| realm.contains("://"));
        challenge.is("bearer")
            && (address && challenge.param("service").is_some()
                || challenge.param("resource_metadata").is_some())
    })
}

/// Whether a later request carries what the challenge to `own` asked for.
fn meets(entry: &Entry, own: &Entry, scheme: &str) -> bool {
    // A nonce is met by another proof, beside the same token.
    let field = if scheme == "dpop" {
        "dpop"
    } else {
        "authorization"
    };
    let shown = uses(entry, scheme) && entry.request.header(field) != own.request.header(field);
    shown || (scheme != "dpop" && meets_silently(entry, own))
}

/// Whether the request carried nothing of this scheme yet, or one message of a handshake of several.
fn is_first_leg(facts: &Facts<'_>, scheme: &str) -> bool {
    match &facts.credentials.authorization {
        None => true,
        Some(sent) => !sent.is(scheme) || matches!(scheme, "negotiate" | "ntlm"),
    }
}

/// Whether the browser met the challenge without showing what it sent: Chromium shows nothing at all of that request,
/// and many files leave the field away. A document that is then there with the same cookies came by nothing else.
fn meets_silently(entry: &Entry, own: &Entry) -> bool {
    let bare = |one: &Entry| one.request.header("authorization").is_none();
    let hidden = entry.request.fields().is_empty() && !own.request.fields().is_empty();
    let document = own.resource == Resource::Document
        && entry.request.header("cookie") == own.request.header("cookie");
    bare(own) && bare(entry) && (hidden || document)
}

fn uses(entry: &Entry, scheme: &str) -> bool {
    entry.request.header("authorization").is_some_and(|value| {
        value
            .split_ascii_whitespace()
            .next()
            .is_some_and(|first| first.eq_ignore_ascii_case(scheme))
    })
}

fn is_renewed(facts: &Facts<'_>) -> bool {
    let Some((after, _)) = facts.accepted_soon_after(RENEWAL).last() else {
        return false;
    };
    facts.history.later_refreshes.iter().any(|at| *at < after)
}

/// The first request after it that was accepted with other credentials.
fn retry<'a>(facts: &'a Facts<'_>) -> Option<(usize, &'a Entry)> {
    facts
        .accepted_soon_after(RETRY)
        .find(|(at, _)| !facts.carried.same(*at, facts.failing.index))
}

fn is_retried(facts: &Facts<'_>) -> bool {
    let sent = facts.credentials.authorization.as_ref();
    let with_token = sent.is_some_and(|sent| sent.credential.is_some());
    with_token
        && uses(facts.entry(), "bearer")
        && retry(facts).is_some_and(|(_, entry)| uses(entry, "bearer"))
}

fn is_signed_in_between(facts: &Facts<'_>) -> bool {
    let after = retry(facts).map_or(0, |(at, _)| at);
    let mut between = facts.failing.index.saturating_add(1)..after;
    between.any(|at| {
        let entry = facts.exchange.entries.get(at);
        entry.is_some_and(|entry| matches!(Purpose::of(&entry.request), Purpose::SignIn))
    })
}
