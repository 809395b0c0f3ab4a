//! The failed request is itself the sign-in: wrong user name, password or code.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::{Purpose, grant_type};
use crate::speech::Meaning;

const ID: &str = "login-rejected";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// What a server may say of a rejected sign-in without meaning anything else.
const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "basic-credentials-rejected",
    "no-credentials",
    "token-invalid",
]);

const SIGN_IN: Signal = Signal::Own("the request gives a password", is_sign_in);

const ASKED: Because = Because::observed(Subject::Request, "sign-in");
const SAID: Because = Because::observed(Subject::Server, "said").when(&[Signal::Said(ID)]);

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        // A code that is wrong may be that of the second factor.
        Rule::likely("named-or-second-factor", Trust::Body)
            .when(&[SIGN_IN, Signal::Named(ID), Signal::Said("mfa-required")])
            .unless(&[BESIDE])
            .because(&[ASKED, SAID]),
        Rule::certain("named", Trust::Body)
            .when(&[SIGN_IN, Signal::Named(ID)])
            .unless(&[BESIDE])
            .because(&[ASKED, SAID]),
        Rule::possible("sign-in-and-another-cause", Trust::Typical)
            .when(&[SIGN_IN, BESIDE])
            .unless(&[Signal::Named(ID)])
            .because(&[ASKED, SAID]),
        Rule::possible("accepted-without-cookies", Trust::Typical)
            .when(&[
                SIGN_IN,
                Signal::Own(
                    "the same sign-in was accepted later, without its cookies",
                    is_accepted_soon,
                ),
            ])
            .unless(&[Signal::Named(ID)])
            .because(&[ASKED, SAID]),
        Rule::likely("hinted", Trust::Body)
            .when(&[SIGN_IN, Signal::Said(ID)])
            .unless(&[BESIDE])
            .because(&[ASKED, SAID]),
        Rule::possible("another-cause-hinted", Trust::Typical)
            .when(&[
                SIGN_IN,
                Signal::Own("the server hints at another reason", is_another_hinted),
            ])
            .unless(&[BESIDE])
            .because(&[ASKED]),
        // A sign-in is rejected for many reasons: a locked account, a second factor, a full store of sessions.
        Rule::likely("sign-in", Trust::Typical)
            .when(&[SIGN_IN, Signal::BodyRead])
            .because(&[ASKED, SAID]),
        Rule::possible("sign-in-without-body", Trust::Header)
            .when(&[SIGN_IN])
            .because(&[ASKED, SAID]),
        Rule::likely("named-of-a-post", Trust::Body)
            .when(&[
                Signal::Named(ID),
                Signal::Own("something was posted", is_posted),
                Signal::NothingSent,
            ])
            .unless(&[BESIDE, Signal::Said("authorization-missing")])
            .because(&[ASKED, SAID]),
        Rule::likely("old-password", Trust::Body)
            .when(&[
                Signal::Named(ID),
                Signal::Own("the server speaks of an old password", is_of_old_password),
            ])
            .unless(&[Signal::Method("GET")])
            .because(&[ASKED, SAID]),
        Rule::possible("named-without-credentials", Trust::Body)
            .when(&[Signal::Named(ID), Signal::NothingSent])
            .because(&[ASKED, SAID]),
        Rule::possible("named-of-basic", Trust::Body)
            .when(&[Signal::Named(ID), Signal::SchemeSent("basic")])
            .because(&[ASKED, SAID]),
        // A token endpoint of OAuth whose grant could not be seen.
        Rule::possible("token-endpoint", Trust::Typical)
            .when(&[Signal::Purpose(Purpose::Token)])
            .unless(&[Signal::GrantSent, Signal::Named(ID), BESIDE])
            .because(&[ASKED]),
    ],
    hides: &["no-credentials", "authorization-missing", "token-invalid"],
    fixes: &[
        Repair::person(Effort::Easy, "again"),
        Repair::frontend(Effort::Easy, "show"),
        Repair::frontend(Effort::Easy, "fields"),
    ],
    ..Rules::BARE
};

/// Whether it is a sign-in, a token request with a password (RFC 6749, 4.3), or one to a plain `…/token`.
fn is_sign_in(facts: &Facts<'_>) -> bool {
    match facts.request.purpose {
        Purpose::SignIn => true,
        Purpose::Token => is_password_given(facts),
        _ => false,
    }
}

fn is_password_given(facts: &Facts<'_>) -> bool {
    let path = facts.request.path().to_ascii_lowercase();
    match grant_type(&facts.entry().request) {
        Some(grant) => grant == "password" || grant.contains("password-realm"),
        None => !path.contains("connect") && !path.contains("oauth"),
    }
}

fn is_posted(facts: &Facts<'_>) -> bool {
    matches!(facts.request.method.as_str(), "POST" | "PUT" | "PATCH")
}

/// Whether the server's words lean towards another reason why nobody was let in.
fn is_another_hinted(facts: &Facts<'_>) -> bool {
    [
        "account-locked",
        "mfa-required",
        "csrf",
        "rate-limited",
        "subscription-required",
        "ip-restricted",
        "server-fault",
        "password-changed",
    ]
    .iter()
    .any(|id| facts.said.cause(id).is_some())
}

/// Whether the same sign-in succeeded afterwards with other cookies: then those were at fault.
fn is_accepted_soon(facts: &Facts<'_>) -> bool {
    let had_session = !facts.credentials.session_cookies().is_empty();
    let later = |index: &usize| {
        facts.exchange.entries.get(*index).is_some_and(|entry| {
            entry.request.headers.is_some() && entry.request.header("cookie").is_none()
        })
    };
    had_session && facts.history.accepted_after.iter().any(later)
}

/// Whether it is the old password that was wrong, where a new one was to be set.
fn is_of_old_password(facts: &Facts<'_>) -> bool {
    let mut phrases = facts.said.phrases.iter();
    phrases.any(|(_, saying)| saying.means == Meaning::Cause(ID) && saying.of_old_password())
}
