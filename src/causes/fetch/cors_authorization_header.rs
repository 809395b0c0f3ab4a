//! The preflight does not allow the header field that carries the credential, so the request never leaves.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::cors::preflight_of;
use crate::facts::{Facts, names};
use crate::http::cors::PreflightRefusal;

const ID: &str = "cors-authorization-header";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const CARRIES: Signal = Signal::Own("the header can carry a credential", carries_credential);

static RULES: Rules = Rules {
    when: &[Signal::Own(
        "the preflight does not allow a header of the request",
        is_disallowed,
    )],
    unless: &[Signal::Own(
        "the request was answered, so it went past its preflight",
        went_past,
    )],
    rows: &[
        Rule::likely("another-header", Trust::Browser)
            .unless(&[CARRIES])
            .variant("other"),
        // Some versions still let `*` cover `Authorization`, so only the browser's own error proves it there.
        Rule::likely("under-wildcard", Trust::Browser)
            .when(&[Signal::Own(
                "Access-Control-Allow-Headers is *",
                is_wildcard,
            )])
            .unless(&[Signal::EndedByBrowser]),
        Rule::certain("not-allowed", Trust::Browser),
    ],
    because: &[Because::observed(Subject::Cors, "not-allowed")],
    hides: &[
        "no-credentials",
        "authorization-missing",
        "cors-hides-401",
        "cors-credentials",
    ],
    fills: &[("header", header)],
    fixes: &[Repair::backend(Effort::Easy, "allow-it").snippet("cors-header")],
    ..Rules::BARE
};

/// The header that the preflight does not allow. Where its response is a success without any CORS header, nobody has set
/// CORS up: the header that shows who asks is then the one to name.
fn disallowed(facts: &Facts<'_>) -> Option<String> {
    let refusal = facts.cors.preflight_refused.as_ref()?;
    if let PreflightRefusal::HeaderDisallowed(name) = refusal {
        return Some(name.clone());
    }
    let preflight = preflight_of(facts.exchange, facts.failing.index)?;
    let fields = preflight.response.headers.as_deref()?;
    let bare = (200..300).contains(&preflight.response.status)
        && fields.iter().all(|field| {
            let name = field.name.to_ascii_lowercase();
            !name.starts_with("access-control-")
        });
    let asked = preflight.request.header("access-control-request-headers")?;
    let lower = asked.to_ascii_lowercase();
    lower
        .split(',')
        .map(str::trim)
        .find(|name| *name == "authorization" || names::is_key_field(name))
        .filter(|_| bare)
        .map(str::to_owned)
}

fn is_disallowed(facts: &Facts<'_>) -> bool {
    disallowed(facts).is_some()
}

fn header(facts: &Facts<'_>) -> Value {
    disallowed(facts).into()
}

fn went_past(facts: &Facts<'_>) -> bool {
    facts.entry().response.status != 0 && !facts.failing.on_preflight()
}

fn carries_credential(facts: &Facts<'_>) -> bool {
    disallowed(facts).is_some_and(|name| {
        name == "authorization" || names::is_key_field(&name) || names::is_csrf_field(&name)
    })
}

fn is_wildcard(facts: &Facts<'_>) -> bool {
    facts
        .failing
        .preflight
        .and_then(|at| facts.exchange.entries.get(at))
        .is_some_and(|preflight| {
            preflight
                .response
                .headers("access-control-allow-headers")
                .any(|value| value.split(',').any(|name| name.trim() == "*"))
        })
}
