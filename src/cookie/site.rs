//! Sites: registrable domains, with and without their scheme, and trustworthy origins.

use super::host;
use super::suffix;
use super::target::Target;

/// The site of a canonical host: its registrable domain, or itself for an address, a single label or a public suffix.
pub fn site(name: &str) -> &str {
    if host::is_ip(name) {
        return name;
    }
    suffix::registrable(name).unwrap_or(name)
}

/// The [`site`] of a host in any form.
pub fn of_host(name: &str) -> String {
    site(&host::canonical(name)).to_owned()
}

/// Whether two targets are of one site, whatever their schemes.
pub fn same_site(one: &Target, other: &Target) -> bool {
    one.host == other.host || site(&one.host) == site(&other.host)
}

/// Whether two targets are schemefully same-site (HTML standard, "sites"); `ws` counts as `http`.
pub fn schemefully_same_site(one: &Target, other: &Target) -> bool {
    one.secure == other.secure && same_site(one, other)
}

/// Whether a target counts as secure: encrypted, or loopback where the browser trusts that.
pub fn trustworthy(target: &Target, trusts_loopback: bool) -> bool {
    target.secure || (trusts_loopback && host::is_loopback(&target.host))
}

#[cfg(test)]
mod tests {
    use super::{Target, same_site, schemefully_same_site, trustworthy};

    fn target(url: &str) -> Target {
        Target::parse(url).unwrap()
    }

    #[test]
    fn subdomains_share_a_site_unless_anyone_can_register_them() {
        assert!(same_site(
            &target("https://a.example.com"),
            &target("https://b.example.com")
        ));
        assert!(!same_site(
            &target("https://a.vercel.app"),
            &target("https://b.vercel.app")
        ));
        assert!(!same_site(
            &target("http://app.localhost"),
            &target("http://api.localhost")
        ));
        assert!(same_site(
            &target("http://www.site.localhost"),
            &target("http://api.site.localhost")
        ));
        assert!(same_site(
            &target("http://localhost:3000"),
            &target("http://localhost:8000")
        ));
        assert!(!same_site(
            &target("http://127.0.0.1"),
            &target("http://127.0.0.2")
        ));
        assert!(!same_site(
            &target("http://127.0.0.1"),
            &target("http://localhost")
        ));
    }

    #[test]
    fn the_scheme_counts_where_it_is_asked_for() {
        assert!(!schemefully_same_site(
            &target("http://example.com"),
            &target("https://example.com")
        ));
        assert!(schemefully_same_site(
            &target("wss://example.com"),
            &target("https://example.com")
        ));
    }

    #[test]
    fn loopback_is_trustworthy_for_a_browser_that_trusts_it() {
        assert!(trustworthy(&target("http://localhost"), true));
        assert!(!trustworthy(&target("http://localhost"), false));
        assert!(!trustworthy(&target("http://example.com"), true));
    }
}
