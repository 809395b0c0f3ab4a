//! Google Identity-Aware Proxy: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "google-iap",
    name: "Google Identity-Aware Proxy",
    kind: Kind::Access,
    hosts: &[],
    marks: &[Mark::HeaderHolds("x-goog-iap-generated-response", "true"), Mark::Header("x-goog-iap-generated-response"), Mark::Cookie("GCP_IAAP_AUTH"), Mark::Cookie("GCP_IAP_")],
    says: &[
        Saying::of("google-iap", "invalid iap credentials"),
        Saying::names("gateway-auth", "invalid iap credentials"),
        Saying::names("gateway-auth", "iap ~4 jwt"),
        Saying::names("token-audience", "invalid iap credentials jwt audience"),
        Saying::names("token-expired", "invalid iap credentials ~4 expired"),
    ],
    ..Provider::BARE
};
