//! The known responses: what the packing step refuses of them, that what was recorded with them is so, and how many
//! the README says there are.

use std::collections::BTreeSet;
use std::fs;

use why401::http::etag::HashTag;
use why401::knowledge::{self, KnownResponse};

use crate::{answers, readme};

const ROW: &str = r#"
[[answer]]
id = "expired"
situation = "the token has expired"
means = "token-expired"
status = 401
body = '{"message":"jwt expired"}'
how = "ran"
"#;

/// What is wrong with a file of this head and these rows; empty where nothing is.
fn wrong(name: &str, head: &str, rows: &str) -> String {
    let folder = std::env::temp_dir().join(format!("why401-answers-{name}-{}", std::process::id()));
    fs::create_dir_all(folder.join("answers")).expect("a folder");
    let head = format!("product = \"acme\"\nname = \"Acme\"\nkind = \"api\"\n{head}");
    fs::write(folder.join("answers/acme.toml"), head + rows).expect("a file");
    let made = "wrappers = ['{{text}}']\nsentences = []\n";
    fs::write(folder.join("sentences.toml"), made).expect("a file");
    let causes: BTreeSet<String> = ["token-expired", "token-invalid"].map(str::to_owned).into();
    let found = answers::packed(&folder, &causes);
    _ = fs::remove_dir_all(&folder);
    found.err().unwrap_or_default().join("\n")
}

const HEAD: &str = "source = \"https://acme.example/docs\"\ndate = \"2026-11-30\"\n";

#[track_caller]
fn refused(name: &str, rows: &str, says: &str) {
    let found = wrong(name, HEAD, rows);
    assert!(found.contains(says), "{says:?} in {found:?}");
}

#[test]
fn a_row_that_is_whole_is_packed() {
    assert_eq!(wrong("whole", HEAD, ROW), "");
}

#[test]
fn a_message_names_the_file_the_line_and_the_row() {
    let rows = ROW.replace("token-expired\"\nstatus", "token-old\"\nstatus");
    refused(
        "cause",
        &rows,
        "answers/acme.toml:7, acme/expired: `token-old` is no cause",
    );
}

#[test]
fn an_id_is_used_once() {
    refused(
        "twice",
        &ROW.repeat(2),
        "acme/expired: another row has this id",
    );
}

#[test]
fn a_hole_is_not_the_whole_body() {
    let rows = ROW.replace(r#"{"message":"jwt expired"}"#, r#"{"e":"{{text}}"}"#);
    refused("hole", &rows, "is hardly more than its holes");
}

#[test]
fn a_row_says_what_it_means_once() {
    let rows = ROW.replace("means = \"token-expired\"\n", "");
    refused("nothing", &rows, "wants `means` or `may-mean`");
    let rows = ROW.replace("status", "may-mean = [\"token-invalid\"]\nstatus");
    refused("both", &rows, "wants `means` or `may-mean`");
}

#[test]
fn a_row_has_a_source_and_a_day() {
    for (head, says) in [
        (
            "source = \"\"\ndate = \"2026-11-30\"\n",
            "`source` is no public address",
        ),
        (
            "source = \"https://acme.example\"\ndate = \"today\"\n",
            "`date` is no day",
        ),
        ("date = \"2026-11-30\"\n", "missing field `source`"),
    ] {
        let found = wrong("source", head, ROW);
        assert!(found.contains(says), "{says:?} in {found:?}");
    }
}

/// The text of a response's body, where it has no holes.
fn text(one: KnownResponse) -> Option<&'static str> {
    one.body()?.template().plain()
}

#[test]
fn every_entity_tag_that_was_recorded_is_the_hash_of_its_body() {
    let mut checked = 0;
    for one in knowledge::responses() {
        let record = one.record().expect("a record");
        let (Some(tag), Some(text)) = (HashTag::parse(record.etag), text(one)) else {
            continue;
        };
        assert!(tag.is_of(text), "{}: {} {text}", one.id(), record.etag);
        checked += 1;
    }
    assert!(checked >= 100, "only {checked} were recorded");
}

#[test]
fn every_response_names_its_situation_its_source_and_its_day() {
    for one in knowledge::responses() {
        let record = one.record().expect("a record");
        let whole = [record.situation, record.source, record.date, record.how];
        assert!(whole.iter().all(|part| !part.is_empty()), "{}", one.id());
        assert!(!one.causes().is_empty(), "{}", one.id());
    }
}

#[test]
fn the_readme_tells_how_many_there_are() {
    let made = format!(
        "{} responses of {} products are known.\n",
        knowledge::responses().count(),
        knowledge::makers().len()
    );
    readme::holds("answers", &made, "--test knowledge");
}
