//! Whole exchanges: what went, what was kept, and why not.

use serde_json::{Value, json};
use why401::cookie::verdict::{CookieVerdict, SetCookieVerdict, sending, storing};
use why401::exchange::Exchange;
use why401::har::Log;
use why401::redact::{Key, Redacted};

const CHROMIUM: &str = "Chrome";
const FIREFOX: &str = "Firefox";

/// A log with one browser, one cookie `sid` and the fields given.
fn exchange(browser: &str, fields: Value) -> Exchange {
    let mut log = json!({
        "browser": { "name": browser, "version": "153" },
        "_settings": { "thirdPartyCookies": "allowed" },
        "_jar": [cookie("sid", json!({}))],
    });
    for (name, value) in fields.as_object().into_iter().flatten() {
        log[name] = value.clone();
    }
    serde_json::from_value::<Log>(log)
        .expect("a log")
        .exchange()
}

fn cookie(name: &str, fields: Value) -> Value {
    let mut cookie = json!({
        "name": name, "value": format!("{name}-value"), "domain": "api.example.com", "hostOnly": true, "path": "/",
        "secure": true, "httpOnly": true, "session": true, "sameSite": "lax",
    });
    for (name, value) in fields.as_object().into_iter().flatten() {
        cookie[name] = value.clone();
    }
    cookie
}

/// A request as a browser records it, with these fields of the request.
fn request(kind: &str, method: &str, url: &str, headers: &[(&str, &str)]) -> Value {
    let headers: Vec<Value> = [("Accept", "*/*")]
        .iter()
        .chain(headers)
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    json!({
        "startedDateTime": "2026-06-01T12:00:00.000Z", "time": 10, "_resourceType": kind,
        "request": { "method": method, "url": url, "headers": headers },
        "response": { "status": 401, "headers": [] },
    })
}

fn answering(mut entry: Value, status: u16, headers: &[(&str, &str)]) -> Value {
    entry["response"]["status"] = json!(status);
    entry["response"]["headers"] = headers
        .iter()
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    entry
}

fn last(exchange: &Exchange) -> Vec<CookieVerdict> {
    sending(exchange, exchange.entries.len() - 1)
}

fn words(verdict: &CookieVerdict) -> Vec<&'static str> {
    verdict
        .reasons
        .iter()
        .map(|reason| reason.as_str())
        .collect()
}

/// The reasons for the only cookie of the jar.
fn reasons(exchange: &Exchange) -> Vec<&'static str> {
    let verdicts = last(exchange);
    assert_eq!(verdicts.len(), 1);
    assert_eq!(verdicts[0].sent, verdicts[0].reasons.is_empty());
    words(&verdicts[0])
}

fn set(exchange: &Exchange, index: usize) -> Vec<(SetCookieVerdict, Vec<&'static str>)> {
    let verdicts = storing(exchange, index).into_iter();
    verdicts
        .map(|verdict| {
            let words = verdict
                .reasons
                .iter()
                .map(|reason| reason.as_str())
                .collect();
            (verdict, words)
        })
        .collect()
}

const ME: &str = "https://api.example.com/me";

#[test]
fn a_lax_cookie_stays_home_on_a_fetch_from_another_site() {
    let log = json!({ "_page": { "url": "https://app.other.example/" }, "entries": [request("fetch", "GET", ME, &[])] });
    assert_eq!(reasons(&exchange(CHROMIUM, log.clone())), ["same-site-lax"]);
    assert_eq!(reasons(&exchange(FIREFOX, log)), ["same-site-lax"]);
}

#[test]
fn the_scheme_makes_another_site_in_chromium_alone() {
    let log = json!({
        "_page": { "url": "http://www.example.com/" },
        "entries": [request("fetch", "GET", ME, &[("Cookie", "sid=sid-value"), ("Accept", "*/*")])],
    });
    assert_eq!(reasons(&exchange(FIREFOX, log)), [""; 0]);
    let log = json!({ "_page": { "url": "http://www.example.com/" }, "entries": [request("fetch", "GET", ME, &[])] });
    assert_eq!(
        reasons(&exchange(CHROMIUM, log)),
        ["schemeful-same-site-lax"]
    );
}

