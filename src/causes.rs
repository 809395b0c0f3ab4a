//! The one ordered list of causes.
//!
//! A cause is one file: what it is called, when it holds, with what evidence and confidence, and how it is fixed by
//! whom. Its words stand in the `.md` of the same name; what servers say who mean it stands in `src/knowledge`. The
//! order is the prior: where nothing else decides between two findings, the earlier one stands first.

use crate::facts::Facts;

mod finding;
mod rule;
mod signal;
mod withheld;

pub use finding::{Evidence, Finding, Fix, Trust};
pub use rule::{Barred, Because, Fill, Repair, Rule, Rules};
pub use signal::Signal;

/// A cause of a 401.
#[derive(Debug)]
pub struct Cause {
    /// Its id: a contract, it never changes its meaning.
    pub id: &'static str,
    /// When it holds, and why.
    pub rules: &'static Rules,
    /// Whether who meets it was signed in, and finds that they are not any more.
    pub signs_out: bool,
}

impl Cause {
    /// Whether it holds, and why.
    pub fn examine(&self, facts: &Facts<'_>) -> Option<Finding> {
        self.rules.examine(facts)
    }
}

/// The cause of that id.
pub fn by_id(id: &str) -> Option<&'static Cause> {
    ALL.iter().copied().find(|cause| cause.id == id)
}

/// The file that holds the rules of a cause, from the project's root.
pub fn file_of(id: &str) -> String {
    let family = FAMILIES
        .iter()
        .find(|(known, _)| *known == id)
        .map_or("", |(_, family)| family);
    format!("src/causes/{family}/{}.rs", id.replace('-', "_"))
}

macro_rules! causes {
    ($($family:ident: $($cause:ident)*;)*) => {
        $(
            #[doc = concat!("The family `", stringify!($family), "`.")]
            pub mod $family {
                $(#[doc = concat!("The cause `", stringify!($cause), "`.")] pub mod $cause;)*
            }
        )*

        /// All causes; the order is the prior.
        pub static ALL: &[&Cause] = &[$($(&$family::$cause::CAUSE,)*)*];

        /// The words and the page of each cause, by its id.
        #[cfg(feature = "cli")]
        pub static PAGES: &[(&str, &str)] = &[$($((
            $family::$cause::CAUSE.id,
            include_str!(concat!("causes/", stringify!($family), "/", stringify!($cause), ".md")),
        ),)*)*];

        /// The family of each cause, by its id.
        pub static FAMILIES: &[(&str, &str)] = &[$($(
            ($family::$cause::CAUSE.id, stringify!($family)),
        )*)*];
    };
}

causes! {
    sent:
        no_credentials authorization_missing authorization_malformed token_placeholder scheme_mismatch
        basic_credentials_rejected login_rejected mfa_required account_locked password_changed
        session_displaced;
    tokens:
        token_expired token_not_yet_valid clock_skew token_revoked token_audience
        token_issuer token_scope token_signature token_malformed token_kind
        token_binding token_invalid refresh_failed refresh_race;
    keys:
        api_key_missing api_key_invalid api_key_misplaced browser_not_allowed request_signature
        oauth_client;
    cookies:
        session_expired cookie_missing cookie_expired cookie_cleared samesite_strict
        samesite_lax samesite_none_insecure cookie_secure cookie_domain cookie_path
        third_party_cookies cookie_rejected cookie_shadowed cookie_overwritten session_ignored;
    fetch:
        fetch_credentials preflight_unauthorized cors_credentials cors_hides_401 cors_authorization_header
        redirect_dropped_authorization;
    server:
        gateway_auth server_basic_auth waf_block ip_restricted rate_limited
        captive_portal proxy_auth client_certificate windows_auth wrong_url
        permission_denied subscription_required csrf server_fault interference
        retry_loop challenge_handshake;
}
