//! The API takes no calls from a page: it wants a server in between, or an explicit word that a browser calls on
//! purpose.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::speech::Saying;
use crate::token::credential::Kind;

const ID: &str = "browser-not-allowed";

/// The field by which a page tells Anthropic's API that a browser calls on purpose.
const ON_PURPOSE: &str = "anthropic-dangerous-direct-browser-access";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "requests|calls|access|usage|use ~1 from|by|in ~2 browser|browsers ~4 not|forbidden|blocked|disabled|prohibited|disallowed",
        ),
        Saying::names(
            ID,
            "not ~1 allowed|permitted|supported|available ~1 from|in ~2 browser|browsers",
        ),
        Saying::names(
            ID,
            "cannot|cant|must not|may not|should not ~1 be ~1 called|used|accessed|invoked ~2 from|in ~2 browser|browsers|frontend",
        ),
        Saying::names(
            ID,
            "browser ~1 requests|calls|access|clients ~2 not ~1 allowed|permitted|supported",
        ),
        Saying::names(ID, "secret ~2 key|keys ~4 in|from ~2 browser|browsers"),
        Saying::hints(ID, "server side ~2 only"),
        Saying::hints(ID, "only ~4 from ~2 server|backend"),
    ],
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
                Signal::AnsweredBy("anthropic"),
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
        Repair::frontend(Effort::Easy, "on-purpose").when(&[Signal::AnsweredBy("anthropic")]),
    ],
    ..Rules::BARE
};

fn sends_secret(facts: &Facts<'_>) -> bool {
    facts.credentials.tokens().any(
        |token| matches!(token.credential.kind, Kind::Known(form) if form.id == "supabase-secret"),
    )
}
