//! Who answered, and what its words mean: data, one file per provider or product.
//!
//! A provider is known by what it says in header fields, cookies and bodies, or by its own host names. Its pages and
//! lifetimes are those of its own documentation: each file names what was read, and when.

use serde::Serialize;

use crate::redact;
use crate::speech::Saying;

/// A provider or product that answers with 401s.
#[derive(Debug)]
pub struct Provider {
    /// Its id.
    pub id: &'static str,
    /// Its name, as it writes it.
    pub name: &'static str,
    /// What part of the way it is.
    pub kind: Kind,
    /// Its own hosts: a name stands for itself and everything below it.
    pub hosts: &'static [&'static str],
    /// What shows it in a response.
    pub marks: &'static [Mark],
    /// What it says: phrases that show it, and phrases of its own that name a cause.
    pub says: &'static [Saying],
    /// Hosts of its documentation, consoles and account pages, where they are no part of [`Self::hosts`].
    pub docs: &'static [&'static str],
    /// Pages of its own that help; none without a source.
    pub links: &'static [Link],
    /// How long what it issues lives, unless someone has set it otherwise; none without a source.
    pub lifetimes: &'static [Lifetime],
    /// What was read about its refusals, its pages and its lifetimes.
    pub sources: &'static [Source],
}

impl Provider {
    /// What a provider's file leaves out.
    const BARE: Self = Self {
        id: "",
        name: "",
        kind: Kind::Api,
        hosts: &[],
        marks: &[],
        says: &[],
        docs: &[],
        links: &[],
        lifetimes: &[],
        sources: &[],
    };

    /// Whether this host is one of the provider's own.
    pub fn owns(&self, host: &str) -> bool {
        self.hosts.iter().any(|own| belongs(host, own))
    }

    /// Whether this host is one of the provider's own, or shows pages of its.
    pub fn shows(&self, host: &str) -> bool {
        self.owns(host) || self.docs.iter().any(|own| belongs(host, own))
    }
}

/// Whether a value begins so, and not in the midst of a word: `Apache-Coyote` does not begin with `Apache`.
pub fn begins_with_words(value: &str, begin: &str) -> bool {
    let goes_on = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    value
        .as_bytes()
        .split_at_checked(begin.len())
        .is_some_and(|(head, rest)| {
            let open = head.last().is_some_and(u8::is_ascii_alphanumeric);
            head.eq_ignore_ascii_case(begin.as_bytes())
                && !(open && rest.first().copied().is_some_and(goes_on))
        })
}

/// Whether a host is this one or below it.
pub fn belongs(host: &str, own: &str) -> bool {
    host == own
        || host
            .strip_suffix(own)
            .is_some_and(|before| before.ends_with('.'))
}

/// A page of the provider's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it is good for.
    pub goal: Goal,
    /// Its address: https, on a host of the provider.
    pub url: &'static str,
}

impl Link {
    /// The page `url`, which is good for `goal`.
    const fn to(goal: Goal, url: &'static str) -> Self {
        Self { goal, url }
    }
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

/// How long what a provider issues lives, unless someone has set it otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    /// What lives so long.
    pub of: Issued,
    /// How long at least, in seconds.
    pub least: u32,
    /// How long at most, in seconds.
    pub most: u32,
    /// The address of the [`Source`] that says so.
    pub source: &'static str,
}

impl Lifetime {
    /// `of` lives so many seconds, as `source` says.
    const fn of(of: Issued, seconds: u32, source: &'static str) -> Self {
        Self::between(of, seconds, seconds, source)
    }

    /// `of` lives from `least` to `most` seconds, as `source` says.
    const fn between(of: Issued, least: u32, most: u32, source: &'static str) -> Self {
        Self {
            of,
            least,
            most,
            source,
        }
    }

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

/// What a provider issues.
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

/// Something that was read about a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its address.
    pub url: &'static str,
    /// The day on which it was looked up: year, month, day.
    pub looked_up: &'static str,
}

impl Source {
    /// What stands at `url`, read on the day `looked_up`.
    const fn of(url: &'static str, looked_up: &'static str) -> Self {
        Self { url, looked_up }
    }
}

/// What part of the way a provider is.
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

