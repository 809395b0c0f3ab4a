//! No fault: the first step of a sign-in, or of a renewal, that then succeeds.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Entry, Resource};
use crate::facts::Facts;
use crate::facts::names::Purpose;
use crate::speech::Saying;

const ID: &str = "challenge-handshake";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::hints(ID, "use dpop nonce"),
        Saying::hints(ID, "stale nonce"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// A person may need so long to type a password, in milliseconds.
const TYPING: i64 = 120_000;

/// A renewal and a retry take no longer, in milliseconds.
const RENEWAL: i64 = 60_000;

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = nonce(facts)
        .or_else(|| answered(facts))
        .or_else(|| renewed(facts))
        .or_else(|| retried(facts))?;
    Some(
        finding
            .harmless()
            .fix(Fix::person(Effort::Easy, "nothing"))
            .fix(Fix::frontend(Effort::Medium, "earlier")),
    )
}

/// RFC 7616, 3.3: `stale=true` says that only the nonce is too old; the browser answers by itself.
fn nonce(facts: &Facts<'_>) -> Option<Finding> {
    let sent = facts
        .credentials
        .authorization
        .as_ref()
        .is_some_and(|sent| sent.is("digest"));
    let stale = facts.challenges.iter().any(|challenge| {
        challenge.is("digest")
            && challenge
                .param("stale")
                .is_some_and(|stale| stale.eq_ignore_ascii_case("true"))
    });
    let followed = facts.accepted_soon_after(RENEWAL).next().is_some();
    // Without the answer to it, only the first such challenge is no fault.
    let alone = facts.history.repeats.len() == 1;
    (sent && stale && (followed || alone)).then(|| {
        Finding::certain(Trust::Header)
            .variant("stale")
            .because(Evidence::observed(Subject::Header, "stale"))
    })
}

/// A challenge that the browser, or the client's code, answered: the same request then succeeded.
fn answered(facts: &Facts<'_>) -> Option<Finding> {
    let offered = facts
        .challenges
        .iter()
        .map(|challenge| challenge.scheme.to_ascii_lowercase());
    let scheme = offered
        .filter(|scheme| may_be_answered(facts, scheme))
        .find(|scheme| {
            facts
                .accepted_soon_after(TYPING)
                .any(|(_, entry)| answers(entry, facts.entry(), scheme))
        })?;
    Some(
        Finding::certain(Trust::Header)
            .arg("scheme", scheme)
            .because(Evidence::observed(Subject::Header, "challenged"))
            .because(Evidence::observed(Subject::History, "then-accepted")),
    )
}

/// Whether a browser answers such a challenge by itself, or code does with a nonce that it had to wait for.
fn may_be_answered(facts: &Facts<'_>, scheme: &str) -> bool {
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

fn answers(entry: &Entry, own: &Entry, scheme: &str) -> bool {
    // The answer to a nonce is another proof, beside the same token.
    let field = if scheme == "dpop" {
        "dpop"
    } else {
        "authorization"
    };
    let shown = uses(entry, scheme) && entry.request.header(field) != own.request.header(field);
    shown || (scheme != "dpop" && is_silent_answer(entry, own))
}

/// Whether the request carried nothing of this scheme yet, or one message of a handshake of several.
fn is_first_leg(facts: &Facts<'_>, scheme: &str) -> bool {
    match &facts.credentials.authorization {
        None => true,
        Some(sent) => !sent.is(scheme) || matches!(scheme, "negotiate" | "ntlm"),
    }
}

/// Whether the browser answered the challenge without showing what it sent: Chromium shows nothing at all of that
/// request, and many files leave the field away. A document that is then there with the same cookies came by nothing else.
fn is_silent_answer(entry: &Entry, own: &Entry) -> bool {
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

/// A refresh came after it, and the same request then succeeded.
fn renewed(facts: &Facts<'_>) -> Option<Finding> {
    if facts.request.purpose == Purpose::Refresh || facts.request.purpose == Purpose::SignIn {
        return None;
    }
    let (after, _) = facts.accepted_soon_after(RENEWAL).last()?;
    let between = facts.history.later_refreshes.iter().any(|at| *at < after);
    between.then(|| {
        Finding::certain(Trust::History)
            .variant("renewed")
            .because(Evidence::observed(Subject::History, "renewed"))
            .because(Evidence::observed(Subject::History, "then-accepted"))
    })
}

/// The same request succeeded soon after with another token, and nobody signed in between.
fn retried(facts: &Facts<'_>) -> Option<Finding> {
    let own = facts.entry();
    let before = facts
        .credentials
        .authorization
        .as_ref()?
        .credential
        .as_ref()?;
    if facts.request.is_page
        || matches!(
            before.kind,
            crate::token::credential::Kind::Placeholder(_) | crate::token::credential::Kind::Empty
        )
    {
        return None;
    }
    let (after, entry) = facts
        .accepted_soon_after(10_000)
        .find(|(at, _)| !facts.carried.same(*at, facts.failing.index))?;
    let scheme = own
        .request
        .header("authorization")
        .and_then(|value| value.split_ascii_whitespace().next())
        .unwrap_or_default()
        .to_ascii_lowercase();
    let signed_in = (facts.failing.index.saturating_add(1)..after).any(|at| {
        facts
            .exchange
            .entries
            .get(at)
            .is_some_and(|entry| matches!(Purpose::of(&entry.request), Purpose::SignIn))
    });
    (scheme == "bearer" && uses(entry, &scheme) && !signed_in).then(|| {
        Finding::likely(Trust::History)
            .variant("renewed")
            .because(Evidence::observed(Subject::History, "other-token"))
            .because(Evidence::observed(Subject::History, "then-accepted"))
    })
}
