//! The reasons for which cookies are rejected or withheld, each explained by one cause.

use std::fmt;

use crate::cookie::reason::{SendReason, StoreReason};
use crate::cookie::verdict::SetCookieVerdict;
use crate::cookie::{site, suffix};

/// Why a cookie was rejected or withheld, as far as causes tell it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// `SameSite=Strict`.
    Strict,
    /// `SameSite=Lax`, stated or by default.
    Lax,
    /// `SameSite=None` without `Secure`.
    NoneInsecure,
    /// `Secure` over plain http.
    Secure,
    /// It belongs to another host, or `Domain` names one.
    Domain,
    /// It belongs to another path.
    Path,
    /// A third party's cookie, blocked or kept apart by page.
    ThirdParty,
    /// The request's credentials mode (Fetch standard, 2.2.5).
    Mode,
    /// Another rule for what browsers store: a prefix, a public suffix, a size, a character.
    OtherRule,
}

impl Reason {
    /// Why a cookie was withheld; `None` for what no cause of ours explains.
    pub(super) fn of_sending(reason: SendReason) -> Option<Self> {
        Some(match reason {
            SendReason::SameSiteStrict(_) => Self::Strict,
            SendReason::SameSiteLax(_) | SendReason::SameSiteUnspecifiedTreatedAsLax(_) => {
                Self::Lax
            }
            SendReason::SameSiteNoneInsecure => Self::NoneInsecure,
            SendReason::SecureOnly => Self::Secure,
            SendReason::DomainMismatch => Self::Domain,
            SendReason::NotOnPath => Self::Path,
            SendReason::ThirdPartyBlocked | SendReason::OtherPartition => Self::ThirdParty,
            SendReason::CredentialsOmitted => Self::Mode,
            _ => return None,
        })
    }

    /// Why a `Set-Cookie` was rejected; `None` for what no cause of ours explains.
    pub(super) fn of_storing(one: &SetCookieVerdict) -> Option<Self> {
        Some(match main_store_reason(one)? {
            StoreReason::SameSiteStrict(_) => Self::Strict,
            StoreReason::SameSiteLax(_) | StoreReason::SameSiteUnspecifiedTreatedAsLax(_) => {
                Self::Lax
            }
            StoreReason::SameSiteNoneInsecure => Self::NoneInsecure,
            StoreReason::SecureOnly => Self::Secure,
            StoreReason::InvalidDomain if names_another_host(one) => Self::Domain,
            StoreReason::ThirdPartyBlocked => Self::ThirdParty,
            StoreReason::CredentialsOmitted => Self::Mode,
            StoreReason::InvalidDomain
            | StoreReason::SyntaxError
            | StoreReason::NoCookieContent
            | StoreReason::DisallowedCharacter
            | StoreReason::NameValuePairExceedsMaxSize
            | StoreReason::DomainNonAscii
            | StoreReason::InvalidPath
            | StoreReason::InvalidPrefix
            | StoreReason::InvalidPartitioned
            | StoreReason::AmbiguousSerialization
            | StoreReason::OverwriteSecure
            | StoreReason::OverwriteHttpOnly => Self::OtherRule,
            _ => return None,
        })
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Strict => "SameSite=Strict",
            Self::Lax => "SameSite=Lax",
            Self::NoneInsecure => "SameSite=None without Secure",
            Self::Secure => "Secure over plain http",
            Self::Domain => "another host",
            Self::Path => "another path",
            Self::ThirdParty => "being a third party's",
            Self::Mode => "the credentials mode",
            Self::OtherRule => "another rule of storing",
        })
    }
}

/// Whether `Domain` names another host. One that is a public suffix is rejected whoever sets it, and another reason.
fn names_another_host(one: &SetCookieVerdict) -> bool {
    let domain = one
        .cookie
        .domain
        .as_deref()
        .unwrap_or_default()
        .trim_start_matches('.')
        .to_ascii_lowercase();
    suffix::public_suffix(&domain) != Some(domain.as_str()) && !site::of_host(&domain).is_empty()
}

/// The reason for a rejection that has to be fixed first.
pub(in crate::causes) fn main_store_reason(one: &SetCookieVerdict) -> Option<StoreReason> {
    one.reasons
        .iter()
        .copied()
        .min_by_key(|reason| match reason {
            StoreReason::SameSiteNoneInsecure => 0,
            StoreReason::InvalidPrefix => 1,
            StoreReason::InvalidDomain | StoreReason::DomainNonAscii => 2,
            StoreReason::SecureOnly => 3,
            StoreReason::SameSiteStrict(_)
            | StoreReason::SameSiteLax(_)
            | StoreReason::SameSiteUnspecifiedTreatedAsLax(_) => 5,
            StoreReason::ThirdPartyBlocked => 6,
            StoreReason::CredentialsOmitted => 7,
            StoreReason::Unknown => 9,
            _ => 4,
        })
}
