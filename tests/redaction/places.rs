//! One log with a secret in every place that there is.

#![expect(
    clippy::format_collect,
    clippy::obfuscated_if_else,
    clippy::needless_pass_by_value,
    reason = "parts of a log are made where they are handed over, and short beats fast"
)]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::canary::{OF_REQUEST, OF_RESPONSE};

/// Fields that count or tell when: a number in them is one.
const COUNTING: &[&str] = &[
    "Retry-After",
    "Date",
    "Cache-Control",
    "Age",
    "Content-Length",
];

/// A log with the secret in every place but those that count.
pub(crate) fn crowded(secret: &str) -> Value {
    let percent: String = secret.bytes().map(|byte| format!("%{byte:02x}")).collect();
    let twice = percent.replace('%', "%25");
    let urls = addresses(secret, &percent, &twice);
    let mut entries: Vec<Value> = urls.iter().map(|url| entry(url, vec![], vec![])).collect();
    let of_request = OF_REQUEST.iter().filter(|name| !COUNTING.contains(name));
    let of_response = OF_RESPONSE.iter().filter(|name| !COUNTING.contains(name));
    for value in [
        secret.to_owned(),
        format!("Bearer {secret}"),
        format!("foo {secret}; bar=\"{secret}\""),
    ] {
        entries.push(entry(
            "https://api.example/v1",
            of_request.clone().map(|name| field(name, &value)).collect(),
            of_response
                .clone()
                .map(|name| field(name, &value))
                .collect(),
        ));
    }
    entries.push(entry(
        "https://api.example/v1",
        sent(secret, &percent),
        answered(secret, &percent, &urls),
    ));
    let last = entries.last_mut().expect("an entry");
    for (at, value) in bodies(secret) {
        last["request"]["postData"] = at
            .then(|| value.clone())
            .unwrap_or_else(|| last["request"]["postData"].clone());
        last["response"]["content"] = (!at)
            .then(|| value.clone())
            .unwrap_or_else(|| last["response"]["content"].clone());
    }
    last["request"]["method"] = json!(secret);
    last["request"]["httpVersion"] = json!(secret);
    last["response"]["statusText"] = json!(format!("expired {secret}"));
    last["response"]["status"] = json!(401);
    last["_error"] = json!(format!("net::ERR_{secret} {secret}"));
    last["comment"] = json!(secret);
    last["_initiator"] = json!({ "type": "script", "url": urls[0], "stack": { "callFrames": [{ "functionName": secret, "url": urls[1], "lineNumber": 1, "columnNumber": 1 }] } });
    let path = format!("/reset/{secret}/{percent}");
    json!({
        "version": "1.2",
        "creator": { "name": secret, "version": "1" },
        "browser": { "name": "Chrome", "version": "141.0" },
        "comment": secret,
        "pages": [{ "id": secret, "title": secret }],
        "_page": { "url": urls[0], "frames": urls },
        "_jar": [
            { "name": secret, "value": secret, "domain": format!("{secret}.api.example"), "path": path },
            { "name": format!("u_{percent}"), "value": "1", "domain": secret, "path": "/", "partitionKey": { "topLevelSite": format!("https://x.example/{secret}") } },
        ],
        "_losses": [{ "name": secret, "domain": format!(".{secret}.example"), "path": path, "cause": "explicit", "time": 0 }],
        "_storage": [{ "area": "local", "origin": "https://api.example", "key": secret, "value": secret }],
        "_unknown": { secret: secret },
        "entries": entries,
    })
}

