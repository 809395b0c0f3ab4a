//! Why a file is explained as it is: what every rule came to.

use std::path::Path;

use super::Lines;
use super::file::{complain, print, redacted_of};
use super::layout::{FAINT, PLAIN, STRONG, plain, styled};
use crate::diagnose::trace::{Line, Outcome, trace};
use crate::diagnosis::Confidence;

/// Prints what every rule came to for the file's last failure; `all` includes those that did not fire.
pub(super) fn printed(path: &Path, format: Lines, all: bool) -> u8 {
    let lines = match redacted_of(path) {
        Ok(redacted) => trace(&redacted),
        Err(error) => return complain(&format!("{}: {error}", path.display())),
    };
    let shown: Vec<&Line> = lines
        .iter()
        .filter(|line| all || fired(&line.outcome))
        .collect();
    match format {
        Lines::Json => print(&serde_json::to_string(&shown).unwrap_or_default()),
        Lines::Text if lines.is_empty() => print("Nothing failed."),
        Lines::Text => print(&text(&shown, lines.len())),
    }
}

fn fired(outcome: &Outcome) -> bool {
    !matches!(outcome, Outcome::Missing { .. } | Outcome::Present { .. })
}

fn text(lines: &[&Line], all: usize) -> String {
    let width = lines.iter().map(|line| name(line).len()).max().unwrap_or(0);
    let mut text: Vec<String> = lines.iter().map(|line| row(line, width)).collect();
    let silent = all.saturating_sub(lines.len());
    if silent > 0 {
        text.push(format!(
            "{silent} rules did not fire: --all lists them, each with what kept it from firing."
        ));
    }
    text.join("\n")
}

fn row(line: &Line, width: usize) -> String {
    let named = format!("{:width$}", name(line));
    let style = match line.outcome {
        Outcome::Stands { place: 1, .. } => STRONG,
        Outcome::Stands { .. } | Outcome::Usual { .. } => PLAIN,
        _ => FAINT,
    };
    format!(
        "{}  {}  {}",
        styled(&named, style),
        plain(&told(&line.outcome)),
        styled(&line.file, FAINT)
    )
}

fn name(line: &Line) -> String {
    if line.rule.is_empty() {
        line.cause.to_owned()
    } else {
        format!("{}/{}", line.cause, line.rule)
    }
}

fn told(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Stands {
            place,
            confidence,
            found,
            trust,
            policy,
        } => {
            let own = format!("{place}. {} ({trust:?})", sure(*confidence));
            if policy.is_empty() {
                own
            } else {
                format!("{own}, {} by its own rule: policy {policy}", sure(*found))
            }
        }
        Outcome::Usual { place, policy } => {
            format!(
                "{place}. possible: usual for such a request, nothing shows it: policy {policy}"
            )
        }
        Outcome::Silenced { by, found } => format!("{}, explained by {by}", sure(*found)),
        Outcome::LeftOut { found, policy } => {
            format!("{}, left out: policy {policy}", sure(*found))
        }
        Outcome::Second => "fired too, after another rule of its cause".to_owned(),
        Outcome::Missing { signal } => format!("did not fire; missing: {signal}"),
        Outcome::Present { signal } => format!("did not fire; present: {signal}"),
    }
}

fn sure(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "certain",
        Confidence::Likely => "likely",
        Confidence::Possible => "possible",
    }
}
