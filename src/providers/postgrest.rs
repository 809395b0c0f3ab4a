//! PostgREST: a framework or middleware.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "postgrest",
    name: "PostgREST",
    kind: Kind::Framework,
    docs: &["docs.postgrest.org"],
    links: &[Link::to(
        Goal::Errors,
        "https://docs.postgrest.org/en/latest/references/errors.html",
    )],
    sources: &[
        Source::of(
            "https://docs.postgrest.org/en/latest/references/errors.html",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/orgs/supabase/discussions/53123",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/orgs/supabase/discussions/51867",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "postgrest")],
    says: &[
        Saying::names("token-expired", "jwt expired"),
        Saying::names("token-malformed", "jwt invalid|err parsing"),
        Saying::names("token-signature", "jws error jws invalid signature"),
        Saying::names("token-audience", "jwt not in audience"),
        Saying::names("token-not-yet-valid", "jwt not yet valid"),
        Saying::names("token-malformed", "the jwt exp claim must be a number"),
    ],
    ..Provider::BARE
};
