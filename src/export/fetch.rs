//! A call of `fetch()`, quoted for JavaScript; it can stand in a page's `<script>` too.

use std::fmt::Write;

use super::names::Names;
use super::sent::Sent;
use super::text::is_invisible;
use super::{Case, failing};

/// Request fields that a page cannot set (Fetch, forbidden request-header), apart from those that begin with `proxy-`
/// or `sec-`.
const FORBIDDEN: &[&str] = &[
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "access-control-request-private-network",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "origin",
    "referer",
    "set-cookie",
    "via",
];

/// What stands where the address is none of HTTP.
const NOTHING: &str = "// no request of HTTP\n";

/// The failing request as a call.
pub(super) fn call(case: &Case) -> String {
    let sent = failing(case).and_then(|entry| Sent::of(entry, &mut Names::default()));
    sent.map_or_else(|| NOTHING.to_owned(), |sent| written(&sent))
}

fn written(sent: &Sent) -> String {
    let mut options = Vec::new();
    if sent.method != "GET" {
        options.push(format!("  method: {},\n", literal(&sent.method)));
    }
    let with_cookies = ["cookie", "sec-fetch-storage-access"]
        .iter()
        .any(|name| sent.field(name).is_some());
    if with_cookies {
        options.push("  credentials: \"include\",\n".to_owned());
    }
    let fields: Vec<String> = sent
        .fields
        .iter()
        .filter(|(name, _)| is_allowed(name))
        .map(|(name, value)| format!("    {}: {},\n", key(name), literal(&value.shown())))
        .collect();
    if !fields.is_empty() {
        options.push(format!("  headers: {{\n{}  }},\n", fields.concat()));
    }
    // A page cannot send a body with these.
    let body = sent
        .body
        .as_ref()
        .filter(|_| !matches!(sent.method.as_str(), "GET" | "HEAD"));
    options.extend(body.map(|body| format!("  body: {},\n", literal(&body.shown()))));
    let url = literal(&sent.url.shown());
    if options.is_empty() {
        format!("const response = await fetch({url});\n")
    } else {
        format!(
            "const response = await fetch({url}, {{\n{}}});\n",
            options.concat()
        )
    }
}

fn is_allowed(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    !FORBIDDEN.contains(&lower.as_str())
        && !lower.starts_with("proxy-")
        && !lower.starts_with("sec-")
}

/// A literal `__proto__` would set the object's prototype.
fn key(name: &str) -> String {
    if name == "__proto__" {
        format!("[{}]", literal(name))
    } else {
        literal(name)
    }
}

/// A string of JavaScript; `<` is escaped, so that it ends no element of HTML.
fn literal(text: &str) -> String {
    let mut all = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => all.push_str("\\\""),
            '\\' => all.push_str("\\\\"),
            '\n' => all.push_str("\\n"),
            letter if letter == '<' || is_invisible(letter) => {
                let mut units = [0; 2];
                for unit in letter.encode_utf16(&mut units) {
                    let _written = write!(all, "\\u{unit:04x}");
                }
            }
            letter => all.push(letter),
        }
    }
    all.push('"');
    all
}
