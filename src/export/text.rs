//! A text with names where secrets stood.

use super::names::{Base, ELLIPSIS, Names};
use crate::redact::{Piece, pieces_of};
use crate::token::credential::Kind;
use crate::token::standin::StandIn;

/// A piece of a [`Text`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// What stands there: hostile text.
    Plain(String),
    /// The name of a secret, of letters, digits and `_`.
    Secret(String),
}

/// A text with names where secrets stood: `Bearer ` and the secret `TOKEN`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text(pub(super) Vec<Part>);

impl Text {
    /// A redacted text; its secrets are named after `base`, or after what stands before them where that is a name with
    /// an equals sign (`sid=`, `nonce="`).
    pub(super) fn of(redacted: &str, base: &Base<'_>, names: &mut Names) -> Self {
        let mut text = Self::default();
        for piece in pieces_of(redacted) {
            match piece {
                Piece::Kept(kept) => text.kept(kept, base, names),
                Piece::Cut(cut) => text.cut(cut, base, names),
            }
        }
        text
    }

    fn kept(&mut self, kept: &str, base: &Base<'_>, names: &mut Names) {
        let mut between = kept.split(ELLIPSIS);
        self.plain(between.next().unwrap_or_default());
        for plain in between {
            self.cut(ELLIPSIS, base, names);
            self.plain(plain);
        }
    }

    fn cut(&mut self, cut: &str, base: &Base<'_>, names: &mut Names) {
        match StandIn::parse(cut).map(|standin| standin.credential.kind) {
            // Nothing was sent, or the name of a variable that was never filled in: no secret, and worth seeing.
            Some(Kind::Empty) => {}
            Some(Kind::Placeholder(word)) => self.plain(word),
            _ => {
                let before = self.name_before();
                let secret = names.name(cut, before.as_deref(), base);
                self.0.push(Part::Secret(secret));
            }
        }
    }

    /// The name in `…name=` at the end of what is there.
    fn name_before(&self) -> Option<String> {
        let Some(Part::Plain(before)) = self.0.last() else {
            return None;
        };
        let before = before.strip_suffix('"').unwrap_or(before);
        let before = before.strip_suffix('=')?;
        let begin = before
            .rfind(|letter: char| !letter.is_ascii_alphanumeric() && !"_-.".contains(letter))
            .map_or(0, |at| at.saturating_add(1));
        before
            .get(begin..)
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
    }

    /// Puts plain text behind.
    pub(super) fn plain(&mut self, plain: &str) {
        match self.0.last_mut() {
            _ if plain.is_empty() => {}
            Some(Part::Plain(before)) => before.push_str(plain),
            _ => self.0.push(Part::Plain(plain.to_owned())),
        }
    }

    /// The text with its plain parts changed.
    pub(super) fn mapped(self, change: impl Fn(&str) -> String) -> Self {
        let parts = self.0.into_iter().map(|part| match part {
            Part::Plain(plain) => Part::Plain(change(&plain)),
            secret @ Part::Secret(_) => secret,
        });
        Self(parts.collect())
    }

    /// Whether nothing is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text in one line, `$NAME` where a secret stood.
    pub(super) fn shown(&self) -> String {
        self.0
            .iter()
            .map(|part| match part {
                Part::Plain(plain) => plain.clone(),
                Part::Secret(name) => format!("${name}"),
            })
            .collect()
    }
}

/// Whether a sign hides or turns round what stands beside it, or ends a line: control characters, the marks of
/// bidirectional text, and what has no width.
pub(super) fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::super::names::{Base, Names};
    use super::Text;

    fn shown(redacted: &str) -> String {
        let mut names = Names::default();
        Text::of(redacted, &Base::Named("TOKEN"), &mut names).shown()
    }

    const SECRET: &str = "redacted(opaque!len=32!alpha=hex!tag=9f3a2b1c)";

    #[test]
    fn a_secret_is_named_after_what_stands_before_it() {
        assert_eq!(shown(&format!("Bearer {SECRET}")), "Bearer $TOKEN");
        assert_eq!(shown(&format!("a=1; sid={SECRET}")), "a=1; sid=$SID");
        assert_eq!(
            shown(&format!("Digest nonce=\"{SECRET}\"")),
            "Digest nonce=\"$VALUE_NONCE\""
        );
    }

    #[test]
    fn what_was_never_a_secret_is_shown() {
        let undefined = "redacted(placeholder!is=undefined!len=9!alpha=alphanumeric!tag=9)";
        assert_eq!(shown(&format!("Bearer {undefined}")), "Bearer undefined");
        assert_eq!(
            shown("Bearer redacted(empty!len=0!alpha=digits!tag=0)"),
            "Bearer "
        );
    }

    #[test]
    fn what_only_looks_like_a_cut_stays() {
        assert_eq!(shown("redacted(x) ~user r~"), "redacted(x) ~user r~");
    }
}
