//! Values that files write in more than one form.

use serde::{Deserialize, Deserializer, Serialize};

/// A moment: ISO 8601 text or milliseconds since 1970.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Time {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    Milliseconds(f64),
    /// ISO 8601 with an offset.
    Iso(String),
}

/// Text, also where a file holds a number in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub String);

impl Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::String(text) => text,
            serde_json::Value::Number(number) => number.to_string(),
            _ => String::new(),
        }))
    }
}
