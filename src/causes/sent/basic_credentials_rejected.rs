//! Basic or Digest user name and password were sent, well formed, and refused.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Family;
use crate::facts::Facts;
use crate::http::authorization::{self, Authorization, Malformed};
use crate::token::credential::{self, Basic};

const ID: &str = "basic-credentials-rejected";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// The server names a cause that is not said of a wrong user name or password.
const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "login-rejected",
    "token-invalid",
    "no-credentials",
    "authorization-missing",
    "permission-denied",
    "server-basic-auth",
]);

const OFFERED_AGAIN: Signal =
    Signal::Own("the scheme that was sent is offered again", is_same_again);
const UNREAD: Signal = Signal::Own("a script asked, and no body was read", is_unread);

static RULES: Rules = Rules {
    when: &[Signal::Own(
        "a user name or password was sent, or offered by the browser",
        is_used,
    )],
    unless: &[
        Signal::OnPreflight,
        // `stale=true` says that user name and password were right (RFC 7616, 3.3).
        Signal::Own("the challenge says stale", is_stale),
        Signal::Own("Basic has no colon", is_without_colon),
        Signal::Own("the same origin accepts the same credentials", is_accepted),
    ],
    rows: &[
        // The browser was asked again for the same request, so what was typed or saved was sent and rejected.
        Rule::likely("asked-again", Trust::Browser)
            .when(&[Signal::OfferedInVain])
            .variant("asked-again")
            .with(&[("realm", realm)])
            .hides(&["no-credentials", "session-expired"])
            .because(&[Because::observed(Subject::Browser, "asked-again")]),
        Rule::certain("named", Trust::Body)
            .when(&[Signal::Named(ID)])
            .unless(&[BESIDE]),
        Rule::certain("sign-in-rejected", Trust::Body)
            .when(&[Signal::Named("login-rejected")])
            .unless(&[BESIDE]),
        // Many APIs take a key or a token so, and return the same challenge to whatever displeases them.
        Rule::possible("offered-again-and-unread", Trust::Header)
            .when(&[OFFERED_AGAIN, UNREAD])
            .unless(&[BESIDE])
            .variant("unsure"),
        Rule::likely("offered-again", Trust::Header)
            .when(&[OFFERED_AGAIN])
            .unless(&[BESIDE]),
        Rule::likely("hinted", Trust::Body)
            .when(&[Signal::Said(ID)])
            .unless(&[BESIDE]),
        Rule::likely("no-challenge", Trust::Typical)
            .when(&[Signal::NoChallenge])
            .unless(&[BESIDE, UNREAD]),
        Rule::possible("sent", Trust::Typical).variant("unsure"),
    ],
    because: &[
        Because::observed(Subject::Header, "sent").when(&[Signal::AuthorizationSent]),
        Because::observed(Subject::Server, "again").when(&[OFFERED_AGAIN]),
        Because::observed(Subject::Server, "realm")
            .when(&[
                OFFERED_AGAIN,
                Signal::Own("the challenge names its realm", is_realm_named),
            ])
            .with(&[("realm", realm)]),
        Because::observed(Subject::Server, "no-realm").when(&[
            OFFERED_AGAIN,
            Signal::Own("the challenge names no realm", is_no_realm_named),
        ]),
        Because::observed(Subject::Token, "empty-password")
            .when(&[Signal::Own("the password is empty", is_password_empty)]),
        Because::observed(Subject::Token, "non-ascii").when(&[Signal::Own(
            "user name or password has letters outside ASCII",
            is_non_ascii,
        )]),
    ],
    hides: &["login-rejected", "server-basic-auth"],
    fills: &[("scheme", scheme)],
    fixes: &[
        // Chromium shows the field only where the page's own code wrote it, and keeps no such password.
        Repair::person(Effort::Easy, "in-page").when(&[Signal::Own(
            "the page's own code sent the password",
            is_sent_by_page,
        )]),
        Repair::person(Effort::Easy, "again").when(&[Signal::Own(
            "the browser may have kept the password",
            is_kept_by_browser,
        )]),
        Repair::backend(Effort::Medium, "check"),
    ],
    ..Rules::BARE
};

fn sent<'a>(facts: &'a Facts<'_>) -> Option<&'a Authorization> {
    facts.credentials.authorization.as_ref()
}

/// What Basic says of user name and password, if it has either.
fn basic(facts: &Facts<'_>) -> Option<Basic> {
    sent(facts)?
        .basic()
        .filter(|basic| !basic.user_empty || !basic.password_empty)
}

fn is_digest(facts: &Facts<'_>) -> bool {
    sent(facts).is_some_and(|sent| sent.is("digest") && !sent.params.is_empty())
}

fn is_used(facts: &Facts<'_>) -> bool {
    facts.offered_in_vain() || basic(facts).is_some() || is_digest(facts)
}

fn is_stale(facts: &Facts<'_>) -> bool {
    facts.challenges.iter().any(|challenge| {
        challenge
            .param("stale")
            .is_some_and(|stale| stale.eq_ignore_ascii_case("true"))
    })
}

fn is_without_colon(facts: &Facts<'_>) -> bool {
    sent(facts).is_some_and(|sent| sent.malformed.contains(&Malformed::BasicWithoutColon))
}

fn is_accepted(facts: &Facts<'_>) -> bool {
    let Some(sent) = sent(facts) else {
        return false;
    };
    facts
        .accepted_nearby()
        .filter_map(|entry| entry.request.header("authorization"))
        .map(authorization::parse)
        .any(|other| {
            sent.params.is_empty() && credential::same(&other.credentials, &sent.credentials)
        })
}

fn is_same_again(facts: &Facts<'_>) -> bool {
    ["basic", "digest"]
        .iter()
        .any(|scheme| sent(facts).is_some_and(|sent| sent.is(scheme)) && facts.challenged(scheme))
}

fn is_unread(facts: &Facts<'_>) -> bool {
    facts.request.by_script && !facts.said.has_body()
}

/// The scheme that was sent; where the browser did not show it, the first that was asked for.
fn scheme(facts: &Facts<'_>) -> Value {
    let mut asked = facts.challenges.iter();
    let digest = match sent(facts) {
        Some(_) => is_digest(facts),
        None => asked
            .find(|one| one.is("basic") || one.is("digest"))
            .is_some_and(|one| one.is("digest")),
    };
    if digest { "Digest" } else { "Basic" }.into()
}

fn named_realm<'a>(facts: &'a Facts<'_>) -> &'a str {
    let mut challenges = facts.challenges.iter();
    challenges
        .find_map(|challenge| challenge.param("realm"))
        .unwrap_or_default()
}

fn realm(facts: &Facts<'_>) -> Value {
    named_realm(facts).into()
}

fn is_realm_named(facts: &Facts<'_>) -> bool {
    !named_realm(facts).trim().is_empty()
}

fn is_no_realm_named(facts: &Facts<'_>) -> bool {
    !is_realm_named(facts)
}

fn is_password_empty(facts: &Facts<'_>) -> bool {
    basic(facts).is_some_and(|basic| basic.password_empty)
}

fn is_non_ascii(facts: &Facts<'_>) -> bool {
    basic(facts).is_some_and(|basic| !basic.password_empty && basic.non_ascii)
}

fn is_sent_by_page(facts: &Facts<'_>) -> bool {
    sent(facts).is_some()
        && facts.request.by_script
        && facts.exchange.browser.family == Family::Chromium
}

fn is_kept_by_browser(facts: &Facts<'_>) -> bool {
    !is_sent_by_page(facts)
}
