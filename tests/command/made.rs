//! What in the README is made from the code.

use crate::readme;
use crate::run::{printed, run};

#[test]
fn the_table_of_causes_is_that_of_the_code() {
    let table = printed(&run(&["causes", "--format", "markdown"]));
    readme::holds("causes", &table, "--test command");
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
