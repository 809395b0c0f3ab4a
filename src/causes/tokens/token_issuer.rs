//! Minted by another issuer or for another environment (staging token on production, another tenant).

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::parties::{Foreign, foreign_issuer, of_another_environment};
use crate::token::claims::Claims;
use crate::token::tenant::tenant;

const ID: &str = "token-issuer";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const NAMED: Signal = Signal::Own("the token names its issuer (iss)", is_named);

static RULES: Rules = Rules {
    rows: &[
        // A server that misses the token only says what it would have to be.
        Rule::said("said-of-a-missing-token", ID)
            .when(&[Signal::Said("authorization-missing")])
            .unless(&[Signal::TokenSent])
            .at_most(Confidence::Possible)
            .weighed_as(Trust::Typical),
        Rule::said("said", ID),
        Rule::likely("tenant-of-challenge", Trust::Header)
            .when(&[Signal::Own(
                "the challenge names another tenant than the token",
                is_of_another_tenant,
            )])
            .because(&[
                Because::observed(Subject::Server, "tenant").with(&[("tenant", tenant_named)])
            ]),
        Rule::likely("other-tenant", Trust::Credential)
            .when(&[Signal::Own(
                "the issuer is another customer's of the service",
                is_foreign_tenant,
            )])
            .because(&[Because::inferred(Subject::Token, "other-tenant")]),
        Rule::likely("other-realm", Trust::Credential)
            .when(&[Signal::Own("the issuer is another realm", is_foreign_realm)])
            .because(&[Because::inferred(Subject::Token, "other-realm")]),
        Rule::likely("other-environment", Trust::Credential)
            .when(&[Signal::Own(
                "the issuer is of another environment",
                is_foreign_environment,
            )])
            .because(&[Because::inferred(Subject::Token, "other-environment")]),
        // Where the servers agree upon such a name it does no harm.
        Rule::possible("internal-name", Trust::Credential)
            .when(&[Signal::Own(
                "the issuer has a name that only servers know",
                is_inside,
            )])
            .unless(&[Signal::TokenAccepted])
            .because(&[Because::inferred(Subject::Token, "inside")]),
        Rule::possible("environment-of-page", Trust::Credential)
            .when(&[
                Signal::ClaimsRead,
                Signal::Own(
                    "the page is of another environment than the API",
                    is_page_elsewhere,
                ),
            ])
            .unless(&[
                Signal::TokenAccepted,
                Signal::TokenExpired,
                Signal::NamedBeside(&[]),
            ])
            .because(&[Because::inferred(Subject::Request, "page-environment")]),
    ],
    because: &[Because::observed(Subject::Token, "iss").when(&[NAMED])],
    hides: &["token-invalid"],
    fills: &[("issuer", issuer)],
    variants: &[("named", &[NAMED])],
    fixes: &[
        Repair::frontend(Effort::Medium, "same-place"),
        Repair::backend(Effort::Easy, "to-the-letter").snippet("jwt-check"),
        Repair::person(Effort::Easy, "fix.sign-in-again"),
    ],
    ..Rules::BARE
};

fn claims<'a>(facts: &'a Facts<'_>) -> Option<&'a Claims> {
    facts.bearer()?.claims
}

fn issuer(facts: &Facts<'_>) -> Value {
    claims(facts).and_then(|claims| claims.iss.clone()).into()
}

fn is_named(facts: &Facts<'_>) -> bool {
    claims(facts).is_some_and(|claims| claims.iss.is_some())
}

/// The tenant of the authority that the challenge names, if the token comes from another one of it.
fn other_tenant(facts: &Facts<'_>) -> Option<String> {
    let claims = claims(facts)?;
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
    (!own.eq_ignore_ascii_case(&named)).then_some(named)
}

fn is_of_another_tenant(facts: &Facts<'_>) -> bool {
    other_tenant(facts).is_some()
}

fn tenant_named(facts: &Facts<'_>) -> Value {
    other_tenant(facts).into()
}

/// How the issuer visibly belongs to another place than the address that was asked.
fn foreign(facts: &Facts<'_>) -> Option<Foreign> {
    foreign_issuer(claims(facts)?, facts.request.url.as_ref()?)
}

fn is_foreign_tenant(facts: &Facts<'_>) -> bool {
    foreign(facts) == Some(Foreign::Tenant)
}

fn is_foreign_realm(facts: &Facts<'_>) -> bool {
    foreign(facts) == Some(Foreign::Realm)
}

fn is_foreign_environment(facts: &Facts<'_>) -> bool {
    foreign(facts) == Some(Foreign::Environment)
}

fn is_inside(facts: &Facts<'_>) -> bool {
    foreign(facts) == Some(Foreign::Inside)
}

/// Where nothing speaks for the token, its issuer may be of the page's environment too.
fn is_page_elsewhere(facts: &Facts<'_>) -> bool {
    let parties = facts.request.page.as_ref().zip(facts.request.url.as_ref());
    parties.is_some_and(|(page, asked)| of_another_environment(page, asked))
}
