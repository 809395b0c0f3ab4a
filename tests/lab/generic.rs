//! Endpoints that a driver shapes by their query, on every host. Any request with `run=NAME` is recorded under that name.
//!
//! - `/set?c=LINE&c=LINE…` answers these `Set-Cookie` lines, byte for byte after percent-decoding.
//! - `/status?code=401&header=Name:%20value&body=…` answers this status, these headers and this body.
//! - `/redirect?to=URL&code=302&c=…` redirects, with cookies if wanted.
//! - `/page?frame=URL&c=…` is an empty page, with a frame for each `frame`.
//! - `/log?run=NAME` gives what was recorded, as JSON.
//!
//! `cors=none` leaves the CORS headers away; they otherwise let the asking origin in, with credentials.

use serde_json::Value;

use crate::http::{Request, Response};
use crate::lab::Lab;
use crate::pages::escaped;

pub(crate) fn answer(request: &Request, lab: &Lab) -> Option<Response> {
    let known = ["/set", "/status", "/redirect", "/page", "/log"].contains(&request.path.as_str());
    if !known {
        return None;
    }
    let response = if request.is_preflight() {
        Response::new(204)
    } else {
        made(request, lab)
    };
    let quiet = request.param("cors").is_some_and(|value| value == "none");
    Some(if quiet {
        response
    } else {
        response.cors(request)
    })
}

fn made(request: &Request, lab: &Lab) -> Response {
    let code = |otherwise: u16| {
        request
            .param("code")
            .and_then(|text| text.parse().ok())
            .filter(|code| (200..600).contains(code))
            .unwrap_or(otherwise)
    };
    let response = match request.path.as_str() {
        "/log" => Response::new(200).json(&Value::Array(
            lab.recorded(&request.param("run").unwrap_or_default()),
        )),
        "/redirect" => Response::redirect(code(302), &request.param("to").unwrap_or_default()),
        "/page" => Response::new(200).html(page(request)),
        "/status" => Response::new(code(200)).text(request.param("body").unwrap_or_default()),
        _ => Response::new(code(200)).text("set"),
    };
    let response = request.params("header").fold(response, |response, line| {
        let text = String::from_utf8_lossy(line);
        match text.split_once(':') {
            Some((name, value))
                if name
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') =>
            {
                response.header(name, value.trim())
            }
            _ => response,
        }
    });
    request.params("c").fold(response, Response::cookie)
}

fn page(request: &Request) -> String {
    let frames: Vec<String> = request
        .params("frame")
        .map(|url| {
            format!(
                "<iframe src=\"{}\"></iframe>",
                escaped(&String::from_utf8_lossy(url))
            )
        })
        .collect();
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>page</title><body>{}</body></html>",
        frames.concat()
    )
}
