//! What holds for any text: no reader panics, printing and reading are inverse, and a secret and its stand-in
//! are one to everything after the redaction.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::prelude::*;
use why401::http::{authorization, challenge, cors, date, instant, percent, safelist, url};
use why401::token::credential::{self, Kind};
use why401::token::standin::StandIn;
use why401::token::{jwt, placeholder};

/// Stands in for the keyed digest: equal for equal texts, and without any of the text in it.
fn tag(secret: &str) -> String {
    let sum = secret.bytes().fold(17_u64, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u64::from(byte))
    });
    format!("{:08x}", sum >> 32)
}

/// Texts of the shapes that the readers look for, and any others.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ -~]{0,40}",
        "(Bearer|Basic|Digest|Token|token|bearer|AWS4-HMAC-SHA256|Xyz)?[ :=,\t\n\"']{0,2}(Bearer )?[a-zA-Z0-9+/=._-]{0,30}[ \"',é\n]{0,2}",
        "(Basic|Bearer|Digest) [a-z]{1,8}[ ]?=[ ]?[\"']?[a-z \\\\\"',]{0,12}[\"']?,? ?[a-z]{0,5}=?[a-z\"]{0,4}",
        "redacted\\([a-z!=0-9:.A-F-]{0,40}\\)",
        "(undefined|null|\\{\\{[a-z_]{1,8}\\}\\}|\\$\\{[A-Z]{1,8}\\}|YOUR_[A-Z_]{1,10}|<[a-z ]{1,9}>)",
        "(ghp_|sk_live_|sk-ant-api|AKIA|glpat-|xoxb-|YII)[A-Za-z0-9]{0,40}",
        "https?://[a-z@:\\[\\]0-9.]{0,20}(/[a-z%0-9]{0,8})?(\\?[a-z=&%+0-9]{0,12})?(#[a-z]{0,3})?",
        "[A-Z][a-z]{2,5},? [0-9]{1,2}[ -][A-Z][a-z]{2}[ -][0-9]{2,4} [0-9:]{7,8} ?(GMT|PST|\\+0100)?",
        tokens(),
        tokens().prop_map(|token| format!("Bearer {token}")),
        (any::<String>(), any::<String>()).prop_map(|(user, password)| {
            format!(
                "Basic {}",
                base64::engine::general_purpose::STANDARD.encode(format!("{user}:{password}"))
            )
        }),
    ]
}

