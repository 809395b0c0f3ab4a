//! A key was sent where the API does not look.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::cors::preflight_of;
use crate::facts::credentials::{Place, Token};
use crate::facts::names;
use crate::knowledge::{self, KeyPlace, Trait};
use crate::token::credential::Kind;
use crate::token::known::Role;

const ID: &str = "api-key-misplaced";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const KEY_MISSED: Signal = Signal::Own("the server misses a key", is_key_missed);
const IN_WRONG_PLACE: Signal = Signal::Own(
    "a key stands elsewhere than its issuer reads it",
    is_in_wrong_place,
);

const PLACE: Because = Because::observed(Subject::Token, "place");
const FORM: Because = Because::inferred(Subject::Token, "form");
const UNSEEN: Because = Because::observed(Subject::Server, "unseen");

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        Rule::likely("field-of-challenge", Trust::Browser)
            .when(&[
                Signal::Own(
                    "the challenge names a field that was not sent",
                    is_field_missed,
                ),
                Signal::Own("a key or token was sent", is_any_sent),
            ])
            .with(&[("field", any_field), ("wanted", field_missed)])
            .because(&[
                PLACE,
                Because::observed(Subject::Server, "challenge").with(&[("wanted", field_missed)]),
            ]),
        // Where another credential stands in the right place too, this one need not matter.
        Rule::possible("form-and-another", Trust::Credential)
            .when(&[
                IN_WRONG_PLACE,
                Signal::Own("several tokens were sent", is_one_of_several),
            ])
            .with(&[("field", wrong_place), ("wanted", right_place)])
            .because(&[PLACE, FORM]),
        Rule::likely("form", Trust::Browser)
            .when(&[IN_WRONG_PLACE])
            .with(&[("field", wrong_place), ("wanted", right_place)])
            .because(&[PLACE, FORM]),
        // What a preflight's response lets pages send, the API mostly reads: it names `X-Api-Key`, and the key came as a
        // Bearer token.
        Rule::likely("field-of-preflight", Trust::Browser)
            .when(&[
                Signal::Own(
                    "the preflight allows a key's field that was not sent",
                    is_field_allowed,
                ),
                Signal::Own("Authorization holds an opaque value", is_opaque_sent),
            ])
            .unless(&[
                Signal::TokenAccepted,
                Signal::KeySent,
                Signal::Challenged("Bearer"),
                Signal::NamedBeside(&[ID, "api-key-invalid", "api-key-missing", "token-invalid"]),
            ])
            .with(&[("field", authorization), ("wanted", field_allowed)])
            .because(&[
                PLACE,
                Because::observed(Subject::Server, "preflight").with(&[("wanted", field_allowed)]),
            ]),
        // Keys in the query are short; a JWT there is the token that the API reads in `Authorization`.
        Rule::likely("jwt-as-key", Trust::Header)
            .when(&[Signal::JwtAsKey])
            .unless(&[
                Signal::AuthorizationSent,
                Signal::TokenAccepted,
                Signal::NamedBeside(&[ID, "api-key-invalid", "api-key-missing", "token-invalid"]),
            ])
            .with(&[("field", jwt_as_key), ("wanted", authorization)])
            .because(&[PLACE]),
        // Supabase's older keys are JWTs whose issuer is plainly `supabase`; its gateway reads them in `apikey`.
        Rule::likely("bare-project-key", Trust::Header)
            .when(&[
                Signal::AuthorizationSent,
                Signal::Own(
                    "Authorization holds a JWT of the issuer supabase",
                    is_project_key,
                ),
            ])
            .unless(&[
                Signal::Own("Authorization has a scheme", is_with_scheme),
                Signal::Own("apikey was sent as well", is_apikey_sent),
            ])
            .hides(&["authorization-malformed"])
            .with(&[("field", authorization), ("wanted", apikey)])
            .because(&[PLACE, FORM]),
        // A token after its scheme may well be meant for the application, beside the key that the gateway misses.
        Rule::likely("key-not-seen", Trust::Header)
            .when(&[
                KEY_MISSED,
                Signal::Own("a key was sent, in whatever place", is_unseen_key),
            ])
            .unless(&[Signal::Own(
                "that key is a JWT after its scheme",
                is_jwt_after_scheme,
            )])
            .with(&[("field", unseen_key), ("wanted", x_api_key)])
            .because(&[PLACE, UNSEEN]),
        Rule::likely("header-not-seen", Trust::Header)
            .when(&[
                Signal::Named("authorization-missing"),
                Signal::Own("a key stands in another field or the query", is_key_aside),
            ])
            .unless(&[Signal::AuthorizationSent, KEY_MISSED])
            .with(&[("field", key_aside), ("wanted", authorization)])
            .because(&[PLACE, UNSEEN]),
        Rule::likely("key-read-as-jwt", Trust::Body)
            .when(&[
                Signal::Own("the server tried to read a JWT", is_jwt_wanted),
                Signal::Own(
                    "Authorization holds a key of a published form",
                    is_key_in_authorization,
                ),
            ])
            .with(&[("field", authorization), ("wanted", apikey)])
            .because(&[PLACE, UNSEEN]),
    ],
    hides: &[
        "token-invalid",
        "api-key-invalid",
        "api-key-missing",
        "authorization-missing",
    ],
    fixes: &[Repair::frontend(Effort::Easy, "move")],
    ..Rules::BARE
};

