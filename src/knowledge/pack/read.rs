//! The files as they are written: rows of phrases, products with their facts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use crate::product::ProductFile;

/// What is wrong, one line each.
pub(crate) type Wrong = Vec<String>;

/// Everything that is known.
#[derive(Debug, Default)]
pub(crate) struct Knowledge {
    /// The rows of all files, sorted by file, cause and number.
    pub(crate) rows: Vec<Row>,
    /// Ids of rows that are no more.
    pub(crate) retired: BTreeSet<String>,
    /// The products by their ids.
    pub(crate) products: BTreeMap<String, ProductFile>,
}

/// One phrase.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// The language or product in whose file it stands, the file's name without its ending.
    pub(crate) file: String,
    /// Whether the file is a product's.
    pub(crate) of_product: bool,
    /// The cause that it speaks for; none where it shows the product.
    pub(crate) cause: Option<String>,
    /// Its number below the cause.
    pub(crate) number: u16,
    /// The line of the file, from 1.
    pub(crate) line: usize,
    /// What is written in it.
    pub(crate) written: Written,
}

/// A row as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(crate) struct Written {
    /// Who or what the sentence is about.
    pub(crate) about: Option<String>,
    /// Words of a server that means the cause whenever it says them.
    pub(crate) names: Option<String>,
    /// Words of a server that often means the cause.
    pub(crate) hints: Option<String>,
    /// Words by which a product is known.
    pub(crate) words: Option<String>,
    /// The recorded answer that holds the words: a case below `tests`, or a page of the product's maker.
    pub(crate) source: Option<String>,
    /// The day on which the source was read.
    pub(crate) date: Option<String>,
    /// Whether no recorded answer holds the words.
    pub(crate) untested: bool,
    /// Whether it says what is yet to come: "your account will be locked".
    pub(crate) warns: bool,
    /// Whether it says that nothing came, and not only that something is needed.
    pub(crate) none_came: bool,
    /// Whether it is about the password that was to be replaced.
    pub(crate) old_password: bool,
    /// Whether it is about the age that a token may reach, and not about its `exp`.
    pub(crate) of_age: bool,
    /// What else it may be, as "invalid or expired" leaves open: the other cause.
    pub(crate) or: Option<String>,
    /// Causes that the sentence lists without choosing, as "missing, expired or revoked".
    pub(crate) leaves_open: Vec<String>,
}

impl Row {
    /// Its id: a contract, it never changes its meaning.
    pub(crate) fn id(&self) -> String {
        let cause = self.cause.as_deref().unwrap_or("shows");
        format!("{}.{cause}.{}", self.file, self.number)
    }

    /// Where it stands, for a message.
    pub(crate) fn place(&self) -> String {
        let folder = if self.of_product {
            "products"
        } else {
            "phrases"
        };
        format!("{folder}/{}.toml:{}, {}", self.file, self.line, self.id())
    }

    /// The phrase itself.
    pub(crate) fn words(&self) -> &str {
        let written = &self.written;
        [&written.names, &written.hints, &written.words]
            .into_iter()
            .find_map(|words| words.as_deref())
            .unwrap_or_default()
    }
}

/// Rows by cause and number.
pub(crate) type Says = BTreeMap<String, BTreeMap<String, Spanned<Written>>>;

/// A file of a language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    #[serde(default)]
    retired: Vec<String>,
    says: Says,
}

/// The ids of the causes: the names of their pages.
pub(crate) fn causes(folder: &Path) -> Result<BTreeSet<String>, Wrong> {
    let mut found = BTreeSet::new();
    for family in files(folder, "")? {
        if family.is_dir() {
            let pages = files(&family, "md")?;
            found.extend(pages.iter().map(|page| stem(page).replace('_', "-")));
        }
    }
    Ok(found)
}

/// All files of both folders.
pub(crate) fn knowledge(folder: &Path) -> Result<Knowledge, Wrong> {
    let mut known = Knowledge::default();
    let mut wrong = Wrong::new();
    for path in files(&folder.join("phrases"), "toml")? {
        match parsed::<Language>(&path) {
            Ok((text, language)) => {
                let file = stem(&path);
                known.retire(&file, &language.retired);
                known.add(&text, &file, false, language.says, &mut wrong);
            }
            Err(error) => wrong.push(error),
        }
    }
    for path in files(&folder.join("products"), "toml")? {
        match parsed::<ProductFile>(&path) {
            Ok((text, mut product)) => {
                let file = stem(&path);
                known.retire(&file, &product.retired);
                let shows = std::mem::take(&mut product.shows);
                let says = std::mem::take(&mut product.says);
                known.add_numbered(&text, &file, (true, None), shows, &mut wrong);
                known.add(&text, &file, true, says, &mut wrong);
                known.products.insert(file, product);
            }
            Err(error) => wrong.push(error),
        }
    }
    known.rows.sort_by(|one, other| {
        let key = |row: &Row| (row.file.clone(), row.cause.clone(), row.number);
        key(one).cmp(&key(other))
    });
    if wrong.is_empty() {
        Ok(known)
    } else {
        Err(wrong)
    }
}

impl Knowledge {
    fn retire(&mut self, file: &str, ids: &[String]) {
        let whole = ids.iter().map(|id| format!("{file}.{id}"));
        self.retired.extend(whole);
    }

    fn add(&mut self, text: &str, file: &str, of_product: bool, says: Says, wrong: &mut Wrong) {
        for (cause, rows) in says {
            self.add_numbered(text, file, (of_product, Some(&cause)), rows, wrong);
        }
    }

    fn add_numbered(
        &mut self,
        text: &str,
        file: &str,
        (of_product, cause): (bool, Option<&str>),
        rows: BTreeMap<String, Spanned<Written>>,
        wrong: &mut Wrong,
    ) {
        for (number, row) in rows {
            let before = text.get(..row.span().start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            match number.parse() {
                Ok(number) => self.rows.push(Row {
                    file: file.to_owned(),
                    of_product,
                    cause: cause.map(str::to_owned),
                    number,
                    line,
                    written: row.into_inner(),
                }),
                Err(_) => wrong.push(format!("{file}.toml:{line}: `{number}` is no number")),
            }
        }
    }
}

fn parsed<T: DeserializeOwned>(path: &Path) -> Result<(String, T), String> {
    let at = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| at(&error))?;
    let read = toml::from_str(&text).map_err(|error| at(&error))?;
    Ok((text, read))
}

/// The files of a folder with this ending, by name.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Wrong> {
    let at = |error: std::io::Error| vec![format!("{}: {error}", folder.display())];
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(at)? {
        let path = entry.map_err(at)?.path();
        let is = path.extension().unwrap_or_default() == ending;
        if is {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
