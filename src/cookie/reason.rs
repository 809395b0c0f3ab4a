//! The words for what stopped a cookie: the browsers' own, in kebab case.

/// How well a verdict can be known from outside the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// Not to be known here.
    Never,
    /// By elimination, or only because earlier events were seen.
    Partial,
    /// The browser's rules, with rare exceptions.
    Strong,
    /// The same inputs and the same rules as the browser.
    Exact,
}

impl Sureness {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Partial => "partial",
            Self::Strong => "strong",
            Self::Exact => "exact",
        }
    }
}

/// Which kind of same-site rule held: by registrable domain, or by scheme alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Twin {
    /// The same registrable domain under another scheme.
    Scheme,
    /// Another registrable domain; outweighs the scheme.
    Site,
}

impl Twin {
    fn strict(self) -> &'static str {
        match self {
            Self::Site => "same-site-strict",
            Self::Scheme => "schemeful-same-site-strict",
        }
    }

    fn lax(self) -> &'static str {
        match self {
            Self::Site => "same-site-lax",
            Self::Scheme => "schemeful-same-site-lax",
        }
    }

    fn lax_by_default(self) -> &'static str {
        match self {
            Self::Site => "same-site-unspecified-treated-as-lax",
            Self::Scheme => "schemeful-same-site-unspecified-treated-as-lax",
        }
    }
}

/// Why a cookie was not sent; the order is that in which browsers name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SendReason {
    /// `Secure`, and the connection is not trustworthy.
    SecureOnly,
    /// The path does not match.
    NotOnPath,
    /// The cookie belongs to another host.
    DomainMismatch,
    /// `SameSite=Strict`, and the request is cross-site.
    SameSiteStrict(Twin),
    /// `SameSite=Lax`, and the request is cross-site and no safe top-level navigation.
    SameSiteLax(Twin),
    /// No `SameSite`, treated as `Lax`.
    SameSiteUnspecifiedTreatedAsLax(Twin),
    /// `SameSite=None` without `Secure`.
    SameSiteNoneInsecure,
    /// Its time has passed.
    Expired,
    /// A third party's cookie, and the browser blocks these here.
    ThirdPartyBlocked,
    /// It exists only under another partition key.
    OtherPartition,
    /// The request's credentials mode left it at home.
    CredentialsOmitted,
    /// Name and value are over 4096 octets.
    NameValuePairExceedsMaxSize,
    /// Origin-bound cookies: another port.
    PortMismatch,
    /// Origin-bound cookies: another scheme.
    SchemeMismatch,
    /// A credentialless frame.
    AnonymousContext,
    /// None of these holds, and it stayed home all the same.
    Unknown,
}

impl SendReason {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SecureOnly => "secure-only",
            Self::NotOnPath => "not-on-path",
            Self::DomainMismatch => "domain-mismatch",
            Self::SameSiteStrict(twin) => twin.strict(),
            Self::SameSiteLax(twin) => twin.lax(),
            Self::SameSiteUnspecifiedTreatedAsLax(twin) => twin.lax_by_default(),
            Self::SameSiteNoneInsecure => "same-site-none-insecure",
            Self::Expired => "expired",
            Self::ThirdPartyBlocked => "third-party-blocked",
            Self::OtherPartition => "other-partition",
            Self::CredentialsOmitted => "credentials-omitted",
            Self::NameValuePairExceedsMaxSize => "name-value-pair-exceeds-max-size",
            Self::PortMismatch => "port-mismatch",
            Self::SchemeMismatch => "scheme-mismatch",
            Self::AnonymousContext => "anonymous-context",
            Self::Unknown => "unknown",
        }
    }

    /// Its bit where several reasons are one number: the place in the list of reasons, twins sharing one.
    pub fn as_bit(self) -> u32 {
        let place = match self {
            Self::SecureOnly => 0,
            Self::NotOnPath => 1,
            Self::DomainMismatch => 2,
            Self::SameSiteStrict(_) => 3,
            Self::SameSiteLax(_) => 4,
            Self::SameSiteUnspecifiedTreatedAsLax(_) => 5,
            Self::SameSiteNoneInsecure => 6,
            Self::Expired => 7,
            Self::ThirdPartyBlocked => 8,
            Self::OtherPartition => 9,
            Self::CredentialsOmitted => 10,
            Self::NameValuePairExceedsMaxSize => 11,
            Self::PortMismatch => 12,
            Self::SchemeMismatch => 13,
            Self::AnonymousContext => 14,
            Self::Unknown => 15,
        };
        1 << place
    }

    /// Whether it is a matter of what the cookie and the request are, so that no setting and no event can undo it.
    pub fn is_fixed(self) -> bool {
        matches!(
            self,
            Self::SecureOnly
                | Self::NotOnPath
                | Self::DomainMismatch
                | Self::Expired
                | Self::OtherPartition
        )
    }

    /// How well this reason can be known where nothing more is seen than the request.
    pub fn sureness(self) -> Sureness {
        match self {
            Self::SecureOnly
            | Self::NotOnPath
            | Self::DomainMismatch
            | Self::SameSiteNoneInsecure
            | Self::Expired
            | Self::OtherPartition
            | Self::NameValuePairExceedsMaxSize => Sureness::Exact,
            Self::SameSiteStrict(_)
            | Self::SameSiteLax(_)
            | Self::SameSiteUnspecifiedTreatedAsLax(_) => Sureness::Strong,
            Self::ThirdPartyBlocked
            | Self::CredentialsOmitted
            | Self::PortMismatch
            | Self::SchemeMismatch
            | Self::AnonymousContext => Sureness::Partial,
            Self::Unknown => Sureness::Never,
        }
    }
}

