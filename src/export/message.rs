//! The failing request and its response as lines of HTTP, for people.

use super::fields::named;
use super::names::{Base, Names};
use super::text::{Text, is_invisible};
use crate::exchange::Entry;

/// Both messages; `$NAME` where a secret stood.
pub(super) fn lines(entry: &Entry) -> String {
    let mut names = Names::default();
    let request = &entry.request;
    let url = Text::of(&request.url, &Base::Seen("QUERY", "segment"), &mut names);
    let mut lines = vec![format!("{} {}", request.method, url.shown())];
    lines.extend(fields(request.fields(), &mut names));
    if let Some(body) = &request.body {
        let text = Text::of(&body.text, &Base::Seen("FIELD", ""), &mut names);
        lines.extend([String::new(), text.shown()]);
    }
    lines.push(String::new());
    let status = match entry.response.status {
        0 => entry.error.clone().unwrap_or_default(),
        status => format!("HTTP {status}"),
    };
    lines.push(status);
    lines.extend(fields(entry.response.fields(), &mut names));
    let clean = lines.iter().map(|line| one_line(line));
    clean.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

fn fields(all: &[crate::exchange::Field], names: &mut Names) -> Vec<String> {
    let all = named(all, names);
    all.iter()
        // Redaction keeps of a user agent the system's name, which was not sent like that.
        .filter(|(name, value)| !value.is_empty() && !name.eq_ignore_ascii_case("user-agent"))
        .map(|(name, value)| format!("{name}: {}", value.shown()))
        .collect()
}

/// The text in one line; what cannot be seen is shown as U+FFFD.
pub(super) fn one_line(text: &str) -> String {
    let letters = text.chars().map(|letter| {
        if is_invisible(letter) {
            '\u{fffd}'
        } else {
            letter
        }
    });
    letters.collect()
}
