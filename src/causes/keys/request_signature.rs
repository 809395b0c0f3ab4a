//! A signed request (AWS `SigV4`, HMAC, OAuth 1, signed URL) does not verify, or its time is off.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::said::Voice;

const ID: &str = "request-signature";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

// A token has a signature too, so the word alone does not tell which of the two is meant.
const SIGNED_TOKEN: Signal = Signal::Own("a token with a signature was sent", is_token_signed);

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        Rule::heard("named-of-signed-request", Confidence::Certain, ID)
            .when(&[Signal::Named(ID), Signal::Signed]),
        Rule::heard("named", Confidence::Certain, ID)
            .when(&[Signal::Named(ID)])
            .unless(&[SIGNED_TOKEN]),
        Rule::certain("hinted-of-signed-request", Trust::Body)
            .when(&[Signal::Said(ID), Signal::Signed]),
        Rule::possible("named-with-token", Trust::Body).when(&[Signal::Named(ID)]),
        Rule::likely("hinted-in-header", Trust::Header)
            .when(&[Signal::Own(
                "a header field speaks of request-signature",
                is_said_in_header,
            )])
            .unless(&[SIGNED_TOKEN, Signal::AuthorizationSent]),
        Rule::likely("signed", Trust::Typical)
            .when(&[Signal::Signed])
            .unless(&[Signal::Said(ID), Signal::NamedBeside(&[])]),
    ],
    because: &[
        Because::observed(Subject::Request, "signed").when(&[Signal::Signed]),
        Because::observed(Subject::Request, "speaks")
            .when(&[Signal::Own("the request is not signed", is_unsigned)]),
        Because::observed(Subject::Server, "said").when(&[Signal::Said(ID)]),
        Because::observed(Subject::Clock, "clock").when(&[Signal::ClocksDiffer]),
    ],
    hides: &["token-signature", "token-invalid", "api-key-invalid"],
    fixes: &[
        Repair::person(Effort::Easy, "fix.set-clock").when(&[Signal::ClocksDiffer]),
        Repair::frontend(Effort::Medium, "same"),
        Repair::backend(Effort::Medium, "compare"),
    ],
    ..Rules::BARE
};

fn is_token_signed(facts: &Facts<'_>) -> bool {
    let named = facts.said.names("token-signature") && facts.bearer().is_some();
    named || facts.credentials.jwts().next().is_some()
}

fn is_said_in_header(facts: &Facts<'_>) -> bool {
    let said = facts.said.cause(ID);
    said.is_some_and(|(voice, _)| matches!(voice, Voice::Header | Voice::Challenge))
}

fn is_unsigned(facts: &Facts<'_>) -> bool {
    !facts.is_signed()
}
