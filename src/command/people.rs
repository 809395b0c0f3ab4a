//! Answers for people.

use indicatif::{ProgressBar, ProgressDrawTarget};

use super::file::{Answers, complain, print};
use crate::causes;
use crate::diagnosis::{Confidence, Diagnosis, Who};
use crate::words::{Words, page_body};

/// A progress bar on the standard error, for more than one file.
pub(super) fn progress(files: usize) -> ProgressBar {
    if files < 2 {
        return ProgressBar::hidden();
    }
    ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr())
}

/// The page of a cause.
pub(super) fn page(id: &str) -> u8 {
    let words = Words::english();
    let Some((_, page)) = causes::PAGES.iter().find(|(known, _)| *known == id) else {
        complain(&format!(
            "There is no cause of the name {id}. `why401 causes` lists them all."
        ));
        return super::USAGE;
    };
    let title = words.text(&format!("{id}.title"), &serde_json::Map::new());
    print(&format!("# {title}\n\n{}", page_body(page)))
}

/// All causes, a line each.
pub(super) fn causes() -> u8 {
    let words = Words::english();
    let width = causes::ALL
        .iter()
        .map(|cause| cause.id.len())
        .max()
        .unwrap_or(0);
    for cause in causes::ALL {
        print(&format!(
            "{:width$}  {}",
            cause.id,
            words.text(&format!("{}.title", cause.id), &serde_json::Map::new())
        ));
    }
    super::ALL_READ
}

/// The answers for one file.
pub(super) fn told(answers: &Answers, _words: &Words) -> String {
    let mut text = format!("{}\n", answers.file);
    for one in std::iter::once(&answers.first).chain(&answers.more) {
        text.push_str(&one_told(one));
    }
    text
}

fn one_told(one: &Diagnosis) -> String {
    let (Some(failing), Some(summary), Some(cause)) = (&one.failing, &one.summary, one.cause)
    else {
        return "  Nothing failed.\n".to_owned();
    };
    let mut text = format!("  {} {} {}\n", failing.status, failing.method, failing.url);
    let sure = match one.confidence {
        Confidence::Certain => "certain",
        Confidence::Likely => "likely",
        Confidence::Possible => "possible",
    };
    text.push_str(&format!(
        "  {cause} ({sure}): {}\n",
        summary.developer.text.as_deref().unwrap_or_default()
    ));
    for proof in &one.evidence {
        text.push_str(&format!(
            "    - {}\n",
            proof.message.text.as_deref().unwrap_or_default()
        ));
    }
    for fix in &one.fixes {
        let who = match fix.who {
            Who::Person => "you",
            Who::Frontend => "front end",
            Who::Backend => "back end",
        };
        let title = fix.text.as_ref().map_or("", |text| text.title.as_str());
        text.push_str(&format!("    > {who}: {title}\n"));
    }
    text
}
