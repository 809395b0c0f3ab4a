//! The words: English beside the rules, read from the front matter of the `.md` files.
//!
//! Only the command carries them; the extension gets them as a table, so a translation touches no Rust.

mod duration;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::causes;
use crate::diagnosis::{Diagnosis, Message, Remedy, RemedyText, Snippet};

/// Files of words that belong to no cause.
const FILES: &[(&str, &str)] = &[
    ("interface", include_str!("words/interface.md")),
    ("unknown", include_str!("words/unknown.md")),
    ("evidence", include_str!("words/evidence.md")),
    ("fix", include_str!("words/fix.md")),
    ("snippet", include_str!("words/snippet.md")),
    ("reason", include_str!("words/reason.md")),
    ("prevent", include_str!("words/prevent.md")),
    ("avoid", include_str!("words/avoid.md")),
    ("lost", include_str!("words/lost.md")),
    ("reference", include_str!("words/reference.md")),
    ("remark", include_str!("words/remark.md")),
    ("time", include_str!("words/time.md")),
    ("provider", include_str!("words/provider.md")),
    ("example", include_str!("words/example.md")),
    ("story", include_str!("words/story.md")),
    ("panel", include_str!("words/panel.md")),
    ("console", include_str!("words/console.md")),
    ("export", include_str!("words/export.md")),
];

/// A table of words by key.
#[derive(Clone, Debug, Default)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// The English words of all causes and of the files beside them.
    pub fn english() -> Self {
        let pages = causes::PAGES.iter().chain(FILES);
        Self(
            pages
                .flat_map(|(prefix, page)| {
                    front_matter(page)
                        .into_iter()
                        .map(move |(key, text)| (format!("{prefix}.{key}"), text))
                })
                .collect(),
        )
    }

    /// All words, by key.
    pub fn all(&self) -> &BTreeMap<String, String> {
        &self.0
    }

    /// Whether there are words for a key.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The text for a key with its blanks left open; where the words only name another key, its text.
    pub fn raw(&self, key: &str) -> Option<&str> {
        let text = self.0.get(key)?;
        let other = text.strip_prefix('@').and_then(|other| self.0.get(other));
        Some(other.unwrap_or(text))
    }

    /// The text for a key, with its values; the key itself in angle quotes where there is none.
    pub fn text(&self, key: &str, args: &Map<String, Value>) -> String {
        self.find(key, args)
            .map_or_else(|| format!("‹{key}›"), |text| filled(text, args))
    }

    fn find(&self, key: &str, args: &Map<String, Value>) -> Option<&str> {
        let counted = args.get("count").and_then(Value::as_f64).map(|count| {
            if (count - 1.0).abs() < f64::EPSILON {
                "one"
            } else {
                "other"
            }
        });
        let plural = counted.and_then(|form| self.raw(&format!("{key}#{form}")));
        plural.or_else(|| self.raw(key))
    }

    /// The values of an example, to fill words where there is no request.
    pub fn example(&self) -> Map<String, Value> {
        let named = |(key, text): (&String, &String)| {
            let name = key.strip_prefix("example.")?;
            Some((name.to_owned(), Value::String(text.clone())))
        };
        self.0.iter().filter_map(named).collect()
    }

    /// Puts the text into every message of a diagnosis.
    pub fn fill(&self, diagnosis: &mut Diagnosis) {
        let summary = diagnosis
            .summary
            .iter_mut()
            .flat_map(|summary| [&mut summary.person, &mut summary.developer]);
        let proofs = diagnosis
            .evidence
            .iter_mut()
            .map(|proof| &mut proof.message);
        let steps = diagnosis
            .story
            .steps
            .iter_mut()
            .flat_map(|step| std::iter::once(&mut step.message).chain(&mut step.detail));
        let cors = diagnosis.cors.iter_mut().flat_map(|cors| &mut cors.why);
        summary
            .chain(proofs)
            .chain(
                diagnosis
                    .remarks
                    .iter_mut()
                    .map(|remark| &mut remark.message),
            )
            .chain(diagnosis.unknown.iter_mut())
            .chain(steps)
            .chain(cors)
            .for_each(|message| self.fill_one(message));
        let fixes = diagnosis.fixes.iter_mut();
        fixes.for_each(|fix| self.fill_fix(fix));
    }

    fn fill_fix(&self, fix: &mut Remedy) {
        let step = |number: usize| format!("{}.step.{number}", fix.key);
        let own = (1..).map_while(|number| {
            self.find(&step(number), &fix.args)
                .map(|text| filled(text, &fix.args))
        });
        let mut steps: Vec<String> = own.collect();
        for message in &mut fix.guide {
            self.fill_one(message);
            steps.extend(message.text.clone());
        }
        fix.text = Some(RemedyText {
            title: self.text(&format!("{}.title", fix.key), &fix.args),
            steps,
            check: self.text(&format!("{}.check", fix.key), &fix.args),
            time: self.text(&format!("{}.time", fix.key), &fix.args),
        });
        let snippets = fix.snippet.iter_mut();
        snippets.for_each(|snippet| self.fill_code(snippet));
    }

    fn fill_code(&self, snippet: &mut Snippet) {
        snippet.code = Some(self.text(&snippet.key, &snippet.args));
        snippet
            .others
            .iter_mut()
            .for_each(|other| self.fill_code(other));
    }

    fn fill_one(&self, message: &mut Message) {
        message.text = Some(self.text(&message.key, &message.args));
    }
}

/// The lines `key: text` between the first two lines of three dashes; `\n` in a text is a line's end.
pub fn front_matter(page: &str) -> Vec<(String, String)> {
    let inner = page
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---"))
        .map_or("", |(inner, _)| inner);
    inner
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(key, text)| (key.trim().to_owned(), text.trim().replace("\\n", "\n")))
        .collect()
}

/// What comes after the front matter.
pub fn page_body(page: &str) -> &str {
    page.strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
        .map_or(page, |(_, body)| body.trim())
}

/// The text with each `{name}` replaced; a name without a value stays as it is.
fn filled(text: &str, args: &Map<String, Value>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after
            .split_once('}')
            .and_then(|(name, tail)| Some((named(name, args)?, tail)));
        rest = match value {
            Some((value, tail)) => {
                out.push_str(&value);
                tail
            }
            None => {
                out.push('{');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

/// The value of a blank; `{duration_seconds}` is the value `seconds` as people say it ("1 hour").
fn named(name: &str, args: &Map<String, Value>) -> Option<String> {
    match name.strip_prefix("duration_") {
        Some(measure) => duration::told(measure, args.get(measure)?),
        None => args.get(name).map(shown),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
