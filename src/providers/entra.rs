//! Microsoft Entra ID: an identity provider.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "entra",
    name: "Microsoft Entra ID",
    kind: Kind::Identity,
    docs: &["learn.microsoft.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://learn.microsoft.com/entra/identity-platform/access-tokens",
    )],
    lifetimes: &[
        Lifetime::between(
            Issued::AccessToken,
            3_600,
            5_400,
            "https://github.com/MicrosoftDocs/entra-docs/blob/099d35c68ea539f61911aecf54545a1840629d72/docs/identity-platform/configurable-token-lifetimes.md",
        ),
        Lifetime::of(
            Issued::RefreshToken,
            7_776_000,
            "https://github.com/MicrosoftDocs/entra-docs/blob/099d35c68ea539f61911aecf54545a1840629d72/docs/identity-platform/configurable-token-lifetimes.md",
        ),
    ],
    sources: &[
        Source::of(
            "https://learn.microsoft.com/entra/identity-platform/access-tokens",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/MicrosoftDocs/entra-docs/blob/099d35c68ea539f61911aecf54545a1840629d72/docs/identity-platform/configurable-token-lifetimes.md",
            "2026-11-21",
        ),
    ],
    hosts: &[
        "login.microsoftonline.com",
        "login.microsoft.com",
        "login.windows.net",
    ],
    marks: &[Mark::HeaderPrefix("x-ms-ests-")],
    says: &[
        Saying::names("password-changed", "aadsts50173|aadsts50133|aadsts50144"),
        Saying::names(
            "refresh-failed",
            "aadsts700082|aadsts70008|aadsts700081|aadsts70043|aadsts700084|aadsts70000",
        ),
        Saying::names(
            "mfa-required",
            "aadsts50076|aadsts50079|aadsts50072|aadsts50074|aadsts500121|aadsts50078|aadsts53004|aadsts50158",
        ),
        Saying::names("login-rejected", "aadsts50126|aadsts50034|aadsts50056"),
        Saying::names("account-locked", "aadsts50053|aadsts50057|aadsts50055"),
        Saying::names(
            "oauth-client",
            "aadsts7000215|aadsts7000222|aadsts700016|aadsts50011|aadsts9002326|aadsts7000218|aadsts700025|aadsts70002|aadsts700027|aadsts50012|aadsts900561|aadsts500112|aadsts9002325",
        ),
        Saying::names("token-scope", "aadsts65001|aadsts70011|aadsts65004"),
        Saying::names(
            "token-audience",
            "aadsts500011|aadsts50001|aadsts28002|aadsts28003",
        ),
        Saying::names(
            "token-issuer",
            "aadsts90002|aadsts50020|aadsts500341|aadsts50049|aadsts50128|aadsts50059",
        ),
        Saying::names(
            "permission-denied",
            "aadsts53003|aadsts50105|aadsts530002|aadsts53000|aadsts90094",
        ),
        Saying::names("no-credentials", "aadsts50058"),
        Saying::names("clock-skew", "aadsts700024|aadsts50013"),
        Saying::names("account-locked", "aadsts50053|aadsts50057"),
        Saying::names("password-changed", "aadsts50173|aadsts50133"),
        Saying::names(
            "mfa-required",
            "aadsts50076|aadsts50079|aadsts50074|aadsts50158",
        ),
        Saying::names("ip-restricted", "aadsts53003"),
        Saying::names(
            "token-expired",
            "aadsts700082|aadsts70008|aadsts700084|aadsts70043",
        ),
        Saying::names("refresh-failed", "aadsts70000"),
        Saying::names(
            "oauth-client",
            "aadsts7000215|aadsts7000222|aadsts700016|aadsts50011|aadsts9002326|aadsts7000218|aadsts700025|aadsts70001|aadsts650057",
        ),
        Saying::names(
            "token-issuer",
            "aadsts90002|aadsts50020|aadsts700213|aadsts90072",
        ),
        Saying::names("token-audience", "aadsts500011|aadsts50001"),
        Saying::names("token-scope", "aadsts65001|aadsts650052|aadsts65005"),
        Saying::names("permission-denied", "aadsts50105"),
        Saying::names("session-expired", "aadsts50058|aadsts160021|aadsts16000"),
        Saying::names("token-signature", "aadsts50013|aadsts700027|aadsts5000224"),
        Saying::names("clock-skew", "aadsts700024|aadsts500133"),
        Saying::names("subscription-required", "aadsts530034"),
        Saying::names("token-scope", "authorization request denied"),
    ],
};
