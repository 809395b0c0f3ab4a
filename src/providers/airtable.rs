//! Airtable: a service with an API.

use crate::providers::{Goal, Kind, Link, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "airtable",
    name: "Airtable",
    kind: Kind::Api,
    links: &[
        Link::to(Goal::Tokens, "https://airtable.com/create/tokens"),
        Link::to(
            Goal::Errors,
            "https://support.airtable.com/docs/airtable-api-common-troubleshooting",
        ),
    ],
    sources: &[
        Source::of(
            "https://support.airtable.com/docs/airtable-api-common-troubleshooting",
            "2026-11-21",
        ),
        Source::of(
            "https://community.airtable.com/development-apis-11/authentication-for-personal-access-tokens-not-working-4472",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/daffainfo/all-about-apikey/blob/main/airtable",
            "2026-11-21",
        ),
        Source::of(
            "https://glama.ai/mcp/servers/@domdomegg/airtable-mcp-server/blob/e6ab2431b144865e403976d50549dfafd7be7283/src/enhanceAirtableError.ts",
            "2026-11-21",
        ),
    ],
    hosts: &["airtable.com"],
    says: &[
        Saying::names("authorization-missing", "authentication required"),
        Saying::names("token-invalid", "invalid authentication token"),
        Saying::names("token-scope", "invalid permissions or model not found"),
    ],
    ..Provider::BARE
};
