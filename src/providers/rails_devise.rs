//! Rails and Devise: a framework or middleware.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "rails-devise",
    name: "Rails and Devise",
    kind: Kind::Framework,
    sources: &[Source::of(
        "https://github.com/heartcombo/devise/blob/004fe2ad125b4d8c311fb9a12cda6ab6d49155d3/config/locales/en.yml",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::Header("x-runtime")],
    says: &[
        Saying::names(
            "no-credentials",
            "you need to sign in or sign up before continuing",
        ),
        Saying::names(
            "login-rejected",
            "invalid email or password|invalid login or password",
        ),
        Saying::names("account-locked", "your account is locked"),
        Saying::names("account-locked", "your account is not activated yet"),
        Saying::names(
            "account-locked",
            "you have to confirm your email address before continuing",
        ),
        Saying::names(
            "session-expired",
            "your session expired please sign in again",
        ),
        Saying::names(
            "session-displaced",
            "your login credentials were used in another browser",
        ),
        Saying::names("csrf", "invalid authenticity token"),
        Saying::names("authorization-missing", "http token access denied"),
        Saying::names("basic-credentials-rejected", "http basic access denied"),
        Saying::names("token-signature", "signature verification raised"),
        Saying::names("token-revoked", "revoked token"),
        Saying::names("authorization-missing", "nil json web token"),
        Saying::names(
            "session-expired",
            "your session expired please sign in again to continue",
        ),
        Saying::names("login-rejected", "invalid email or password"),
        Saying::names("account-locked", "you have to confirm your email address"),
        Saying::names("account-locked", "your account is locked|not activated"),
        Saying::names("basic-credentials-rejected", "^http basic access denied"),
        Saying::names("token-malformed", "not enough or too many segments"),
        Saying::names("token-signature", "signature verification raised|failed"),
    ],
    ..Provider::BARE
};
