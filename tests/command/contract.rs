//! `--format json`, field by field, and the exit codes.

use std::fs;

use serde_json::{Value, json};

use crate::run::{answer, case, entry, file, har, lines, run, text};

fn corpus() -> Vec<String> {
    let mut files: Vec<String> = fs::read_dir(case("corpus/cases"))
        .expect("the corpus")
        .map(|file| text(&file.expect("a file").path()).to_owned())
        .filter(|file| {
            file.rsplit_once('.')
                .is_some_and(|(_, ending)| ending == "har")
        })
        .collect();
    files.sort();
    files
}

fn one_of(value: &Value, words: &[&str]) -> bool {
    value.as_str().is_some_and(|word| words.contains(&word))
}

fn texts(value: &Value) -> bool {
    value
        .as_array()
        .is_some_and(|list| list.iter().all(Value::is_string))
}

fn is_message(value: &Value) -> bool {
    let text = value["text"].as_str().unwrap_or_default();
    value["key"].is_string() && value["args"].is_object() && !text.is_empty() && !text.contains('‹')
}

fn check(one: &Value) {
    assert_eq!(one["schema"], 1);
    assert!(one["file"].is_string());
    let confidences = ["certain", "likely", "possible"];
    assert!(one_of(&one["confidence"], &confidences));
    assert!(one["phase"].is_null() || one_of(&one["phase"], &["store", "send"]));
    let states = ["pending", "open", "recovered", "harmless", "resolved"];
    assert!(one_of(&one["state"], &states));
    assert!(one["alarm"].is_boolean());
    assert!(texts(&one["unknown"]));
    for other in one["others"].as_array().expect("others") {
        assert!(other["cause"].is_string() && one_of(&other["confidence"], &confidences));
    }
    for cookie in one["cookies"].as_array().expect("cookies") {
        assert!(cookie["name"].is_string() && cookie["domain"].is_string());
        assert!(cookie["path"].is_string() && cookie["sent"].is_boolean());
        assert!(
            ["reasons", "warnings", "faults"]
                .iter()
                .all(|name| texts(&cookie[name]))
        );
    }
    for cookie in one["setCookies"].as_array().expect("setCookies") {
        assert!(cookie["url"].is_string() && cookie["name"].is_string());
        assert!(cookie["stored"].is_boolean());
        assert!(
            ["reasons", "warnings", "faults"]
                .iter()
                .all(|name| texts(&cookie[name]))
        );
    }
    if one["cause"].is_null() {
        assert!(one["failing"].is_null() && one["summary"].is_null());
        return;
    }
    check_failure(one);
}

fn check_story(story: &Value) {
    let actors = story["actors"].as_array().expect("actors");
    assert!(
        actors.iter().all(|actor| actor["name"].is_string()
            && one_of(&actor["kind"], &["page", "browser", "server"]))
    );
    let steps = story["steps"].as_array().expect("steps");
    assert!(!steps.is_empty());
    for step in steps {
        assert!(is_message(step), "{step}");
        assert!(one_of(&step["tone"], &["plain", "good", "bad", "note"]));
        for end in ["from", "to"] {
            let index = step[end].as_u64().expect("an index");
            assert!(index < actors.len() as u64, "{step}");
        }
        let detail = step["detail"].as_array().expect("detail");
        assert!(detail.iter().all(is_message), "{step}");
    }
}

fn check_failure(one: &Value) {
    check_story(&one["story"]);
    for why in one["cors"]["why"].as_array().into_iter().flatten() {
        assert!(is_message(why), "{why}");
    }
    let failing = &one["failing"];
    assert!(failing["method"].is_string() && failing["url"].is_string());
    assert!(failing["status"].is_u64());
    assert!(failing["preflight"].is_null() || failing["preflight"].is_u64());
    assert!(is_message(&one["summary"]["person"]), "{}", one["summary"]);
    assert!(is_message(&one["summary"]["developer"]));
    for proof in one["evidence"].as_array().expect("evidence") {
        assert!(proof["kind"].is_string());
        assert!(one_of(
            &proof["basis"],
            &["observed", "inferred", "unknown"]
        ));
        assert!(is_message(proof), "{proof}");
    }
    for fix in one["fixes"].as_array().expect("fixes") {
        assert!(one_of(&fix["who"], &["person", "frontend", "backend"]));
        assert!(one_of(&fix["effort"], &["easy", "medium", "hard"]));
        assert!(fix["title"].is_string() && fix["check"].is_string());
        assert!(texts(&fix["steps"]));
        let snippet = &fix["snippet"];
        assert!(snippet.is_null() || (snippet["for"].is_string() && snippet["code"].is_string()));
    }
}

