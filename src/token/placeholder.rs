//! Words that stand where a credential should: a variable that was never filled in.

/// What a text stands for, by its own shape. The word `EXAMPLE` within a key masks it; it makes no placeholder.
///
/// The answer is one of [`all`]: how such a placeholder is usually written, never the text itself.
pub fn find(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if let Some((word, _)) = WORDS
        .iter()
        .find(|(_, spellings)| is_one_of(text, spellings))
    {
        return Some(word);
    }
    if let Some((word, ..)) = BRACKETS
        .iter()
        .find(|(_, open, close)| is_bracketed(text, open, close))
    {
        return Some(word);
    }
    if is_path_variable(text) {
        return Some(":token");
    }
    if is_repeated(text) {
        return Some("xxxxx");
    }
    let words = words(text);
    let first = words.first().map(String::as_str);
    let family = match first {
        Some("your") if words.len() > 1 && names_credential(&words) => Some("YOUR_API_KEY"),
        Some("insert" | "enter" | "paste" | "put" | "add")
            if words.len() > 1 && names_credential(&words) =>
        {
            Some("INSERT_TOKEN_HERE")
        }
        Some("replace" | "change") if words.len() > 1 => Some("REPLACE_ME"),
        _ => None,
    };
    let ends_here = words.last().is_some_and(|last| last == "here") && names_credential(&words);
    family.or(ends_here.then_some("INSERT_TOKEN_HERE"))
}

/// All answers of [`find`].
pub fn all() -> impl Iterator<Item = &'static str> {
    let words = WORDS.iter().map(|(word, _)| *word);
    let brackets = BRACKETS.iter().map(|(word, ..)| *word);
    words.chain(brackets).chain([
        ":token",
        "xxxxx",
        "YOUR_API_KEY",
        "INSERT_TOKEN_HERE",
        "REPLACE_ME",
    ])
}

/// What stands in a cookie that was ended without being deleted.
pub const DELETED: &str = "deleted";

/// What is shown, and the spellings in lower case that mean it.
const WORDS: [(&str, &[&str]); 15] = [
    ("undefined", &["undefined"]),
    ("null", &["null", "(null)", "<null>"]),
    ("None", &["none"]),
    ("nil", &["nil"]),
    ("NaN", &["nan"]),
    // What servers write over a cookie that they have ended, such as PHP, Cockpit and Apache Shiro.
    (
        DELETED,
        &[
            "deleted",
            "delete",
            "deleteme",
            "removed",
            "expired",
            "loggedout",
            "logged_out",
            "logged-out",
            "signedout",
            "signed_out",
        ],
    ),
    ("true", &["true"]),
    ("false", &["false"]),
    (
        "[object Object]",
        &["[object object]", "%5bobject%20object%5d"],
    ),
    (
        "[object Promise]",
        &["[object promise]", "%5bobject%20promise%5d"],
    ),
    (
        "function",
        &[
            "[function]",
            "[object function]",
            "[object undefined]",
            "[object null]",
        ],
    ),
    (
        "TODO",
        &["todo", "fixme", "tbd", "xxx", "dummy", "placeholder", "..."],
    ),
    (
        "changeme",
        &[
            "changeme",
            "change_me",
            "change-me",
            "replaceme",
            "changeit",
        ],
    ),
    (
        "token",
        &[
            "token",
            "jwt",
            "bearer",
            "accesstoken",
            "access_token",
            "access-token",
            "id_token",
            "auth_token",
            "authtoken",
            "jwt_token",
            "jwttoken",
            "bearer_token",
            "api_token",
            "refresh_token",
        ],
    ),
    ("apikey", &["apikey", "api_key", "api-key"]),
];

/// What is shown, and what opens and closes it.
const BRACKETS: [(&str, &str, &str); 6] = [
    ("{{token}}", "{{", "}}"),
    ("${TOKEN}", "${", "}"),
    ("{token}", "{", "}"),
    ("<token>", "<", ">"),
    ("[token]", "[", "]"),
    ("%TOKEN%", "%", "%"),
];

fn is_one_of(text: &str, spellings: &[&str]) -> bool {
    spellings
        .iter()
        .any(|spelling| spelling.eq_ignore_ascii_case(text))
}

