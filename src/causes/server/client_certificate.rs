//! Mutual TLS: no, or no acceptable, client certificate.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
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
        Saying::names(
            ID,
            "client certificate|cert ~6 required|missing|invalid|expired|revoked|needed|not|rejected|provided|failed|untrusted",
        ),
        Saying::names(ID, "no ~2 client certificate|cert"),
        Saying::names(
            ID,
            "missing|invalid|requires ~2 client certificate|cert|certificates",
        ),
        Saying::names(ID, "certificate required"),
        Saying::names(ID, "mutual tls|mtls ~6 required|failed|certificate"),
        Saying::names(ID, "smart card|smartcard ~4 required"),
        Saying::names(ID, "forbidden client certificate"),
        Saying::names(ID, "http error 403 7|13|16|17"),
        Saying::names(ID, "post handshake authentication"),
        Saying::names(ID, "peer did not return ~1 certificate"),
        Saying::names(
            ID,
            "certificate ~2 based ~2 authentication ~3 required|failed",
        ),
        Saying::names(
            ID,
            "client cert|certificate ~2 verification|verify|authentication ~2 failed|error|required",
        ),
        Saying::names(ID, "client cert|certs|certificate required|missing|expired"),
        Saying::names(
            ID,
            "zertifikat|clientzertifikat|client ~1 zertifikat ~3 erforderlich|fehlt|ungültig|benötigt|abgelaufen",
        ),
        Saying::names(
            ID,
            "certificat ~1 client ~3 requis|manquant|invalide|expiré",
        ),
        Saying::names(
            ID,
            "certificado ~2 cliente|digital ~3 requerido|obligatorio|inválido|fornecido|necessário|no|não|requiere|expirado",
        ),
        Saying::names(ID, "requiere|requer|necesita|necessário ~3 certificado"),
        Saying::names(ID, "certificato ~1 client ~3 richiesto|mancante|scaduto"),
        Saying::names(ID, "клиентский сертификат|сертификата"),
        Saying::names(ID, "требуется ~2 сертификат"),
        Saying::names(ID, "客户端证书|用戶端憑證|クライアント証明書"),
        Saying::names(
            ID,
            "no certificate ~2 presented|provided|supplied|sent|given",
        ),
    ],
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
