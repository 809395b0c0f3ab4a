//! What the packing step refuses, and that it names the file and the row.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::{check, read};

/// A folder of data files that is gone when the test is over.
struct Files(PathBuf);

impl Files {
    fn of(name: &str, phrases: &str, product: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("why401-{name}-{}", std::process::id()));
        for (part, file, text) in [
            ("phrases", "en.toml", phrases),
            ("products", "acme.toml", product),
        ] {
            let part = folder.join(part);
            fs::create_dir_all(&part).expect("a folder");
            fs::write(part.join(file), text).expect("a file");
        }
        Self(folder)
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

const PRODUCT: &str = r#"
name = "Acme"
kind = "api"
marks = [{ header = "x-acme" }]

[[sources]]
url = "https://acme.example/docs"
date = "2026-11-30"
"#;

const ROW: &str =
    r#"about = "token", hints = "token expired", source = "corpus/a", date = "2026-11-30""#;

/// What is wrong with these files; empty where nothing is.
fn wrong(name: &str, phrases: &str, product: &str) -> String {
    let files = Files::of(name, phrases, product);
    let causes: BTreeSet<String> = ["token-expired", "token-invalid"].map(str::to_owned).into();
    let checked = read::knowledge(&files.0).and_then(|known| check::all(&known, &causes));
    checked.err().unwrap_or_default().join("\n")
}

#[track_caller]
fn refused(name: &str, phrases: &str, says: &str) {
    let found = wrong(name, phrases, PRODUCT);
    assert!(found.contains(says), "{says:?} in {found:?}");
}

#[test]
fn a_row_that_is_whole_passes() {
    let found = wrong(
        "whole",
        &format!("[says.token-expired]\n1 = {{ {ROW} }}\n"),
        PRODUCT,
    );
    assert_eq!(found, "");
}

#[test]
fn a_message_names_the_file_the_line_and_the_row() {
    refused(
        "place",
        &format!(
            "[says.token-expired]\n1 = {{ {ROW} }}\n2 = {{ about = \"token\", hints = \"jwt expired\" }}\n"
        ),
        "phrases/en.toml:3, en.token-expired.2: wants `source` and `date`",
    );
}

#[test]
fn a_phrase_that_no_recorded_answer_holds_names_no_cause() {
    refused(
        "untested",
        "[says.token-expired]\n1 = { about = \"token\", names = \"token expired\", untested = true }\n",
        "names a cause and no recorded answer holds it",
    );
}

#[test]
fn an_unknown_cause_is_refused() {
    refused(
        "cause",
        &format!("[says.token-expird]\n1 = {{ {ROW} }}\n"),
        "no such cause",
    );
}

#[test]
fn an_id_is_not_given_twice() {
    refused(
        "twice",
        &format!("[says.token-expired]\n1 = {{ {ROW} }}\n1 = {{ {ROW} }}\n"),
        "duplicate key",
    );
}

#[test]
fn a_retired_id_is_not_used_again() {
    refused(
        "retired",
        &format!("retired = [\"token-expired.1\"]\n[says.token-expired]\n1 = {{ {ROW} }}\n"),
        "this id was retired",
    );
}

#[test]
fn a_row_that_is_left_out_must_be_retired() {
    let text = format!("[says.token-expired]\n2 = {{ {ROW} }}\n");
    refused(
        "gone",
        &text,
        "en.token-expired.1 is neither a row nor retired",
    );
    let retired = format!("retired = [\"token-expired.1\"]\n{text}");
    assert_eq!(wrong("gone-well", &retired, PRODUCT), "");
}

#[test]
fn words_that_cannot_be_said_are_refused() {
    for words in [
        "Token expired",
        "token  expired",
        "token ~x expired",
        "token expired ~3",
        "token|",
        "",
    ] {
        let row = ROW.replace("token expired", words);
        refused(
            "words",
            &format!("[says.token-expired]\n1 = {{ {row} }}\n"),
            "is no phrase",
        );
    }
}

#[test]
fn one_sequence_of_words_names_one_cause() {
    let names =
        |words: &str| ROW.replace("hints = \"token expired\"", &format!("names = \"{words}\""));
    let text = format!(
        "[says.token-expired]\n1 = {{ {} }}\n[says.token-invalid]\n1 = {{ {} }}\n",
        names("jwt|token ~2 expired"),
        names("token ~1 expired|invalid"),
    );
    refused(
        "two",
        &text,
        "phrases/en.toml:4, en.token-invalid.1: `token expired` names another cause in en.token-expired.1",
    );
}

#[test]
fn a_product_wants_a_source_and_whole_marks() {
    let rows = format!("[says.token-expired]\n1 = {{ {ROW} }}\n");
    let unread = "name = \"Acme\"\nkind = \"api\"\n";
    assert!(
        wrong("unread", &rows, unread).contains("products/acme.toml: nothing was read about it")
    );
    let half = PRODUCT.replace("header = \"x-acme\"", "realm = \"Acme\"");
    assert!(wrong("half", &rows, &half).contains("a mark is not whole"));
    let strange = PRODUCT.replace("kind = \"api\"", "kind = \"thing\"");
    assert!(wrong("strange", &rows, &strange).contains("`kind` must be one of"));
}
