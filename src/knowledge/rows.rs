//! The rows of phrases: what each means, how plainly, and by which id it is kept.

use super::ALL;
use super::product::Product;
use super::search::{Lists, Texts};

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// In place of a cause: the rows show the product in whose file they stand.
const SHOWS: u8 = u8::MAX;

/// What stands for a cause in the ids of rows that show a product.
const SHOWS_ID: &str = "shows";

/// Rows of one file and one cause, up to the first row of the next group.
pub(super) struct Group {
    file: u8,
    cause: u8,
    first: u16,
}

/// What is written beside the words of a row.
#[cfg(feature = "cli")]
#[derive(Debug)]
pub struct Text {
    /// The phrase, in the notation of [`crate::speech::Words::hold`].
    pub words: &'static str,
    /// Who or what it is about.
    pub about: &'static str,
    /// The recorded answer that holds it; empty where none does.
    pub source: &'static str,
    /// The day on which that was read.
    pub date: &'static str,
}

/// A phrase that was heard, and what a server means by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saying {
    /// What it speaks for.
    pub means: Meaning,
    /// How plainly it does.
    pub weight: Weight,
    /// Its place in the tables.
    row: u16,
}

/// What a phrase speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The cause of this id.
    Cause(&'static str),
    /// The product of this id.
    Product(&'static str),
}

impl Meaning {
    /// The id of the cause or product.
    pub fn id(self) -> &'static str {
        match self {
            Self::Cause(id) | Self::Product(id) => id,
        }
    }
}

/// How plainly a phrase speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It often means this, and sometimes something else.
    Hints,
    /// Whoever says this, means this.
    Names,
}

impl Saying {
    /// The row at this place.
    pub(super) fn at(row: u16) -> Option<Self> {
        let flags = FLAGS.get(usize::from(row))?;
        let group = group_of(row)?;
        let file = FILES.get(usize::from(group.file))?;
        let means = match group.cause {
            SHOWS => Meaning::Product(file),
            cause => Meaning::Cause(CAUSES.get(usize::from(cause))?),
        };
        let weight = if flags & 4 == 0 {
            Weight::Hints
        } else {
            Weight::Names
        };
        Some(Self { means, weight, row })
    }

    /// Its id, as `tr.token-expired.3`: a contract, it never changes its meaning.
    pub fn id(&self) -> String {
        let cause = match self.means {
            Meaning::Cause(id) => id,
            Meaning::Product(_) => SHOWS_ID,
        };
        let number = NUMBERS
            .get(usize::from(self.row))
            .copied()
            .unwrap_or_default();
        format!("{}.{cause}.{number}", self.file())
    }

    /// The language, or the product, in whose file it stands.
    pub fn file(&self) -> &'static str {
        group_of(self.row)
            .and_then(|group| FILES.get(usize::from(group.file)))
            .copied()
            .unwrap_or_default()
    }

    /// The product that says so, where it is no phrase of a language.
    pub fn product(&self) -> Option<&'static Product> {
        let file = self.file();
        ALL.iter().copied().find(|product| product.id == file)
    }

    /// Whether it says what is yet to come, as "your account will be locked" does.
    pub fn warns(&self) -> bool {
        self.has(8)
    }

    /// Whether it says that nothing came, and not only that something is needed.
    pub fn none_came(&self) -> bool {
        self.has(16)
    }

    /// Whether it is about the password that was to be replaced.
    pub fn of_old_password(&self) -> bool {
        self.has(32)
    }

    /// Whether it is a code or several, as `aadsts53003`: a word with so many digits is of one issuer and said by nobody
    /// else, whoever passes it on.
    pub fn is_code(&self) -> bool {
        self.has(64)
    }

    /// Whether it is about the age that a token may reach, and not about its `exp`.
    pub fn of_age(&self) -> bool {
        self.has(128)
    }

    /// The causes that it lists without choosing, as "missing, expired or revoked" does.
    pub fn leaves_open(&self) -> &'static [&'static str] {
        beside(LEAVES_OPEN, self.row).unwrap_or_default()
    }

    /// What else it may be, as "invalid or expired" leaves open.
    pub fn or(&self) -> Option<&'static str> {
        beside(OR, self.row)
    }

    /// What is written beside its words.
    #[cfg(feature = "cli")]
    pub fn text(&self) -> Option<&'static Text> {
        TEXTS.get(usize::from(self.row))
    }

    fn has(&self, flag: u8) -> bool {
        FLAGS
            .get(usize::from(self.row))
            .is_some_and(|flags| flags & flag != 0)
    }
}

/// All rows, in the order of the tables.
pub fn sayings() -> impl Iterator<Item = Saying> {
    (0..).map_while(Saying::at)
}

/// The row of this id; `None` for one that is no more, or not known to this build.
pub fn by_id(id: &str) -> Option<Saying> {
    let (rest, number) = id.rsplit_once('.')?;
    let (file, cause) = rest.split_once('.')?;
    let number: u16 = number.parse().ok()?;
    let file = u8::try_from(FILES.binary_search(&file).ok()?).ok()?;
    let cause = match cause {
        SHOWS_ID => SHOWS,
        cause => u8::try_from(CAUSES.binary_search(&cause).ok()?).ok()?,
    };
    let group = GROUPS
        .iter()
        .position(|group| group.file == file && group.cause == cause)?;
    let first = GROUPS.get(group)?.first;
    let end = GROUPS
        .get(group.saturating_add(1))
        .map_or(usize::MAX, |next| usize::from(next.first));
    let mut rows = (first..).take_while(|row| usize::from(*row) < end);
    let row = rows.find(|row| {
        NUMBERS
            .get(usize::from(*row))
            .is_none_or(|known| *known >= number)
    })?;
    (NUMBERS.get(usize::from(row)) == Some(&number))
        .then(|| Saying::at(row))
        .flatten()
}

/// Whether a row begins or ends a sentence, its parts, and which rows begin with a choice.
pub(super) fn anchored(row: u16) -> (bool, bool) {
    let flags = FLAGS.get(usize::from(row)).copied().unwrap_or_default();
    (flags & 1 != 0, flags & 2 != 0)
}

fn group_of(row: u16) -> Option<&'static Group> {
    let after = GROUPS.partition_point(|group| group.first <= row);
    GROUPS.get(after.checked_sub(1)?)
}

fn beside<T: Copy>(list: &[(u16, T)], row: u16) -> Option<T> {
    let at = list.binary_search_by_key(&row, |(row, _)| *row).ok()?;
    list.get(at).map(|(_, value)| *value)
}
