//! Long files: a window of them is kept, and it is enough.

use serde_json::{Value, json};

use crate::run::{answer, entry, har};

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
