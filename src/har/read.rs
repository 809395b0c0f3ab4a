//! From a log to an exchange.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::caps;
use super::vocabulary::{CUTS, LOSSES, RESOURCES, SAME_SITES, THIRD_PARTY, meaning};
use super::{
    Log, LogBody, LogCookie, LogEntry, LogField, LogInitiator, LogRequest, LogResponse, Product,
    Time,
};
use crate::exchange::{
    Body, Browser, Entry, Exchange, Family, Field, Initiator, JarCookie, Loss, Page, PartitionKey,
    Request, Resource, Response, Settings, StackFrame,
};
use crate::http::instant;

/// Longest call stack that is kept.
const STACK_FRAMES: usize = 32;

pub(super) fn exchange(log: &Log) -> Exchange {
    let agent = log
        .entries
        .iter()
        .find_map(|entry| user_agent(entry.request.fields()));
    Exchange {
        entries: log.entries.iter().map(entry).collect(),
        failing: log.failing.filter(|index| *index < log.entries.len()),
        ..head(log, agent)
    }
}

/// What a log says beside its entries; `agent` is the browser that the first request names.
pub(super) fn head(log: &Log, agent: Option<Product>) -> Exchange {
    Exchange {
        browser: browser(log, agent),
        page: log
            .page
            .as_ref()
            .filter(|page| !page.url.is_empty())
            .map(|page| Page {
                url: page.url.clone(),
                frames: page.frames.clone(),
            }),
        jar: log.jar.as_ref().map(|jar| jar.iter().map(cookie).collect()),
        losses: log.losses.iter().map(loss).collect(),
        settings: log.settings.as_ref().map(settings).unwrap_or_default(),
        now: log.now.as_ref().and_then(milliseconds),
        settled: log.settled.unwrap_or(false),
        sanitized: log.sanitized.unwrap_or(false),
        jar_left_out: log.jar_left_out.unwrap_or(0),
        ..Exchange::default()
    }
}

fn milliseconds(time: &Time) -> Option<i64> {
    match time {
        Time::Milliseconds(at) => at.is_finite().then_some(*at as i64),
        Time::Iso(text) => instant::parse(text),
    }
}

/// The browser as the log names it, else as the first request's `User-Agent` does.
fn browser(log: &Log, agent: Option<Product>) -> Browser {
    let named = log
        .browser
        .as_ref()
        .filter(|product| !product.name.is_empty());
    let product = named.cloned().or(agent).unwrap_or_default();
    Browser {
        family: family(&product.name),
        major: major(&product.version.0),
        name: product.name,
        version: product.version.0,
    }
}

fn family(name: &str) -> Family {
    let name = name.to_ascii_lowercase();
    let is = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if is(&["firefox", "librewolf", "waterfox", "tor browser", "zen"]) {
        Family::Firefox
    } else if is(&[
        "chrom",
        "edge",
        "opera",
        "brave",
        "vivaldi",
        "webinspector",
        "electron",
        "samsung",
        "arc",
    ]) {
        Family::Chromium
    } else if is(&["safari", "webkit"]) {
        Family::Safari
    } else {
        Family::Unknown
    }
}

