//! The header is there, but is not `scheme SP credentials` (RFC 9110, 11.6.2).

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::signs;
use crate::http::authorization::{self, Authorization, Malformed};
use crate::knowledge::Trait;
use crate::token::credential::{Credential, Kind};

const ID: &str = "authorization-malformed";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// The server names a cause that one would not name who could not even read the header.
const BESIDE: Signal = Signal::NamedBeside(&[
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
]);

const SCHEME_ONLY: Signal = Signal::Own("a scheme alone, or nothing, was sent", |facts| {
    fault(facts) == Some("scheme-only")
});
const FIELD_NAME: Signal =
    Signal::Own("Authorization has the field's name in its value", |facts| {
        fault(facts) == Some("field-name")
    });
const BARE: Signal = Signal::Own("no scheme was sent", is_bare);
const SCHEME_TWICE: Signal = Signal::Own("the scheme was sent twice", |facts| {
    fault(facts) == Some("scheme-twice")
});
const MISSING_SPACE: Signal = Signal::Own("no space follows the scheme", |facts| {
    fault(facts) == Some("missing-space")
});
const WRONG_SEPARATOR: Signal = Signal::Own(
    "another character than a space follows the scheme",
    |facts| fault(facts) == Some("wrong-separator"),
);
const EXTRA_WHITESPACE: Signal = Signal::Own("Authorization has extra white space", |facts| {
    fault(facts) == Some("extra-whitespace")
});
const QUOTED: Signal = Signal::Own("Authorization has quotes around it", |facts| {
    fault(facts) == Some("quoted")
});
const LINE_BREAK: Signal = Signal::Own(
    "Authorization has a line break or control character",
    |facts| fault(facts) == Some("line-break"),
);
const NON_ASCII: Signal = Signal::Own("Authorization has a character outside ASCII", |facts| {
    fault(facts) == Some("non-ascii")
});
const COMMA_LIST: Signal = Signal::Own("Authorization has two values", |facts| {
    fault(facts) == Some("comma-list")
});
const BASIC_NOT_BASE64: Signal = Signal::Own("Basic has no base64", |facts| {
    fault(facts) == Some("basic-not-base64")
});
const BASIC_WITHOUT_COLON: Signal = Signal::Own("Basic has no colon", |facts| {
    fault(facts) == Some("basic-without-colon")
});

/// What a server also says of a header that it could not read.
const UNREAD: &[&str] = &[
    "token-malformed",
    "token-invalid",
    "token-signature",
    "authorization-missing",
    "no-credentials",
    "basic-credentials-rejected",
];

const ASKED: Signal = Signal::Own("the challenge asks for a scheme", is_asked);
const MISSED: Signal = Signal::Named("authorization-missing");
const WELL_FORMED: Signal = Signal::Own("the header is well formed", is_well_formed);

