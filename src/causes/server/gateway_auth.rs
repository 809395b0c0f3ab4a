//! A gateway or access layer in front of the application wants its own credentials, or strips ours.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::compare::same_authorization;
use crate::facts::history::is_accepted;
use crate::facts::names::{self, Purpose};
use crate::http::url::Url;
use crate::providers::{Kind, Provider};
use crate::speech::{Meaning, Saying};
use crate::token::credential::Kind as CredentialKind;

const ID: &str = "gateway-auth";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "invalid iap credentials"),
        Saying::names(
            ID,
            "cloudflare access ~6 token|login|service|denied|protected",
        ),
        Saying::names(ID, "this deployment ~4 protected"),
        Saying::names(ID, "vercel authentication"),
        Saying::names(ID, "identity aware proxy"),
        Saying::names(ID, "authentik outpost"),
        Saying::names(ID, "sign ~1 in with ~3 oauth2 proxy"),
        Saying::names(ID, "oauth2 proxy"),
        Saying::hints(
            ID,
            "gateway ~3 authentication|authorization ~3 failed|required",
        ),
        Saying::hints(
            ID,
            "authorization|auth header ~4 stripped|removed|overwritten",
        ),
        Saying::names(
            ID,
            "this site|page|deploy|deployment|preview|environment|branch ~2 is password protected",
        ),
        Saying::names(
            ID,
            "password protected ~1 site|page|deploy|deployment|preview|environment",
        ),
        Saying::names(ID, "deployment|preview|tunnel ~3 protected"),
        Saying::names(
            ID,
            "protected by ~2 cloudflare|zero|access|authelia|authentik|oauth2|pangolin|tinyauth|pomerium",
        ),
        Saying::names(ID, "forward auth"),
        Saying::hints(
            ID,
            "sign in to ~3 access ~2 port|tunnel|preview|deployment|environment",
        ),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() || facts.status() == 407 {
        return None;
    }
    let finding = signed(facts)
        .or_else(|| redirected(facts))
        .or_else(|| portal(facts))
        .or_else(|| overwritten(facts))
        .or_else(|| direct(facts))
        .or_else(|| lost(facts))
        .or_else(|| {
            Finding::said(&facts.said, ID)
                .map(|finding| finding.because(Evidence::observed(Subject::Server, "said")))
        })
        .or_else(|| session_of_layer(facts))?;
    let layer = layer(facts).map_or("", |layer| layer.name);
    let finding = finding
        .arg("layer", if layer.is_empty() { "gateway" } else { layer })
        .hiding(&["wrong-url", "permission-denied"]);
    let pass_on = Fix::backend(Effort::Medium, "pass-on").snippet("pass-authorization");
    let other_header = Fix::frontend(Effort::Medium, "other-header");
    // Who removes the credential is not appeased by another sign-in.
    if finding.variant == "strips" {
        return Some(finding.fix(pass_on).fix(other_header));
    }
    Some(
        finding
            .fix(Fix::person(Effort::Easy, "reload"))
            .fix(Fix::backend(Effort::Medium, "let-through"))
            .fix(pass_on)
            .fix(other_header),
    )
}

