//! The OAuth client itself is refused: its id, secret, redirect URI or grant (RFC 6749, 5.2).

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::{Purpose, grant_type};
use crate::speech::{Saying, Weight};

const ID: &str = "oauth-client";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "invalid|unauthorized client"),
        Saying::names(ID, "client authentication ~2 failed|required|failure"),
        Saying::names(
            ID,
            "client|consumer ~2 secret ~4 not|invalid|missing|wrong|incorrect|required|mismatch|expired|provided|must|match",
        ),
        Saying::names(
            ID,
            "invalid|incorrect|wrong|bad|unknown|missing|expired ~2 client ~1 id|secret|credentials|key",
        ),
        Saying::names(
            ID,
            "client id|key|identifier ~5 not|invalid|unknown|incorrect|mismatch|disabled|match|found",
        ),
        Saying::names(ID, "client key|identifier ~5 missing"),
        Saying::hints(ID, "client id ~5 missing"),
        Saying::names(
            ID,
            "client ~2 not found|registered|exist|known|enabled|allowed|authorized",
        ),
        Saying::names(
            ID,
            "unknown|no|unregistered ~1 oauth|consumer ~1 client|application|app",
        ),
        Saying::names(ID, "oauth client was not found"),
        Saying::names(
            ID,
            "redirect uri|url ~4 mismatch|match|invalid|not|registered|incorrect|wrong",
        ),
        Saying::names(ID, "unauthorized|unsupported grant type"),
        Saying::names(ID, "grant ~3 not ~1 allowed|supported|enabled"),
        Saying::names(ID, "not a confidential client"),
        Saying::names(ID, "bad client credentials"),
        Saying::hints(
            ID,
            "authorization|authorisation|auth|oauth code ~4 expired|redeemed|used|consumed|invalid",
        ),
        Saying::hints(
            ID,
            "invalid|expired ~1 authorization|authorisation|oauth code",
        ),
        Saying::hints(ID, "error bad verification code"),
        Saying::names(ID, "invalid consumer"),
        Saying::hints(ID, "match the redirection uri"),
        Saying::hints(ID, "client credentials ~3 invalid|wrong"),
        Saying::hints(
            ID,
            "pkce|code verifier|challenge ~4 invalid|failed|missing|match|incorrect",
        ),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() {
        return None;
    }
    let said = by_word(facts)
        .filter(|(weight, _)| *weight == Weight::Names || hands_in_code(facts).is_none());
    let said = said.map(|(_, finding)| finding);
    let spoken = said.is_some();
    let finding = said
        .or_else(|| by_challenge(facts))
        .or_else(|| at_authorization(facts))
        .or_else(|| by_place(facts))?;
    // Servers there are that answer 401 to a wrong password as well.
    let finding = if spoken {
        finding.hiding(&["login-rejected"])
    } else {
        finding
    };
    Some(
        finding
            .hiding(&[
                "token-invalid",
                "basic-credentials-rejected",
                "refresh-failed",
            ])
            .fix(Fix::frontend(Effort::Easy, "settings"))
            .fix(Fix::backend(Effort::Medium, "register")),
    )
}

fn by_word(facts: &Facts<'_>) -> Option<(Weight, Finding)> {
    let (voice, saying) = facts.said.cause(ID)?;
    let trust = Trust::from(voice);
    let beside = facts.said.names_beside(&[
        ID,
        "login-rejected",
        "authorization-missing",
        "token-invalid",
        "no-credentials",
        "token-audience",
        "basic-credentials-rejected",
        "api-key-invalid",
        "api-key-missing",
    ]);
    let finding = match (saying.weight, beside) {
        (Weight::Names, false) => Finding::certain(trust),
        (Weight::Names, true) => Finding::likely(trust),
        (Weight::Hints, _) => Finding::possible(trust),
    };
    Some((
        saying.weight,
        finding.because(Evidence::observed(Subject::Server, "said")),
    ))
}

