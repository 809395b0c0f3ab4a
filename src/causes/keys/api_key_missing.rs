//! The API wants a key and none was sent.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::Purpose;
use crate::facts::request::Relation;
use crate::knowledge::Kind as ProviderKind;
use crate::token::known::{KNOWN, Role};

const ID: &str = "api-key-missing";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// The field in which most APIs read their key.
const USUAL: &str = "X-API-Key";

const FIELD_NAMED: Signal = Signal::Own("the challenge names a field for the key", is_field_named);
const CHALLENGED: Signal = Signal::Own("the challenge is for a key", is_challenged);
const BESIDE: Signal = Signal::NamedBeside(&[ID, "authorization-missing", "no-credentials"]);
const FROM_HERE: Signal = Signal::Own("the page is of this machine, or unknown", is_from_here);

/// What an API looks like that is called from another site with a key and nothing else: its response allows every
/// origin, and so no cookie.
const ACROSS_SITES: &[Signal] = &[
    Signal::ByScript,
    Signal::Own("the request goes to another site", is_cross_site),
    Signal::Own("the host is a public one", is_public),
    Signal::Own("the response allows every origin", is_any_origin_allowed),
    Signal::NothingSent,
    Signal::NoChallenge,
    Signal::Purpose(Purpose::Other),
];
const NOT_ACROSS_SITES: &[Signal] = &[
    CHALLENGED,
    Signal::NamedBeside(&[]),
    Signal::SignedIn,
    FROM_HERE,
];

const ALL_MISSING: &[&str] = &["no-credentials", "authorization-missing", "token-invalid"];

const NONE: Because = Because::observed(Subject::Request, "none");
const SAID: Because = Because::observed(Subject::Server, "said");
const CHALLENGE: Because = Because::observed(Subject::Server, "challenge");
const ANY_ORIGIN: Because = Because::inferred(Subject::Header, "any-origin");

static RULES: Rules = Rules {
    unless: &[
        Signal::OnPreflight,
        Signal::Own(
            "what the challenge asks for, or else a key, was sent",
            is_sent,
        ),
    ],
    rows: &[
        Rule::likely("named-with-authorization", Trust::Body)
            .when(&[Signal::Named(ID), Signal::AuthorizationSent])
            .hides(ALL_MISSING)
            .because(&[NONE, SAID]),
        Rule::likely("named-beside-another", Trust::Body)
            .when(&[Signal::Named(ID), BESIDE])
            .hides(ALL_MISSING)
            .because(&[NONE, SAID]),
        Rule::certain("named-with-challenge", Trust::Header)
            .when(&[Signal::Named(ID), CHALLENGED])
            .hides(ALL_MISSING)
            .because(&[NONE, SAID]),
        Rule::certain("named", Trust::Body)
            .when(&[Signal::Named(ID)])
            .hides(ALL_MISSING)
            .because(&[NONE, SAID]),
        Rule::likely("challenge", Trust::Header)
            .when(&[CHALLENGED])
            .unless(&[Signal::AuthorizationSent, BESIDE])
            .hides(ALL_MISSING)
            .because(&[NONE, CHALLENGE]),
        // Something else was sent than the field that the challenge names.
        Rule::likely("field-of-challenge", Trust::Header)
            .when(&[FIELD_NAMED])
            .unless(&[BESIDE])
            .hides(ALL_MISSING)
            .because(&[NONE, CHALLENGE]),
        // "A valid key must be sent" is said of a wrong key as well; where nothing was sent, it is plain.
        Rule::likely("hinted", Trust::Body)
            .when(&[Signal::Said(ID), Signal::NothingSent])
            .unless(&[CHALLENGED])
            .hides(&["no-credentials", "authorization-missing"])
            .because(&[NONE, SAID]),
        // What is only read is mostly had for a key; what is written, for a person's token.
        Rule::possible("written-across-sites", Trust::Credential)
            .when(ACROSS_SITES)
            .unless(&[
                CHALLENGED,
                Signal::NamedBeside(&[]),
                Signal::SignedIn,
                FROM_HERE,
                Signal::Method("GET"),
            ])
            .because(&[NONE, ANY_ORIGIN]),
        Rule::possible("read-across-sites", Trust::Header)
            .when(ACROSS_SITES)
            .unless(NOT_ACROSS_SITES)
            .because(&[NONE, ANY_ORIGIN]),
        Rule::possible("service-with-keys", Trust::Header)
            .when(&[
                Signal::Own("the service issues keys of a published form", is_issuer),
                Signal::NothingSent,
            ])
            .unless(&[CHALLENGED, Signal::NamedBeside(&[])])
            .because(&[NONE, Because::inferred(Subject::Responder, "issues-keys")]),
    ],
    fills: &[("field", field)],
    variants: &[("field", &[FIELD_NAMED])],
    fixes: &[
        Repair::frontend(Effort::Easy, "send-field")
            .snippet("api-key")
            .when(&[FIELD_NAMED]),
        Repair::frontend(Effort::Easy, "send")
            .snippet("api-key")
            .when(&[Signal::Own(
                "the challenge names no field",
                is_no_field_named,
            )]),
    ],
    ..Rules::BARE
};

fn field(facts: &Facts<'_>) -> Value {
    facts.field_wanted().unwrap_or(USUAL).into()
}

fn is_field_named(facts: &Facts<'_>) -> bool {
    facts.field_wanted().is_some()
}

fn is_no_field_named(facts: &Facts<'_>) -> bool {
    !is_field_named(facts)
}

fn is_sent(facts: &Facts<'_>) -> bool {
    facts
        .field_wanted()
        .map_or_else(|| facts.credentials.has_key(), |name| facts.carries(name))
}

fn is_challenged(facts: &Facts<'_>) -> bool {
    let mut schemes = facts.challenges.iter();
    is_field_named(facts)
        || schemes.any(|challenge| challenge.scheme.to_ascii_lowercase().contains("key"))
}

fn is_issuer(facts: &Facts<'_>) -> bool {
    facts.responders.iter().any(|provider| {
        provider.kind == ProviderKind::Api
            && KNOWN.iter().any(|key| {
                key.issuer == provider.name
                    && matches!(key.role, Role::SecretKey | Role::TestSecretKey)
            })
    })
}

fn is_cross_site(facts: &Facts<'_>) -> bool {
    facts.request.relation == Relation::CrossSite
}

fn is_public(facts: &Facts<'_>) -> bool {
    let host = facts.request.host();
    host.contains('.') && !host.starts_with("127.")
}

fn is_any_origin_allowed(facts: &Facts<'_>) -> bool {
    let response = &facts.entry().response;
    response
        .headers("access-control-allow-origin")
        .any(|origin| origin.trim() == "*")
}

fn is_from_here(facts: &Facts<'_>) -> bool {
    facts
        .request
        .sender
        .as_ref()
        .is_none_or(|from| matches!(from.host.as_str(), "localhost" | "127.0.0.1"))
}
