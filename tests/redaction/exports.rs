//! What is handed on: quoted so that nothing in it acts, read again as what it was, the same secret under the same name.

use std::process::Command;

use serde_json::{Value, json};
use why401::diagnose::diagnose;
use why401::export::{Case, Code, Format, Report, Section, export};
use why401::har::{Har, Log};
use why401::redact::{Key, Redacted};

use crate::checks::{corpus, redacted};

fn case(redacted: Redacted) -> Case {
    Case {
        redacted,
        report: Report::default(),
    }
}

fn of_request(request: &Value) -> Case {
    let log = json!({ "entries": [{ "request": request, "response": { "status": 401, "headers": [] } }] });
    let log: Log = serde_json::from_value(log).expect("a log");
    case(redacted(&log.exchange()))
}

fn text(diagnosis: &impl serde::Serialize) -> String {
    serde_json::to_string(diagnosis).expect("JSON")
}

/// The diagnosis of an export that is read as a HAR file.
fn read_again(exported: &str) -> String {
    let har: Har = serde_json::from_str(exported).expect("a HAR");
    text(&diagnose(&Redacted::of(
        &har.log.exchange(),
        &Key::of(b"of another run 1"),
    )))
}

#[test]
fn har_and_json_are_diagnosed_as_the_original_is() {
    for (file, exchange) in corpus() {
        let case = case(redacted(&exchange));
        let original = text(&diagnose(&case.redacted));
        for format in [Format::Har, Format::Json] {
            let exported = export(std::slice::from_ref(&case), format);
            assert_eq!(read_again(&exported), original, "{file} as {format:?}");
            if format == Format::Json {
                let json: Value = serde_json::from_str(&exported).expect("JSON");
                let original: Value = serde_json::from_str(&original).expect("JSON");
                assert_eq!(json["diagnosis"], original, "{file}");
            }
        }
    }
}

#[test]
fn several_cases_are_all_in_it() {
    let one = |path: &str| {
        of_request(&json!({ "method": "GET", "url": format!("https://a.example/{path}") }))
    };
    let cases = [one("orders"), one("invoices")];
    for format in Format::ALL {
        let all = export(&cases, *format);
        assert!(
            all.contains("/orders") && all.contains("/invoices"),
            "{format:?}: {all}"
        );
        assert_eq!(export(&[], *format).trim(), "", "{format:?}");
    }
}

#[test]
fn secrets_have_names() {
    let case = of_request(&json!({
        "method": "POST",
        "url": "https://ada:hunter2zzz@a.example/login?access_token=cN7ryQ2x9VbK4mTz8Lp1Wd6&page=2",
        "headers": [
            { "name": "Authorization", "value": "Bearer cN7ryQ2x9VbK4mTz8Lp1Wd7" },
            { "name": "Cookie", "value": "sid=q8Lp1Wd6cN7ryQ2x9VbK; AWS_SECRET_ACCESS_KEY=zz8Lp1Wd6cN7ryQ2x9VbK" },
            { "name": "Referer", "value": "https://a.example/?code=Yq8Lp1Wd6cN7ryQ2x9VbK" },
            { "name": "Content-Type", "value": "application/json" },
        ],
        "postData": { "mimeType": "application/json", "text": "{\"query\":\"mutation { x }\",\"variables\":{\"password\":\"correcthorse\"}}" },
    }));
    let curl = export(std::slice::from_ref(&case), Format::Curl);
    for part in [
        "access_token=$ACCESS_TOKEN",
        "\"Authorization: Bearer $TOKEN\"",
        "\"Cookie: sid=$SID; AWS_SECRET_ACCESS_KEY=$COOKIE_",
        "code=$CODE",
        "\"variables\":'\"$VARIABLES\"'",
    ] {
        assert!(curl.contains(part), "{part} in {curl}");
    }
    let fetch = export(&[case], Format::Fetch);
    for part in [
        "\"Authorization\": \"Bearer $TOKEN\"",
        "credentials: \"include\"",
        "\\\"variables\\\":$VARIABLES",
    ] {
        assert!(fetch.contains(part), "{part} in {fetch}");
    }
    assert!(
        !fetch.contains("$SID") && !fetch.contains("Referer"),
        "{fetch}"
    );
}

#[test]
fn the_same_secret_has_the_same_name_and_another_has_another() {
    let case = of_request(&json!({
        "method": "GET", "url": "https://a.example/",
        "headers": [
            { "name": "Cookie", "value": "csrftoken=cN7ryQ2x9VbK4mTz8Lp1Wd6; other=Yq8Lp1Wd6cN7ryQ2x9VbK" },
            { "name": "X-CSRF-Token", "value": "cN7ryQ2x9VbK4mTz8Lp1Wd6" },
        ],
    }));
    let curl = export(&[case], Format::Curl);
    assert_eq!(curl.matches("$COOKIE_CSRFTOKEN").count(), 2, "{curl}");
    assert_eq!(curl.matches("$COOKIE_OTHER").count(), 1, "{curl}");
}

#[test]
fn what_was_never_filled_in_is_sent_as_it_was() {
    let case = of_request(&json!({
        "method": "GET", "url": "https://a.example/",
        "headers": [{ "name": "Authorization", "value": "Bearer undefined" }, { "name": "X-Api-Key", "value": "" }],
    }));
    let curl = export(&[case], Format::Curl);
    assert!(curl.contains("'Authorization: Bearer undefined'"), "{curl}");
    assert!(curl.contains("'X-Api-Key;'"), "{curl}");
}

