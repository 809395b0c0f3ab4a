//! The token, the CORS exchange and the line of code, as a developer looks at them.

use serde_json::{Map, Value};

use crate::diagnosis::detail::{Claim, Frame, Header, TokenTime};
use crate::diagnosis::{CodeLine, CorsLine, Message, TokenLine};
use crate::exchange::{Entry, Field, StackFrame};
use crate::facts::credentials::{Place, Token};
use crate::facts::{Facts, cors};
use crate::http::cors::{Credentials, PreflightRefusal, Refusal};
use crate::token::claims::{Claims, FAULTS, NumericDate};
use crate::token::credential::Kind;

/// The token or key that was sent.
pub(super) fn token(facts: &Facts<'_>) -> Option<TokenLine> {
    let sent = facts
        .bearer()
        .map(|bearer| bearer.token)
        .or_else(|| facts.credentials.tokens().next())?;
    let (kind, issuer) = kind(&sent)?;
    let claims = sent.claims();
    let device = facts.clock.device;
    Some(TokenLine {
        place: match sent.place {
            Place::Authorization => "authorization",
            Place::Header => "header",
            Place::Query => "query",
            Place::Cookie => "cookie",
        },
        name: sent.name.to_owned(),
        kind,
        issuer,
        octets: sent.credential.octets,
        claims: claims.map(kept).unwrap_or_default(),
        others: claims.map(others).unwrap_or_default(),
        faults: claims.map(faults).unwrap_or_default(),
        times: claims.map(times).unwrap_or_default(),
        server: facts.clock.server,
        device,
    })
}

/// What it is, and whose form it has; `None` for what is no token.
fn kind(token: &Token<'_>) -> Option<(&'static str, Option<&'static str>)> {
    Some(match &token.credential.kind {
        Kind::Jwt(_) => ("jwt", None),
        Kind::JwtBroken(_) => ("jwt-broken", None),
        Kind::Jwe => ("jwe", None),
        Kind::Known(known) => ("known", Some(known.issuer)),
        Kind::Placeholder(_) => ("placeholder", None),
        Kind::Opaque => ("opaque", None),
        Kind::Basic(_) => ("basic", None),
        Kind::Empty => return None,
    })
}

fn kept(claims: &Claims) -> Vec<Claim> {
    let one = |value: &Option<String>| value.iter().cloned().collect();
    let date = |value: Option<NumericDate>| {
        value
            .iter()
            .map(|date| date.seconds.to_string())
            .collect::<Vec<_>>()
    };
    [
        ("iss", one(&claims.iss)),
        ("aud", claims.aud.clone()),
        ("exp", date(claims.exp)),
        ("nbf", date(claims.nbf)),
        ("iat", date(claims.iat)),
        ("scope", claims.scope.clone()),
        ("roles", claims.roles.clone()),
        ("azp", one(&claims.azp)),
        ("tid", one(&claims.tid)),
        ("alg", one(&claims.alg)),
        ("typ", one(&claims.typ)),
        ("kid", one(&claims.kid)),
    ]
    .into_iter()
    .filter(|(_, values)| !values.is_empty())
    .map(|(name, values)| Claim { name, values })
    .collect()
}

fn others(claims: &Claims) -> Vec<String> {
    let shown = kept(claims);
    let is_shown = |name: &str| {
        shown
            .iter()
            .any(|claim| claim.name == name || (claim.name == "scope" && name == "scp"))
    };
    claims
        .names
        .iter()
        .filter(|name| !is_shown(name))
        .cloned()
        .collect()
}

fn faults(claims: &Claims) -> Vec<&'static str> {
    FAULTS
        .iter()
        .filter(|(fault, _)| claims.faults.contains(fault))
        .map(|(_, name)| *name)
        .collect()
}

fn times(claims: &Claims) -> Vec<TokenTime> {
    [
        ("iat", claims.iat),
        ("nbf", claims.nbf),
        ("exp", claims.exp),
    ]
    .into_iter()
    .filter_map(|(name, date)| {
        let date = date.filter(|date| !date.looks_like_milliseconds() && date.seconds >= 0)?;
        Some(TokenTime {
            name,
            at: date.seconds as f64,
        })
    })
    .collect()
}

