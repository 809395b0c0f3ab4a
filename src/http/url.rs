//! Absolute URLs as a browser serialises them (URL standard, section 4), taken apart.
//!
//! What comes from a browser is normalised already, so nothing is resolved, mapped or re-encoded here.

use std::fmt;

use super::percent;

/// The parts of an absolute URL, as they stood; scheme and host in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Url {
    /// The scheme, without the colon.
    pub scheme: String,
    /// What stands before the `@`, if anything.
    pub userinfo: Option<String>,
    /// The host; an IPv6 address keeps its brackets. Empty where the URL has none.
    pub host: String,
    /// The port as written.
    pub explicit_port: Option<u16>,
    /// The path, with its leading slash where there is a host.
    pub path: String,
    /// What stands after the `?`.
    pub query: Option<String>,
    /// What stands after the `#`.
    pub fragment: Option<String>,
}

/// A `name=value` of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// The name, percent-decoded, `+` as a space.
    pub name: String,
    /// The value, percent-decoded, `+` as a space.
    pub value: String,
    /// The name as it stood.
    pub raw_name: String,
    /// The value as it stood.
    pub raw_value: String,
}

impl Url {
    /// Takes an absolute URL apart; `None` if it has no scheme, no host where its scheme wants one, or a host or
    /// port that cannot be one.
    pub fn parse(text: &str) -> Option<Url> {
        let (text, fragment) = split_optional(text.trim(), '#');
        let (text, query) = split_optional(text, '?');
        let (scheme, rest) = text.split_once(':')?;
        if !is_scheme(scheme) {
            return None;
        }
        let mut url = Url {
            scheme: scheme.to_ascii_lowercase(),
            query: query.map(str::to_owned),
            fragment: fragment.map(str::to_owned),
            ..Url::default()
        };
        let Some(rest) = rest.strip_prefix("//") else {
            rest.clone_into(&mut url.path);
            return Some(url);
        };
        let (authority, path) = rest
            .find('/')
            .and_then(|at| rest.split_at_checked(at))
            .unwrap_or((rest, "/"));
        path.clone_into(&mut url.path);
        url.set_authority(authority)?;
        (!url.host.is_empty() || default_port(&url.scheme).is_none()).then_some(url)
    }

    fn set_authority(&mut self, authority: &str) -> Option<()> {
        let host_and_port = match authority.rsplit_once('@') {
            Some((userinfo, rest)) => {
                self.userinfo = Some(userinfo.to_owned());
                rest
            }
            None => authority,
        };
        let bracket = host_and_port.rfind(']').unwrap_or(0);
        let (host, port) = match host_and_port.rfind(':') {
            Some(at) if at >= bracket => (host_and_port.get(..at)?, host_and_port.get(at + 1..)?),
            _ => (host_and_port, ""),
        };
        // Colons stand only between the brackets of an IPv6 address, and those come in one pair.
        let address = host
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        if address.unwrap_or(host).contains(['[', ']']) || (address.is_none() && host.contains(':'))
        {
            return None;
        }
        self.host = host.to_ascii_lowercase();
        self.explicit_port = if port.is_empty() {
            None
        } else {
            Some(port.parse().ok()?)
        };
        Some(())
    }

    fn has_authority(&self) -> bool {
        !self.host.is_empty() || self.userinfo.is_some() || self.explicit_port.is_some()
    }

    /// The port that is spoken to: the one written, else the scheme's own.
    pub fn port(&self) -> Option<u16> {
        self.explicit_port.or_else(|| default_port(&self.scheme))
    }

    /// The origin (HTML standard, section 7.1.1). `ws` and `wss` count as `http` and `https`, because they share
    /// cookies and credentials; a `blob:` has the origin that it names.
    pub fn origin(&self) -> Origin {
        match self.scheme.as_str() {
            "blob" => Url::parse(&self.path)
                .filter(|inner| matches!(inner.scheme.as_str(), "http" | "https"))
                .map_or(Origin::Opaque, |inner| inner.origin()),
            scheme @ ("http" | "https" | "ws" | "wss" | "ftp") => self.tuple(http_scheme(scheme)),
            scheme if scheme.ends_with("-extension") => self.tuple(scheme),
            _ => Origin::Opaque,
        }
    }

    fn tuple(&self, scheme: &str) -> Origin {
        if self.host.is_empty() {
            return Origin::Opaque;
        }
        Origin::Tuple {
            scheme: scheme.to_owned(),
            host: self.host.clone(),
            port: self.port(),
        }
    }

    /// Whether both have one and the same origin; never where one of them is opaque.
    pub fn same_origin(&self, other: &Url) -> bool {
        self.origin().same(&other.origin())
    }

    /// Whether the connection is encrypted.
    pub fn is_secure(&self) -> bool {
        matches!(self.scheme.as_str(), "https" | "wss")
    }

    /// The pairs of the query, in order.
    pub fn pairs(&self) -> Vec<Pair> {
        self.query.as_deref().map(pairs).unwrap_or_default()
    }

    /// The decoded value of the first query pair of that name, which is matched in its case.
    pub fn query_value(&self, name: &str) -> Option<String> {
        self.pairs()
            .into_iter()
            .find(|pair| pair.name == name)
            .map(|pair| pair.value)
    }
}

