//! A row's line in a data file, taken apart and written again.

use toml::Table;

/// The order in which the fields of a row stand.
const ORDER: &[&str] = &[
    "about",
    "names",
    "hints",
    "words",
    "none-came",
    "old-password",
    "of-age",
    "or",
    "leaves-open",
    "warns",
    "source",
    "date",
    "untested",
];

/// The fields of `3 = { … }`, with its number.
pub(crate) fn parse(line: &str) -> Option<(u16, Table)> {
    let (number, _) = line.split_once(" = {")?;
    let number = number.parse().ok()?;
    let line: Table = toml::from_str(line).ok()?;
    let fields = line.into_iter().next()?.1;
    Some((number, fields.as_table()?.clone()))
}

/// The line of a row.
pub(crate) fn print(number: u16, fields: &Table) -> String {
    let known = ORDER.iter().filter_map(|name| fields.get_key_value(*name));
    let fields: Vec<String> = known
        .map(|(name, value)| format!("{name} = {}", serde_json::to_string(value).expect("JSON")))
        .collect();
    format!(
        "{number} = {{ {} }}",
        fields.join(", ").replace("\",\"", "\", \"")
    )
}
