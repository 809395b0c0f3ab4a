//! Exchanges with a secret planted in one place each.
//!
//! What looks like a token is hidden wherever it stands. In places that hold nothing but secrets, or what strangers
//! wrote, a password of plain letters is hidden too.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

/// A secret that looks like one.
const TOKEN: &str = "cN7ryQ2x9VbK4mTz8Lp1Wd6";

/// Secrets that look like words; nobody's words else.
pub(crate) const WORDS: &[&str] = &["correcthorsebatterystaple", "Hunterzwei", "zq7xk9wv"];

/// Header fields of a request in which pages and browsers put secrets, and some that nobody knows.
pub(crate) const OF_REQUEST: &[&str] = &[
    "Authorization",
    "Proxy-Authorization",
    "Cookie",
    "X-Api-Key",
    "X-Auth-Token",
    "X-CSRF-Token",
    "DPoP",
    "Referer",
    "Origin",
    "X-Unknown",
    "apikey",
    "Sec-WebSocket-Protocol",
    "X-Amz-Security-Token",
    "User-Agent",
    "If-None-Match",
    "X-Forwarded-For",
    "Range",
    "Content-Type",
    "Host",
    "X-Requested-With",
];

/// Header fields of a response.
pub(crate) const OF_RESPONSE: &[&str] = &[
    "Set-Cookie",
    "WWW-Authenticate",
    "Proxy-Authenticate",
    "Location",
    "X-Error-Message",
    "X-Unknown",
    "Server",
    "Via",
    "DPoP-Nonce",
    "Authentication-Info",
    "ETag",
    "X-Request-Id",
    "Refresh",
    "Link",
    "Access-Control-Allow-Origin",
    "X-Amzn-ErrorType",
    "Retry-After",
    "X-Powered-By",
    "Secure-Session-Challenge",
    "Date",
    "Proxy-Status",
    "Cache-Control",
];

/// A secret in its place.
pub(crate) struct Planted {
    /// Where it stands.
    pub(crate) place: String,
    /// What must not get out.
    pub(crate) secret: &'static str,
    /// HAR's `log`.
    pub(crate) log: Value,
}

/// What looks like a secret in every place, and these words where they must not be seen either.
pub(crate) fn all(words: &[&'static str]) -> Vec<Planted> {
    let mut all = planted(TOKEN, anywhere(TOKEN));
    all.extend(planted(TOKEN, private(TOKEN)));
    for word in words {
        all.extend(planted(word, private(word)));
    }
    all
}

fn planted(secret: &'static str, places: Vec<(String, Value)>) -> Vec<Planted> {
    let one = |(place, log)| Planted { place, secret, log };
    places.into_iter().map(one).collect()
}

/// Places in which only what looks like a secret is taken for one.
fn anywhere(secret: &str) -> Vec<(String, Value)> {
    let mut logs = Vec::new();
    for value in values(secret) {
        for name in OF_REQUEST {
            logs.push((format!("{name}: {value}"), field("request", name, &value)));
        }
        for name in OF_RESPONSE {
            logs.push((
                format!("answered {name}: {value}"),
                field("response", name, &value),
            ));
        }
    }
    let path = format!("https://x.example/a/{secret}/b;v={secret}");
    let frame = json!({ "functionName": secret, "url": path, "lineNumber": 1, "columnNumber": 1 });
    logs.extend(places(vec![
        ("/browser/version", json!(secret)),
        ("/entries/0/request/method", json!(secret)),
        ("/entries/0/request/url", json!(path)),
        (
            "/entries/0/request/url",
            json!(format!("https://x.example/a?{secret}=1&{secret}")),
        ),
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "x", "params": [{ "name": secret, "value": "x" }] }),
        ),
        (
            "/entries/0/_initiator",
            json!({ "type": "script", "url": path, "stack": { "callFrames": [frame] } }),
        ),
        (
            "/entries/0/_error",
            json!(format!("net::ERR of {secret} 1")),
        ),
        (
            "/_jar",
            json!([{ "name": "sid", "value": "1", "domain": "api.example", "path": format!("/{secret}") }]),
        ),
        (
            "/_losses",
            json!([{ "name": "sid", "domain": "api.example", "path": format!("/{secret}"), "cause": "explicit", "time": 0 }]),
        ),
        (
            "/entries/0/request/httpVersion",
            json!(secret),
        ),
        (
            "/entries/0/response/httpVersion",
            json!(secret),
        ),
    ]));
    logs
}

