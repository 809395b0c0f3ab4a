//! Answers the differential test: a JSON line in, a JSON line out.
//!
//! In: `{"log": HAR log, "index": entry}`. Out: the verdicts on the jar's cookies and on the response's `Set-Cookie`
//! lines, three times: from all that was seen, from the rules alone, and from the redacted log.

use std::io::{BufRead, Write};

use serde::Deserialize;
use serde_json::{Value, json};
use why401::cookie::verdict::{CookieVerdict, SetCookieVerdict, sending, storing};
use why401::exchange::Exchange;
use why401::har::Log;
use why401::redact::{Key, Redacted};

#[derive(Deserialize)]
struct Question {
    log: Log,
    index: usize,
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        writeln!(out, "{}", answer(&line?))?;
        out.flush()?;
    }
    Ok(())
}

fn answer(line: &str) -> Value {
    match serde_json::from_str::<Question>(line) {
        Ok(question) => {
            let exchange = question.log.exchange();
            let redacted = Redacted::of(&failing(&exchange, question.index), &Key::default());
            json!({
                "seen": verdicts(&exchange, question.index),
                "rules": by_rules(&blind(&exchange), question.index),
                "redacted": verdicts(redacted.exchange(), question.index),
            })
        }
        Err(error) => json!({ "error": error.to_string() }),
    }
}

/// The exchange with the entry failed: cookies are kept for the hosts of requests that failed, and no others.
fn failing(exchange: &Exchange, index: usize) -> Exchange {
    let mut exchange = exchange.clone();
    if let Some(entry) = exchange.entries.get_mut(index) {
        entry.response.status = 401;
    }
    exchange
}

/// The exchange without what shows which cookies went.
fn blind(exchange: &Exchange) -> Exchange {
    let mut exchange = exchange.clone();
    for entry in &mut exchange.entries {
        let telling = ["cookie", "accept", "user-agent", "host"];
        entry.request.headers.iter_mut().for_each(|fields| {
            fields.retain(|field| !telling.contains(&field.name.to_ascii_lowercase().as_str()));
        });
    }
    exchange
}

/// What the rules alone expect.
fn by_rules(exchange: &Exchange, index: usize) -> Value {
    let expected = |verdict: &CookieVerdict| json!({ "sent": verdict.expected, "sureness": verdict.sureness.as_str() });
    json!({
        "cookies": sending(exchange, index).iter().map(expected).collect::<Vec<_>>(),
        "setCookies": storing(exchange, index).iter().map(set_cookie).collect::<Vec<_>>(),
    })
}

fn verdicts(exchange: &Exchange, index: usize) -> Value {
    json!({
        "cookies": sending(exchange, index).iter().map(cookie).collect::<Vec<_>>(),
        "setCookies": storing(exchange, index).iter().map(set_cookie).collect::<Vec<_>>(),
    })
}

fn cookie(verdict: &CookieVerdict) -> Value {
    json!({
        "index": verdict.index,
        "sent": verdict.sent,
        "reasons": verdict.reasons.iter().map(|reason| reason.as_str()).collect::<Vec<_>>(),
        "warnings": verdict.warnings.iter().map(|warning| warning.as_str()).collect::<Vec<_>>(),
        "sureness": verdict.sureness.as_str(),
    })
}

fn set_cookie(verdict: &SetCookieVerdict) -> Value {
    json!({
        "stored": verdict.stored,
        "reasons": verdict.reasons.iter().map(|reason| reason.as_str()).collect::<Vec<_>>(),
        "warnings": verdict.warnings.iter().map(|warning| warning.as_str()).collect::<Vec<_>>(),
        "sureness": verdict.sureness.as_str(),
    })
}