fn authorization(_: &Facts<'_>) -> Value {
    "Authorization".into()
}

fn apikey(_: &Facts<'_>) -> Value {
    "apikey".into()
}

fn x_api_key(_: &Facts<'_>) -> Value {
    "x-api-key".into()
}

fn name_of(token: Option<Token<'_>>) -> Value {
    token.map(|token| token.name).into()
}

fn field_missed(facts: &Facts<'_>) -> Value {
    let missed = facts.field_wanted().filter(|name| !facts.carries(name));
    missed.into()
}

fn is_field_missed(facts: &Facts<'_>) -> bool {
    !field_missed(facts).is_null()
}

/// The first key or opaque token, in a field or the query.
fn any<'a>(facts: &'a Facts<'_>) -> Option<Token<'a>> {
    facts.credentials.tokens().find(|token| {
        !matches!(token.place, Place::Cookie)
            && !matches!(
                token.credential.kind,
                Kind::Empty | Kind::Placeholder(_) | Kind::Basic(_) | Kind::Jwt(_)
            )
    })
}

fn is_any_sent(facts: &Facts<'_>) -> bool {
    any(facts).is_some()
}

fn any_field(facts: &Facts<'_>) -> Value {
    name_of(any(facts))
}

/// Where an issuer reads a key of this form, as it publishes it: the header field, and places that do as well.
fn proper_place(form: &str) -> Option<KeyPlace> {
    // Issuers that are no product of ours.
    const BEARERS: &[&str] = &["openrouter", "sendgrid"];
    let mut keys = knowledge::ALL.iter().flat_map(|product| product.keys);
    let known = keys.find(|key| key.form == form).copied();
    known.or_else(|| {
        let form = BEARERS.iter().find(|known| **known == form)?;
        Some(KeyPlace {
            form,
            header: "Authorization",
            also: &[],
        })
    })
}

/// Whether a key that stands there is read.
fn is_read(place: Place, key: &KeyPlace) -> bool {
    let also = |name: &str| key.also.contains(&name);
    match place {
        Place::Authorization => key.header == "Authorization" || also("authorization"),
        Place::Header => key.header != "Authorization",
        Place::Query => also("query"),
        Place::Cookie => false,
    }
}

/// The key whose form tells that its issuer reads it elsewhere, and where.
fn in_wrong_place<'a>(facts: &'a Facts<'_>) -> Option<(Token<'a>, &'static str)> {
    facts.credentials.tokens().find_map(|token| {
        let Kind::Known(form) = &token.credential.kind else {
            return None;
        };
        let key = proper_place(form.id)?;
        (!is_read(token.place, &key)).then_some((token, key.header))
    })
}

fn is_in_wrong_place(facts: &Facts<'_>) -> bool {
    in_wrong_place(facts).is_some()
}

fn wrong_place(facts: &Facts<'_>) -> Value {
    name_of(in_wrong_place(facts).map(|(token, _)| token))
}

