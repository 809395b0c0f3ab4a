//! The answers as JSON: a contract, one line per file.

use serde::Serialize;

use super::file::Answers;
use crate::diagnosis::{
    CodeLine, Confidence, CookieLine, CorsLine, Diagnosis, Failing, Other, Phase, Proof, Remark,
    Remedy, Responder, SetCookieLine, State, Story, Summary, TokenLine,
};

/// One answer; those for the file's other failing exchanges have the same shape.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'a> {
    schema: u32,
    file: &'a str,
    failing: Option<&'a Failing>,
    cause: Option<&'a str>,
    confidence: Confidence,
    phase: Option<Phase>,
    state: State,
    alarm: bool,
    group: &'a str,
    others: &'a [Other],
    summary: Option<&'a Summary>,
    evidence: &'a [Proof],
    fixes: &'a [Remedy],
    cookies: &'a [CookieLine],
    set_cookies: &'a [SetCookieLine],
    responder: &'a [Responder],
    remarks: &'a [Remark],
    unknown: Vec<&'a str>,
    story: &'a Story,
    token: Option<&'a TokenLine>,
    cors: Option<&'a CorsLine>,
    code: Option<&'a CodeLine>,
    more: Vec<Line<'a>>,
}

impl<'a> Line<'a> {
    fn of(file: &'a str, one: &'a Diagnosis, more: Vec<Self>) -> Self {
        Self {
            schema: one.schema,
            file,
            failing: one.failing.as_ref(),
            cause: one.cause,
            confidence: one.confidence,
            phase: one.phase,
            state: one.state,
            alarm: one.alarm,
            group: &one.group,
            others: &one.others,
            summary: one.summary.as_ref(),
            evidence: &one.evidence,
            fixes: &one.fixes,
            cookies: &one.cookies,
            set_cookies: &one.set_cookies,
            responder: &one.responder,
            remarks: &one.remarks,
            unknown: one
                .unknown
                .iter()
                .map(|message| message.text.as_deref().unwrap_or(&message.key))
                .collect(),
            story: &one.story,
            token: one.token.as_ref(),
            cors: one.cors.as_ref(),
            code: one.code.as_ref(),
            more,
        }
    }
}

/// The line for a file that was read.
pub(super) fn line(answers: &Answers) -> String {
    let file = &answers.file;
    let more = answers
        .more
        .iter()
        .map(|one| Line::of(file, one, Vec::new()))
        .collect();
    serde_json::to_string(&Line::of(file, &answers.first, more)).unwrap_or_default()
}

/// The line for a file that could not be read.
pub(super) fn error(file: &str, error: &std::io::Error) -> String {
    serde_json::json!({ "file": file, "error": error.to_string() }).to_string()
}
