//! Azure API Management: an API gateway.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "azure-api-management",
    name: "Azure API Management",
    kind: Kind::Gateway,
    docs: &["learn.microsoft.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://learn.microsoft.com/en-us/archive/blogs/pratyay/scenario-3-receiving-unauthorized-errors-401-while-invoking-apis",
    )],
    sources: &[
        Source::of(
            "https://blogs.msdn.microsoft.com/pratyay/2018/07/29/scenario-3-receiving-unauthorized-errors-401-while-invoking-apis/",
            "2026-11-21",
        ),
        Source::of("https://mskb.pkisolutions.com/kb/4464930", "2026-11-21"),
        Source::of(
            "https://github.com/MicrosoftDocs/SupportArticles-docs/blob/326498a8fd2cd489eee786d98e74a1f17d119cf0/support/azure/api-mgmt/availability/unauthorized-errors-invoke-apis.md",
            "2026-11-21",
        ),
    ],
    hosts: &["azure-api.net"],
    marks: &[Mark::Realm("AzureApiManagementKey", "")],
    says: &[
        Saying::names(
            "api-key-missing",
            "access denied due to missing subscription key",
        ),
        Saying::names(
            "api-key-invalid",
            "access denied due to invalid subscription key",
        ),
        Saying::names("authorization-missing", "jwt not present"),
        Saying::names("api-key-missing", "missing subscription key"),
        Saying::names("api-key-invalid", "invalid subscription key"),
        Saying::names(
            "subscription-required",
            "access denied due to ~3 subscription ~2 not active",
        ),
    ],
    ..Provider::BARE
};
