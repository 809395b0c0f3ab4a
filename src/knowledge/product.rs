//! Products that answer with 401s: how each is known, and what is known of it.
//!
//! A product is known by what it writes into header fields, cookies and bodies, or by its own host names. Its pages
//! and lifetimes are those of its own documentation: each file names what was read, and when.

use serde::Serialize;

use super::mark::Mark;

include!(concat!(env!("OUT_DIR"), "/products.rs"));

/// A product that answers with 401s: a service, a framework, a gateway.
#[derive(Debug)]
pub struct Product {
    /// Its id: the name of its file.
    pub id: &'static str,
    /// Its name, as it writes it.
    pub name: &'static str,
    /// What part of the way it is.
    pub kind: Kind,
    /// Its own hosts: a name stands for itself and everything below it.
    pub hosts: &'static [&'static str],
    /// Hosts of its documentation, consoles and account pages, where they are no part of [`Self::hosts`].
    pub docs: &'static [&'static str],
    /// What shows it in a response.
    pub marks: &'static [Mark],
    /// Ways of its own.
    pub traits: &'static [Trait],
    /// The stack that its users write code for, as snippets name it.
    pub stack: Option<&'static str>,
    /// What shows in a response that the product itself refused, before the application was asked.
    pub refuses: &'static [Sign],
    /// What shows in a response that the product itself made it.
    pub answers: &'static [Sign],
    /// Parts of the names of cookies that carry its session, where it stands in front of applications.
    pub access_cookies: &'static [&'static str],
    /// Parts of the addresses to which it sends people to sign in.
    pub sign_in_addresses: &'static [&'static str],
    /// Where it puts a token of its own into `Authorization`.
    pub overwrites_authorization: Option<Overwrites>,
    /// Hosts that stand in `iss` of its tokens, the tenant first in the path.
    pub issuers: &'static [&'static str],
    /// Hosts below which each customer has a name of its own.
    pub tenants: &'static [&'static str],
    /// APIs that take its tokens for one audience only.
    pub resources: &'static [Resource],
    /// Where keys of a published form belong.
    pub keys: &'static [KeyPlace],
    /// Request header fields that carry its keys and tokens.
    pub key_headers: &'static [&'static str],
    /// Request header fields that only say which application asks.
    pub identifier_headers: &'static [&'static str],
    /// Request header fields by which its pages guard against forged requests.
    pub csrf_headers: &'static [&'static str],
    /// How long a value of [`Self::csrf_headers`] is good at least, in hours.
    pub csrf_hours: Option<u32>,
    /// Response header fields in which it writes challenges, beside `WWW-Authenticate`.
    pub challenge_headers: &'static [&'static str],
    /// Response header fields whose value `required…` asks for a second factor.
    pub step_up_headers: &'static [&'static str],
    /// Parts of the paths of its API.
    pub api_paths: &'static [&'static str],
    /// ID tokens that its APIs refuse.
    pub id_tokens_refused: &'static [IdTokens],
    /// Ends of paths at which it is asked what the account has paid for.
    pub subscription_checks: &'static [&'static str],
    /// Ends of paths at which rules, and not the token, decide who may read.
    pub ruled_paths: &'static [&'static str],
    /// Pages of its own that help; none without a source.
    pub links: &'static [Link],
    /// How long what it issues lives, unless someone has set it otherwise; none without a source.
    pub lifetimes: &'static [Lifetime],
    /// What was read about its refusals, its pages and its lifetimes.
    #[cfg(feature = "cli")]
    pub sources: &'static [Source],
}

/// What a product does otherwise than most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trait {
    /// Its challenge names another scheme than the Bearer that it takes.
    TakesBearer,
    /// It takes a token without a scheme before it.
    TakesBareToken,
    /// It takes no scheme but the one that its challenge names.
    TakesOfferedSchemeOnly,
    /// It takes no tokens but JWTs, and calls others invalid.
    TakesJwtOnly,
    /// It answers a signed request with 403 where the signature is wrong, so that a 401 wants a token.
    ForbidsBadSignatures,
    /// It challenges with `ApiKey` where it found no key, and lets the application refuse a wrong one.
    ChallengesMissingKey,
    /// It answers 401 without a challenge where no way to sign in is switched on.
    RefusesWithoutWay,
    /// It checks ID tokens, and access tokens only where it was told of scopes.
    ChecksIdTokens,
    /// Its tokens tell in `token_use` what they are for.
    TellsTokenUse,
    /// Its issuers name the tenant first in the path.
    TenantInPath,
    /// It takes requests from pages only with a field that says that this is on purpose.
    TakesPagesOnPurpose,
    /// It reads the sessions only of pages whose hosts it was told of.
    ListsItsPages,
    /// It answers 401 to a good session where a fresh or stronger sign-in is wanted.
    RefusesGoodSessions,
}

