//! Which fix a button can carry out, and where it leads.

use serde_json::{Map, Value};

use crate::cookie::page;
use crate::cookie::site;
use crate::cookie::target::Target;
use crate::diagnosis::action::{Action, Named};
use crate::exchange::{Exchange, JarCookie, Resource};
use crate::facts::Facts;
use crate::facts::names::{CookieRole, is_sign_in_path};
use crate::http::url::Url;

/// What the button of a fix does.
#[derive(Clone, Copy)]
enum Deed {
    Reload,
    SignIn,
    /// Opens the host that stands in the fix's words under this name.
    Open(&'static str),
    Secure,
    /// Deletes cookies that went with the request.
    Forget,
    Support,
}

/// The fixes that have a button, by the key of their words.
const DEEDS: &[(&str, Deed)] = &[
    ("fix.sign-in", Deed::SignIn),
    ("fix.sign-in-again", Deed::SignIn),
    ("token-invalid.sign-in", Deed::SignIn),
    ("token-revoked.sign-in", Deed::SignIn),
    ("session-displaced.again", Deed::SignIn),
    ("password-changed.again", Deed::SignIn),
    ("csrf.reload", Deed::Reload),
    ("refresh-race.reload", Deed::Reload),
    ("gateway-auth.reload", Deed::Reload),
    ("token-expired.reload", Deed::Reload),
    ("retry-loop.reload", Deed::Reload),
    ("fix.open-directly", Deed::Open("host")),
    ("samesite-lax.open-there", Deed::Open("host")),
    ("third-party-cookies.open-alone", Deed::Open("host")),
    ("cookie-domain.go-there", Deed::Open("domain")),
    ("cookie-secure.type-https", Deed::Secure),
    ("fix.clear-this-site", Deed::Forget),
    ("fix.write-to-site", Deed::Support),
];

/// What a button can do for the fix of this key; nothing where the page is not known.
pub(super) fn of(facts: &Facts<'_>, key: &str, args: &Map<String, Value>) -> Option<Action> {
    let (_, deed) = DEEDS.iter().find(|(known, _)| *known == key)?;
    let top = Url::parse(&facts.exchange.page.as_ref()?.url)?;
    match deed {
        Deed::Reload => Some(Action::Reload),
        Deed::SignIn => Some(Action::SignIn {
            url: sign_in(facts.exchange, &top),
        }),
        Deed::Open(name) => open(args.get(*name)?.as_str()?, &top),
        Deed::Secure => (top.scheme == "http").then_some(Action::Secure),
        Deed::Forget => forget(facts, &top),
        Deed::Support => Some(Action::Support),
    }
}

/// The last page of this site at which people sign in, else the site's first page.
fn sign_in(exchange: &Exchange, top: &Url) -> String {
    let seen = (0..exchange.entries.len()).rev().find_map(|index| {
        let entry = exchange.entries.get(index)?;
        if entry.resource == Resource::Document && page::is_top_level(exchange, index) {
            plain(&Url::parse(&entry.request.url)?, top)
        } else {
            None
        }
    });
    seen.unwrap_or_else(|| format!("{}/", top.origin()))
}

/// The address without its query, if it is a page of the same site at which people sign in and nothing was cut from it.
fn plain(url: &Url, top: &Url) -> Option<String> {
    let text = format!("{}{}", url.origin(), url.path);
    let (to, from) = (
        Target::parse(&text)?,
        Target::parse(&format!("{}/", top.origin()))?,
    );
    (is_sign_in_path(&url.path.to_ascii_lowercase())
        && is_whole(&text)
        && site::schemefully_same_site(&to, &from))
    .then_some(text)
}

/// So many cookies are deleted at once; where there are more, it cannot be said which.
const MOST: usize = 20;

/// The cookies that went with the request and can carry a session; where one was sent twice, the stale copies of that one
/// alone. Nothing where they cannot be told, or where the request is not the page's own site's.
fn forget(facts: &Facts<'_>, top: &Url) -> Option<Action> {
    let page = Target::parse(&format!("{}/", top.origin()))?;
    let own = site::schemefully_same_site(&Target::parse(&facts.entry().request.url)?, &page);
    let sent = facts.cookies.would_go(facts.exchange);
    let twice = facts
        .credentials
        .twice(CookieRole::Session)
        .or_else(|| facts.credentials.twice(CookieRole::Unknown));
    let wanted = |cookie: &&&JarCookie| match twice {
        Some(one) => one.name == cookie.name && !is_fresh(facts, cookie),
        None => matches!(
            CookieRole::of(&cookie.name),
            CookieRole::Session | CookieRole::Csrf
        ),
    };
    let cookies: Vec<Named> = sent.iter().filter(wanted).map(|one| named(one)).collect();
    let known = cookies
        .iter()
        .all(|one| is_whole(&one.name) && is_whole(&one.path));
    let some = !cookies.is_empty() && cookies.len() <= MOST;
    (own && known && some).then(|| Action::Forget {
        url: sign_in(facts.exchange, top),
        cookies,
    })
}

/// Whether this copy of a cookie is the one that was set last, as far as that was seen.
fn is_fresh(facts: &Facts<'_>, cookie: &JarCookie) -> bool {
    let set = facts.cookies.set.iter().rev();
    let mut stored = set
        .map(|(_, one)| one)
        .filter(|one| one.stored && one.name == cookie.name);
    stored.next().is_some_and(|last| {
        last.kept_as.path == cookie.path
            && last.kept_as.domain.trim_start_matches('.') == cookie.domain.trim_start_matches('.')
    })
}

fn named(cookie: &JarCookie) -> Named {
    Named {
        name: cookie.name.clone(),
        domain: cookie.domain.clone(),
        path: cookie.path.clone(),
    }
}

/// Whether nothing was cut from a text.
fn is_whole(text: &str) -> bool {
    !text.contains(['(', '~'])
}

/// The first page of a host, by the page's scheme.
fn open(host: &str, top: &Url) -> Option<Action> {
    let is_web = matches!(top.scheme.as_str(), "http" | "https");
    let of_host = |byte: u8| byte.is_ascii_alphanumeric() || b".:-[]".contains(&byte);
    let url = format!("{}://{host}/", top.scheme);
    let is_host = host.bytes().all(of_host) && Url::parse(&url).is_some();
    (is_web && is_host).then_some(Action::Open { url })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Entry;

    fn seen(urls: &[&str]) -> Exchange {
        let document = |url: &&str| {
            let mut entry = Entry::default();
            (*url).clone_into(&mut entry.request.url);
            entry.resource = Resource::Document;
            entry
        };
        Exchange {
            entries: urls.iter().map(document).collect(),
            ..Exchange::default()
        }
    }

    fn address(urls: &[&str], page: &str) -> Option<String> {
        Url::parse(page).map(|top| sign_in(&seen(urls), &top))
    }

    #[test]
    fn a_sign_in_page_of_this_site_that_was_seen_is_opened_without_its_query() {
        let urls = [
            "https://id.shop.example/Login?next=%2Fcart",
            "https://shop.example/cart",
        ];
        assert_eq!(
            address(&urls, "https://shop.example/cart").as_deref(),
            Some("https://id.shop.example/Login")
        );
    }

    #[test]
    fn another_sites_page_or_one_with_a_cut_address_is_not_opened() {
        for url in [
            "https://elsewhere.example/login",
            "http://shop.example/login",
            "https://shop.example/t/redacted(opaque!len=9)/login",
            "https://shop.example/t/~32x.9f3a2b1c~/login",
        ] {
            assert_eq!(
                address(&[url], "https://shop.example/cart").as_deref(),
                Some("https://shop.example/"),
                "{url}"
            );
        }
    }

    #[test]
    fn only_a_bare_host_is_opened() {
        let top = Url::parse("https://shop.example/").unwrap_or_default();
        assert!(open("api.shop.example:8443", &top).is_some());
        for host in [
            "a@evil.example",
            "evil.example/path",
            "evil.example?x",
            "",
            "a b",
        ] {
            assert_eq!(open(host, &top), None, "{host}");
        }
        let local = Url::parse("file:///home/index.html").unwrap_or_default();
        assert_eq!(open("shop.example", &local), None);
    }
}
