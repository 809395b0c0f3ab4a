//! Texts with named holes: whether a text is one of these, and what fills its holes.

/// Stands before the name of a hole.
const OPENS: char = '\u{1}';
/// Stands after it.
const CLOSES: char = '\u{2}';

/// Longest content of a hole, in bytes: a stack trace.
const LONGEST: usize = 8_000;

/// So many texts are made of one template at most.
const MOST: usize = 64;

/// A text with named holes, as it was packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template(pub(super) &'static str);

impl Template {
    /// The text itself, where it has no holes.
    pub fn plain(self) -> Option<&'static str> {
        (!self.0.contains(OPENS)).then_some(self.0)
    }

    /// The name of the field, where it is a header line.
    pub fn name(self) -> &'static str {
        self.0.split(':').next().unwrap_or_default()
    }

    /// How many bytes of it are no holes.
    pub fn literal(self) -> usize {
        let (first, holes) = self.parts();
        holes
            .map(|(_, after)| after.len())
            .sum::<usize>()
            .saturating_add(first.len())
    }

    /// Whether the text is this one, its holes filled somehow.
    pub fn fits(self, text: &str) -> bool {
        let (first, mut holes) = self.parts();
        let Some(mut rest) = text.strip_prefix(first) else {
            return false;
        };
        let mut before = first;
        let count = self.0.matches(OPENS).count();
        let whole = holes.by_ref().zip(1..).all(|((_, after), at)| {
            let end = if at == count {
                rest.len()
                    .checked_sub(after.len())
                    .filter(|_| rest.ends_with(after))
            } else {
                rest.find(after)
            };
            let Some((content, ahead)) = end.and_then(|end| rest.split_at_checked(end)) else {
                return false;
            };
            let fits = content.len() <= LONGEST && !(quoted(before, after) && ends_quote(content));
            rest = ahead.strip_prefix(after).unwrap_or_default();
            before = after;
            fits
        });
        whole && rest.is_empty()
    }

    /// The texts that it can be where each hole holds one of the values that `known` gives for its name.
    pub fn filled(self, known: impl Fn(&str) -> Vec<String>) -> Vec<String> {
        let (first, holes) = self.parts();
        let mut made = vec![first.to_owned()];
        for (name, after) in holes {
            let values = known(name);
            made = made
                .iter()
                .flat_map(|begin| {
                    values
                        .iter()
                        .map(move |value| format!("{begin}{value}{after}"))
                })
                .take(MOST)
                .collect();
        }
        made
    }

    /// What stands before the first hole, and the name of each hole with what stands after it.
    fn parts(
        self,
    ) -> (
        &'static str,
        impl Iterator<Item = (&'static str, &'static str)>,
    ) {
        let mut parts = self.0.split(OPENS);
        let first = parts.next().unwrap_or_default();
        (first, parts.filter_map(|part| part.split_once(CLOSES)))
    }
}

/// Whether a hole is all of a quoted string, which ends where its quotation mark does.
fn quoted(before: &str, after: &str) -> bool {
    before.ends_with('"') && after.starts_with('"')
}

fn ends_quote(content: &str) -> bool {
    let mut escaped = false;
    content.chars().any(|letter| {
        let ends = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    })
}

#[cfg(test)]
mod tests {
    use super::Template;

    const EXPIRED: Template =
        Template("{\"message\":\"jwt expired\",\"expiredAt\":\"\u{1}exp-iso\u{2}\"}");

    #[test]
    fn a_text_fits_whatever_fills_the_holes() {
        assert!(
            EXPIRED.fits(r#"{"message":"jwt expired","expiredAt":"2026-11-30T12:00:00.000Z"}"#)
        );
        assert!(Template("a \u{1}x\u{2}, b \u{1}y\u{2}").fits("a one, b two, b three"));
        assert!(Template("plain").fits("plain"));
    }

    #[test]
    fn a_text_with_more_than_the_holes_does_not() {
        for other in [
            r#"{"message":"jwt expired"}"#,
            r#"{"message":"jwt expired","expiredAt":"2026","user":"7"}"#,
            "",
        ] {
            assert!(!EXPIRED.fits(other), "{other}");
        }
        assert!(!Template("plain").fits("plain "));
        assert!(!Template("\u{1}x\u{2} aba").fits("ab aba "));
    }

    #[test]
    fn every_known_value_is_tried() {
        let texts = EXPIRED.filled(|name| vec![name.to_uppercase(), "2".to_owned()]);
        assert_eq!(texts.len(), 2);
        assert!(texts.iter().all(|text| EXPIRED.fits(text)));
        assert_eq!(EXPIRED.filled(|_| Vec::new()), Vec::<String>::new());
        assert!(EXPIRED.filled(|_| vec![String::new(); 1_000]).len() <= super::MOST);
    }
}
