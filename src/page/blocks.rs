//! The little Markdown that the pages are written in, as blocks.
//!
//! Headings, paragraphs, lists by `- `, and fenced code; within a line `code` and *emphasis*. Nothing else is used.

use serde::Serialize;

use crate::causes;

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Block {
    /// A heading.
    Heading {
        /// Its text.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// What it is made of.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// Its items.
        items: Vec<Vec<Run>>,
    },
    /// Code, line by line as it is.
    Code {
        /// What it is written in, as its fence says; may be empty.
        language: String,
        /// The code.
        text: String,
    },
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// How it is to be shown.
    pub style: Style,
    /// Its text.
    pub text: String,
}

/// How a piece of a line is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// As it is.
    Plain,
    /// As code.
    Code,
    /// With emphasis.
    Emphasis,
    /// As the name of a cause, which has a page of its own.
    Cause,
}

/// The blocks of a body.
pub fn blocks(body: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = body.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let code: Vec<&str> = lines
                .by_ref()
                .take_while(|line| !line.starts_with("```"))
                .collect();
            blocks.push(Block::Code {
                language: language.to_owned(),
                text: code.join("\n"),
            });
        } else {
            plain_line(line, &mut blocks);
        }
    }
    blocks.retain(|block| !matches!(block, Block::Paragraph { runs } if runs.is_empty()));
    blocks
}

/// A line outside of code; an empty one ends a list, by the empty paragraph that it leaves for the moment.
fn plain_line(line: &str, blocks: &mut Vec<Block>) {
    if let Some(text) = line.strip_prefix("## ") {
        blocks.push(Block::Heading {
            text: text.to_owned(),
        });
    } else if let Some(item) = line.strip_prefix("- ") {
        match blocks.last_mut() {
            Some(Block::List { items }) => items.push(runs(item)),
            _ => blocks.push(Block::List {
                items: vec![runs(item)],
            }),
        }
    } else {
        blocks.push(Block::Paragraph { runs: runs(line) });
    }
}

fn runs(line: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for (number, piece) in line.split('`').enumerate() {
        if number % 2 == 1 {
            let known = causes::by_id(piece).is_some();
            let style = if known { Style::Cause } else { Style::Code };
            push(&mut runs, style, piece);
        } else {
            for (number, part) in piece.split('*').enumerate() {
                let style = if number % 2 == 1 {
                    Style::Emphasis
                } else {
                    Style::Plain
                };
                push(&mut runs, style, part);
            }
        }
    }
    runs
}

fn push(runs: &mut Vec<Run>, style: Style, text: &str) {
    if !text.is_empty() {
        runs.push(Run {
            style,
            text: text.to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Run, Style, blocks};

    fn run(style: Style, text: &str) -> Run {
        Run {
            style,
            text: text.to_owned(),
        }
    }

    #[test]
    fn headings_paragraphs_lists_and_code_are_told_apart() {
        let made = blocks(
            "## One\n\nA `b` and *c*.\n\n- first\n- see `csrf`\n\n```js\nlet a;\n\n- b\n```",
        );
        let paragraph = vec![
            run(Style::Plain, "A "),
            run(Style::Code, "b"),
            run(Style::Plain, " and "),
            run(Style::Emphasis, "c"),
            run(Style::Plain, "."),
        ];
        let items = vec![
            vec![run(Style::Plain, "first")],
            vec![run(Style::Plain, "see "), run(Style::Cause, "csrf")],
        ];
        assert_eq!(
            made,
            [
                Block::Heading {
                    text: "One".to_owned()
                },
                Block::Paragraph { runs: paragraph },
                Block::List { items },
                Block::Code {
                    language: "js".to_owned(),
                    text: "let a;\n\n- b".to_owned()
                },
            ]
        );
    }
}
