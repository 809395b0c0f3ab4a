//! The diagnoses of every case there is, with their words filled in.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::Value;
use why401::diagnose::{diagnose, diagnose_others};
use why401::diagnosis::Diagnosis;
use why401::har::Har;
use why401::redact::{Key, Redacted};
use why401::words::Words;

/// A diagnosis with its words.
pub(crate) struct Told {
    /// Which case it is of.
    pub(crate) name: String,
    /// The diagnosis.
    pub(crate) diagnosis: Diagnosis,
}

impl Told {
    /// Every text of it, with the key that it came from.
    pub(crate) fn texts(&self) -> Vec<(String, String)> {
        let diagnosis = &self.diagnosis;
        let summary = diagnosis
            .summary
            .iter()
            .flat_map(|summary| [&summary.person, &summary.developer]);
        let proofs = diagnosis.evidence.iter().map(|proof| &proof.message);
        let mut texts: Vec<(String, String)> = summary
            .chain(proofs)
            .chain(diagnosis.remarks.iter().map(|remark| &remark.message))
            .chain(&diagnosis.unknown)
            .map(|message| {
                (
                    message.key.clone(),
                    message.text.clone().unwrap_or_default(),
                )
            })
            .collect();
        for fix in &diagnosis.fixes {
            if let Some(text) = &fix.text {
                texts.push((format!("{}.title", fix.key), text.title.clone()));
                texts.push((format!("{}.check", fix.key), text.check.clone()));
                texts.push((format!("{}.time", fix.key), text.time.clone()));
                let steps = text.steps.iter();
                texts.extend(steps.map(|step| (format!("{}.step", fix.key), step.clone())));
            }
            let snippets = fix.snippet.iter();
            let snippets = snippets.flat_map(|first| std::iter::once(first).chain(&first.others));
            texts.extend(snippets.map(|snippet| {
                (
                    snippet.key.clone(),
                    snippet.code.clone().unwrap_or_default(),
                )
            }));
        }
        texts
    }

    /// Every reason and warning of its cookies.
    pub(crate) fn reasons(&self) -> Vec<String> {
        let asked = self
            .diagnosis
            .cookies
            .iter()
            .flat_map(|line| line.reasons.iter().chain(&line.warnings));
        let answered = self
            .diagnosis
            .set_cookies
            .iter()
            .flat_map(|line| line.reasons.iter().chain(&line.warnings));
        asked.chain(answered).cloned().collect()
    }
}

/// Every diagnosis of the causes' cases and of the corpus, as given and without bodies.
pub(crate) fn all_told() -> &'static [Told] {
    static ALL: OnceLock<Vec<Told>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut logs = of_causes();
        logs.extend(of_folder("tests/corpus/cases"));
        all_of(&logs)
    })
}

/// Every diagnosis of a folder of cases, as given and without bodies.
pub(crate) fn told_of(path: &str) -> Vec<Told> {
    all_of(&of_folder(path))
}

fn all_of(logs: &[(String, Value)]) -> Vec<Told> {
    let words = Words::english();
    let mut all = Vec::new();
    for (name, log) in logs {
        told(&words, name, log, &mut all);
        let bodiless = bodiless(log);
        told(
            &words,
            &format!("{name}, without bodies"),
            &bodiless,
            &mut all,
        );
    }
    all
}

/// Adds the diagnoses of one log.
pub(crate) fn tell(log: &Value, name: &str, all: &mut Vec<Told>) {
    told(&Words::english(), name, log, all);
}

fn told(words: &Words, name: &str, log: &Value, all: &mut Vec<Told>) {
    let mut log = log.clone();
    log.as_object_mut().expect("a log").remove("_expect");
    let har: Har = serde_json::from_value(serde_json::json!({ "log": log })).expect("a log");
    let redacted = Redacted::of(&har.log.exchange(), &Key::of(b"0123456789abcdef"));
    let diagnoses = std::iter::once(diagnose(&redacted)).chain(diagnose_others(&redacted));
    all.extend(diagnoses.map(|mut diagnosis| {
        words.fill(&mut diagnosis);
        Told {
            name: name.to_owned(),
            diagnosis,
        }
    }));
}

fn bodiless(log: &Value) -> Value {
    let mut log = log.clone();
    for entry in log["entries"].as_array_mut().into_iter().flatten() {
        if let Some(response) = entry["response"].as_object_mut() {
            response.remove("content");
        }
    }
    log
}

fn folder(path: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let entries =
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{path} is empty");
    files
}

fn json(file: &Path) -> (String, Value) {
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    (name.unwrap_or_default(), value)
}

fn of_causes() -> Vec<(String, Value)> {
    let mut logs = Vec::new();
    for file in folder("tests/causes/cases") {
        let (name, cases) = json(&file);
        for kind in ["holds", "near_misses"] {
            let list = cases[kind].as_array().into_iter().flatten().enumerate();
            logs.extend(
                list.map(|(number, log)| (format!("{name} {kind}[{number}]"), log.clone())),
            );
        }
    }
    logs
}

fn of_folder(path: &str) -> Vec<(String, Value)> {
    folder(path)
        .iter()
        .map(|file| {
            let (name, har) = json(file);
            (name, har["log"].clone())
        })
        .collect()
}