/// Whether the text is a name between the two, which a template should have replaced.
fn is_bracketed(text: &str, open: &str, close: &str) -> bool {
    let inner = text
        .strip_prefix(open)
        .and_then(|rest| rest.strip_suffix(close));
    inner.is_some_and(|inner| {
        let inner = inner.trim();
        inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$')
            && inner.len() <= 64
            && inner
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || " _-.$".contains(c))
    })
}

/// `:token`, or a shell's or template's `$TOKEN`.
fn is_path_variable(text: &str) -> bool {
    let name = text.strip_prefix([':', '$', '@']);
    name.is_some_and(|name| name.len() <= 40 && names_credential(&words(name)))
}

/// At least five times the one character that fills forms: `xxxxx`, `*****`, `.....`.
fn is_repeated(text: &str) -> bool {
    let body = text.trim_matches('-');
    body.len() >= 5
        && ['x', 'X', '*', '.', '•', '…', '_', '#']
            .iter()
            .any(|fill| body.chars().all(|c| c == *fill))
}

/// The words of a name, in lower case: `yourApiKey`, `your-api-key` and `YOUR API KEY` are alike.
fn words(text: &str) -> Vec<String> {
    if text.len() > 80 {
        return Vec::new();
    }
    let mut all = vec![String::new()];
    let mut lower_before = false;
    for c in text.chars() {
        let parts = !c.is_ascii_alphabetic();
        if (parts || (c.is_ascii_uppercase() && lower_before))
            && all.last().is_some_and(|word| !word.is_empty())
        {
            all.push(String::new());
        }
        if parts && !"_- .<>[]{}'".contains(c) {
            return Vec::new();
        }
        if !parts && let Some(word) = all.last_mut() {
            word.push(c.to_ascii_lowercase());
        }
        lower_before = c.is_ascii_lowercase();
    }
    all.retain(|word| !word.is_empty());
    all
}

fn names_credential(words: &[String]) -> bool {
    const NAMES: [&str; 13] = [
        "token",
        "key",
        "apikey",
        "secret",
        "jwt",
        "password",
        "credentials",
        "credential",
        "bearer",
        "auth",
        "accesstoken",
        "pat",
        "cookie",
    ];
    words.iter().any(|word| NAMES.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_never_filled_in_is_found() {
        for (text, shown) in [
            ("undefined", "undefined"),
            ("NULL", "null"),
            ("deleteMe", "deleted"),
            ("[object Object]", "[object Object]"),
            ("{{access_token}}", "{{token}}"),
            ("${process.env.TOKEN}", "${TOKEN}"),
            ("<your-token>", "<token>"),
            ("%API_KEY%", "%TOKEN%"),
            (":token", ":token"),
            ("$TOKEN", ":token"),
            ("YOUR_API_KEY", "YOUR_API_KEY"),
            ("your-token", "YOUR_API_KEY"),
            ("yourAccessToken", "YOUR_API_KEY"),
            ("your_access_token_here", "YOUR_API_KEY"),
            ("INSERT_YOUR_TOKEN", "INSERT_TOKEN_HERE"),
            ("token_goes_here", "INSERT_TOKEN_HERE"),
            ("replace_me", "REPLACE_ME"),
            ("changeme", "changeme"),
            ("xxxxxxxx", "xxxxx"),
            ("TODO", "TODO"),
            ("token", "token"),
            ("access_token", "token"),
        ] {
            assert_eq!(find(text), Some(shown), "{text}");
        }
    }

    #[test]
    fn credentials_are_no_placeholders() {
        for text in [
            "AKIAIOSFODNN7EXAMPLE",
            "abc123EXAMPLEdef456",
            "eyJhbGciOiJIUzI1NiJ9.e30.x",
            "9f3a2b1c",
            "my-secret-token",
            "secret",
            "{\"a\":1}",
            "mysecretsession1",
            "",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn every_answer_is_listed() {
        for text in [
            "undefined",
            "{{a}}",
            ":token",
            "xxxxx",
            "YOUR_API_KEY",
            "token here",
            "replace me",
        ] {
            let found = find(text).expect("a placeholder");
            assert!(all().any(|known| known == found));
        }
    }
}
