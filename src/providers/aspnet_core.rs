//! ASP.NET Core: a framework or middleware.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "aspnet-core",
    name: "ASP.NET Core",
    kind: Kind::Framework,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Kestrel"), Mark::HeaderValue("x-powered-by", "ASP.NET"), Mark::Cookie(".AspNetCore.")],
    says: &[
        Saying::names("token-expired", "the token expired at"),
        Saying::names("token-expired", "the token is expired"),
        Saying::names("token-not-yet-valid", "the token is not valid before"),
        Saying::names("token-audience", "the audience ~4 is invalid"),
        Saying::names("token-issuer", "the issuer ~8 is invalid"),
        Saying::names("token-signature", "the signature key was not found"),
        Saying::names("token-signature", "the signature is invalid"),
        Saying::names("token-malformed", "the token has no expiration"),
    ],
};