/// The authorization endpoint (RFC 6749, 4.1.1) shows its own page where it cannot send the person back: client or
/// redirect address are unknown to it (4.1.2.1).
fn at_authorization(facts: &Facts<'_>) -> Option<Finding> {
    let url = facts.request.url.as_ref()?;
    let names: Vec<String> = url
        .pairs()
        .iter()
        .map(|pair| pair.name.to_ascii_lowercase())
        .collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    let shown = facts.request.is_page || facts.request.is_frame;
    (shown
        && has("client_id")
        && (has("redirect_uri") || has("response_type"))
        && !facts.said.names_any())
    .then(|| {
        Finding::likely(Trust::Credential)
            .hiding(&["api-key-invalid", "no-credentials"])
            .because(Evidence::inferred(Subject::Request, "authorize"))
    })
}

/// A gateway's own scheme for the name and secret of an application.
fn by_challenge(facts: &Facts<'_>) -> Option<Finding> {
    let asks = facts.challenges.iter().any(|challenge| {
        challenge
            .scheme
            .to_ascii_lowercase()
            .starts_with("client-id")
    });
    asks.then(|| {
        Finding::likely(Trust::Header).because(Evidence::observed(Subject::Server, "challenge"))
    })
}

/// A page that has just come back with a code hands it in (RFC 6749, 4.1.3): what is refused is the client, its redirect
/// address, or the code, and nobody's password.
fn at_callback(facts: &Facts<'_>) -> Option<Finding> {
    let came_back = facts
        .request
        .page
        .as_ref()
        .is_some_and(|page| page.query_value("code").is_some());
    let unknown = grant_type(&facts.entry().request).is_none();
    (came_back
        && unknown
        && facts.request.purpose == Purpose::Token
        && facts.status() == 400
        && !facts.said.names_any())
    .then(|| {
        Finding::possible(Trust::Credential)
            .because(Evidence::inferred(Subject::Request, "endpoint"))
    })
}

/// The request says that it hands in the code of a sign-in: whatever the server says of the code, no one's token and
/// no one's password is refused.
fn hands_in_code(facts: &Facts<'_>) -> Option<Finding> {
    let coded =
        grant_type(&facts.entry().request).is_some_and(|grant| grant == "authorization_code");
    let refused = matches!(facts.status(), 400 | 401) && facts.request.purpose == Purpose::Token;
    let other = facts.said.names_beside(&[
        ID,
        "token-expired",
        "token-invalid",
        "token-malformed",
        "token-scope",
        "login-rejected",
    ]);
    (coded && refused && !other).then(|| {
        Finding::likely(Trust::Browser)
            .hiding(&["token-expired", "login-rejected"])
            .because(Evidence::inferred(Subject::Request, "endpoint"))
    })
}

/// A token endpoint answers 401 for the client alone; for the grant it answers 400 (RFC 6749, 5.2).
fn by_place(facts: &Facts<'_>) -> Option<Finding> {
    if let Some(found) = hands_in_code(facts).or_else(|| at_callback(facts)) {
        return Some(found);
    }
    let path = facts.request.path().to_ascii_lowercase();
    let standard = ["/oauth", "/openid-connect/", "/connect/token"]
        .iter()
        .any(|part| path.contains(part));
    let grant = grant_type(&facts.entry().request);
    let of_person = grant.as_deref().is_some_and(|grant| {
        matches!(grant, "password" | "refresh_token") || grant.contains("password-realm")
    });
    let asked = facts.request.purpose == Purpose::Token && standard && !of_person;
    // Another origin's endpoint, whose 400 could not be read: pages hand it a code, and seldom a password.
    let elsewhere =
        facts.request.is_cross_origin() && !path.contains("/connect/") && !facts.said.has_body();
    if asked && elsewhere && facts.status() == 400 && !facts.said.names_any() {
        return Some(
            Finding::possible(Trust::Header)
                .because(Evidence::inferred(Subject::Request, "endpoint")),
        );
    }
    (asked && facts.status() == 401 && !facts.said.names_any()).then(|| {
        // The client's own name and secret were sent and are what is refused (RFC 6749, 2.3.1).
        let by_client = facts
            .credentials
            .authorization
            .as_ref()
            .is_some_and(|sent| sent.is("basic"));
        let trust = if by_client {
            Trust::Browser
        } else {
            Trust::Typical
        };
        Finding::likely(trust).because(Evidence::inferred(Subject::Request, "endpoint"))
    })
}
