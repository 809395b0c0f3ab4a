//! Hosts as cookies see them: canonical form (RFC 6265bis 5.1.2) and domain-match (5.1.3).

use std::borrow::Cow;

/// The canonical form of a host: lower case, labels outside ASCII as A-labels (RFC 5890).
pub fn canonical(host: &str) -> Cow<'_, str> {
    if host
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        return Cow::Borrowed(host);
    }
    let labels: Vec<String> = host
        .split(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}'])
        .map(label)
        .collect();
    Cow::Owned(labels.join("."))
}

fn label(label: &str) -> String {
    let lower = label.to_lowercase();
    if lower.is_ascii() {
        lower
    } else {
        format!("xn--{}", punycode(&lower))
    }
}

/// Whether `host` is an IPv4 address or an IPv6 address in brackets.
pub fn is_ip(host: &str) -> bool {
    host.starts_with('[') || host.parse::<std::net::Ipv4Addr>().is_ok()
}

/// Whether `host` is always this machine: `localhost` and its subdomains, `127.0.0.0/8`, `[::1]`.
pub fn is_loopback(host: &str) -> bool {
    let name = host.strip_suffix('.').unwrap_or(host);
    name == "localhost"
        || name.ends_with(".localhost")
        || name == "[::1]"
        || name
            .parse::<std::net::Ipv4Addr>()
            .is_ok_and(|address| address.is_loopback())
}

/// Whether the canonical `host` domain-matches the canonical `domain`, which has no leading dot.
pub fn domain_match(host: &str, domain: &str) -> bool {
    if host == domain {
        return true;
    }
    let below = host
        .strip_suffix(domain)
        .is_some_and(|rest| rest.ends_with('.'));
    !domain.is_empty() && below && !is_ip(host)
}

/// The base of Punycode's numbers (RFC 3492, section 5).
const BASE: u32 = 36;

/// The Punycode of a label (RFC 3492 section 6.3), without its prefix.
fn punycode(label: &str) -> String {
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(out.len()).unwrap_or(u32::MAX);
    if basic > 0 {
        out.push('-');
    }
    let (mut code, mut delta, mut bias, mut handled) = (128_u32, 0_u32, 72_u32, basic);
    let total = u32::try_from(label.chars().count()).unwrap_or(u32::MAX);
    while handled < total {
        let Some(next) = label
            .chars()
            .map(u32::from)
            .filter(|point| *point >= code)
            .min()
        else {
            break;
        };
        delta = delta.saturating_add((next - code).saturating_mul(handled + 1));
        code = next;
        for point in label.chars().map(u32::from) {
            if point < code {
                delta = delta.saturating_add(1);
            }
            if point == code {
                push_number(&mut out, delta, bias);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.saturating_add(1);
        code = code.saturating_add(1);
    }
    out
}

/// A number of as many digits as it needs (RFC 3492, section 3.3).
fn push_number(out: &mut String, mut rest: u32, bias: u32) {
    let mut place = BASE;
    loop {
        let threshold = place.saturating_sub(bias).clamp(1, 26);
        if rest < threshold {
            break;
        }
        out.push(digit(threshold + (rest - threshold) % (BASE - threshold)));
        rest = (rest - threshold) / (BASE - threshold);
        place += BASE;
    }
    out.push(digit(rest));
}

fn digit(value: u32) -> char {
    char::from_digit(value.saturating_sub(26), 10)
        .filter(|_| value >= 26)
        .unwrap_or_else(|| {
            u8::try_from(value)
                .ok()
                .and_then(|value| value.checked_add(b'a'))
                .map_or('a', char::from)
        })
}

fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / points.max(1);
    let mut steps = 0;
    while delta > 455 {
        delta /= 35;
        steps += 36;
    }
    steps + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::{canonical, domain_match, is_ip, is_loopback};

    #[test]
    fn a_host_is_lower_case_and_its_labels_are_a_labels() {
        assert_eq!(canonical("API.Example.COM"), "api.example.com");
        assert_eq!(canonical("Bücher.example"), "xn--bcher-kva.example");
        assert_eq!(canonical("食狮.公司.cn"), "xn--85x722f.xn--55qx5d.cn");
    }

    #[test]
    fn a_domain_covers_itself_and_what_is_below_it() {
        assert!(domain_match("example.com", "example.com"));
        assert!(domain_match("api.example.com", "example.com"));
        assert!(!domain_match("badexample.com", "example.com"));
        assert!(!domain_match("example.com", "api.example.com"));
        assert!(!domain_match("127.0.0.1", "0.0.1"));
        assert!(!domain_match("example.com", ""));
    }

    #[test]
    fn loopback_is_known_by_its_name_and_by_its_address() {
        for host in [
            "localhost",
            "app.localhost",
            "localhost.",
            "127.0.0.1",
            "127.9.9.9",
            "[::1]",
        ] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["localhost.test", "mylocalhost", "128.0.0.1", "[::2]"] {
            assert!(!is_loopback(host), "{host}");
        }
    }

    #[test]
    fn an_address_is_told_from_a_name() {
        assert!(is_ip("10.0.0.1") && is_ip("[2001:db8::1]"));
        assert!(!is_ip("10.0.0.example") && !is_ip("10.0.0"));
    }
}
