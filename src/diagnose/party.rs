//! Whose a failing request is: the page's own, or another site's.

use crate::cookie::page::{self, Source};
use crate::cookie::target::Target;
use crate::cookie::{chain, site};
use crate::exchange::{Exchange, Page, Resource};
use crate::facts::request::is_local;

/// Whose it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Party {
    /// Whether badge and toast may speak of it.
    pub(super) own: bool,
    /// Whether a message inside the page may say what it is about.
    pub(super) same_site_with_page: bool,
}

/// Whose the request at `index` is; nobody's where the page is not known.
pub(super) fn of(exchange: &Exchange, index: usize) -> Party {
    let chain = chain::chain(exchange, index);
    let is_document = exchange
        .entries
        .get(index)
        .is_some_and(|entry| entry.resource == Resource::Document);
    if is_document && page::is_top_level(exchange, index) {
        return Party {
            own: true,
            same_site_with_page: true,
        };
    }
    let Some((page, hops)) = exchange.page.as_ref().zip(chain::hops(exchange, &chain)) else {
        return Party::default();
    };
    let Some((top, target)) = Target::parse(&page.url).zip(hops.last()) else {
        return Party::default();
    };
    Party {
        own: is_own(page, &top, target),
        same_site_with_page: hops
            .iter()
            .all(|hop| site::schemefully_same_site(hop, &top))
            && page.frames.iter().all(|frame| is_of(frame, &top))
            && page::around(exchange, &chain)
                .initiator()
                .is_none_or(|initiator| is_source_of(initiator, &top)),
    }
}

/// A page on the developer's own machine may ask anybody; another page its own site, through frames of that site.
fn is_own(page: &Page, top: &Target, target: &Target) -> bool {
    let mut frames = page.frames.iter().filter_map(|url| Target::parse(url));
    if is_local(&top.host) {
        return frames.all(|frame| is_local(&frame.host));
    }
    site::same_site(target, top) && frames.all(|frame| site::same_site(&frame, top))
}

/// Whether a frame belongs to the site of the top-level document; one without an address of its own has its parent's.
fn is_of(frame: &str, top: &Target) -> bool {
    matches!(frame, "about:blank" | "about:srcdoc")
        || Target::parse(frame).is_some_and(|frame| site::schemefully_same_site(&frame, top))
}

fn is_source_of(source: &Source, top: &Target) -> bool {
    match source {
        Source::Site(sender) => site::schemefully_same_site(sender, top),
        Source::Opaque => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Entry, Initiator};

    fn asked(url: &str, page: &str, frames: &[&str]) -> Exchange {
        let mut entry = Entry {
            resource: Resource::Fetch,
            ..Entry::default()
        };
        entry.request.url = url.to_owned();
        entry.response.status = 401;
        Exchange {
            entries: vec![entry],
            page: Some(Page {
                url: page.to_owned(),
                frames: frames.iter().map(|frame| (*frame).to_owned()).collect(),
            }),
            ..Exchange::default()
        }
    }

    fn party(url: &str, page: &str, frames: &[&str]) -> (bool, bool) {
        let party = of(&asked(url, page, frames), 0);
        (party.own, party.same_site_with_page)
    }

    #[test]
    fn two_tenants_of_a_public_suffix_are_strangers() {
        for suffix in [
            "vercel.app",
            "github.io",
            "azurewebsites.net",
            "go.kr",
            "netlify.app",
            "web.app",
            "fly.dev",
            "gov.uk",
            "s3.amazonaws.com",
        ] {
            let at = |tenant: &str| format!("https://{tenant}.{suffix}/");
            assert_eq!(
                party(&at("victim"), &at("evil"), &[]),
                (false, false),
                "{suffix}"
            );
            assert_eq!(
                party(&at("api.shop"), &at("www.shop"), &[]),
                (true, true),
                "{suffix}"
            );
        }
    }

    #[test]
    fn a_document_is_its_own() {
        let mut exchange = asked("https://any.example.com/", "https://left.example.org/", &[]);
        for entry in &mut exchange.entries {
            entry.resource = Resource::Document;
            entry.frame = Some(0);
        }
        assert_eq!(
            of(&exchange, 0),
            Party {
                own: true,
                same_site_with_page: true
            }
        );
    }

    #[test]
    fn a_foreign_frame_between_makes_it_foreign() {
        let (url, page) = ("https://api.example.com/me", "https://www.example.com/");
        assert_eq!(
            party(url, page, &["https://ads.example.org/"]),
            (false, false)
        );
        assert_eq!(party(url, page, &["https://in.example.com/"]), (true, true));
        assert_eq!(party(url, page, &["about:srcdoc"]), (true, true));
        assert_eq!(party(url, page, &["data:text/html,x"]), (true, false));
    }

    #[test]
    fn a_page_on_the_developers_machine_may_ask_anybody_and_hears_nothing_of_strangers() {
        let page = "http://localhost:3000/";
        assert_eq!(
            party("https://bank.example.com/me", page, &[]),
            (true, false)
        );
        assert_eq!(party("http://localhost:8000/me", page, &[]), (true, true));
        assert_eq!(party("http://127.0.0.1:8000/me", page, &[]), (true, false));
        assert_eq!(
            party(
                "https://a.example.com/",
                page,
                &["https://ads.example.org/"]
            ),
            (false, false)
        );
    }

    #[test]
    fn another_scheme_is_another_site_inside_the_page() {
        assert_eq!(
            party("https://shop.example.com/", "http://www.example.com/", &[]),
            (true, false)
        );
        assert_eq!(
            party("wss://shop.example.com/", "https://www.example.com/", &[]),
            (true, true)
        );
    }

    #[test]
    fn what_came_through_another_site_or_from_an_opaque_origin_is_not_told() {
        let (url, page) = ("https://api.example.com/me", "https://www.example.com/");
        let mut sandboxed = asked(url, page, &[]);
        for entry in &mut sandboxed.entries {
            entry.initiator = Some(Initiator {
                url: Some("null".to_owned()),
                stack: Vec::new(),
            });
        }
        assert!(!of(&sandboxed, 0).same_site_with_page);
        let mut redirected = asked(url, page, &[]);
        let mut first = Entry::default();
        first.request.url = "https://tracker.example.org/".to_owned();
        first.response.status = 302;
        first.response.headers = Some(vec![crate::exchange::Field {
            name: "Location".to_owned(),
            value: url.to_owned(),
        }]);
        redirected.entries.insert(0, first);
        assert!(!of(&redirected, 1).same_site_with_page);
    }

    #[test]
    fn without_a_page_it_is_nobodys() {
        let mut exchange = asked("https://a.example.com/", "", &[]);
        exchange.page = None;
        assert_eq!(of(&exchange, 0), Party::default());
        assert_eq!(
            party("https://a.example.com/", "chrome://newtab/", &[]),
            (false, false)
        );
    }
}
