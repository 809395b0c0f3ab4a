//! Pieces of code: every recipe has its texts, every text its recipe, and no value of a request can leave its place.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use why401::snippet::{RECIPES, Recipe, Seen, choose};
use why401::words::Words;

use crate::none;

#[test]
fn every_recipe_has_a_text_for_each_of_its_stacks_and_no_text_is_without_one() {
    let words = Words::english();
    let meant: BTreeSet<String> = RECIPES
        .iter()
        .flat_map(|recipe| {
            recipe
                .stacks()
                .map(move |stack| format!("snippet.{}.{stack}", recipe.id))
        })
        .collect();
    let there: BTreeSet<String> = words
        .all()
        .keys()
        .filter(|key| key.starts_with("snippet.") && !key.starts_with("snippet.stack."))
        .cloned()
        .collect();
    none(&meant.symmetric_difference(&there).cloned().collect());
    for stack in RECIPES.iter().flat_map(Recipe::stacks) {
        assert!(words.has(&format!("snippet.stack.{stack}")), "{stack}");
    }
}

#[test]
fn every_value_of_a_recipe_stands_in_one_of_its_texts() {
    let words = Words::english();
    for recipe in RECIPES {
        for name in recipe.args {
            let blank = format!("{{{name}}}");
            let used = recipe.stacks().any(|stack| {
                words
                    .raw(&format!("snippet.{}.{stack}", recipe.id))
                    .is_some_and(|text| text.contains(&blank))
            });
            assert!(used, "{}: {name}", recipe.id);
        }
    }
}

#[test]
fn no_text_has_a_blank_that_its_recipe_does_not_fill() {
    let words = Words::english();
    let mut left = BTreeSet::new();
    for recipe in RECIPES {
        for choice in choose(recipe.id, &Seen::default(), &Map::new()) {
            let text = words.text(&choice.key, &choice.args);
            let blank = text.split('{').skip(1).any(|rest| {
                rest.split_once('}')
                    .is_some_and(|(name, _)| crate::is_name(name))
            });
            if blank {
                left.insert(format!("{}: {text}", choice.key));
            }
        }
    }
    none(&left);
}

#[test]
fn a_hostile_value_leaves_no_trace_in_any_piece_of_code() {
    let words = Words::english();
    for hostile in [
        "x\"); alert(1); (\"",
        "x'; DROP --",
        "x\\",
        "x\nSet-Cookie: a=b",
        "x`${1}`",
        "x#{1}",
        "{{7*7}}",
    ] {
        for recipe in RECIPES {
            let args: Map<String, Value> = recipe
                .args
                .iter()
                .map(|name| ((*name).to_owned(), Value::String(hostile.to_owned())))
                .collect();
            for choice in choose(recipe.id, &Seen::default(), &args) {
                let text = words.text(&choice.key, &choice.args);
                assert!(!text.contains(hostile), "{}: {text}", choice.key);
            }
        }
    }
}
