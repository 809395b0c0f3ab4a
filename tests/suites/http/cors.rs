//! The Fetch standard's checks as web-platform-tests try them.

use serde_json::Value;
use why401::http::cors::{Credentials, Request, Response, applies, check, check_preflight};
use why401::http::safelist::unsafe_names;

use crate::{rows, text, texts};

#[test]
fn a_response_is_readable_when_the_tests_say_so() {
    for row in rows(include_str!("../data/cors/response_check.json")) {
        let (allow_origin, allow_credentials) = (texts(&row, "acao"), texts(&row, "acac"));
        let response = Response {
            allow_origin: &allow_origin,
            allow_credentials: &allow_credentials,
            ..Response::default()
        };
        let request = request(&row, &[]);
        let readable = !applies(request.origin, request.url, row["mode"].as_str())
            || check(&request, &response).is_ok();
        assert_eq!(readable, row["pass"] == true, "{row}");
    }
}

#[test]
fn a_request_leaves_after_its_preflight_when_the_tests_say_so() {
    for row in rows(include_str!("../data/cors/preflight_check.json")) {
        let headers = row["headers"].as_array().expect("headers").iter();
        let unsafe_headers = unsafe_names(headers.map(|pair| {
            (
                pair[0].as_str().expect("a name"),
                pair[1].as_str().expect("a value"),
            )
        }));
        if let Some(names) = row["expected_access_control_request_headers"].as_str() {
            assert_eq!(unsafe_headers.join(","), names, "{row}");
        }
        let preflight = &row["preflight"];
        let list = |name: &str| texts(preflight, name);
        let (origin, credentials, methods, headers) = (
            list("acao"),
            list("acac"),
            list("allow_methods"),
            list("allow_headers"),
        );
        let response = Response {
            status: preflight["status"]
                .as_u64()
                .and_then(|status| u16::try_from(status).ok())
                .expect("a status"),
            allow_origin: &origin,
            allow_credentials: &credentials,
            allow_methods: &methods,
            allow_headers: &headers,
        };
        let result = check_preflight(&request(&row, &unsafe_headers), &response);
        assert_eq!(result.is_ok(), row["pass"] == true, "{row}: {result:?}");
    }
}

fn request<'a>(row: &'a Value, unsafe_headers: &'a [String]) -> Request<'a> {
    Request {
        origin: text(row, "request_origin"),
        url: text(row, "request_url"),
        method: text(row, "method"),
        unsafe_headers,
        credentials: match text(row, "credentials") {
            "include" => Credentials::Include,
            "omit" => Credentials::Omit,
            "same-origin" => Credentials::SameOrigin,
            _ => Credentials::Unknown,
        },
    }
}
