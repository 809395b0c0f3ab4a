//! Who a token is from and for, against who is asked: issuers, audiences and tenants as their owners publish them.

use crate::http::url::Url;
use crate::knowledge::{self, Product, Resource, belongs};
use crate::redact::readable;
use crate::token::claims::Claims;

/// Names of services that are no product of ours under which each customer has a name of their own.
const TENANTED: &[&str] = &["onelogin.com", "kinde.com", "fusionauth.io", "zendesk.com"];

/// Words of host names by which environments are told apart.
const ENVIRONMENTS: &[(&str, &str)] = &[
    ("staging", "staging"),
    ("stage", "staging"),
    ("stg", "staging"),
    ("dev", "development"),
    ("develop", "development"),
    ("development", "development"),
    ("test", "test"),
    ("testing", "test"),
    ("qa", "test"),
    ("uat", "acceptance"),
    ("acc", "acceptance"),
    ("preprod", "acceptance"),
    ("preview", "preview"),
    ("sandbox", "sandbox"),
    ("demo", "demo"),
    ("prod", "production"),
    ("production", "production"),
    ("live", "production"),
];

/// APIs that take tokens for one audience only, with the product whose tokens these are.
fn resources() -> impl Iterator<Item = (&'static Product, &'static Resource)> {
    let all = knowledge::ALL.iter();
    all.flat_map(|product| product.resources.iter().map(|one| (*product, one)))
}

/// Whether the token is from an issuer of this product.
fn is_issued_by(claims: &Claims, product: &Product) -> bool {
    let issuer = claims.iss.as_deref().and_then(Url::parse);
    issuer.is_some_and(|issuer| product.issuers.contains(&issuer.host.as_str()))
}

/// The audience that a host is known to want, where the token's is another one: what the host wants.
pub fn foreign_audience(claims: &Claims, host: &str) -> Option<&'static str> {
    let (product, resource) = resources().find(|(_, one)| belongs(host, one.host))?;
    let fits = claims.aud.iter().any(|audience| {
        resource.is_audience(audience) || Url::parse(audience).is_some_and(|url| url.host == host)
    });
    let by_form = claims.iss.is_none()
        && claims
            .aud
            .iter()
            .any(|audience| audience.starts_with("api://"));
    (!claims.aud.is_empty() && (by_form || is_issued_by(claims, product)) && !fits)
        .then(|| resource.audiences.last().copied())
        .flatten()
}

/// Whether an audience is that of a well-known API.
pub(crate) fn is_known_resource(audience: &str) -> bool {
    resources().any(|(_, one)| {
        let mut forms = one.audiences.iter();
        forms.any(|form| form.eq_ignore_ascii_case(audience))
    })
}

/// The well-known API that the token is for, where another host is asked.
pub fn meant_for(claims: &Claims, host: &str) -> Option<&'static str> {
    let known = resources().find(|(_, one)| {
        let meant = claims.aud.iter().any(|audience| one.is_audience(audience));
        !belongs(host, one.host) && meant
    });
    known.map(|(_, one)| one.host)
}

/// Whether the token is for its issuer alone, such as for Auth0's `/userinfo`, and another host is asked.
pub fn is_for_issuer_only(claims: &Claims, host: &str) -> bool {
    let Some(issuer) = claims.iss.as_deref().and_then(Url::parse) else {
        return false;
    };
    let at_issuer = |audience: &String| {
        audience.contains("://") && Url::parse(audience).is_some_and(|url| url.host == issuer.host)
    };
    issuer.host != host && !claims.aud.is_empty() && claims.aud.iter().all(at_issuer)
}

/// The issuer's own management API, where its audience is wanted and the token has others: Auth0's, by its address.
pub fn wants_management_audience(claims: &Claims, asked: &Url) -> Option<String> {
    let issuer = claims.iss.as_deref().and_then(Url::parse)?;
    let wanted = format!("https://{}/api/v2/", asked.host);
    let at_issuer = issuer.host == asked.host && asked.path.starts_with("/api/v2/");
    (at_issuer && !claims.aud.is_empty() && !claims.aud.contains(&wanted)).then_some(wanted)
}

/// Whether the audience is only the one that Keycloak gives to every token, its own account page's.
pub fn is_for_account_only(claims: &Claims) -> bool {
    let of_realm = claims
        .iss
        .as_deref()
        .is_some_and(|issuer| issuer.contains("/realms/"));
    of_realm && claims.aud.iter().all(|audience| audience == "account") && !claims.aud.is_empty()
}

