//! Answers for people.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::file::Answers;
use super::layout::{FAINT, PLAIN, STRONG, coloured, indented, paragraph, plain};
use crate::diagnosis::{
    Basis, Confidence, CookieLine, Diagnosis, Failing, Message, Other, Remedy, SetCookieLine,
    State, Story, detail::Tone,
};
use crate::words::Words;

/// A progress bar on the standard error, for more than one file.
pub(super) fn progress(files: usize) -> ProgressBar {
    if files < 2 {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{bar:30} {pos} of {len} files, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// The answers for one file, wrapped to `width`.
pub(super) fn told(answers: &Answers, words: &Words, width: usize) -> String {
    let page = Page { words, width };
    let mut text = format!("{STRONG}{}{STRONG:#}\n", plain(&answers.file));
    text.push_str(&page.whole(&answers.first));
    if !answers.more.is_empty() {
        text.push_str(&page.heading("Also failing"));
        for one in answers.more.iter().rev() {
            text.push_str(&page.short(one));
        }
    }
    text
}

struct Page<'a> {
    words: &'a Words,
    width: usize,
}

impl Page<'_> {
    fn whole(&self, one: &Diagnosis) -> String {
        let Some(((failing, summary), cause)) = one
            .failing
            .as_ref()
            .zip(one.summary.as_ref())
            .zip(one.cause)
        else {
            return "  Nothing failed.\n".to_owned();
        };
        let mut text = self.request(failing);
        text.push_str(&self.verdict(one, cause));
        text.push_str(&self.line("  ", said(&summary.developer), PLAIN));
        if one.state != State::Open {
            text.push_str(&self.line("  ", &self.word("state", one.state), FAINT));
        }
        text.push_str(&self.evidence(one));
        text.push_str(&self.story(&one.story));
        text.push_str(&self.cookies(one));
        if !one.fixes.is_empty() {
            text.push_str(&self.heading("How to fix it"));
            text.extend(one.fixes.iter().map(|fix| self.fix(fix)));
        }
        let remarks = one.remarks.iter().map(|remark| said(&remark.message));
        text.push_str(&self.list("Also noticed", remarks));
        let others = one.others.iter().map(|other| self.other(other));
        text.push_str(&self.list("Other possible causes", others));
        text.push_str(&self.responders(one));
        text.push_str(&self.list("Unknown", one.unknown.iter().map(said)));
        text
    }

    /// A heading and its lines; nothing where there are none.
    fn list(&self, heading: &str, lines: impl Iterator<Item = impl AsRef<str>>) -> String {
        let lines: String = lines
            .map(|line| self.line("  - ", line.as_ref(), PLAIN))
            .collect();
        if lines.is_empty() {
            lines
        } else {
            self.heading(heading) + &lines
        }
    }

    fn other(&self, other: &Other) -> String {
        let (sure, title) = (
            self.word("confidence", other.confidence),
            self.title(other.cause),
        );
        format!("{sure}: {title} ({})", other.cause)
    }

    /// Who answered, with the pages of theirs that help.
    fn responders(&self, one: &Diagnosis) -> String {
        if one.responder.is_empty() {
            return String::new();
        }
        let mut text = self.heading("Responded by");
        for responder in &one.responder {
            text.push_str(&self.line("  - ", responder.name, PLAIN));
            for link in &responder.links {
                let what = self.words.text(
                    &format!("provider.link.{}", link.what.id()),
                    &serde_json::Map::new(),
                );
                text.push_str(&self.line("    ", &format!("{what}: {}", link.url), FAINT));
            }
        }
        text
    }

    /// Another failing exchange, in two lines.
    fn short(&self, one: &Diagnosis) -> String {
        let (Some(failing), Some(cause)) = (&one.failing, one.cause) else {
            return String::new();
        };
        self.request(failing) + &self.verdict(one, cause)
    }

    fn request(&self, failing: &Failing) -> String {
        let preflight = failing
            .preflight
            .map(|status| format!(", preflight {status}"))
            .unwrap_or_default();
        let status = match failing.status {
            0 => "no answer".to_owned(),
            status => status.to_string(),
        };
        self.line(
            "  ",
            &format!("{} {} → {status}{preflight}", failing.method, failing.url),
            PLAIN,
        )
    }

    fn verdict(&self, one: &Diagnosis, cause: &str) -> String {
        let style = match one.confidence {
            _ if !one.alarm => FAINT,
            Confidence::Certain => coloured(AnsiColor::Red).bold(),
            Confidence::Likely => coloured(AnsiColor::Yellow).bold(),
            Confidence::Possible => coloured(AnsiColor::Cyan).bold(),
        };
        let sure = self.word("confidence", one.confidence);
        self.line(
            "  ",
            &format!("{sure}: {} ({cause})", self.title(cause)),
            style,
        )
    }

    fn evidence(&self, one: &Diagnosis) -> String {
        if one.evidence.is_empty() {
            return String::new();
        }
        let mut text = self.heading("Evidence");
        for proof in &one.evidence {
            let style = match proof.basis {
                Basis::Observed => PLAIN,
                Basis::Inferred | Basis::Unknown => FAINT,
            };
            let basis = self.word("basis", proof.basis);
            text.push_str(&self.line("  - ", &format!("{basis}: {}", said(&proof.message)), style));
        }
        text
    }

    /// What happened, a line for each step: who, to whom, what.
    fn story(&self, story: &Story) -> String {
        let actor = |index: usize| {
            let actor = story.actors.get(index);
            match actor.filter(|actor| actor.name.is_empty()) {
                Some(actor) => self.word("actor", actor.kind),
                None => actor.map(|actor| actor.name.clone()).unwrap_or_default(),
            }
        };
        if story.steps.len() < 2 {
            return String::new();
        }
        let mut text = self.heading("What happened");
        for step in &story.steps {
            let who = if step.from == step.to {
                actor(step.from)
            } else {
                format!("{} → {}", actor(step.from), actor(step.to))
            };
            let detail: Vec<&str> = step.detail.iter().map(said).collect();
            let detail = if detail.is_empty() {
                String::new()
            } else {
                format!(" ({})", detail.join(" "))
            };
            let line = format!("{who}: {}{detail}", said(&step.message));
            let style = if step.tone == Tone::Bad { PLAIN } else { FAINT };
            text.push_str(&self.line("  - ", &line, style));
        }
        text
    }

    /// Only those that stayed home or were refused: the others tell nothing.
    fn cookies(&self, one: &Diagnosis) -> String {
        let home = |cookie: &&CookieLine| !cookie.sent && !cookie.reasons.is_empty();
        let refused = |cookie: &&SetCookieLine| !cookie.stored && !cookie.reasons.is_empty();
        let home = one.cookies.iter().filter(home).map(|cookie| {
            format!(
                "{} of {}{}, not sent: {}",
                cookie.name,
                cookie.domain,
                cookie.path,
                self.reasons(&cookie.reasons)
            )
        });
        let refused = one.set_cookies.iter().filter(refused).map(|cookie| {
            format!(
                "{} set by {}, not kept: {}",
                cookie.name,
                cookie.url,
                self.reasons(&cookie.reasons)
            )
        });
        let lines: Vec<String> = home
            .chain(refused)
            .map(|line| self.line("  - ", &line, PLAIN))
            .collect();
        if lines.is_empty() {
            return String::new();
        }
        self.heading("Cookies") + &lines.concat()
    }

    fn reasons(&self, ids: &[String]) -> String {
        let reasons: Vec<String> = ids
            .iter()
            .map(|id| {
                self.words
                    .text(&format!("reason.{id}"), &serde_json::Map::new())
            })
            .collect();
        reasons.join(" ")
    }

    fn fix(&self, fix: &Remedy) -> String {
        let Some(text) = &fix.text else {
            return String::new();
        };
        let who = self.word("who", fix.who);
        let effort = self.word("effort", fix.effort);
        let mut out = self.line(
            "  ",
            &format!("{who} ({effort}): {}", text.title),
            coloured(AnsiColor::Green),
        );
        for (number, step) in (1..).zip(&text.steps) {
            out.push_str(&self.line(&format!("    {number}. "), step, PLAIN));
        }
        if let Some(snippet) = &fix.snippet {
            let code = snippet.code.as_deref().unwrap_or_default();
            let stack = self.words.text(
                &format!("snippet.stack.{}", snippet.stack),
                &serde_json::Map::new(),
            );
            out.push_str(&self.line("    ", &format!("{stack}:"), FAINT));
            out.push_str(&indented(6, code, coloured(AnsiColor::Blue)));
        }
        out.push_str(&self.line("    Check: ", &text.check, PLAIN));
        out + &self.line("    Takes: ", &text.time, FAINT)
    }

    fn heading(&self, text: &str) -> String {
        format!("\n{}", self.line("  ", text, STRONG))
    }

    fn line(&self, before: &str, text: &str, style: Style) -> String {
        paragraph(before, text, style, self.width)
    }

    fn title(&self, cause: &str) -> String {
        self.words
            .text(&format!("{cause}.title"), &serde_json::Map::new())
    }

    /// The interface's word for a value.
    fn word(&self, kind: &str, value: impl serde::Serialize) -> String {
        let value = serde_json::to_value(value).unwrap_or_default();
        let mut key = format!("interface.{kind}.");
        let _written = write!(key, "{}", value.as_str().unwrap_or_default());
        self.words.text(&key, &serde_json::Map::new())
    }
}

fn said(message: &Message) -> &str {
    message.text.as_deref().unwrap_or(&message.key)
}
