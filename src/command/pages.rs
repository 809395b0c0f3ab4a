//! What is known of the causes themselves: the list, the README's table, and the page of each.

use anstyle::{AnsiColor, Style};
use serde_json::Map;

use super::file::{complain, print};
use super::layout::{PLAIN, STRONG, coloured, paragraph, plain, styled, width};
use crate::causes;
use crate::diagnosis::Who;
use crate::page::{Mending, Page, Prevention, Reference};
use crate::words::{Words, page_body};

/// How the causes are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Listing {
    /// A line each.
    #[default]
    Text,
    /// The README's table.
    Markdown,
}

/// Prints the page of a cause.
pub(super) fn page(id: &str) -> u8 {
    let words = Words::english();
    let Some((_, page)) = causes::PAGES.iter().find(|(known, _)| *known == id) else {
        complain(&format!(
            "There is no cause of the name {id}. `why401 causes` lists them all."
        ));
        return super::USAGE;
    };
    let mut text = paragraph("", &format!("# {}", title(&words, id)), STRONG, width());
    text.push('\n');
    let mut code = false;
    for line in page_body(page).lines() {
        code ^= line.starts_with("```");
        if code || line.is_empty() || line.starts_with('|') {
            text.push_str(&plain(line));
            text.push('\n');
        } else {
            text.push_str(&paragraph("", line, style(line), width()));
        }
    }
    if let Some(page) = crate::page::of(id) {
        text.push_str(&advice(&words, &page));
    }
    print(text.trim_end())
}

/// What a page tells beyond its body: each way to mend it, what keeps it away, what not to do, where to read on.
fn advice(words: &Words, page: &Page) -> String {
    let example = words.example();
    let text = |key: &str| words.text(key, &example);
    let mut out = String::new();
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            out.push('\n');
            out.push_str(&paragraph("", &format!("## {title}"), STRONG, width()));
            out.push('\n');
            out.extend(
                lines
                    .iter()
                    .map(|line| paragraph("- ", line, PLAIN, width())),
            );
        }
    };
    let fix = |fix: &Mending| {
        let part = |part: &str| text(&format!("{}.{part}", fix.key));
        format!("{}: {} ({})", who(fix.who), part("title"), part("time"))
    };
    let prevention = |one: &Prevention| format!("{}: {}", who(one.who), text(&one.key));
    let reference = |one: &Reference| format!("{}: {}", one.title, one.url);
    section("How to fix it", page.fixes.iter().map(fix).collect());
    section(
        "What is safe",
        page.lost.iter().map(|key| text(key)).collect(),
    );
    section("Prevent it", page.prevent.iter().map(prevention).collect());
    section("Avoid", page.avoid.iter().map(|key| text(key)).collect());
    section(
        "Learn more",
        page.references.iter().map(reference).collect(),
    );
    out
}

fn who(who: Who) -> &'static str {
    match who {
        Who::Person => "You",
        Who::Frontend => "Front end",
        Who::Backend => "Back end",
    }
}

fn style(line: &str) -> Style {
    if line.starts_with('#') { STRONG } else { PLAIN }
}

/// Prints all causes.
pub(super) fn list(listing: Listing) -> u8 {
    print(
        match listing {
            Listing::Text => lines(),
            Listing::Markdown => table(),
        }
        .trim_end(),
    )
}

fn lines() -> String {
    let words = Words::english();
    let longest = causes::ALL.iter().map(|cause| cause.id.len()).max();
    let longest = longest.unwrap_or(0);
    let line = |id: &str| {
        let padded = format!("{id:longest$}");
        let id_shown = styled(&padded, coloured(AnsiColor::Green));
        format!("{id_shown}  {}\n", title(&words, id))
    };
    let lines: Vec<String> = causes::ALL.iter().map(|cause| line(cause.id)).collect();
    lines.concat()
}

/// The README's table: a cause's id, what is wrong, and who can fix it.
pub(super) fn table() -> String {
    let words = Words::english();
    let rows: Vec<String> = causes::ALL
        .iter()
        .map(|cause| {
            let menders = menders(cause.id).join(", ");
            let title = title(&words, cause.id).replace('|', "\\|");
            format!("| `{}` | {title} | {menders} |\n", cause.id)
        })
        .collect();
    format!(
        "| cause | what is wrong | who can fix it |\n| --- | --- | --- |\n{}",
        rows.concat()
    )
}

/// Fixes that only ask somebody else to fix it.
const TELLING: &[&str] = &["fix.write-to-site", "fix.say-why"];

/// Who can fix a cause.
fn menders(id: &str) -> Vec<&'static str> {
    let fixes = crate::page::of(id).map_or_else(Vec::new, |page| page.fixes);
    [
        (Who::Person, "you"),
        (Who::Frontend, "page code"),
        (Who::Backend, "server"),
    ]
    .into_iter()
    .filter(|(who, _)| {
        fixes
            .iter()
            .any(|fix| fix.who == *who && !TELLING.contains(&fix.key.as_str()))
    })
    .map(|(_, who)| who)
    .collect()
}

fn title(words: &Words, id: &str) -> String {
    words.text(&format!("{id}.title"), &Map::new())
}
