//! The answer as people read it: whatever was cut out of the exchange shows as an ellipsis, and as nothing else.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::diagnosis::detail::Header;
use crate::diagnosis::{Diagnosis, Message, Remedy, Snippet};
use crate::redact;

/// The same with an ellipsis in the place of each cut.
pub(super) fn readable(mut one: Diagnosis) -> Diagnosis {
    one.group = redact::readable_apart(&one.group);
    one.failing.iter_mut().for_each(|failing| {
        text(&mut failing.method);
        text(&mut failing.url);
    });
    one.summary.iter_mut().for_each(|summary| {
        message(&mut summary.person);
        message(&mut summary.developer);
    });
    let proofs = one.evidence.iter_mut().map(|proof| &mut proof.message);
    let remarks = one.remarks.iter_mut().map(|remark| &mut remark.message);
    proofs
        .chain(remarks)
        .chain(&mut one.unknown)
        .for_each(message);
    one.fixes.iter_mut().for_each(remedy);
    for cookie in &mut one.cookies {
        [&mut cookie.name, &mut cookie.domain, &mut cookie.path]
            .into_iter()
            .for_each(text);
    }
    for cookie in &mut one.set_cookies {
        [&mut cookie.name, &mut cookie.url]
            .into_iter()
            .for_each(text);
    }
    details(one)
}

fn details(mut one: Diagnosis) -> Diagnosis {
    for step in &mut one.story.steps {
        message(&mut step.message);
        step.detail.iter_mut().for_each(message);
    }
    let names = one.story.actors.iter_mut().map(|actor| &mut actor.name);
    names.for_each(text);
    if let Some(token) = &mut one.token {
        text(&mut token.name);
        token.others.iter_mut().for_each(text);
        let values = token.claims.iter_mut().flat_map(|claim| &mut claim.values);
        values.for_each(text);
    }
    if let Some(cors) = &mut one.cors {
        [&mut cors.asked, &mut cors.answered, &mut cors.missing]
            .into_iter()
            .flatten()
            .for_each(header);
        cors.why.iter_mut().for_each(message);
    }
    for frame in one.code.iter_mut().flat_map(|code| &mut code.frames) {
        text(&mut frame.function);
        text(&mut frame.url);
    }
    one
}

fn remedy(remedy: &mut Remedy) {
    arguments(&mut remedy.args);
    remedy.guide.iter_mut().for_each(message);
    remedy.snippet.iter_mut().for_each(snippet);
}

fn snippet(one: &mut Snippet) {
    arguments(&mut one.args);
    one.others.iter_mut().for_each(snippet);
}

fn header(header: &mut Header) {
    text(&mut header.name);
    text(&mut header.value);
}

fn message(message: &mut Message) {
    arguments(&mut message.args);
}

fn arguments(args: &mut Map<String, Value>) {
    args.values_mut().for_each(argument);
}

fn argument(value: &mut Value) {
    match value {
        Value::String(one) => text(one),
        Value::Array(all) => all.iter_mut().for_each(argument),
        _ => {}
    }
}

fn text(text: &mut String) {
    if let Cow::Owned(shown) = redact::readable(text) {
        *text = shown;
    }
}
