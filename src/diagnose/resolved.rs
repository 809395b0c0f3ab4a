//! What is said once the same request works again.

use serde_json::Map;

use crate::diagnosis::{Message, State};
use crate::facts::Facts;

/// That it works again, and after how many seconds; `None` in every other state.
pub(super) fn of(facts: &Facts<'_>, state: State) -> Option<Message> {
    let after = *facts.history.accepted_after.first()?;
    if state != State::Resolved {
        return None;
    }
    let begun = facts.exchange.entries.get(after)?.started?;
    let seconds = begun.saturating_sub(facts.entry().ended()?).max(0) / 1_000;
    let key = if is_signed_in(facts, after) {
        "interface.fixed.signed-in"
    } else {
        "interface.fixed"
    };
    Some(Message {
        key: key.to_owned(),
        args: Map::from_iter([("seconds".to_owned(), seconds.into())]),
        text: None,
    })
}

/// Whether the request that succeeded carried a credential, and another than the one that failed.
fn is_signed_in(facts: &Facts<'_>, after: usize) -> bool {
    let (then, now) = (&facts.credentials, facts.carried.at(after));
    !now.is_none() && !now.unseen && !then.same_as(now)
}

#[cfg(test)]
mod tests {
    use crate::diagnose::diagnose;
    use crate::diagnosis::{Diagnosis, State};
    use crate::har::Log;
    use crate::redact::{Key, Redacted};

    /// A request that failed with one cookie, and the same that succeeded 90 seconds later with another.
    fn later(settled: bool, cookie: &str) -> Diagnosis {
        let entry = |at: &str, cookie: &str, status: u16| {
            serde_json::json!({
                "startedDateTime": at, "time": 10, "_resourceType": "fetch",
                "request": {"method": "GET", "url": "https://shop.example/api/orders", "headers": [{"name": "Cookie", "value": cookie}]},
                "response": {"status": status, "headers": []},
            })
        };
        let log = serde_json::json!({
            "_failing": 0, "_settled": settled, "_page": {"url": "https://shop.example/", "frames": []},
            "entries": [
                entry("2026-01-01T10:00:00.000Z", "sid=0f3c5ad1e0b94a7d8c2b6e5f4a3d2c1b", 401),
                entry("2026-01-01T10:01:30.020Z", cookie, 200),
            ],
        });
        let log: Log = serde_json::from_value(log).unwrap_or_default();
        diagnose(&Redacted::of(&log.exchange(), &Key::default()))
    }

    const NEWER: &str = "sid=9a8b7c6d5e4f30211203f4e5d6c7b8a9";

    #[test]
    fn a_fault_that_was_told_of_is_resolved_by_the_next_success_and_says_after_how_long() {
        let found = later(true, NEWER);
        assert_eq!(found.state, State::Resolved);
        assert!(!found.alarm);
        let said = found
            .resolved
            .map(|said| (said.key, said.args.get("seconds").cloned()));
        assert_eq!(
            said,
            Some(("interface.fixed.signed-in".to_owned(), Some(90.into())))
        );
    }

    #[test]
    fn nobody_is_said_to_have_signed_in_where_the_credential_is_the_same() {
        let said = later(true, "sid=0f3c5ad1e0b94a7d8c2b6e5f4a3d2c1b").resolved;
        assert_eq!(
            said.map(|said| said.key).as_deref(),
            Some("interface.fixed")
        );
    }

    #[test]
    fn a_retry_of_the_pages_own_in_the_time_that_is_waited_resolves_nothing() {
        let found = later(false, NEWER);
        assert_eq!(found.state, State::Recovered);
        assert!(found.resolved.is_none());
    }
}
