//! `WWW-Authenticate` and `Proxy-Authenticate` (RFC 9110, section 11.6.1), as real servers send them.
//!
//! Reading never fails: what breaks the grammar is reported beside what could be understood.

use std::fmt;

use super::auth_param::{Cursor, ValueDefect, is_tchar, is_token, is_whitespace};

/// So many challenges of a response are looked at.
pub const MOST: usize = 20;

/// One challenge of a server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Challenge {
    /// The scheme as written; empty where parameters stood without one.
    pub scheme: String,
    /// The parameters in order, names as written, values without quotes and escapes.
    pub params: Vec<(String, String)>,
    /// The `token68` that some schemes have in place of parameters.
    pub token68: Option<String>,
}

impl Challenge {
    /// Whether the challenge is of that scheme, in any case.
    pub fn is(&self, scheme: &str) -> bool {
        self.scheme.eq_ignore_ascii_case(scheme)
    }

    /// The first parameter of that name, in any case.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

/// What breaks the grammar; prints in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Defect {
    /// The field names no challenge.
    Empty,
    /// Parameters stand before any scheme.
    MissingScheme,
    /// The scheme is no token, such as `Bearer:`.
    InvalidScheme,
    /// No comma between two parameters or challenges.
    MissingComma,
    /// A parameter stands twice in one challenge.
    DuplicateParameter,
    /// A parameter's value is unusual.
    Value(ValueDefect),
    /// Words that belong to nothing: prose, markup.
    StrayText,
    /// A character outside ASCII.
    NonAscii,
    /// A control character other than a tab.
    ControlCharacter,
}

impl fmt::Display for Defect {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Defect::Empty => "empty",
            Defect::MissingScheme => "missing-scheme",
            Defect::InvalidScheme => "invalid-scheme",
            Defect::MissingComma => "missing-comma",
            Defect::DuplicateParameter => "duplicate-parameter",
            Defect::Value(ValueDefect::UnterminatedQuote) => "unterminated-quote",
            Defect::Value(ValueDefect::UnescapedQuote) => "unescaped-quote",
            Defect::Value(ValueDefect::SingleQuotes) => "single-quotes",
            Defect::Value(ValueDefect::Unquoted) => "unquoted-value",
            Defect::Value(ValueDefect::Missing) => "missing-value",
            Defect::StrayText => "stray-text",
            Defect::NonAscii => "non-ascii",
            Defect::ControlCharacter => "control-character",
        })
    }
}

/// The challenges of all lines of the field, in order, and what was wrong with them, once each.
///
/// A line feed within a value parts it, because browsers join several lines of the field with it.
pub fn parse<'a>(values: impl IntoIterator<Item = &'a str>) -> (Vec<Challenge>, Vec<Defect>) {
    let mut all = Vec::new();
    let mut defects = Vec::new();
    for line in values.into_iter().flat_map(|value| value.split('\n')) {
        let mut reader = Reader::new(line.trim_matches(['\r', ' ', '\t']));
        reader.run();
        all.append(&mut reader.challenges);
        defects.append(&mut reader.defects);
    }
    let mut seen = Vec::new();
    defects.retain(|defect| {
        let new = !seen.contains(defect);
        seen.push(*defect);
        new
    });
    (all, defects)
}

struct Reader<'a> {
    cursor: Cursor<'a>,
    challenges: Vec<Challenge>,
    defects: Vec<Defect>,
    /// Whether a comma, or the start of the line, comes right before.
    after_comma: bool,
    /// Whether the last value read stood without quotes, so that words after it may belong to it.
    open_value: bool,
}