/// Values around the secret, as some field's syntax would have it.
fn values(secret: &str) -> Vec<String> {
    vec![
        secret.to_owned(),
        format!("Bearer {secret}"),
        format!("Digest username=\"u\", realm=\"r\", nonce=\"{secret}\", response=\"{secret}\""),
        format!(
            "Bearer error=\"invalid_token\", error_description=\"the token {secret} has expired\", {secret}=\"x\""
        ),
        format!("Negotiate {secret}"),
        format!("sid={secret}; Path=/{secret}; {secret}; HttpOnly"),
        format!("sid=1; Domain=api.example; Expires={secret}; Max-Age={secret}; SameSite={secret}"),
        format!("https://u:{secret}@x.example/{secret}?token={secret}&{secret}#{secret}"),
        format!("Basic realm=\"user {secret}\""),
        format!("foo {secret}, bar {secret}"),
    ]
}

/// Places that hold secrets, or the words of strangers: nothing of them is shown, whatever it looks like.
fn private(secret: &str) -> Vec<(String, Value)> {
    let mut logs = Vec::new();
    for (name, value) in sent(secret) {
        logs.push((format!("{name}: {value}"), field("request", name, &value)));
    }
    for (name, value) in answered(secret) {
        logs.push((
            format!("answered {name}: {value}"),
            field("response", name, &value),
        ));
    }
    for address in addresses(secret) {
        let frame =
            json!({ "functionName": "f", "url": address, "lineNumber": 1, "columnNumber": 1 });
        logs.extend(places(vec![
            ("/_page/url", json!(address)),
            ("/_page/frames", json!([address])),
            ("/entries/0/request/url", json!(address)),
            ("/entries/0/_initiator", json!(address)),
            (
                "/entries/0/_initiator",
                json!({ "type": "script", "url": address, "stack": { "callFrames": [frame] } }),
            ),
        ]));
    }
    for resource in ["websocket", "eventsource"] {
        let mut log = log();
        log["entries"][0]["_resourceType"] = json!(resource);
        log["entries"][0]["request"]["url"] =
            json!(format!("wss://u:{secret}@x.example/live?token={secret}"));
        logs.push((resource.to_owned(), log));
    }
    logs.extend(places(bodies(secret)));
    logs
}

fn places(all: Vec<(&str, Value)>) -> Vec<(String, Value)> {
    all.into_iter()
        .map(|(pointer, value)| (format!("{pointer}: {value}"), with(pointer, value)))
        .collect()
}

/// Fields of a request, with a secret as their own syntax has it.
fn sent(secret: &str) -> Vec<(&'static str, String)> {
    let basic = URL_SAFE_NO_PAD.encode(format!("ada:{secret}"));
    let mut all = Vec::new();
    for name in ["Authorization", "Proxy-Authorization"] {
        for value in [
            format!("Bearer {secret}"),
            secret.to_owned(),
            format!("Basic {basic}"),
            format!("Bearer {}", jwt(secret)),
            format!(
                "Digest username=\"{secret}\", realm=\"r\", nonce=\"{secret}\", uri=\"/a?token={secret}\", cnonce=\"{secret}\", response=\"{secret}\", opaque=\"{secret}\""
            ),
            format!(
                "OAuth oauth_consumer_key=\"{secret}\", oauth_token=\"{secret}\", oauth_signature=\"{secret}\""
            ),
            format!(
                "AWS4-HMAC-SHA256 Credential={secret}/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature={secret}"
            ),
        ] {
            all.push((name, value));
        }
    }
    all.extend([
        ("Cookie", format!("sid={secret}; theme={secret}")),
        ("Cookie", secret.to_owned()),
        ("X-Api-Key", secret.to_owned()),
        ("X-CSRF-Token", secret.to_owned()),
        ("X-Unknown", secret.to_owned()),
        ("X-Forwarded-For", secret.to_owned()),
        (
            "Referer",
            format!("https://u:{secret}@x.example/?q={secret}#{secret}"),
        ),
        (
            "Sec-WebSocket-Protocol",
            format!("graphql-ws, token.{secret}, {secret}"),
        ),
        ("User-Agent", format!("Mozilla/5.0 ({secret})")),
    ]);
    all
}