/// A row of marks that must all hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// What the response bears.
    pub all: &'static [Mark],
    /// Whether it only counts where no `Authorization` was sent.
    pub without_authorization: bool,
}

/// Where a product puts a token of its own into `Authorization`, so that what was sent is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overwrites {
    /// What it is called in this role.
    pub name: &'static str,
    /// What shows the product in this role; all of it.
    pub marks: &'static [Mark],
    /// The scheme that it overwrites.
    pub scheme: &'static str,
    /// The beginning of the paths at which it does.
    pub below: &'static str,
}

/// An API that takes tokens for one audience only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Its host, and all below it.
    pub host: &'static str,
    /// The forms of its audience; the last one is the one to ask for.
    pub audiences: &'static [&'static str],
}

/// ID tokens that an API refuses, which takes access tokens only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdTokens {
    /// The host, or the name, that stands in `iss`.
    pub issuer: &'static str,
    /// The host of the API, and all below it.
    pub host: &'static str,
    /// Beginnings of host names that take them all the same.
    pub but: &'static [&'static str],
}

/// Where a key of a published form belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyPlace {
    /// The form's id, as in [`crate::token::known`].
    pub form: &'static str,
    /// The header field.
    pub header: &'static str,
    /// Where else it is read: `query`, or `authorization`.
    pub also: &'static [&'static str],
}

impl Resource {
    /// Whether this is a form of its audience, with or without a slash at the end.
    pub fn is_audience(&self, audience: &str) -> bool {
        let bare = audience.trim_end_matches('/');
        self.audiences
            .iter()
            .any(|form| form.eq_ignore_ascii_case(bare))
    }
}

impl Product {
    /// What a product's file leaves out.
    const BARE: Self = Self {
        id: "",
        name: "",
        kind: Kind::Api,
        hosts: &[],
        docs: &[],
        marks: &[],
        traits: &[],
        stack: None,
        refuses: &[],
        answers: &[],
        access_cookies: &[],
        sign_in_addresses: &[],
        overwrites_authorization: None,
        issuers: &[],
        tenants: &[],
        resources: &[],
        keys: &[],
        key_headers: &[],
        identifier_headers: &[],
        csrf_headers: &[],
        csrf_hours: None,
        challenge_headers: &[],
        step_up_headers: &[],
        api_paths: &[],
        id_tokens_refused: &[],
        subscription_checks: &[],
        ruled_paths: &[],
        links: &[],
        lifetimes: &[],
        #[cfg(feature = "cli")]
        sources: &[],
    };

    /// Whether this host is one of the product's own.
    pub fn owns(&self, host: &str) -> bool {
        self.hosts.iter().any(|own| belongs(host, own))
    }

    /// Whether this host is one of the product's own, or shows pages of its.
    pub fn shows(&self, host: &str) -> bool {
        self.owns(host) || self.docs.iter().any(|own| belongs(host, own))
    }

    /// Whether it does this otherwise than most.
    pub fn has(&self, wanted: Trait) -> bool {
        self.traits.contains(&wanted)
    }
}

fn any(list: fn(&Product) -> &'static [&'static str], holds: impl Fn(&str) -> bool) -> bool {
    ALL.iter()
        .flat_map(|product| list(product))
        .any(|one| holds(one))
}

/// Whether a request header field of this name carries a key or token of some product.
pub fn is_key_header(name: &str) -> bool {
    any(
        |product| product.key_headers,
        |own| own.eq_ignore_ascii_case(name),
    )
}

/// Whether a request header field of this name only says which application asks some product.
pub fn is_identifier_header(name: &str) -> bool {
    any(
        |product| product.identifier_headers,
        |own| own.eq_ignore_ascii_case(name),
    )
}

