//! Long files: a window of them is kept, and it is enough.

use std::fmt::Write;
use std::process::Command;

use serde_json::{Value, json};

use crate::run::{answer, entry, file, har, text};

const LONG: usize = 3_000;

fn long() -> Vec<Value> {
    let mut entries: Vec<Value> = (0..LONG)
        .map(|at| entry(&format!("https://app.example/static/{at}.js"), 200, at))
        .collect();
    for one in &mut entries {
        one["response"]["content"]["text"] = "x".repeat(2_000).into();
    }
    entries
}

#[test]
fn the_sign_in_of_long_ago_is_still_known() {
    let mut entries = long();
    let mut sign_in = entry("https://app.example/login", 200, 3);
    sign_in["request"]["method"] = "POST".into();
    sign_in["response"]["headers"] =
        json!([{"name": "Set-Cookie", "value": "sessionid=secretsecret; Path=/; SameSite=None"}]);
    entries[3] = sign_in;
    entries[LONG - 100] = entry("https://app.example/api/orders", 401, LONG - 100);
    let one = answer("long.har", har(&entries).to_string().as_bytes());
    assert_eq!(one["failing"]["index"], LONG - 100, "the index in the file");
    let set = one["setCookies"].as_array().expect("the cookies set");
    assert!(set.iter().any(|cookie| cookie["name"] == "sessionid"));
}

#[test]
fn failures_beyond_what_is_explained_are_counted() {
    let mut entries = long();
    for at in (0..LONG).step_by(10) {
        entries[at] = entry("https://app.example/api/orders", 401, at);
    }
    let one = answer("failing.har", har(&entries).to_string().as_bytes());
    let more = one["more"].as_array().expect("the others").len();
    let left = LONG / 10 - 1 - more;
    let unknown = one["unknown"].to_string();
    assert!(
        left > 0 && unknown.contains(&format!("{left} failing requests")),
        "{unknown}"
    );
}

#[test]
fn a_text_beyond_all_measure_is_cut() {
    let mut one = entry("https://app.example/api/orders", 401, 0);
    one["response"]["content"]["text"] = format!(
        "{{\"message\":\"token expired\", \"x\":\"{}\"}}",
        "y".repeat(4_000_000)
    )
    .into();
    let one = answer("text.har", har(&[one]).to_string().as_bytes());
    assert_eq!(one["cause"], "token-expired", "{one}");
}

/// So much address space a redaction may take, in KiB. Of 20,000 401s (39 MB) it holds 13.5 MB.
const ROOM: usize = 64 << 10;

/// Redacts a file where the system gives no more memory than [`ROOM`].
#[cfg(target_os = "linux")]
fn redacted_in_little_room(name: &str, content: &str) -> String {
    let limited = format!("ulimit -v {ROOM} && exec \"$@\"");
    let path = file(name, content.as_bytes());
    let output = Command::new("sh")
        .args(["-c", &limited, "sh", env!("CARGO_BIN_EXE_why401"), "redact"])
        .arg(text(&path))
        .output()
        .expect("a shell");
    assert!(output.status.success(), "{name}: {output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
#[cfg(target_os = "linux")]
fn members_that_nobody_knows_take_no_memory_when_a_file_is_redacted() {
    let mut log = "{\"log\":{\"entries\":[]".to_owned();
    for at in 0..300_000 {
        write!(log, ",\"k{at}\":\"secret{at}\"").expect("a string takes all");
    }
    let numbers = vec!["0"; 1_000_000].join(",");
    let messages = format!("\"_webSocketMessages\":[{numbers}],\"response\":{{\"status\":401}}");
    let log = log.replacen("[]", &format!("[{{{messages}}}]"), 1) + "}}";
    let printed = redacted_in_little_room("members.har", &log);
    assert!(
        printed.contains("401") && !printed.contains("secret"),
        "{printed}"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_long_file_is_redacted_entry_by_entry() {
    let full = std::env::var_os("WHY401_FULL").is_some();
    let count = if full { 40_000 } else { 2_000 };
    let one = |at: usize| entry(&format!("https://app.example/static/{at}.js"), 200, at);
    let log = har(&(0..count).map(one).collect::<Vec<_>>()).to_string();
    let printed = redacted_in_little_room("entries.har", &log);
    let again: Value = serde_json::from_str(&printed).expect("JSON");
    let entries = again["log"]["entries"].as_array().expect("entries");
    assert_eq!(entries.len(), count);
}
