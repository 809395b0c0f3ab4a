//! The cookie belongs to another host or subdomain than the one asked, or was set with a `Domain` that its host may
//! not use.

use crate::causes::withheld::deciding::{Kept, not_sent};
use crate::causes::withheld::reason::Reason;
use crate::causes::withheld::rows;
use crate::causes::{Cause, Repair, Rules, Signal};
use crate::cookie::site;
use crate::diagnosis::Effort;
use crate::facts::Facts;
use crate::facts::request::is_local;

const ID: &str = "cookie-domain";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const WHY: Reason = Reason::Domain;
const REJECTED: Signal = Signal::Kept(Kept::Rejected(WHY));
/// Names of one machine share no domain that a cookie could be set for: `localhost` and `127.0.0.1`.
const ONE_MACHINE: Signal = Signal::Own("both hosts are names of this machine", is_one_machine);
const TWO_HOSTS: Signal = Signal::Own("the cookie is of another host of the site", is_two_hosts);

static RULES: Rules = Rules {
    rows: &[
        rows::rejected_for_csrf(WHY),
        rows::rejected_at_sign_in(WHY),
        rows::rejected_for_renewal(WHY),
        rows::rejected_for_renewal_unsurely(WHY),
        rows::rejected(WHY),
        rows::rejected_perhaps(WHY),
        rows::withheld(WHY),
        rows::withheld_aside(WHY),
    ],
    variants: &[
        ("local", &[ONE_MACHINE]),
        (
            "sibling",
            &[
                TWO_HOSTS,
                Signal::Own("the cookie is host-only", is_host_only),
            ],
        ),
    ],
    fixes: &[
        Repair::backend(Effort::Easy, "own-domain")
            .snippet("cookie-domain")
            .when(&[REJECTED]),
        Repair::backend(Effort::Easy, "wide-domain")
            .snippet("cookie-domain")
            .when(&[TWO_HOSTS]),
        Repair::person(Effort::Easy, "go-there").when(&[Signal::Withheld(WHY)]),
        Repair::frontend(Effort::Easy, "one-name").when(&[ONE_MACHINE]),
        Repair::backend(Effort::Easy, "serve-one-name").when(&[ONE_MACHINE]),
        Repair::frontend(Effort::Easy, "one-host").when(&[TWO_HOSTS]),
    ],
    ..Rules::BARE
};

fn is_one_machine(facts: &Facts<'_>) -> bool {
    not_sent(facts, WHY).is_some_and(|one| {
        let domain = one.verdict.domain.as_str();
        is_local(domain)
            && facts.request.is_local()
            && site::of_host(domain) != site::of_host(facts.request.host())
    })
}

fn is_two_hosts(facts: &Facts<'_>) -> bool {
    not_sent(facts, WHY).is_some() && !is_one_machine(facts)
}

fn is_host_only(facts: &Facts<'_>) -> bool {
    not_sent(facts, WHY).is_some_and(|one| one.cookie.host_only)
}
