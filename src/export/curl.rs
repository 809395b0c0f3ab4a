//! A command for `curl`, quoted for a POSIX shell.

use super::names::Names;
use super::sent::Sent;
use super::text::{Part, Text};
use super::{Case, failing};

/// What stands where the address is none of HTTP.
const NOTHING: &str = "# no request of HTTP\n";

/// The failing request as a command.
pub(super) fn command(case: &Case) -> String {
    let sent = failing(case).and_then(|entry| Sent::of(entry, &mut Names::default()));
    sent.map_or_else(|| NOTHING.to_owned(), |sent| written(&sent))
}

fn written(sent: &Sent) -> String {
    let mut words = vec!["curl --include".to_owned()];
    let url = quoted(&sent.url);
    if url.contains(['[', ']']) {
        words.push("--globoff".to_owned());
    }
    match (sent.method.as_str(), &sent.body) {
        ("GET", None) | ("POST", Some(_)) => {}
        ("HEAD", None) => words.push("--head".to_owned()),
        (method, _) => words.push(format!("--request {}", quoted_plain(method))),
    }
    words.push(format!("--url {url}"));
    for (name, value) in &sent.fields {
        let mut line = Text::default();
        // With a colon alone curl would leave the field out.
        line.plain(name);
        line.plain(if value.is_empty() { ";" } else { ": " });
        line.0.extend(value.0.iter().cloned());
        words.push(format!("--header {}", quoted(&joined(line))));
    }
    words.extend(
        sent.body
            .as_ref()
            .map(|body| format!("--data-raw {}", quoted(body))),
    );
    words.join(" \\\n  ") + "\n"
}

/// Plain parts that stand side by side as one.
fn joined(text: Text) -> Text {
    let mut whole = Text::default();
    for part in text.0 {
        match part {
            Part::Plain(plain) => whole.plain(&plain),
            secret @ Part::Secret(_) => whole.0.push(secret),
        }
    }
    whole
}

/// One word of the shell: between double quotes where a secret is in it and nothing that these would expand, else each
/// plain part between single quotes and each secret between double ones.
fn quoted(text: &Text) -> String {
    let secret = text.0.iter().any(|part| matches!(part, Part::Secret(_)));
    let tame = text.0.iter().all(|part| match part {
        // `!` is expanded between double quotes where a person types (history expansion).
        Part::Plain(plain) => !plain.contains(['"', '\\', '$', '`', '!', '\n', '\r', '\0']),
        Part::Secret(_) => true,
    });
    if secret && tame {
        let parts: String = text
            .0
            .iter()
            .zip(text.0.iter().skip(1).map(Some).chain([None]))
            .map(|(part, next)| match part {
                Part::Plain(plain) => plain.clone(),
                Part::Secret(name) => named(name, next),
            })
            .collect();
        return format!("\"{parts}\"");
    }
    let parts = text.0.iter().map(|part| match part {
        Part::Plain(plain) => quoted_plain(plain),
        Part::Secret(name) => format!("\"${name}\""),
    });
    let word: String = parts.collect();
    if word.is_empty() {
        "''".to_owned()
    } else {
        word
    }
}

/// `$NAME`, or `${NAME}` where what comes next would go on with the name.
fn named(name: &str, next: Option<&Part>) -> String {
    let goes_on = match next {
        Some(Part::Plain(plain)) => plain
            .starts_with(|letter: char| letter.is_alphanumeric() || letter == '_' || letter == '['),
        Some(Part::Secret(_)) | None => false,
    };
    if goes_on {
        format!("${{{name}}}")
    } else {
        format!("${name}")
    }
}

/// Nothing is expanded between single quotes; a single quote stands outside of them.
fn quoted_plain(plain: &str) -> String {
    format!("'{}'", plain.replace('\0', "").replace('\'', "'\\''"))
}
