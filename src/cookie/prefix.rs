//! Name prefixes: RFC 6265bis 4.1.3 and 5.7 steps 20 to 23, and the later `__Http-` and `__Host-Http-`.

use super::set_cookie::SetCookie;

/// A prefix that binds a cookie's attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefix {
    /// `__Secure-`: `Secure`.
    Secure,
    /// `__Host-`: `Secure`, no `Domain`, `Path=/`.
    Host,
    /// `__Http-`: `Secure` and `HttpOnly`.
    Http,
    /// `__Host-Http-`: what both ask.
    HostHttp,
}

impl Prefix {
    /// The prefix of `name`, case-insensitively; `newer` adds the `Http` ones.
    pub fn of(name: &str, newer: bool) -> Option<Self> {
        let starts = |prefix: &str| {
            name.get(..prefix.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
        };
        match () {
            () if newer && starts("__Host-Http-") => Some(Self::HostHttp),
            () if newer && starts("__Http-") => Some(Self::Http),
            () if starts("__Host-") => Some(Self::Host),
            () if starts("__Secure-") => Some(Self::Secure),
            () => None,
        }
    }

    /// Whether `cookie` keeps the rules of its prefix, over a trustworthy connection or not. `at_root` is whether it
    /// is for this host alone and for every path.
    pub fn kept(self, cookie: &SetCookie, at_root: bool, trustworthy: bool) -> bool {
        let secure = cookie.secure && trustworthy;
        let host = secure && at_root;
        match self {
            Self::Secure => secure,
            Self::Host => host,
            Self::Http => secure && cookie.http_only,
            Self::HostHttp => host && cookie.http_only,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Prefix, SetCookie};

    fn kept(line: &str) -> bool {
        let cookie = SetCookie::parse(line);
        let at_root = cookie.domain.is_none() && cookie.path.as_deref() == Some("/");
        Prefix::of(&cookie.name, true)
            .unwrap()
            .kept(&cookie, at_root, true)
    }

    #[test]
    fn each_prefix_asks_for_its_attributes() {
        assert!(kept("__Secure-a=1; Secure"));
        assert!(!kept("__secure-a=1"));
        assert!(kept("__HOST-a=1; Secure; Path=/"));
        assert!(!kept("__Host-a=1; Secure; Path=/; Domain=example.com"));
        assert!(!kept("__Host-a=1; Secure"));
        assert!(kept("__Host-Http-a=1; Secure; Path=/; HttpOnly"));
        assert!(!kept("__Host-Http-a=1; Secure; Path=/"));
        assert!(!kept("__Http-a=1; HttpOnly"));
    }

    #[test]
    fn a_name_that_only_looks_like_one_is_free() {
        assert_eq!(Prefix::of("__Host", true), None);
        assert_eq!(Prefix::of("__SecureX", true), None);
        assert_eq!(Prefix::of("__Http-a", false), None);
        assert_eq!(Prefix::of("__Host-Http-a", false), Some(Prefix::Host));
    }
}
