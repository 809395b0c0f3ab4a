//! What a response says of itself, apart from the help around it.
//!
//! Tomcat's manager answers every 401 with a page of help that mentions forged requests; it says no more than
//! "401 Unauthorized". So a long page speaks by its title, its headings, its messages and the short paragraph after a
//! heading, and a long text by its first line. Of the rest only a product's own phrases are heard: they are known to
//! stand in that product's own pages.

use super::body::{plain, skip_past, without_tags};
use super::{Heard, Saying, Words};
use crate::knowledge::sayings;

/// More words than this are help, and no error message.
const LONG: usize = 60;

/// So many words at most make a sentence after a heading.
const SENTENCE: usize = 20;

/// Elements that part no paragraph.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "code", "em", "font", "i", "kbd", "small", "span", "strong", "tt", "u",
];

/// Elements that say what a page is about.
const HEADINGS: &[&str] = &["title", "h1", "h2", "h3", "h4"];

/// Parts of the classes, ids and roles by which pages mark their messages.
const MESSAGES: &[&str] = &["alert", "error", "flash", "message", "notice", "warning"];

/// What is heard in a page.
pub(super) fn page(length: usize, markup: &str) -> Heard {
    let all = without_tags(markup);
    let heard = Heard::new(length, &Words::of(&plain(&all)));
    if is_long(&all) {
        own(&heard, &messages(markup))
    } else {
        heard
    }
}

/// What is heard in a plain text.
pub(super) fn text(length: usize, text: &str) -> Heard {
    let heard = Heard::new(length, &Words::of(&plain(text)));
    if is_long(text) {
        own(&heard, beginning(text))
    } else {
        heard
    }
}

/// The first line of a long text, as of an error with its stack; a short one whole.
pub(super) fn beginning(text: &str) -> &str {
    if is_long(text) {
        text.trim_start().lines().next().unwrap_or_default()
    } else {
        text
    }
}

fn is_long(text: &str) -> bool {
    text.split_whitespace().nth(LONG).is_some()
}

/// What stands in the message, and of what was heard in all of it the products' own phrases.
fn own(heard: &Heard, message: &str) -> Heard {
    let said = Words::of(&plain(message)).said();
    let known = |saying: &Saying| heard.said.contains(saying) && saying.product().is_some();
    Heard {
        length: heard.length,
        said: sayings()
            .filter(|saying| said.contains(saying) || known(saying))
            .collect(),
    }
}

/// The titles, headings and messages of a page, each a line.
fn messages(markup: &str) -> String {
    let mut reader = Reader::default();
    let mut rest = markup;
    while let Some((text, after)) = rest.split_once('<') {
        reader.paragraph.push_str(text);
        let hidden = ["script", "style", "svg"].iter().find(|name| {
            after
                .get(..name.len())
                .is_some_and(|begin| begin.eq_ignore_ascii_case(name))
        });
        rest = if let Some(name) = hidden {
            skip_past(after, &format!("</{name}>"))
        } else {
            let (tag, after) = after.split_once('>').unwrap_or_default();
            reader.tag(&tag.to_ascii_lowercase());
            after
        };
    }
    reader.paragraph.push_str(rest);
    reader.end();
    reader.kept
}

#[derive(Default)]
struct Reader {
    kept: String,
    paragraph: String,
    heading: bool,
    /// Whether the next paragraph is the first after a heading.
    first: bool,
    /// The element that holds a message, and how many of its name are open.
    message: Option<(String, usize)>,
}

impl Reader {
    fn tag(&mut self, tag: &str) {
        let closes = tag.starts_with('/');
        let name = tag
            .trim_start_matches('/')
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        let of_message = matches!(&self.message, Some((open, _)) if open == name);
        if INLINE.contains(&name) && !of_message && !is_message(tag) {
            return;
        }
        self.end();
        if HEADINGS.contains(&name) {
            self.heading = !closes;
            self.first = closes;
        } else if matches!(name, "body" | "pre") && !closes {
            self.first = true;
        }
        self.nest(tag, name, closes);
    }

    /// Follows the element that holds a message to its end.
    fn nest(&mut self, tag: &str, name: &str, closes: bool) {
        match &mut self.message {
            Some((open, depth)) if open == name => {
                *depth = if closes {
                    depth.saturating_sub(1)
                } else {
                    depth.saturating_add(1)
                };
                if *depth == 0 {
                    self.message = None;
                }
            }
            None if is_message(tag) && !closes && !tag.ends_with('/') => {
                self.message = Some((name.to_owned(), 1));
            }
            _ => {}
        }
    }

    /// Ends the paragraph, and keeps it if it is the page's own message.
    fn end(&mut self) {
        let text = std::mem::take(&mut self.paragraph);
        let words = text.split_whitespace().count();
        if words == 0 {
            return;
        }
        let short = words <= SENTENCE;
        if self.heading || short && (self.first || self.message.is_some()) {
            self.kept.push_str(&text);
            self.kept.push('\n');
        }
        self.first = false;
    }
}

/// Whether an element's tag marks a message, as `<div class="alert alert-danger">` does.
fn is_message(tag: &str) -> bool {
    let names = ["class=", "id=", "role="].iter().filter_map(|name| {
        let (_, value) = tag.split_once(name)?;
        value
            .trim_start_matches(['"', '\''])
            .split(['"', '\''])
            .next()
    });
    names
        .flat_map(|value| value.split([' ', '-', '_']))
        .any(|part| MESSAGES.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::{beginning, messages, page};
    use crate::speech::Meaning;

    fn help() -> String {
        "<p>The interface is protected against CSRF but the text interface is not.</p>".repeat(12)
    }

    fn causes(markup: &str) -> Vec<&'static str> {
        page(markup.len(), markup)
            .said
            .iter()
            .filter(|saying| matches!(saying.means, Meaning::Cause(_)))
            .map(|saying| saying.means.id())
            .collect()
    }

    #[test]
    fn a_word_in_a_long_page_of_help_says_nothing() {
        let page = format!(
            "<html><h1>401 Unauthorized</h1><p>Examine the file.</p>{}",
            help()
        );
        assert_eq!(causes(&page), Vec::<&str>::new());
    }

    #[test]
    fn a_heading_or_a_message_of_a_long_page_is_heard() {
        for own in [
            "<title>CSRF token missing</title>",
            "<h1>Forbidden <span>(401)</span></h1> <p>CSRF verification failed.</p>",
            "<div class=\"alert alert-danger\"><p>CSRF token <b>missing</b>.</p></div>",
            "<body>CSRF token missing",
        ] {
            let page = format!("<html>{own}{}", help());
            assert!(
                causes(&page).contains(&"csrf"),
                "{own}: {}",
                messages(&page)
            );
        }
    }

    #[test]
    fn what_follows_a_message_is_help_again() {
        let page = format!("<div class=error><p>No.</p></div>{}", help());
        assert_eq!(messages(&page).trim(), "No.");
    }

    #[test]
    fn a_long_text_speaks_by_its_first_line() {
        let stack = format!("jwt expired\n{}", "at verify (index.js:1)\n".repeat(40));
        assert_eq!(beginning(&stack), "jwt expired");
        assert_eq!(beginning("a\nb"), "a\nb");
    }
}
