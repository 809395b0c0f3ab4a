//! The hosts of an exchange, and what is kept of a domain beside them.

use std::collections::HashSet;

use super::judge;
use crate::exchange::Exchange;
use crate::http::url::Url;

/// What stands for a label that was cut.
const CUT: &str = "redacted";

/// The same for a label that is not in ASCII.
const CUT_NON_ASCII: &str = "redäcted";

/// The hosts that requests went to or came from, and the domains above them.
#[derive(Debug, Default)]
pub(super) struct Hosts(HashSet<String>);

/// So many hosts and domains are remembered; a domain beside them is judged by its words.
const MOST: usize = 20_000;

/// No host's name is longer (RFC 1035, 2.3.4).
const LONGEST: usize = 255;

impl Hosts {
    #[cfg(test)]
    fn of(exchange: &Exchange) -> Self {
        let mut hosts = Self::default();
        hosts.meet_all(exchange);
        hosts
    }

    /// Remembers the hosts of the page, its frames and every request.
    pub(super) fn meet_all(&mut self, exchange: &Exchange) {
        let pages = exchange.page.iter();
        pages
            .flat_map(|page| std::iter::once(&page.url).chain(&page.frames))
            .chain(exchange.entries.iter().map(|entry| &entry.request.url))
            .for_each(|url| self.meet(url));
    }

    /// Remembers the host of this address, and the domains above it.
    pub(super) fn meet(&mut self, url: &str) {
        let of_network = |url: &Url| matches!(url.scheme.as_str(), "http" | "https" | "ws" | "wss");
        let Some(url) = Url::parse(url).filter(of_network) else {
            return;
        };
        let mut rest = url.host.as_str();
        while rest.len() <= LONGEST && self.0.len() < MOST && !self.0.contains(rest) {
            self.0.insert(rest.to_owned());
            match rest.split_once('.') {
                Some((_, above)) if above.contains('.') => rest = above,
                _ => break,
            }
        }
    }

    /// A domain as cookies and `Host` name it: kept where it is, or is above, one of these; else every label is cut
    /// that is no word, as far as it is not below one of these.
    pub(super) fn domain(&self, domain: &str) -> String {
        let mut kept = String::with_capacity(domain.len());
        let mut rest = domain;
        while !rest.is_empty() && !self.knows(rest) {
            let (label, above) = rest
                .split_at_checked(rest.find('.').unwrap_or(rest.len()))
                .unwrap_or((rest, ""));
            let is_word = label.is_empty() || judge::is_listed(label);
            kept.push_str(if is_word { label } else { cut(label) });
            rest = match above.strip_prefix('.') {
                Some(above) => {
                    kept.push('.');
                    above
                }
                None => "",
            };
        }
        kept + rest
    }

    /// Whether the text is one of the hosts, or a domain above one.
    pub(super) fn knows(&self, domain: &str) -> bool {
        self.0.contains(domain) || self.0.contains(&domain.trim().to_ascii_lowercase())
    }
}

/// What stands for a label that is cut: that a domain is not in ASCII is a fault of its own (RFC 6265bis, 5.6).
fn cut(label: &str) -> &'static str {
    if label.is_ascii() { CUT } else { CUT_NON_ASCII }
}

#[cfg(test)]
mod tests {
    use super::Hosts;
    use crate::exchange::{Entry, Exchange, Request};

    #[test]
    fn a_domain_of_the_exchange_stays_and_of_another_only_words() {
        let request = Request {
            url: "https://d1a2b3c4.api.example:8443/".to_owned(),
            ..Request::default()
        };
        let entry = Entry {
            request,
            ..Entry::default()
        };
        let hosts = Hosts::of(&Exchange {
            entries: vec![entry],
            ..Exchange::default()
        });
        for kept in [
            "d1a2b3c4.api.example",
            ".api.example",
            "API.example",
            "x.d1a2b3c4.api.example",
            "app.other.example",
            "localhost",
            "",
        ] {
            assert_eq!(hosts.domain(kept), kept);
        }
        assert_eq!(
            hosts.domain("9f3a2b1c7d.api.example"),
            "redacted.api.example"
        );
        assert_eq!(hosts.domain(".ada%40mail.example"), ".redacted.example");
        assert_eq!(hosts.domain("redacted.api.example"), "redacted.api.example");
        let fault = hosts.domain("9f3ä2b1c7d.api.example");
        assert_eq!(fault, "redäcted.api.example");
        assert_eq!(hosts.domain(&fault), fault);
    }
}
