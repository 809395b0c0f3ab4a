//! Names for secrets: `$TOKEN`, `$SID`, `$COOKIE_THEME`.
//!
//! A page chooses the names of its cookies and parameters, and a shell that runs the command has variables of its own.
//! So only common names stand alone, and all others have a first word before them: no cookie can be called such that
//! its name reads `$AWS_SECRET_ACCESS_KEY` or `$PATH`.

use std::collections::BTreeMap;

use crate::redact::tag_of;

/// What a secret without a better name is called after.
#[derive(Clone, Copy, Debug)]
pub(super) enum Base<'a> {
    /// A name that is ours.
    Named(&'static str),
    /// A name that was seen, with what kind of thing it names.
    Seen(&'static str, &'a str),
}

/// Names that may stand alone, as they are seen in lower case with `_` between words.
const ALONE: &[&str] = &[
    "token",
    "access_token",
    "id_token",
    "refresh_token",
    "csrf_token",
    "xsrf_token",
    "sid",
    "session",
    "session_id",
    "sessionid",
    "jsessionid",
    "phpsessid",
    "jwt",
    "api_key",
    "apikey",
    "password",
    "username",
    "email",
    "code",
    "state",
    "variables",
    "query",
];

/// What a list of words writes where it left something out.
pub(super) const ELLIPSIS: &str = "…";

/// No name is longer.
const LONGEST: usize = 40;

/// The names given so far: one for each secret.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    by_tag: BTreeMap<String, String>,
    counts: BTreeMap<String, usize>,
}

impl Names {
    /// The name of what was cut: that which it had before, else one after the name that was seen before it, else one
    /// after its place.
    pub(super) fn name(&mut self, cut: &str, seen: Option<&str>, base: &Base<'_>) -> String {
        // An ellipsis stands for anything, so two of them are not the same.
        let tag = tag_of(cut);
        if let Some(name) = self.by_tag.get(&tag).filter(|_| cut != ELLIPSIS) {
            return name.clone();
        }
        let wanted = match (seen, base) {
            (Some(seen), Base::Seen(kind, _)) => after(kind, seen),
            (Some(seen), Base::Named(_)) => after("VALUE", seen),
            (None, Base::Seen(kind, seen)) => after(kind, seen),
            (None, Base::Named(name)) => (*name).to_owned(),
        };
        let count = self.counts.entry(wanted.clone()).or_default();
        *count = count.saturating_add(1);
        let name = match *count {
            1 => wanted,
            more => format!("{wanted}_{more}"),
        };
        self.by_tag.insert(tag, name.clone());
        name
    }
}

/// `SID` for `sid`, `COOKIE_THEME` for the cookie `theme`.
fn after(kind: &str, seen: &str) -> String {
    let words: Vec<String> = seen
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let name = words.join("_");
    let plain = name.strip_prefix("x_").unwrap_or(&name);
    if ALONE.contains(&plain) {
        return plain.to_ascii_uppercase();
    }
    let name: String = name.chars().take(LONGEST).collect();
    match name.trim_matches('_') {
        "" => kind.to_owned(),
        name => format!("{kind}_{}", name.to_ascii_uppercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Base, Names, after};

    #[test]
    fn a_page_cannot_choose_a_name_that_a_shell_has() {
        for (seen, name) in [
            ("sid", "SID"),
            ("X-CSRF-Token", "CSRF_TOKEN"),
            ("PATH", "COOKIE_PATH"),
            ("AWS_SECRET_ACCESS_KEY", "COOKIE_AWS_SECRET_ACCESS_KEY"),
            ("GITHUB_TOKEN", "COOKIE_GITHUB_TOKEN"),
            ("a`$(id)\"", "COOKIE_A_ID"),
            ("…", "COOKIE"),
        ] {
            assert_eq!(after("COOKIE", seen), name);
        }
    }

    #[test]
    fn one_secret_has_one_name_and_two_have_two() {
        let mut names = Names::default();
        let mut name = |tag: &str, base| {
            let cut = format!("redacted(opaque!len=8!alpha=hex!tag={tag})");
            names.name(&cut, None, &base)
        };
        assert_eq!(name("0a", Base::Named("TOKEN")), "TOKEN");
        assert_eq!(name("0b", Base::Named("TOKEN")), "TOKEN_2");
        assert_eq!(name("0a", Base::Seen("COOKIE", "sid")), "TOKEN");
    }
}