/// What shows a provider in a response. Names and values are compared without regard to case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The response has this header field.
    Header(&'static str),
    /// The response has a header field whose name begins so.
    HeaderPrefix(&'static str),
    /// The header field's value begins so, with whole words.
    HeaderValue(&'static str, &'static str),
    /// The header field's value holds this.
    HeaderHolds(&'static str, &'static str),
    /// A cookie whose name begins so was sent or set.
    Cookie(&'static str),
    /// A cookie whose name begins so and goes on with nothing but 32 hexadecimal digits or more was sent or set.
    CookieHash(&'static str),
    /// A challenge of this scheme whose realm begins so.
    Realm(&'static str, &'static str),
    /// A challenge of this scheme.
    Scheme(&'static str),
    /// A challenge of this scheme, and nothing more in it.
    BareScheme(&'static str),
    /// The body is a JSON object with just these outermost members, those aside that nobody lists.
    Members(&'static [&'static str]),
}

macro_rules! providers {
    ($($provider:ident)*) => {
        $(mod $provider;)*

        /// All providers, those that answer in an application's place first.
        pub static ALL: &[&Provider] = &[$(&$provider::PROVIDER,)*];
    };
}

providers! {
    google_iap cloudflare_access aws_alb oauth2_proxy authelia authentik
    pomerium vercel_protection azure_easyauth istio kong traefik
    aws_api_gateway azure_api_management apigee tyk datadome imperva
    akamai cloudflare aws_waf cloudfront fastly vercel
    netlify perimeterx sucuri modsecurity entra microsoft_graph
    auth0 okta keycloak amazon_cognito clerk supabase
    firebase spotify google github gitlab atlassian
    salesforce shopify stripe slack discord twitch
    x facebook linkedin dropbox zoom openai
    anthropic twilio openweather notion hubspot strava
    elevenlabs docker_registry kubernetes jenkins grafana elasticsearch
    couchdb rabbitmq nextcloud wordpress woocommerce drupal
    magento phpmyadmin rocketchat redmine artifactory home_assistant
    mattermost aspnet_core spring_security express nestjs fastify
    django_rest flask_jwt_extended fastapi rails_devise laravel symfony_lexik
    postgrest php nodebb nginx apache iis
    tomcat caddy jetty uvicorn werkzeug puma http_sys squid zscaler
    traefik_forward_auth kasada azure_front_door litespeed haproxy heroku
    appsync aws bitbucket airtable paypal mailchimp
    ebay parse_server hasura kibana qbittorrent sharepoint
    directus strapi sentry lighttpd tornado jupyter
    synapse transmission radicale influxdb powerdns oidc_provider
    koa better_auth
}

/// A name of a field or cookie parted behind the beginning by which a provider is known, the longest that fits.
pub fn known_beginning(name: &str) -> Option<(&str, &str)> {
    let marks = ALL.iter().flat_map(|provider| provider.marks.iter());
    let lengths = marks.filter_map(|mark| match mark {
        Mark::Header(known) | Mark::HeaderValue(known, _) | Mark::HeaderHolds(known, _) => {
            known.eq_ignore_ascii_case(name).then_some(known.len())
        }
        Mark::HeaderPrefix(begin) | Mark::Cookie(begin) => {
            let fits = name.get(..begin.len())?.eq_ignore_ascii_case(begin);
            fits.then_some(begin.len())
        }
        Mark::CookieHash(begin) => {
            let fits = name.get(..begin.len())?.eq_ignore_ascii_case(begin);
            let digest = name
                .get(begin.len()..)
                .is_some_and(|rest| redact::is_digest(rest, 32));
            (fits && digest).then_some(begin.len())
        }
        _ => None,
    });
    lengths
        .max()
        .and_then(|length| name.split_at_checked(length))
}

/// The beginning of a realm by which a provider is known, the longest that fits.
pub fn realm_in(value: &str) -> Option<&str> {
    let marks = ALL.iter().flat_map(|provider| provider.marks.iter());
    let begins = marks.filter_map(|mark| match mark {
        Mark::Realm(_, begin) => value
            .get(..begin.len())
            .filter(|found| found.eq_ignore_ascii_case(begin)),
        _ => None,
    });
    begins.max_by_key(|begin| begin.len())
}

/// The marks that a header field's value bears, in their own words: all that is kept of a field that is not listed.
pub fn marks_in(name: &str, value: &str) -> String {
    let lower = value.to_ascii_lowercase();
    let marks = || ALL.iter().flat_map(|provider| provider.marks.iter());
    let begins = marks().filter_map(|mark| match mark {
        Mark::HeaderValue(field, begin)
            if field.eq_ignore_ascii_case(name) && begins_with_words(value, begin) =>
        {
            Some(*begin)
        }
        _ => None,
    });
    let mut kept: Vec<&str> = begins.max_by_key(|begin| begin.len()).into_iter().collect();
    // Nothing that is held may stand where a beginning would be looked for.
    if kept.is_empty() {
        kept.push("…");
    }
    kept.extend(marks().filter_map(|mark| match mark {
        Mark::HeaderHolds(field, part)
            if field.eq_ignore_ascii_case(name) && lower.contains(&part.to_ascii_lowercase()) =>
        {
            Some(*part)
        }
        _ => None,
    }));
    kept.dedup();
    kept.join(" ")
}
