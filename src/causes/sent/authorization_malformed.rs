//! The header is there, but is not `scheme SP credentials` (RFC 9110, 11.6.2).

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::signs;
use crate::http::authorization::{Authorization, Malformed};
use crate::speech::Saying;
use crate::token::credential::Kind;

const ID: &str = "authorization-malformed";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "format is authorization bearer"),
        Saying::names(ID, "credentials bad format"),
        Saying::names(ID, "bad authorization header"),
        Saying::names(
            ID,
            "malformed|invalid|bad|incorrect|wrong|unsupported ~2 authorization|auth ~1 header|headers|format|syntax",
        ),
        Saying::names(
            ID,
            "authorization|auth header|headers ~4 malformed|invalid|incorrect|format|wellformed",
        ),
        Saying::names(ID, "must contain two space delimited values"),
        Saying::names(ID, "invalid token header"),
        Saying::names(ID, "invalid basic header"),
        Saying::names(
            ID,
            "must|should|has ~3 start|begin|prefixed|starts|begins ~3 bearer|token|jwt|basic",
        ),
        Saying::names(ID, "missing|no ~2 bearer prefix|keyword|scheme|type"),
        Saying::names(ID, "bearer ~1 prefix|keyword ~2 missing|required"),
        Saying::names(ID, "failed to decode basic|authorization"),
        Saying::names(ID, "invalid basic authentication|auth token|header"),
        Saying::hints(ID, "bearer token is malformed"),
        Saying::hints(ID, "missing or malformed|invalid jwt|token"),
        Saying::hints(ID, "invalid|malformed|bad ~1 bearer|header|prefix"),
        Saying::hints(ID, "invalid token format"),
        Saying::hints(ID, "illegal base64"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// What a server says who could not even read the header, or gives no reason.
const GENERIC: &[&str] = &[
    ID,
    "authorization-missing",
    "no-credentials",
    "scheme-mismatch",
    "token-malformed",
    "token-invalid",
    "token-signature",
    "token-kind",
    "api-key-missing",
    "api-key-invalid",
    "basic-credentials-rejected",
    "login-rejected",
];

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() {
        return None;
    }
    let sent = facts.credentials.authorization.as_ref()?;
    let twice = facts.credentials.authorization_fields > 1;
    let stands_for_nothing = sent
        .credential
        .as_ref()
        .is_some_and(|one| matches!(one.kind, Kind::Empty | Kind::Placeholder(_)));
    let fault = sent.malformed.first().copied();
    // What a signed request carries follows rules of its own.
    let of_signature =
        facts.said.names("request-signature") || sent.scheme.as_deref().is_some_and(signs);
    if stands_for_nothing || of_signature || accepted_alike(facts, sent) {
        return None;
    }
    let (confidence, key) = match fault {
        None if twice => (Confidence::Likely, "comma-list"),
        None => return by_case(facts, sent),
        Some(fault) => (weighed(facts, sent, fault)?, fault_key(fault)),
    };
    let told = facts.said.names_beside(GENERIC);
    let confidence = if told {
        Confidence::Possible
    } else {
        confidence
    };
    let wanted = facts
        .challenges
        .first()
        .map_or("Bearer", |challenge| challenge.scheme.as_str());
    Some(
        Finding::new(
            confidence,
            // Its form is seen, whatever the server makes of it in words.
            if confidence == Confidence::Possible {
                Trust::Credential
            } else {
                Trust::Browser
            },
        )
        .variant(key)
        .arg(
            "scheme",
            sent.scheme.clone().unwrap_or_else(|| wanted.to_owned()),
        )
        .because(Evidence::observed(Subject::Header, key))
        .hiding(if confidence == Confidence::Certain {
            &[
                "token-malformed",
                "token-invalid",
                "token-signature",
                "authorization-missing",
                "no-credentials",
                "basic-credentials-rejected",
            ]
        } else {
            &["token-invalid"]
        })
        .fix(Fix::frontend(Effort::Easy, "write").snippet("authorization")),
    )
}

/// How surely this fault alone explains a refusal; `None` where servers commonly take such a value.
fn weighed(facts: &Facts<'_>, sent: &Authorization, fault: Malformed) -> Option<Confidence> {
    let said = facts.said.cause(ID).is_some();
    Some(match fault {
        Malformed::NoScheme => return bare(facts, sent),
        Malformed::ExtraWhitespace
        | Malformed::NonAscii
        | Malformed::ControlCharacter
        | Malformed::BasicWithoutColon
        | Malformed::Empty
        | Malformed::SchemeOnly
            if !said =>
        {
            Confidence::Likely
        }
        _ => Confidence::Certain,
    })
}

