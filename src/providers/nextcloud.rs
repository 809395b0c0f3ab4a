//! Nextcloud: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "nextcloud",
    name: "Nextcloud",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/nextcloud/server/blob/0bfd6217bdbe4d590956c125a1cf6ba7f4734cc6/apps/dav/lib/Connector/Sabre/Auth.php",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::Cookie("oc_sessionPassphrase"),
        Mark::Cookie("nc_session_id"),
        Mark::Cookie("__Host-nc_sameSite"),
        Mark::Scheme("DummyBasic"),
    ],
    says: &[
        Saying::of("nextcloud", "sabre dav"),
        Saying::names("csrf", "csrf check failed"),
        Saying::names("csrf", "csrf check not passed"),
        Saying::names("session-expired", "current user is not logged in"),
        Saying::names(
            "basic-credentials-rejected",
            "username or password was incorrect",
        ),
        Saying::names(
            "basic-credentials-rejected",
            "no public access to this resource ~8 basic authentication was found",
        ),
        Saying::names("mfa-required", "2fa challenge not passed"),
        Saying::names("no-credentials", "cannot authenticate over ajax calls"),
    ],
    ..Provider::BARE
};
