//! A key was sent where the API does not look.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::{Place, Token};
use crate::speech::Saying;
use crate::token::credential::Kind;
use crate::token::known::Role;

const ID: &str = "api-key-misplaced";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "api key ~6 must|should ~3 header|query"),
        Saying::names(
            ID,
            "pass|send|provide ~2 api key ~3 in|as|via|using ~2 header",
        ),
        Saying::hints(ID, "invalid bearer token"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// Where an issuer reads a key of this form, as it publishes it.
fn proper_place(form: &str) -> Option<(Place, &'static str)> {
    Some(match form {
        "anthropic-api" | "anthropic-admin" | "aws-appsync" => (Place::Header, "x-api-key"),
        "google-api" => (Place::Header, "x-goog-api-key"),
        "anthropic-oauth" | "google-access" | "openai" | "openai-project" | "openai-service"
        | "openai-admin" | "openrouter" | "sendgrid" | "notion" | "notion-integration"
        | "hubspot-private" => (Place::Authorization, "Authorization"),
        _ => return None,
    })
}

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() {
        return None;
    }
    by_challenge(facts)
        .or_else(|| by_form(facts))
        .or_else(|| bare_project_key(facts))
        .or_else(|| by_word(facts))
        .or_else(|| as_token(facts))
}

/// The challenge names the field that it reads, and the key stands in another place.
fn by_challenge(facts: &Facts<'_>) -> Option<Finding> {
    let wanted = facts.field_wanted().filter(|name| !facts.carries(name))?;
    let token = facts.credentials.tokens().find(|token| {
        !matches!(token.place, Place::Cookie)
            && !matches!(
                token.credential.kind,
                Kind::Empty | Kind::Placeholder(_) | Kind::Basic(_) | Kind::Jwt(_)
            )
    })?;
    let finding = mended(Finding::likely(Trust::Browser), &token, wanted);
    Some(finding.because(Evidence::observed(Subject::Server, "challenge").arg("wanted", wanted)))
}

/// The server tried to read a JWT, and what was sent as one is a key of a published form.
fn as_token(facts: &Facts<'_>) -> Option<Finding> {
    let wants_token = facts.said.names("token-malformed") || facts.said.names("token-signature");
    let token = facts.credentials.tokens().find(|token| {
        let key = matches!(&token.credential.kind, Kind::Known(form) if matches!(
            form.role,
            Role::SecretKey | Role::PublishableKey | Role::TestSecretKey | Role::TestPublishableKey
        ));
        key && token.place == Place::Authorization
    })?;
    wants_token.then(|| {
        mended(Finding::likely(Trust::Body), &token, "apikey")
            .because(Evidence::observed(Subject::Server, "unseen"))
    })
}

/// The key's own form tells where its issuer reads it.
fn by_form(facts: &Facts<'_>) -> Option<Finding> {
    let (token, wanted) = facts.credentials.tokens().find_map(|token| {
        let Kind::Known(form) = &token.credential.kind else {
            return None;
        };
        let (place, name) = proper_place(form.id)?;
        let right = token.place == place
            || (form.id == "google-api" && token.place == Place::Query)
            || (form.id == "aws-appsync" && token.place == Place::Authorization);
        (!right).then_some((token, name))
    })?;
    // Where another credential stands in the right place too, this one need not matter.
    let doubled = facts.credentials.tokens().count() > 1;
    let finding = if doubled {
        Finding::possible(Trust::Credential)
    } else {
        Finding::likely(Trust::Browser)
    };
    Some(mended(finding, &token, wanted).because(Evidence::inferred(Subject::Token, "form")))
}

/// Supabase's older keys are JWTs whose issuer is plainly `supabase`; its gateway reads them in `apikey`.
fn bare_project_key(facts: &Facts<'_>) -> Option<Finding> {
    let scheme = facts
        .credentials
        .authorization
        .as_ref()
        .is_some_and(|sent| sent.scheme.is_none());
    let (token, _) = facts.credentials.jwts().find(|(token, claims)| {
        token.place == Place::Authorization && claims.iss.as_deref() == Some("supabase")
    })?;
    let beside = facts
        .credentials
        .keys
        .iter()
        .any(|key| key.name.eq_ignore_ascii_case("apikey"));
    (scheme && !beside).then(|| {
        mended(Finding::likely(Trust::Header), &token, "apikey")
            .hiding(&["authorization-malformed"])
            .because(Evidence::inferred(Subject::Token, "form"))
    })
}

/// The server says that there is no key, and there is one elsewhere in the request.
fn by_word(facts: &Facts<'_>) -> Option<Finding> {
    // FastAPI's own classes challenge so where they find no key; a wrong one is refused by the application.
    let fastapi = (facts.answered_by("fastapi") || facts.answered_by("uvicorn"))
        && facts.challenged("apikey");
    let misses_key =
        (fastapi || facts.said.names("api-key-missing")) && !facts.said.names("api-key-invalid");
    let misses_header =
        facts.said.names("authorization-missing") && !facts.credentials.has_authorization();
    let token = facts.credentials.tokens().find(|token| {
        let held = !matches!(token.credential.kind, Kind::Empty | Kind::Placeholder(_));
        let unseen = match token.place {
            Place::Authorization => misses_key && !matches!(token.credential.kind, Kind::Basic(_)),
            Place::Header | Place::Query => misses_key || misses_header,
            Place::Cookie => false,
        };
        unseen && held
    })?;
    // A token after its scheme may well be meant for the application, beside the key that the gateway misses.
    let with_scheme = facts
        .credentials
        .authorization
        .as_ref()
        .is_some_and(|sent| sent.scheme.is_some());
    let jwt_beside_key = with_scheme
        && token.place == Place::Authorization
        && matches!(token.credential.kind, Kind::Jwt(_));
    if jwt_beside_key {
        return None;
    }
    let wanted = if misses_key {
        "x-api-key"
    } else {
        "Authorization"
    };
    let finding = Finding::likely(Trust::Header);
    Some(mended(finding, &token, wanted).because(Evidence::observed(Subject::Server, "unseen")))
}

fn mended(finding: Finding, token: &Token<'_>, wanted: &str) -> Finding {
    finding
        .arg("field", token.name)
        .arg("wanted", wanted)
        .because(Evidence::observed(Subject::Token, "place"))
        .hiding(&[
            "token-invalid",
            "api-key-invalid",
            "api-key-missing",
            "authorization-missing",
        ])
        .fix(Fix::frontend(Effort::Easy, "move"))
}
