//! One scenario: a site of its own, a page that brings a 401 about as real pages do, and what should be said about it.

use serde_json::{Value, json};

use crate::http::{Request, Response};
use crate::lab::Lab;
use crate::serve::Ports;

/// Each scenario has a host of its own, so that no cookie and no memory of one is there in another.
pub(crate) struct Scenario {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    /// What one should see, for people.
    pub(crate) see: &'static str,
    /// The cause that is to be named first.
    pub(crate) cause: &'static str,
    /// What can be known where the body, which alone names the cause, cannot be read.
    pub(crate) blind: Option<&'static str>,
    /// The words for why a cookie stayed at home or was refused, any of which is to be shown.
    pub(crate) reasons: &'static [&'static str],
    pub(crate) alarm: bool,
    pub(crate) state: &'static str,
    pub(crate) browsers: &'static [&'static str],
    /// The browser's setting: `allowed` or `blocked`.
    pub(crate) third_party_cookies: &'static str,
    pub(crate) scheme: &'static str,
    /// Where the page stands: `shop.localhost`, `www.shop.localhost`, `app.shop.test`.
    pub(crate) host: &'static str,
    /// The page's code: the body of an async function over `lab`.
    pub(crate) script: &'static str,
    /// Whether every answer lets the asking origin read it, and preflights are answered.
    pub(crate) cors: bool,
    /// What the page's code is given, such as the token that it had kept.
    pub(crate) config: fn(&Lab) -> Value,
    /// What the page's own answer carries besides, such as a cookie of an earlier visit.
    pub(crate) arrive: fn(&Lab, Response) -> Response,
    /// The site's server. It is asked for every path but the lab's own.
    pub(crate) answer: fn(&Request, &Lab) -> Response,
}

pub(crate) const BOTH: &[&str] = &["chromium", "firefox"];

impl Scenario {
    /// What most have in common.
    pub(crate) const BASE: Self = Self {
        id: "",
        title: "",
        see: "",
        cause: "",
        blind: None,
        reasons: &[],
        alarm: true,
        state: "open",
        browsers: BOTH,
        third_party_cookies: "allowed",
        scheme: "http",
        host: "",
        script: "",
        cors: true,
        config: |_| Value::Null,
        arrive: |_, response| response,
        answer: |_, _| Response::new(404),
    };

    /// The name that makes this scenario's hosts its own, and the top-level domain that they stand under.
    fn site(&self) -> (&'static str, &'static str) {
        let (rest, top) = self.host.rsplit_once('.').unwrap_or(("", self.host));
        (rest.rsplit_once('.').map_or(rest, |(_, last)| last), top)
    }

    /// Whether this host is one of the scenario's: `shop`, `api.shop` and the other site `shop-api`.
    pub(crate) fn owns(&self, host: &str) -> bool {
        let (site, top) = self.site();
        let Some(rest) = host
            .strip_suffix(top)
            .and_then(|rest| rest.strip_suffix('.'))
        else {
            return false;
        };
        let last = rest.rsplit_once('.').map_or(rest, |(_, last)| last);
        last == site || last.strip_suffix("-api") == Some(site)
    }

    /// The address of the scenario's page.
    pub(crate) fn address(&self, ports: Ports) -> String {
        format!("{}/s/{}", origin(self.scheme, self.host, ports), self.id)
    }

    /// What the page's code knows.
    pub(crate) fn given(&self, lab: &Lab) -> Value {
        let (site, top) = self.site();
        let ports = lab.ports;
        let own = |scheme: &str| {
            json!({
                "home": origin(scheme, self.host, ports),
                "bare": origin(scheme, &format!("{site}.{top}"), ports),
                "www": origin(scheme, &format!("www.{site}.{top}"), ports),
                "api": origin(scheme, &format!("api.{site}.{top}"), ports),
                "other": origin(scheme, &format!("{site}-api.{top}"), ports),
            })
        };
        json!({"id": self.id, "here": own(self.scheme), "plain": own("http"), "secure": own("https"), "config": (self.config)(lab)})
    }

    /// The line of `/scenarios.json`.
    pub(crate) fn line(&self, ports: Ports) -> Value {
        json!({
            "id": self.id, "title": self.title, "see": self.see, "cause": self.cause, "blind": self.blind, "reasons": self.reasons,
            "alarm": self.alarm, "state": self.state, "browsers": self.browsers, "thirdPartyCookies": self.third_party_cookies,
            "scheme": self.scheme, "host": self.host, "url": self.address(ports),
        })
    }
}

pub(crate) fn origin(scheme: &str, host: &str, ports: Ports) -> String {
    let port = if scheme == "https" {
        ports.https
    } else {
        ports.http
    };
    format!("{scheme}://{host}:{port}")
}
