//! Minted for another API.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::parties::{
    foreign_audience, is_for_account_only, is_for_issuer_only, meant_for, wants_management_audience,
};
use crate::speech::Saying;
use crate::token::claims::{Claims, Usage};

const ID: &str = "token-audience";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "invalid|wrong|incorrect|unexpected|unknown|bad|missing ~2 audience|audiences",
        ),
        Saying::names(
            ID,
            "audience|audiences ~5 invalid|mismatch|incorrect|wrong|match|matched|matches|allowed|expected|missing|failed|error|accepted",
        ),
        Saying::names(ID, "audience|audiences ~40 is|are invalid"),
        Saying::names(ID, "not in audience"),
        Saying::names(ID, "unexpected aud"),
        Saying::names(ID, "audience validation|verification"),
        Saying::names(ID, "aud claim"),
        Saying::names(ID, "claim aud"),
        Saying::names(ID, "jwt audience"),
        Saying::names(ID, "aud ~3 mismatch|invalid|match|matches|incorrect"),
        Saying::names(ID, "token ~4 intended|meant ~1 for"),
        Saying::names(
            ID,
            "token ~4 issued|minted ~1 for ~2 another|different|other|wrong",
        ),
        Saying::names(ID, "not ~1 the ~1 intended audience"),
        Saying::names(
            ID,
            "token ~2 not|wasnt|isnt ~1 issued|minted|intended|meant ~1 for ~1 this|the|our ~1 api|application|client|app|service|resource|server|audience",
        ),
        Saying::names(ID, "azp ~3 mismatch|match|matches|invalid|allowed"),
        Saying::names(ID, "authorized party ~3 not|invalid|mismatch"),
        Saying::names(
            ID,
            "público|audiencia ~4 inválido|inválida|incorrecto|incorrecta",
        ),
        Saying::names(ID, "público|audiencia ~3 no ~1 válido|válida|coincide"),
        Saying::names(ID, "idx10214|idx10208|idx10206|idx10207"),
        Saying::names(ID, "invalid|wrong token ~1 resource"),
        Saying::names(ID, "受众|aud不匹配"),
        Saying::hints(ID, "audience"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let bearer = facts.bearer();
    let claims = bearer.and_then(|bearer| bearer.claims);
    let host = facts.request.host();
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
        (None, Some(claims)) => by_claims(claims, host).or_else(|| by_address(facts, claims))?,
        (None, None) => return None,
    };
    let audience = claims
        .map(|claims| claims.aud.join(", "))
        .unwrap_or_default();
    let finding = if audience.is_empty() {
        finding
    } else {
        finding
            .variant("named")
            .arg("audience", audience.clone())
            .because(Evidence::observed(Subject::Token, "aud").arg("audience", audience))
    };
    Some(
        finding
            .hiding(&["token-invalid"])
            .fix(Fix::frontend(Effort::Medium, "ask-for").snippet("ask-audience"))
            .fix(Fix::backend(Effort::Medium, "accept").snippet("jwt-check"))
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again")),
    )
}

/// What the address wants, or does not want, as products have it.
fn by_address(facts: &Facts<'_>, claims: &Claims) -> Option<Finding> {
    let asked = facts.request.url.as_ref()?;
    if let Some(wanted) = wants_management_audience(claims, asked) {
        return Some(
            Finding::likely(Trust::Credential)
                .arg("wanted", wanted.clone())
                .because(Evidence::inferred(Subject::Token, "wanted").arg("wanted", wanted)),
        );
    }
    // Many an API takes it, and one that looks at the audience does not.
    let account = is_for_account_only(claims)
        && !asked.path.contains("/realms/")
        && facts.accepted_with_it().is_empty()
        && !facts.token_is_over();
    account.then(|| {
        Finding::possible(Trust::Credential)
            .because(Evidence::inferred(Subject::Token, "account-only"))
    })
}

/// The token is visibly for somebody else. That it is expired as well does not make it right.
fn by_claims(claims: &Claims, host: &str) -> Option<Finding> {
    if let Some(wanted) = foreign_audience(claims, host) {
        return Some(
            Finding::likely(Trust::Credential)
                .arg("wanted", wanted)
                .because(Evidence::inferred(Subject::Token, "wanted").arg("wanted", wanted)),
        );
    }
    if let Some(meant) = meant_for(claims, host) {
        return Some(
            Finding::likely(Trust::Credential)
                .because(Evidence::inferred(Subject::Token, "meant-for").arg("meant", meant)),
        );
    }
    // A refresh token is for its issuer, and that is another matter.
    let access = claims.usage != Some(Usage::Refresh);
    (access && is_for_issuer_only(claims, host)).then(|| {
        Finding::likely(Trust::Credential)
            .because(Evidence::inferred(Subject::Token, "issuer-only"))
    })
}
