//! The public suffix list's own tests.

use std::collections::HashSet;

use crate::data;
use why401::cookie::{host, suffix};

#[test]
fn registrable_domains_are_those_of_the_list() {
    for row in data("psl/tests.json") {
        let (input, expected) = (row["input"].as_str(), row["registrable_domain"].as_str());
        let host = input.map(|input| host::canonical(input).into_owned());
        let got = host
            .as_deref()
            .and_then(suffix::registrable)
            .map(str::to_owned);
        assert_eq!(
            got,
            expected.map(|host| host::canonical(host).into_owned()),
            "{row}"
        );
    }
}

#[test]
fn every_rule_of_the_list_is_in_the_table() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/suites/data/psl/public_suffix_list.dat"
    );
    let list = std::fs::read_to_string(path).expect("the list");
    let rules = list
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|rule| !rule.starts_with("//"));
    let rules: HashSet<&str> = rules.collect();
    let canonical: HashSet<String> = rules
        .iter()
        .map(|rule| host::canonical(rule).into_owned())
        .collect();
    for rule in &rules {
        if let Some(name) = rule.strip_prefix('!') {
            let name = host::canonical(name);
            assert_eq!(suffix::registrable(&name), Some(name.as_ref()), "{rule}");
        } else {
            let name = host::canonical(&rule.replace('*', "anything")).into_owned();
            assert_eq!(suffix::public_suffix(&name), Some(name.as_str()), "{rule}");
            let below = format!("a.{name}");
            if !canonical.contains(&format!("*.{name}")) && !canonical.contains(&below) {
                assert_eq!(suffix::registrable(&below), Some(below.as_str()), "{rule}");
            }
        }
    }
    assert!(rules.len() > 10_000, "{} rules", rules.len());
}
