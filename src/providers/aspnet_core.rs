//! ASP.NET Core: a framework or middleware.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "aspnet-core",
    name: "ASP.NET Core",
    kind: Kind::Framework,
    sources: &[Source::of(
        "https://github.com/aspnet/Security/blob/4dbcfa5e508221b3d71a2ff7d66979282dacee33/src/Microsoft.AspNetCore.Authentication.JwtBearer/JwtBearerHandler.cs",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "Kestrel"),
        Mark::HeaderValue("x-powered-by", "ASP.NET"),
        Mark::Cookie(".AspNetCore."),
    ],
    says: &[
        Saying::names("token-expired", "the token expired at"),
        Saying::names("token-expired", "the token is expired"),
        Saying::names("token-not-yet-valid", "the token is not valid before"),
        Saying::names("token-audience", "the audience ~4 is invalid"),
        Saying::names("token-issuer", "the issuer ~8 is invalid"),
        Saying::names("token-signature", "the signature key was not found"),
        Saying::names("token-signature", "the signature is invalid"),
        Saying::names("token-malformed", "the token has no expiration"),
        Saying::names("token-expired", "token expired at"),
        Saying::names("token-not-yet-valid", "token is not valid before"),
        Saying::names("token-issuer", "the issuer ~3 is invalid"),
        Saying::names("token-issuer", "idx10205|idx10204"),
        Saying::names("token-audience", "the audience ~3 is invalid"),
        Saying::names("token-signature", "signature key was not found"),
        Saying::names(
            "token-signature",
            "idx10500|idx10501|idx10503|idx10511|idx10517|idx10506",
        ),
        Saying::names("token-malformed", "idx12741|idx12709|idx14100|idx12729"),
        Saying::names("token-expired", "the token lifetime is invalid"),
        Saying::names("server-fault", "idx20803|idx20804"),
        Saying::names("csrf", "antiforgery token ~8 validat*|required|match"),
    ],
    ..Provider::BARE
};
