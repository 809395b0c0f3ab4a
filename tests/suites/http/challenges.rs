//! `WWW-Authenticate` as other projects' tests read it.

use serde_json::Value;
use why401::http::challenge::{self, Challenge};

use crate::{rows, text, texts};

/// RFC 9110 fixes no result for these invalid values; the suite records what one library does, and calls any
/// answer that reports the defect defensible. Here nothing is thrown away.
const READ_FURTHER: [(&str, &str); 3] = [
    (
        "okhttp/unescapedDoubleQuoteInQuotedString",
        "the library drops the challenge with the stray quote, here it is kept",
    ),
    (
        "okhttp/repeatedAuthParamKey",
        "the library drops everything, here both values are kept",
    ),
    (
        "apache-httpclient/TestAuthChallengeParser/testParseMalformedAuthChallenge2",
        "a parameter without a scheme is kept",
    ),
];

#[test]
fn every_case_is_read_as_expected_or_reported_as_defective() {
    for row in rows(include_str!("../data/httpauth/challenges.json")) {
        let id = text(&row, "id");
        let (challenges, defects) = challenge::parse(texts(&row, "field_values"));
        let excepted = READ_FURTHER.iter().any(|(known, _)| *known == id);
        if row["expect"].is_string() || excepted {
            assert!(!defects.is_empty(), "{id}: {challenges:?}");
            continue;
        }
        if row["kind"] == "rfc-valid" {
            assert_eq!(defects, [], "{id}");
        }
        assert_eq!(
            challenges.iter().map(shape).collect::<Vec<_>>(),
            expected(&row["expect"]),
            "{id}"
        );
    }
}

type Shape = (String, Vec<(String, String)>, Option<String>);

/// A challenge with its names in lower case, as they are compared.
fn shape(challenge: &Challenge) -> Shape {
    let params = challenge
        .params
        .iter()
        .map(|(name, value)| (name.to_lowercase(), value.clone()));
    (
        challenge.scheme.to_lowercase(),
        params.collect(),
        challenge.token68.clone(),
    )
}

fn expected(list: &Value) -> Vec<Shape> {
    let challenges = list.as_array().expect("a list of challenges").iter();
    challenges
        .map(|challenge| {
            let params = challenge["params"].as_array().expect("parameters").iter();
            let pair = |pair: &Value| {
                (
                    pair[0].as_str().expect("a name").to_lowercase(),
                    pair[1].as_str().expect("a value").to_owned(),
                )
            };
            let token68 = challenge["token68"].as_str().map(str::to_owned);
            (
                text(challenge, "scheme").to_lowercase(),
                params.map(pair).collect(),
                token68,
            )
        })
        .collect()
}
