//! The files as they are written, and what is refused in them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::Wrong;
use super::template;

/// What a product may be.
const KINDS: [&str; 7] = [
    "framework",
    "library",
    "identity-provider",
    "gateway",
    "server",
    "api",
    "application",
];

/// How a response came to be known.
const WAYS: [&str; 4] = ["ran", "documented", "source", "report"];

/// A product's responses.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// Its id: the file's name.
    pub(crate) product: String,
    /// Its name, as people write it.
    pub(crate) name: String,
    kind: String,
    /// What it is built on.
    pub(crate) stack: Option<String>,
    source: String,
    date: String,
    #[serde(rename = "answer", default)]
    rows: Vec<Spanned<Row>>,
    /// The text of the file, to tell where a row stands.
    #[serde(skip)]
    text: String,
    /// The file's name without its ending.
    #[serde(skip)]
    stem: String,
}

/// One response in one situation.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Row {
    /// Unique in its file, and never used again for another.
    pub(crate) id: String,
    /// The whole id that it had before its file became part of this one, as `kong-plugins/jwt-missing`.
    pub(crate) was: Option<String>,
    pub(crate) situation: String,
    means: Option<String>,
    #[serde(default)]
    may_mean: Vec<String>,
    pub(crate) status: u16,
    #[serde(default)]
    pub(crate) headers: Vec<String>,
    pub(crate) body: Option<String>,
    pub(crate) etag: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) how: String,
    source: Option<String>,
    date: Option<String>,
}

impl Row {
    /// The causes for which it is sent, the most frequent first.
    pub(crate) fn causes(&self) -> impl Iterator<Item = &String> {
        self.means.iter().chain(&self.may_mean)
    }
}

impl File {
    /// The rows in the file's order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().map(Spanned::get_ref)
    }

    /// Where a row was read.
    pub(crate) fn source<'a>(&'a self, row: &'a Row) -> &'a str {
        row.source.as_ref().unwrap_or(&self.source)
    }

    /// The day on which it was read, or run.
    pub(crate) fn date<'a>(&'a self, row: &'a Row) -> &'a str {
        row.date.as_ref().unwrap_or(&self.date)
    }

    /// Whether applications of others send responses of their own through it.
    pub(crate) fn carries_others(&self) -> bool {
        matches!(self.kind.as_str(), "framework" | "gateway" | "server")
    }

    fn place(&self, row: &Spanned<Row>) -> String {
        let before = self.text.get(..row.span().start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let id = &row.get_ref().id;
        format!("answers/{}.toml:{line}, {}/{id}", self.stem, self.product)
    }
}

/// The files of the folder, by name.
pub(crate) fn files(folder: &Path) -> Result<Vec<File>, Wrong> {
    let at = |error: std::io::Error| vec![format!("{}: {error}", folder.display())];
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(at)? {
        let path = entry.map_err(at)?.path();
        if path.extension().unwrap_or_default() == "toml" {
            paths.push(path);
        }
    }
    paths.sort();
    let mut files = Vec::new();
    let mut wrong = Wrong::new();
    for path in &paths {
        match file(path) {
            Ok(file) => files.push(file),
            Err(error) => wrong.push(format!("{}: {error}", path.display())),
        }
    }
    if wrong.is_empty() {
        Ok(files)
    } else {
        Err(wrong)
    }
}

fn file(path: &Path) -> Result<File, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let mut file: File = toml::from_str(&text).map_err(|error| error.to_string())?;
    file.text = text;
    file.stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    Ok(file)
}

/// What is wrong in the files, each line with the file and the row.
pub(crate) fn wrong(files: &[File], causes: &BTreeSet<String>) -> Wrong {
    let mut wrong = Wrong::new();
    let mut whole = BTreeSet::new();
    for file in files {
        let mut say = |what: &str| wrong.push(format!("answers/{}.toml: {what}", file.stem));
        if file.product != file.stem {
            say(&format!("`product` is `{}`", file.product));
        }
        if file.rows.is_empty() {
            say("has no row");
        }
        if !KINDS.contains(&file.kind.as_str()) {
            say(&format!("`{}` is no kind of product", file.kind));
        }
        let mut ids = BTreeSet::new();
        for spanned in &file.rows {
            let row = spanned.get_ref();
            let mut faults = faults(file, row, causes);
            if !ids.insert(&row.id) {
                faults.push("another row has this id".to_owned());
            }
            if let Some(was) = row.was.as_ref().filter(|was| !whole.insert(*was)) {
                faults.push(format!("another row was `{was}`"));
            }
            let place = file.place(spanned);
            wrong.extend(faults.into_iter().map(|fault| format!("{place}: {fault}")));
        }
    }
    wrong.extend(taken(files, &whole));
    wrong
}

/// The rows whose id is one that another row had before.
fn taken(files: &[File], before: &BTreeSet<&String>) -> Wrong {
    let taken = |file: &File, row: &Spanned<Row>| {
        let id = format!("{}/{}", file.product, row.get_ref().id);
        before
            .contains(&id)
            .then(|| format!("{}: another row was `{id}`", file.place(row)))
    };
    let rows = files
        .iter()
        .map(|file| file.rows.iter().filter_map(|row| taken(file, row)));
    rows.flatten().collect()
}

fn faults(file: &File, row: &Row, causes: &BTreeSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |holds: bool, fault: &str| {
        if !holds {
            faults.push(fault.to_owned());
        }
    };
    check(
        is_id(&row.id),
        "the id has other than small letters, digits and hyphens",
    );
    check(!row.situation.is_empty(), "has no `situation`");
    check(
        row.means.is_some() == row.may_mean.is_empty(),
        "wants `means` or `may-mean`",
    );
    check((200..600).contains(&row.status), "`status` is no status");
    check(
        WAYS.contains(&row.how.as_str()),
        "`how` is none of ran, documented, source, report",
    );
    check(
        is_address(file.source(row)),
        "`source` is no public address",
    );
    check(is_day(file.date(row)), "`date` is no day, as 2026-11-30");
    for cause in row.causes() {
        check(causes.contains(cause), &format!("`{cause}` is no cause"));
    }
    for line in &row.headers {
        let named = line
            .split_once(": ")
            .is_some_and(|(name, _)| is_field(name));
        check(named, &format!("`{line}` is no header line"));
    }
    let texts = row.headers.iter().chain(&row.body);
    for fault in texts.filter_map(|text| template::packed(text).err()) {
        check(false, &fault);
    }
    faults
}

fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn is_field(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

fn is_address(source: &str) -> bool {
    source.starts_with("https://") || source.starts_with("http://")
}

fn is_day(date: &str) -> bool {
    let parts: Vec<&str> = date.split('-').collect();
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.as_slice(), [year, month, day]
        if year.len() == 4 && month.len() == 2 && day.len() == 2 && parts.iter().all(|part| digits(part)))
}