/// A bare token is what some APIs want, and what most others refuse.
fn bare(facts: &Facts<'_>, sent: &Authorization) -> Option<Confidence> {
    let asked = facts
        .challenges
        .iter()
        .any(|challenge| !challenge.scheme.to_ascii_lowercase().contains("key"));
    // API Gateway hands the whole value to its authorizer, and speaks of itself in these fields.
    let takes_bare = ["x-amzn-errortype", "x-amz-apigw-id", "x-amzn-requestid"]
        .iter()
        .any(|name| facts.entry().response.header(name).is_some());
    let expired = sent.credential.as_ref().is_some_and(|one| match &one.kind {
        Kind::Jwt(claims) => facts
            .clock
            .now()
            .zip(claims.exp)
            .is_some_and(|(now, exp)| exp.seconds as f64 <= now),
        _ => false,
    });
    if facts.said.names(ID) || (asked && facts.said.names("authorization-missing")) {
        return Some(Confidence::Certain);
    }
    let opaque = sent
        .credential
        .as_ref()
        .is_some_and(|one| !matches!(one.kind, Kind::Jwt(_)));
    // Who speaks of a token's end or of what it may do has read it; "invalid" is said of what could not be read as well.
    let plain = ["token-invalid", "api-key-invalid"];
    let read = [
        "token-expired",
        "token-revoked",
        "token-kind",
        "token-scope",
        "permission-denied",
    ]
    .iter()
    .chain(plain.iter().filter(|_| opaque))
    .any(|id| facts.said.cause(id).is_some());
    if (takes_bare || read && !facts.said.names("authorization-missing")) && !asked {
        return None;
    }
    if opaque && !asked && !facts.said.names("authorization-missing") {
        return Some(Confidence::Possible);
    }
    // A project's public key, which has a field of its own.
    let of_project = sent.credential.as_ref().is_some_and(
        |one| matches!(&one.kind, Kind::Jwt(claims) if claims.iss.as_deref() == Some("supabase")),
    );
    Some(if expired && !asked || of_project {
        Confidence::Possible
    } else {
        Confidence::Likely
    })
}

/// The scheme's name is right but for its capital, which RFC 9110, 11.1 leaves free, and some guards compare: they find
/// no token in `bearer eyJ…`. What a server calls malformed that is not says no more than that it was refused.
fn by_case(facts: &Facts<'_>, sent: &Authorization) -> Option<Finding> {
    let usual = ["Bearer", "Basic", "Digest", "DPoP"];
    let written = sent.scheme.as_deref()?;
    let scheme = usual.iter().find(|one| one.eq_ignore_ascii_case(written))?;
    let told = facts.said.names_beside(GENERIC) || facts.token_is_over();
    (written != *scheme && !told).then(|| {
        Finding::possible(Trust::Credential)
            .variant("case")
            .arg("scheme", *scheme)
            .arg("written", written)
            .because(Evidence::observed(Subject::Header, "case"))
            .hiding(&["token-invalid"])
            .fix(Fix::frontend(Effort::Easy, "write").snippet("authorization"))
    })
}

/// Whether the same origin accepts a header with the same fault.
fn accepted_alike(facts: &Facts<'_>, sent: &Authorization) -> bool {
    facts
        .accepted_nearby()
        .filter_map(|entry| entry.request.header("authorization"))
        .any(|value| crate::http::authorization::parse(value).malformed == sent.malformed)
        && !sent.malformed.is_empty()
}

const fn fault_key(fault: Malformed) -> &'static str {
    match fault {
        Malformed::Empty | Malformed::SchemeOnly => "scheme-only",
        Malformed::FieldName => "field-name",
        Malformed::NoScheme => "no-scheme",
        Malformed::SchemeTwice => "scheme-twice",
        Malformed::MissingSpace => "missing-space",
        Malformed::ColonAfterScheme | Malformed::WrongSeparator(_) => "wrong-separator",
        Malformed::ExtraWhitespace => "extra-whitespace",
        Malformed::Quoted => "quoted",
        Malformed::LineBreak | Malformed::ControlCharacter => "line-break",
        Malformed::NonAscii => "non-ascii",
        Malformed::CommaList => "comma-list",
        Malformed::BasicNotBase64 => "basic-not-base64",
        Malformed::BasicWithoutColon => "basic-without-colon",
    }
}
