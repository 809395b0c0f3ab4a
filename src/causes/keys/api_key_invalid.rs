//! A key was sent and refused: wrong, rotated, deleted, of another project or mode.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::Place;
use crate::token::credential::{Credential, Kind};
use crate::token::known::Role;

const ID: &str = "api-key-invalid";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "token-invalid",
    "permission-denied",
    "basic-credentials-rejected",
]);

const KEY: Signal = Signal::Own("a field or parameter for keys was sent", is_key_sent);
const ADDRESS: Signal = Signal::Own("an address was sent in the key's place", is_address_sent);

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        Rule::certain("named", Trust::Body)
            .when(&[
                Signal::Named(ID),
                Signal::Own("Authorization or a key was sent", is_something_sent),
            ])
            .unless(&[
                BESIDE,
                Signal::Own("what was sent is a stand-in, or no key", is_other),
                Signal::JwtAsKey,
                // "Missing or invalid key" is said whichever it is.
                Signal::Said("api-key-missing"),
            ])
            .hides(&["token-invalid", "basic-credentials-rejected"]),
        // "Invalid API key" is also said of what is no key.
        Rule::possible("named-of-no-key", Trust::Body).when(&[Signal::Named(ID), Signal::JwtAsKey]),
        Rule::likely("named-in-doubt", Trust::Body)
            .when(&[Signal::Named(ID)])
            .hides(&["token-invalid", "basic-credentials-rejected"]),
        Rule::possible("key-and-another-cause", Trust::Typical).when(&[KEY, BESIDE]),
        Rule::likely("hinted", Trust::Body).when(&[KEY, Signal::Said(ID)]),
        Rule::likely("address", Trust::Browser)
            .when(&[ADDRESS])
            .unless(&[BESIDE]),
        // The field that the challenge names was sent, so what it holds is rejected.
        Rule::likely("field-of-challenge", Trust::Header)
            .when(&[Signal::Own(
                "the field that the challenge names was sent",
                is_field_sent,
            )])
            .unless(&[BESIDE]),
        Rule::possible("key-alone", Trust::Credential)
            .when(&[KEY])
            .unless(&[Signal::AuthorizationSent]),
        Rule::possible("key-of-known-form", Trust::Credential)
            .when(&[KEY, Signal::Own("the key has a published form", is_known)]),
    ],
    because: &[
        Because::observed(Subject::Token, "sent"),
        Because::observed(Subject::Server, "said").when(&[Signal::Named(ID)]),
        Because::unknown(Subject::Server, "unsaid").when(&[Signal::Own(
            "the server does not name api-key-invalid",
            is_unsaid,
        )]),
        Because::observed(Subject::Token, "url").when(&[ADDRESS]),
    ],
    fills: &[("field", field)],
    fixes: &[Repair::frontend(Effort::Easy, "renew")],
    ..Rules::BARE
};

fn is_something_sent(facts: &Facts<'_>) -> bool {
    facts.credentials.has_authorization() || facts.credentials.has_key()
}

/// Whether what was sent is no key of this kind at all: a stand-in, or a token of another kind.
fn is_other(facts: &Facts<'_>) -> bool {
    facts
        .credentials
        .tokens()
        .any(|token| match &token.credential.kind {
            Kind::Placeholder(_) | Kind::Empty => true,
            Kind::Known(form) => {
                token.place != Place::Authorization && form.role == Role::AccessToken
            }
            _ => false,
        })
}

fn is_unsaid(facts: &Facts<'_>) -> bool {
    !facts.said.names(ID)
}

fn is_field_sent(facts: &Facts<'_>) -> bool {
    let wanted = facts.field_wanted();
    wanted.is_some_and(|name| facts.carries(name))
}

/// The key that was sent: where, and whether its form is a published one.
fn sent_key(facts: &Facts<'_>) -> Option<(String, bool)> {
    let known = |credential: &Credential| match &credential.kind {
        Kind::Known(form) => !matches!(
            form.role,
            Role::AccessToken | Role::Handshake | Role::PersonalToken
        ),
        _ => false,
    };
    let own = facts
        .credentials
        .keys
        .iter()
        .find(|key| is_key(key.place, &key.name) && !matches!(key.credential.kind, Kind::Jwt(_)))
        .map(|key| (key.name.clone(), known(&key.credential)));
    let authorization = facts.credentials.authorization.as_ref();
    let scheme_says = authorization.is_some_and(|sent| {
        ["apikey", "api-key", "api_key", "key"]
            .iter()
            .any(|scheme| sent.is(scheme))
    });
    let in_header = authorization
        .and_then(|sent| sent.credential.as_ref())
        .filter(|credential| scheme_says || known(credential))
        .map(|_| ("Authorization".to_owned(), true));
    in_header.or(own)
}

fn is_key_sent(facts: &Facts<'_>) -> bool {
    sent_key(facts).is_some()
}

fn is_known(facts: &Facts<'_>) -> bool {
    sent_key(facts).is_some_and(|(_, known)| known)
}

fn field(facts: &Facts<'_>) -> Value {
    sent_key(facts)
        .map_or_else(|| "Authorization".to_owned(), |(name, _)| name)
        .into()
}

/// Whether a field or parameter of this name holds an API's key, and not a session or a step of OAuth.
fn is_key(place: Place, name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let other = [
        "session",
        "code",
        "ticket",
        "sig",
        "jwt",
        "id_token",
        "client_id",
        "client-id",
        "email",
    ];
    // A field for a token is a sign-in's, unless it names the API.
    let token = lower.contains("token") && !lower.contains("api") && !lower.contains("private");
    place != Place::Cookie && !token && !other.iter().any(|part| lower.contains(part))
}

fn is_address_sent(facts: &Facts<'_>) -> bool {
    facts.credentials.tokens().any(|token| token.credential.url)
}
