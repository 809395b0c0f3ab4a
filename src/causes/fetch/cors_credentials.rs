//! The response does not allow credentials, so the browser keeps it from the page.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::http::cors::{Credentials, PreflightRefusal, Refusal};

const ID: &str = "cors-credentials";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const ENDED: Signal = Signal::Own(
    "the browser ended a request that was not refused with 4xx or 5xx",
    is_ended,
);
const SENT_ON: Signal = Signal::Own("a script was redirected to a sign-in address", is_sent_on);
/// What a script meets whose request the browser ended before it saw the response.
const FOLLOWS: &[&str] = &["no-credentials", "session-expired", "token-invalid"];

static RULES: Rules = Rules {
    when: &[Signal::Own(
        "the CORS check fails over credentials",
        is_refused,
    )],
    unless: &[Signal::Own(
        "the preflight itself was refused",
        is_preflight_refused,
    )],
    rows: &[
        // The sign-in page has no CORS fields either; that nobody is signed in is the fault.
        Rule::possible("redirected-to-sign-in", Trust::Typical).when(&[ENDED, SENT_ON]),
        Rule::likely("by-its-end", Trust::Browser)
            .when(&[
                ENDED,
                Signal::Own(
                    "only that end tells the credentials mode",
                    is_told_by_its_end,
                ),
            ])
            .hides(FOLLOWS),
        Rule::certain("ended", Trust::Browser)
            .when(&[ENDED])
            .hides(FOLLOWS),
        Rule::likely("included", Trust::Typical).when(&[Signal::CredentialsIncluded]),
        Rule::likely("another-origin", Trust::Typical).when(&[Signal::Own(
            "another origin is allowed",
            is_of_another_origin,
        )]),
    ],
    because: &[Because::observed(Subject::Cors, "refused")],
    fills: &[("refusal", refusal_name)],
    fixes: &[
        Repair::backend(Effort::Easy, "name-the-origin").snippet("cors"),
        Repair::frontend(Effort::Easy, "without"),
    ],
    ..Rules::BARE
};

/// Why the page may not read the response, where that is about credentials.
fn refusal(facts: &Facts<'_>) -> Option<Refusal> {
    let of_preflight = match &facts.cors.preflight_refused {
        Some(PreflightRefusal::Check(refusal)) if facts.entry().response.status == 0 => {
            Some(*refusal)
        }
        _ => None,
    };
    of_preflight
        .or(facts.cors.refused)
        .filter(|refusal| is_about_credentials(*refusal) || kept_from_credentials(facts, *refusal))
}

fn is_about_credentials(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::WildcardOriginNotAllowed
            | Refusal::InvalidAllowCredentials
            | Refusal::AllowOriginMismatch
            | Refusal::MultipleAllowOriginValues
            | Refusal::InvalidAllowOriginValue
    )
}

/// A request with cookies that the browser ended because no origin at all is allowed.
fn kept_from_credentials(facts: &Facts<'_>, refusal: Refusal) -> bool {
    refusal == Refusal::MissingAllowOriginHeader
        && is_ended(facts)
        && facts.cors.mode == Credentials::Include
}

fn is_refused(facts: &Facts<'_>) -> bool {
    refusal(facts).is_some()
}

fn refusal_name(facts: &Facts<'_>) -> Value {
    refusal(facts).map(|refusal| refusal.to_string()).into()
}

fn is_preflight_refused(facts: &Facts<'_>) -> bool {
    let accepted = facts
        .failing
        .preflight_status
        .is_some_and(|status| (200..300).contains(&status));
    facts.failing.on_preflight() && !accepted
}

fn is_ended(facts: &Facts<'_>) -> bool {
    facts.cors.ended && facts.entry().response.status < 400
}

fn is_sent_on(facts: &Facts<'_>) -> bool {
    !facts.history.redirects.is_empty() && Signal::AsksSignIn.holds(facts)
}

fn is_told_by_its_end(facts: &Facts<'_>) -> bool {
    facts.cors.by_its_end
}

fn is_of_another_origin(facts: &Facts<'_>) -> bool {
    refusal(facts) == Some(Refusal::AllowOriginMismatch)
}
