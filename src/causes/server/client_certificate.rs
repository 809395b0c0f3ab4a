//! Mutual TLS: no, or no acceptable, client certificate.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;

const ID: &str = "client-certificate";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    rows: &[
        Rule::certain("status-495-or-496", Trust::Header)
            .when(&[Signal::Own("the status is 495 or 496", is_of_nginx)])
            .because(&[Because::observed(Subject::Server, "status")]),
        Rule::certain("browser-error", Trust::Browser)
            .when(&[Signal::Own(
                "the browser's error is about a client certificate",
                is_network_error,
            )])
            .because(&[Because::observed(Subject::Browser, "browser-error")]),
        Rule::said("said", ID).because(&[Because::observed(Subject::Server, "said")]),
    ],
    hides: &["no-credentials", "permission-denied", "session-expired"],
    fixes: &[
        Repair::person(Effort::Easy, "choose"),
        Repair::person(Effort::Medium, "install"),
        Repair::backend(Effort::Medium, "authorities").snippet("client-certificate"),
    ],
    ..Rules::BARE
};

/// nginx's own statuses: 495 for a certificate that is not accepted, 496 for none.
fn is_of_nginx(facts: &Facts<'_>) -> bool {
    matches!(facts.status(), 495 | 496)
}

/// The browser's own words for a handshake that required a certificate.
fn is_network_error(facts: &Facts<'_>) -> bool {
    facts.entry().error.as_ref().is_some_and(|error| {
        error.contains("SSL_CLIENT_AUTH")
            || error.contains("BAD_SSL_CLIENT_AUTH_CERT")
            || error.contains("SSL_ERROR_RX_CERTIFICATE_REQUIRED")
    })
}
