//! Values that are words, dates and numbers of a standard: each is kept in its own grammar only.

use super::judge::{self, Bar};
use super::{Key, address, blank, text};
use crate::cookie;
use crate::http::{date, instant, percent};
use crate::token::standin::StandIn;

/// Longest value of a kept parameter.
const LONGEST: usize = 200;

/// No moment is written longer.
const LONGEST_DATE: usize = 40;

/// Query parameters whose values are words of a standard.
const WORDS: &[&str] = &[
    "grant_type",
    "response_type",
    "response_mode",
    "prompt",
    "acr_values",
    "error",
    "api-version",
    "x-amz-algorithm",
    "code_challenge_method",
    "format",
    "v",
    "version",
    "lang",
    "sort",
    "order",
];

/// What is kept of a query parameter's value; `name` in small letters.
pub(super) fn of_parameter(name: &str, value: &str, key: &Key) -> String {
    if value.is_empty() || StandIn::parse(value).is_some() {
        return value.to_owned();
    }
    match name {
        _ if value.len() > LONGEST => key.cut(value),
        "scope" => scopes(value, key),
        "redirect_uri" => way_back(value, key),
        "max_age" | "x-amz-expires" if is_number(value, 6) => value.to_owned(),
        "limit" | "offset" | "page" | "per_page" if is_number(value, 3) => value.to_owned(),
        "x-amz-date" if is_moment(value) => value.to_owned(),
        "x-amz-signedheaders" => names(value, ';', key),
        _ if WORDS.contains(&name) && judge::is_listed(&value.replace('+', " ")) => {
            value.to_owned()
        }
        _ => key.cut(value),
    }
}

/// Where an identity provider leads back to (RFC 6749, 3.1.2): host and path tell whose sign-in it is, `/oauth2/callback`
/// of a layer in front; a query of its own goes.
fn way_back(value: &str, key: &Key) -> String {
    let decoded = percent::decode(value);
    let before = decoded.split(['?', '#']).next().unwrap_or_default();
    let is_address = ["http://", "https://"]
        .iter()
        .any(|scheme| before.starts_with(scheme));
    let kept = address::redacted(before, key);
    if is_address && !kept.contains(['&', '%', '+']) {
        kept
    } else {
        key.cut(value)
    }
}

/// Scopes, parted as a query or a field parts them: what is on the list stays.
pub(super) fn scopes(value: &str, key: &Key) -> String {
    let parts = value.split_inclusive([' ', '+', ',']);
    parts
        .map(|part| {
            let one = part.trim_end_matches([' ', '+', ',']);
            scope(one, key) + part.strip_prefix(one).unwrap_or_default()
        })
        .collect()
}

fn scope(one: &str, key: &Key) -> String {
    if one.is_empty() || StandIn::parse(one).is_some() || is_scope(one) {
        one.to_owned()
    } else if one.contains("://") {
        address::redacted(one, key)
    } else {
        key.cut(one)
    }
}

/// Whether a scope or a role is made of words on the list: `read:user`, `Files.ReadWrite.All`.
pub(crate) fn is_scope(one: &str) -> bool {
    !one.contains("://") && judge::is_listed(one)
}

/// Names of header fields in a list.
pub(super) fn names(value: &str, separator: char, key: &Key) -> String {
    let parts = value.split(separator).map(|part| {
        let name = part.trim();
        let before = part.split_once(name).map_or("", |(before, _)| before);
        format!("{before}{}", blank::name(name, key))
    });
    parts.collect::<Vec<_>>().join(&separator.to_string())
}

/// Words on the list, with numbers where the field counts, lasts or names a version.
pub(super) fn numbers(value: &str, key: &Key) -> String {
    text::by_word(value, |word| {
        let number = word.strip_prefix('-').unwrap_or(word);
        let plain = !number.is_empty()
            && number.len() <= 16
            && number
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.');
        if plain || judge::is_listed(word) {
            word.to_owned()
        } else {
            key.cut(word)
        }
    })
}

/// A moment, or the number of seconds in its place.
pub(super) fn moment(value: &str, key: &Key) -> String {
    if is_moment(value) {
        value.to_owned()
    } else {
        numbers(value, key)
    }
}

fn is_moment(value: &str) -> bool {
    value.len() <= LONGEST_DATE
        && value
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .all(is_of_date)
        && (date::parse(value).is_some() || instant::parse(value).is_some())
}

/// The `Expires` of a cookie, which browsers read from nearly any text: where it is a date with something else in it,
/// the date is written anew.
pub(super) fn expires(value: &str, key: &Key) -> String {
    if is_moment(value) || is_number(value, 1) {
        return value.to_owned();
    }
    match cookie::date::parse(value) {
        Some(seconds) => cookie::date::print(seconds),
        None if StandIn::parse(value.trim()).is_some() => value.to_owned(),
        None => key.cut(value.trim()),
    }
}

/// Names in dates, in small letters; of days and months the first three letters.
const IN_DATES: &[&str] = &[
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun",
    "jul", "aug", "sep", "oct", "nov", "dec",
];

/// The same where more than three letters are written, and the names of zones.
const WHOLE_IN_DATES: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "tues",
    "thur",
    "thurs",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "sept",
    "september",
    "october",
    "november",
    "december",
    "gmt",
    "utc",
    "t",
    "z",
    "x",
    "est",
    "edt",
    "cst",
    "cdt",
    "mst",
    "mdt",
    "pst",
    "pdt",
    "cet",
    "cest",
    "am",
    "pm",
];

/// Whether a run of letters and digits belongs to dates: `21`, `2026`, `Oct`, `20260121T120000Z`, `00Z`.
fn is_of_date(run: &str) -> bool {
    let digits = |text: &str, most: usize| {
        text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let lower = run.to_ascii_lowercase();
    let bare = lower.strip_suffix('z').unwrap_or(&lower);
    let basic = bare
        .split_once('t')
        .is_some_and(|(day, time)| digits(day, 8) && digits(time, 6));
    digits(bare, 4)
        || basic
        || IN_DATES.contains(&lower.as_str())
        || WHOLE_IN_DATES.contains(&lower.as_str())
}

/// Words of products and standards: each is on the list, or a version.
pub(super) fn listed(value: &str, key: &Key) -> String {
    text::scrubbed(value, Bar::Listed, key)
}

/// A number of so many digits at most.
pub(super) fn is_number(value: &str, digits: usize) -> bool {
    !value.is_empty() && value.len() <= digits && value.bytes().all(|byte| byte.is_ascii_digit())
}
