//! Leaves out cookies that do not concern the failing request, such as those of another tenant of one hoster.
//!
//! The browser's jar is read for a whole registrable domain, because a cookie that does not match is one to explain.
//! `private-clinic.vercel.app` has nothing to do with `shop.vercel.app`, though: `vercel.app` is a public suffix.

use std::cmp::Reverse;

use crate::cookie::{chain, host, site};
use crate::exchange::{Exchange, JarCookie};
use crate::facts::failing;
use crate::facts::names::CookieRole;
use crate::http::url::Url;

/// So many cookies of a jar are kept. browser: both keep 180 cookies of a site at most, and as many again for each
/// partition; three such jars hold the site's own, those of this partition, and examples of others.
const MOST: usize = 540;

/// Whether a cookie concerns a request to the canonical host `to`: it is of the same site, or goes there.
///
/// `domain` is as the cookies API gives it, with a leading dot unless the cookie is host-only.
pub(super) fn concerns(domain: &str, host_only: bool, to: &str) -> bool {
    let owner = host::canonical(domain.trim_start_matches('.'));
    site::site(&owner) == site::site(to)
        || (!host_only && host::domain_match(to, &owner))
        || (is_this_machine(&owner) && is_this_machine(to))
}

/// Whether a canonical host is this machine by one of its plain names, which stand for one server:
/// a session of `localhost` is looked for in vain at `127.0.0.1`. `app.localhost` is a site of its own.
fn is_this_machine(name: &str) -> bool {
    host::is_loopback(name) && (host::is_ip(name) || name == "localhost")
}

/// The exchange without strangers' cookies and losses, and with no more cookies than [`MOST`]; how many more there
/// were is kept in [`Exchange::jar_left_out`].
pub(super) fn left_out(exchange: &mut Exchange) {
    if exchange.jar.is_none() && exchange.losses.is_empty() {
        return;
    }
    let hosts = hosts(exchange);
    // Where nothing failed, as in a trace that is kept for later, nothing tells whom the losses concern.
    if hosts.is_empty() {
        return;
    }
    let concerns_any =
        |domain: &str, host_only: bool| hosts.iter().any(|to| concerns(domain, host_only, to));
    exchange
        .losses
        .retain(|loss| concerns_any(&loss.domain, !loss.domain.starts_with('.')));
    if let Some(mut jar) = exchange.jar.take() {
        jar.retain(|cookie| concerns_any(&cookie.domain, cookie.host_only));
        let before = jar.len();
        let kept = shortened(jar, exchange);
        exchange.jar_left_out += before - kept.len();
        exchange.jar = Some(kept);
    }
}

/// The canonical hosts of every request that failed, and of those that redirected to it.
fn hosts(exchange: &Exchange) -> Vec<String> {
    let mut hosts: Vec<String> = failing::failing(exchange)
        .into_iter()
        .chain(failing::to_explain(exchange))
        .flat_map(|one| chain::chain(exchange, one.index))
        .filter_map(|index| Url::parse(&exchange.entries.get(index)?.request.url))
        .map(|url| host::canonical(&url.host).into_owned())
        .collect();
    hosts.sort_unstable();
    hosts.dedup();
    hosts
}

/// The cookies that tell most, in their order: those sent, those that look like a session, those of every path.
fn shortened(jar: Vec<JarCookie>, exchange: &Exchange) -> Vec<JarCookie> {
    if jar.len() <= MOST {
        return jar;
    }
    let sent = sent_names(exchange);
    let mut ranked: Vec<(usize, JarCookie)> = jar.into_iter().enumerate().collect();
    ranked.sort_by_key(|(_, cookie)| {
        Reverse((
            sent.binary_search(&cookie.name).is_ok(),
            CookieRole::of(&cookie.name) == CookieRole::Session,
            cookie.path == "/",
            cookie.partition.is_none(),
        ))
    });
    ranked.truncate(MOST);
    ranked.sort_unstable_by_key(|(place, _)| *place);
    ranked.into_iter().map(|(_, cookie)| cookie).collect()
}

