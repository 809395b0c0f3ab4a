//! A second factor, single sign-on, or a fresher, stronger sign-in is wanted.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::is_step_up_field;
use crate::knowledge::{self, Trait};

const ID: &str = "mfa-required";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// What a server may say beside this without meaning anything else.
const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "token-invalid",
    "token-revoked",
    "no-credentials",
    "login-rejected",
    "permission-denied",
    "authorization-missing",
    "basic-credentials-rejected",
    "session-expired",
]);

const SAID: Because = Because::observed(Subject::Server, "said");

static RULES: Rules = Rules {
    rows: &[
        Rule::certain("code-in-field", Trust::Header)
            .when(&[Signal::Own(
                "a field such as X-GitHub-OTP says required",
                is_code_required,
            )])
            .variant("code")
            .because(&[Because::observed(Subject::Header, "code-wanted")]),
        Rule::certain("challenge", Trust::Header)
            .when(&[Signal::Own(
                "the challenge asks for a stronger sign-in (RFC 9470)",
                is_stronger_asked,
            )])
            .because(&[Because::observed(Subject::Header, "stronger")]),
        // The same challenge also comes when a token was revoked; only the body tells the two apart.
        Rule::likely("claims-challenge", Trust::Header)
            .when(&[Signal::Own(
                "the challenge has the error insufficient_claims",
                is_claims_asked,
            )])
            .unless(&[
                Signal::Named("token-revoked"),
                Signal::Named("password-changed"),
                Signal::Named(ID),
            ])
            .because(&[Because::observed(Subject::Header, "claims")]),
        Rule::heard("named", Confidence::Certain, ID)
            .when(&[Signal::Named(ID)])
            .unless(&[BESIDE])
            .because(&[SAID]),
        Rule::heard("named-beside-another", Confidence::Likely, ID)
            .when(&[Signal::Named(ID)])
            .because(&[SAID]),
        Rule::possible("hinted", Trust::Body)
            .when(&[Signal::Said(ID)])
            .because(&[SAID]),
        // Sentry returns 401 to a good session for two things only: it wants a fresh sign-in, or the organization's own.
        Rule::likely("good-session-at-sentry", Trust::History)
            .when(&[
                Signal::AnsweredWith(Trait::RefusesGoodSessions),
                Signal::Own(
                    "the same credentials were accepted a moment ago",
                    is_accepted_a_moment_ago,
                ),
                Signal::Own(
                    "a cookie that could carry a session was sent",
                    is_session_sent,
                ),
            ])
            .unless(&[Signal::NamedBeside(&[])])
            .hides(&["csrf", "permission-denied"])
            .because(&[Because::observed(Subject::History, "good-session")]),
    ],
    hides: &[
        "token-invalid",
        "no-credentials",
        "basic-credentials-rejected",
        "scheme-mismatch",
    ],
    fixes: &[
        Repair::person(Effort::Easy, "step-up"),
        Repair::frontend(Effort::Medium, "ask"),
    ],
    ..Rules::BARE
};

fn is_code_required(facts: &Facts<'_>) -> bool {
    let of_products = knowledge::ALL.iter().flat_map(|one| one.step_up_headers);
    let fields = facts.entry().response.fields();
    let known: Vec<&str> = of_products.copied().collect();
    fields
        .iter()
        .filter(|field| {
            known
                .iter()
                .any(|one| one.eq_ignore_ascii_case(&field.name))
                || is_step_up_field(&field.name)
        })
        .any(|field| field.value.to_ascii_lowercase().starts_with("require"))
}

/// By RFC 9470 (`insufficient_user_authentication`, `acr_values`, `max_age`), or by a scheme `OTP`.
fn is_stronger_asked(facts: &Facts<'_>) -> bool {
    facts.challenges.iter().any(|challenge| {
        challenge.param("error") == Some("insufficient_user_authentication")
            || challenge.param("acr_values").is_some()
            || challenge.param("max_age").is_some()
            || challenge.is("otp")
    })
}

fn is_claims_asked(facts: &Facts<'_>) -> bool {
    let mut challenges = facts.challenges.iter();
    challenges.any(|challenge| challenge.param("error") == Some("insufficient_claims"))
}

fn is_accepted_a_moment_ago(facts: &Facts<'_>) -> bool {
    facts.accepted_a_moment_ago()
}

fn is_session_sent(facts: &Facts<'_>) -> bool {
    !facts.credentials.session_cookies().is_empty()
}
