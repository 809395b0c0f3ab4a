//! All scenarios, family by family.

mod bearer;
mod claims;
mod cookies;
mod crossing;
mod doors;
mod handshakes;
mod keys;
mod refused;
mod refused_rarely;
mod signing_in;
mod visitors;
mod ways;

use crate::scenario::Scenario;

/// The families in the order of the front page.
pub(crate) fn families() -> impl Iterator<Item = (&'static str, &'static [Scenario])> {
    [
        ("Visitors and sessions", visitors::ALL),
        ("Signing in", signing_in::ALL),
        ("Bearer tokens", bearer::ALL),
        ("What a token says", claims::ALL),
        ("Keys, signatures and passwords", keys::ALL),
        ("Cookies that stay at home", cookies::ALL),
        ("Cookies that are refused", refused::ALL),
        (
            "Cookies that are refused for rarer reasons",
            refused_rarely::ALL,
        ),
        ("From one origin to another", crossing::ALL),
        ("What stands in front", doors::ALL),
        ("Other ways to ask", ways::ALL),
        ("No fault at all", handshakes::ALL),
    ]
    .into_iter()
}

pub(crate) fn all() -> impl Iterator<Item = &'static Scenario> {
    families().flat_map(|(_, all)| all)
}