fn layer(facts: &Facts<'_>) -> Option<&'static Provider> {
    facts
        .responders
        .iter()
        .copied()
        .find(|one| one.kind == Kind::Access)
}

/// Fields, challenges and cookies that only the layer itself writes, in the answer.
fn signed(facts: &Facts<'_>) -> Option<Finding> {
    let value = |name: &str, begin: &str| {
        facts
            .answer_header(name)
            .is_some_and(|value| value.to_ascii_lowercase().starts_with(begin))
    };
    let sets = |begin: &str| {
        facts.failing.answer(facts.exchange).is_some_and(|answer| {
            answer
                .headers("set-cookie")
                .any(|line| line.to_ascii_lowercase().starts_with(begin))
        })
    };
    let own = value("server", "awselb")
        || facts
            .answer_header("x-goog-iap-generated-response")
            .is_some()
        || facts.challenged("cloudflare-access")
        || [
            "_vercel_sso_nonce",
            "_oauth2_proxy",
            "_pomerium",
            "authentik_proxy",
            "cf_appsession",
            "cf_authorization",
            "_forward_auth",
            "authelia_session",
            "awselbauth",
            "appserviceauthsession",
        ]
        .iter()
        .any(|begin| sets(begin))
        || facts
            .answer_header("x-pomerium-intercepted-response")
            .is_some()
        || facts.answer_header("cf-access-aud").is_some()
        || facts.answer_header("cf-access-domain").is_some()
        || easy_auth(facts);
    own.then(|| {
        Finding::certain(Trust::Header).because(Evidence::observed(Subject::Responder, "signature"))
    })
}

/// Azure's built-in authentication names its authorization endpoint and the application's own host as realm.
fn easy_auth(facts: &Facts<'_>) -> bool {
    let host = facts.request.host();
    facts.credentials.authorization.is_none()
        && facts.answer_header("x-ms-middleware-request-id").is_some()
        && facts.challenges.iter().any(|challenge| {
            challenge.is("bearer")
                && challenge
                    .param("realm")
                    .is_some_and(|realm| realm.eq_ignore_ascii_case(host))
        })
}

/// The request was sent on to the sign-in of a layer.
fn redirected(facts: &Facts<'_>) -> Option<Finding> {
    let own = facts.entry();
    let earlier = facts
        .history
        .redirects
        .iter()
        .filter_map(|at| facts.exchange.entries.get(*at));
    let to_layer = earlier
        .chain(std::iter::once(own))
        .any(|entry| entry.response.header("location").is_some_and(is_layer));
    (to_layer && !facts.request.is_page).then(|| {
        Finding::certain(Trust::Header).because(Evidence::observed(Subject::Header, "redirected"))
    })
}

fn is_layer(location: &str) -> bool {
    let lower = location
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    [
        "cloudflareaccess.com/",
        "/cdn-cgi/access/login",
        "/oauth2/start",
        "/oauth2/sign_in",
        "/.auth/login",
        "/outpost.goauthentik.io/",
        "/.pomerium/",
        "/authelia/",
        "vercel.com/sso-api",
        "/_gcp_iap/",
    ]
    .iter()
    .any(|part| lower.contains(part))
}

/// A 401 that also says where to go, to another host of the site and with the way back: a check in front of the
/// application answers so (`auth_request`, forward auth), the application itself would redirect.
fn portal(facts: &Facts<'_>) -> Option<Finding> {
    let answer = facts.failing.answer(facts.exchange)?;
    let to = answer
        .fields()
        .iter()
        .filter(|field| names::is_location_field(&field.name))
        .find_map(|field| Url::parse(&field.value))?;
    let back = [
        "rd",
        "redirect",
        "redirect_uri",
        "redirect_url",
        "return",
        "return_to",
        "returnto",
        "next",
        "url",
        "continue",
        "dest",
    ];
    let leads_back = to
        .pairs()
        .iter()
        .any(|pair| back.contains(&pair.name.to_ascii_lowercase().as_str()));
    let other = to.host != facts.request.host()
        && crate::cookie::site::of_host(&to.host) == facts.request.site();
    (facts.status() == 401 && other && leads_back).then(|| {
        Finding::likely(Trust::Header)
            .hiding(&["no-credentials", "authorization-missing"])
            .because(Evidence::observed(Subject::Header, "portal").arg("portal", to.host.clone()))
    })
}

/// Azure Static Web Apps puts a token of its own into `Authorization` before the functions behind `/api` see it.
fn overwritten(facts: &Facts<'_>) -> Option<Finding> {
    let behind = facts.answer_header("x-azure-ref").is_some()
        && facts
            .answer_header("arr-disable-session-affinity")
            .is_some();
    let own_token = facts
        .credentials
        .authorization
        .as_ref()
        .is_some_and(|sent| sent.is("bearer"));
    let to_functions = facts.request.path().starts_with("/api");
    (behind && own_token && to_functions && facts.challenges.is_empty()).then(|| {
        Finding::likely(Trust::Header)
            .variant("strips")
            .because(Evidence::observed(Subject::Responder, "static-web-apps"))
    })
}

/// The same request with the same credential succeeds at another address of the application, without the layer.
fn direct(facts: &Facts<'_>) -> Option<Finding> {
    let own = facts.entry();
    let path = |entry: &Entry| Url::parse(&entry.request.url).map(|url| (url.path, url.host));
    let (own_path, own_host) = path(own)?;
    let elsewhere = facts.exchange.entries.iter().find(|entry| {
        is_accepted(entry)
            && same_authorization(entry, own)
            && entry.request.method == own.request.method
            && path(entry)
                .is_some_and(|(path, host)| path == own_path && host != own_host && is_inner(&host))
    })?;
    let bare = !is_inner(&own_host) || facts.request.purpose == Purpose::SignIn;
    let host = Url::parse(&elsewhere.request.url)
        .map(|url| url.host)
        .unwrap_or_default();
    bare.then(|| {
        Finding::likely(Trust::History)
            .variant("strips")
            .arg("direct", host)
            .because(Evidence::observed(Subject::History, "direct"))
    })
}

/// Whether a phrase says that none came. "A valid token is required" is said of any that is refused as well.
fn misses_header(saying: &Saying) -> bool {
    let vague = [
        "requires|",
        "must",
        "bearer|jwt|",
        "token ",
        "token|jwt ~1",
        "missing|requires",
        "missing|empty",
    ];
    saying.means == Meaning::Cause("authorization-missing")
        && !vague.iter().any(|begin| saying.words.starts_with(begin))
}

/// The header went, whole and of a scheme that is taken, and the application says that there was none.
/// A service's own API has nothing in front of it that would lose one.
fn lost(facts: &Facts<'_>) -> Option<Finding> {
    if facts.responders.iter().any(|one| one.kind == Kind::Api) {
        return None;
    }
    let sent = facts.credentials.authorization.as_ref()?;
    let whole = sent.malformed.is_empty()
        && sent.credential.as_ref().is_some_and(|one| {
            !matches!(
                one.kind,
                CredentialKind::Empty | CredentialKind::Placeholder(_)
            )
        });
    let scheme = ["bearer", "basic", "token"]
        .into_iter()
        .find(|known| sent.is(known))?;
    let taken = facts.challenges.is_empty() && scheme != "token" || facts.challenged(scheme);
    // Whoever calls it invalid has seen it.
    let unseen = facts
        .said
        .phrases
        .iter()
        .any(|(_, saying)| misses_header(saying))
        && [
            "token-invalid",
            "token-malformed",
            "authorization-malformed",
            "token-expired",
            "login-rejected",
        ]
        .iter()
        .all(|id| facts.said.cause(id).is_none())
        && !facts
            .said
            .names_beside(&["authorization-missing", "no-credentials"]);
    (whole && taken && unseen).then(|| {
        Finding::likely(Trust::Header)
            .variant("strips")
            .hiding(&["authorization-missing", "token-invalid"])
            .because(Evidence::observed(Subject::Header, "header-lost"))
    })
}

/// An address that is reached without what stands in front: private (RFC 1918) or loopback.
fn is_inner(host: &str) -> bool {
    let second = host
        .strip_prefix("172.")
        .and_then(|rest| rest.split('.').next()?.parse::<u8>().ok());
    host.starts_with("10.")
        || host.starts_with("192.168.")
        || second.is_some_and(|second| (16..32).contains(&second))
        || crate::facts::request::is_local(host)
}

/// The request carried the layer's own session, and the answer is none of the application's.
fn session_of_layer(facts: &Facts<'_>) -> Option<Finding> {
    layer(facts)?;
    let html = facts
        .answer_header("content-type")
        .is_some_and(|kind| kind.starts_with("text/html"));
    let sure = html && facts.request.by_script;
    let finding = if sure {
        Finding::likely(Trust::Header)
    } else {
        Finding::possible(if facts.credentials.is_none() {
            Trust::Header
        } else {
            Trust::Typical
        })
    };
    Some(finding.because(Evidence::observed(Subject::Responder, "signature")))
}
