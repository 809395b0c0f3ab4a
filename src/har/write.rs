//! From an exchange to a log.

use super::vocabulary::{CUTS, LOSSES, RESOURCES, SAME_SITES, THIRD_PARTY, word};
use super::{
    ChromeFrame, ChromeInitiator, ChromeStack, Log, LogBody, LogCookie, LogEntry, LogField,
    LogInitiator, LogLoss, LogPage, LogPartition, LogRequest, LogResponse, LogSettings, Product,
    Text, Time,
};
use crate::exchange::{Body, Entry, Exchange, Field, Initiator, JarCookie};
use crate::http::instant;

pub(super) fn log(exchange: &Exchange) -> Log {
    let browser = Product {
        name: exchange.browser.name.clone(),
        version: Text(exchange.browser.version.clone()),
    };
    let settings = LogSettings {
        third_party_cookies: exchange
            .settings
            .third_party_cookies
            .map(|known| word(THIRD_PARTY, known).to_owned()),
        private: exchange.settings.private,
    };
    Log {
        version: "1.2".to_owned(),
        creator: Product {
            name: "why401".to_owned(),
            version: Text(env!("CARGO_PKG_VERSION").to_owned()),
        },
        browser: Some(browser).filter(|browser| !browser.name.is_empty()),
        entries: exchange.entries.iter().map(entry).collect(),
        page: exchange.page.as_ref().map(|page| LogPage {
            url: page.url.clone(),
            frames: page.frames.clone(),
        }),
        jar: exchange
            .jar
            .as_ref()
            .map(|jar| jar.iter().map(cookie).collect()),
        now: exchange.now.map(iso),
        losses: exchange
            .losses
            .iter()
            .map(|loss| LogLoss {
                name: loss.name.clone(),
                domain: loss.domain.clone(),
                path: loss.path.clone(),
                cause: word(LOSSES, loss.cause).to_owned(),
                time: loss.time.map(iso),
            })
            .collect(),
        settings: Some(settings).filter(|settings| {
            settings.third_party_cookies.is_some() || settings.private.is_some()
        }),
        failing: exchange.failing,
        settled: exchange.settled.then_some(true),
        sanitized: exchange.sanitized.then_some(true),
        jar_left_out: Some(exchange.jar_left_out).filter(|count| *count > 0),
    }
}

fn iso(milliseconds: i64) -> Time {
    Time::Iso(instant::print(milliseconds))
}

fn cookie(cookie: &JarCookie) -> LogCookie {
    LogCookie {
        name: cookie.name.clone(),
        value: cookie.value.clone(),
        domain: cookie.domain.clone(),
        host_only: Some(cookie.host_only),
        path: Some(cookie.path.clone()),
        secure: cookie.secure,
        http_only: cookie.http_only,
        session: Some(cookie.session),
        same_site: word(SAME_SITES, cookie.same_site).to_owned(),
        expiration_date: cookie.expires,
        partition_key: cookie.partition.as_ref().map(|key| LogPartition {
            top_level_site: key.top_level_site.clone(),
            has_cross_site_ancestor: key.cross_site_ancestor,
        }),
    }
}

fn entry(entry: &Entry) -> LogEntry {
    LogEntry {
        started_date_time: entry.started.map(iso),
        time: entry.duration,
        resource_type: Some(word(RESOURCES, entry.resource).to_owned()),
        initiator: entry.initiator.as_ref().map(initiator),
        frame: entry.frame,
        error: entry.error.clone(),
        challenged: Some(entry.challenged).filter(|times| *times > 0),
        cut: entry
            .cut
            .iter()
            .map(|cut| word(CUTS, *cut).to_owned())
            .collect(),
        request: LogRequest {
            method: entry.request.method.clone(),
            url: entry.request.url.clone(),
            http_version: entry.request.http_version.clone(),
            headers: entry.request.headers.as_deref().map(fields),
            cookies: Vec::new(),
            post_data: entry.request.body.as_ref().map(body),
        },
        response: LogResponse {
            status: i64::from(entry.response.status),
            status_text: entry.response.status_text.clone(),
            headers: entry.response.headers.as_deref().map(fields),
            content: entry.response.body.as_ref().map(body),
        },
    }
}

fn initiator(initiator: &Initiator) -> LogInitiator {
    if initiator.stack.is_empty() {
        return LogInitiator::Url(initiator.url.clone().unwrap_or_default());
    }
    let call_frames = initiator
        .stack
        .iter()
        .map(|frame| ChromeFrame {
            function_name: frame.function.clone(),
            url: frame.url.clone(),
            line_number: frame.line.saturating_sub(1),
            column_number: frame.column.saturating_sub(1),
        })
        .collect();
    LogInitiator::Chrome(ChromeInitiator {
        url: initiator.url.clone(),
        stack: Some(ChromeStack {
            call_frames,
            parent: None,
        }),
    })
}

fn fields(fields: &[Field]) -> Vec<LogField> {
    fields
        .iter()
        .map(|field| LogField {
            name: field.name.clone(),
            value: field.value.clone(),
        })
        .collect()
}

fn body(body: &Body) -> LogBody {
    LogBody {
        mime_type: body.mime.clone(),
        text: Some(body.text.clone()),
        encoding: None,
        params: Vec::new(),
    }
}
