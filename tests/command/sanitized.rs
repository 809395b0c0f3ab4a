//! Files whose exporter left out cookies and credentials.

use serde_json::{Value, json};

use crate::run::{answer, entry, har};

fn answered(name: &str, creator: &str, change: impl Fn(&mut Value)) -> Value {
    let mut log = har(&[
        entry("https://app.example/", 200, 0),
        entry("https://app.example/api/orders", 401, 1),
    ]);
    log["log"]["creator"]["name"] = creator.into();
    change(&mut log["log"]["entries"]);
    answer(name, log.to_string().as_bytes())
}

fn told(one: &Value) -> bool {
    one["unknown"]
        .to_string()
        .contains("doesn't contain cookies or Authorization headers")
}

fn bearer(entries: &mut Value) {
    entries[1]["response"]["headers"] = json!([{"name": "www-authenticate", "value": "Bearer"}]);
}

#[test]
fn what_was_left_out_is_not_taken_for_not_sent() {
    let one = answered("sanitised.har", "WebInspector", bearer);
    assert!(told(&one));
    assert_eq!(one["confidence"], "possible");
    assert_ne!(one["cause"], "authorization-missing");
    assert!(!one["evidence"].to_string().contains("no-authorization"));
    assert!(!one["evidence"].to_string().contains("nothing-sent"));
}

#[test]
fn a_whole_file_shows_what_was_not_sent() {
    let one = answered("whole.har", "Firefox", bearer);
    assert!(!told(&one));
    assert_eq!(one["cause"], "authorization-missing");
}

#[test]
fn one_cookie_anywhere_tells_that_nothing_was_left_out() {
    let one = answered("cookie.har", "WebInspector", |entries| {
        bearer(entries);
        entries[0]["request"]["headers"] = json!([{"name": "Cookie", "value": "theme=dark"}]);
    });
    assert!(!told(&one));
}

#[test]
fn chromes_own_fields_tell_it_where_no_creator_does() {
    let one = answered("priority.har", "", |entries| {
        bearer(entries);
        entries[1]["_priority"] = "High".into();
    });
    assert!(told(&one));
}

#[test]
fn the_servers_own_word_stands() {
    let one = answered("named.har", "WebInspector", |entries| {
        bearer(entries);
        entries[1]["response"]["content"]["text"] =
            "{\"detail\":\"Authentication credentials were not provided.\"}".into();
    });
    assert_eq!(one["cause"], "authorization-missing");
}
