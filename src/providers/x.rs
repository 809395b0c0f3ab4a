//! X: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "x",
    name: "X",
    kind: Kind::Api,
    hosts: &["api.twitter.com", "api.x.com"],
    marks: &[Mark::Header("x-twitter-response-tags"), Mark::Cookie("guest_id")],
    says: &[
        Saying::names("token-expired", "code 89"),
        Saying::names("request-signature", "code 135"),
        Saying::names("account-locked", "code 64"),
        Saying::names("account-locked", "code 326"),
        Saying::names("oauth-client", "code 416"),
        Saying::names("token-kind", "unsupported authentication"),
        Saying::names("csrf", "code 353"),
        Saying::names("request-signature", "code 215"),
        Saying::names("request-signature", "could not authenticate you"),
        Saying::names("token-invalid", "invalid or expired token"),
        Saying::names("clock-skew", "timestamp out of bounds"),
    ],
};
