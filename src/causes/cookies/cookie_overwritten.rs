//! Another application on the same host wrote its own cookie of this name over the one that was good.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::overwritten::Writer;
use crate::http::url::Url;

/// The cause.
pub static CAUSE: Cause = Cause {
    id: "cookie-overwritten",
    rules: &RULES,
    signs_out: true,
};

const WRITTEN: Because =
    Because::observed(Subject::Cookie, "written").with(&[("setter", setter), ("cookie", cookie)]);
const CHANGED: Because = Because::observed(Subject::Cookie, "changed").with(&[("cookie", cookie)]);

static RULES: Rules = Rules {
    when: &[Signal::WantsCookie],
    unless: &[Signal::AuthorizationSent, Signal::OtherFaultNamed],
    rows: &[
        Rule::likely("another-port", Trust::Browser)
            .when(&[Signal::Own(
                "another port of the host wrote the cookie that was sent",
                |facts| is_by(facts, Writer::Port),
            )])
            .because(&[WRITTEN])
            .hides(&["session-expired"]),
        Rule::likely("sibling-host", Trust::Browser)
            .when(&[Signal::Own(
                "a sibling host wrote the cookie that was sent",
                |facts| is_by(facts, Writer::Sibling),
            )])
            .because(&[WRITTEN])
            .hides(&["session-expired"]),
        Rule::likely("another-path", Trust::Browser)
            .when(&[Signal::Own(
                "an application under another path wrote the cookie that was sent",
                |facts| is_by(facts, Writer::Path),
            )])
            .because(&[WRITTEN])
            .hides(&["session-expired"]),
        // Who wrote it was not seen; a value made in another way was made by other software.
        Rule::likely("another-form", Trust::History)
            .when(&[Signal::Own(
                "the cookie's value changed to one of another form",
                |facts| is_by(facts, Writer::OtherForm),
            )])
            .variant("unseen")
            .because(&[CHANGED, Because::inferred(Subject::Cookie, "form")]),
        Rule::possible("changed-beside-another-port", Trust::Browser)
            .when(&[Signal::Own(
                "the cookie's value changed while another port of the host was asked",
                |facts| is_by(facts, Writer::Unseen),
            )])
            .variant("unseen")
            .because(&[CHANGED, Because::inferred(Subject::History, "other-port")]),
    ],
    fills: &[("cookie", cookie), ("setter", setter)],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again"),
        Repair::backend(Effort::Easy, "own-name"),
        Repair::frontend(Effort::Easy, "own-host"),
    ],
    ..Rules::BARE
};

fn is_by(facts: &Facts<'_>, writer: Writer) -> bool {
    facts.overwritten().is_some_and(|one| one.writer == writer)
}

fn cookie(facts: &Facts<'_>) -> Value {
    facts
        .overwritten()
        .map(|one| one.cookie.name.clone())
        .into()
}

/// The origin that wrote it; with its path where the origin is the same.
fn setter(facts: &Facts<'_>) -> Value {
    let written = facts.overwritten();
    let url = written
        .and_then(|one| facts.exchange.entries.get(one.by?))
        .and_then(|entry| Url::parse(&entry.request.url));
    let path = written.is_some_and(|one| one.writer == Writer::Path);
    url.map(|url| {
        let origin = url.origin();
        if path {
            format!("{origin}{}", url.path)
        } else {
            origin.to_string()
        }
    })
    .into()
}