impl fmt::Display for Url {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:", self.scheme)?;
        if self.has_authority() || self.path.starts_with("//") || self.scheme == "file" {
            out.write_str("//")?;
            if let Some(userinfo) = &self.userinfo {
                write!(out, "{userinfo}@")?;
            }
            out.write_str(&self.host)?;
            if let Some(port) = self.explicit_port {
                write!(out, ":{port}")?;
            }
        }
        out.write_str(&self.path)?;
        if let Some(query) = &self.query {
            write!(out, "?{query}")?;
        }
        if let Some(fragment) = &self.fragment {
            write!(out, "#{fragment}")?;
        }
        Ok(())
    }
}

/// The pairs of a query string, or of a body in `application/x-www-form-urlencoded`, in order.
pub fn pairs(query: &str) -> Vec<Pair> {
    let nonempty = query.split('&').filter(|pair| !pair.is_empty());
    nonempty
        .map(|pair| {
            let (raw_name, raw_value) = pair.split_once('=').unwrap_or((pair, ""));
            Pair {
                name: percent::decode_form(raw_name).into_owned(),
                value: percent::decode_form(raw_value).into_owned(),
                raw_name: raw_name.to_owned(),
                raw_value: raw_value.to_owned(),
            }
        })
        .collect()
}

/// An origin (HTML standard, section 7.1.1); prints as the `Origin` field carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// One that equals no other: of `data:`, `about:`, `file:`, a sandboxed frame. Prints as `null`.
    Opaque,
    /// Scheme, host, port.
    Tuple {
        /// The scheme; `http` or `https` for the schemes of websockets.
        scheme: String,
        /// The host in lower case; an IPv6 address in brackets.
        host: String,
        /// The port that is spoken to.
        port: Option<u16>,
    },
}

impl Origin {
    /// The origin of a URL, or of an origin as the `Origin` field writes it; opaque where it is neither.
    pub fn parse(text: &str) -> Origin {
        Url::parse(text).map_or(Origin::Opaque, |url| url.origin())
    }

    /// Whether both are the same origin; an opaque one is not even the same as itself, as far as can be seen.
    pub fn same(&self, other: &Origin) -> bool {
        *self != Origin::Opaque && self == other
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Origin::Tuple { scheme, host, port } = self else {
            return out.write_str("null");
        };
        write!(out, "{scheme}://{host}")?;
        match port {
            Some(port) if default_port(scheme) != Some(*port) => write!(out, ":{port}"),
            _ => Ok(()),
        }
    }
}

/// The port of a scheme that has one of its own.
pub fn default_port(scheme: &str) -> Option<u16> {
    match scheme {
        "http" | "ws" => Some(80),
        "https" | "wss" => Some(443),
        "ftp" => Some(21),
        _ => None,
    }
}

fn http_scheme(scheme: &str) -> &str {
    match scheme {
        "ws" => "http",
        "wss" => "https",
        other => other,
    }
}

fn is_scheme(scheme: &str) -> bool {
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

fn split_optional(text: &str, separator: char) -> (&str, Option<&str>) {
    match text.split_once(separator) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_found() {
        let url = Url::parse("https://u:p@API.example:8443/a/b?x=1%202&x=+&y#f?g").expect("a URL");
        assert_eq!(url.userinfo.as_deref(), Some("u:p"));
        assert_eq!((url.host.as_str(), url.port()), ("api.example", Some(8443)));
        assert_eq!(url.path, "/a/b");
        assert_eq!(url.fragment.as_deref(), Some("f?g"));
        let values: Vec<_> = url
            .pairs()
            .into_iter()
            .map(|pair| (pair.name, pair.value))
            .collect();
        assert_eq!(
            values,
            [("x", "1 2"), ("x", " "), ("y", "")].map(|(n, v)| (n.to_owned(), v.to_owned()))
        );
        assert_eq!(url.origin().to_string(), "https://api.example:8443");
    }

    #[test]
    fn an_ipv6_host_keeps_its_brackets() {
        let url = Url::parse("http://[::1]:3000/").expect("a URL");
        assert_eq!((url.host.as_str(), url.port()), ("[::1]", Some(3000)));
        assert_eq!(
            Url::parse("http://[::1]/").and_then(|url| url.port()),
            Some(80)
        );
        for broken in [
            "http://[::",
            "http://[::]x/",
            "http://a]/",
            "http://[[::1]]/",
            "http://::1/",
        ] {
            assert_eq!(Url::parse(broken), None, "{broken}");
        }
    }

    #[test]
    fn origins_are_those_of_the_browser() {
        assert_eq!(
            Origin::parse("wss://a.example/x").to_string(),
            "https://a.example"
        );
        assert_eq!(
            Origin::parse("blob:https://a.example/1-2").to_string(),
            "https://a.example"
        );
        for opaque in [
            "data:text/html,x",
            "about:blank",
            "file:///x",
            "null",
            "",
            "blob:null/1",
            "http://",
        ] {
            assert_eq!(Origin::parse(opaque).to_string(), "null", "{opaque}");
        }
        assert!(!Origin::Opaque.same(&Origin::Opaque));
    }

    #[test]
    fn what_is_no_url_is_none() {
        for text in [
            "",
            "/path",
            "a.example",
            "1http://x",
            "http://a:port/",
            "://",
        ] {
            assert_eq!(Url::parse(text), None, "{text}");
        }
    }
}
