//! Reading the corpus. The core never sees a case's name, its expectation or its source.

use std::fs;
use std::path::Path;

use serde_json::Value;
use why401::diagnose::diagnose;
use why401::diagnosis::Diagnosis;
use why401::har::Har;
use why401::redact::{Key, Redacted};

/// What the core is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The case as it is.
    Given,
    /// What capture records with DevTools closed: no body of a response, none of a request.
    Live,
}

/// A case and its right answers.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) browser: String,
    pub(crate) expect: Expect,
    log: Value,
}

/// `_expect` of a case.
#[derive(Default)]
pub(crate) struct Expect {
    pub(crate) cause: String,
    pub(crate) also: Vec<String>,
    pub(crate) not: Vec<String>,
    pub(crate) silent: bool,
}

impl Expect {
    /// Whether this cause may stand first.
    pub(crate) fn accepts(&self, cause: &str) -> bool {
        self.cause == cause || self.also.iter().any(|other| other == cause)
    }
}

impl Case {
    /// All cases of a folder of the package, by name.
    pub(crate) fn all(folder: &str) -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut files: Vec<_> = fs::read_dir(folder)
            .expect("the folder of cases")
            .map(|entry| entry.expect("a file").path())
            .collect();
        files.sort();
        files
            .into_iter()
            .filter(|file| file.extension().is_some_and(|ending| ending == "har"))
            .map(|file| Self::read(&file))
            .collect()
    }

    fn read(file: &Path) -> Self {
        let har: Value =
            serde_json::from_str(&fs::read_to_string(file).expect("a case")).expect("JSON");
        let mut log = har["log"].clone();
        let words = |value: &Value| {
            value
                .as_array()
                .map(|items| {
                    items
                        .iter()
                        .filter_map(Value::as_str)
                        .map(str::to_owned)
                        .collect()
                })
                .unwrap_or_default()
        };
        let expect = &log["_expect"];
        let expect = Expect {
            cause: expect["cause"].as_str().expect("a cause").to_owned(),
            also: words(&expect["also"]),
            not: words(&expect["not"]),
            silent: expect["alarm"] == Value::Bool(false),
        };
        let browser = log["browser"]["name"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        for field in ["_expect", "_source", "creator", "comment"] {
            log.as_object_mut().expect("a log").remove(field);
        }
        Self {
            name: file
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned(),
            browser,
            expect,
            log,
        }
    }

    /// Whether the rules were written without looking at this case: every third, by a hash of the file's name.
    pub(crate) fn is_held_out(&self) -> bool {
        let file = format!("{}.har", self.name);
        let hash = file.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        (hash >> 17).is_multiple_of(3)
    }

    /// What the core says.
    pub(crate) fn diagnosis(&self, mode: Mode) -> Diagnosis {
        let mut log = self.log.clone();
        if mode == Mode::Live {
            for entry in log["entries"].as_array_mut().into_iter().flatten() {
                entry["request"]
                    .as_object_mut()
                    .map(|request| request.remove("postData"));
                entry["response"]
                    .as_object_mut()
                    .map(|response| response.remove("content"));
            }
        }
        let har: Har = serde_json::from_value(serde_json::json!({ "log": log })).expect("a log");
        diagnose(&Redacted::of(
            &har.log.exchange(),
            &Key::of(b"0123456789abcdef"),
        ))
    }
}