/// The names of the cookies that the failing request sent, sorted.
fn sent_names(exchange: &Exchange) -> Vec<String> {
    let mut names: Vec<String> = failing::to_explain(exchange)
        .and_then(|one| exchange.entries.get(one.index))
        .into_iter()
        .flat_map(|entry| entry.request.headers("cookie"))
        .flat_map(|field| field.split(';'))
        .filter_map(|pair| pair.split('=').next())
        .map(|name| name.trim().to_owned())
        .collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Entry, Field, Loss};

    fn asked(url: &str, jar: Vec<JarCookie>) -> Exchange {
        let mut entry = Entry::default();
        entry.request.method = "GET".to_owned();
        entry.request.url = url.to_owned();
        entry.response.status = 401;
        Exchange {
            entries: vec![entry],
            jar: Some(jar),
            ..Exchange::default()
        }
    }

    fn cookie(name: &str, domain: &str) -> JarCookie {
        JarCookie {
            name: name.to_owned(),
            domain: domain.to_owned(),
            host_only: !domain.starts_with('.'),
            path: "/".to_owned(),
            ..JarCookie::default()
        }
    }

    fn names(exchange: &Exchange) -> Vec<&str> {
        let jar = exchange.jar.iter().flatten();
        jar.map(|cookie| cookie.name.as_str()).collect()
    }

    #[test]
    fn a_cookie_of_another_tenant_of_a_public_suffix_is_left_out() {
        for suffix in [
            "vercel.app",
            "github.io",
            "azurewebsites.net",
            "go.kr",
            "pages.dev",
            "herokuapp.com",
            "s3.amazonaws.com",
            "blogspot.com",
            "co.uk",
            "workers.dev",
        ] {
            let mut exchange = asked(
                &format!("https://api.shop.{suffix}/me"),
                vec![
                    cookie("stranger", &format!("clinic.{suffix}")),
                    cookie("strangers-all", &format!(".clinic.{suffix}")),
                    cookie("platform", suffix),
                    cookie("sibling", &format!("www.shop.{suffix}")),
                    cookie("own", &format!(".shop.{suffix}")),
                ],
            );
            exchange.losses = [format!("clinic.{suffix}"), format!(".shop.{suffix}")]
                .map(|domain| Loss {
                    domain,
                    ..Loss::default()
                })
                .to_vec();
            left_out(&mut exchange);
            assert_eq!(names(&exchange), ["sibling", "own"], "{suffix}");
            assert_eq!(exchange.losses.len(), 1, "{suffix}");
        }
    }

    #[test]
    fn a_host_that_is_itself_a_suffix_sees_its_own_cookies_alone() {
        let jar = vec![
            cookie("own", "vercel.app"),
            cookie("tenant", "shop.vercel.app"),
        ];
        let mut exchange = asked("https://vercel.app/", jar);
        left_out(&mut exchange);
        assert_eq!(names(&exchange), ["own"]);
    }

    #[test]
    fn a_cookie_that_goes_there_stays_though_its_domain_became_a_suffix() {
        assert!(concerns(".vercel.app", false, "shop.vercel.app"));
        assert!(!concerns("vercel.app", true, "shop.vercel.app"));
    }

    #[test]
    fn this_machine_is_one_by_all_its_plain_names() {
        assert!(concerns("localhost", true, "127.0.0.1"));
        assert!(concerns("127.0.0.1", true, "[::1]"));
        assert!(!concerns("app.localhost", true, "localhost"));
        assert!(!concerns("bank.localhost", true, "app.localhost"));
        assert!(!concerns("192.168.0.2", true, "127.0.0.1"));
    }

    #[test]
    fn a_redirects_hosts_count() {
        let mut exchange = asked("https://api.example.org/me", Vec::new());
        let mut first = Entry::default();
        first.request.url = "https://start.example.com/".to_owned();
        first.response.status = 302;
        first.response.headers = Some(vec![Field {
            name: "Location".to_owned(),
            value: "https://api.example.org/me".to_owned(),
        }]);
        exchange.entries.insert(0, first);
        exchange.jar = Some(vec![
            cookie("first", "start.example.com"),
            cookie("other", "a.example.net"),
        ]);
        left_out(&mut exchange);
        assert_eq!(names(&exchange), ["first"]);
    }

    #[test]
    fn a_jar_that_is_too_large_keeps_the_session_and_says_how_much_is_missing() {
        let deep = |place: usize| JarCookie {
            path: format!("/deep/{place}"),
            ..cookie(&format!("pref{place}"), ".example.com")
        };
        let mut jar: Vec<JarCookie> = (0..MOST + 60).map(deep).collect();
        jar.push(cookie("sid", "www.example.com"));
        jar.push(cookie("plain", "www.example.com"));
        let mut exchange = asked("https://www.example.com/me", jar);
        left_out(&mut exchange);
        left_out(&mut exchange);
        let names = names(&exchange);
        assert!(names.ends_with(&["sid", "plain"]), "{names:?}");
        assert_eq!((names.len(), exchange.jar_left_out), (MOST, 62));
    }
}
