//! The list of phrases, for those who review them.

use crate::run::{printed, run};

fn rows(arguments: &[&str]) -> Vec<Vec<String>> {
    let all = printed(&run(&[&["phrases"], arguments].concat()));
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
    all.lines().map(cells).collect()
}

#[test]
fn the_phrases_of_one_file_are_listed_with_what_each_means() {
    let turkish = rows(&["--of", "tr"]);
    assert!(!turkish.is_empty());
    for row in &turkish {
        let [id, weight, about, words, source] = row.as_slice() else {
            panic!("{row:?}");
        };
        assert!(id.starts_with("tr."), "{row:?}");
        assert!(["names", "hints"].contains(&weight.as_str()), "{row:?}");
        assert!(
            !about.is_empty() && !words.is_empty() && !source.is_empty(),
            "{row:?}"
        );
    }
}

#[test]
fn untested_phrases_are_listed_and_name_no_cause() {
    let untested = rows(&["--untested"]);
    assert!(!untested.is_empty());
    for row in &untested {
        assert_eq!(row.last().map(String::as_str), Some("untested"));
        assert!(!row.iter().any(|cell| cell == "names"), "{row:?}");
    }
}
