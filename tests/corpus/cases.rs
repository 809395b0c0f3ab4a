//! The cases of a folder with their right answers.

use std::path::Path;

use serde_json::Value;
use why401::diagnosis::Diagnosis;

use crate::log::{self, Mode};

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
        let files = log::files(folder, "har").into_iter();
        files.map(|file| Self::read(&file)).collect()
    }

    fn read(file: &Path) -> Self {
        let har = log::json(file);
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
        let expect = &har["log"]["_expect"];
        let expect = Expect {
            cause: expect["cause"].as_str().expect("a cause").to_owned(),
            also: words(&expect["also"]),
            not: words(&expect["not"]),
            silent: expect["alarm"] == Value::Bool(false),
        };
        let log = log::recorded(file);
        let browser = log["browser"]["name"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        Self {
            name: log::name(file),
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
        log::diagnosis(&log::given(&self.log, mode))
    }
}