/// Tokens with any claims of any types.
fn tokens() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>()
            .prop_filter("JSON has no other numbers", |number| number.is_finite())
            .prop_map(|number| number.to_string()),
        any::<String>().prop_map(|text| serde_json::Value::String(text).to_string()),
        "\"[a-z:/. @=!()%+-]{0,210}\"",
        Just("null".to_owned()),
        prop::collection::vec("\"[a-z. =]{0,12}\"", 0..60)
            .prop_map(|all| format!("[{}]", all.join(","))),
    ];
    let name = "(exp|nbf|iat|aud|iss|scope|scp|roles|azp|tid|sub|cnf|[a-z:/ ]{1,110})";
    let claims = prop::collection::vec((name, value.clone()), 0..12);
    let header = prop::collection::vec(("(typ|kid|enc|b64)", value), 0..3);
    (header, claims, "[A-Za-z0-9_-]{0,9}").prop_map(|(header, claims, signature)| {
        let object = |pairs: Vec<(String, String)>| {
            let pairs: Vec<String> = pairs
                .iter()
                .map(|(name, value)| format!("\"{name}\":{value}"))
                .collect();
            URL_SAFE_NO_PAD.encode(format!("{{{}}}", pairs.join(",")))
        };
        let header = [vec![("alg".to_owned(), "\"RS256\"".to_owned())], header].concat();
        format!("{}.{}.{signature}", object(header), object(claims))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_reader_panics(text in texts(), other in texts()) {
        challenge::parse([text.as_str(), other.as_str()]);
        authorization::parse(&text);
        date::parse(&text);
        date::parse_strict(&text);
        percent::decode_form(&text);
        let _ = jwt::decode(&text);
        placeholder::find(&text);
        safelist::unsafe_names([(text.as_str(), other.as_str())]);
        let headers = [other.clone()];
        let lists = [text.as_str(), other.as_str()];
        let request = cors::Request { origin: &text, url: &other, method: &text, unsafe_headers: &headers, ..cors::Request::default() };
        let response = cors::Response { status: 200, allow_origin: &lists[..1], allow_credentials: &lists, allow_methods: &lists, allow_headers: &lists };
        let _ = cors::check_preflight(&request, &response);
        if let Some(url) = url::Url::parse(&text) {
            url.pairs();
            url.origin();
        }
    }

    #[test]
    fn an_instant_is_read_as_it_was_printed(milliseconds in -62_000_000_000_000_i64..250_000_000_000_000) {
        prop_assert_eq!(instant::parse(&instant::print(milliseconds)), Some(milliseconds));
    }

    #[test]
    fn a_url_is_read_as_it_was_printed(text in texts()) {
        if let Some(url) = url::Url::parse(&text) {
            let again = url::Url::parse(&url.to_string());
            prop_assert_eq!(again, Some(url));
        }
    }

    #[test]
    fn a_secret_and_its_stand_in_are_one(text in texts()) {
        let standin = StandIn::of(&text, tag);
        let printed = standin.to_string();
        prop_assert_eq!(StandIn::parse(&printed), Some(standin));
        prop_assert_eq!(credential::read(&printed), credential::read(&text));
        prop_assert_eq!(credential::octets(&printed), credential::octets(&text));
        let basic = StandIn::of_basic(&text, tag).to_string();
        prop_assert_eq!(credential::read_basic(&basic), credential::read_basic(&text));
    }

    #[test]
    fn a_stand_in_is_plain_short_and_its_own(text in texts()) {
        let printed = StandIn::of(&text, tag).to_string();
        let inner = printed.strip_prefix("redacted(").and_then(|rest| rest.strip_suffix(')'));
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_.:=!-".contains(&byte);
        prop_assert!(inner.is_some_and(|inner| inner.bytes().all(plain)), "{}", printed);
        prop_assert_eq!(StandIn::of(&printed, |_| "other".to_owned()).to_string(), printed.clone());
        prop_assert_eq!(percent::decode_form(&printed), printed.as_str());
    }

    #[test]
    fn a_stand_in_is_read_from_its_own_text_only(text in texts()) {
        if let Some(standin) = StandIn::parse(&text) {
            prop_assert_eq!(standin.to_string(), text);
        }
    }

    #[test]
    fn the_largest_claims_have_a_stand_in(c in "[!-.]", count in 1_usize..200, length in 1_usize..120) {
        let list: Vec<String> = (0..count).map(|number| format!("{number}{}", c.repeat(length))).collect();
        let object: serde_json::Map<_, _> = list.iter().map(|name| (name.clone(), serde_json::Value::Null)).collect();
        let mut payload = object.clone();
        for name in ["aud", "scope", "roles"] {
            payload.insert(name.to_owned(), list.clone().into());
        }
        let mut header = object;
        header.insert("alg".to_owned(), "RS256".into());
        let encode = |part| URL_SAFE_NO_PAD.encode(serde_json::Value::Object(part).to_string());
        let token = format!("{}.{}.AA", encode(header), encode(payload));
        let printed = StandIn::of(&token, tag).to_string();
        prop_assert_eq!(credential::read(&printed), credential::read(&token));
    }

    #[test]
    fn an_opaque_secret_leaves_no_trace(secret in "[a-z0-9]{12,40}") {
        let printed = StandIn::of(&secret, tag).to_string();
        if credential::read(&secret).kind == Kind::Opaque {
            prop_assert!(!printed.contains(&secret), "{}", printed);
        }
    }

    #[test]
    fn an_authorization_is_judged_alike_when_it_is_redacted(text in texts()) {
        let (raw, redacted) = (authorization::parse(&text), authorization::redact(&text, tag));
        let read = authorization::parse(&redacted);
        prop_assert_eq!(&read.scheme, &raw.scheme, "{}", redacted);
        prop_assert_eq!(&read.malformed, &raw.malformed, "{}", redacted);
        prop_assert_eq!(&read.credential, &raw.credential, "{}", redacted);
        prop_assert_eq!(read.params.len(), raw.params.len(), "{}", redacted);
        prop_assert_eq!(authorization::redact(&redacted, |_| "other".to_owned()), redacted);
    }
}
