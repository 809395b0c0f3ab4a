//! What comes again and again: a history of many days, read for what is worth a word.
//!
//! The core reads no clock and knows no zone, so each record names the day on which it fell where the person is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::causes;
use crate::diagnosis::{Message, State};
use crate::har::lenient::{lenient, lenient_list};

/// What happens within this time of another, in milliseconds, is the same occasion: a page asks for many things at once.
const OCCASION: f64 = 600_000.0;

/// So many occasions in a day, or days with one, are worth a word.
const OFTEN: usize = 3;

/// The failing requests of many days.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct History {
    /// In any order.
    #[serde(deserialize_with = "lenient_list")]
    pub items: Vec<Past>,
}

/// One failing request of a history.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Past {
    /// When it failed, in milliseconds since 1970.
    #[serde(deserialize_with = "lenient")]
    pub at: f64,
    /// When the day began on which it failed, in milliseconds since 1970.
    #[serde(deserialize_with = "lenient")]
    pub day: f64,
    /// The registrable domain of the address asked.
    #[serde(deserialize_with = "lenient")]
    pub site: String,
    /// The id of its cause.
    #[serde(deserialize_with = "lenient")]
    pub cause: String,
    /// How it ended; `None` where that is not understood.
    #[serde(deserialize_with = "lenient")]
    pub kind: Option<State>,
}

/// A cause that comes again and again at one site.
#[derive(Clone, Debug, Serialize)]
pub struct Recurrence {
    /// The registrable domain of the addresses asked.
    pub site: String,
    /// The id of the cause.
    pub cause: String,
    /// What to say of it; `count` is how many times or days, `day` when the worst of them began, in milliseconds.
    #[serde(flatten)]
    pub message: Message,
}

/// The occasions of one cause at one site.
struct Occasions {
    /// How many there were on the worst day, the earliest of several such.
    times: usize,
    /// When that day began.
    day: f64,
    /// On how many days there was one.
    days: usize,
}

/// What comes again and again, the most frequent first; what was no fault, or mended itself, does not count.
pub fn of(history: &History) -> Vec<Recurrence> {
    let mut faults: Vec<&Past> = history.items.iter().filter(|one| is_fault(one)).collect();
    faults.sort_by(|one, other| one.at.total_cmp(&other.at));
    let mut places: BTreeMap<(&str, &str), Vec<&Past>> = BTreeMap::new();
    for one in faults {
        places.entry((&one.site, &one.cause)).or_default().push(one);
    }
    let mut found: Vec<_> = places
        .into_iter()
        .map(|(place, all)| (place, Occasions::of(&all)))
        .filter(|(_, occasions)| occasions.are_often())
        .collect();
    found.sort_by_key(|(_, occasions)| std::cmp::Reverse((occasions.times, occasions.days)));
    found
        .into_iter()
        .map(|((site, cause), occasions)| told(site, cause, &occasions))
        .collect()
}

fn is_fault(one: &Past) -> bool {
    !matches!(one.kind, Some(State::Harmless | State::Recovered))
}

impl Occasions {
    /// Of requests in the order in which they failed.
    fn of(all: &[&Past]) -> Self {
        let mut days: Vec<(f64, usize)> = Vec::new();
        let mut last = f64::NEG_INFINITY;
        for one in all {
            let is_new = one.at - last >= OCCASION;
            last = one.at;
            match days.last_mut() {
                _ if !is_new => {}
                Some((day, times)) if day.total_cmp(&one.day).is_eq() => {
                    *times = times.saturating_add(1);
                }
                _ => days.push((one.day, 1)),
            }
        }
        let (day, times) = days
            .iter()
            .copied()
            .reduce(|worst, next| if next.1 > worst.1 { next } else { worst })
            .unwrap_or_default();
        Self {
            times,
            day,
            days: days.len(),
        }
    }

    fn are_often(&self) -> bool {
        self.times >= OFTEN || self.days >= OFTEN
    }
}

