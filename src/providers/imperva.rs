//! Imperva: a firewall against bots and attacks.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "imperva",
    name: "Imperva",
    kind: Kind::Firewall,
    hosts: &[],
    marks: &[Mark::HeaderValue("x-cdn", "Imperva"), Mark::HeaderValue("x-cdn", "Incapsula"), Mark::Header("x-iinfo"), Mark::Cookie("incap_ses_"), Mark::Cookie("visid_incap_")],
    says: &[
        Saying::of("imperva", "incapsula incident"),
        Saying::names("waf-block", "incapsula incident"),
    ],
};
