//! A verdict in one line.

use serde::Serialize;
use why401::diagnosis::{Confidence, Diagnosis, Message, Who};

/// The word for it in the answer.
fn word(value: impl Serialize) -> String {
    let word = serde_json::to_value(value).expect("a word");
    word.as_str().unwrap_or_default().to_owned()
}

fn sure(cause: &str, confidence: Confidence) -> String {
    format!("{cause} {}", word(confidence))
}

/// The variant of a sentence: `past` of `token-expired.developer-past`.
fn variant(message: &Message) -> &str {
    let (_, sentence) = message.key.rsplit_once('.').unwrap_or_default();
    sentence.split_once('-').map_or("", |(_, variant)| variant)
}

fn cause(diagnosis: &Diagnosis) -> String {
    let Some(cause) = diagnosis.cause else {
        return "nothing".to_owned();
    };
    let variant = diagnosis
        .summary
        .as_ref()
        .map_or("", |summary| variant(&summary.developer));
    let colon = if variant.is_empty() { "" } else { ":" };
    sure(&format!("{cause}{colon}{variant}"), diagnosis.confidence)
}

fn others(diagnosis: &Diagnosis) -> String {
    let others = diagnosis.others.iter();
    let others: Vec<_> = others
        .map(|other| sure(other.cause, other.confidence))
        .collect();
    if others.is_empty() {
        String::new()
    } else {
        format!(" > {}", others.join(", "))
    }
}

/// The first fix of each who, without the cause where it is this cause's own.
fn fixes(diagnosis: &Diagnosis) -> String {
    let own = format!("{}.", diagnosis.cause.unwrap_or_default());
    let first = |who: Who| {
        let fix = diagnosis.fixes.iter().find(|fix| fix.who == who)?;
        let key = fix.key.strip_prefix(&own).unwrap_or(&fix.key);
        Some(format!("{} {key}", word(who)))
    };
    let fixes: Vec<_> = [Who::Person, Who::Frontend, Who::Backend]
        .into_iter()
        .filter_map(first)
        .collect();
    fixes.join(", ")
}

/// The line of a case.
pub(crate) fn of(name: &str, diagnosis: &Diagnosis) -> String {
    format!(
        "{name}: {} {}{} | {} | {}",
        word(diagnosis.state),
        cause(diagnosis),
        others(diagnosis),
        fixes(diagnosis),
        if diagnosis.alarm { "alarm" } else { "silent" }
    )
}
