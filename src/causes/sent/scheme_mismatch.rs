//! Well formed, but of a scheme that the server does not offer.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::{Facts, names};
use crate::http::authorization;
use crate::knowledge::Trait;
use crate::token::credential::{Alphabet, Credential, Kind};

const ID: &str = "scheme-mismatch";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// The server names a cause that one would not name who found no credential it could read.
const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "authorization-missing",
    "authorization-malformed",
    "no-credentials",
    "token-invalid",
    "token-malformed",
    "login-rejected",
    "basic-credentials-rejected",
    "permission-denied",
    "api-key-missing",
]);

const MALFORMED: Signal = Signal::Own("Authorization is malformed", is_malformed);
const CAPITAL: Signal = Signal::Own("the scheme is written bot", is_small_bot);
const JWT: Signal = Signal::Own("Authorization holds a JWT", is_jwt);

/// What keeps the scheme from being one that the server does not offer.
const OFFERED: &[Signal] = &[
    Signal::NoChallenge,
    MALFORMED,
    Signal::Own(
        "the challenge is named for the token's form",
        is_named_for_form,
    ),
    Signal::Own("the challenge only names another way in", is_another_way_in),
    Signal::AnsweredWith(Trait::TakesBearer),
    Signal::Own("the response offers the scheme sent", is_offered),
];

const BEARER: Signal = Signal::SchemeSent("bearer");
const KEY_WANTED: Signal = Signal::Challenged("apikey");
const OPAQUE: Signal = Signal::Own("Authorization holds opaque base64", is_opaque);

const AWS_SIGNATURE: Signal = Signal::Own("the scheme is AWS4-…", is_aws_signature);
const GATEWAY: Signal = Signal::Own("Amazon API Gateway responded", is_gateway);

const TOKEN: Signal = Signal::Own("Authorization holds a token", is_token);
const UNUSUAL: Signal = Signal::Own("the scheme is an unusual one", is_unusual);
const UNREAD: Signal = Signal::Own("the server found no token, or could not read it", is_unread);

const SENT: Because = Because::observed(Subject::Header, "sent");
const OFFERED_OTHER: &[Because] = &[SENT, Because::observed(Subject::Server, "offered")];
const WRITTEN_SMALL: &[Because] = &[SENT, Because::observed(Subject::Server, "capital")];
const KEY: &[Because] = &[SENT, Because::observed(Subject::Server, "key")];
const SIGNED: &[Because] = &[SENT, Because::observed(Subject::Server, "signed")];
const NOT_READ: &[Because] = &[SENT, Because::observed(Subject::Server, "unread")];
const SAID: &[Because] = &[SENT, Because::observed(Subject::Server, "said")];

