//! Whatever a file holds, there is an answer, the same one each time, and no panic.

use std::fs;
use std::io::Cursor;

use proptest::prelude::{any, prop, proptest};
use proptest::test_runner::{Config, FileFailurePersistence};
use serde_json::{Value, json};
use why401::diagnose::{diagnose, diagnose_others};
use why401::har::stream;
use why401::redact::{Key, Redacted};

use crate::run::{case, text};

/// Mutations in all.
const MUTATIONS: usize = 1_000;

fn answered(bytes: &[u8]) -> Option<String> {
    let reading = stream::read(|| Ok(Cursor::new(bytes))).ok()?;
    let redacted = Redacted::of(&reading.exchange, &Key::of(b"0123456789abcdef"));
    let answers = (diagnose(&redacted), diagnose_others(&redacted));
    Some(serde_json::to_string(&answers).expect("JSON"))
}

fn cases() -> Vec<Value> {
    let mut files: Vec<_> = fs::read_dir(case("corpus/cases"))
        .expect("the corpus")
        .map(|file| file.expect("a file").path())
        .filter(|file| file.extension().is_some_and(|ending| ending == "har"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            serde_json::from_slice(&fs::read(text(file)).expect("a case")).expect("a case's JSON")
        })
        .collect()
}

/// Pointers (RFC 6901) to every value inside.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value))
            .collect(),
        Value::Array(items) => (0..).map(|at: usize| at.to_string()).zip(items).collect(),
        _ => return,
    };
    for (name, value) in inner {
        let place = format!("{here}/{name}");
        places(value, &place, all);
        all.push(place);
    }
}

/// Values that a field was not made for.
fn strange() -> Vec<Value> {
    let mut values = vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(401),
        json!(1e308),
        json!(u64::MAX),
        json!(i64::MIN),
        json!([]),
        json!({}),
        json!([[], {}, null, "x", 1]),
        json!({"name": 1, "value": [], "url": {}, "text": null}),
    ];
    for text in [
        "",
        " ",
        "=",
        ";;;=;",
        "\u{0}\u{1b}[31m\r\n",
        "\u{202e}\u{feff}ü😀",
        "redacted(jwt!exp=99999999999999999999!len=1)",
        "redacted(",
        "Bearer ",
        "Bearer a.b.c",
        "Basic ====",
        "Digest realm=\"",
        "sid=1; Domain=.; Path=\\; Max-Age=-99999999999999999999; Expires=Thu, 99 Foo 9999999 99:99:99",
        "Bearer realm=\"\\\", error=, , =, a b c=\"",
        "https://[::1",
        "https://user:pass@\u{0}/%zz?%&=#",
        "//",
        "data:,",
        "9999999999-99-99T99:99:99.999999999+99:99",
        "{\"error\":{\"error\":[",
        "%%%{host}{}",
    ] {
        values.push(text.into());
    }
    values.push("a".repeat(5_000).into());
    values.push("; =,\"(".repeat(1_000).into());
    values
}

#[test]
fn any_value_in_place_of_any_field_gives_an_answer() {
    let cases = cases();
    let strange = strange();
    // A linear congruential generator: the same mutations each time.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut pick = move |most: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % most
    };
    let mut answers = 0;
    for _ in 0..MUTATIONS {
        let mut case = cases[pick(cases.len())].clone();
        let mut all = Vec::new();
        places(&case, "", &mut all);
        let place = &all[pick(all.len())];
        let value = &strange[pick(strange.len())];
        *case.pointer_mut(place).expect("the place") = value.clone();
        let bytes = case.to_string().into_bytes();
        let one = answered(&bytes);
        assert!(
            one.is_some() || (place == "/log" && !value.is_object()),
            "no answer with {value} at {place}"
        );
        answers += usize::from(one.is_some());
        assert_eq!(
            one,
            answered(&bytes),
            "another answer with {value} at {place}"
        );
    }
    assert!(answers > MUTATIONS * 9 / 10);
}

fn config() -> Config {
    Config {
        cases: 200,
        failure_persistence: None::<Box<FileFailurePersistence>>.map(|kept| kept as _),
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _answer = answered(&bytes);
    }

    #[test]
    fn any_header_values_give_an_answer(
        authorization in ".{0,80}", challenge in ".{0,120}", cookie in ".{0,80}", set in ".{0,120}", date in ".{0,40}",
        url in ".{0,60}", body in ".{0,200}",
    ) {
        let har = json!({"log": {"entries": [{
            "startedDateTime": date,
            "request": {"method": "GET", "url": format!("https://a.example/{url}"), "headers": [
                {"name": "Authorization", "value": authorization}, {"name": "Cookie", "value": cookie},
                {"name": "Origin", "value": url}, {"name": "X-API-Key", "value": body}]},
            "response": {"status": 401, "headers": [
                {"name": "WWW-Authenticate", "value": challenge}, {"name": "Set-Cookie", "value": set},
                {"name": "Date", "value": date}, {"name": "Access-Control-Allow-Origin", "value": url}],
                "content": {"mimeType": "application/json", "text": body}}}]}});
        assert!(answered(har.to_string().as_bytes()).is_some());
    }
}
