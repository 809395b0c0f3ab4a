//! What is to be said of the answer itself: what breaks HTTP without being the cause of the refusal.

use serde_json::{Map, Value};

use crate::diagnosis::{Message, Remark, Who};
use crate::facts::Facts;
use crate::knowledge::is_challenge_header;

/// Causes of which RFC 9110 gives another status than 401: other credentials would not help.
const FORBIDDEN: &[&str] = &[
    "permission-denied",
    "token-scope",
    "subscription-required",
    "ip-restricted",
    "waf-block",
    "csrf",
];

/// The remarks on the answer, of which `cause` is the first cause.
pub(super) fn of(
    facts: &Facts<'_>,
    cause: Option<&'static str>,
    args: &Map<String, Value>,
) -> Vec<Remark> {
    let status = facts.answer().map_or(0, |answer| answer.status);
    let of_cause = cause
        .filter(|_| status == 401)
        .and_then(|cause| match cause {
            _ if FORBIDDEN.contains(&cause) => Some("remark.forbidden"),
            "rate-limited" => Some("remark.too-many"),
            "server-fault" => Some("remark.own-fault"),
            _ => None,
        });
    no_challenge(facts, status)
        .into_iter()
        .chain(of_cause)
        .map(|key| Remark {
            who: Who::Backend,
            message: Message {
                key: key.to_owned(),
                args: args.clone(),
                text: None,
            },
        })
        .collect()
}

/// RFC 9110, 11.6.1 and 15.5.2: a 401 must carry `WWW-Authenticate`; 15.5.8: a 407 `Proxy-Authenticate`.
fn no_challenge(facts: &Facts<'_>, status: u16) -> Option<&'static str> {
    let answer = facts
        .answer()
        .filter(|answer| !answer.fields().is_empty())?;
    let lacks = |name: &str| answer.header(name).is_none();
    // A gateway may have to rename the field, and the browser sees the other one.
    let renamed = answer
        .fields()
        .iter()
        .any(|field| is_challenge_header(&field.name));
    match status {
        401 if lacks("www-authenticate") && !renamed => Some("remark.no-challenge"),
        407 if lacks("proxy-authenticate") => Some("remark.no-proxy-challenge"),
        _ => None,
    }
}
