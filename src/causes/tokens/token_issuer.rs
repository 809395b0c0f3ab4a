//! Minted by another issuer or for another environment (staging token on production, another tenant).

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::parties::{Foreign, foreign_issuer, of_another_environment};
use crate::speech::Saying;
use crate::token::claims::Claims;
use crate::token::tenant::tenant;

const ID: &str = "token-issuer";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "invalid|wrong|incorrect|unknown|unexpected|untrusted|unrecognized|unrecognised|unsupported|bad ~2 issuer",
        ),
        Saying::names(
            ID,
            "issuer ~5 invalid|mismatch|match|matches|unknown|wrong|incorrect|expected|trusted|untrusted|allowed|configured|recognized|recognised|supported|accepted",
        ),
        Saying::names(ID, "issuer ~40 is invalid"),
        Saying::names(ID, "realm ~1 url ~3 match|mismatch|differs"),
        Saying::names(
            ID,
            "issued by ~2 different|another|other|unknown|untrusted|unexpected|wrong|unrecognized ~2 provider|issuer|authority|server|idp|party|realm",
        ),
        Saying::names(
            ID,
            "not issued by ~3 trusted|expected|this|configured|known|our",
        ),
        Saying::names(ID, "not in issuer"),
        Saying::names(ID, "unexpected iss"),
        Saying::names(ID, "credentials found for given"),
        Saying::names(ID, "issuer validation|verification"),
        Saying::names(ID, "iss claim"),
        Saying::names(ID, "claim iss"),
        Saying::names(ID, "jwt issuer"),
        Saying::names(ID, "iss ~3 mismatch|invalid|match|matches|incorrect"),
        Saying::names(ID, "idx10205|idx10211|idx10212|idx40001"),
        Saying::names(ID, "invalid authentication token tenant"),
        Saying::names(ID, "wrong|different|another|other|invalid ~1 tenant"),
        Saying::names(ID, "tenant ~4 mismatch|match|matches"),
        Saying::names(
            ID,
            "token ~6 wrong|different|another|other ~1 environment|realm|instance|region|project",
        ),
        Saying::names(ID, "签发者|颁发者"),
        Saying::names(ID, "aussteller ~3 ungültig|unbekannt"),
        Saying::names(ID, "émetteur ~3 invalide|inconnu"),
        Saying::names(ID, "emisor ~3 inválido|desconocido"),
        Saying::names(ID, "emisor ~2 no ~1 válido|reconocido"),
        Saying::hints(ID, "issuer"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let bearer = facts.bearer();
    let claims = bearer.and_then(|bearer| bearer.claims);
    let finding = match (Finding::said(&facts.said, ID), claims) {
        // Who misses the token only says what it would have to be.
        (Some(said), None)
            if bearer.is_none() && facts.said.cause("authorization-missing").is_some() =>
        {
            Finding {
                confidence: Confidence::Possible,
                trust: Trust::Typical,
                ..said
            }
        }
        (Some(said), _) => said,
        (None, Some(claims)) => by_challenge(facts, claims)
            .or_else(|| by_address(facts, claims))
            .or_else(|| by_page(facts))?,
        (None, None) => return None,
    };
    let finding = match claims.and_then(|claims| claims.iss.clone()) {
        Some(issuer) => finding
            .variant("named")
            .arg("issuer", issuer.clone())
            .because(Evidence::observed(Subject::Token, "iss").arg("issuer", issuer)),
        None => finding,
    };
    Some(
        finding
            .hiding(&["token-invalid"])
            .fix(Fix::frontend(Effort::Medium, "same-place"))
            .fix(Fix::backend(Effort::Easy, "to-the-letter").snippet("jwt-check"))
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again")),
    )
}

/// The challenge names the authority to ask, and the token comes from another tenant of it.
fn by_challenge(facts: &Facts<'_>, claims: &Claims) -> Option<Finding> {
    let named = facts.challenges.iter().find_map(|challenge| {
        let address = challenge
            .param("authorization_uri")
            .or_else(|| challenge.param("authorization"))?;
        tenant(address)
    })?;
    let own = claims
        .tid
        .clone()
        .or_else(|| claims.iss.as_deref().and_then(tenant))?;
    (!own.eq_ignore_ascii_case(&named)).then(|| {
        Finding::likely(Trust::Header)
            .because(Evidence::observed(Subject::Server, "tenant").arg("tenant", named))
    })
}

/// The page is one of another environment than the API, and so, where nothing speaks for the token, may be its issuer.
fn by_page(facts: &Facts<'_>) -> Option<Finding> {
    let (page, asked) = (facts.request.page.as_ref()?, facts.request.url.as_ref()?);
    let unknown = of_another_environment(page, asked)
        && facts.accepted_with_it().is_empty()
        && !facts.token_is_over()
        && !facts.said.names_any();
    unknown.then(|| {
        Finding::possible(Trust::Credential)
            .because(Evidence::inferred(Subject::Request, "page-environment"))
    })
}

/// The issuer visibly belongs to another place than the address that was asked.
fn by_address(facts: &Facts<'_>, claims: &Claims) -> Option<Finding> {
    let foreign = foreign_issuer(claims, facts.request.url.as_ref()?)?;
    let key = match foreign {
        Foreign::Tenant => "other-tenant",
        Foreign::Realm => "other-realm",
        Foreign::Environment => "other-environment",
        Foreign::Inside => {
            // Where the servers agree upon it such a name does no harm.
            return facts.accepted_with_it().is_empty().then(|| {
                Finding::possible(Trust::Credential)
                    .because(Evidence::inferred(Subject::Token, "inside"))
            });
        }
    };
    Some(Finding::likely(Trust::Credential).because(Evidence::inferred(Subject::Token, key)))
}
