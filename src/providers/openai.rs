//! OpenAI: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "openai",
    name: "OpenAI",
    kind: Kind::Api,
    docs: &["platform.openai.com", "help.openai.com"],
    links: &[
        Link::to(Goal::Keys, "https://platform.openai.com/api-keys"),
        Link::to(
            Goal::Errors,
            "https://help.openai.com/en/articles/6891781-error-code-401-incorrect-api-key-provided",
        ),
    ],
    sources: &[
        Source::of(
            "https://help.openai.com/en/articles/6891781-error-code-401-incorrect-api-key-provided",
            "2026-11-21",
        ),
        Source::of(
            "https://help.openai.com/en/articles/6882433-incorrect-api-key-provided",
            "2026-11-21",
        ),
    ],
    hosts: &["api.openai.com"],
    marks: &[
        Mark::Header("openai-organization"),
        Mark::Header("openai-version"),
        Mark::Header("openai-processing-ms"),
    ],
    says: &[
        Saying::names("api-key-invalid", "incorrect api key provided"),
        Saying::names("api-key-invalid", "invalid api key"),
        Saying::names("api-key-missing", "you didnt provide an api key"),
        Saying::names(
            "permission-denied",
            "you must be a member of an organization",
        ),
        Saying::names("ip-restricted", "your ip is not authorized"),
        Saying::names("token-scope", "insufficient permissions for this operation"),
        Saying::names("token-scope", "missing scopes"),
        Saying::names("api-key-invalid", "no such organization"),
        Saying::names("account-locked", "account ~3 deactivated"),
        Saying::names("account-locked", "account ~4 deactivated"),
        Saying::names("subscription-required", "insufficient quota"),
        Saying::names("permission-denied", "must be a member of an organization"),
        Saying::names("ip-restricted", "ip not authorized"),
        Saying::names("ip-restricted", "unsupported country region territory"),
        Saying::names("api-key-invalid", "api key ~3 revoked|deleted|disabled"),
    ],
    ..Provider::BARE
};