static RULES: Rules = Rules {
    when: &[Signal::AuthorizationSent],
    unless: &[
        Signal::OnPreflight,
        Signal::StandInSent,
        // What a signed request carries follows rules of its own.
        Signal::Named("request-signature"),
        Signal::Own("the scheme is one of signatures", is_of_signature),
        Signal::Own("the same origin accepts the same fault", is_accepted_alike),
        Signal::Own("API Gateway takes a token without a scheme", is_taken_bare),
        Signal::Own("the server read the token without a scheme", is_read_bare),
    ],
    rows: &[
        // The scheme's name is right but for its capital, which RFC 9110, 11.1 leaves free, and some guards compare:
        // they find no token in `bearer eyJ…`. What a server calls malformed that is not says no more than that it was
        // rejected.
        Rule::possible("case", Trust::Credential)
            .when(&[
                WELL_FORMED,
                Signal::Own("a known scheme has other capitals", is_of_other_case),
            ])
            .unless(&[BESIDE, Signal::TokenExpired])
            .variant("case")
            .with(&[("written", written)])
            .hides(&["token-invalid"])
            .because(&[Because::observed(Subject::Header, "case")]),
        Rule::possible("another-cause-named", Trust::Credential)
            .when(&[BESIDE])
            .unless(&[WELL_FORMED])
            .hides(&["token-invalid"]),
        Rule::certain("bare-and-named", Trust::Browser)
            .when(&[BARE, Signal::Named(ID)])
            .hides(UNREAD),
        Rule::certain("bare-and-missed", Trust::Browser)
            .when(&[BARE, ASKED, MISSED])
            .hides(UNREAD),
        // A bare token is what some APIs want, and what most others reject.
        Rule::possible("bare-opaque", Trust::Credential)
            .when(&[BARE, Signal::Own("the bare token is no JWT", is_opaque)])
            .unless(&[ASKED, MISSED])
            .hides(&["token-invalid"]),
        Rule::possible("bare-and-expired", Trust::Credential)
            .when(&[
                BARE,
                Signal::Own("the bare JWT is past its exp", is_expired),
            ])
            .unless(&[ASKED])
            .hides(&["token-invalid"]),
        // A project's public key, which has a field of its own.
        Rule::possible("bare-project-key", Trust::Credential)
            .when(&[
                BARE,
                Signal::Own("the bare JWT is of the issuer supabase", is_of_project),
            ])
            .hides(&["token-invalid"]),
        Rule::likely("bare", Trust::Browser)
            .when(&[BARE])
            .hides(&["token-invalid"]),
        Rule::likely("two-fields", Trust::Browser)
            .when(&[Signal::Own(
                "the header was sent twice, well formed",
                is_twice,
            )])
            .hides(&["token-invalid"]),
        Rule::likely("fault-often-read-over", Trust::Browser)
            .when(&[Signal::Own(
                "some servers read over the fault",
                is_read_over,
            )])
            .unless(&[Signal::Said(ID)])
            .hides(&["token-invalid"]),
        Rule::certain("fault", Trust::Browser)
            .unless(&[WELL_FORMED])
            .hides(UNREAD),
    ],
    because: &[
        Because::observed(Subject::Header, "scheme-only").when(&[SCHEME_ONLY]),
        Because::observed(Subject::Header, "field-name").when(&[FIELD_NAME]),
        Because::observed(Subject::Header, "no-scheme").when(&[BARE]),
        Because::observed(Subject::Header, "scheme-twice").when(&[SCHEME_TWICE]),
        Because::observed(Subject::Header, "missing-space").when(&[MISSING_SPACE]),
        Because::observed(Subject::Header, "wrong-separator").when(&[WRONG_SEPARATOR]),
        Because::observed(Subject::Header, "extra-whitespace").when(&[EXTRA_WHITESPACE]),
        Because::observed(Subject::Header, "quoted").when(&[QUOTED]),
        Because::observed(Subject::Header, "line-break").when(&[LINE_BREAK]),
        Because::observed(Subject::Header, "non-ascii").when(&[NON_ASCII]),
        Because::observed(Subject::Header, "comma-list").when(&[COMMA_LIST]),
        Because::observed(Subject::Header, "basic-not-base64").when(&[BASIC_NOT_BASE64]),
        Because::observed(Subject::Header, "basic-without-colon").when(&[BASIC_WITHOUT_COLON]),
    ],
    fills: &[("scheme", scheme)],
    variants: &[
        ("scheme-only", &[SCHEME_ONLY]),
        ("field-name", &[FIELD_NAME]),
        ("no-scheme", &[BARE]),
        ("scheme-twice", &[SCHEME_TWICE]),
        ("missing-space", &[MISSING_SPACE]),
        ("wrong-separator", &[WRONG_SEPARATOR]),
        ("extra-whitespace", &[EXTRA_WHITESPACE]),
        ("quoted", &[QUOTED]),
        ("line-break", &[LINE_BREAK]),
        ("non-ascii", &[NON_ASCII]),
        ("comma-list", &[COMMA_LIST]),
        ("basic-not-base64", &[BASIC_NOT_BASE64]),
        ("basic-without-colon", &[BASIC_WITHOUT_COLON]),
    ],
    fixes: &[Repair::frontend(Effort::Easy, "write").snippet("authorization")],
    ..Rules::BARE
};

fn sent<'a>(facts: &'a Facts<'_>) -> Option<&'a Authorization> {
    facts.credentials.authorization.as_ref()
}

fn credential<'a>(facts: &'a Facts<'_>) -> Option<&'a Credential> {
    sent(facts)?.credential.as_ref()
}

fn first_fault(facts: &Facts<'_>) -> Option<Malformed> {
    sent(facts)?.malformed.first().copied()
}

