//! What a developer looks at beside the cause: the story, the token, the CORS exchange, the line of code.

use serde::Serialize;

use super::Message;

/// What happened, in order, between the page, the browser and the servers.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Story {
    /// Who takes part: the page, the browser, then the servers as they come in.
    pub actors: Vec<Actor>,
    /// What happened, the oldest first.
    pub steps: Vec<Step>,
}

/// Who takes part in a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Actor {
    /// What it is.
    pub kind: Party,
    /// A server's host and port, with the scheme where two differ by it alone; empty for page and browser.
    pub name: String,
}

/// One thing that happened.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// When, in milliseconds since 1970 by the device's clock; `None` where that is not known.
    pub at: Option<f64>,
    /// Who did it: an index into [`Story::actors`].
    pub from: usize,
    /// To whom; the same as `from` where it is nobody else's business.
    pub to: usize,
    /// How it bears on the failure.
    pub tone: Tone,
    /// Its words.
    #[serde(flatten)]
    pub message: Message,
    /// What is to be said of it besides: what was carried, why it was so.
    pub detail: Vec<Message>,
}

/// The token or key by which the request wanted to be let in: nothing of it that would let anybody in.
#[derive(Clone, Debug, Serialize)]
pub struct TokenLine {
    /// Where it stood: `authorization`, `header`, `query` or `cookie`.
    pub place: &'static str,
    /// The field's, parameter's or cookie's name.
    pub name: String,
    /// What it is: `jwt`, `jwt-broken`, `jwe`, `known` or `opaque`.
    pub kind: &'static str,
    /// Who gives out tokens of its form, where that is published.
    pub issuer: Option<&'static str>,
    /// Its length in bytes.
    pub octets: usize,
    /// What it says of itself, as far as that is kept.
    pub claims: Vec<Claim>,
    /// The names of its other claims: their values are not kept.
    pub others: Vec<String>,
    /// What is wrong with it though it can be read, by the names of the published test suite.
    pub faults: Vec<&'static str>,
    /// `iat`, `nbf` and `exp` as they are there and can be dates, in seconds since 1970.
    pub times: Vec<TokenTime>,
    /// The server's clock when it answered, in seconds since 1970.
    pub server: Option<f64>,
    /// The device's clock at the same moment, in seconds since 1970.
    pub device: Option<f64>,
}

/// A claim or header parameter whose value is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// Its name.
    pub name: &'static str,
    /// Its values as text.
    pub values: Vec<String>,
}

/// A date in a token.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TokenTime {
    /// The claim's name.
    pub name: &'static str,
    /// Seconds since 1970.
    pub at: f64,
}

/// What a page of another origin asked, and what it was allowed (Fetch standard, 3.3).
#[derive(Clone, Debug, Serialize)]
pub struct CorsLine {
    /// The preflight's status, where there was one.
    pub preflight: Option<u16>,
    /// Whether the request itself was sent.
    pub sent: bool,
    /// Whether the browser lets the page read the answer.
    pub allowed: bool,
    /// The fields by which it was asked.
    pub asked: Vec<Header>,
    /// The fields by which it was answered, the preflight's first.
    pub answered: Vec<Header>,
    /// The fields that would have to be there.
    pub missing: Vec<Header>,
    /// Why the browser refuses, as keys of our words.
    pub why: Vec<Message>,
}

/// A header field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// Where in the code the request was sent.
#[derive(Clone, Debug, Serialize)]
pub struct CodeLine {
    /// The index of the nearest line that is no library's.
    pub own: usize,
    /// The lines, the nearest first.
    pub frames: Vec<Frame>,
}

/// A line of code.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The function's name; empty where it has none.
    pub function: String,
    /// The script's URL.
    pub url: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1.
    pub column: u32,
}

super::words! {
    /// What takes part in a story.
    Party {
        /// The page, or the frame in it, whose code asks.
        Page,
        /// The browser.
        Browser,
        /// A server.
        Server,
    }
}

super::words! {
    /// How a step bears on the failure.
    Tone {
        /// It led there.
        Plain,
        /// It went well.
        Good,
        /// It is, or led to, the failure.
        Bad,
        /// It is told for completeness.
        Note,
    }
}
