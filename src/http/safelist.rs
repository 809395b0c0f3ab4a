//! Which methods and request headers need no preflight (Fetch standard, section 2.2.2).

/// The byte bound of one safelisted value, and of all of them together.
const VALUE_MAX: usize = 128;
const VALUES_MAX: usize = 1024;

/// Whether the method goes without a preflight: `GET`, `HEAD`, `POST`, in upper case as browsers write them.
pub fn is_safelisted_method(method: &str) -> bool {
    matches!(method, "GET" | "HEAD" | "POST")
}

/// Whether a script may set this header without a preflight.
pub fn is_safelisted_header(name: &str, value: &str) -> bool {
    if value.len() > VALUE_MAX {
        return false;
    }
    match name.to_ascii_lowercase().as_str() {
        "accept" => !value.bytes().any(is_unsafe),
        "accept-language" | "content-language" => value.bytes().all(is_language_byte),
        "content-type" => !value.bytes().any(is_unsafe) && is_form_type(value),
        "range" => is_simple_range(value),
        _ => false,
    }
}

/// The names, in lower case, sorted and once each, of the headers that a preflight must have allowed
/// (Fetch, "CORS-unsafe request-header names"). Forbidden headers are left out: no script sets them.
pub fn unsafe_names<'a>(headers: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let mut names = Vec::new();
    let mut safe = Vec::new();
    let mut size = 0_usize;
    for (name, value) in headers {
        if is_forbidden_header(name) {
            continue;
        }
        if is_safelisted_header(name, value) {
            safe.push(name.to_ascii_lowercase());
            size = size.saturating_add(value.len());
        } else {
            names.push(name.to_ascii_lowercase());
        }
    }
    if size > VALUES_MAX {
        names.append(&mut safe);
    }
    names.sort();
    names.dedup();
    names
}

/// Whether only the browser itself may set this request header (Fetch, "forbidden request-header").
pub fn is_forbidden_header(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let listed = [
        "accept-charset",
        "accept-encoding",
        "access-control-request-headers",
        "access-control-request-method",
        "access-control-request-private-network",
        "connection",
        "content-length",
        "cookie",
        "cookie2",
        "date",
        "dnt",
        "expect",
        "host",
        "keep-alive",
        "origin",
        "referer",
        "set-cookie",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "via",
    ];
    listed.contains(&name.as_str())
        || name.starts_with("proxy-")
        || name.starts_with("sec-")
        || name.starts_with(':')
}

/// A CORS-unsafe request-header byte.
fn is_unsafe(byte: u8) -> bool {
    (byte < 0x20 && byte != b'\t') || byte == 0x7F || b"\"():<>?@[\\]{}".contains(&byte)
}

fn is_language_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b" *,-.;=".contains(&byte)
}

fn is_form_type(value: &str) -> bool {
    let essence = value
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    matches!(
        essence.as_str(),
        "application/x-www-form-urlencoded" | "multipart/form-data" | "text/plain"
    )
}

/// `bytes=0-` or `bytes=0-99`, the range's start given.
fn is_simple_range(value: &str) -> bool {
    let Some((start, end)) = value
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'))
    else {
        return false;
    };
    let numeric = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let ordered = match (start.parse::<u64>(), end.parse::<u64>()) {
        (Ok(start), Ok(end)) => start <= end,
        _ => true,
    };
    !start.is_empty() && numeric(start) && numeric(end) && ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_values_of_the_listed_headers_are_safe() {
        assert!(is_safelisted_header("Accept", "*/*"));
        assert!(!is_safelisted_header("Accept", "\"x\""));
        assert!(is_safelisted_header(
            "content-type",
            "Text/Plain;charset=UTF-8"
        ));
        assert!(!is_safelisted_header("content-type", "application/json"));
        assert!(is_safelisted_header("Range", "bytes=0-"));
        assert!(!is_safelisted_header("Range", "bytes=-5"));
        assert!(!is_safelisted_header("Accept-Language", "é"));
        assert!(!is_safelisted_header("Accept", &"x".repeat(129)));
        assert!(!is_safelisted_header("Authorization", ""));
    }

    #[test]
    fn unsafe_names_are_sorted_and_without_those_of_the_browser() {
        let headers = [
            ("X-B", "1"),
            ("Cookie", "a=1"),
            ("Sec-Fetch-Mode", "cors"),
            ("authorization", "x"),
            ("x-b", "2"),
        ];
        assert_eq!(unsafe_names(headers), ["authorization", "x-b"]);
    }

    #[test]
    fn many_safe_headers_together_are_unsafe() {
        let long = "x".repeat(128);
        let headers = vec![("Accept", long.as_str()); 9];
        assert_eq!(unsafe_names(headers), ["accept"]);
    }
}
