//! Redmine: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "redmine",
    name: "Redmine",
    kind: Kind::Application,
    sources: &[
        Source::of(
            "https://github.com/redmine/redmine/blob/000124f44f53df04daae5c6b68c271c41033704e/app/controllers/application_controller.rb",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/redmine/redmine/blob/075999ac75c4b2befbf608d44f887f21d1b79d48/config/application.rb",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Cookie("_redmine_session"),
        Mark::Realm("Basic", "Redmine API"),
    ],
    ..Provider::BARE
};