/// Whether some product's pages guard against forged requests by a request header field of this name.
pub fn is_csrf_header(name: &str) -> bool {
    any(
        |product| product.csrf_headers,
        |own| own.eq_ignore_ascii_case(name),
    )
}

/// Whether some product writes challenges into response header fields of this name.
pub fn is_challenge_header(name: &str) -> bool {
    any(
        |product| product.challenge_headers,
        |own| own.eq_ignore_ascii_case(name),
    )
}

/// Whether an address is one to which access layers in front of applications send people to sign in.
pub fn is_access_address(address: &str) -> bool {
    let before = address.split(['?', '#']).next().unwrap_or_default();
    let lower = before.to_ascii_lowercase();
    any(
        |product| product.sign_in_addresses,
        |part| lower.contains(part),
    )
}

/// Whether the name is one that access layers in front of applications give their cookies.
pub fn is_access_cookie(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    any(|product| product.access_cookies, |part| name.contains(part))
}

/// Whether a host is this one or below it.
pub fn belongs(host: &str, own: &str) -> bool {
    host == own
        || host
            .strip_suffix(own)
            .is_some_and(|before| before.ends_with('.'))
}

/// A page of the product's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it is good for.
    pub goal: Goal,
    /// Its address: https, on a host of the provider.
    pub url: &'static str,
}

/// What a page is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Goal {
    /// To sign in.
    SignIn,
    /// To see where one is signed in, and to end it there.
    Sessions,
    /// To make an access token, or to register the application that gets them.
    Tokens,
    /// To make an API key.
    Keys,
    /// To read what its refusals mean.
    Errors,
}

impl Goal {
    /// Its id, as it is written in answers and keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Sessions => "sessions",
            Self::Tokens => "tokens",
            Self::Keys => "keys",
            Self::Errors => "errors",
        }
    }
}

/// How long what a product issues lives, unless someone has set it otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    /// What lives so long.
    pub of: Issued,
    /// How long at least, in seconds.
    pub least: u32,
    /// How long at most, in seconds.
    pub most: u32,
    /// The address of the [`Source`] that says so.
    #[cfg(feature = "cli")]
    pub source: &'static str,
}

impl Lifetime {
    /// The least and the most, and the unit in which they are best told: never one of something.
    pub fn told(&self) -> (u32, u32, &'static str) {
        const HOUR: u32 = 3_600;
        const DAY: u32 = 24 * HOUR;
        let (seconds, unit) = match self.least {
            least if least >= 2 * DAY => (DAY, "days"),
            least if least >= 2 * HOUR => (HOUR, "hours"),
            _ => (60, "minutes"),
        };
        (self.least / seconds, self.most / seconds, unit)
    }

    /// The key of its words.
    pub fn key(&self) -> String {
        let (least, most, unit) = self.told();
        let form = if least == most { "" } else { "-between" };
        format!("provider.{}.{unit}{form}", self.of.id())
    }
}

/// What a product issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Issued {
    /// An access token.
    AccessToken,
    /// An ID token, where that is what goes into requests.
    IdToken,
    /// A refresh token.
    RefreshToken,
    /// A session.
    Session,
    /// A token or key that a person makes for scripts.
    ApiToken,
}

impl Issued {
    /// Its id, as it is written in keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::AccessToken => "access-token",
            Self::IdToken => "id-token",
            Self::RefreshToken => "refresh-token",
            Self::Session => "session",
            Self::ApiToken => "api-token",
        }
    }
}

/// Something that was read about a product.
#[cfg(feature = "cli")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its address.
    pub url: &'static str,
    /// The day on which it was looked up: year, month, day.
    pub looked_up: &'static str,
}

/// What part of the way a product is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A service with an API of its own.
    Api,
    /// An identity provider.
    Identity,
    /// A framework or middleware inside an application.
    Framework,
    /// A finished application that people run themselves.
    Application,
    /// A web server or reverse proxy.
    Server,
    /// An access layer in front of an application, with a sign-in of its own.
    Access,
    /// A gateway in front of an application.
    Gateway,
    /// A content delivery network.
    Network,
    /// A firewall or bot rule.
    Firewall,
    /// A proxy on the way out.
    Proxy,
}
