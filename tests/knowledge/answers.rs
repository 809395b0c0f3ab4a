//! The known responses: what the packing step refuses of them, that what was recorded with them is so, and how many
//! the README says there are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

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
fn an_id_that_a_row_had_before_is_not_given_again() {
    let was = |id: &str| ROW.replace("situation", &format!("was = \"{id}\"\nsituation"));
    assert_eq!(wrong("moved", HEAD, &was("old/expired")), "");
    refused(
        "again",
        &was("acme/expired"),
        "acme/expired: another row was `acme/expired`",
    );
    let other = was("old/expired").replace("\"expired\"", "\"other\"");
    refused(
        "moved-twice",
        &(was("old/expired") + &other),
        "acme/other: another row was `old/expired`",
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

/// Saved cases hold ids: each that was ever given leads to its response, or stands behind `gone `.
#[test]
fn every_id_that_was_ever_given_is_known_or_gone() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/saved/responses.txt");
    let before = fs::read_to_string(&file).expect("the list of what was given");
    let lost = |id: &&str| !id.starts_with("gone ") && knowledge::response_by_id(id).is_none();
    let lost: Vec<&str> = before.lines().filter(lost).collect();
    assert!(lost.is_empty(), "known no more: {lost:?}");
    let mut all: BTreeSet<String> = before.lines().map(str::to_owned).collect();
    let reused = |one: &KnownResponse| all.contains(&format!("gone {}", one.id()));
    assert_eq!(
        knowledge::responses().find(reused).map(KnownResponse::id),
        None
    );
    all.extend(knowledge::responses().map(KnownResponse::id));
    let now: Vec<String> = all.into_iter().map(|id| id + "\n").collect();
    let now = now.concat();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, now).expect("the list");
        return;
    }
    assert!(before == now, "UPDATE=1 adds what is new");
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