fn right_place(facts: &Facts<'_>) -> Value {
    in_wrong_place(facts).map(|(_, name)| name).into()
}

/// The key's field that the response to the preflight allows (Fetch standard, 3.3.3), where the request lacks it.
fn allowed<'a>(facts: &'a Facts<'_>) -> Option<&'a str> {
    let preflight = preflight_of(facts.exchange, facts.failing.index)?;
    let allowed = preflight.response.header("access-control-allow-headers")?;
    let mut names = allowed.split(',').map(str::trim);
    names.find(|name| names::is_api_key_name(name) && !facts.carries(name))
}

fn is_field_allowed(facts: &Facts<'_>) -> bool {
    allowed(facts).is_some()
}

fn field_allowed(facts: &Facts<'_>) -> Value {
    allowed(facts).into()
}

fn is_opaque_sent(facts: &Facts<'_>) -> bool {
    facts
        .credentials
        .tokens()
        .any(|token| token.place == Place::Authorization && token.credential.kind == Kind::Opaque)
}

fn jwt_as_key(facts: &Facts<'_>) -> Value {
    name_of(facts.jwt_as_key())
}

fn is_one_of_several(facts: &Facts<'_>) -> bool {
    facts.credentials.tokens().count() > 1
}

fn is_with_scheme(facts: &Facts<'_>) -> bool {
    let sent = facts.credentials.authorization.as_ref();
    sent.is_some_and(|sent| sent.scheme.is_some())
}

fn is_project_key(facts: &Facts<'_>) -> bool {
    facts.credentials.jwts().any(|(token, claims)| {
        token.place == Place::Authorization && claims.iss.as_deref() == Some("supabase")
    })
}

fn is_apikey_sent(facts: &Facts<'_>) -> bool {
    let mut keys = facts.credentials.keys.iter();
    keys.any(|key| key.name.eq_ignore_ascii_case("apikey"))
}

/// Some frameworks challenge so where they find no key; a wrong one is rejected by the application.
fn is_key_missed(facts: &Facts<'_>) -> bool {
    let challenged = facts.answered_with(Trait::ChallengesMissingKey) && facts.challenged("apikey");
    (challenged || facts.said.names("api-key-missing")) && !facts.said.names("api-key-invalid")
}

/// The first credential that a server which misses a key may have been sent as one.
fn unseen<'a>(facts: &'a Facts<'_>) -> Option<Token<'a>> {
    facts.credentials.tokens().find(|token| {
        let of_person =
            token.place == Place::Authorization && matches!(token.credential.kind, Kind::Basic(_));
        !of_person && token.place != Place::Cookie && is_held(token)
    })
}

fn is_held(token: &Token<'_>) -> bool {
    !matches!(token.credential.kind, Kind::Empty | Kind::Placeholder(_))
}

fn is_unseen_key(facts: &Facts<'_>) -> bool {
    unseen(facts).is_some()
}

fn unseen_key(facts: &Facts<'_>) -> Value {
    name_of(unseen(facts))
}

fn is_jwt_after_scheme(facts: &Facts<'_>) -> bool {
    is_with_scheme(facts)
        && unseen(facts).is_some_and(|token| {
            token.place == Place::Authorization && matches!(token.credential.kind, Kind::Jwt(_))
        })
}

fn aside<'a>(facts: &'a Facts<'_>) -> Option<Token<'a>> {
    let mut tokens = facts.credentials.tokens();
    tokens.find(|token| matches!(token.place, Place::Header | Place::Query) && is_held(token))
}

fn is_key_aside(facts: &Facts<'_>) -> bool {
    aside(facts).is_some()
}

fn key_aside(facts: &Facts<'_>) -> Value {
    name_of(aside(facts))
}

fn is_jwt_wanted(facts: &Facts<'_>) -> bool {
    facts.said.names("token-malformed") || facts.said.names("token-signature")
}

fn is_key_in_authorization(facts: &Facts<'_>) -> bool {
    facts.credentials.tokens().any(|token| {
        let key = matches!(&token.credential.kind, Kind::Known(form) if matches!(
            form.role,
            Role::SecretKey | Role::PublishableKey | Role::TestSecretKey | Role::TestPublishableKey
        ));
        key && token.place == Place::Authorization
    })
}
