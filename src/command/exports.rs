//! What a file's failing requests are handed on as: reports, commands, pieces of code.

use std::path::Path;

use serde_json::Map;

use super::file::{self, Answers};
use crate::diagnose::{diagnose, diagnose_others};
use crate::diagnosis::{Diagnosis, Message, Remedy};
use crate::export::{Case, Code, Format, Report, Section, export};
use crate::redact::Redacted;
use crate::words::Words;

/// Prints the failing requests of a file in a format, the one that is explained first.
pub(super) fn print(answers: &Answers, words: &Words, format: Format) -> u8 {
    file::print(export(&cases(&answers.redacted, words), format).trim_end())
}

/// Prints the request that is explained as a command.
pub(super) fn curl(path: &Path) -> u8 {
    match file::redacted_of(path) {
        Ok(redacted) => {
            let case = Case {
                redacted,
                report: Report::default(),
            };
            file::print(export(&[case], Format::Curl).trim_end())
        }
        Err(error) => file::unread(path, &error),
    }
}

/// Each failing request of an exchange with what is said of it.
pub(super) fn cases(redacted: &Redacted, words: &Words) -> Vec<Case> {
    let all = std::iter::once(diagnose(redacted)).chain(diagnose_others(redacted));
    all.filter_map(|mut one| {
        let failing = one.failing.as_ref()?.index;
        words.fill(&mut one);
        Some(Case {
            redacted: redacted.about(failing),
            report: report(&one, words),
        })
    })
    .collect()
}

/// What is said of a diagnosis whose words are filled in.
pub(super) fn report(one: &Diagnosis, words: &Words) -> Report {
    let word = |key: &str| words.text(key, &Map::new());
    let named = |kind: &str, value: serde_json::Value| {
        word(&format!(
            "interface.{kind}.{}",
            value.as_str().unwrap_or_default()
        ))
    };
    let titled = |cause: &str, sure: crate::diagnosis::Confidence| {
        let sure = named("confidence", serde_json::json!(sure));
        format!("{sure}: {}", word(&format!("{cause}.title")))
    };
    let section = |key: &str, lines: Vec<String>| Section {
        heading: word(key),
        lines,
    };
    let proofs = one.evidence.iter().map(|proof| {
        let basis = named("basis", serde_json::json!(proof.basis));
        format!("{basis}: {}", said(&proof.message))
    });
    let fixes = one.fixes.iter().map(|fix| {
        let who = named("who", serde_json::json!(fix.who));
        format!("{who}: {}", steps(fix))
    });
    let others = one
        .others
        .iter()
        .map(|other| titled(other.cause, other.confidence));
    Report {
        title: one
            .cause
            .map(|cause| titled(cause, one.confidence))
            .unwrap_or_default(),
        summary: one
            .summary
            .as_ref()
            .map(|summary| said(&summary.developer))
            .unwrap_or_default(),
        sections: vec![
            section("interface.evidence", proofs.collect()),
            section("interface.fix-it", fixes.collect()),
            section("interface.others", others.collect()),
            section(
                "interface.basis.unknown",
                one.unknown.iter().map(said).collect(),
            ),
        ],
        code: code(one),
        question: word("export.question"),
    }
}

fn steps(fix: &Remedy) -> String {
    let Some(text) = &fix.text else {
        return String::new();
    };
    std::iter::once(&text.title)
        .chain(&text.steps)
        .map(|part| part.trim_end_matches('.'))
        .collect::<Vec<_>>()
        .join(". ")
        + "."
}

fn code(one: &Diagnosis) -> Vec<Code> {
    let snippets = one.fixes.iter().filter_map(|fix| fix.snippet.as_ref());
    let code = snippets.map(|snippet| Code {
        title: snippet.stack.to_owned(),
        text: snippet.code.clone().unwrap_or_default(),
    });
    code.collect()
}

fn said(message: &Message) -> String {
    message.text.clone().unwrap_or_else(|| message.key.clone())
}
