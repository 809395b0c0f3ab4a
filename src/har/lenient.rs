//! Fields of any type: what cannot be understood is left unknown.

use serde::{Deserialize, Deserializer};

/// A field of whatever type, or its default where it is of another type.
pub(crate) fn lenient<'de, D: Deserializer<'de>, T: Default + for<'a> Deserialize<'a>>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(serde_json::from_value(serde_json::Value::deserialize(deserializer)?).unwrap_or_default())
}

/// A list in which an element of another type is left out rather than spoiling the rest.
pub(crate) fn lenient_list<'de, D: Deserializer<'de>, T: for<'a> Deserialize<'a>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    Ok(lenient_seen(deserializer)?.unwrap_or_default())
}

/// The same for a list that may be unknown: one of another type, such as `null`, is not an empty one.
pub(crate) fn lenient_seen<'de, D: Deserializer<'de>, T: for<'a> Deserialize<'a>>(
    deserializer: D,
) -> Result<Option<Vec<T>>, D::Error> {
    Ok(match serde_json::Value::deserialize(deserializer)? {
        serde_json::Value::Array(items) => Some(
            items
                .into_iter()
                .filter_map(|item| serde_json::from_value(item).ok())
                .collect(),
        ),
        _ => None,
    })
}
