//! Which part of a cookie a reason is about: what a developer has to look at.

use serde::Serialize;

use super::reason::{SendReason, StoreReason, Warning};

/// A part of a cookie, printed as `Set-Cookie` writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Part {
    /// Its name, or its value with it.
    Name,
    /// `Domain`.
    Domain,
    /// `Path`.
    Path,
    /// `Expires` and `Max-Age`.
    Expires,
    /// `Secure`.
    Secure,
    /// `SameSite`.
    SameSite,
    /// `Partitioned`.
    Partitioned,
}

/// What a reason is about.
pub trait About: Copy {
    /// The parts; none where it is about the request or the jar.
    fn parts(self) -> &'static [Part];
}

impl About for SendReason {
    fn parts(self) -> &'static [Part] {
        match self {
            Self::NameValuePairExceedsMaxSize => &[Part::Name],
            Self::DomainMismatch => &[Part::Domain],
            Self::NotOnPath => &[Part::Path],
            Self::Expired => &[Part::Expires],
            Self::SecureOnly => &[Part::Secure],
            Self::SameSiteStrict(_)
            | Self::SameSiteLax(_)
            | Self::SameSiteUnspecifiedTreatedAsLax(_) => &[Part::SameSite],
            Self::SameSiteNoneInsecure => &[Part::Secure, Part::SameSite],
            Self::ThirdPartyBlocked | Self::OtherPartition => &[Part::Partitioned],
            Self::CredentialsOmitted
            | Self::PortMismatch
            | Self::SchemeMismatch
            | Self::AnonymousContext
            | Self::Unknown => &[],
        }
    }
}

impl About for StoreReason {
    fn parts(self) -> &'static [Part] {
        match self {
            Self::SyntaxError
            | Self::NoCookieContent
            | Self::DisallowedCharacter
            | Self::NameValuePairExceedsMaxSize
            | Self::AmbiguousSerialization
            | Self::InvalidPrefix => &[Part::Name],
            Self::InvalidDomain | Self::DomainNonAscii => &[Part::Domain],
            Self::InvalidPath => &[Part::Path],
            Self::AlreadyExpired => &[Part::Expires],
            Self::SecureOnly => &[Part::Secure],
            Self::SameSiteStrict(_)
            | Self::SameSiteLax(_)
            | Self::SameSiteUnspecifiedTreatedAsLax(_) => &[Part::SameSite],
            Self::SameSiteNoneInsecure => &[Part::Secure, Part::SameSite],
            Self::InvalidPartitioned => &[Part::Secure, Part::Partitioned],
            Self::ThirdPartyBlocked => &[Part::Partitioned],
            Self::OverwriteSecure
            | Self::OverwriteHttpOnly
            | Self::SchemeNotSupported
            | Self::CredentialsOmitted
            | Self::Unknown => &[],
        }
    }
}

impl About for Warning {
    fn parts(self) -> &'static [Part] {
        match self {
            Self::Shadowed => &[Part::Name],
            Self::SetLater | Self::AttributeValueExceedsMaxSize => &[],
        }
    }
}

/// The parts that some reasons are about, each once.
pub fn parts<T: About>(reasons: &[T]) -> Vec<Part> {
    let mut parts: Vec<Part> = reasons
        .iter()
        .flat_map(|reason| reason.parts())
        .copied()
        .collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cookie::reason::Twin;

    #[test]
    fn each_part_is_named_once_and_what_is_about_the_request_names_none() {
        let reasons = [
            SendReason::SameSiteStrict(Twin::Site),
            SendReason::SameSiteNoneInsecure,
            SendReason::CredentialsOmitted,
        ];
        assert_eq!(parts(&reasons), [Part::Secure, Part::SameSite]);
        assert_eq!(parts(&[StoreReason::OverwriteSecure]), []);
        assert_eq!(parts(&[Warning::SetLater]), []);
    }
}