/// Fields of a response, with a secret as their own syntax has it.
fn answered(secret: &str) -> Vec<(&'static str, String)> {
    vec![
        (
            "Set-Cookie",
            format!("sid={secret}; Path=/; Domain=x.example"),
        ),
        ("Set-Cookie", secret.to_owned()),
        ("Set-Cookie", format!("sid=; Comment={secret}; {secret}")),
        (
            "WWW-Authenticate",
            format!(
                "Bearer error=\"invalid_token\", error_description=\"the token {secret} of {secret} has expired\""
            ),
        ),
        (
            "WWW-Authenticate",
            format!("Digest realm=\"r\", nonce=\"{secret}\", opaque=\"{secret}\""),
        ),
        (
            "WWW-Authenticate",
            format!("Basic realm=\"{secret}@x.example\""),
        ),
        (
            "WWW-Authenticate",
            format!("Digest realm=\"r\", domain=\"https://u:{secret}@x.example/a?token={secret}\""),
        ),
        (
            "WWW-Authenticate",
            format!(
                "Bearer authorization_uri=\"https://u:{secret}@x.example/?code={secret}#{secret}\""
            ),
        ),
        ("Proxy-Authenticate", format!("Negotiate {secret}")),
        (
            "Location",
            format!(
                "https://u:{secret}@x.example/callback?code={secret}&state={secret}#access_token={secret}"
            ),
        ),
        (
            "Location",
            format!("/callback?code={secret}#id_token={secret}"),
        ),
        ("Location", format!("app://callback?code={secret}")),
        ("Location", format!("//u:{secret}@x.example/")),
        (
            "Refresh",
            format!("0; url=https://x.example/?code={secret}"),
        ),
        (
            "Link",
            format!("<https://x.example/?code={secret}>; rel=next"),
        ),
        ("X-Unknown", secret.to_owned()),
        ("X-Error-Message", format!("the key {secret} is unknown")),
        ("Authentication-Info", format!("nextnonce=\"{secret}\"")),
        ("X-AUSERNAME", secret.to_owned()),
    ]
}

fn addresses(secret: &str) -> Vec<String> {
    vec![
        format!("https://u:{secret}@x.example/a?q={secret}&access_token={secret}#{secret}"),
        format!("https://{secret}@x.example/a"),
        format!(
            "https://b.x.example/o?X-Amz-Credential={secret}&X-Amz-Signature={secret}&X-Amz-Security-Token={secret}"
        ),
        format!("https://x.example/a;jsessionid={secret}"),
        format!("https://x.example/a/b;sid={secret}/c"),
        format!("data:text/plain,{secret}"),
        format!("blob:https://u:{secret}@x.example/0a1b2c3d-0000-4000-8000-1234567890ab#{secret}"),
        format!("javascript:login('{secret}')"),
        format!("about:srcdoc#{secret}"),
        format!("mailto:{secret}@x.example"),
    ]
}

