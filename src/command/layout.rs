//! Text for a terminal: wrapped to its width, and without anything that a terminal would obey.

use anstyle::{AnsiColor, Style};

/// Wider lines are hard to read.
const WIDEST: usize = 100;

/// Narrower ones are none.
const NARROWEST: usize = 40;

/// The terminal's width, or the widest line where there is none.
pub(super) fn width() -> usize {
    terminal_size::terminal_size().map_or(WIDEST, |(terminal_size::Width(width), _)| {
        usize::from(width).clamp(NARROWEST, WIDEST)
    })
}

/// The text with every character escaped that moves a terminal's cursor, colours it or turns its direction.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        let turns = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if letter == '\n' || !(letter.is_control() || turns) {
            plain.push(letter);
        } else {
            plain.extend(letter.escape_unicode());
        }
    }
    plain
}

/// A paragraph: `first` before its first line, blanks of the same width before the others.
pub(super) fn paragraph(first: &str, text: &str, style: Style, width: usize) -> String {
    let room = width
        .saturating_sub(first.chars().count())
        .max(NARROWEST / 2);
    let mut out = String::new();
    let mut before = first.to_owned();
    for line in plain(text).lines().flat_map(|line| wrapped(line, room)) {
        out.push_str(&[&before, &styled(&line, style), "\n"].concat());
        before = " ".repeat(first.chars().count());
    }
    out
}

/// Lines as they are, each behind as many blanks: code.
pub(super) fn indented(blanks: usize, text: &str, style: Style) -> String {
    let before = " ".repeat(blanks);
    let code = plain(text);
    let lines: Vec<String> = code
        .lines()
        .map(|line| [&before, &styled(line, style), "\n"].concat())
        .collect();
    lines.concat()
}

/// The text in a style, which ends with it.
pub(super) fn styled(text: &str, style: Style) -> String {
    format!("{style}{text}{style:#}")
}

/// The words of a line in lines of at most `room` characters; a longer word stands alone.
fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0_usize;
    for word in text.split(' ') {
        let own = word.chars().count();
        if !line.is_empty() && length.saturating_add(own).saturating_add(1) > room {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if !line.is_empty() {
            line.push(' ');
            length = length.saturating_add(1);
        }
        line.push_str(word);
        length = length.saturating_add(own);
    }
    lines.push(line);
    lines
}

/// Bold.
pub(super) const STRONG: Style = Style::new().bold();

/// Less than the rest.
pub(super) const FAINT: Style = Style::new().dimmed();

/// As the rest.
pub(super) const PLAIN: Style = Style::new();

/// Of this colour.
pub(super) const fn coloured(colour: AnsiColor) -> Style {
    colour.on_default()
}

#[cfg(test)]
mod tests {
    use super::{PLAIN, paragraph, plain};

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(
            plain("a\u{1b}[31mb\r\u{202e}c\u{9b}\n"),
            "a\\u{1b}[31mb\\u{d}\\u{202e}c\\u{9b}\n"
        );
    }

    #[test]
    fn a_paragraph_is_wrapped_behind_its_mark() {
        let text = paragraph("- ", &"word ".repeat(20), PLAIN, 40);
        assert!(text.lines().all(|line| line.chars().count() <= 40));
        assert!(text.starts_with("- word") && text.contains("\n  word"));
    }

    #[test]
    fn a_word_that_is_too_long_stays_whole() {
        assert!(paragraph("", &"x".repeat(90), PLAIN, 40).contains(&"x".repeat(90)));
    }
}