/// What another origin's page was allowed.
pub(super) fn cors(facts: &Facts<'_>) -> Option<CorsLine> {
    let verdict = &facts.cors;
    if !verdict.applies {
        return None;
    }
    let entry = facts.entry();
    let preflight = cors::preflight_of(facts.exchange, facts.failing.index);
    let legs: Vec<&Entry> = match preflight {
        Some(preflight) if !std::ptr::eq(preflight, entry) => vec![preflight, entry],
        _ => vec![entry],
    };
    let asked = legs
        .iter()
        .flat_map(|leg| picked(leg.request.fields(), is_question));
    let answered = legs
        .iter()
        .flat_map(|leg| picked(leg.response.fields(), is_answer));
    let mut why = Vec::new();
    let mut missing = Vec::new();
    if let Some(refusal) = &verdict.preflight_refused {
        why.push(said(
            &format!("story.cors.{refusal}"),
            &[("status", facts.failing.preflight_status.into())],
        ));
        missing.extend(wanted_of_preflight(facts, refusal));
    }
    if let Some(refusal) = verdict.refused {
        why.push(said(&format!("story.cors.{refusal}"), &[]));
        missing.extend(wanted(facts, refusal));
    }
    Some(CorsLine {
        preflight: facts.failing.preflight_status,
        sent: !facts.failing.on_preflight(),
        allowed: why.is_empty() && entry.response.status != 0,
        asked: unique(asked),
        answered: unique(answered),
        missing: unique(missing),
        why,
    })
}

fn is_question(name: &str) -> bool {
    matches!(
        name,
        "origin" | "access-control-request-method" | "access-control-request-headers"
    )
}

fn is_answer(name: &str) -> bool {
    name.starts_with("access-control-allow-")
}

fn picked(fields: &[Field], wanted: fn(&str) -> bool) -> impl Iterator<Item = Header> {
    fields
        .iter()
        .filter(move |field| wanted(&field.name.to_ascii_lowercase()))
        .map(|field| header(&field.name, &field.value))
}

fn header(name: &str, value: &str) -> Header {
    Header {
        name: name.to_owned(),
        value: value.to_owned(),
    }
}

fn unique(headers: impl IntoIterator<Item = Header>) -> Vec<Header> {
    let mut kept: Vec<Header> = Vec::new();
    for one in headers {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

/// The lines that would let the page read the answer.
fn wanted(facts: &Facts<'_>, refusal: Refusal) -> Vec<Header> {
    let origin = header("Access-Control-Allow-Origin", &facts.cors.origin);
    let credentials = header("Access-Control-Allow-Credentials", "true");
    match refusal {
        Refusal::InvalidAllowCredentials => vec![credentials],
        _ if facts.cors.mode == Credentials::Include => vec![origin, credentials],
        _ => vec![origin],
    }
}

/// The lines that would let the request go; none where it is the status that stands in the way.
fn wanted_of_preflight(facts: &Facts<'_>, refusal: &PreflightRefusal) -> Vec<Header> {
    let preflight = cors::preflight_of(facts.exchange, facts.failing.index);
    let asked = |name: &str| {
        preflight
            .and_then(|entry| entry.request.header(name))
            .unwrap_or_default()
    };
    match refusal {
        PreflightRefusal::Check(refusal) => {
            let answered =
                |name: &str| preflight.is_some_and(|entry| entry.response.header(name).is_some());
            let names = asked("access-control-request-headers");
            let headers = header("Access-Control-Allow-Headers", names);
            let unsaid = !names.is_empty() && !answered("access-control-allow-headers");
            let mut all = wanted(facts, *refusal);
            all.extend(unsaid.then_some(headers));
            all
        }
        PreflightRefusal::InvalidStatus | PreflightRefusal::DisallowedRedirect => Vec::new(),
        PreflightRefusal::InvalidAllowMethods | PreflightRefusal::MethodDisallowed => vec![header(
            "Access-Control-Allow-Methods",
            asked("access-control-request-method"),
        )],
        PreflightRefusal::InvalidAllowHeaders | PreflightRefusal::HeaderDisallowed(_) => {
            vec![header(
                "Access-Control-Allow-Headers",
                asked("access-control-request-headers"),
            )]
        }
    }
}

/// Parts of addresses at which libraries and the tools that pack them stand.
const LIBRARIES: &[&str] = &[
    "/node_modules/",
    "/vendor",
    "/chunk-vendors",
    "axios",
    "jquery",
    "zone.js",
    "polyfill",
    "webpack/",
    "extension://",
];

/// Where in the code the request was sent.
pub(super) fn code(facts: &Facts<'_>) -> Option<CodeLine> {
    let stack = &facts.entry().initiator.as_ref()?.stack;
    let frames: Vec<Frame> = stack.iter().map(frame).collect();
    let own = frames.iter().position(|frame| {
        let url = frame.url.to_ascii_lowercase();
        !url.is_empty() && !LIBRARIES.iter().any(|part| url.contains(part))
    });
    (!frames.is_empty()).then(|| CodeLine {
        own: own.unwrap_or(0),
        frames,
    })
}

fn frame(frame: &StackFrame) -> Frame {
    Frame {
        function: frame.function.clone(),
        url: frame.url.clone(),
        line: frame.line,
        column: frame.column,
    }
}

/// A key of our words with its values.
pub(super) fn said(key: &str, args: &[(&str, Value)]) -> Message {
    Message {
        key: key.to_owned(),
        args: args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect::<Map<String, Value>>(),
        text: None,
    }
}
