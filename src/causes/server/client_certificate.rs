//! Mutual TLS: no, or no acceptable, client certificate.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::speech::Saying;

const ID: &str = "client-certificate";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "no required ssl certificate was sent"),
        Saying::names(ID, "ssl certificate error"),
        Saying::names(ID, "client certificate|cert ~6 required|missing|invalid|expired|revoked|needed|not|rejected|provided|failed|untrusted"),
        Saying::names(ID, "no ~2 client certificate|cert"),
        Saying::names(ID, "missing|invalid|requires ~2 client certificate|cert|certificates"),
        Saying::names(ID, "certificate required"),
        Saying::names(ID, "mutual tls|mtls ~6 required|failed|certificate"),
        Saying::names(ID, "smart card|smartcard ~4 required"),
        Saying::names(ID, "forbidden client certificate"),
        Saying::names(ID, "http error 403 7|13|16|17"),
    ],
    examine,
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = if matches!(facts.status(), 495 | 496) {
        Finding::certain(Trust::Header).because(Evidence::observed(Subject::Server, "status"))
    } else if is_network_error(facts) {
        Finding::certain(Trust::Browser).because(Evidence::observed(Subject::Browser, "browser-error"))
    } else {
        Finding::said(&facts.said, ID)?.because(Evidence::observed(Subject::Server, "said"))
    };
    Some(
        finding
            .hiding(&["no-credentials", "permission-denied", "session-expired"])
            .fix(Fix::person(Effort::Easy, "choose"))
            .fix(Fix::person(Effort::Medium, "install"))
            .fix(Fix::backend(Effort::Medium, "authorities").snippet("client-certificate")),
    )
}

/// The browser's own words for a handshake that wanted a certificate.
fn is_network_error(facts: &Facts<'_>) -> bool {
    facts.entry().error.as_ref().is_some_and(|error| {
        error.contains("SSL_CLIENT_AUTH") || error.contains("BAD_SSL_CLIENT_AUTH_CERT") || error.contains("SSL_ERROR_RX_CERTIFICATE_REQUIRED")
    })
}
