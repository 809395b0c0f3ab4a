//! The 401 itself lacks the CORS fields, so the page's code sees a network error and no status.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Resource;
use crate::facts::Facts;
use crate::http::cors::Refusal;

const ID: &str = "cors-hides-401";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    // That the page cannot see the status is certain; why there is a 401 at all is not said by it.
    rows: &[Rule::likely("no-allow-origin", Trust::Typical)
        .when(&[
            Signal::CorsRefused(Refusal::MissingAllowOriginHeader),
            Signal::Status(400, 599),
        ])
        .unless(&[
            Signal::OnPreflight,
            Signal::Own(
                "a WebSocket handshake, to which CORS does not apply",
                is_socket,
            ),
        ])],
    because: &[Because::observed(Subject::Cors, "no-allow-origin")],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again"),
        Repair::backend(Effort::Easy, "on-errors-too").snippet("cors-errors"),
        Repair::frontend(Effort::Easy, "expect-it"),
    ],
    ..Rules::BARE
};

fn is_socket(facts: &Facts<'_>) -> bool {
    facts.entry().resource == Resource::WebSocket
}
