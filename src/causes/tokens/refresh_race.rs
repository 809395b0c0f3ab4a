//! Two tabs or two calls refreshed at once; rotation made the other one's token stale.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::renewal::Race;
use crate::speech::Saying;

const ID: &str = "refresh-race";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "refresh ~1 token ~4 already ~1 used|exchanged|rotated|redeemed|consumed",
        ),
        Saying::names(ID, "refresh ~1 token ~3 reuse|reused|replayed|replay"),
        Saying::names(ID, "reuse ~3 refresh token"),
        Saying::names(ID, "already used ~3 refresh token"),
        Saying::names(ID, "maximum allowed refresh token reuse"),
        Saying::names(ID, "stale|outdated refresh token"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: true,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() {
        return None;
    }
    let said = Finding::named(&facts.said, ID);
    let finding = match (said, facts.refresh_race()) {
        (Some(said), _) => said,
        (None, Some(Race { same, seconds })) => {
            let finding = if same {
                Finding::certain(Trust::Browser)
            } else {
                Finding::likely(Trust::Browser)
            };
            let key = if same { "same-token" } else { "close" };
            finding.because(Evidence::observed(Subject::History, key).arg("seconds", seconds))
        }
        (None, None) => return None,
    };
    Some(
        finding
            .hiding(&[
                "token-invalid",
                "refresh-failed",
                "token-expired",
                "login-rejected",
            ])
            .fix(Fix::person(Effort::Easy, "reload"))
            .fix(Fix::frontend(Effort::Medium, "one-at-a-time").snippet("one-renewal"))
            .fix(Fix::backend(Effort::Medium, "grace")),
    )
}
