//! A case in short, as a log: what was asked, from which page, what was sent and answered in header fields, the body.

use serde_json::{Map, Value, json};

/// The header fields of an object of names and values, as HAR writes them.
fn fields(object: &Value) -> Vec<Value> {
    let members = object.as_object().into_iter().flatten();
    members
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect()
}

/// The log of a case in short.
pub(crate) fn log(short: &Value) -> Value {
    let ask = short["ask"].as_str().expect("what was asked");
    let (method, url) = ask.split_once(' ').expect("a method and a URL");
    let mut answered = fields(&short["answered"]);
    let page = short["page"].as_str();
    if let Some(page) = page {
        // The page may read the answer: whether it may is no question here.
        let origin = page.trim_end_matches('/');
        for (name, value) in [("Origin", origin), ("Credentials", "true")] {
            let name = format!("Access-Control-Allow-{name}");
            answered.push(json!({ "name": name, "value": value }));
        }
    }
    let body = short["body"].as_str();
    let content = body.map(|text| {
        (
            "content",
            json!({ "mimeType": short["mime"], "text": text }),
        )
    });
    let response = [
        ("status", short["status"].clone()),
        ("headers", answered.into()),
    ];
    let response: Map<String, Value> = response
        .into_iter()
        .chain(content)
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    json!({
        "version": "1.2",
        "creator": { "name": "why401", "version": "1" },
        "browser": { "name": "Chrome", "version": "141.0" },
        "_page": page.map(|url| json!({ "url": url })),
        "entries": [{
            "startedDateTime": "2026-11-21T10:00:00.000Z",
            "time": 100,
            "_resourceType": "fetch",
            "request": { "method": method, "url": url, "headers": fields(&short["sent"]) },
            "response": response,
        }],
    })
}
