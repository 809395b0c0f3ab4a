//! Parsing `Set-Cookie`: RFC 6265bis 5.6.
//!
//! Parsing never fails; what is wrong with a line is for [`super::store`] to say.

use super::{date, value};
use crate::exchange::SameSite;

/// Attributes longer than this many octets are ignored (5.6 step 6.5).
pub const MOST_OF_ATTRIBUTE: usize = 1024;

/// A `Set-Cookie` line, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetCookie {
    /// The name; empty for a nameless cookie.
    pub name: String,
    /// The value, as it stood between its blanks.
    pub value: String,
    /// Whether there was an equals sign before the value.
    pub named: bool,
    /// The last `Domain`, as it stood; `None` without one or where it is empty.
    pub domain: Option<String>,
    /// The last `Path`, if it is one; `None` means the default path.
    pub path: Option<String>,
    /// The last `Expires` that is a date, in seconds since 1970.
    pub expires: Option<i64>,
    /// The last `Max-Age` that is a number, in seconds.
    pub max_age: Option<i64>,
    /// Whether `Secure` is there.
    pub secure: bool,
    /// Whether `HttpOnly` is there.
    pub http_only: bool,
    /// The last `SameSite`.
    pub same_site: SameSite,
    /// Whether `Partitioned` is there.
    pub partitioned: bool,
    /// Names of attributes that were dropped for their size.
    pub oversized: Vec<String>,
    /// Whether the line holds a control character other than TAB.
    pub control: bool,
}

impl SetCookie {
    /// Takes one line apart.
    pub fn parse(line: &str) -> Self {
        let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
        let (name, given) = value::pair(pair);
        let (named, name) = (name.is_some(), name.unwrap_or_default());
        let mut cookie = Self {
            name: name.to_owned(),
            value: given.to_owned(),
            named,
            control: value::has_control(name)
                || value::has_control(given)
                || value::has_control(attributes),
            ..Self::default()
        };
        cookie.control |= pair
            .bytes()
            .any(|byte| byte != b'\t' && byte.is_ascii_control());
        for attribute in attributes.split(';') {
            let (name, given) = attribute.split_once('=').unwrap_or((attribute, ""));
            cookie.take(value::trim(name), value::trim(given));
        }
        cookie
    }

    /// Splits a field value into its lines: Firefox joins the lines of a response by line feeds.
    pub fn lines(field: &str) -> impl Iterator<Item = &str> {
        field
            .split('\n')
            .map(|line| line.strip_suffix('\r').unwrap_or(line))
            .filter(|line| !line.is_empty())
    }

    /// When the cookie ends, in seconds since 1970, set at `now`; `None` if it lasts for the session.
    ///
    /// `Max-Age` goes before `Expires` (5.7 step 6); `cap` is the longest life in seconds (5.5).
    pub fn ends(&self, now: i64, cap: Option<i64>) -> Option<i64> {
        let end = match (self.max_age, self.expires) {
            (Some(age), _) if age <= 0 => i64::MIN,
            (Some(age), _) => now.saturating_add(age),
            (None, Some(expires)) => expires,
            (None, None) => return None,
        };
        Some(cap.map_or(end, |cap| end.min(now.saturating_add(cap))))
    }

    fn take(&mut self, name: &str, given: &str) {
        if value::octets_of_attribute(given) > MOST_OF_ATTRIBUTE {
            self.oversized.push(name.to_owned());
            return;
        }
        match name.to_ascii_lowercase().as_str() {
            // 5.6.1: what is no date is ignored.
            "expires" => self.expires = date::parse(given).or(self.expires),
            // 5.6.2: what is no number is ignored; browser: it hides one that stood before it.
            "max-age" => self.max_age = seconds(given),
            // 5.6.3 and 5.7 step 8: the last one counts, also where it is empty.
            "domain" => {
                self.domain = Some(given)
                    .filter(|given| !given.is_empty())
                    .map(str::to_owned);
            }
            // 5.6.4: what is no path stands for the default path.
            "path" => {
                self.path = Some(given)
                    .filter(|given| given.starts_with('/'))
                    .map(str::to_owned);
            }
            // 5.6.5 and 5.6.6.
            "secure" => self.secure = true,
            "httponly" => self.http_only = true,
            // 5.6.7: what is not understood is as if it were not there.
            "samesite" => self.same_site = same_site(given),
            // Cookies having independent partitioned state, section 2.1.
            "partitioned" => self.partitioned = true,
            _ => {}
        }
    }
}

/// Prints a cookie as the line that gives it back; `Expires` is left out, because `Max-Age` goes before it.
impl std::fmt::Display for SetCookie {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.named {
            write!(out, "{}=", self.name)?;
        }
        out.write_str(&self.value)?;
        if let Some(domain) = &self.domain {
            write!(out, "; Domain={domain}")?;
        }
        if let Some(path) = &self.path {
            write!(out, "; Path={path}")?;
        }
        if let Some(age) = self.max_age {
            write!(out, "; Max-Age={age}")?;
        }
        for (held, word) in [
            (self.secure, "Secure"),
            (self.http_only, "HttpOnly"),
            (self.partitioned, "Partitioned"),
        ] {
            if held {
                write!(out, "; {word}")?;
            }
        }
        out.write_str(match self.same_site {
            SameSite::None => "; SameSite=None",
            SameSite::Lax => "; SameSite=Lax",
            SameSite::Strict => "; SameSite=Strict",
            SameSite::Unspecified => "",
        })
    }
}

fn seconds(given: &str) -> Option<i64> {
    let (negative, digits) = match given.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, given),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let amount = digits.parse().unwrap_or(i64::MAX);
    Some(if negative { -amount } else { amount })
}

fn same_site(given: &str) -> SameSite {
    match given.to_ascii_lowercase().as_str() {
        "none" => SameSite::None,
        "lax" => SameSite::Lax,
        "strict" => SameSite::Strict,
        _ => SameSite::Unspecified,
    }
}
