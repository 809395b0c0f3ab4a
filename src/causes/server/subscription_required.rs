//! A paid plan or licence is wanted.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::http::url::Url;

const ID: &str = "subscription-required";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    unless: &[
        Signal::Named("api-key-missing"),
        Signal::Named("api-key-invalid"),
    ],
    rows: &[
        Rule::said("said", ID).because(&[Because::observed(Subject::Server, "said")]),
        // A player asks whether the account may play in the web; only paid ones may.
        Rule::likely("premium-check", Trust::Credential)
            .when(&[
                Signal::Own(
                    "the path is one at which the product is asked what was paid for",
                    is_premium_check,
                ),
                Signal::AuthorizationSent,
            ])
            .unless(&[Signal::TokenExpired])
            .because(&[Because::observed(Subject::Request, "premium-check")]),
        Rule::likely("other-product", Trust::History)
            .when(&[
                Signal::KeySent,
                Signal::Own(
                    "the same key is accepted for another version of the service",
                    is_other_version_accepted,
                ),
            ])
            .unless(&[Signal::AuthorizationSent, Signal::NamedBeside(&[])])
            .because(&[Because::observed(Subject::History, "other-product")]),
    ],
    hides: &["api-key-invalid", "token-invalid"],
    fixes: &[
        Repair::person(Effort::Easy, "plan"),
        Repair::frontend(Effort::Easy, "tell"),
        Repair::backend(Effort::Easy, "status").snippet("forbid"),
    ],
    ..Rules::BARE
};

fn is_premium_check(facts: &Facts<'_>) -> bool {
    facts.path_ends(|product| product.subscription_checks)
}

/// The part of a path that names a version, such as `v3` or `2.5`.
fn version(path: &str) -> Option<String> {
    path.split('/')
        .find(|part| part.starts_with(|first: char| first.is_ascii_digit() || first == 'v'))
        .map(str::to_owned)
}

fn is_other_version_accepted(facts: &Facts<'_>) -> bool {
    let Some(own) = version(facts.request.path()) else {
        return false;
    };
    let mut accepted = facts.accepted_with_the_same();
    accepted.any(|entry| {
        Url::parse(&entry.request.url)
            .and_then(|url| version(&url.path))
            .is_some_and(|other| other != own)
    })
}
