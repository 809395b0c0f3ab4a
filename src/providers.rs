//! Who answered, and what its words mean: data, one file per provider or product.
//!
//! A provider is known by what it says in header fields, cookies and bodies, or by its own host names.

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
    /// The header field's value begins so.
    HeaderValue(&'static str, &'static str),
    /// The header field's value holds this.
    HeaderHolds(&'static str, &'static str),
    /// A cookie whose name begins so was sent or set.
    Cookie(&'static str),
    /// A challenge of this scheme whose realm begins so.
    Realm(&'static str, &'static str),
    /// A challenge of this scheme.
    Scheme(&'static str),
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
    tomcat caddy jetty http_sys squid zscaler
    traefik_forward_auth kasada azure_front_door litespeed haproxy heroku
    appsync aws bitbucket airtable paypal mailchimp
    ebay parse_server hasura kibana qbittorrent sharepoint
    directus strapi sentry
}

/// The marks that a header field's value bears, in their own words: all that is kept of a field that is not listed.
pub fn marks_in(name: &str, value: &str) -> String {
    let lower = value.to_ascii_lowercase();
    let marks = || ALL.iter().flat_map(|provider| provider.marks.iter());
    let begins = marks().filter_map(|mark| match mark {
        Mark::HeaderValue(field, begin)
            if field.eq_ignore_ascii_case(name)
                && lower.starts_with(&begin.to_ascii_lowercase()) =>
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
