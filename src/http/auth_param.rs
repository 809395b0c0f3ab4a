//! The grammar that challenges and credentials share (RFC 9110, section 11.2): tokens, `token68`, and
//! `name=value` parameters, read as tolerantly as real messages need.

/// A reader that moves through a text and cannot leave it.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    /// What is yet to be read.
    pub rest: &'a str,
}

/// What was unusual about the value of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueDefect {
    /// A quoted string without its closing quote.
    UnterminatedQuote,
    /// A quote within a quoted string that no backslash escapes.
    UnescapedQuote,
    /// Single quotes, which are part of the value by the RFC.
    SingleQuotes,
    /// Neither a token nor quoted.
    Unquoted,
    /// Nothing after the `=`.
    Missing,
}

impl<'a> Cursor<'a> {
    /// A reader at the start of `text`.
    pub fn new(text: &'a str) -> Cursor<'a> {
        Cursor { rest: text }
    }

    /// The character that comes next.
    pub fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Whether nothing is left.
    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// Reads the longest run of characters that `wanted` holds for.
    pub fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Reads `c` if it comes next.
    pub fn take(&mut self, c: char) -> bool {
        self.rest.strip_prefix(c).is_some_and(|rest| {
            self.rest = rest;
            true
        })
    }

    /// Reads optional white space (OWS).
    pub fn skip_whitespace(&mut self) -> bool {
        !self.take_while(is_whitespace).is_empty()
    }

    /// Whether a parameter's `=` comes next, after optional white space.
    pub fn at_equals(mut self) -> bool {
        self.skip_whitespace();
        self.peek() == Some('=')
    }

    /// Whether `name =` comes next.
    pub fn at_parameter(mut self) -> bool {
        self.skip_whitespace();
        !self.take_while(is_tchar).is_empty() && self.at_equals()
    }

    /// Whether a list element ends here, after optional white space.
    pub fn at_element_end(mut self) -> bool {
        self.skip_whitespace();
        matches!(self.peek(), None | Some(','))
    }

    /// Reads a `token68` (RFC 9110, section 11.2), or the stand-in for one, that fills the rest of the list element.
    pub fn take_token68(&mut self) -> Option<&'a str> {
        let mut ahead = *self;
        if self.rest.starts_with("redacted(") {
            ahead.take_while(|c| c != ')');
            ahead.take(')');
        } else {
            ahead.take_while(is_token68_char);
        }
        let padding = ahead.take_while(|c| c == '=');
        let length = self.rest.len().checked_sub(ahead.rest.len())?;
        let token = self.rest.get(..length)?;
        if token.len() == padding.len() || !ahead.at_element_end() {
            return None;
        }
        *self = ahead;
        Some(token)
    }

    /// Reads the `=` and the value of a parameter, unquoted and unescaped, with what is wrong with it.
    pub fn take_value(&mut self) -> (String, Option<ValueDefect>) {
        self.skip_whitespace();
        self.take('=');
        self.skip_whitespace();
        match self.peek() {
            Some('"') => self.take_quoted(),
            Some('\'') if self.has_closing_apostrophe() => {
                self.take('\'');
                let value = self.take_while(|c| c != '\'').to_owned();
                self.take('\'');
                (value, Some(ValueDefect::SingleQuotes))
            }
            None | Some(',') => (String::new(), Some(ValueDefect::Missing)),
            Some(_) => {
                let value = self.take_while(|c| c != ',' && !is_whitespace(c));
                (
                    value.to_owned(),
                    (!is_token(value)).then_some(ValueDefect::Unquoted),
                )
            }
        }
    }

    fn has_closing_apostrophe(mut self) -> bool {
        self.take('\'');
        self.take_while(|c| c != '\'');
        self.take('\'') && (self.at_element_end() || self.at_parameter())
    }

    /// A quoted string (RFC 9110, section 5.6.4). A quote that does not end the parameter is taken as its part.
    fn take_quoted(&mut self) -> (String, Option<ValueDefect>) {
        let mut value = String::new();
        let mut defect = None;
        self.take('"');
        loop {
            value.push_str(self.take_while(|c| c != '"' && c != '\\'));
            if self.take('\\') {
                let mut rest = self.rest.chars();
                value.extend(rest.next());
                self.rest = rest.as_str();
            } else if !self.take('"') {
                return (value, Some(ValueDefect::UnterminatedQuote));
            } else if self.at_element_end()
                || self.at_parameter()
                || !self.rest.contains('"')
                || self.at_word()
            {
                return (value, defect);
            } else {
                value.push('"');
                defect = Some(ValueDefect::UnescapedQuote);
            }
        }
    }

    /// Whether white space and a word come next: what follows a quoted string if the comma is missing.
    fn at_word(mut self) -> bool {
        self.skip_whitespace() && self.peek().is_some_and(is_tchar)
    }
}

/// Space and tab: the only white space within a field (RFC 9110, section 5.6.3).
pub fn is_whitespace(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// A character of a token (RFC 9110, section 5.6.2).
pub fn is_tchar(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}

/// Whether the text is a token.
pub fn is_token(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_tchar)
}

/// A character of `token68` before its padding.
pub fn is_token68_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~+/".contains(c)
}
