//! The command `why401`: HAR files in, answers for people or as JSON out.

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

mod exports;
mod file;
mod json;
mod layout;
mod pages;
mod people;
mod phrases;
mod redacting;
mod trace;

use crate::export;
use crate::words::Words;

/// Why an HTTP 401 happened, and how to fix it: explains the failing requests of HAR files.
#[derive(Parser)]
#[command(
    version,
    about,
    args_conflicts_with_subcommands = true,
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    task: Option<Task>,
    #[command(flatten)]
    explain: Explain,
}

#[derive(clap::Args)]
struct Explain {
    /// HAR files, of any browser or proxy.
    #[arg(value_name = "FILE.har", required = true)]
    files: Vec<std::path::PathBuf>,
    /// How to answer.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// End with exit code 3 where one of them would alarm.
    #[arg(long, value_enum)]
    fail_on: Option<FailOn>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One JSON object per line, one line per file.
    Json,
    /// A report for a ticket, in Markdown, without secrets.
    Markdown,
    /// The report with a question, for an assistant.
    Prompt,
    /// A curl command for each failing request, with names such as $TOKEN for secrets.
    Curl,
    /// The same as calls of fetch() in JavaScript.
    Fetch,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Lines {
    /// For people.
    Text,
    /// One JSON object.
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A 401 that is a fault and stands.
    Alarm,
}

#[derive(Subcommand)]
enum Task {
    /// Prints the page of a cause.
    Explain {
        /// The cause's id, such as token-expired.
        id: String,
    },
    /// Lists all causes.
    Causes {
        /// How to list them.
        #[arg(long, value_enum, default_value_t = pages::Listing::Text)]
        format: pages::Listing,
    },
    /// Prints all English words as JSON, for the extension.
    Words,
    /// Prints the pages of all causes as JSON, for the extension.
    Pages,
    /// Tells why a HAR file's last failure is explained as it is: what every rule came to, and what kept it from firing.
    Trace {
        /// The file.
        #[arg(value_name = "FILE.har")]
        file: std::path::PathBuf,
        /// How to answer.
        #[arg(long, value_enum, default_value_t = Lines::Text)]
        format: Lines,
        /// Also the rules that did not fire, each with what kept it from firing.
        #[arg(long)]
        all: bool,
    },
    /// Lists the phrases that are known: id, how plainly each speaks, what about, its words, its source.
    Phrases(phrases::Phrases),
    /// Prints the request that a HAR file's diagnosis is about as a curl command, with names such as $TOKEN for secrets.
    Curl {
        /// The file.
        #[arg(value_name = "FILE.har")]
        file: std::path::PathBuf,
    },
    /// Prints a HAR file with every secret replaced.
    Redact {
        /// The file.
        file: std::path::PathBuf,
    },
}

/// All files were read.
const ALL_READ: u8 = 0;
/// Some could not be read.
const SOME_NOT_READ: u8 = 1;
/// Wrong usage.
const USAGE: u8 = 2;
/// One of them alarms, and that was asked for.
const ALARMS: u8 = 3;

/// Runs the command on the process's arguments.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    ExitCode::from(match arguments.task {
        Some(Task::Explain { id }) => pages::page(&id),
        Some(Task::Causes { format }) => pages::list(format),
        Some(Task::Words) => {
            file::print(&serde_json::to_string_pretty(Words::english().all()).unwrap_or_default())
        }
        Some(Task::Pages) => {
            file::print(&serde_json::to_string(&crate::page::all()).unwrap_or_default())
        }
        Some(Task::Trace { file, format, all }) => trace::printed(&file, format, all),
        Some(Task::Phrases(asked)) => phrases::list(&asked),
        Some(Task::Curl { file }) => exports::curl(&file),
        Some(Task::Redact { file }) => file::redacted(&file),
        None => explain(&arguments.explain),
    })
}

fn explain(asked: &Explain) -> u8 {
    let words = Words::english();
    let width = layout::width();
    let mut unread = false;
    let mut alarms = false;
    let bar = people::progress(asked.files.len());
    for path in &asked.files {
        let answers = file::answers(path, &words);
        bar.suspend(|| match (&answers, asked.format) {
            (Ok(answers), Format::Json) => file::print(&json::line(answers)),
            (Ok(answers), Format::Text) => file::print(&people::told(answers, &words, width)),
            (Ok(answers), Format::Markdown) => {
                exports::print(answers, &words, export::Format::Markdown)
            }
            (Ok(answers), Format::Prompt) => {
                exports::print(answers, &words, export::Format::Prompt)
            }
            (Ok(answers), Format::Curl) => exports::print(answers, &words, export::Format::Curl),
            (Ok(answers), Format::Fetch) => exports::print(answers, &words, export::Format::Fetch),
            (Err(error), Format::Json) => file::print(&json::error(&path.to_string_lossy(), error)),
            (Err(error), _) => file::unread(path, error),
        });
        match answers {
            Ok(answers) => alarms |= answers.any_alarm(),
            Err(_) => unread = true,
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    match asked.fail_on {
        Some(FailOn::Alarm) if alarms => ALARMS,
        _ if unread => SOME_NOT_READ,
        _ => ALL_READ,
    }
}