fn major(version: &str) -> u32 {
    version
        .chars()
        .take_while(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .unwrap_or(0)
}

/// The product that a `User-Agent` names; Chrome names Safari too, so the order counts.
pub(super) fn user_agent(headers: &[LogField]) -> Option<Product> {
    let value = &headers
        .iter()
        .find(|field| field.name.eq_ignore_ascii_case("user-agent"))?
        .value;
    [
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Version/", "Safari"),
    ]
    .iter()
    .find_map(|(mark, name)| {
        let (_, rest) = value.split_once(mark)?;
        let version = rest.split(' ').next().unwrap_or_default();
        Some(Product {
            name: (*name).to_owned(),
            version: super::Text(version.to_owned()),
        })
    })
}

fn settings(settings: &super::LogSettings) -> Settings {
    Settings {
        third_party_cookies: settings
            .third_party_cookies
            .as_deref()
            .and_then(|word| meaning(THIRD_PARTY, word)),
        private: settings.private,
    }
}

fn cookie(cookie: &LogCookie) -> JarCookie {
    JarCookie {
        name: cookie.name.clone(),
        value: cookie.value.clone(),
        domain: cookie.domain.clone(),
        host_only: cookie.host_only.unwrap_or(!cookie.domain.starts_with('.')),
        path: cookie
            .path
            .clone()
            .filter(|path| !path.is_empty())
            .unwrap_or_else(|| "/".to_owned()),
        secure: cookie.secure,
        http_only: cookie.http_only,
        session: cookie.session.unwrap_or(cookie.expiration_date.is_none()),
        same_site: meaning(SAME_SITES, &cookie.same_site).unwrap_or_default(),
        expires: cookie.expiration_date,
        partition: cookie
            .partition_key
            .as_ref()
            .filter(|key| {
                key.top_level_site
                    .as_deref()
                    .is_some_and(|site| !site.is_empty())
            })
            .map(|key| PartitionKey {
                top_level_site: key.top_level_site.clone(),
                cross_site_ancestor: key.has_cross_site_ancestor,
            }),
    }
}

fn loss(loss: &super::LogLoss) -> Loss {
    Loss {
        name: loss.name.clone(),
        domain: loss.domain.clone(),
        path: loss.path.clone(),
        cause: meaning(LOSSES, &loss.cause).unwrap_or_default(),
        time: loss.time.as_ref().and_then(milliseconds),
    }
}

pub(super) fn entry(entry: &LogEntry) -> Entry {
    let mut entry = whole(entry);
    caps::keep(&mut entry);
    entry
}

fn whole(entry: &LogEntry) -> Entry {
    Entry {
        started: entry.started_date_time.as_ref().and_then(milliseconds),
        duration: entry.time.filter(|time| time.is_finite() && *time >= 0.0),
        resource: resource(entry),
        initiator: entry.initiator.as_ref().map(initiator),
        frame: entry.frame,
        error: entry.error.clone().filter(|error| !error.is_empty()),
        challenged: entry.challenged.unwrap_or_default(),
        cut: entry
            .cut
            .iter()
            .filter_map(|word| meaning(CUTS, word))
            .collect(),
        request: request(&entry.request),
        response: response(&entry.response),
    }
}

/// The kind of thing that asked: as the file says, else as the request's own metadata does.
fn resource(entry: &LogEntry) -> Resource {
    if let Some(known) = entry
        .resource_type
        .as_deref()
        .and_then(|word| meaning(RESOURCES, word))
    {
        return known;
    }
    let header = |name: &str| {
        entry
            .request
            .fields()
            .iter()
            .find(|field| field.name.eq_ignore_ascii_case(name))
            .map(|field| field.value.as_str())
    };
    if entry.request.method.eq_ignore_ascii_case("OPTIONS")
        && header("access-control-request-method").is_some()
    {
        return Resource::Preflight;
    }
    match (
        header("sec-fetch-dest"),
        header("sec-fetch-mode"),
        header("x-requested-with"),
    ) {
        (Some("document" | "iframe" | "frame"), _, _) | (_, Some("navigate"), _) => {
            Resource::Document
        }
        (Some("empty") | None, _, Some("XMLHttpRequest")) => Resource::Xhr,
        (Some("empty"), _, _) => Resource::Fetch,
        (Some("image"), _, _) => Resource::Image,
        (Some("script"), _, _) => Resource::Script,
        (Some("style"), _, _) => Resource::Stylesheet,
        (Some("font"), _, _) => Resource::Font,
        (Some("manifest"), _, _) => Resource::Manifest,
        (Some("websocket"), _, _) | (_, Some("websocket"), _) => Resource::WebSocket,
        _ if header("upgrade-insecure-requests").is_some() => Resource::Document,
        _ if header("origin").is_some() => Resource::Fetch,
        _ => Resource::Other,
    }
}

fn initiator(initiator: &LogInitiator) -> Initiator {
    match initiator {
        LogInitiator::Url(url) => Initiator {
            url: Some(url.clone()).filter(|url| !url.is_empty()),
            stack: Vec::new(),
        },
        LogInitiator::Chrome(chrome) => {
            let mut stack = Vec::new();
            let mut part = chrome.stack.as_ref();
            while let Some(frames) = part {
                stack.extend(frames.call_frames.iter().map(|frame| StackFrame {
                    function: frame.function_name.clone(),
                    url: frame.url.clone(),
                    line: frame.line_number.saturating_add(1),
                    column: frame.column_number.saturating_add(1),
                }));
                part = frames
                    .parent
                    .as_deref()
                    .filter(|_| stack.len() < STACK_FRAMES);
            }
            stack.truncate(STACK_FRAMES);
            Initiator {
                url: chrome.url.clone(),
                stack,
            }
        }
    }
}

fn fields(fields: &[LogField]) -> Vec<Field> {
    // Names that begin with a colon are HTTP/2's pseudo-header fields, which Chrome's export lists among the rest.
    fields
        .iter()
        .filter(|field| !field.name.starts_with(':'))
        .map(|field| Field {
            name: field.name.clone(),
            value: field.value.clone(),
        })
        .collect()
}

fn request(request: &LogRequest) -> Request {
    let mut headers = request.headers.as_deref().map(fields);
    // Firefox and Safari list cookies apart, and some exporters leave the `Cookie` field out altogether.
    if !request.cookies.is_empty()
        && !headers
            .iter()
            .flatten()
            .any(|field| field.name.eq_ignore_ascii_case("cookie"))
    {
        let pairs: Vec<String> = request
            .cookies
            .iter()
            .map(|cookie| format!("{}={}", cookie.name, cookie.value))
            .collect();
        headers.get_or_insert_default().push(Field {
            name: "cookie".to_owned(),
            value: pairs.join("; "),
        });
    }
    Request {
        method: request.method.clone(),
        url: request.url.clone(),
        http_version: request.http_version.clone(),
        headers,
        body: request.post_data.as_ref().and_then(posted),
    }
}

fn response(response: &LogResponse) -> Response {
    Response {
        status: u16::try_from(response.status).unwrap_or(0),
        status_text: response.status_text.clone(),
        headers: response.headers.as_deref().map(fields),
        body: response.content.as_ref().and_then(body),
    }
}

fn posted(posted: &LogBody) -> Option<Body> {
    if posted.text.as_deref().is_some_and(|text| !text.is_empty()) || posted.params.is_empty() {
        return body(posted);
    }
    let pairs: Vec<String> = posted
        .params
        .iter()
        .map(|field| format!("{}={}", field.name, field.value))
        .collect();
    Some(Body {
        mime: posted.mime_type.clone(),
        text: pairs.join("&"),
    })
}

fn body(body: &LogBody) -> Option<Body> {
    let text = body.text.as_deref()?;
    let decoded = body
        .encoding
        .as_deref()
        .filter(|encoding| encoding.eq_ignore_ascii_case("base64"))
        .and_then(|_| STANDARD.decode(text).ok());
    Some(Body {
        mime: body.mime_type.clone(),
        text: decoded.map_or_else(
            || text.to_owned(),
            |bytes| String::from_utf8_lossy(&bytes).into_owned(),
        ),
    })
}