/// A log with the secret where a number would be kept.
pub(crate) fn counted(secret: &str) -> Value {
    let fields = COUNTING.iter().map(|name| field(name, secret)).chain([
        field(
            "Set-Cookie",
            &format!("sid=1; Max-Age={secret}; Expires={secret}"),
        ),
        field(
            "Set-Cookie",
            &format!("sid=1; Expires=Wed, 21 Oct 2026 07:28:00 {secret}"),
        ),
        field("X-RateLimit-Remaining", secret),
        field("Access-Control-Max-Age", secret),
    ]);
    let mut log = crowded("canary-4-words");
    log["entries"] = json!([entry(
        &format!(
            "https://api.example/v1?max_age={secret}&page={secret}&X-Amz-Date={secret}&X-Amz-Expires={secret}"
        ),
        vec![],
        fields.collect()
    )]);
    log
}

fn addresses(secret: &str, percent: &str, twice: &str) -> Vec<String> {
    let mut all = vec![
        format!(
            "https://u:{secret}@api.example/v1/{secret}/orders;v={secret}?q={secret}&{secret}=1&{secret}#{secret}"
        ),
        format!("https://api.example/a/{percent}/{twice}?q={twice}&{percent}=1"),
        format!("https://api.example/js/main.{secret}.js"),
        format!("https://api.example/reset-{secret}/{secret}.json"),
        format!(
            "https://api.example/?scope=user:{secret}+{percent}&v={secret}&page={secret}&lang={secret}&prompt={secret}&grant_type={secret}"
        ),
        format!(
            "app-{}://{secret}/cb?code={secret}",
            secret.replace(['@', '.'], "-")
        ),
        format!("x; https://u:{secret}@x.example/{secret}"),
        format!("data:text/plain,{secret}"),
        format!("blob:https://api.example/{secret}"),
    ];
    all.extend(["/", "?"].map(|sign| format!("{sign}{secret}")));
    all
}

fn entry(url: &str, sent: Vec<Value>, answered: Vec<Value>) -> Value {
    json!({
        "startedDateTime": "1999-01-01T00:00:00Z", "time": 1, "_resourceType": "fetch",
        "request": { "method": "GET", "url": url, "httpVersion": "h2", "headers": sent },
        "response": { "status": 200, "statusText": "", "headers": answered },
    })
}

fn field(name: &str, value: &str) -> Value {
    json!({ "name": name, "value": value })
}

fn sent(secret: &str, percent: &str) -> Vec<Value> {
    let claims = json!({
        "iss": format!("https://id.example/{secret}"), "aud": [secret, format!("https://api.example/{secret}")],
        "scope": format!("user:{secret} {secret}"), "roles": [secret, format!("Lovelace, {secret}")],
        "azp": secret, "tid": secret, "sub": secret, "exp": 1, secret: 1, (format!("https://x.example/{secret}")): 1,
    });
    let header = json!({ "alg": secret, "typ": secret, "kid": secret, secret: 1 });
    let jwt = format!(
        "{}.{}.c2ln",
        URL_SAFE_NO_PAD.encode(header.to_string()),
        URL_SAFE_NO_PAD.encode(claims.to_string())
    );
    let plain = json!({ "alg": "HS256", "kid": secret });
    let readable = format!(
        "{}.{}.c2ln",
        URL_SAFE_NO_PAD.encode(plain.to_string()),
        URL_SAFE_NO_PAD.encode(claims.to_string())
    );
    vec![
        field("Authorization", &format!("Bearer {readable}")),
        field("X-Access-Token", &jwt),
        field(
            "X-Digest",
            &format!(
                "Digest username=\"{secret}\", realm=\"{secret}\", uri=\"/v1/{secret}?t={secret}\", nc={secret}"
            ),
        ),
        field(
            "Proxy-Authorization",
            &format!(
                "Digest username=\"{secret}\", realm=\"{secret}\", nonce=\"{secret}\", uri=\"/v1/{secret}\", nc=\"{secret}\", algorithm=\"{secret}\", qop={secret}, response=\"{secret}\""
            ),
        ),
        field(
            "X-Auth",
            &format!(
                "AWS4-HMAC-SHA256 Credential=AKIA/{secret}/{secret}/s3/aws4_request, SignedHeaders=host;{secret}, Signature={secret}"
            ),
        ),
        field(
            "Cookie",
            &format!("{secret}={secret}; u_{percent}=1; sid={secret}"),
        ),
        field("Sec-WebSocket-Protocol", &format!("graphql-ws, {secret}")),
        field(
            "Access-Control-Request-Headers",
            &format!("content-type, x-{secret}"),
        ),
        field(&format!("X-{}", secret.replace('@', "-at-")), "1"),
        field("X-Requested-With", secret),
        field("Host", &format!("{secret}.api.example")),
    ]
}

