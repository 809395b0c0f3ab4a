//! What is told of a cause that stands by what was sent alone.

use crate::causes::{Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;

/// The finding of this cause, for which nothing speaks but what was sent.
pub(super) fn finding(facts: &Facts<'_>, id: &str) -> Finding {
    let sent = &facts.credentials;
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
    usual_fixes(id).into_iter().fold(finding, Finding::fix)
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
