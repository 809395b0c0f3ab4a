//! The CORS check and the CORS-preflight check (Fetch standard, sections 4.9 and 4.8).
//!
//! Refusals are told apart and named as Chromium does it.

use std::fmt;

use super::auth_param::is_token;
use super::safelist::is_safelisted_method;
use super::url::{Origin, Url};

/// The credentials mode of a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Credentials {
    /// `include`: also to other origins.
    Include,
    /// `same-origin`: only to the own origin; the default of `fetch`.
    SameOrigin,
    /// `omit`: never.
    Omit,
    /// Not told. Then nothing is refused for a rule that holds with credentials only.
    #[default]
    Unknown,
}

/// The request, as far as the checks look at it.
#[derive(Clone, Debug, Default)]
pub struct Request<'a> {
    /// Its `Origin` field, or the origin of what sent it; `null` for an opaque one.
    pub origin: &'a str,
    /// Its URL.
    pub url: &'a str,
    /// Its method.
    pub method: &'a str,
    /// The names that [`super::safelist::unsafe_names`] gives for its headers.
    pub unsafe_headers: &'a [String],
    /// Its credentials mode.
    pub credentials: Credentials,
}

/// The fields of a response that the checks look at: all values, one per field line.
#[derive(Clone, Debug, Default)]
pub struct Response<'a> {
    /// The status; looked at for a preflight only.
    pub status: u16,
    /// `Access-Control-Allow-Origin`.
    pub allow_origin: &'a [&'a str],
    /// `Access-Control-Allow-Credentials`.
    pub allow_credentials: &'a [&'a str],
    /// `Access-Control-Allow-Methods`.
    pub allow_methods: &'a [&'a str],
    /// `Access-Control-Allow-Headers`.
    pub allow_headers: &'a [&'a str],
}

/// Why the CORS check refuses; prints as the reasons are named, such as `allow-origin-mismatch`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// No `Access-Control-Allow-Origin`.
    MissingAllowOriginHeader,
    /// More than one origin is named.
    MultipleAllowOriginValues,
    /// The value is no origin.
    InvalidAllowOriginValue,
    /// Another origin is named.
    AllowOriginMismatch,
    /// `*` for a request with credentials.
    WildcardOriginNotAllowed,
    /// No `Access-Control-Allow-Credentials: true` for a request with credentials; the case matters.
    InvalidAllowCredentials,
}

/// Why the CORS-preflight check refuses; prints as the reasons are named.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PreflightRefusal {
    /// The CORS check refuses the preflight's own response.
    Check(Refusal),
    /// The status is not 200 to 299.
    InvalidStatus,
    /// The preflight was redirected.
    DisallowedRedirect,
    /// `Access-Control-Allow-Methods` cannot be read.
    InvalidAllowMethods,
    /// `Access-Control-Allow-Headers` cannot be read.
    InvalidAllowHeaders,
    /// The method is not allowed.
    MethodDisallowed,
    /// A header of this name, in lower case, is not allowed.
    HeaderDisallowed(String),
}

/// Whether the CORS check applies at all: the origins differ, and the mode (of `Sec-Fetch-Mode`, where it is
/// known) is not one of those that do without it.
pub fn applies(origin: &str, url: &str, mode: Option<&str>) -> bool {
    let same = Url::parse(url).is_some_and(|url| url.origin().same(&Origin::parse(origin)));
    !same
        && !matches!(
            mode,
            Some("no-cors" | "navigate" | "same-origin" | "websocket")
        )
}

/// The CORS check of a response (Fetch, section 4.9).
///
/// # Errors
/// Why the page may not see the response.
pub fn check(request: &Request<'_>, response: &Response<'_>) -> Result<(), Refusal> {
    if response.allow_origin.is_empty() {
        return Err(Refusal::MissingAllowOriginHeader);
    }
    let allowed = combined(response.allow_origin);
    let with_credentials = request.credentials == Credentials::Include;
    if allowed == "*" {
        return if with_credentials {
            Err(Refusal::WildcardOriginNotAllowed)
        } else {
            Ok(())
        };
    }
    if allowed != request.origin {
        return Err(mismatch(&allowed));
    }
    if with_credentials && combined(response.allow_credentials) != "true" {
        return Err(Refusal::InvalidAllowCredentials);
    }
    Ok(())
}

/// The CORS-preflight check (Fetch, section 4.8, steps 7 and 8): `response` answers the `OPTIONS`.
///
/// # Errors
/// Why the browser does not send the request.
pub fn check_preflight(
    request: &Request<'_>,
    response: &Response<'_>,
) -> Result<(), PreflightRefusal> {
    check(request, response).map_err(PreflightRefusal::Check)?;
    match response.status {
        200..=299 => {}
        300..=399 => return Err(PreflightRefusal::DisallowedRedirect),
        _ => return Err(PreflightRefusal::InvalidStatus),
    }
    let methods = tokens(response.allow_methods).ok_or(PreflightRefusal::InvalidAllowMethods)?;
    let headers = tokens(response.allow_headers).ok_or(PreflightRefusal::InvalidAllowHeaders)?;
    let wildcard = request.credentials != Credentials::Include;
    let any_method = wildcard && methods.contains(&"*");
    if !is_safelisted_method(request.method) && !methods.contains(&request.method) && !any_method {
        return Err(PreflightRefusal::MethodDisallowed);
    }
    let any_header = wildcard && headers.contains(&"*");
    let refused = request.unsafe_headers.iter().find(|name| {
        let listed = headers
            .iter()
            .any(|header| header.eq_ignore_ascii_case(name));
        !listed && (!any_header || name.eq_ignore_ascii_case("authorization"))
    });
    refused.map_or(Ok(()), |name| {
        Err(PreflightRefusal::HeaderDisallowed(
            name.to_ascii_lowercase(),
        ))
    })
}

