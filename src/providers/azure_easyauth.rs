//! Azure App Service Authentication: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "azure-easyauth",
    name: "Azure App Service Authentication",
    kind: Kind::Access,
    hosts: &[],
    marks: &[Mark::Cookie("AppServiceAuthSession"), Mark::Header("x-ms-middleware-request-id"), Mark::Cookie("StaticWebAppsAuthCookie")],
    says: &[

    ],
    ..Provider::BARE
};
