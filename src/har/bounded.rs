//! Values of a HAR file on their way in, with a bound on how much each may hold.
//!
//! Strings are cut before (see [`super::cut`]); what is counted here are the values themselves: a list of two million
//! numbers, or an object with as many members.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::LogEntry;
use super::sanitized::OF_CHROME;

/// So many values are kept of one member, those within it counted too.
const MOST: usize = 50_000;

/// A value that leaves out what it holds beyond [`MOST`] values.
pub(super) struct Bounded<'a> {
    left: Left<'a>,
}

/// How many values may still be kept.
enum Left<'a> {
    Own(usize),
    Shared(&'a mut usize),
}

impl Bounded<'_> {
    pub(super) fn new() -> Self {
        Self {
            left: Left::Own(MOST),
        }
    }
}

impl Left<'_> {
    fn count(&mut self) -> &mut usize {
        match self {
            Left::Own(count) => count,
            Left::Shared(count) => count,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Bounded<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Bounded<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Value, A::Error> {
        let left = self.left.count();
        let mut kept = Vec::new();
        loop {
            if *left == 0 {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                return Ok(Value::Array(kept));
            }
            *left = left.saturating_sub(1);
            let left = Left::Shared(left);
            match list.next_element_seed(Bounded { left })? {
                Some(value) => kept.push(value),
                None => return Ok(Value::Array(kept)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Value, A::Error> {
        let left = self.left.count();
        let mut kept = Map::new();
        loop {
            if *left == 0 {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(Value::Object(kept));
            }
            let Some(name) = map.next_key::<String>()? else {
                return Ok(Value::Object(kept));
            };
            *left = left.saturating_sub(1);
            let left = Left::Shared(left);
            kept.insert(name, map.next_value_seed(Bounded { left })?);
        }
    }
}

/// An entry with the members that are read, and those by which Chrome's export is known.
pub(super) struct EntrySeed;

impl<'de> DeserializeSeed<'de> for EntrySeed {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// What is no object is no entry.
impl<'de> Visitor<'de> for EntrySeed {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an entry of a HAR file, which is an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut kept = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            if LogEntry::MEMBERS.contains(&name.as_str()) {
                kept.insert(name, map.next_value_seed(Bounded::new())?);
            } else {
                map.next_value::<IgnoredAny>()?;
                if OF_CHROME.contains(&name.as_str()) {
                    kept.insert(name, Value::Null);
                }
            }
        }
        Ok(Value::Object(kept))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeSeed;
    use serde_json::{Value, json};

    use super::{Bounded, EntrySeed, MOST};
    use crate::har::{Har, Log, LogEntry};

    fn bounded(text: &str) -> Value {
        let mut json = serde_json::Deserializer::from_str(text);
        Bounded::new().deserialize(&mut json).expect("JSON")
    }

    fn values(value: &Value) -> usize {
        match value {
            Value::Array(all) => all.len() + all.iter().map(values).sum::<usize>(),
            Value::Object(all) => all.len() + all.values().map(values).sum::<usize>(),
            _ => 0,
        }
    }

    #[test]
    fn what_is_small_stays_as_it_is() {
        let value = json!({ "a": [1, -2, 3.5, true, null, "x", { "b": [] }], "c": {} });
        assert_eq!(bounded(&value.to_string()), value);
    }

    #[test]
    fn lists_and_objects_are_bounded_however_they_are_nested() {
        let list = vec!["0"; 2 * MOST].join(",");
        let members: Vec<String> = (0..2 * MOST).map(|at| format!("\"{at}\":0")).collect();
        let lists = vec![format!("[{}]", vec!["0"; 999].join(",")); 2 * MOST / 1_000].join(",");
        for text in [
            format!("[{list}]"),
            format!("{{{}}}", members.join(",")),
            format!("[{lists}]"),
        ] {
            assert!((MOST / 2..=MOST).contains(&values(&bounded(&text))));
        }
    }

    #[test]
    fn of_an_entry_only_what_is_read_is_kept() {
        let text = r#"{"time": 5, "_priority": {"x": 1}, "_webSocketMessages": [1, 2, 3]}"#;
        let mut json = serde_json::Deserializer::from_str(text);
        let entry = EntrySeed.deserialize(&mut json).expect("JSON");
        assert_eq!(entry, json!({ "time": 5, "_priority": null }));
    }

    #[test]
    fn every_member_that_is_written_is_read() {
        let text = r#"{"log": {"browser": {"name": "Chrome"}, "_page": {"url": "https://a.example/"}, "_jar": [],
            "_now": 0, "_losses": [{"name": "sid"}], "_settings": {"private": true}, "_failing": 0, "_settled": true,
            "_sanitized": true, "_jarLeftOut": 1, "entries": [{"startedDateTime": 0, "time": 1,
            "_resourceType": "fetch", "_initiator": "https://a.example/", "_frame": 0, "_error": "x", "_challenged": 2,
            "_cut": ["value"]}]}}"#;
        let har: Har = serde_json::from_str(text).expect("a HAR");
        let names = |value: Value| -> Vec<String> {
            let all = value.as_object().expect("an object");
            all.keys().cloned().collect()
        };
        let mut log = names(serde_json::to_value(&har.log).expect("JSON"));
        log.retain(|name| name != "entries");
        let mut known = Log::MEMBERS.to_vec();
        known.sort_unstable();
        log.sort_unstable();
        assert_eq!(log, known);
        let mut entry = names(serde_json::to_value(&har.log.entries[0]).expect("JSON"));
        let mut known = LogEntry::MEMBERS.to_vec();
        known.sort_unstable();
        entry.sort_unstable();
        assert_eq!(entry, known);
    }
}
