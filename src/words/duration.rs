//! A length of time as people say it: "45 seconds", "1 hour", "6 years".

use serde_json::Value;

/// The units from the longest on: what one is called, and its seconds.
const UNITS: [(&str, f64); 5] = [
    ("year", 31_557_600.0),
    ("month", 2_629_800.0),
    ("day", 86_400.0),
    ("hour", 3_600.0),
    ("minute", 60.0),
];

/// Up to this many seconds are told in seconds.
const SECONDS: f64 = 90.0;

/// The length that a value holds, in words. `name` says in what it is counted: `minutes`, otherwise seconds.
pub(super) fn told(name: &str, value: &Value) -> Option<String> {
    let number = match value {
        Value::String(text) => text.parse().ok()?,
        other => other.as_f64()?,
    };
    let seconds = if name == "minutes" {
        number * 60.0
    } else {
        number
    };
    let seconds = seconds.abs().round().max(1.0);
    let (unit, size) = UNITS
        .into_iter()
        .find(|(_, size)| seconds >= *size && seconds > SECONDS)
        .unwrap_or(("second", 1.0));
    let count = (seconds / size).round();
    let plural = if count > 1.0 { "s" } else { "" };
    Some(format!("{count} {unit}{plural}"))
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn a_length_is_told_in_the_longest_unit_that_it_reaches() {
        let lengths = [
            (0, "1 second"),
            (45, "45 seconds"),
            (90, "90 seconds"),
            (91, "2 minutes"),
            (3_600, "1 hour"),
            (86_400, "1 day"),
            (196_059_224, "6 years"),
        ];
        for (seconds, words) in lengths {
            let value = serde_json::json!(seconds);
            assert_eq!(told("seconds", &value).as_deref(), Some(words));
        }
    }

    #[test]
    fn what_is_counted_in_minutes_is_told_so() {
        assert_eq!(
            told("minutes", &serde_json::json!(120)).as_deref(),
            Some("2 hours")
        );
        assert_eq!(told("ago", &serde_json::json!("no number")), None);
    }
}