/// Texts that would do something where they are not quoted.
const HOSTILE: &[&str] = &[
    "'; touch pwned; '",
    "$(touch pwned)",
    "`touch pwned`",
    "\"; touch pwned; \"",
    "${IFS}!!",
    "a\nb: c",
    "a\r\nX-Other: 1",
    "\\",
    "\\'",
    "</script><script>",
    "```\n# heading",
    "\u{202e}txt.exe",
    "\u{2028}alert(1)",
    "@/etc/passwd",
    "-o /etc/passwd",
    "[a]{1,2}",
    "*",
    "~",
    "\0",
];

/// Exchanges that are not redacted any more: whatever redaction lets through has to be quoted all the same.
fn hostile() -> Vec<Case> {
    let kept = |text: &str| {
        let request = json!({
            "method": text, "url": format!("https://a.example/{text}?q={text}"),
            "headers": [
                { "name": "Accept", "value": text }, { "name": text, "value": "1" }, { "name": "Origin", "value": text },
                { "name": "Authorization", "value": format!("Bearer {text}") }, { "name": "Cookie", "value": format!("{text}={text}") },
                { "name": "__proto__", "value": "1" },
            ],
            "postData": { "mimeType": "x", "text": format!("{text}={text}") },
        });
        of_request(&request)
    };
    HOSTILE.iter().map(|text| kept(text)).collect()
}

#[test]
fn a_shell_runs_nothing_of_a_command() {
    for case in hostile() {
        let command = export(&[case], Format::Curl);
        for shell in ["sh", "bash"] {
            let script =
                format!("curl() {{ printf '<%s>' \"$@\"; }}\nTOKEN=t\n{command}\necho; set");
            let output = Command::new(shell)
                .current_dir(env!("CARGO_TARGET_TMPDIR"))
                .arg("-c")
                .arg(&script)
                .output()
                .expect("a shell");
            let told = String::from_utf8_lossy(&output.stdout);
            let words = told.lines().next().unwrap_or_default();
            assert!(output.status.success(), "{shell}: {command}");
            assert!(
                words.starts_with("<--include>") && words.contains("<--url><https://a.example/"),
                "{words}"
            );
            let pwned = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pwned");
            assert!(!pwned.exists(), "{shell}: {command}");
            // Each option is one that the command writes, however many words a value has.
            let options: Vec<&str> = words
                .split('<')
                .filter(|word| word.starts_with("--"))
                .collect();
            let known = [
                "--include>",
                "--request>",
                "--url>",
                "--header>",
                "--data-raw>",
                "--globoff>",
                "--head>",
            ];
            assert!(
                options.iter().all(|option| known.contains(option)),
                "{options:?}"
            );
        }
    }
}

#[test]
fn each_string_of_a_call_ends_where_it_should() {
    for case in hostile() {
        let call = export(&[case], Format::Fetch);
        assert!(!call.contains("</script"), "{call}");
        assert!(
            !call.contains(['\u{202e}', '\u{2028}', '\r', '\0']),
            "{call}"
        );
        for line in call.lines() {
            let value = line.trim().trim_end_matches(',');
            if let Some((_, value)) = value.split_once("\": ") {
                let read: Result<String, _> = serde_json::from_str(value);
                assert!(read.is_ok(), "{value}");
            }
        }
    }
}

#[test]
fn nothing_of_a_report_is_markup() {
    for text in HOSTILE {
        let said = (*text).to_owned();
        let mut case = of_request(
            &json!({ "method": "GET", "url": "https://a.example/", "headers": [{ "name": "Accept", "value": said }] }),
        );
        case.report = Report {
            title: said.clone(),
            summary: format!("<b>x</b> [x](javascript:1) @someone {said}"),
            sections: vec![Section {
                heading: said.clone(),
                lines: vec![said.clone()],
            }],
            code: vec![Code {
                title: said.clone(),
                text: said.clone(),
            }],
            question: said.clone(),
        };
        for format in [Format::Markdown, Format::Prompt] {
            let report = export(std::slice::from_ref(&case), format);
            assert!(
                !report.contains("<b>") && !report.contains("[x](") && !report.contains("@someone"),
                "{report}"
            );
            assert!(
                !report.contains(['\u{202e}', '\u{2028}', '\r', '\0']),
                "{report}"
            );
            let mut fence: Option<usize> = None;
            for line in report.lines() {
                let ticks = line.len() - line.trim_start_matches('`').len();
                match fence {
                    None if ticks >= 3 => fence = Some(ticks),
                    Some(open) if ticks >= open && line.len() == ticks => fence = None,
                    None => assert!(!line.starts_with("# "), "{report}"),
                    Some(_) => {}
                }
            }
            assert_eq!(fence, None, "an open fence in {report}");
        }
    }
}

#[test]
fn new_tags_change_no_name() {
    let case = of_request(&json!({
        "method": "GET", "url": "https://a.example/",
        "headers": [{ "name": "Cookie", "value": "sid=cN7ryQ2x9VbK4mTz8Lp1Wd6; b=Yq8Lp1Wd6cN7ryQ2x9VbK" }],
    }));
    let anew = Case {
        redacted: case.redacted.keyed_anew(&Key::of(b"another key 1234")),
        ..case.clone()
    };
    assert_eq!(export(&[case], Format::Curl), export(&[anew], Format::Curl));
}
