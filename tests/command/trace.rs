//! Why a file is explained as it is.

use serde_json::Value;

use crate::run::{case, entry, file, har, lines, printed, run, text};

const WITHOUT_HEADER: &str = "corpus/cases/redirect-dropped-authorization--c107-www-308-apex.har";

#[test]
fn a_trace_names_the_rule_that_decided_its_file_and_what_it_explains() {
    let told = printed(&run(&["trace", &case(WITHOUT_HEADER)]));
    let first = told.lines().next().expect("a line");
    for part in [
        "redirect-dropped-authorization/",
        "1. certain",
        "src/causes/fetch/redirect_dropped_authorization.rs",
    ] {
        assert!(first.contains(part), "{part:?} is missing in {first:?}");
    }
    assert!(
        told.contains("explained by redirect-dropped-authorization"),
        "{told}"
    );
}

#[test]
fn a_trace_tells_the_condition_that_kept_a_rule_from_firing() {
    let told = printed(&run(&["trace", "--all", &case(WITHOUT_HEADER)]));
    let of_preflight = told
        .lines()
        .find(|line| line.starts_with("preflight-unauthorized/status-401"))
        .expect("a line for a rule that did not fire");
    assert!(
        of_preflight.contains("missing: the preflight failed"),
        "{of_preflight}"
    );
}

#[test]
fn every_file_that_a_trace_names_is_there() {
    let output = run(&["trace", "--all", "--format", "json", &case(WITHOUT_HEADER)]);
    let rules = lines(&output).remove(0);
    let rules = rules.as_array().expect("a list");
    assert!(rules.len() >= 66, "every cause has a rule");
    for rule in rules {
        let named = rule["file"].as_str().expect("a file");
        let path = format!("{}/{named}", env!("CARGO_MANIFEST_DIR"));
        assert!(std::path::Path::new(&path).is_file(), "{named}");
    }
}

#[test]
fn where_nothing_failed_there_is_nothing_to_trace() {
    let accepted = har(&[entry("https://app.example/api", 200, 0)]);
    let file = file("fine-trace.har", accepted.to_string().as_bytes());
    let output = run(&["trace", "--all", "--format", "json", text(&file)]);
    assert_eq!(lines(&output), [Value::Array(Vec::new())]);
    assert_eq!(printed(&run(&["trace", text(&file)])), "Nothing failed.\n");
}

#[test]
fn a_trace_names_the_row_of_the_policy_that_put_a_cause_there() {
    let refused = har(&[entry("https://app.example/api", 401, 0)]);
    let file = file("usual-trace.har", refused.to_string().as_bytes());
    let told = printed(&run(&["trace", text(&file)]));
    assert!(told.contains("policy usual-of-nothing"), "{told}");
}
