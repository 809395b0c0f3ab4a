//! The API takes no calls from a page: it wants a server in between, or an explicit word that a browser calls on
//! purpose.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::knowledge::Trait;
use crate::token::credential::Kind;

const ID: &str = "browser-not-allowed";

/// The field by which a page tells Anthropic's API that a browser calls on purpose.
const ON_PURPOSE: &str = "anthropic-dangerous-direct-browser-access";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        // A page's own script; whoever opens the address by hand is told something else.
        Rule::said("said", ID)
            .when(&[Signal::ByScript])
            .because(&[Because::observed(Subject::Server, "said")]),
        Rule::said("said-otherwise", ID)
            .at_most(Confidence::Possible)
            .because(&[Because::observed(Subject::Server, "said")]),
        // Anthropic's API refuses every request with `Origin` that does not say so.
        Rule::likely("not-on-purpose", Trust::Header)
            .when(&[
                Signal::AnsweredWith(Trait::TakesPagesOnPurpose),
                Signal::ByScript,
                Signal::CrossOrigin,
                Signal::RequestField("origin"),
                Signal::KeySent,
            ])
            .unless(&[Signal::RequestField(ON_PURPOSE), Signal::NamedBeside(&[ID])])
            .because(&[Because::observed(Subject::Header, "no-word")]),
        // Supabase takes its secret keys from servers only.
        Rule::likely("secret-key", Trust::Credential)
            .when(&[
                Signal::ByScript,
                Signal::Own("a secret key of Supabase was sent", sends_secret),
            ])
            .unless(&[Signal::NamedBeside(&[ID])])
            .because(&[Because::observed(Subject::Token, "secret")]),
    ],
    hides: &["api-key-invalid", "cors-hides-401", "cors-credentials"],
    fixes: &[
        Repair::frontend(Effort::Medium, "own-server"),
        Repair::frontend(Effort::Easy, "on-purpose")
            .when(&[Signal::AnsweredWith(Trait::TakesPagesOnPurpose)]),
    ],
    ..Rules::BARE
};

fn sends_secret(facts: &Facts<'_>) -> bool {
    facts.credentials.tokens().any(
        |token| matches!(token.credential.kind, Kind::Known(form) if form.id == "supabase-secret"),
    )
}
