//! The published forms of credentials: each was read somewhere, and how many issuers they are of.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;
use why401::token::known::{KNOWN, by_id};

#[derive(Deserialize)]
struct Sources {
    date: String,
    forms: BTreeMap<String, String>,
}

fn sources() -> Sources {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/token/known/sources.toml");
    let text = fs::read_to_string(file).expect("the sources");
    toml::from_str(&text).expect("a form and its address on each line")
}

#[test]
fn every_form_of_a_credential_names_its_source() {
    let sources = sources();
    assert!(sources.date.starts_with("20"));
    for form in &KNOWN {
        assert!(sources.forms.contains_key(form.id), "{}", form.id);
    }
    for (id, address) in &sources.forms {
        assert!(by_id(id).is_some(), "{id} is no form");
        assert!(address.starts_with("https://"), "{id}: {address}");
    }
}

#[test]
fn the_forms_are_of_at_least_eighty_issuers() {
    let sources = sources();
    let forms = sources.forms.keys().filter_map(|id| by_id(id));
    let issuers: BTreeSet<&str> = forms.map(|form| form.issuer).collect();
    assert!(issuers.len() >= 80, "only {}", issuers.len());
}
