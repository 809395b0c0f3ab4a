//! The recorded cases, suite by suite.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{log, short};

/// The log of each case of a suite, by name.
pub(crate) type Logs = BTreeMap<String, Value>;

/// How the cases of a suite are kept.
enum Form {
    /// A file each.
    Files,
    /// In lists, in a file for each of their subjects.
    Lists(fn(&Value) -> Value),
}

/// Cases that belong together.
pub(crate) struct Suite {
    /// Its name, with which the names of its files of lines begin.
    pub(crate) name: &'static str,
    folder: &'static str,
    form: Form,
}

pub(crate) static CORPUS: Suite = Suite {
    name: "corpus",
    folder: "tests/corpus/cases",
    form: Form::Files,
};
pub(crate) static COMPOSED: Suite = Suite {
    name: "unseen",
    folder: "tests/unseen/cases",
    form: Form::Files,
};
pub(crate) static FAILING: Suite = Suite {
    name: "failing",
    folder: "tests/failing",
    form: Form::Files,
};
pub(crate) static CAUSES: Suite = Suite {
    name: "causes",
    folder: "tests/causes/cases",
    form: Form::Lists(Value::clone),
};
pub(crate) static PRODUCTS: Suite = Suite {
    name: "providers",
    folder: "tests/providers/cases",
    form: Form::Lists(short::log),
};

impl Suite {
    /// Its cases.
    pub(crate) fn logs(&self) -> Logs {
        match self.form {
            Form::Files => files(self.folder),
            Form::Lists(log) => lists(self.folder, log),
        }
    }
}

fn files(folder: &str) -> Logs {
    let files = log::files(folder, "har").into_iter();
    files
        .map(|file| (log::name(&file), log::recorded(&file)))
        .collect()
}

fn lists(folder: &str, log: fn(&Value) -> Value) -> Logs {
    let mut logs = Logs::new();
    for file in log::files(folder, "json") {
        let lists = log::json(&file);
        for (list, cases) in lists.as_object().expect("lists of cases") {
            for (number, case) in cases.as_array().into_iter().flatten().enumerate() {
                let name = format!("{}.{list}[{number}]", log::name(&file));
                logs.insert(name, log(case));
            }
        }
    }
    logs
}
