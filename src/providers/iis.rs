//! IIS: a web server.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "iis",
    name: "IIS",
    kind: Kind::Server,
    docs: &["learn.microsoft.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/health-diagnostic-performance/http-status-code",
    )],
    sources: &[Source::of(
        "https://blogs.iis.net/ma_khan/troubleshooting-iis-6-status-and-substatus-codes",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Microsoft-IIS")],
    says: &[
        Saying::names("permission-denied", "acl on resource"),
        Saying::names("windows-auth", "401 2"),
        Saying::names("windows-auth", "logon failed due to server configuration"),
        Saying::names(
            "basic-credentials-rejected",
            "not authorized to view ~5 due to invalid authentication credentials",
        ),
        Saying::names("ip-restricted", "403 6 ~4 ip address"),
    ],
    ..Provider::BARE
};
