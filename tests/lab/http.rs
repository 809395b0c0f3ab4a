//! A request as it came, and an answer as it is to go: header values are bytes, because some of them are wrong on purpose.

use std::fmt::Write as _;
use std::time::{Duration, SystemTime};

use serde_json::Value;

/// One request that was read whole.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) scheme: &'static str,
    /// The `Host` header without its port, in lower case.
    pub(crate) host: String,
    /// The path and the query as they were sent.
    pub(crate) target: String,
    pub(crate) path: String,
    pub(crate) query: Vec<(String, Vec<u8>)>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Request {
    /// The first header of this name; the name is given in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn param(&self, name: &str) -> Option<String> {
        self.params(name)
            .next()
            .map(|value| String::from_utf8_lossy(value).into_owned())
    }

    pub(crate) fn params<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a [u8]> {
        self.query
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_slice())
    }

    /// The value of the first cookie of this name, in the order in which the browser sent them.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .filter(|(key, _)| key == "cookie")
            .flat_map(|(_, value)| value.split("; "))
            .find_map(|pair| {
                pair.split_once('=')
                    .filter(|(key, _)| *key == name)
                    .map(|(_, value)| value)
            })
    }

    /// What stands after `scheme` in `Authorization`; the scheme is compared without regard to case (RFC 9110, 11.1).
    pub(crate) fn authorization(&self, scheme: &str) -> Option<&str> {
        let (given, rest) = self.header("authorization")?.split_once(' ')?;
        given.eq_ignore_ascii_case(scheme).then_some(rest)
    }

    /// A member of the body, which is JSON or a form.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        if let Ok(json) = serde_json::from_str::<Value>(&self.body) {
            return json.get(name).and_then(Value::as_str).map(str::to_owned);
        }
        pairs(&self.body)
            .into_iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| String::from_utf8_lossy(&value).into_owned())
    }

    pub(crate) fn is_preflight(&self) -> bool {
        self.method == "OPTIONS" && self.header("access-control-request-method").is_some()
    }
}

/// The pairs of a query or a form, percent-decoded to bytes.
pub(crate) fn pairs(text: &str) -> Vec<(String, Vec<u8>)> {
    text.split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            (
                String::from_utf8_lossy(&decoded(key)).into_owned(),
                decoded(value),
            )
        })
        .collect()
}

fn decoded(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'+' => out.push(b' '),
            b'%' => {
                let rest = bytes.clone();
                let hex: Vec<u8> = rest.take(2).collect();
                let value = std::str::from_utf8(&hex)
                    .ok()
                    .and_then(|two| u8::from_str_radix(two, 16).ok());
                out.push(value.unwrap_or(b'%'));
                if value.is_some() {
                    bytes.nth(1);
                }
            }
            other => out.push(other),
        }
    }
    out
}

/// One answer.
#[derive(Clone, Debug)]
pub(crate) struct Response {
    status: u16,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
    /// Seconds by which this server's clock is ahead.
    clock: i64,
    /// How long this server takes for it.
    pub(crate) takes: Duration,
}

impl Response {
    pub(crate) fn new(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            clock: 0,
            takes: Duration::ZERO,
        }
    }

    /// A 401 with this challenge.
    pub(crate) fn challenge(challenge: &str) -> Self {
        Self::new(401).header("WWW-Authenticate", challenge)
    }

    pub(crate) fn redirect(status: u16, to: &str) -> Self {
        Self::new(status).header("Location", to)
    }

    #[must_use]
    pub(crate) fn header(self, name: &str, value: impl AsRef<[u8]>) -> Self {
        let mut this = self;
        // A line break would end the header, and no scenario wants that.
        let value = value
            .as_ref()
            .iter()
            .copied()
            .filter(|byte| !matches!(byte, b'\r' | b'\n'))
            .collect();
        this.headers.push((name.to_owned(), value));
        this
    }

    #[must_use]
    pub(crate) fn cookie(self, line: impl AsRef<[u8]>) -> Self {
        self.header("Set-Cookie", line)
    }

    #[must_use]
    pub(crate) fn json(self, body: &Value) -> Self {
        self.typed("application/json", body.to_string())
    }

    #[must_use]
    pub(crate) fn html(self, body: impl Into<Vec<u8>>) -> Self {
        self.typed("text/html; charset=utf-8", body)
    }

    #[must_use]
    pub(crate) fn text(self, body: impl Into<Vec<u8>>) -> Self {
        self.typed("text/plain; charset=utf-8", body)
    }

    #[must_use]
    pub(crate) fn typed(self, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        let mut this = self.header("Content-Type", kind);
        this.body = body.into();
        this
    }

    /// Lets the asking origin read the answer, with credentials.
    #[must_use]
    pub(crate) fn cors(self, request: &Request) -> Self {
        let Some(origin) = request.header("origin") else {
            return self;
        };
        let asked = request
            .header("access-control-request-headers")
            .map(str::to_owned);
        let this = self
            .header("Access-Control-Allow-Origin", origin)
            .header("Access-Control-Allow-Credentials", "true")
            .header("Access-Control-Expose-Headers", "WWW-Authenticate")
            .header("Vary", "Origin");
        if !request.is_preflight() {
            return this;
        }
        let this = this
            .header(
                "Access-Control-Allow-Methods",
                "GET, POST, PUT, PATCH, DELETE",
            )
            .header("Access-Control-Max-Age", "0");
        match asked {
            Some(names) => this.header("Access-Control-Allow-Headers", names),
            None => this,
        }
    }

    /// Makes this server's clock run ahead by so many seconds.
    #[must_use]
    pub(crate) fn clock(self, ahead: i64) -> Self {
        Self {
            clock: ahead,
            ..self
        }
    }

    /// Makes the server slow.
    #[must_use]
    pub(crate) fn after(self, takes: Duration) -> Self {
        Self { takes, ..self }
    }

    /// The answer as it goes over the wire.
    pub(crate) fn bytes(&self, head_only: bool, close: bool) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        let date = shifted(now(), self.clock);
        let _ = write!(
            head,
            "Date: {}\r\nContent-Length: {}\r\n",
            httpdate::fmt_http_date(date),
            self.body.len()
        );
        if !self.headers.iter().any(|(name, _)| name == "Cache-Control") {
            head.push_str("Cache-Control: no-store\r\n");
        }
        if close {
            head.push_str("Connection: close\r\n");
        }
        let mut out = head.into_bytes();
        for (name, value) in &self.headers {
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(b": ");
            out.extend_from_slice(value);
            out.extend_from_slice(b"\r\n");
        }
        out.extend_from_slice(b"\r\n");
        if !head_only {
            out.extend_from_slice(&self.body);
        }
        out
    }
}

/// The lab's own clock.
#[expect(
    clippy::disallowed_methods,
    reason = "a server has a clock; it is the core that reads none"
)]
pub(crate) fn now() -> SystemTime {
    SystemTime::now()
}

/// Seconds since 1970 by the lab's clock.
pub(crate) fn seconds() -> i64 {
    now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |passed| {
            i64::try_from(passed.as_secs()).unwrap_or(i64::MAX)
        })
}

fn shifted(time: SystemTime, ahead: i64) -> SystemTime {
    let by = Duration::from_secs(ahead.unsigned_abs());
    let moved = if ahead < 0 {
        time.checked_sub(by)
    } else {
        time.checked_add(by)
    };
    moved.unwrap_or(time)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        407 => "Proxy Authentication Required",
        _ => "Status",
    }
}
