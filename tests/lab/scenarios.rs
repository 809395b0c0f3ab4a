//! All scenarios, family by family.

mod bearer;
mod crossing;
mod handshakes;
mod visitors;

use crate::scenario::Scenario;

/// The families in the order of the front page.
pub(crate) fn families() -> impl Iterator<Item = (&'static str, &'static [Scenario])> {
    [
        ("Visitors and sessions", visitors::ALL),
        ("Bearer tokens", bearer::ALL),
        ("From one origin to another", crossing::ALL),
        ("No fault at all", handshakes::ALL),
    ]
    .into_iter()
}

pub(crate) fn all() -> impl Iterator<Item = &'static Scenario> {
    families().flat_map(|(_, all)| all)
}