static RULES: Rules = Rules {
    when: &[Signal::Own("Authorization has a scheme", is_with_scheme)],
    unless: &[
        Signal::OnPreflight,
        Signal::StandInSent,
        Signal::Own("the same origin accepts the scheme", is_accepted),
        Signal::Own(
            "the response offers Negotiate, NTLM or Kerberos",
            is_of_windows,
        ),
    ],
    rows: &[
        Rule::possible("bot-and-another-cause", Trust::Typical)
            .when(&[CAPITAL, BESIDE])
            .with(&[("wanted", bot)])
            .because(WRITTEN_SMALL),
        Rule::likely("bot", Trust::Header)
            .when(&[CAPITAL])
            .with(&[("wanted", bot)])
            .because(WRITTEN_SMALL),
        Rule::possible("not-offered-and-another-cause", Trust::Typical)
            .when(&[BESIDE])
            .unless(OFFERED)
            .with(&[("wanted", offered)])
            .because(OFFERED_OTHER),
        Rule::certain("not-offered-and-named", Trust::Header)
            .when(&[Signal::Named(ID)])
            .unless(OFFERED)
            .with(&[("wanted", offered)])
            .because(OFFERED_OTHER),
        Rule::certain("not-offered-and-missed", Trust::Header)
            .when(&[Signal::Said("authorization-missing")])
            .unless(OFFERED)
            .with(&[("wanted", offered)])
            .because(OFFERED_OTHER),
        // The web server's own Basic or Digest may guard the address for itself.
        Rule::possible("only-passwords-offered", Trust::Typical)
            .when(&[Signal::Own(
                "Basic or Digest is all that is offered",
                is_only_passwords,
            )])
            .unless(OFFERED)
            .with(&[("wanted", offered)])
            .because(OFFERED_OTHER),
        Rule::likely("not-offered", Trust::Header)
            .unless(OFFERED)
            .with(&[("wanted", offered)])
            .because(OFFERED_OTHER),
        Rule::possible("key-as-bearer-and-another-cause", Trust::Typical)
            .when(&[BEARER, KEY_WANTED, OPAQUE, BESIDE])
            .with(&[("wanted", api_key)])
            .because(KEY),
        Rule::likely("key-as-bearer", Trust::Header)
            .when(&[BEARER, KEY_WANTED, OPAQUE])
            .with(&[("wanted", api_key)])
            .because(KEY),
        // API Gateway returns 403 for a signature that does not verify; 401 comes from an authorizer that wants a token.
        Rule::possible("signed-and-another-cause", Trust::Typical)
            .when(&[AWS_SIGNATURE, GATEWAY, BESIDE])
            .unless(&[Signal::Named("request-signature")])
            .with(&[("wanted", offered)])
            .because(SIGNED),
        Rule::likely("signed", Trust::Header)
            .when(&[AWS_SIGNATURE, GATEWAY])
            .unless(&[Signal::Named("request-signature")])
            .with(&[("wanted", offered)])
            .because(SIGNED),
        // A middleware that looks for another scheme finds no token at all.
        Rule::possible("unread-and-another-cause", Trust::Typical)
            .when(&[UNREAD, TOKEN, UNUSUAL, BESIDE])
            .unless(&[MALFORMED])
            .with(&[("wanted", offered)])
            .because(NOT_READ),
        Rule::likely("unread", Trust::Header)
            .when(&[UNREAD, TOKEN, UNUSUAL])
            .unless(&[MALFORMED])
            .with(&[("wanted", offered)])
            .because(NOT_READ),
        // `JWT eyJ…` is what a few frameworks take and no other.
        Rule::possible("rare", Trust::Credential)
            .when(&[
                Signal::Own("the scheme is JWT, Token or OAuth", is_rare),
                JWT,
                Signal::NoChallenge,
            ])
            .unless(&[Signal::NamedBeside(&[]), MALFORMED, Signal::TokenExpired])
            .with(&[("wanted", offered)])
            .because(&[SENT, Because::observed(Subject::Server, "rare")]),
        Rule::possible("named-beside-another", Trust::Typical)
            .when(&[Signal::Named(ID), BESIDE])
            .with(&[("wanted", offered)])
            .because(SAID),
        Rule::certain("named", Trust::Header)
            .when(&[Signal::Named(ID)])
            .with(&[("wanted", offered)])
            .because(SAID),
    ],
    hides: &["token-invalid", "authorization-missing"],
    fills: &[("sent", sent)],
    fixes: &[Repair::frontend(Effort::Easy, "change").snippet("authorization-scheme")],
    ..Rules::BARE
};

/// The scheme that was sent, as it was written.
fn scheme<'a>(facts: &'a Facts<'_>) -> Option<&'a str> {
    facts.credentials.authorization.as_ref()?.scheme.as_deref()
}

fn scheme_is(facts: &Facts<'_>, any: &[&str]) -> bool {
    let sent = facts.credentials.authorization.as_ref();
    sent.is_some_and(|sent| any.iter().any(|one| sent.is(one)))
}

fn credential<'a>(facts: &'a Facts<'_>) -> Option<&'a Credential> {
    facts
        .credentials
        .authorization
        .as_ref()?
        .credential
        .as_ref()
}

fn sent(facts: &Facts<'_>) -> Value {
    scheme(facts).into()
}

fn bot(_: &Facts<'_>) -> Value {
    "Bot".into()
}

fn api_key(_: &Facts<'_>) -> Value {
    "ApiKey".into()
}

/// The first scheme of the challenges that is not the one sent.
fn offered(facts: &Facts<'_>) -> Value {
    let sent = scheme(facts).unwrap_or_default();
    let mut challenges = facts.challenges.iter();
    let other = challenges.find(|challenge| !challenge.scheme.eq_ignore_ascii_case(sent));
    let usual = if sent.eq_ignore_ascii_case("bearer") {
        "Basic"
    } else {
        "Bearer"
    };
    other
        .map_or(usual, |challenge| challenge.scheme.as_str())
        .into()
}

fn is_with_scheme(facts: &Facts<'_>) -> bool {
    scheme(facts).is_some()
}

fn is_accepted(facts: &Facts<'_>) -> bool {
    facts
        .accepted_nearby()
        .filter_map(|entry| entry.request.header("authorization"))
        .any(|value| authorization::parse(value).scheme.as_deref() == scheme(facts))
}

