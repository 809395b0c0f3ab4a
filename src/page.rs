//! The page of each cause, as plain blocks that any surface can show without reading markup.
//!
//! A page is made from the `.md` beside the rule: its body in blocks, and the keys of what its front matter says
//! beyond the sentences. The words themselves are those of [`crate::words`].

use serde::Serialize;
use serde_json::{Map, Value};

use crate::causes;
use crate::diagnosis::{Effort, Who};
use crate::words::{Words, page_body};

mod blocks;
mod remedies;

pub use blocks::{Block, Run, Style, blocks};

/// No cause has as many numbered lines of a kind.
const MOST: usize = 100;

/// The page of a cause.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// The cause's id; `<id>.title`, `<id>.person` and `<id>.developer` are the keys of its sentences.
    pub id: &'static str,
    /// The family that it belongs to.
    pub family: &'static str,
    /// The body, from the first heading on.
    pub blocks: Vec<Block>,
    /// The ways to mend it: `<key>.title`, `<key>.step.1` and so on, `<key>.check`, `<key>.time`.
    pub fixes: Vec<Mending>,
    /// What keeps it from coming back.
    pub prevent: Vec<Prevention>,
    /// The keys of what not to do.
    pub avoid: Vec<String>,
    /// The key of what is not lost, where a person may fear for something.
    pub lost: Option<String>,
    /// Where it can be read up.
    pub references: Vec<Reference>,
}

/// A way to mend it, before there is a request to fill its words from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mending {
    /// Who can do it.
    pub who: Who,
    /// How hard it is.
    pub effort: Effort,
    /// The key of its words.
    pub key: String,
}

/// What keeps a cause from coming back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Prevention {
    /// Who can do it.
    pub who: Who,
    /// The key of the sentence.
    pub key: String,
}

/// Where something can be read up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// What it is called.
    pub title: String,
    /// Its address, by https.
    pub url: String,
}

/// All pages, and what fills their words.
#[derive(Clone, Debug, Serialize)]
pub struct Pages {
    /// The values of an example, for the blanks of the fixes' words.
    pub args: Map<String, Value>,
    /// The pages of all causes, in the order of the list.
    pub pages: Vec<Page>,
}

/// All pages.
pub fn all() -> Pages {
    let words = Words::english();
    let pages = causes::PAGES
        .iter()
        .map(|(id, text)| page(&words, id, text))
        .collect();
    Pages {
        args: words.example(),
        pages,
    }
}

/// The page of one cause.
pub fn of(id: &str) -> Option<Page> {
    let (id, text) = causes::PAGES.iter().find(|(known, _)| *known == id)?;
    Some(page(&Words::english(), id, text))
}

fn page(words: &Words, id: &'static str, text: &str) -> Page {
    let lost = format!("{id}.lost");
    Page {
        id,
        family: family(id),
        blocks: blocks(page_body(text)),
        fixes: remedies::of(id),
        prevent: prevention(words, id),
        avoid: numbered(words, &format!("{id}.avoid")),
        lost: words.has(&lost).then_some(lost),
        references: references(words, id),
    }
}

fn family(id: &str) -> &'static str {
    causes::FAMILIES
        .iter()
        .find(|(known, _)| *known == id)
        .map_or("", |(_, family)| *family)
}

/// `<id>.prevent.<who>`, and `.2` and so on after it.
fn prevention(words: &Words, id: &str) -> Vec<Prevention> {
    let readers = [
        (Who::Person, "person"),
        (Who::Frontend, "frontend"),
        (Who::Backend, "backend"),
    ];
    let of_one = |(who, name)| {
        let first = format!("{id}.prevent.{name}");
        let more = (2..MOST).map({
            let first = first.clone();
            move |number| format!("{first}.{number}")
        });
        std::iter::once(first)
            .chain(more)
            .take_while(|key| words.has(key))
            .map(move |key| Prevention { who, key })
            .collect::<Vec<_>>()
    };
    readers.into_iter().flat_map(of_one).collect()
}

fn numbered(words: &Words, prefix: &str) -> Vec<String> {
    (1..MOST)
        .map(|number| format!("{prefix}.{number}"))
        .take_while(|key| words.has(key))
        .collect()
}

/// `<id>.reference.1` and so on: a title and an address with a bar between.
fn references(words: &Words, id: &str) -> Vec<Reference> {
    numbered(words, &format!("{id}.reference"))
        .iter()
        .filter_map(|key| words.raw(key)?.split_once(" | "))
        .map(|(title, url)| Reference {
            title: title.to_owned(),
            url: url.to_owned(),
        })
        .collect()
}