/// The field lines as one value, without the white space around it.
fn combined(values: &[&str]) -> String {
    let trimmed: Vec<&str> = values
        .iter()
        .map(|value| value.trim_matches([' ', '\t']))
        .collect();
    trimmed.join(", ")
}

/// Tells apart why a value does not name the request's origin.
fn mismatch(allowed: &str) -> Refusal {
    if allowed.contains([' ', ',']) {
        Refusal::MultipleAllowOriginValues
    } else if allowed == "null" || Url::parse(allowed).is_some_and(|url| !url.host.is_empty()) {
        Refusal::AllowOriginMismatch
    } else {
        Refusal::InvalidAllowOriginValue
    }
}

/// The elements of a list of tokens; `None` if one is no token.
fn tokens<'a>(values: &[&'a str]) -> Option<Vec<&'a str>> {
    let elements = values.iter().flat_map(|value| value.split(','));
    let elements = elements
        .map(|element| element.trim_matches([' ', '\t']))
        .filter(|element| !element.is_empty());
    elements
        .map(|element| is_token(element).then_some(element))
        .collect()
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Refusal::MissingAllowOriginHeader => "missing-allow-origin-header",
            Refusal::MultipleAllowOriginValues => "multiple-allow-origin-values",
            Refusal::InvalidAllowOriginValue => "invalid-allow-origin-value",
            Refusal::AllowOriginMismatch => "allow-origin-mismatch",
            Refusal::WildcardOriginNotAllowed => "wildcard-origin-not-allowed",
            Refusal::InvalidAllowCredentials => "invalid-allow-credentials",
        })
    }
}

impl fmt::Display for PreflightRefusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            PreflightRefusal::Check(refusal) => return write!(out, "preflight-{refusal}"),
            PreflightRefusal::InvalidStatus => "preflight-invalid-status",
            PreflightRefusal::DisallowedRedirect => "preflight-disallowed-redirect",
            PreflightRefusal::InvalidAllowMethods => "invalid-allow-methods-preflight-response",
            PreflightRefusal::InvalidAllowHeaders => "invalid-allow-headers-preflight-response",
            PreflightRefusal::MethodDisallowed => "method-disallowed-by-preflight-response",
            PreflightRefusal::HeaderDisallowed(_) => "header-disallowed-by-preflight-response",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REQUEST: Request<'_> = Request {
        origin: "https://app.example",
        url: "https://api.example/me",
        method: "GET",
        unsafe_headers: &[],
        credentials: Credentials::Include,
    };

    #[test]
    fn each_refusal_has_its_reason() {
        let reason = |allow_origin: &[&str], allow_credentials: &[&str]| {
            let response = Response {
                allow_origin,
                allow_credentials,
                ..Response::default()
            };
            check(&REQUEST, &response).map_err(|refusal| refusal.to_string())
        };
        let err = |text: &str| Err(text.to_owned());
        assert_eq!(reason(&["https://app.example"], &["true"]), Ok(()));
        assert_eq!(reason(&[], &["true"]), err("missing-allow-origin-header"));
        assert_eq!(
            reason(&["https://app.example", "*"], &[]),
            err("multiple-allow-origin-values")
        );
        assert_eq!(
            reason(&["app.example"], &[]),
            err("invalid-allow-origin-value")
        );
        assert_eq!(
            reason(&["https://app.example:444"], &[]),
            err("allow-origin-mismatch")
        );
        assert_eq!(
            reason(&["*"], &["true"]),
            err("wildcard-origin-not-allowed")
        );
        assert_eq!(
            reason(&["https://app.example"], &["True"]),
            err("invalid-allow-credentials")
        );
    }

    #[test]
    fn a_star_never_covers_authorization() {
        let headers = ["authorization".to_owned()];
        let request = Request {
            unsafe_headers: &headers,
            credentials: Credentials::SameOrigin,
            ..REQUEST
        };
        let response = Response {
            status: 204,
            allow_origin: &["*"],
            allow_headers: &["*"],
            ..Response::default()
        };
        let refusal = PreflightRefusal::HeaderDisallowed("authorization".to_owned());
        assert_eq!(check_preflight(&request, &response), Err(refusal));
    }

    #[test]
    fn with_an_unknown_mode_nothing_is_refused_for_credentials() {
        let request = Request {
            credentials: Credentials::Unknown,
            ..REQUEST
        };
        let response = Response {
            allow_origin: &["*"],
            ..Response::default()
        };
        assert_eq!(check(&request, &response), Ok(()));
    }
}
