//! A report in Markdown (CommonMark with GitHub's additions). Whatever a server or page chose is text there, never
//! markup, and a fence is longer than any in what it holds.

use super::message::{lines, one_line};
use super::text::is_invisible;
use super::{Case, failing};

/// The report of one case.
pub(super) fn report(case: &Case) -> String {
    let said = &case.report;
    let mut blocks = Vec::new();
    if !said.title.is_empty() {
        blocks.push(format!("## {}", escaped(&said.title)));
    }
    if !said.summary.is_empty() {
        blocks.push(escaped(&said.summary));
    }
    blocks.extend(failing(case).map(|entry| fenced("http", &lines(entry))));
    for section in said.sections.iter().filter(|one| !one.lines.is_empty()) {
        let items = section
            .lines
            .iter()
            .map(|line| format!("- {}", escaped(line)));
        let items = items.collect::<Vec<_>>().join("\n");
        blocks.push(format!("### {}\n\n{items}", escaped(&section.heading)));
    }
    for code in &said.code {
        blocks.push(format!(
            "{}\n\n{}",
            escaped(&code.title),
            fenced("", &code.text)
        ));
    }
    blocks.join("\n\n") + "\n"
}

/// The reports after the question.
pub(super) fn prompt(cases: &[Case]) -> String {
    let question = cases.first().map(|case| one_line(&case.report.question));
    let question = question.filter(|question| !question.is_empty());
    let reports = cases.iter().map(report).collect::<Vec<_>>();
    let all = question.into_iter().chain(reports);
    all.collect::<Vec<_>>().join("\n\n")
}

/// Text in which nothing is markup but pieces of code between single backticks, and nothing is markup in those.
fn escaped(text: &str) -> String {
    let text = one_line(text);
    let mut all = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('`') {
        all.push_str(&plain(before));
        match after.split_once('`').filter(|(code, _)| is_code(code)) {
            Some((code, behind)) => {
                all.extend(["`", code, "`"]);
                // Two spans side by side would be one with a longer fence.
                all.push_str(if behind.starts_with('`') { " " } else { "" });
                rest = behind;
            }
            None => {
                all.push_str("\\`");
                rest = after;
            }
        }
    }
    all + &plain(rest)
}

fn is_code(code: &str) -> bool {
    !code.trim().is_empty()
}

fn plain(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => all.push_str("&amp;"),
            '<' => all.push_str("&lt;"),
            '>' => all.push_str("&gt;"),
            // A mention notifies people: a joiner of no width takes its meaning.
            '@' => all.push_str("@\u{2060}"),
            '\\' | '*' | '_' | '[' | ']' | '#' | '|' | '~' => {
                all.push('\\');
                all.push(letter);
            }
            letter => all.push(letter),
        }
    }
    all
}

fn fenced(language: &str, text: &str) -> String {
    let mut longest = 0_usize;
    let mut run = 0_usize;
    for letter in text.chars() {
        run = if letter == '`' {
            run.saturating_add(1)
        } else {
            0
        };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest.saturating_add(1).max(3));
    let clean: String = text
        .chars()
        .map(|letter| match letter {
            '\n' | '\t' => letter,
            _ if is_invisible(letter) => '\u{fffd}',
            _ => letter,
        })
        .collect();
    format!(
        "{fence}{language}\n{}\n{fence}",
        clean.trim_end_matches('\n')
    )
}
