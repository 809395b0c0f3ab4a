//! The credential is a literal stand-in: a variable that was never filled in, or nothing at all.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::Place;
use crate::facts::names::CookieRole;
use crate::token::credential::Kind;

const ID: &str = "token-placeholder";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// What a program writes for a value that is not there: nobody has such a credential.
const UNFILLED_WORDS: &[&str] = &[
    "undefined",
    "null",
    "None",
    "nil",
    "NaN",
    "[object Object]",
    "[object Promise]",
    "function",
    "{{token}}",
    "${TOKEN}",
    "%TOKEN%",
    "YOUR_API_KEY",
    "INSERT_TOKEN_HERE",
];

const IN_AUTHORIZATION: Signal =
    Signal::Own("the stand-in is in Authorization", is_in_authorization);
const EMPTY: Signal = Signal::Own("the stand-in is empty", is_empty);
const WORD: Signal = Signal::Own("the stand-in is a word", is_word);
const UNFILLED: Signal = Signal::Own(
    "the stand-in is what programs write for a missing value",
    is_unfilled,
);

static RULES: Rules = Rules {
    when: &[Signal::Own(
        "a stand-in was sent for a credential",
        is_standin_sent,
    )],
    unless: &[Signal::OnPreflight],
    rows: &[
        // Whatever the page had put there: the browser's own Basic credentials would have had to stand there.
        Rule::likely("in-place-of-basic", Trust::Browser).when(&[
            IN_AUTHORIZATION,
            Signal::Own("the host takes Basic, and offers nothing else", |facts| {
                facts.is_basic_displaced()
            }),
        ]),
        Rule::certain("empty-authorization", Trust::Browser).when(&[IN_AUTHORIZATION, EMPTY]),
        Rule::certain("unfilled-authorization", Trust::Browser).when(&[IN_AUTHORIZATION, UNFILLED]),
        Rule::likely("word-in-authorization", Trust::Browser).when(&[IN_AUTHORIZATION]),
        Rule::likely("unfilled-elsewhere", Trust::Browser).when(&[UNFILLED]),
        Rule::possible("elsewhere", Trust::Credential),
    ],
    because: &[
        Because::observed(Subject::Token, "empty").when(&[EMPTY]),
        Because::observed(Subject::Token, "standin").when(&[WORD]),
    ],
    hides: &[
        "token-malformed",
        "token-invalid",
        "token-signature",
        "api-key-invalid",
        "authorization-malformed",
        "authorization-missing",
        "basic-credentials-rejected",
    ],
    fills: &[("word", word), ("field", field), ("scheme", scheme)],
    variants: &[("empty", &[EMPTY])],
    fixes: &[
        Repair::frontend(Effort::Easy, "fill").when(&[Signal::Own(
            "the stand-in is a variable of a template",
            is_template,
        )]),
        Repair::frontend(Effort::Easy, "wait")
            .snippet("authorization-guarded")
            .when(&[Signal::Own(
                "the stand-in is no variable of a template",
                is_no_template,
            )]),
        Repair::person(Effort::Easy, "fix.sign-in"),
    ],
};

/// A stand-in that was sent as a credential.
struct Found<'a> {
    place: Place,
    name: &'a str,
    /// How such a one is usually written; empty where nothing was sent.
    word: &'static str,
}

fn found<'a>(facts: &'a Facts<'_>) -> Option<Found<'a>> {
    in_authorization(facts)
        .or_else(|| in_keys(facts))
        .or_else(|| in_cookies(facts))
}

fn is_standin_sent(facts: &Facts<'_>) -> bool {
    found(facts).is_some()
}

fn is_in_authorization(facts: &Facts<'_>) -> bool {
    found(facts).is_some_and(|found| found.place == Place::Authorization)
}

fn is_empty(facts: &Facts<'_>) -> bool {
    found(facts).is_some_and(|found| found.word.is_empty())
}

fn is_word(facts: &Facts<'_>) -> bool {
    found(facts).is_some_and(|found| !found.word.is_empty())
}

fn is_unfilled(facts: &Facts<'_>) -> bool {
    found(facts).is_some_and(|found| UNFILLED_WORDS.contains(&found.word))
}

fn is_template(facts: &Facts<'_>) -> bool {
    found(facts).is_some_and(|found| found.word.contains(['{', '$', '%', '_']))
}

fn is_no_template(facts: &Facts<'_>) -> bool {
    !is_template(facts)
}

fn word(facts: &Facts<'_>) -> Value {
    found(facts).map(|found| found.word).into()
}

fn field(facts: &Facts<'_>) -> Value {
    found(facts).map(|found| found.name).into()
}

fn scheme(facts: &Facts<'_>) -> Value {
    let sent = facts.credentials.authorization.as_ref();
    sent.and_then(|sent| sent.scheme.as_deref())
        .unwrap_or("Bearer")
        .into()
}

fn in_authorization<'a>(facts: &Facts<'_>) -> Option<Found<'a>> {
    let sent = facts.credentials.authorization.as_ref()?;
    // An empty message of these would be a step of their own handshake.
    if ["negotiate", "ntlm", "digest"]
        .iter()
        .any(|own| sent.is(own))
    {
        return None;
    }
    let word = match sent.credential.as_ref()?.kind {
        Kind::Empty => "",
        Kind::Placeholder(word) => word,
        Kind::Basic(basic) if basic.user_empty && basic.password_empty => "",
        _ => return None,
    };
    Some(Found {
        place: Place::Authorization,
        name: "Authorization",
        word,
    })
}

/// A stand-in in another field or in the query counts where no other credential was sent beside it.
fn in_keys<'a>(facts: &'a Facts<'_>) -> Option<Found<'a>> {
    facts.credentials.keys.iter().find_map(|key| {
        let word = match key.credential.kind {
            Kind::Placeholder(word) if !matches!(word, "true" | "false") => word,
            Kind::Empty => "",
            _ => return None,
        };
        Some(Found {
            place: key.place,
            name: key.name.as_str(),
            word,
        })
    })
}

/// A session cookie whose value a script wrote from a variable that held nothing.
fn in_cookies<'a>(facts: &'a Facts<'_>) -> Option<Found<'a>> {
    if facts.credentials.has_authorization() || facts.credentials.has_key() {
        return None;
    }
    let cookies = facts.credentials.cookies.iter().flatten();
    let sessions: Vec<_> = cookies
        .filter(|cookie| cookie.role == CookieRole::Session)
        .collect();
    let all_unfilled =
        |word: &str| matches!(word, "undefined" | "null" | "[object Object]" | "NaN");
    let found = sessions
        .iter()
        .find_map(|cookie| match cookie.credential.kind {
            Kind::Placeholder(word) if all_unfilled(word) => Some(Found {
                place: Place::Cookie,
                name: cookie.name.as_str(),
                word,
            }),
            _ => None,
        })?;
    let others = sessions
        .iter()
        .filter(|cookie| !matches!(cookie.credential.kind, Kind::Placeholder(_) | Kind::Empty))
        .count();
    (others == 0).then_some(found)
}