/// How the token's issuer and the host that was asked show that they do not belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Another customer of the same service.
    Tenant,
    /// Another realm of the same server, or the same realm under another name of the server.
    Realm,
    /// Another environment, such as a test server's token at the productive one.
    Environment,
    /// A name that only the servers know among themselves, such as a container's.
    Inside,
}

/// Whether the issuer is visibly another one than the address belongs to.
pub fn foreign_issuer(claims: &Claims, asked: &Url) -> Option<Foreign> {
    let issuer = claims.iss.as_deref().and_then(Url::parse)?;
    if let (Some(theirs), Some(ours)) = (realm(&issuer.path), realm(&asked.path)) {
        let same_place = issuer.origin().to_string() == asked.origin().to_string();
        return (theirs != ours || !same_place).then_some(Foreign::Realm);
    }
    // A server of realms takes for its own pages only what it has issued under the same name.
    let other_name = issuer.origin().to_string() != asked.origin().to_string();
    if realm(&issuer.path).is_some() && is_of_admin(&asked.path) && other_name {
        return Some(Foreign::Realm);
    }
    let mut tenanted = TENANTED
        .iter()
        .chain(knowledge::ALL.iter().flat_map(|one| one.tenants));
    let tenanted =
        tenanted.any(|service| below(&issuer.host, service) && below(&asked.host, service));
    if tenanted {
        return (issuer.host != asked.host).then_some(Foreign::Tenant);
    }
    let local = |host: &str| super::request::is_local(host);
    if local(&issuer.host) && !local(&asked.host) && !is_private(&asked.host) {
        return Some(Foreign::Environment);
    }
    match (environment(&issuer.host), environment(&asked.host)) {
        (Some(theirs), Some(ours)) if theirs != ours => Some(Foreign::Environment),
        (Some(theirs), None) if theirs != "production" && !local(&asked.host) => {
            (crate::cookie::site::of_host(&issuer.host)
                == crate::cookie::site::of_host(&asked.host))
            .then_some(Foreign::Environment)
        }
        _ if names_an_address(claims) && is_inside(&issuer.host) && issuer.host != asked.host => {
            Some(Foreign::Inside)
        }
        _ => None,
    }
}

/// Whether a path is one of the pages by which a server of realms is run: `/admin/master/console/whoami`.
fn is_of_admin(path: &str) -> bool {
    let path = path.strip_prefix("/auth").unwrap_or(path);
    path.strip_prefix("/admin/")
        .is_some_and(|rest| rest.starts_with("realms/") || rest.contains("/console/"))
}

/// Whether the issuer is an address, and not a name of another kind with a colon in it.
fn names_an_address(claims: &Claims) -> bool {
    let issuer = claims.iss.as_deref().unwrap_or_default();
    issuer.starts_with("http://") || issuer.starts_with("https://")
}

/// Whether a name is one that machines of one network have for each other: a container's, or a cluster's.
fn is_inside(host: &str) -> bool {
    let bare = !host.contains(['.', ':']) && host != "localhost";
    bare || [
        ".svc",
        ".svc.cluster.local",
        ".docker.internal",
        ".internal",
    ]
    .iter()
    .any(|end| host.ends_with(end))
}

/// Whether a page of one environment, by its name, asks an address of another one: a preview the productive API.
pub fn of_another_environment(page: &Url, asked: &Url) -> bool {
    let local = |host: &str| super::request::is_local(host) || is_private(host);
    let theirs = environment(&page.host).filter(|theirs| *theirs != "production");
    theirs.is_some()
        && theirs != environment(&asked.host)
        && page.host != asked.host
        && !local(&asked.host)
        && !local(&page.host)
        && crate::cookie::site::of_host(&page.host) == crate::cookie::site::of_host(&asked.host)
}

fn below(host: &str, service: &str) -> bool {
    host != service && belongs(host, service)
}

fn is_private(host: &str) -> bool {
    host.starts_with("10.") || host.starts_with("192.168.") || host.starts_with("172.")
}

/// The realm in a path of Keycloak, `/realms/NAME`, unless its name was cut.
fn realm(path: &str) -> Option<&str> {
    let mut parts = path.split('/');
    parts.find(|part| *part == "realms")?;
    parts
        .next()
        .filter(|name| !name.is_empty() && !readable(name).contains('…'))
}

fn environment(host: &str) -> Option<&'static str> {
    let words = host.split(['.', '-']);
    words
        .filter_map(|word| ENVIRONMENTS.iter().find(|(name, _)| *name == word))
        .map(|(_, environment)| *environment)
        .next()
}