fn told(site: &str, cause: &str, occasions: &Occasions) -> Recurrence {
    let what = if causes::by_id(cause).is_some_and(|cause| cause.signs_out) {
        "out"
    } else {
        "same"
    };
    let (when, count) = if occasions.times >= OFTEN {
        ("day", occasions.times)
    } else {
        ("days", occasions.days)
    };
    let args: [(&str, Value); 4] = [
        ("site", json!(site)),
        ("cause", json!(cause)),
        ("count", json!(count)),
        ("day", json!(occasions.day)),
    ];
    Recurrence {
        site: site.to_owned(),
        cause: cause.to_owned(),
        message: Message {
            key: format!("interface.history.again.{what}.{when}"),
            args: args
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            text: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: f64 = 3_600_000.0;
    const DAY: f64 = 24.0 * HOUR;

    fn past(day: f64, hour: f64, cause: &str) -> Past {
        Past {
            at: day * DAY + hour * HOUR,
            day: day * DAY,
            site: "shop.example".to_owned(),
            cause: cause.to_owned(),
            kind: Some(State::Open),
        }
    }

    /// Key, count and day of each.
    fn found(items: Vec<Past>) -> Vec<(String, u64, f64)> {
        let number = |value: Option<&Value>| value.and_then(Value::as_f64).unwrap_or_default();
        of(&History { items })
            .into_iter()
            .map(|Recurrence { message, .. }| {
                let count = message.args.get("count").and_then(Value::as_u64);
                let day = number(message.args.get("day"));
                let key = message.key.replace("interface.history.again.", "");
                (key, count.unwrap_or_default(), day / DAY)
            })
            .collect()
    }

    #[test]
    fn several_times_a_day_is_told_and_a_burst_is_one_time() {
        let bursts = [8.0, 11.0, 14.0]
            .into_iter()
            .flat_map(|hour| [hour, hour + 0.01, hour + 0.1])
            .map(|hour| past(1.0, hour, "session-expired"))
            .collect();
        assert_eq!(found(bursts), [("out.day".to_owned(), 3, 1.0)]);
    }

    #[test]
    fn a_burst_goes_on_while_its_requests_follow_one_another_closely() {
        let long = (0..12)
            .map(|step| past(1.0, 8.0 + f64::from(step) * 0.15, "session-expired"))
            .collect();
        assert_eq!(found(long), []);
    }

    #[test]
    fn twice_a_day_is_not_often_nor_are_two_days() {
        let twice = [8.0, 13.0].map(|hour| past(1.0, hour, "session-expired"));
        let two_days = [1.0, 2.0].map(|day| past(day, 8.0, "session-expired"));
        assert_eq!(found(twice.to_vec()), []);
        assert_eq!(found(two_days.to_vec()), []);
    }

    #[test]
    fn day_after_day_is_told_of_a_cause_that_signs_nobody_out() {
        let days = [1.0, 2.0, 3.0].map(|day| past(day, 8.0, "samesite-lax"));
        assert_eq!(found(days.to_vec()), [("same.days".to_owned(), 3, 1.0)]);
    }

    #[test]
    fn the_worst_day_is_named_not_the_first() {
        let mut items = vec![past(1.0, 8.0, "csrf")];
        items.extend([8.0, 10.0, 12.0].map(|hour| past(2.0, hour, "csrf")));
        assert_eq!(found(items), [("same.day".to_owned(), 3, 2.0)]);
    }

    #[test]
    fn what_was_no_fault_or_mended_itself_does_not_count() {
        let ended = |kind| {
            let one = |hour| Past {
                kind: Some(kind),
                ..past(1.0, hour, "token-expired")
            };
            found([1.0, 4.0, 7.0, 10.0].map(one).to_vec())
        };
        assert_eq!(ended(State::Harmless), []);
        assert_eq!(ended(State::Recovered), []);
        assert_eq!(ended(State::Resolved), [("out.day".to_owned(), 4, 1.0)]);
    }

    #[test]
    fn sites_and_causes_are_counted_by_themselves() {
        let mut items = [8.0, 10.0].map(|hour| past(1.0, hour, "csrf")).to_vec();
        items.push(past(1.0, 12.0, "wrong-url"));
        items.push(Past {
            site: "other.example".to_owned(),
            ..past(1.0, 14.0, "csrf")
        });
        assert_eq!(found(items), []);
    }

    #[test]
    fn the_order_of_the_records_does_not_matter_but_frequency_does() {
        let mut items = [3.0, 1.0, 2.0].map(|day| past(day, 8.0, "csrf")).to_vec();
        items.extend([14.0, 8.0, 11.0].map(|hour| past(1.0, hour, "token-expired")));
        let keys: Vec<String> = found(items).into_iter().map(|(key, ..)| key).collect();
        assert_eq!(keys, ["out.day", "same.days"]);
    }

    #[test]
    fn a_record_that_is_none_spoils_no_other() {
        let items: Vec<Value> = [1.0, 2.0, 3.0]
            .into_iter()
            .map(|day| json!({"at": day * DAY, "day": day * DAY, "site": "shop.example", "cause": "csrf", "kind": "gone"}))
            .chain([json!(null), json!({"at": "noon"})])
            .collect();
        let history: History =
            serde_json::from_value(json!({ "items": items })).unwrap_or_default();
        let all = of(&history);
        assert_eq!(all.len(), 1);
        assert!(all.iter().all(|one| one.cause == "csrf"));
    }
}
