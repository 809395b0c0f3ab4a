//! What in the README is made from the code.

use std::fs;

use crate::run::{printed, run};

/// What remakes it.
const REMAKE: &str = "UPDATE=1 cargo test --test command";

#[expect(
    clippy::disallowed_methods,
    reason = "a test may be told to remake what it compares with"
)]
fn is_set(name: &str) -> bool {
    std::env::var(name).is_ok_and(|value| !value.is_empty())
}

#[test]
fn the_table_of_causes_is_that_of_the_code() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).expect("the README");
    let (before, rest) = readme.split_once("<!-- causes -->").expect("a beginning");
    let (there, after) = rest.split_once("<!-- /causes -->").expect("an end");
    let table = printed(&run(&["causes", "--format", "markdown"]));
    let made = format!("\n{table}");
    if there != made && is_set("UPDATE") {
        assert!(!is_set("CI"), "nothing is remade where CI is set");
        let whole = format!("{before}<!-- causes -->{made}<!-- /causes -->{after}");
        fs::write(path, whole).expect("the README written");
        return;
    }
    assert!(
        there == made,
        "the README's table of causes is stale: `{REMAKE}` remakes it"
    );
}

#[test]
fn the_pages_are_blocks_and_keys_of_words() {
    let pages: serde_json::Value = serde_json::from_str(&printed(&run(&["pages"]))).expect("JSON");
    let words: serde_json::Value = serde_json::from_str(&printed(&run(&["words"]))).expect("JSON");
    let list = pages["pages"].as_array().expect("pages");
    assert_eq!(list.len(), why401::causes::ALL.len());
    assert!(pages["args"]["host"].is_string());
    for page in list {
        let id = page["id"].as_str().expect("an id");
        for block in page["blocks"].as_array().expect("blocks") {
            let member = match block["kind"].as_str() {
                Some("heading" | "code") => "text",
                Some("paragraph") => "runs",
                Some("list") => "items",
                _ => "",
            };
            assert!(!block[member].is_null(), "{id}: {block}");
        }
        let keys = [("fixes", ".title"), ("prevent", "")];
        for (member, part) in keys {
            for one in page[member].as_array().expect(member) {
                let key = one["key"].as_str().expect("a key");
                assert!(words[format!("{key}{part}")].is_string(), "{id}: {key}");
                assert!(one["who"].is_string());
            }
        }
        assert!(page["references"][0]["url"].is_string(), "{id}");
    }
}

#[test]
fn every_cause_has_somebody_who_mends_it() {
    let table = printed(&run(&["causes", "--format", "markdown"]));
    let rows: Vec<&str> = table.lines().skip(2).collect();
    assert_eq!(rows.len(), why401::causes::ALL.len());
    for row in rows {
        assert!(!row.ends_with("|  |"), "{row}");
    }
}
