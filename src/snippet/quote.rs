//! Values in pieces of code: hostile text too, so each is checked against its grammar and quoted for its language.

use serde_json::{Map, Value};

use super::Stack;
use crate::redact::readable;

/// Longer values make no line of code.
const LONGEST: usize = 300;

/// The values of these names as they may stand in a snippet of this stack; what is absent or does not fit its grammar
/// becomes a named blank.
///
/// The texts put values between double quotes (single ones for PHP), or where a header line or directive takes a bare
/// word; comments and templates hold none.
pub fn quoted(stack: Stack, names: &[&str], args: &Map<String, Value>) -> Map<String, Value> {
    names
        .iter()
        .map(|name| {
            let value = args.get(*name).unwrap_or(&Value::Null);
            ((*name).to_owned(), Value::String(one(stack, name, value)))
        })
        .collect()
}

fn one(stack: Stack, name: &str, value: &Value) -> String {
    let text = match value {
        Value::String(text) => readable(text),
        _ => "".into(),
    };
    let text = text.as_ref();
    let fits = !text.is_empty()
        && text.len() <= LONGEST
        && text.bytes().all(|byte| is_allowed(name, byte))
        && text.bytes().all(|byte| is_plain(stack, byte));
    if fits {
        escaped(stack, text)
    } else {
        format!("YOUR_{}", name.to_ascii_uppercase().replace('-', "_"))
    }
}

/// Whether the value's own grammar has this byte: none of them has quotes, backslashes, blanks or braces.
fn is_allowed(name: &str, byte: u8) -> bool {
    let word = byte.is_ascii_alphanumeric();
    match name {
        // A host, perhaps with its port or in brackets (RFC 3986, 3.2.2).
        "host" | "site" => word || b".-_:[]".contains(&byte),
        // A URI's characters (RFC 3986, 2), the quote left out.
        "origin" | "from" | "target" | "path" | "issuer" => {
            word || b"-._~:/?#[]@!$&()*+,;=%".contains(&byte)
        }
        // A token (RFC 9110, 5.6.2), the quote left out.
        _ => word || b"!#$%&*+-.^_`|~".contains(&byte),
    }
}

/// Whether the language takes this byte for itself where the snippets put values.
fn is_plain(stack: Stack, byte: u8) -> bool {
    match stack {
        // A variable, or the end of a directive or of its first part.
        "nginx" => !b"$;#".contains(&byte),
        // An expansion, or a comment.
        "apache" => !b"$%#".contains(&byte),
        "caddy" => !b"`#".contains(&byte),
        // Rules stand between back quotes there.
        "traefik" => !b"`$".contains(&byte),
        // A header line's own separators.
        "http" => !b",;=".contains(&byte),
        _ => true,
    }
}

/// What begins a variable within a literal is escaped where the language has such.
fn escaped(stack: Stack, text: &str) -> String {
    match stack {
        "rails" => text.replace('#', "\\#"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::quoted;
    use crate::snippet::{RECIPES, Recipe};

    fn quoted_one(stack: &'static str, name: &str, value: &Value) -> String {
        let args: Map<String, Value> = [(name.to_owned(), value.clone())].into_iter().collect();
        let quoted = quoted(stack, &[name], &args);
        quoted[name].as_str().expect("a text").to_owned()
    }

    fn stacks() -> Vec<&'static str> {
        let mut stacks: Vec<_> = RECIPES.iter().flat_map(Recipe::stacks).collect();
        stacks.sort_unstable();
        stacks.dedup();
        stacks
    }

    #[test]
    fn an_ordinary_value_stands_as_it_is_in_every_stack() {
        for stack in stacks() {
            for (name, value) in [
                ("cookie", "__Host-sid.v2"),
                ("host", "api.example:8443"),
                ("origin", "https://api.example"),
                ("path", "/v1/orders/~me"),
                ("method", "PATCH"),
            ] {
                assert_eq!(quoted_one(stack, name, &json!(value)), value, "{stack}");
            }
        }
    }

    #[test]
    fn what_could_leave_its_literal_becomes_a_named_blank() {
        for stack in stacks() {
            for hostile in [
                "\"", "'", "\\", "a\nb", "a b", "{x}", "<b>", "\u{e9}", "", "\u{202e}", "a\0",
            ] {
                assert_eq!(quoted_one(stack, "cookie", &json!(hostile)), "YOUR_COOKIE");
                assert_eq!(quoted_one(stack, "path", &json!(hostile)), "YOUR_PATH");
                assert_eq!(quoted_one(stack, "host", &json!(hostile)), "YOUR_HOST");
            }
            assert_eq!(
                quoted_one(stack, "cookie", &json!("x".repeat(301))),
                "YOUR_COOKIE"
            );
            assert_eq!(quoted_one(stack, "cookie", &json!(3)), "YOUR_COOKIE");
        }
    }

    #[test]
    fn what_begins_a_variable_is_escaped_or_left_blank() {
        assert_eq!(quoted_one("rails", "cookie", &json!("a#$b")), "a\\#$b");
        assert_eq!(quoted_one("nginx", "path", &json!("/$uri")), "YOUR_PATH");
        assert_eq!(
            quoted_one("apache", "path", &json!("/%{REMOTE}")),
            "YOUR_PATH"
        );
        assert_eq!(quoted_one("apache", "path", &json!("/%41")), "YOUR_PATH");
        assert_eq!(quoted_one("caddy", "cookie", &json!("a`b")), "YOUR_COOKIE");
        assert_eq!(quoted_one("http", "cookie", &json!("a$b")), "a$b");
        assert_eq!(quoted_one("http", "path", &json!("/a;Secure")), "YOUR_PATH");
        assert_eq!(
            quoted_one("fetch", "cookie", &json!("a`${b")),
            "YOUR_COOKIE"
        );
    }

    #[test]
    fn what_was_cut_is_a_named_blank() {
        let path = "/redacted(opaque!encoded!len=14!alpha=ascii!tag=9f3a2b1c)/x";
        assert_eq!(quoted_one("fetch", "path", &json!(path)), "YOUR_PATH");
        assert_eq!(
            quoted_one("http", "cookie", &json!("_ga_~10.9f3a2b1c~")),
            "YOUR_COOKIE"
        );
    }

    #[test]
    fn a_value_that_is_absent_is_a_named_blank() {
        assert_eq!(quoted("fetch", &["from"], &Map::new())["from"], "YOUR_FROM");
    }
}