fn is_of_windows(facts: &Facts<'_>) -> bool {
    ["negotiate", "ntlm", "kerberos"]
        .iter()
        .any(|scheme| facts.challenged(scheme))
}

fn is_malformed(facts: &Facts<'_>) -> bool {
    let sent = facts.credentials.authorization.as_ref();
    sent.is_some_and(|sent| !sent.malformed.is_empty())
}

fn is_small_bot(facts: &Facts<'_>) -> bool {
    scheme(facts) == Some("bot")
}

/// Middlewares that name their challenge after the token's form take it as a Bearer token; some name the one
/// that they read. Products that began with OAuth 1 still write its name where they take RFC 6750's Bearer.
fn is_named_for_form(facts: &Facts<'_>) -> bool {
    scheme_is(facts, &["bearer"])
        && !facts.answered_with(Trait::TakesOfferedSchemeOnly)
        && facts.said.cause("authorization-missing").is_none()
        && facts.challenges.iter().any(|challenge| {
            let forms = ["jwt", "jwt-auth", "oauth", "oauth2"];
            forms.iter().any(|form| challenge.is(form))
                || (challenge.is("token") && challenge.param("error").is_some())
        })
}

/// Whether a product takes Basic without offering it, so that no browser shows its prompt.
fn is_another_way_in(facts: &Facts<'_>) -> bool {
    let mut challenges = facts.challenges.iter();
    scheme_is(facts, &["basic"]) && challenges.all(|challenge| challenge.is("oauth"))
}

/// Whether the challenges offer the scheme, or one that is used for the same.
fn is_offered(facts: &Facts<'_>) -> bool {
    let sent = scheme(facts).unwrap_or_default().to_ascii_lowercase();
    let key = |name: &str| name.contains("key");
    facts.challenges.iter().any(|challenge| {
        let name = challenge.scheme.to_ascii_lowercase();
        name == sent
            || name.trim_start_matches('x').trim_start_matches('-') == sent
            || (sent == "dpop" && name == "bearer")
            // Who wants DPoP wants a proof, which is more than another name for the scheme (RFC 9449, 7.1).
            || (sent == "bearer" && name == "dpop" && facts.entry().request.header("dpop").is_none())
            || (key(&name) && key(&sent))
            || names::is_field_of_key(&name)
            // Challenges that stand for cookies, forms or keys say nothing about the header.
            || ["form", "cookie", "session", "xbasic", "key", "none"]
                .iter()
                .any(|other| name.contains(other))
    })
}

fn is_only_passwords(facts: &Facts<'_>) -> bool {
    !scheme_is(facts, &["basic", "digest"])
        && facts.challenges.iter().all(|challenge| {
            ["basic", "digest"].contains(&challenge.scheme.to_ascii_lowercase().as_str())
        })
}

fn is_opaque(facts: &Facts<'_>) -> bool {
    credential(facts).is_some_and(|one| {
        matches!(one.kind, Kind::Opaque | Kind::Basic(_)) && one.alphabet == Alphabet::Base64
    })
}

fn is_aws_signature(facts: &Facts<'_>) -> bool {
    scheme(facts).is_some_and(|scheme| scheme.to_ascii_lowercase().starts_with("aws4-"))
}

fn is_gateway(facts: &Facts<'_>) -> bool {
    facts.answered_with(Trait::ForbidsBadSignatures)
}

fn is_unread(facts: &Facts<'_>) -> bool {
    facts.said.cause("authorization-missing").is_some()
        || facts.said.names("authorization-malformed")
}

fn is_token(facts: &Facts<'_>) -> bool {
    credential(facts).is_some_and(|one| matches!(one.kind, Kind::Jwt(_) | Kind::Opaque))
}

fn is_jwt(facts: &Facts<'_>) -> bool {
    credential(facts).is_some_and(|one| matches!(one.kind, Kind::Jwt(_)))
}

/// Some APIs take a JWT after `Token`; those that find none there do not.
fn is_unusual(facts: &Facts<'_>) -> bool {
    let scheme = scheme(facts).unwrap_or_default().to_ascii_lowercase();
    !scheme_is(facts, &["bearer", "basic", "digest", "dpop"])
        && (is_jwt(facts) || !scheme_is(facts, &["token"]))
        && !scheme.contains("key")
}

fn is_rare(facts: &Facts<'_>) -> bool {
    scheme_is(facts, &["jwt", "token", "oauth"])
}
