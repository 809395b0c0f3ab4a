//! Values in pieces of code: hostile text too, so each is checked against its grammar and quoted for its language.

use serde_json::{Map, Value};

/// The values as they may stand in a snippet of this stack; what does not fit its grammar becomes a named blank.
pub fn quoted(stack: &str, args: &Map<String, Value>) -> Map<String, Value> {
    args.iter()
        .map(|(name, value)| (name.clone(), Value::String(one(stack, name, value))))
        .collect()
}

fn one(_stack: &str, name: &str, value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    // Within these letters no quoting of any of the languages can be left.
    let plain = text
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || "-_.:/@*~+,= []".contains(letter));
    if !text.is_empty() && plain && text.len() <= 300 {
        text
    } else {
        format!("YOUR_{}", name.to_ascii_uppercase().replace('-', "_"))
    }
}
