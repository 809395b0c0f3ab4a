//! A real token of the wrong kind: ID or refresh token as access token, user for app token, opaque for JWT.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::Place;
use crate::facts::names::Purpose;
use crate::http::url::Url;
use crate::knowledge::{self, Trait, belongs};
use crate::token::claims::{Claims, Usage};
use crate::token::credential::{Credential, Kind};
use crate::token::known::Role;

const ID: &str = "token-kind";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const REFRESH: Signal = Signal::Own("the token is a refresh token", |facts| {
    looks(facts) == Some(Look::Refresh)
});
const COGNITO: Signal = Signal::Own(
    "the token is Cognito's access token at Amazon's gateway",
    |facts| looks(facts) == Some(Look::CognitoAccess),
);
const IDENTITY: Signal = Signal::Own("the token is an ID token", |facts| {
    looks(facts) == Some(Look::Id)
});
const KNOWN: Signal = Signal::Own("the token's form is known", is_known);
const CLEAN: Signal = Signal::Own("the token is intact", is_clean);
const NO_JWT: Signal = Signal::Own("the token is no JWT that can be read", is_no_jwt);
const OPAQUE: &[Because] = &[Because::observed(Subject::Token, "opaque")];

static RULES: Rules = Rules {
    when: &[Signal::TokenSent],
    unless: &[Signal::Purpose(Purpose::Refresh)],
    rows: &[
        Rule::said("said", ID),
        // The token's own end goes before what its claims look like.
        Rule::possible("another-kind-but-expired", Trust::Credential).when(&[
            Signal::TokenExpired,
            Signal::Own(
                "the token is of a kind that APIs reject",
                is_of_another_kind,
            ),
        ]),
        Rule::likely("refresh-token", Trust::Credential).when(&[REFRESH]),
        Rule::likely("cognito-access-token", Trust::Credential).when(&[COGNITO]),
        // Some APIs take ID tokens: one of the same form was accepted before.
        Rule::likely("id-token", Trust::Credential)
            .when(&[IDENTITY])
            .unless(&[Signal::Own(
                "tokens of the same form were accepted before",
                is_accepted_alike,
            )]),
        // The server cannot decode what is intact, but no JWT: it expects another kind.
        Rule::said("undecodable", "token-malformed")
            .when(&[CLEAN, NO_JWT])
            .at_most(Confidence::Likely)
            .weighed_as(Trust::Header)
            .variant("opaque")
            .because(OPAQUE)
            .hides(&["token-malformed"]),
        Rule::said("unverifiable", "token-signature")
            .when(&[KNOWN, CLEAN])
            .unless(&[Signal::Said("token-malformed")])
            .at_most(Confidence::Likely)
            .weighed_as(Trust::Header)
            .variant("opaque")
            .because(OPAQUE)
            .hides(&["token-malformed"]),
        // A gateway that reads nothing but JWTs calls a token of another form invalid.
        Rule::likely("opaque-for-a-reader-of-jwts", Trust::Credential)
            .when(&[
                Signal::Own(
                    "a gateway that reads only JWTs responded",
                    is_reader_of_jwts,
                ),
                Signal::ChallengeError("invalid_token"),
                Signal::Own("the token is opaque", is_opaque),
            ])
            .unless(&[Signal::NamedBeside(&["token-invalid"])])
            .variant("opaque")
            .because(OPAQUE),
        // An encrypted token is for whoever holds the key, mostly its own issuer (RFC 7516): APIs seldom do.
        Rule::possible("encrypted", Trust::Credential)
            .when(&[Signal::Own(
                "an encrypted token was sent in Authorization",
                is_encrypted,
            )])
            .unless(&[
                Signal::NamedBeside(&["token-invalid", "token-expired", "token-malformed"]),
                Signal::TokenAccepted,
            ])
            .variant("opaque")
            .because(OPAQUE),
    ],
    because: &[
        Because::observed(Subject::Token, "refresh").when(&[REFRESH]),
        Because::observed(Subject::Token, "cognito-access").when(&[COGNITO]),
        Because::observed(Subject::Token, "id").when(&[IDENTITY]),
    ],
    hides: &["token-invalid"],
    variants: &[
        ("refresh", &[REFRESH]),
        ("cognito-access", &[COGNITO]),
        ("id", &[IDENTITY]),
    ],
    fixes: &[
        Repair::frontend(Effort::Easy, "right-one"),
        Repair::backend(Effort::Medium, "say-which"),
        Repair::person(Effort::Easy, "fix.sign-in-again"),
    ],
    ..Rules::BARE
};

