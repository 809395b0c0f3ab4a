//! Dates in `Expires`: RFC 6265bis 5.1.1.
//!
//! The algorithm takes nearly any order and any delimiters; weekday and time zone are not looked at.

use crate::http::civil::{self, Civil};

/// The time that `text` names, in seconds since 1970-01-01T00:00:00Z; `None` if it is no cookie-date.
pub fn parse(text: &str) -> Option<i64> {
    let mut found = Found::default();
    for token in text
        .as_bytes()
        .split(|byte| is_delimiter(*byte))
        .filter(|token| !token.is_empty())
    {
        found.take(token);
    }
    found.seconds()
}

/// A date that [`parse`] reads as these seconds, such as `21 oct 2026 07:28:00 GMT`.
pub fn print(seconds: i64) -> String {
    let date = Civil::from_seconds(seconds);
    format!(
        "{:02} {} {:04} {:02}:{:02}:{:02} GMT",
        date.day,
        civil::month_name(date.month),
        date.year,
        date.hour,
        date.minute,
        date.second
    )
}

#[derive(Default)]
struct Found {
    time: Option<(i64, i64, i64)>,
    day: Option<i64>,
    month: Option<i64>,
    year: Option<i64>,
}

impl Found {
    fn take(&mut self, token: &[u8]) {
        if self.time.is_none() {
            self.time = time(token);
            if self.time.is_some() {
                return;
            }
        }
        if self.day.is_none() {
            self.day = number(token, 1, 2);
            if self.day.is_some() {
                return;
            }
        }
        if self.month.is_none() {
            self.month = month(token);
            if self.month.is_some() {
                return;
            }
        }
        if self.year.is_none() {
            self.year = number(token, 2, 4);
        }
    }

    fn seconds(self) -> Option<i64> {
        let ((hour, minute, second), day, month) = (self.time?, self.day?, self.month?);
        let year = match self.year? {
            short @ 70..=99 => short + 1900,
            short @ 0..=69 => short + 2000,
            year => year,
        };
        let valid = (1..=days_in(month, year)).contains(&day)
            && year >= 1601
            && hour <= 23
            && minute <= 59
            && second <= 59;
        valid.then(|| days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second)
    }
}

/// `delimiter = %x09 / %x20-2F / %x3B-40 / %x5B-60 / %x7B-7E`.
fn is_delimiter(byte: u8) -> bool {
    matches!(byte, 0x09 | 0x20..=0x2F | 0x3B..=0x40 | 0x5B..=0x60 | 0x7B..=0x7E)
}

/// `hms-time [ non-digit *OCTET ]`.
fn time(token: &[u8]) -> Option<(i64, i64, i64)> {
    let mut fields = token.splitn(3, |byte| *byte == b':');
    let hour = whole(fields.next()?)?;
    let minute = whole(fields.next()?)?;
    let second = number(fields.next()?, 1, 2)?;
    Some((hour, minute, second))
}

fn whole(token: &[u8]) -> Option<i64> {
    token
        .iter()
        .all(u8::is_ascii_digit)
        .then(|| number(token, 1, 2))
        .flatten()
}

/// `least*mostDIGIT [ non-digit *OCTET ]`.
fn number(token: &[u8], least: usize, most: usize) -> Option<i64> {
    let digits = token
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if digits < least || digits > most {
        return None;
    }
    Some(
        token
            .iter()
            .take(digits)
            .fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0')),
    )
}

fn month(token: &[u8]) -> Option<i64> {
    const NAMES: [&[u8]; 12] = [
        b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov",
        b"dec",
    ];
    let start = token.get(..3)?;
    let place = NAMES
        .iter()
        .position(|name| name.eq_ignore_ascii_case(start))?;
    i64::try_from(place).ok().map(|place| place + 1)
}

fn days_in(month: i64, year: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to the given day of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::{parse, print};

    #[test]
    fn the_usual_forms_are_read() {
        assert_eq!(parse("Thu, 01 Jan 1970 00:00:00 GMT"), Some(0));
        assert_eq!(parse("Wed, 21 Oct 2015 07:28:00 GMT"), Some(1_445_412_480));
        assert_eq!(parse("Wed, 21-Oct-15 07:28:00 GMT"), Some(1_445_412_480));
    }

    #[test]
    fn what_is_printed_is_read_back() {
        assert_eq!(print(1_445_412_480), "21 oct 2015 07:28:00 GMT");
        for seconds in [-11_644_473_600, 0, 1_445_412_480, 253_402_300_799] {
            assert_eq!(parse(&print(seconds)), Some(seconds));
        }
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_is_no_date() {
        assert_eq!(parse("Sat, 31 Feb 2015 00:00:00 GMT"), None);
        assert_eq!(parse("Sat, 01 Jan 1600 00:00:00 GMT"), None);
        assert_eq!(parse(""), None);
    }
}
