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
        Source::of(
            "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
            "2026-11-30",
        ),
    ],
    hosts: &[
        "login.microsoftonline.com",
        "login.microsoft.com",
        "login.windows.net",
    ],
    marks: &[Mark::HeaderPrefix("x-ms-ests-")],
    says: &[
        // Each code stands once: the one meaning that Microsoft's table of errors gives it.
        Saying::names("no-credentials", "aadsts50058"),
        Saying::names("session-expired", "aadsts160021"),
        Saying::names(
            "login-rejected",
            "aadsts50126|aadsts50034|aadsts50056|aadsts50064",
        ),
        Saying::names(
            "account-locked",
            "aadsts50053|aadsts50055|aadsts50057|aadsts500341|aadsts53011",
        ),
        Saying::names(
            "password-changed",
            "aadsts50173|aadsts50132|aadsts50133|aadsts50144",
        ),
        Saying::names(
            "mfa-required",
            "aadsts50072|aadsts50074|aadsts50076|aadsts50078|aadsts50079|aadsts500121|aadsts50158|aadsts53004",
        ),
        Saying::names(
            "refresh-failed",
            "aadsts70000|aadsts70008|aadsts700081|aadsts700082|aadsts700084|aadsts70043",
        ),
        Saying::names("token-expired", "aadsts500133"),
        Saying::names(
            "token-signature",
            "aadsts50006|aadsts50013|aadsts50099|aadsts900384",
        ),
        Saying::names("clock-skew", "aadsts700024"),
        Saying::names(
            "token-audience",
            "aadsts50001|aadsts50010|aadsts500011|aadsts501461",
        ),
        Saying::names(
            "token-issuer",
            "aadsts16000|aadsts16003|aadsts50020|aadsts50049|aadsts50059|aadsts50128|aadsts90002|aadsts90072",
        ),
        Saying::names(
            "token-scope",
            "aadsts28002|aadsts28003|aadsts65001|aadsts65004|aadsts65005|aadsts650052|aadsts650053|aadsts70011|aadsts90008|aadsts90094|aadsts90095",
        ),
        Saying::names("token-scope", "authorization request denied"),
        Saying::names(
            "permission-denied",
            "aadsts50005|aadsts50105|aadsts50131|aadsts500021|aadsts500022|aadsts500212|aadsts500213|aadsts53000|aadsts53001|aadsts53002|aadsts53003|aadsts530002|aadsts530003|aadsts530032|aadsts530034|aadsts530035",
        ),
        Saying::names(
            "oauth-client",
            "aadsts50011|aadsts500112|aadsts50012|aadsts50194|aadsts650057|aadsts70001|aadsts700016|aadsts70002|aadsts700025|aadsts700027|aadsts700030|aadsts700211|aadsts700212|aadsts700213|aadsts7000112|aadsts7000215|aadsts7000218|aadsts7000222|aadsts90023|aadsts900561|aadsts9002325|aadsts9002326|aadsts9002327",
        ),
    ],
};
