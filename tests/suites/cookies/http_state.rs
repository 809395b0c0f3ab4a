//! The tests of RFC 6265 (2011), held against RFC 6265bis.

use crate::{Visitor, data, settle, text};
use why401::cookie::{date, target};

const HOST: &str = "http://home.example.org:8888";

/// 2017-08-09, the suite's own day: some of its cookies have ended since.
const DAY: i64 = 1_502_236_800;

const NAMELESS: &str = "RFC 6265bis keeps a cookie without a name and sends its bare value";
const CONTROL: &str = "RFC 6265bis drops the whole cookie at a control character";

const EXCEPTIONS: &[(&str, &str)] = &[
    ("0004", NAMELESS),
    ("0021", NAMELESS),
    ("0023", NAMELESS),
    ("0024", NAMELESS),
    ("0025", NAMELESS),
    ("0026", NAMELESS),
    ("0027", NAMELESS),
    ("0028", NAMELESS),
    ("CHROMIUM0009", NAMELESS),
    ("CHROMIUM0010", NAMELESS),
    ("CHROMIUM0012", NAMELESS),
    ("MOZILLA0012", NAMELESS),
    ("MOZILLA0014", NAMELESS),
    ("MOZILLA0015", NAMELESS),
    ("MOZILLA0016", NAMELESS),
    ("MOZILLA0017", NAMELESS),
    ("NAME0017", NAMELESS),
    ("NAME0023", NAMELESS),
    ("NAME0025", NAMELESS),
    ("NAME0028", NAMELESS),
    ("NAME0031", NAMELESS),
    ("NAME0032", NAMELESS),
    ("NAME0033", NAMELESS),
    ("DISABLED_CHROMIUM0022", CONTROL),
    ("DISABLED_CHROMIUM0023", CONTROL),
    (
        "DISABLED_PATH0029",
        "paths are compared without percent-decoding; disabled upstream",
    ),
    (
        "OPTIONAL_DOMAIN0042",
        "RFC 6265bis takes the last Domain, also where it is empty",
    ),
];

#[test]
fn what_is_received_is_sent_back_as_the_parser_suite_says() {
    let mut differing = Vec::new();
    for row in data("http-state/parser.json") {
        let id = text(&row, "test");
        let mut visitor = Visitor::at(DAY);
        for line in row["received"].as_array().into_iter().flatten() {
            let url = format!("{HOST}/cookie-parser?{}", id.to_lowercase());
            visitor.receive(&url, line.as_str().unwrap_or_default(), true);
        }
        let to = row["sent-to"].as_str().unwrap_or("/cookie-parser-result");
        let expected: Vec<String> = row["sent"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|pair| format!("{}={}", text(pair, "name"), text(pair, "value")))
            .collect();
        let got = visitor.field(&target::resolve(HOST, to), true);
        if got != expected.join("; ") {
            differing.push((
                id.to_owned(),
                format!("{} -> {got:?}, not {expected:?}", row["received"]),
            ));
        }
    }
    settle("http-state/parser", &differing, EXCEPTIONS);
}

#[test]
fn dates_are_read_as_the_date_suites_say() {
    for file in ["dates-examples.json", "dates-bsd-examples.json"] {
        for row in data(&format!("http-state/{file}")) {
            let expected = row["expected"]
                .as_str()
                .map(|date| date::parse(date).expect("an HTTP date"));
            assert_eq!(date::parse(text(&row, "test")), expected, "{}", row["test"]);
        }
    }
}
