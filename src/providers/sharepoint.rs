//! SharePoint: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "sharepoint",
    name: "SharePoint",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Header("microsoftsharepointteamservices"), Mark::Header("sprequestguid"), Mark::Header("x-ms-diagnostics"), Mark::Header("x-forms_based_auth_required")],
    says: &[
        Saying::of("sharepoint", "share point"),
        Saying::names("token-expired", "3000006|3000003 ~4 token"),
        Saying::names("token-audience", "3000003 reason"),
        Saying::names("csrf", "security validation for this page is invalid"),
        Saying::names("token-kind", "unsupported app only token"),
        Saying::names("permission-denied", "you do not have permission to perform this action or access this resource"),
    ],
    ..Provider::BARE
};
