//! HTTP dates (RFC 9110, section 5.6.7), strictly, and as real servers send them.

use super::civil::{self, Civil};
use super::instant::{digits, offset_seconds};

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The zones, besides GMT, that RFC 822 names, in hours east of Greenwich.
const ZONES: [(&str, i64); 8] = [
    ("EST", -5),
    ("EDT", -4),
    ("CST", -6),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
];

/// The seconds since 1970 of an HTTP date in one of the three forms of RFC 9110: IMF-fixdate, RFC 850, asctime.
///
/// Whether the weekday fits the day is not looked at. A year of two digits is taken as 1970 to 2069, because
/// the rule of the RFC ("at most 50 years ahead") would need a clock.
pub fn parse_strict(text: &str) -> Option<i64> {
    let Some((weekday, rest)) = text.split_once(", ") else {
        return asctime(text);
    };
    let rest = rest.strip_suffix(" GMT")?;
    let (date, time) = rest.rsplit_once(' ')?;
    if WEEKDAYS.iter().any(|name| name.get(..3) == Some(weekday)) {
        let (day, rest) = date.split_once(' ')?;
        let (month, year) = rest.split_once(' ')?;
        seconds(
            digits(year, 4)?,
            month_strict(month)?,
            digits(day, 2)?,
            clock(time, 2)?,
        )
    } else if WEEKDAYS.contains(&weekday) {
        let (day, rest) = date.split_once('-')?;
        let (month, year) = rest.split_once('-')?;
        seconds(
            digits(year, 2)?,
            month_strict(month)?,
            digits(day, 2)?,
            clock(time, 2)?,
        )
    } else {
        None
    }
}

/// The seconds since 1970 of whatever a server may mean by a date: the forms of [`parse_strict`] with other
/// spacing, case, separators, lengths, zones and no zone; the parts are recognised by their looks, as for cookies.
pub fn parse(text: &str) -> Option<i64> {
    parse_strict(text).or_else(|| {
        let mut parts = Parts::default();
        text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ':' | '+' | '-')))
            .filter(|chunk| !chunk.is_empty())
            .try_for_each(|chunk| parts.take(chunk))?;
        seconds(parts.year?, parts.month?, parts.day?, parts.clock?)?.checked_sub(parts.offset)
    })
}

/// The parts of a date that were found so far.
#[derive(Default)]
struct Parts {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    clock: Option<(u32, u32, u32)>,
    offset: i64,
}

impl Parts {
    /// Takes one chunk without white space; `None` if it cannot belong to a date.
    fn take(&mut self, chunk: &str) -> Option<()> {
        if let Some(offset) = self.zone(chunk) {
            self.offset = offset;
            return Some(());
        }
        if chunk.contains(':') {
            self.clock = Some(clock(chunk, 1)?);
            return Some(());
        }
        chunk
            .split('-')
            .filter(|piece| !piece.is_empty())
            .try_for_each(|piece| self.piece(piece))
    }

    /// The offset in seconds, if the chunk is a zone: a name, or digits after the time.
    fn zone(&self, chunk: &str) -> Option<i64> {
        let known = ZONES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(chunk));
        if let Some((_, hours)) = known {
            return Some(hours * 3600);
        }
        self.clock?;
        let universal = chunk.get(..3).filter(|name| {
            ["GMT", "UTC"]
                .iter()
                .any(|zone| zone.eq_ignore_ascii_case(name))
        });
        let digits = if universal.is_some() {
            chunk.get(3..)?
        } else {
            chunk
        };
        offset_seconds(digits)
    }

    fn piece(&mut self, piece: &str) -> Option<()> {
        if piece.bytes().all(|byte| byte.is_ascii_digit()) {
            let value = piece.parse().ok()?;
            match piece.len() {
                1 | 2 if self.day.is_none() => self.day = Some(value),
                2 | 4 if self.year.is_none() => self.year = Some(value),
                _ => return None,
            }
        } else if self.month.is_none() {
            self.month = civil::month_from_name(piece);
        }
        Some(())
    }
}

/// `Sun Nov  6 08:49:37 1994`.
fn asctime(text: &str) -> Option<i64> {
    let weekday = text.get(..3)?;
    let known = WEEKDAYS.iter().any(|name| name.get(..3) == Some(weekday));
    let spaced = [3, 7, 10, 19]
        .iter()
        .all(|at| text.as_bytes().get(*at) == Some(&b' '));
    if !known || !spaced {
        return None;
    }
    let day = text.get(8..10)?;
    let day = day
        .strip_prefix(' ')
        .map_or_else(|| digits(day, 2), |day| digits(day, 1))?;
    seconds(
        digits(text.get(20..)?, 4)?,
        month_strict(text.get(4..7)?)?,
        day,
        clock(text.get(11..19)?, 2)?,
    )
}

fn month_strict(name: &str) -> Option<u32> {
    let mut letters = name.chars();
    let cased = letters
        .next()
        .is_some_and(|first| first.is_ascii_uppercase())
        && letters.all(|letter| letter.is_ascii_lowercase());
    if name.len() == 3 && cased {
        civil::month_from_name(name)
    } else {
        None
    }
}

/// Hour, minute and second of `08:49:37`; the hour has at least `least` digits.
fn clock(text: &str, least: usize) -> Option<(u32, u32, u32)> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, second) = rest.split_once(':')?;
    let hour = if hour.len() >= least {
        digits(hour, hour.len().clamp(1, 2))?
    } else {
        return None;
    };
    Some((hour, digits(minute, 2)?, digits(second, 2)?))
}

fn full_year(year: u32) -> u32 {
    match year {
        70..=99 => year + 1900,
        0..=69 => year + 2000,
        _ => year,
    }
}

/// A year below 100 is taken as one of two digits, and a leap second counts as the first second of the next minute.
fn seconds(
    year: u32,
    month: u32,
    day: u32,
    (hour, minute, second): (u32, u32, u32),
) -> Option<i64> {
    let leap = second == 60;
    let second = if leap { 59 } else { second };
    let civil = Civil {
        year: i64::from(full_year(year)),
        month,
        day,
        hour,
        minute,
        second,
    };
    Some(civil.seconds()? + i64::from(leap))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_forms_of_the_rfc_are_one_time() {
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ] {
            assert_eq!(parse_strict(text), Some(784_111_777), "{text}");
        }
    }

    #[test]
    fn what_servers_send_besides_is_read_but_not_strictly() {
        for text in [
            "Sun, 6 Nov 1994 8:49:37 GMT",
            "sun, 06 nov 1994 08:49:37 gmt",
            "Sun, 06-Nov-1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994 08:49:37 UTC",
            "Sun, 06 Nov 1994 09:49:37 +0100",
            "Sun, 06 Nov 1994 03:49:37 EST",
        ] {
            assert_eq!(parse(text), Some(784_111_777), "{text}");
            assert_eq!(parse_strict(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "0",
            "-1",
            "never",
            "Sun, 31 Feb 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:49:37 GMT",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