#[test]
fn every_case_is_answered_in_the_shape_of_the_contract() {
    let files = corpus();
    let mut arguments = vec!["--format", "json"];
    arguments.extend(files.iter().map(String::as_str));
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(0));
    let answers = lines(&output);
    assert_eq!(answers.len(), files.len());
    for (file, one) in files.iter().zip(&answers) {
        assert_eq!(one["file"], file.as_str());
        check(one);
        for more in one["more"].as_array().expect("more") {
            check(more);
        }
    }
}

#[test]
fn where_nothing_failed_there_is_no_cause() {
    let har = har(&[entry("https://app.example/", 200, 0)]);
    let one = answer("fine.har", har.to_string().as_bytes());
    check(&one);
    assert_eq!(
        (&one["cause"], &one["alarm"]),
        (&Value::Null, &json!(false))
    );
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_run_goes_on() {
    let good = file(
        "good.har",
        har(&[entry("https://app.example/", 200, 0)])
            .to_string()
            .as_bytes(),
    );
    for content in [&b""[..], b"\xff\xfe{", b"[]", b"{\"log\":", b"{}", b"null"] {
        let bad = file("bad.har", content);
        let output = run(&[
            "--format",
            "json",
            text(&bad),
            "no-such-file.har",
            text(&good),
        ]);
        assert_eq!(output.status.code(), Some(1));
        let lines = lines(&output);
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[0]["file"], text(&bad));
        assert!(lines[0]["error"].is_string() && lines[1]["error"].is_string());
        assert_eq!(lines[2]["schema"], 1);
    }
}

#[test]
fn the_exit_code_tells_wrong_usage_and_asked_for_alarms() {
    let failing = file(
        "alarm.har",
        har(&[entry("https://app.example/api/orders", 401, 0)])
            .to_string()
            .as_bytes(),
    );
    let failing = text(&failing);
    for (arguments, code) in [
        (&[][..], 2),
        (&["--no-such-option"], 2),
        (&["explain", "no-such-cause"], 2),
        (&["explain", "token-expired"], 0),
        (&["causes"], 0),
        (&["words"], 0),
        (&[failing], 0),
        (&["--fail-on", "alarm", failing], 3),
        (&["--fail-on", "alarm", failing, "no-such-file.har"], 3),
        (&["redact", failing], 0),
        (&["redact", "no-such-file.har"], 1),
    ] {
        assert_eq!(run(arguments).status.code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn a_byte_order_mark_and_fields_behind_the_entries_are_read() {
    let mut har = har(&[
        entry("https://app.example/api/a", 401, 0),
        entry("https://app.example/api/b", 401, 1),
    ]);
    har["log"]["_failing"] = json!(0);
    // `zentries` sorts behind every custom field, `_failing` among them; the other order is the object's own.
    let after = har.to_string();
    let before = after.replacen("{\"log\":{", "{\"log\":{\"_failing\":0,", 1);
    for (name, content) in [("after.har", after), ("before.har", before)] {
        let one = answer(name, format!("\u{feff}{content}").as_bytes());
        assert_eq!(one["failing"]["url"], "https://app.example/api/a", "{name}");
        assert_eq!(one["more"].as_array().map(Vec::len), Some(1));
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_why401"))
        .arg("words")
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command runs");
    drop(child.stdout.take());
    let status = child.wait().expect("an end");
    assert_eq!(status.code(), Some(0));
}