impl<'a> Reader<'a> {
    fn new(line: &'a str) -> Reader<'a> {
        let mut defects = Vec::new();
        if !line.is_ascii() {
            defects.push(Defect::NonAscii);
        }
        if line.chars().any(|c| c.is_control() && c != '\t') {
            defects.push(Defect::ControlCharacter);
        }
        Reader {
            cursor: Cursor::new(line),
            challenges: Vec::new(),
            defects,
            after_comma: true,
            open_value: false,
        }
    }

    fn run(&mut self) {
        loop {
            self.cursor.skip_whitespace();
            if self.cursor.is_done() {
                break;
            }
            if self.cursor.take(',') {
                self.after_comma = true;
                self.open_value = false;
                continue;
            }
            self.element();
            self.after_comma = false;
        }
        if self.challenges.is_empty() {
            self.defects.push(Defect::Empty);
        }
    }

    /// Reads a parameter, a scheme, or words that are neither; always at least one character.
    fn element(&mut self) {
        let start = self.cursor;
        let word = self
            .cursor
            .take_while(|c| !is_whitespace(c) && !matches!(c, ',' | '=' | '"'));
        if word.is_empty() {
            self.defects.push(Defect::StrayText);
            let mut rest = self.cursor.rest.chars();
            rest.next();
            self.cursor.rest = rest.as_str();
        } else if is_token(word) && self.cursor.at_equals() {
            self.parameter(word);
        } else if self.after_comma && !self.starts_prose() {
            self.scheme(word);
        } else if self.cursor.at_parameter() {
            self.defects.push(Defect::MissingComma);
            self.scheme(word);
        } else {
            self.stray(start, word);
        }
    }

    fn parameter(&mut self, name: &str) {
        let (value, defect) = self.cursor.take_value();
        self.defects.extend(defect.map(Defect::Value));
        self.open_value = matches!(defect, None | Some(ValueDefect::Unquoted));
        if self.challenges.is_empty() {
            self.defects.push(Defect::MissingScheme);
            self.challenges.push(Challenge::default());
        }
        let Some(challenge) = self.challenges.last_mut() else {
            return;
        };
        if !self.after_comma && !challenge.params.is_empty() {
            self.defects.push(Defect::MissingComma);
        }
        if challenge.param(name).is_some() {
            self.defects.push(Defect::DuplicateParameter);
        }
        challenge.params.push((name.to_owned(), value));
    }

    fn scheme(&mut self, word: &str) {
        if !is_token(word) {
            self.defects.push(Defect::InvalidScheme);
        }
        let scheme = word.trim_end_matches([':', ';']).to_owned();
        self.open_value = false;
        let mut challenge = Challenge {
            scheme,
            ..Challenge::default()
        };
        if self.cursor.skip_whitespace() && !self.at_missing_value() {
            challenge.token68 = self.cursor.take_token68().map(str::to_owned);
        }
        self.challenges.push(challenge);
    }

    /// Whether `realm=` and an end come next, which is a `token68` by the letter only.
    fn at_missing_value(&self) -> bool {
        let mut ahead = self.cursor;
        let name = ahead.take_while(is_tchar);
        let known = [
            "realm",
            "charset",
            "error",
            "error_description",
            "error_uri",
            "scope",
            "nonce",
            "title",
        ];
        ahead.at_equals() && known.iter().any(|param| param.eq_ignore_ascii_case(name))
    }

    /// Whether two words without `=` come next: a sentence, not a challenge. A line's first word is a scheme.
    fn starts_prose(&self) -> bool {
        let mut ahead = self.cursor;
        if self.challenges.is_empty() || !ahead.skip_whitespace() || ahead.at_parameter() {
            return false;
        }
        !ahead
            .take_while(|c| c != ',' && !is_whitespace(c))
            .is_empty()
            && !ahead.at_element_end()
    }

    /// Words that no grammar expects: the rest of an unquoted value, or prose up to the next comma.
    fn stray(&mut self, start: Cursor<'a>, word: &str) {
        let last = self
            .challenges
            .last_mut()
            .and_then(|challenge| challenge.params.last_mut());
        match last {
            Some((_, value)) if self.open_value => {
                value.push(' ');
                value.push_str(word);
                self.defects.push(Defect::Value(ValueDefect::Unquoted));
            }
            _ => {
                self.cursor = start;
                self.cursor.take_while(|c| !matches!(c, ',' | '"'));
                self.defects.push(Defect::StrayText);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(line: &str) -> (Challenge, Vec<Defect>) {
        let (challenges, defects) = parse([line]);
        assert_eq!(challenges.len(), 1, "{line}: {challenges:?}");
        (challenges.into_iter().next().unwrap_or_default(), defects)
    }

    #[test]
    fn a_missing_comma_parts_parameters_all_the_same() {
        let (challenge, defects) = one(r#"Bearer realm="x" error="invalid_token""#);
        assert_eq!(challenge.param("ERROR"), Some("invalid_token"));
        assert_eq!(defects, [Defect::MissingComma]);
    }

    #[test]
    fn unquoted_and_single_quoted_values_are_read() {
        let (challenge, defects) = one("Basic realm=My Private Realm");
        assert_eq!(challenge.param("realm"), Some("My Private Realm"));
        assert_eq!(defects, [Defect::Value(ValueDefect::Unquoted)]);
        let (challenge, defects) = one("Bearer realm='my realm', error='x'");
        assert_eq!(challenge.param("realm"), Some("my realm"));
        assert_eq!(defects, [Defect::Value(ValueDefect::SingleQuotes)]);
        let (challenge, _) = one("Bearer authorization_uri=https://login.example/a?b=c, error=x");
        assert_eq!(
            challenge.param("authorization_uri"),
            Some("https://login.example/a?b=c")
        );
    }

    #[test]
    fn prose_is_no_challenge() {
        let (challenge, defects) = one(r#"Bearer error="invalid_token", The token has expired"#);
        assert_eq!(challenge.params.len(), 1);
        assert_eq!(defects, [Defect::StrayText]);
        let (challenge, defects) = one("Bearer the token has expired");
        assert_eq!(challenge.scheme, "Bearer");
        assert_eq!(defects, [Defect::StrayText]);
    }

    #[test]
    fn lines_that_a_browser_joined_are_parted() {
        let (challenges, defects) = parse(["Negotiate\nNTLM\r\nBasic realm=\"x\""]);
        assert_eq!(
            challenges
                .iter()
                .map(|c| c.scheme.as_str())
                .collect::<Vec<_>>(),
            ["Negotiate", "NTLM", "Basic"]
        );
        assert_eq!(defects, []);
    }

    #[test]
    fn an_unescaped_quote_is_kept_in_the_value() {
        let (challenge, defects) = one(r#"Basic realm="my"realm", charset="UTF-8""#);
        assert_eq!(challenge.param("realm"), Some("my\"realm"));
        assert_eq!(challenge.param("charset"), Some("UTF-8"));
        assert_eq!(defects, [Defect::Value(ValueDefect::UnescapedQuote)]);
    }

    #[test]
    fn parameters_without_a_scheme_are_kept() {
        let (challenge, defects) = one(r#"error="invalid_token""#);
        assert_eq!(challenge.scheme, "");
        assert_eq!(challenge.param("error"), Some("invalid_token"));
        assert_eq!(defects, [Defect::MissingScheme]);
    }
}