/// A kind of token that can be seen, and that an API does not accept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Refresh,
    CognitoAccess,
    Id,
}

/// What the token looks like; in a cookie, any kind may be what its server set.
fn looks(facts: &Facts<'_>) -> Option<Look> {
    let bearer = facts.bearer()?;
    if bearer.token.place == Place::Cookie {
        return None;
    }
    if let Kind::Known(known) = &bearer.token.credential.kind {
        return (known.role == Role::RefreshToken).then_some(Look::Refresh);
    }
    let claims = bearer.claims?;
    let gateway = tells_use(claims) && facts.answered_with(Trait::ChecksIdTokens);
    match claims.usage {
        Some(Usage::Refresh) => Some(Look::Refresh),
        // Some gateways check ID tokens unless they were told of scopes.
        Some(Usage::Access) => gateway.then_some(Look::CognitoAccess),
        Some(Usage::Id) => (!gateway).then_some(Look::Id),
        None => (is_refused_there(claims, facts.request.host()) || looks_like_id(claims))
            .then_some(Look::Id),
    }
}

fn is_of_another_kind(facts: &Facts<'_>) -> bool {
    looks(facts).is_some()
}

fn is_accepted_alike(facts: &Facts<'_>) -> bool {
    facts.accepted_alike().next().is_some()
}

/// Whether it is of an issuer whose tokens tell in `token_use` what they are for.
fn tells_use(claims: &Claims) -> bool {
    let known = knowledge::ALL
        .iter()
        .filter(|one| one.has(Trait::TellsTokenUse));
    let mut issuers = known.flat_map(|one| one.issuers);
    claims.has("token_use") && issuers.any(|issuer| is_of(claims, issuer))
}

/// Whether the API at this host takes access tokens only, and this is an ID token of its sign-in.
fn is_refused_there(claims: &Claims, host: &str) -> bool {
    let mut refused = knowledge::ALL.iter().flat_map(|one| one.id_tokens_refused);
    refused.any(|one| {
        is_of(claims, one.issuer)
            && belongs(host, one.host)
            && !one.but.iter().any(|begin| host.starts_with(begin))
    })
}

/// Claims of an ID token (`OpenID` Connect Core, sections 2 and 3.3.2.11), and no rights.
fn looks_like_id(claims: &Claims) -> bool {
    let told = ["nonce", "at_hash", "c_hash", "s_hash"]
        .iter()
        .any(|name| claims.has(name));
    told && claims.scope.is_empty() && claims.roles.is_empty() && !claims.has("scp")
}

fn is_of(claims: &Claims, domain: &str) -> bool {
    claims.iss.as_deref().is_some_and(|issuer| {
        issuer == domain || Url::parse(issuer).is_some_and(|url| belongs(&url.host, domain))
    })
}

fn credential<'a>(facts: &'a Facts<'_>) -> Option<&'a Credential> {
    facts.bearer().map(|bearer| bearer.token.credential)
}

fn is_known(facts: &Facts<'_>) -> bool {
    credential(facts).is_some_and(|one| matches!(one.kind, Kind::Known(_)))
}

fn is_opaque(facts: &Facts<'_>) -> bool {
    credential(facts).is_some_and(|one| matches!(one.kind, Kind::Opaque | Kind::Known(_)))
}

fn is_no_jwt(facts: &Facts<'_>) -> bool {
    credential(facts)
        .is_some_and(|one| matches!(one.kind, Kind::Jwe | Kind::Known(_) | Kind::Opaque))
}

/// Nothing was added to it or cut off, as far as that can be seen.
fn is_clean(facts: &Facts<'_>) -> bool {
    credential(facts).is_some_and(|one| {
        let stray = one.quoted || one.whitespace || one.comma || one.non_ascii;
        !stray && !one.encoded && !one.url && one.octets >= 16
    })
}

fn is_encrypted(facts: &Facts<'_>) -> bool {
    facts.bearer().is_some_and(|bearer| {
        bearer.token.credential.kind == Kind::Jwe && bearer.token.place == Place::Authorization
    })
}

fn is_reader_of_jwts(facts: &Facts<'_>) -> bool {
    let mut challenges = facts.challenges.iter();
    facts.answered_with(Trait::TakesJwtOnly)
        || challenges
            .any(|challenge| challenge.param("scope") == Some("") && challenge.is("bearer"))
}