fn answered(secret: &str, percent: &str, urls: &[String]) -> Vec<Value> {
    // A tenant's number is public: it stands in the address of every sign-in.
    let tenant = if secret.split('-').map(str::len).eq([8, 4, 4, 4, 12]) {
        "common"
    } else {
        secret
    };
    let mut all = vec![
        field(
            "Set-Cookie",
            &format!(
                "{secret}={secret}; Path=/{secret}; Domain={secret}; SameSite={secret}; Comment={secret}; {secret}={secret}; Priority={secret}"
            ),
        ),
        field(
            "Set-Cookie",
            &format!("u_{percent}=1; Domain={secret}.api.example; HttpOnly={secret}"),
        ),
        field(
            "WWW-Authenticate",
            &format!("Basic realm=\"token {secret}\""),
        ),
        field(
            "WWW-Authenticate",
            &format!("Basic realm=\"{secret}\", charset=\"{secret}\""),
        ),
        field(
            "WWW-Authenticate",
            &format!(
                "Bearer realm=\"api\", error=\"{secret}\", error_description=\"the token {secret} expired\", scope=\"user:{secret} {secret}\", acr_values=\"{secret}\", {secret}=\"{secret}\""
            ),
        ),
        field(
            "WWW-Authenticate",
            &format!(
                "Bearer authorization_uri=\"https://login.windows.net/{tenant}/{secret}\", resource_metadata=\"https://api.example/{secret}\""
            ),
        ),
        field(
            "WWW-Authenticate",
            &format!(
                "Digest realm=\"api\", domain=\"/{secret} https://x.example/{secret}\", nonce=\"{secret}\", algorithm={secret}, qop=\"{secret}\", stale={secret}"
            ),
        ),
        field("WWW-Authenticate", &format!("{secret} realm=\"api\"")),
        field("Set-Cookie", &format!("sid=1; Expires={secret}")),
        field("Link", &format!("</{secret}>; rel=\"{secret}\"")),
        field(
            "Refresh",
            &format!("0; url=https://u:{secret}@x.example/{secret}?t={secret}"),
        ),
        field("Refresh", &format!("{secret}; url=/{secret}")),
        field("X-OTP", secret),
        field(
            "X-RateLimit-Policy",
            &format!("burst;w={secret};n=\"{secret}\""),
        ),
        field("X-OAuth-Scopes", &format!("repo, user:{secret}")),
        field(&format!("X-{}", secret.replace('@', "-at-")), "1"),
        field("Vary", &format!("Origin, X-{secret}")),
        field(
            "Content-Type",
            &format!("application/{secret}; boundary={secret}"),
        ),
        field("X-Runtime-Name", secret),
    ];
    all.extend(urls.iter().flat_map(|url| {
        ["Location", "Content-Location", "X-Auth-Redirect"].map(|name| field(name, url))
    }));
    all
}

/// Bodies, and whether each is a request's.
fn bodies(secret: &str) -> Vec<(bool, Value)> {
    vec![
        (
            true,
            json!({ "mimeType": format!("application/{secret}"), "text": format!("user=ada&{secret}={secret}&grant_type={secret}&password={secret}") }),
        ),
        (
            false,
            json!({ "mimeType": format!("text/{secret}"), "text": json!({ "error": secret, secret: 1, "message": format!("token expired {secret}"), "path": format!("/v1/{secret}") }).to_string() }),
        ),
    ]
}
