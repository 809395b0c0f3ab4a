//! The proleptic Gregorian calendar in UTC, for every kind of date that HTTP knows.
//!
//! HTTP dates, cookie dates and RFC 3339 instants differ in how they are written, not in what they mean;
//! they share this file so that they cannot disagree.

/// Seconds in a day; leap seconds do not exist in POSIX time.
pub const SECONDS_PER_DAY: i64 = 86_400;

/// The English month names, abbreviated as in RFC 9110, section 5.6.7, in lower case.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// A date and time of day in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// The year; 0 is 1 BC.
    pub year: i64,
    /// The month, 1 to 12.
    pub month: u32,
    /// The day of the month, from 1.
    pub day: u32,
    /// The hour, 0 to 23.
    pub hour: u32,
    /// The minute, 0 to 59.
    pub minute: u32,
    /// The second, 0 to 59.
    pub second: u32,
}

impl Civil {
    /// The seconds since 1970-01-01T00:00:00Z; `None` if there is no such day or time.
    pub fn seconds(&self) -> Option<i64> {
        let exists = self.year.unsigned_abs() <= 1_000_000
            && (1..=days_in_month(self.year, self.month)).contains(&self.day)
            && self.hour < 24
            && self.minute < 60
            && self.second < 60;
        let of_day =
            i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        exists.then(|| days_from_civil(self.year, self.month, self.day) * SECONDS_PER_DAY + of_day)
    }

    /// The date and time at `seconds` since 1970-01-01T00:00:00Z.
    pub fn from_seconds(seconds: i64) -> Civil {
        let (year, month, day) = civil_from_days(seconds.div_euclid(SECONDS_PER_DAY));
        let of_day = seconds.rem_euclid(SECONDS_PER_DAY).unsigned_abs() as u32;
        Civil {
            year,
            month,
            day,
            hour: of_day / 3600,
            minute: of_day / 60 % 60,
            second: of_day % 60,
        }
    }
}

/// The days from 1970-01-01 to the given day, which must exist and lie within a million years.
///
/// The year is counted from March, so that the leap day is its last.
pub fn days_from_civil(year: i64, month: u32, day: u32) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = i64::from((month + 9) % 12);
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The year, month and day that lie `days` after 1970-01-01.
pub fn civil_from_days(days: i64) -> (i64, u32, u32) {
    let shifted = days.saturating_add(719_468);
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month.unsigned_abs() as u32, day.unsigned_abs() as u32)
}

/// The day of the week of a day counted from 1970-01-01: 0 is Sunday, 6 is Saturday.
pub fn weekday(days: i64) -> u32 {
    days.saturating_add(4).rem_euclid(7).unsigned_abs() as u32
}

/// The number of days in a month, 0 if there is no such month.
pub fn days_in_month(year: i64, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year(year) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Whether the year has a 29th of February.
pub fn is_leap_year(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The first three letters of a month's English name, in small letters; empty for a number that is none of 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    let named = MONTHS.iter().zip(1..).find(|(_, number)| *number == month);
    named.map_or("", |(name, _)| name)
}

/// The month, 1 to 12, whose English name begins with the first three letters of `name`, in any case.
pub fn month_from_name(name: &str) -> Option<u32> {
    let short = name.get(..3)?.to_ascii_lowercase();
    MONTHS
        .iter()
        .zip(1..)
        .find_map(|(month, number)| (*month == short).then_some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        for days in -150_000..150_000 {
            let (year, month, day) = civil_from_days(days);
            assert_eq!(days_from_civil(year, month, day), days);
        }
    }

    #[test]
    fn known_days_are_where_they_belong() {
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(days_from_civil(2000, 2, 29), 11_016);
        assert_eq!(weekday(days_from_civil(1994, 11, 6)), 0);
        assert_eq!(month_from_name("November"), Some(11));
    }

    #[test]
    fn days_and_times_that_do_not_exist_have_no_seconds() {
        let leap = Civil {
            year: 2024,
            month: 2,
            day: 29,
            hour: 23,
            minute: 59,
            second: 59,
        };
        assert_eq!(leap.seconds(), Some(1_709_251_199));
        assert_eq!(Civil::from_seconds(1_709_251_199), leap);
        assert_eq!(Civil { year: 2023, ..leap }.seconds(), None);
        assert_eq!(Civil { month: 13, ..leap }.seconds(), None);
        assert_eq!(Civil { hour: 24, ..leap }.seconds(), None);
        assert_eq!(Civil { second: 60, ..leap }.seconds(), None);
    }
}
