//! Instants as RFC 3339 and ISO 8601 write them: in HAR files and in signed requests.

use super::civil::Civil;

/// The milliseconds since 1970-01-01T00:00:00Z of `2025-01-26T12:12:52.040+05:30` and its like.
///
/// Read are the extended form of RFC 3339, with or without seconds and fraction, and the basic form
/// `20250126T121252Z` that signed requests carry. Without an offset the time is taken as UTC. Digits of a
/// fraction beyond the third are dropped.
pub fn parse(text: &str) -> Option<i64> {
    let text = text.trim();
    let (date, time) = text.split_once(['T', 't', ' '])?;
    let (year, month, day) = date_parts(date)?;
    let (clock, offset) = split_offset(time)?;
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, ""));
    let (hour, minute, second) = clock_parts(clock)?;
    let leap = i64::from(second == 60);
    let civil = Civil {
        year: i64::from(year),
        month,
        day,
        hour,
        minute,
        second: if second == 60 { 59 } else { second },
    };
    let seconds = civil.seconds()?.checked_add(leap)?.checked_sub(offset)?;
    seconds
        .checked_mul(1000)?
        .checked_add(milliseconds(fraction)?)
}

/// The instant as RFC 3339 in UTC with milliseconds, as `2025-01-26T06:42:52.040Z`.
pub fn print(milliseconds: i64) -> String {
    let Civil {
        year,
        month,
        day,
        hour,
        minute,
        second,
    } = Civil::from_seconds(milliseconds.div_euclid(1000));
    let fraction = milliseconds.rem_euclid(1000);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{fraction:03}Z")
}

/// The years that [`print`] writes so that [`parse`] reads them: 0000-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z.
const YEARS: (i64, i64) = (-62_167_219_200_000, 253_402_300_799_999);

/// The instant, or the nearest one in the years 0 to 9999: a clock that tells another is absurd.
pub fn within_years(milliseconds: i64) -> i64 {
    milliseconds.clamp(YEARS.0, YEARS.1)
}

/// A number that is written in exactly `width` ASCII digits.
pub(super) fn digits(text: &str, width: usize) -> Option<u32> {
    let all = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    if all { text.parse().ok() } else { None }
}

fn date_parts(date: &str) -> Option<(u32, u32, u32)> {
    let (year, month, day) = if date.len() == 8 {
        (date.get(..4)?, date.get(4..6)?, date.get(6..)?)
    } else {
        let (year, rest) = date.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        (year, month, day)
    };
    Some((digits(year, 4)?, digits(month, 2)?, digits(day, 2)?))
}

fn clock_parts(clock: &str) -> Option<(u32, u32, u32)> {
    if clock.len() == 6 {
        let second = digits(clock.get(4..)?, 2)?;
        return Some((
            digits(clock.get(..2)?, 2)?,
            digits(clock.get(2..4)?, 2)?,
            second,
        ));
    }
    let (hour, rest) = clock.split_once(':')?;
    let (minute, second) = rest.split_once(':').unwrap_or((rest, "00"));
    Some((digits(hour, 2)?, digits(minute, 2)?, digits(second, 2)?))
}

/// The time without its offset, and the offset in seconds east of Greenwich.
fn split_offset(time: &str) -> Option<(&str, i64)> {
    if let Some(clock) = time.strip_suffix(['Z', 'z']) {
        return Some((clock, 0));
    }
    let Some(at) = time.rfind(['+', '-']) else {
        return Some((time, 0));
    };
    let (clock, offset) = time.split_at_checked(at)?;
    Some((clock, offset_seconds(offset)?))
}

/// The seconds of `+05:30`, `+0530` or `+05`.
pub(super) fn offset_seconds(offset: &str) -> Option<i64> {
    let (sign, rest) = match offset.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, offset.strip_prefix('+')?),
    };
    let (hours, minutes) = match rest.split_once(':') {
        Some(parts) => parts,
        None if rest.len() == 4 => rest.split_at_checked(2)?,
        None => (rest, "00"),
    };
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    (hours < 24 && minutes < 60).then(|| sign * i64::from(hours * 3600 + minutes * 60))
}

fn milliseconds(fraction: &str) -> Option<i64> {
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let padded: String = fraction.chars().chain("000".chars()).take(3).collect();
    padded.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_taken_off() {
        assert_eq!(
            parse("2025-01-26T12:12:52.040+05:30"),
            Some(1_737_873_772_040)
        );
        assert_eq!(parse("2025-01-26T06:42:52.04Z"), Some(1_737_873_772_040));
        assert_eq!(parse("2025-01-26T06:42:52.5Z"), Some(1_737_873_772_500));
        assert_eq!(parse("20250126T064252Z"), Some(1_737_873_772_000));
        assert_eq!(parse("2025-01-26 06:42"), Some(1_737_873_720_000));
    }

    #[test]
    fn what_is_no_instant_is_none() {
        for text in [
            "",
            "T",
            "2025-01-26",
            "2025-02-30T00:00:00Z",
            "2025-01-26T25:00:00Z",
            "é-é-éT1",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_and_the_last_instant_are_read_back() {
        for absurd in [i64::MIN, i64::MAX, -62_167_219_200_001, 253_402_300_800_000] {
            let within = within_years(absurd);
            assert_eq!(parse(&print(within)), Some(within), "{absurd}");
        }
        assert_eq!(within_years(1_737_873_772_040), 1_737_873_772_040);
    }

    #[test]
    fn printing_gives_the_form_with_z() {
        assert_eq!(print(1_737_873_772_040), "2025-01-26T06:42:52.040Z");
        assert_eq!(print(-1), "1969-12-31T23:59:59.999Z");
    }
}
