//! Azure App Service Authentication: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "azure-easyauth",
    name: "Azure App Service Authentication",
    kind: Kind::Access,
    sources: &[
        Source::of(
            "https://github.com/MicrosoftDocs/azure-docs/issues/96734",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/AzureAD/microsoft-identity-web/issues/1806",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Cookie("AppServiceAuthSession"),
        Mark::Header("x-ms-middleware-request-id"),
        Mark::Cookie("StaticWebAppsAuthCookie"),
    ],
    ..Provider::BARE
};