/// Why a `Set-Cookie` was not kept; the order is that in which browsers name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StoreReason {
    /// `Secure`, and the connection is not trustworthy.
    SecureOnly,
    /// `SameSite=Strict` from a cross-site response that is no top-level navigation.
    SameSiteStrict(Twin),
    /// `SameSite=Lax` from a cross-site response that is no top-level navigation.
    SameSiteLax(Twin),
    /// No `SameSite`, treated as `Lax`.
    SameSiteUnspecifiedTreatedAsLax(Twin),
    /// `SameSite=None` without `Secure`.
    SameSiteNoneInsecure,
    /// The line is no cookie at all.
    SyntaxError,
    /// Neither a name nor a value.
    NoCookieContent,
    /// A control character.
    DisallowedCharacter,
    /// Name and value are over 4096 octets.
    NameValuePairExceedsMaxSize,
    /// `Domain` is a public suffix or does not cover the host.
    InvalidDomain,
    /// `Domain` holds characters outside ASCII.
    DomainNonAscii,
    /// `Path` holds characters that no path can.
    InvalidPath,
    /// A rule of `__Secure-`, `__Host-`, `__Http-` or `__Host-Http-` is broken.
    InvalidPrefix,
    /// `Partitioned` without `Secure`.
    InvalidPartitioned,
    /// It would read back as a cookie of another name.
    AmbiguousSerialization,
    /// An insecure response over a `Secure` cookie.
    OverwriteSecure,
    /// A script over an `HttpOnly` cookie.
    OverwriteHttpOnly,
    /// The scheme is not one that has cookies.
    SchemeNotSupported,
    /// A third party's cookie, and the browser blocks these here.
    ThirdPartyBlocked,
    /// The request's credentials mode left its cookies out.
    CredentialsOmitted,
    /// A deletion: its time has passed already.
    AlreadyExpired,
    /// None of these holds, and it is not in the jar.
    Unknown,
}

impl StoreReason {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SecureOnly => "secure-only",
            Self::SameSiteStrict(twin) => twin.strict(),
            Self::SameSiteLax(twin) => twin.lax(),
            Self::SameSiteUnspecifiedTreatedAsLax(twin) => twin.lax_by_default(),
            Self::SameSiteNoneInsecure => "same-site-none-insecure",
            Self::SyntaxError => "syntax-error",
            Self::NoCookieContent => "no-cookie-content",
            Self::DisallowedCharacter => "disallowed-character",
            Self::NameValuePairExceedsMaxSize => "name-value-pair-exceeds-max-size",
            Self::InvalidDomain => "invalid-domain",
            Self::DomainNonAscii => "domain-non-ascii",
            Self::InvalidPath => "invalid-path",
            Self::InvalidPrefix => "invalid-prefix",
            Self::InvalidPartitioned => "invalid-partitioned",
            Self::AmbiguousSerialization => "ambiguous-serialization",
            Self::OverwriteSecure => "overwrite-secure",
            Self::OverwriteHttpOnly => "overwrite-http-only",
            Self::SchemeNotSupported => "scheme-not-supported",
            Self::ThirdPartyBlocked => "third-party-blocked",
            Self::CredentialsOmitted => "credentials-omitted",
            Self::AlreadyExpired => "already-expired",
            Self::Unknown => "unknown",
        }
    }

    /// How well this reason can be known where nothing more is seen than the response.
    pub fn sureness(self) -> Sureness {
        match self {
            Self::SameSiteStrict(_)
            | Self::SameSiteLax(_)
            | Self::SameSiteUnspecifiedTreatedAsLax(_)
            | Self::OverwriteSecure
            | Self::OverwriteHttpOnly => Sureness::Strong,
            Self::ThirdPartyBlocked | Self::CredentialsOmitted => Sureness::Partial,
            Self::Unknown => Sureness::Never,
            _ => Sureness::Exact,
        }
    }
}

/// What holds without stopping a cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Warning {
    /// A second cookie of the same name goes with it.
    Shadowed,
    /// It came into the jar only with this response or a later one.
    SetLater,
    /// An attribute over 1024 octets was dropped.
    AttributeValueExceedsMaxSize,
}

impl Warning {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Shadowed => "shadowed",
            Self::SetLater => "set-later",
            Self::AttributeValueExceedsMaxSize => "attribute-value-exceeds-max-size",
        }
    }
}
