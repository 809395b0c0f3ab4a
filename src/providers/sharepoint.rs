//! SharePoint: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "sharepoint",
    name: "SharePoint",
    kind: Kind::Application,
    sources: &[
        Source::of(
            "https://github.com/centreon/centreon-plugins/issues/4147",
            "2026-11-21",
        ),
        Source::of(
            "https://techcommunity.microsoft.com/discussions/sharepointdev/adal-js-and-azure-ad-secured-web-api---access-sharepoint-with-user-context/7111/replies/7388",
            "2026-11-21",
        ),
        Source::of(
            "https://learn.microsoft.com/en-us/answers/questions/1690936/exception-of-type-microsoft-identitymodel-tokens-a",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Header("microsoftsharepointteamservices"),
        Mark::Header("sprequestguid"),
        Mark::Header("x-ms-diagnostics"),
        Mark::Header("x-forms_based_auth_required"),
    ],
    says: &[
        Saying::of("sharepoint", "share point"),
        Saying::names("token-audience", "3000003 reason invalid audience uri"),
        Saying::names("token-audience", "audience uri validation failed"),
        Saying::names("csrf", "security validation for this page is invalid"),
        Saying::names("token-kind", "unsupported app only token"),
        Saying::names(
            "permission-denied",
            "you do not have permission to perform this action or access this resource",
        ),
    ],
    ..Provider::BARE
};
