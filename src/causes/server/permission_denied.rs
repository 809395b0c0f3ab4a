//! Known, but not allowed: what should have been a 403.

use crate::causes::signal::is_safe;
use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;

const ID: &str = "permission-denied";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const SAID: &[Because] = &[Because::observed(Subject::Server, "said")];
const ELSEWHERE: &[Because] = &[Because::observed(Subject::History, "accepted-elsewhere")];
const ACCEPTED: Signal = Signal::Own(
    "the same credentials are accepted for other requests only",
    is_accepted_elsewhere,
);
const ASK: Repair = Repair::person(Effort::Easy, "ask");
const GRANT: Repair = Repair::backend(Effort::Easy, "grant");
const FORBID: Repair = Repair::backend(Effort::Easy, "forbid").snippet("forbid");
const KEEP: Repair = Repair::frontend(Effort::Easy, "no-sign-out");
/// Whose token is good is known to the server, and another sign-in gains nothing.
const KNOWN: &[Repair] = &[ASK, GRANT, FORBID, KEEP];

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight, Signal::SeenStatus(407)],
    rows: &[
        Rule::said("coded", ID)
            .when(&[Signal::Coded(ID)])
            .because(SAID),
        // Such words are often said to anyone who is rejected; where another cause is named, that one is meant.
        Rule::said("said-to-somebody", ID)
            .unless(&[Signal::NothingSent, Signal::NamedBeside(&[ID])])
            .because(SAID),
        Rule::said("said-with-403", ID)
            .when(&[Signal::SeenStatus(403)])
            .unless(&[Signal::NamedBeside(&[ID])])
            .because(SAID),
        // IIS checks a file's rights once it knows who asks; on a connection that is signed in, nothing is sent again.
        Rule::said("said-on-a-connection", ID)
            .when(&[Signal::Challenged("Negotiate")])
            .unless(&[Signal::NamedBeside(&[ID])])
            .because(SAID),
        Rule::possible("said-beside-another", Trust::Body)
            .when(&[Signal::Said(ID)])
            .unless(&[Signal::Own(
                "a visitor without credentials got a 401",
                is_visitor,
            )])
            .variant("unsure")
            .because(SAID),
        // A database returns 401 where its rules do not let a person read, though the person's token is good.
        Rule::likely("database-rules", Trust::Credential)
            .when(&[
                Signal::Own("rules decide who may read at this path", is_database),
                Signal::TokenHolds,
            ])
            .unless(&[Signal::NamedBeside(&[ID])])
            .variant("unsure")
            .because(&[Because::observed(Subject::Token, "rules")])
            .hides(&["token-invalid"])
            .fixed_by(KNOWN),
        // Magento returns 401 where its own token, which is known by the claim that says whose it is, lacks a right.
        Rule::possible("magento", Trust::Credential)
            .when(&[
                Signal::Own("the token is Magento's (utypid)", is_of_magento),
                Signal::TokenHolds,
            ])
            .unless(&[Signal::NamedBeside(&[])])
            .variant("unsure")
            .because(&[Because::observed(Subject::Token, "magento")])
            .fixed_by(KNOWN),
        Rule::possible("status-403", Trust::Header)
            .when(&[Signal::SeenStatus(403)])
            .unless(&[Signal::NothingSent])
            .variant("unsure")
            .because(&[Because::observed(Subject::Server, "status")]),
        // What is accepted both before and after has not expired in between.
        Rule::likely("accepted-elsewhere-before-and-after", Trust::History)
            .when(&[
                ACCEPTED,
                Signal::Own("both before and after", is_accepted_around),
            ])
            .unless(&[
                Signal::NothingSent,
                Signal::TokenExpired,
                Signal::NamedBeside(&[]),
                Signal::Own(
                    "only requests that read are accepted, and this one changes something",
                    is_only_reading_accepted,
                ),
            ])
            .variant("unsure")
            .because(ELSEWHERE)
            .hides(&["session-expired", "token-invalid", "token-expired"]),
        Rule::possible("accepted-elsewhere", Trust::History)
            .when(&[ACCEPTED])
            .unless(&[
                Signal::NothingSent,
                Signal::TokenAcceptedForTheSame,
                Signal::TokenExpired,
                Signal::NamedBeside(&[]),
            ])
            .variant("unsure")
            .because(ELSEWHERE),
    ],
    // Only where it is named there is no use in signing in again.
    variants: &[(
        "unsure",
        &[Signal::Own("the server does not name it", is_unnamed)],
    )],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again")
            .when(&[Signal::Own("the server does not speak of it", is_unsaid)]),
        ASK,
        GRANT,
        FORBID,
        KEEP,
    ],
    ..Rules::BARE
};

fn is_unnamed(facts: &Facts<'_>) -> bool {
    !facts.said.names(ID)
}

fn is_unsaid(facts: &Facts<'_>) -> bool {
    facts.said.cause(ID).is_none()
}

/// Without any credential, words of rights mean a visitor, and not a person who lacks one.
fn is_visitor(facts: &Facts<'_>) -> bool {
    let by_connection = facts.challenged("negotiate") || facts.challenged("ntlm");
    facts.credentials.is_none() && facts.status() == 401 && !by_connection
}

fn is_database(facts: &Facts<'_>) -> bool {
    facts.path_ends(|product| product.ruled_paths)
}

fn is_of_magento(facts: &Facts<'_>) -> bool {
    let claims = facts.bearer().and_then(|bearer| bearer.claims);
    claims.is_some_and(|claims| claims.names.iter().any(|name| name == "utypid"))
}

/// The same credential is accepted for other things of this server, and never for this one.
fn is_accepted_elsewhere(facts: &Facts<'_>) -> bool {
    facts.accepted_with_the_same().next().is_some()
        && facts.history.accepted_before.is_empty()
        && facts.history.accepted_after.is_empty()
}

/// Whoever may read and not write may as well lack the token against forged requests.
fn is_only_reading_accepted(facts: &Facts<'_>) -> bool {
    let mut accepted = facts.accepted_with_the_same();
    !is_safe(&facts.request.method) && accepted.all(|entry| is_safe(&entry.request.method))
}

/// Whether the very same credentials were accepted elsewhere at this server both before and after.
fn is_accepted_around(facts: &Facts<'_>) -> bool {
    let now = facts.entry().started;
    let side = |before: bool| {
        facts
            .accepted_with_the_same()
            .any(|entry| match (entry.started, now) {
                (Some(at), Some(now)) => (at < now) == before,
                _ => false,
            })
    };
    side(true) && side(false)
}