/// The key of the first fault. Two fields reach a server as one, with a comma.
fn fault(facts: &Facts<'_>) -> Option<&'static str> {
    match first_fault(facts) {
        None if is_twice(facts) => Some("comma-list"),
        fault => fault.map(fault_key),
    }
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

fn is_twice(facts: &Facts<'_>) -> bool {
    first_fault(facts).is_none() && facts.credentials.authorization_fields > 1
}

fn is_well_formed(facts: &Facts<'_>) -> bool {
    fault(facts).is_none()
}

fn is_bare(facts: &Facts<'_>) -> bool {
    first_fault(facts) == Some(Malformed::NoScheme)
}

fn is_read_over(facts: &Facts<'_>) -> bool {
    matches!(
        first_fault(facts),
        Some(
            Malformed::ExtraWhitespace
                | Malformed::NonAscii
                | Malformed::ControlCharacter
                | Malformed::BasicWithoutColon
                | Malformed::Empty
                | Malformed::SchemeOnly
        )
    )
}

fn is_of_signature(facts: &Facts<'_>) -> bool {
    sent(facts).is_some_and(|sent| sent.scheme.as_deref().is_some_and(signs))
}

fn is_accepted_alike(facts: &Facts<'_>) -> bool {
    let Some(sent) = sent(facts).filter(|sent| !sent.malformed.is_empty()) else {
        return false;
    };
    facts
        .accepted_nearby()
        .filter_map(|entry| entry.request.header("authorization"))
        .any(|value| authorization::parse(value).malformed == sent.malformed)
}

fn is_asked(facts: &Facts<'_>) -> bool {
    let mut challenges = facts.challenges.iter();
    challenges.any(|challenge| !challenge.scheme.to_ascii_lowercase().contains("key"))
}

/// Whether a token without a scheme is one that nobody objects to.
fn is_bare_and_unasked(facts: &Facts<'_>) -> bool {
    is_bare(facts) && !is_asked(facts) && !facts.said.names(ID)
}

/// A gateway may hand the whole value to its authorizer.
fn is_taken_bare(facts: &Facts<'_>) -> bool {
    is_bare_and_unasked(facts) && facts.answered_with(Trait::TakesBareToken)
}

/// A server that speaks of a token's end or of what it may do has read it; "invalid" is said of what could not be read
/// as well.
fn is_read_bare(facts: &Facts<'_>) -> bool {
    let plain = ["token-invalid", "api-key-invalid"];
    let mut read = [
        "token-expired",
        "token-revoked",
        "token-kind",
        "token-scope",
        "permission-denied",
    ]
    .iter()
    .chain(plain.iter().filter(|_| is_opaque(facts)));
    is_bare_and_unasked(facts)
        && !facts.said.names("authorization-missing")
        && read.any(|id| facts.said.cause(id).is_some())
}

fn is_opaque(facts: &Facts<'_>) -> bool {
    credential(facts).is_some_and(|one| !matches!(one.kind, Kind::Jwt(_)))
}

fn is_expired(facts: &Facts<'_>) -> bool {
    credential(facts).is_some_and(|one| match &one.kind {
        Kind::Jwt(claims) => facts
            .clock
            .now()
            .zip(claims.exp)
            .is_some_and(|(now, exp)| exp.seconds as f64 <= now),
        _ => false,
    })
}

fn is_of_project(facts: &Facts<'_>) -> bool {
    credential(facts).is_some_and(
        |one| matches!(&one.kind, Kind::Jwt(claims) if claims.iss.as_deref() == Some("supabase")),
    )
}

/// The usual spelling of the scheme that was sent, if it was written in another one.
fn usual_case(facts: &Facts<'_>) -> Option<&'static str> {
    let written = sent(facts)?.scheme.as_deref()?;
    let mut usual = ["Bearer", "Basic", "Digest", "DPoP"].into_iter();
    let scheme = usual.find(|one| one.eq_ignore_ascii_case(written))?;
    (written != scheme).then_some(scheme)
}

fn is_of_other_case(facts: &Facts<'_>) -> bool {
    usual_case(facts).is_some()
}

fn written(facts: &Facts<'_>) -> Value {
    sent(facts).and_then(|sent| sent.scheme.as_deref()).into()
}

/// The scheme as it should be written: that which was sent, else the one that is asked for.
fn scheme(facts: &Facts<'_>) -> Value {
    let asked = facts.challenges.first();
    let asked = asked.map_or("Bearer", |challenge| challenge.scheme.as_str());
    let usual = usual_case(facts).filter(|_| is_well_formed(facts));
    let sent = sent(facts).and_then(|sent| sent.scheme.as_deref());
    usual.or(sent).unwrap_or(asked).into()
}