#[test]
fn a_foreign_frame_between_makes_its_inside_foreign() {
    let log = json!({
        "_page": { "url": "https://www.example.com/", "frames": ["https://ads.example/", "https://api.example.com/in"] },
        "entries": [request("fetch", "GET", ME, &[("Sec-Fetch-Site", "same-origin"), ("Referer", "https://api.example.com/in")])],
    });
    assert_eq!(reasons(&exchange(CHROMIUM, log)), ["same-site-lax"]);
}

#[test]
fn a_redirect_by_way_of_another_site_counts_in_firefox_alone() {
    let log = json!({
        "_jar": [cookie("sid", json!({ "sameSite": "strict" }))],
        "_page": { "url": "https://www.example.com/" },
        "entries": [
            answering(request("document", "GET", "https://login.example/go", &[("Referer", "https://www.example.com/")]), 302, &[("Location", ME)]),
            request("document", "GET", ME, &[("Referer", "https://www.example.com/"), ("Sec-Fetch-Site", "cross-site")]),
        ],
    });
    assert_eq!(
        reasons(&exchange(FIREFOX, log.clone())),
        ["same-site-strict"]
    );
    let verdicts = last(&exchange(CHROMIUM, log));
    assert!(verdicts[0].expected && !verdicts[0].sent);
    assert_eq!(words(&verdicts[0]), ["unknown"]);
}

#[test]
fn a_young_cookie_without_same_site_goes_with_a_post_from_elsewhere() {
    let started = |seconds: u32| format!("2026-06-01T12:0{}:00.000Z", seconds / 60);
    let log = |age: u32| {
        let mut login = answering(
            request("fetch", "POST", "https://api.example.com/login", &[]),
            200,
            &[("Set-Cookie", "sid=sid-value; Path=/; Secure; HttpOnly")],
        );
        login["startedDateTime"] = json!(started(0));
        let mut post = request("document", "POST", ME, &[("Origin", "https://pay.example")]);
        post["startedDateTime"] = json!(started(age));
        json!({ "_jar": [cookie("sid", json!({ "sameSite": "unspecified" }))], "entries": [login, post] })
    };
    assert!(last(&exchange(CHROMIUM, log(60)))[0].expected);
    assert_eq!(
        reasons(&exchange(CHROMIUM, log(240))),
        ["same-site-unspecified-treated-as-lax"]
    );
    assert!(last(&exchange(FIREFOX, log(240)))[0].expected);
}

#[test]
fn what_stays_home_by_no_rule_was_left_out_by_the_credentials_mode() {
    let log = json!({
        "_jar": [cookie("sid", json!({ "sameSite": "no_restriction" }))],
        "_page": { "url": "https://app.example.com/" },
        "entries": [request("fetch", "GET", ME, &[("Origin", "https://app.example.com")])],
    });
    assert_eq!(reasons(&exchange(CHROMIUM, log)), ["credentials-omitted"]);
}

#[test]
fn an_xmlhttprequest_leaves_cookies_out_for_another_origin_only() {
    for (page, reason) in [
        ("https://app.example.com", "credentials-omitted"),
        ("https://api.example.com", "unknown"),
    ] {
        let log = json!({
            "_jar": [cookie("sid", json!({ "sameSite": "no_restriction" }))],
            "_page": { "url": format!("{page}/") },
            "entries": [request("xhr", "GET", ME, &[("Origin", page)])],
        });
        assert_eq!(reasons(&exchange(CHROMIUM, log)), [reason], "{page}");
    }
}

