//! The credential is a literal stand-in: a variable that was never filled in, or nothing at all.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::Place;
use crate::facts::names::CookieRole;
use crate::speech::Saying;
use crate::token::credential::Kind;

const ID: &str = "token-placeholder";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::hints(ID, "token|key|bearer undefined|null|placeholder"),
        Saying::hints(ID, "your api key here"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// A stand-in that was sent as a credential.
struct Found<'a> {
    place: Place,
    name: &'a str,
    /// How such a one is usually written; empty where nothing was sent.
    word: &'static str,
}

/// What a program writes for a value that is not there: nobody has such a credential.
const UNFILLED: &[&str] = &[
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

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() {
        return None;
    }
    let found = in_authorization(facts)
        .or_else(|| in_keys(facts))
        .or_else(|| in_cookies(facts))?;
    let proven = found.place == Place::Authorization
        && (found.word.is_empty() || UNFILLED.contains(&found.word));
    let finding = if proven {
        Finding::certain(Trust::Browser)
    } else if found.place == Place::Authorization || UNFILLED.contains(&found.word) {
        Finding::likely(Trust::Browser)
    } else {
        Finding::possible(Trust::Credential)
    };
    let finding = finding
        .arg("word", found.word)
        .arg("field", found.name)
        .arg("scheme", scheme(facts))
        .variant(if found.word.is_empty() { "empty" } else { "" })
        .because(Evidence::observed(
            Subject::Token,
            if found.word.is_empty() {
                "empty"
            } else {
                "standin"
            },
        ))
        .hiding(&[
            "token-malformed",
            "token-invalid",
            "token-signature",
            "api-key-invalid",
            "authorization-malformed",
            "authorization-missing",
            "basic-credentials-rejected",
        ]);
    let template = found.word.contains(['{', '$', '%', '_']);
    Some(
        finding
            .fix(if template {
                Fix::frontend(Effort::Easy, "fill")
            } else {
                Fix::frontend(Effort::Easy, "wait").snippet("authorization-guarded")
            })
            .fix(Fix::person(Effort::Easy, "fix.sign-in")),
    )
}

fn scheme(facts: &Facts<'_>) -> String {
    let sent = facts.credentials.authorization.as_ref();
    sent.and_then(|sent| sent.scheme.clone())
        .unwrap_or_else(|| "Bearer".to_owned())
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
