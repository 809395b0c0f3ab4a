//! Minted for another API.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::parties::{
    foreign_audience, is_for_account_only, is_for_issuer_only, meant_for, wants_management_audience,
};
use crate::token::claims::{Claims, Usage};

const ID: &str = "token-audience";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const ELSEWHERE: Signal = Signal::Own("the audience is another well-known API", is_meant_elsewhere);
const MEANT: &[Because] =
    &[Because::inferred(Subject::Token, "meant-for").with(&[("meant", meant)])];
const NAMED: Signal = Signal::Own("the token names its audience (aud)", is_named);

static RULES: Rules = Rules {
    rows: &[
        // Microsoft Graph's tokens, for one, are signed so that no other API can check them: what is wrong with such a
        // signature is whom the token is for.
        Rule::certain("for-another-api-and-unverifiable", Trust::Browser)
            .when(&[
                ELSEWHERE,
                Signal::SaidAny(&["token-signature", "token-malformed"]),
            ])
            .unless(&[Signal::TokenExpired, Signal::TokenAccepted])
            .because(MEANT)
            .hides(&["token-signature", "token-malformed"]),
        // A server that misses the token only says what it would have to be.
        Rule::said("said-of-a-missing-token", ID)
            .when(&[Signal::Said("authorization-missing")])
            .unless(&[Signal::TokenSent])
            .at_most(Confidence::Possible)
            .weighed_as(Trust::Typical),
        Rule::said("said", ID),
        // That it is expired as well does not make it right.
        Rule::likely("foreign-audience", Trust::Credential)
            .when(&[Signal::Own(
                "the API takes tokens for another audience only",
                is_foreign,
            )])
            .because(&[Because::inferred(Subject::Token, "wanted")]),
        Rule::likely("for-another-api", Trust::Credential)
            .when(&[ELSEWHERE])
            .because(MEANT),
        Rule::likely("for-its-issuer", Trust::Credential)
            .when(&[Signal::Own(
                "the token is for its issuer alone",
                is_for_issuer,
            )])
            .because(&[Because::inferred(Subject::Token, "issuer-only")]),
        Rule::likely("management-api", Trust::Credential)
            .when(&[Signal::Own(
                "the issuer's own management API requires its own audience",
                is_for_management,
            )])
            .because(&[Because::inferred(Subject::Token, "wanted")]),
        // Many an API takes it, and one that checks the audience does not.
        Rule::possible("account-only", Trust::Credential)
            .when(&[Signal::Own(
                "the audience is the account page's that every token has",
                is_for_account,
            )])
            .unless(&[Signal::TokenAccepted, Signal::TokenExpired])
            .because(&[Because::inferred(Subject::Token, "account-only")]),
    ],
    because: &[Because::observed(Subject::Token, "aud").when(&[NAMED])],
    hides: &["token-invalid"],
    fills: &[("audience", audience), ("wanted", wanted)],
    variants: &[("named", &[NAMED])],
    fixes: &[
        Repair::frontend(Effort::Medium, "ask-for").snippet("ask-audience"),
        Repair::backend(Effort::Medium, "accept").snippet("jwt-check"),
        Repair::person(Effort::Easy, "fix.sign-in-again"),
    ],
    ..Rules::BARE
};

fn claims<'a>(facts: &'a Facts<'_>) -> Option<&'a Claims> {
    facts.bearer()?.claims
}

fn audiences(facts: &Facts<'_>) -> Option<String> {
    let claims = claims(facts)?;
    Some(claims.aud.join(", ")).filter(|audiences| !audiences.is_empty())
}

fn is_named(facts: &Facts<'_>) -> bool {
    audiences(facts).is_some()
}

fn audience(facts: &Facts<'_>) -> Value {
    audiences(facts).into()
}

fn foreign(facts: &Facts<'_>) -> Option<&'static str> {
    foreign_audience(claims(facts)?, facts.request.host())
}

fn is_foreign(facts: &Facts<'_>) -> bool {
    foreign(facts).is_some()
}

fn management(facts: &Facts<'_>) -> Option<String> {
    wants_management_audience(claims(facts)?, facts.request.url.as_ref()?)
}

fn is_for_management(facts: &Facts<'_>) -> bool {
    management(facts).is_some()
}

/// The audience that the address is known to require.
fn wanted(facts: &Facts<'_>) -> Value {
    let foreign = foreign(facts).map(str::to_owned);
    foreign.or_else(|| management(facts)).into()
}

fn elsewhere(facts: &Facts<'_>) -> Option<&'static str> {
    meant_for(claims(facts)?, facts.request.host())
}

fn is_meant_elsewhere(facts: &Facts<'_>) -> bool {
    elsewhere(facts).is_some()
}

fn meant(facts: &Facts<'_>) -> Value {
    elsewhere(facts).into()
}

/// A refresh token is always for its issuer.
fn is_for_issuer(facts: &Facts<'_>) -> bool {
    claims(facts).is_some_and(|claims| {
        claims.usage != Some(Usage::Refresh) && is_for_issuer_only(claims, facts.request.host())
    })
}

fn is_for_account(facts: &Facts<'_>) -> bool {
    let (Some(claims), Some(asked)) = (claims(facts), facts.request.url.as_ref()) else {
        return false;
    };
    is_for_account_only(claims) && !asked.path.contains("/realms/")
}
