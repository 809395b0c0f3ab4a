//! Runs the command, and makes files for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

/// The command with these arguments, run to its end.
pub(crate) fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_why401"))
        .args(arguments)
        .env_remove("CLICOLOR_FORCE")
        .output()
        .expect("the command runs")
}

/// What it printed.
pub(crate) fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// Its JSON lines.
pub(crate) fn lines(output: &Output) -> Vec<Value> {
    printed(output)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON line"))
        .collect()
}

/// The one answer for a file with this content.
pub(crate) fn answer(name: &str, content: &[u8]) -> Value {
    let file = file(name, content);
    let output = run(&["--format", "json", text(&file)]);
    let mut lines = lines(&output);
    assert_eq!(lines.len(), 1, "{name}");
    lines.remove(0)
}

/// A file of this name in the tests' own folder.
pub(crate) fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("a file written");
    path
}

/// A path as an argument.
pub(crate) fn text(path: &Path) -> &str {
    path.to_str().expect("a name in UTF-8")
}

/// The path of a case.
pub(crate) fn case(path: &str) -> String {
    format!("{}/tests/{path}", env!("CARGO_MANIFEST_DIR"))
}

/// An entry of a HAR file.
pub(crate) fn entry(url: &str, status: u16, at: usize) -> Value {
    json!({
        "startedDateTime": format!("2026-01-01T{:02}:{:02}:{:02}.000Z", at / 3600 % 24, at / 60 % 60, at % 60),
        "time": 20,
        "request": {"method": "GET", "url": url, "httpVersion": "h2", "headers": [], "cookies": []},
        "response": {"status": status, "statusText": "", "headers": [], "cookies": [], "content": {"size": 0, "mimeType": "text/plain"}},
        "cache": {}, "timings": {"send": 1, "wait": 1, "receive": 1}
    })
}

/// A HAR file of these entries.
pub(crate) fn har(entries: &[Value]) -> Value {
    json!({"log": {"version": "1.2", "creator": {"name": "Firefox", "version": "153.0"}, "entries": entries}})
}
