//! Where a request goes, as far as cookies care: scheme, host, port and path of a URL.

use super::host;

/// A URL's parts that the cookie rules look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Whether the scheme is `https` or `wss`.
    pub secure: bool,
    /// The canonical host; an IPv6 address keeps its brackets.
    pub host: String,
    /// The port, the scheme's own where none is written.
    pub port: u16,
    /// The path, at least `/`, without query and fragment.
    pub path: String,
}

impl Target {
    /// Takes a URL of the schemes `http`, `https`, `ws` and `wss` apart; others have no cookies and give `None`.
    pub fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.trim().split_once(':')?;
        let is = |name: &str| scheme.eq_ignore_ascii_case(name);
        let secure = is("https") || is("wss");
        if !secure && !is("http") && !is("ws") {
            return None;
        }
        let rest = rest.strip_prefix("//")?;
        let (authority, tail) =
            split_before(rest, |byte| matches!(byte, b'/' | b'?' | b'#' | b'\\'));
        let authority = authority
            .rsplit_once('@')
            .map_or(authority, |(_, host)| host);
        let (name, port) = split_port(authority);
        let (path, _) = split_before(tail, |byte| matches!(byte, b'?' | b'#'));
        if name.is_empty() {
            return None;
        }
        Some(Self {
            secure,
            host: host::canonical(name).into_owned(),
            port: port
                .and_then(|port| port.parse().ok())
                .unwrap_or(if secure { 443 } else { 80 }),
            path: if path.starts_with('/') {
                path.to_owned()
            } else {
                "/".to_owned()
            },
        })
    }

    /// Whether both have one origin; `ws` counts as `http`.
    pub fn same_origin(&self, other: &Self) -> bool {
        self.secure == other.secure && self.host == other.host && self.port == other.port
    }
}

/// What stands before the first such ASCII character, and the rest.
fn split_before(text: &str, is_mark: impl Fn(u8) -> bool) -> (&str, &str) {
    let end = text.bytes().position(is_mark);
    end.and_then(|end| text.split_at_checked(end))
        .unwrap_or((text, ""))
}

fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (name, Some(port)),
        _ => (authority, None),
    }
}

/// The URL that `reference` names, seen from `base` (RFC 3986 section 5.2, without removing dot segments).
pub fn resolve(base: &str, reference: &str) -> String {
    let reference = reference.trim();
    let scheme_end = reference.find(':').unwrap_or(usize::MAX);
    if reference
        .find(['/', '?', '#'])
        .is_none_or(|at| at > scheme_end)
        && scheme_end != usize::MAX
    {
        return reference.to_owned();
    }
    let Some((scheme, rest)) = base.split_once("://") else {
        return reference.to_owned();
    };
    if let Some(rest) = reference.strip_prefix("//") {
        return format!("{scheme}://{rest}");
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let path = tail.split(['?', '#']).next().unwrap_or_default();
    let path = if path.is_empty() { "/" } else { path };
    match reference.chars().next() {
        Some('/') => format!("{scheme}://{authority}{reference}"),
        Some('?') => format!("{scheme}://{authority}{path}{reference}"),
        None | Some('#') => format!("{scheme}://{authority}{path}"),
        Some(_) => {
            let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
            format!("{scheme}://{authority}{directory}/{reference}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Target, resolve};

    #[test]
    fn a_reference_is_resolved_against_its_base() {
        let base = "https://a.test/x/y?z";
        assert_eq!(resolve(base, "/b"), "https://a.test/b");
        assert_eq!(
            resolve(base, "b?c=https://d"),
            "https://a.test/x/b?c=https://d"
        );
        assert_eq!(resolve(base, "//c.test/d"), "https://c.test/d");
        assert_eq!(resolve(base, "http://c.test"), "http://c.test");
        assert_eq!(resolve(base, "?q"), "https://a.test/x/y?q");
        assert_eq!(resolve("https://a.test", "b"), "https://a.test/b");
    }

    #[test]
    fn a_url_is_taken_apart() {
        let target = Target::parse("HTTPS://user:pw@API.Example.com:8443/a/b?c#d").unwrap();
        assert!(target.secure);
        assert_eq!(
            (target.host.as_str(), target.port, target.path.as_str()),
            ("api.example.com", 8443, "/a/b")
        );
        assert_eq!(Target::parse("ws://[::1]").unwrap().host, "[::1]");
        assert_eq!(Target::parse("http://a.test?x").unwrap().path, "/");
    }

    #[test]
    fn what_has_no_cookies_is_no_target() {
        for url in [
            "",
            "about:blank",
            "data:text/html,x",
            "file:///etc/hosts",
            "https:///path",
            "null",
        ] {
            assert_eq!(Target::parse(url), None, "{url}");
        }
    }
}