#[test]
fn a_missing_storage_access_header_proves_that_credentials_were_left_out() {
    let log = json!({
        "_jar": [cookie("sid", json!({ "sameSite": "no_restriction" }))],
        "_page": { "url": "https://app.other.example/" },
        "entries": [request("fetch", "GET", ME, &[("Origin", "https://app.other.example"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors")])],
    });
    let verdicts = last(&exchange(CHROMIUM, log));
    assert!(!verdicts[0].expected);
    assert_eq!(
        (words(&verdicts[0]), verdicts[0].sureness.as_str()),
        (vec!["credentials-omitted"], "strong")
    );
}

#[test]
fn a_third_party_keeps_only_the_partition_of_its_page() {
    let key = |site: &str| json!({ "sameSite": "no_restriction", "partitionKey": { "topLevelSite": site } });
    let log = json!({
        "_settings": { "thirdPartyCookies": "blocked" },
        "_page": { "url": "https://app.other.example/" },
        "_jar": [
            cookie("plain", json!({ "sameSite": "no_restriction" })),
            cookie("here", key("https://other.example")),
            cookie("there", key("https://third.example")),
        ],
        "entries": [request("fetch", "GET", ME, &[("Cookie", "here=here-value")])],
    });
    let verdicts = last(&exchange(CHROMIUM, log));
    assert_eq!(words(&verdicts[0]), ["third-party-blocked"]);
    assert!(verdicts[1].sent);
    assert_eq!(words(&verdicts[2]), ["other-partition"]);
}

#[test]
fn a_log_that_shows_no_header_fields_is_judged_by_the_rules() {
    let mut entry = request("fetch", "GET", ME, &[]);
    entry["request"]["headers"] = json!([]);
    let verdicts = last(&exchange(CHROMIUM, json!({ "entries": [entry] })));
    assert_eq!((verdicts[0].sent, verdicts[0].observed), (true, None));
}

#[test]
fn without_a_page_a_document_is_top_level_and_all_else_of_the_same_origin() {
    for kind in ["document", "fetch", "image"] {
        let log = json!({ "_jar": [cookie("sid", json!({ "sameSite": "strict" }))], "entries": [request(kind, "GET", ME, &[])] });
        assert!(last(&exchange("", log))[0].expected, "{kind}");
    }
}

#[test]
fn a_cookie_that_the_answer_itself_brought_was_not_withheld() {
    let log = json!({
        "_page": { "url": ME },
        "entries": [answering(request("fetch", "GET", ME, &[]), 401, &[("Set-Cookie", "sid=sid-value; Path=/; Secure; HttpOnly; SameSite=Lax")])],
    });
    let verdicts = last(&exchange(CHROMIUM, log));
    assert_eq!(words(&verdicts[0]), [""; 0]);
    assert_eq!(
        (verdicts[0].sent, verdicts[0].warnings[0].as_str()),
        (false, "set-later")
    );
}

#[test]
fn two_cookies_of_one_name_shadow_each_other() {
    let log = json!({
        "_page": { "url": ME },
        "_jar": [cookie("sid", json!({})), cookie("sid", json!({ "domain": ".example.com", "hostOnly": false, "value": "old" }))],
        "entries": [request("fetch", "GET", ME, &[("Cookie", "sid=sid-value; sid=old")])],
    });
    let verdicts = last(&exchange(CHROMIUM, log));
    assert!(
        verdicts
            .iter()
            .all(|verdict| verdict.sent && verdict.warnings[0].as_str() == "shadowed")
    );
}

#[test]
fn a_cookie_whose_time_has_passed_stays_home_though_the_jar_lists_it() {
    let log = json!({
        "_page": { "url": ME },
        "_jar": [cookie("sid", json!({ "session": false, "expirationDate": 1_780_000_000.0 }))],
        "entries": [request("fetch", "GET", ME, &[])],
    });
    assert_eq!(reasons(&exchange(FIREFOX, log)), ["expired"]);
}

#[test]
fn the_lines_that_firefox_joins_are_parted() {
    let lines = "a=1; Path=/\nb=2; SameSite=None\nsid=; Max-Age=0";
    let log = json!({ "_jar": [], "_page": { "url": ME }, "entries": [answering(request("fetch", "GET", ME, &[]), 401, &[("Set-Cookie", lines)])] });
    let verdicts = set(&exchange(FIREFOX, log), 0);
    assert!(verdicts[0].0.stored);
    assert_eq!(verdicts[1].1, ["same-site-none-insecure"]);
    assert_eq!(verdicts[2].1, ["already-expired"]);
}

#[test]
fn a_line_that_no_rule_refuses_and_the_jar_lacks_is_not_explained() {
    let login = answering(
        request("document", "POST", "https://api.example.com/login", &[]),
        200,
        &[("Set-Cookie", "sid=new; Path=/")],
    );
    let log = json!({ "_jar": [], "_page": { "url": ME }, "entries": [login, request("fetch", "GET", ME, &[])] });
    assert_eq!(set(&exchange(CHROMIUM, log), 0)[0].1, ["unknown"]);
}

#[test]
fn a_foreign_login_without_credentials_keeps_nothing() {
    let login = answering(
        request(
            "fetch",
            "POST",
            "https://api.example.com/login",
            &[("Origin", "https://app.example.com")],
        ),
        200,
        &[("Set-Cookie", "sid=new; Path=/")],
    );
    let log = json!({ "_jar": [], "_page": { "url": "https://app.example.com/" }, "entries": [login, request("fetch", "GET", ME, &[])] });
    assert_eq!(
        set(&exchange(CHROMIUM, log), 0)[0].1,
        ["credentials-omitted"]
    );
}

#[test]
fn an_insecure_answer_does_not_replace_a_secure_cookie() {
    let url = "http://api.example.com/me";
    let log = json!({ "_page": { "url": url }, "entries": [answering(request("document", "GET", url, &[]), 401, &[("Set-Cookie", "sid=new; Path=/")])] });
    assert_eq!(set(&exchange(CHROMIUM, log), 0)[0].1, ["overwrite-secure"]);
}

#[test]
fn an_oversized_attribute_is_dropped_with_a_warning() {
    let line = format!("a=1; Path=/{}", "p".repeat(1_100));
    let log = json!({ "_jar": [], "_page": { "url": ME }, "entries": [answering(request("fetch", "GET", ME, &[]), 401, &[("Set-Cookie", &line)])] });
    let (verdict, reasons) = &set(&exchange(CHROMIUM, log), 0)[0];
    assert!(verdict.stored && reasons.is_empty());
    assert_eq!(
        verdict.warnings[0].as_str(),
        "attribute-value-exceeds-max-size"
    );
    assert_eq!(verdict.kept_as.path, "/");
}

#[test]
fn a_redacted_exchange_gets_the_same_verdicts() {
    let value = "x".repeat(4_094);
    let lines = [
        format!("sid={value}; Path=/"),
        "tab=a\tb".to_owned(),
        format!("a=1; Path=/{}", "p".repeat(1_100)),
        "nameless".to_owned(),
    ];
    let fields: Vec<(&str, &str)> = lines
        .iter()
        .map(|line| ("Set-Cookie", line.as_str()))
        .collect();
    let log = json!({
        "_page": { "url": "https://app.other.example/" },
        "_jar": [cookie("sid", json!({ "value": format!("{value}yyy") })), cookie("", json!({ "sameSite": "no_restriction" }))],
        "entries": [answering(request("fetch", "GET", ME, &[("Cookie", "-value")]), 401, &fields)],
    });
    let raw = exchange(CHROMIUM, log);
    let redacted = Redacted::of(&raw, &Key::default());
    assert_eq!(last(&raw), last(redacted.exchange()));
    let outline = |exchange: &Exchange| -> Vec<_> {
        set(exchange, 0)
            .into_iter()
            .map(|(verdict, words)| (verdict.stored, words, verdict.warnings))
            .collect()
    };
    assert_eq!(outline(&raw), outline(redacted.exchange()));
    assert_eq!(outline(&raw)[0].1, ["name-value-pair-exceeds-max-size"]);
}