fn bodies(secret: &str) -> Vec<(&'static str, Value)> {
    let query = format!("mutation {{ login(name: \"ada\", password: \"{secret}\") {{ token }} }}");
    let graphql = json!({ "operationName": "Login", "query": query, "variables": { "password": secret, "nested": { "token": secret } } });
    vec![
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "application/json", "text": json!({ "password": secret, "grant_type": secret.to_uppercase() + secret }).to_string() }),
        ),
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "application/json", "text": graphql.to_string() }),
        ),
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "application/json", "text": json!([graphql]).to_string() }),
        ),
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "application/graphql", "text": query }),
        ),
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "application/x-www-form-urlencoded", "text": format!("user=ada&password={secret}") }),
        ),
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "multipart/form-data", "text": format!("--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n{secret}\r\n--b--") }),
        ),
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "text/plain", "text": secret }),
        ),
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "x", "params": [{ "name": "password", "value": secret }, { "name": "file", "fileName": secret, "contentType": secret }] }),
        ),
        (
            "/entries/0/request/cookies",
            json!([{ "name": "sid", "value": secret }]),
        ),
        (
            "/entries/0/response/cookies",
            json!([{ "name": "sid", "value": secret }]),
        ),
        (
            "/_jar",
            json!([{ "name": "sid", "value": secret, "domain": "api.example", "path": "/" }]),
        ),
        (
            "/entries/0/response/statusText",
            json!(format!("expired {secret}")),
        ),
        (
            "/entries/0/response/content",
            json!({ "mimeType": "application/json", "text": json!({ "error": secret, secret: 1, "message": format!("token expired {secret}"), "data": { "token": secret } }).to_string() }),
        ),
        (
            "/entries/0/response/content",
            json!({ "mimeType": "application/json", "text": json!({ "errors": [{ "message": format!("Unauthorized {secret}"), "extensions": { "code": secret } }] }).to_string() }),
        ),
        (
            "/entries/0/response/content",
            json!({ "mimeType": "text/html", "text": format!("<title>{secret}</title>token expired <input value=\"{secret}\">") }),
        ),
        ("/entries/0/comment", json!(secret)),
        ("/comment", json!(secret)),
        (
            "/pages",
            json!([{ "id": "p", "title": format!("https://x.example/?code={secret}") }]),
        ),
    ]
}

/// A token with the secret in its claims, its header and its signature; `iss` and `aud` are addresses that hold it
/// where an address may hold a secret.
fn jwt(secret: &str) -> String {
    let address = format!("https://id.example/?code={secret}#{secret}");
    let header = json!({ "alg": "HS256", "kid": format!("{secret}@x.example"), "jku": address });
    let claims = json!({
        "iss": address, "aud": [address, format!("https://u:{secret}@x.example/")], "exp": 1,
        "sub": secret, "email": format!("{secret}@x.example"), "name": secret, "jti": secret, "nonce": secret,
    });
    [header.to_string(), claims.to_string(), secret.to_owned()]
        .map(|part| URL_SAFE_NO_PAD.encode(part))
        .join(".")
}

/// An exchange without a secret.
pub(crate) fn log() -> Value {
    json!({
        "browser": { "name": "Chrome", "version": "140" },
        "_page": { "url": "https://app.example/" },
        "_jar": [],
        "entries": [{
            "startedDateTime": "2026-01-01T00:00:00Z", "time": 10, "_resourceType": "fetch",
            "request": { "method": "GET", "url": "https://api.example/me", "headers": [{ "name": "Origin", "value": "https://app.example" }] },
            "response": { "status": 401, "headers": [] },
        }],
    })
}

fn field(part: &str, name: &str, value: &str) -> Value {
    let mut log = log();
    log["entries"][0][part]["headers"]
        .as_array_mut()
        .expect("fields")
        .push(json!({ "name": name, "value": value }));
    log
}

fn with(pointer: &str, value: Value) -> Value {
    let mut log = log();
    let (parent, name) = pointer.rsplit_once('/').expect("a path");
    log.pointer_mut(parent)
        .expect("a parent")
        .as_object_mut()
        .expect("an object")
        .insert(name.to_owned(), value);
    log
}
