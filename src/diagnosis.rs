//! The answer, as plain data: what every surface shows.
//!
//! Words are keys with arguments; [`crate::words`] and the extension's look-up make text of them.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::cookie::part::Part;
use crate::knowledge::Goal;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$member_doc:meta])* $member:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$member_doc])* $member,)* }
    };
}

pub(crate) use words;

pub mod action;
pub mod detail;

pub use detail::{CodeLine, CorsLine, Story, TokenLine};

/// The version of this shape.
pub const SCHEMA: u32 = 1;

/// What is to be said of one failing exchange.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnosis {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The request that failed; `None` where nothing failed.
    pub failing: Option<Failing>,
    /// The one cause; `None` where nothing failed.
    pub cause: Option<&'static str>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When it happened, for causes that know two times.
    pub phase: Option<Phase>,
    /// Where it stands by now.
    pub state: State,
    /// Whether badge and toast may speak, as far as it is a fault.
    pub alarm: bool,
    /// Whether badge and toast may speak, as far as it is the page's own: not a third party's, nor a cross-site frame's.
    pub own: bool,
    /// Whether everything on the way is schemefully same-site with the top-level document, so that a message inside
    /// the page may say what it is about.
    pub same_site_with_page: bool,
    /// How long to wait before they may, in milliseconds.
    pub settle: u32,
    /// That it works again, where that is the state, and after how many seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved: Option<Message>,
    /// Equal for repeats of one cause at one place: `session-expired|shop.example|https://api.shop.example/orders`.
    /// Its first two parts, the cause and the site of the server, are one problem to whoever has to solve it. A loop has
    /// the cause that it repeats.
    pub group: String,
    /// The runners-up.
    pub others: Vec<Other>,
    /// The cause in a sentence, for each of the two readers.
    pub summary: Option<Summary>,
    /// Why it is held to be so.
    pub evidence: Vec<Proof>,
    /// How it is mended, in order.
    pub fixes: Vec<Remedy>,
    /// Every cookie of the jar: sent, or why not.
    pub cookies: Vec<CookieLine>,
    /// Every `Set-Cookie` seen: kept, or why not.
    pub set_cookies: Vec<SetCookieLine>,
    /// Who answered, as far as it showed.
    pub responder: Vec<Responder>,
    /// What is to be said of the answer itself, beside the cause.
    pub remarks: Vec<Remark>,
    /// What could not be seen.
    pub unknown: Vec<Message>,
    /// What happened, in order.
    pub story: Story,
    /// The token or key that was sent; `None` where none was.
    pub token: Option<TokenLine>,
    /// What another origin's page was allowed; `None` where CORS does not apply.
    pub cors: Option<CorsLine>,
    /// Where in the code the request was sent, where that was told.
    pub code: Option<CodeLine>,
}

/// Something about the answer that somebody should mend, and that is no cause of the refusal.
#[derive(Clone, Debug, Serialize)]
pub struct Remark {
    /// Who can mend it.
    pub who: Who,
    /// Its words.
    #[serde(flatten)]
    pub message: Message,
}

/// The request that failed.
#[derive(Clone, Debug, Serialize)]
pub struct Failing {
    /// Its method.
    pub method: String,
    /// Its URL, without credentials and with query values cut.
    pub url: String,
    /// The status.
    pub status: u16,
    /// The preflight's status, where there was one.
    pub preflight: Option<u16>,
    /// Its index in the exchange.
    pub index: usize,
}

/// A runner-up.
#[derive(Clone, Debug, Serialize)]
pub struct Other {
    /// Its id.
    pub cause: &'static str,
    /// How sure it is.
    pub confidence: Confidence,
}

/// The cause in a sentence.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// For the person browsing.
    pub person: Message,
    /// For the developer.
    pub developer: Message,
}

/// A key of our words, with the values that belong into them.
#[derive(Clone, Debug, Serialize)]
pub struct Message {
    /// The key.
    pub key: String,
    /// The values.
    pub args: Map<String, Value>,
    /// The text in the command's language; absent at the boundary, where the extension makes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A piece of evidence.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    /// What it is about.
    pub kind: Subject,
    /// Observed, inferred or unknown.
    pub basis: Basis,
    /// Its words.
    #[serde(flatten)]
    pub message: Message,
}

/// A way to mend it.
#[derive(Clone, Debug, Serialize)]
pub struct Remedy {
    /// Who can do it.
    pub who: Who,
    /// How hard it is.
    pub effort: Effort,
    /// The key of its words.
    pub key: String,
    /// The values that belong into them.
    pub args: Map<String, Value>,
    /// What a button can do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<action::Action>,
    /// Steps that come after its own, such as the page of the provider on which it is done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub guide: Vec<Message>,
    /// Its texts, in the command's language only.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub text: Option<RemedyText>,
    /// A piece of code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snippet: Option<Snippet>,
}

/// The texts of a way to mend it.
#[derive(Clone, Debug, Serialize)]
pub struct RemedyText {
    /// In a few words.
    pub title: String,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// How to see that it worked.
    pub check: String,
    /// How long it usually takes.
    pub time: String,
}

/// A piece of code.
#[derive(Clone, Debug, Serialize)]
pub struct Snippet {
    /// The stack it is for.
    #[serde(rename = "for")]
    pub stack: &'static str,
    /// The key of its text.
    pub key: String,
    /// The values in it, checked against their grammar and quoted for its language.
    pub args: Map<String, Value>,
    /// The code, in the command's answer only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The same for other stacks, in the same shape.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Snippet>,
}

/// A cookie of the jar.
#[derive(Clone, Debug, Serialize)]
pub struct CookieLine {
    /// Its name.
    pub name: String,
    /// Its domain, as the jar gives it.
    pub domain: String,
    /// Its path.
    pub path: String,
    /// Whether it was sent.
    pub sent: bool,
    /// Why not.
    pub reasons: Vec<String>,
    /// What holds without stopping it.
    pub warnings: Vec<String>,
    /// What of it the reasons and warnings are about.
    pub faults: Vec<Part>,
}

/// A `Set-Cookie` that was seen.
#[derive(Clone, Debug, Serialize)]
pub struct SetCookieLine {
    /// Whose response set it; cut as [`Failing::url`] is.
    pub url: String,
    /// Its name.
    pub name: String,
    /// Whether it was kept.
    pub stored: bool,
    /// Why not.
    pub reasons: Vec<String>,
    /// What holds without stopping it.
    pub warnings: Vec<String>,
    /// What of it the reasons and warnings are about.
    pub faults: Vec<Part>,
}

/// A provider or product that showed itself in the response.
#[derive(Clone, Debug, Serialize)]
pub struct Responder {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Pages of its own that help.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Page>,
}

/// A page of a provider; the key of its words is `provider.link.` and what it is good for.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Page {
    /// What it is good for.
    pub what: Goal,
    /// Who has a use for it.
    pub who: Who,
    /// Its address, on a host of the provider.
    pub url: &'static str,
}

words! {
    /// How sure a cause is, the least first.
    Confidence {
        /// A fact that sometimes explains it.
        Possible,
        /// A fact that would by itself explain it.
        Likely,
        /// Proven.
        Certain,
    }
}

words! {
    /// When a cookie was lost.
    Phase {
        /// When it was to be stored.
        Store,
        /// When it was to be sent.
        Send,
    }
}

words! {
    /// Where a failing exchange stands.
    State {
        /// A handshake, a refresh or a retry may yet mend it.
        Pending,
        /// It stands.
        Open,
        /// The same request has succeeded since.
        Recovered,
        /// It is no fault.
        Harmless,
        /// It was a fault, and something later has mended it.
        Resolved,
    }
}

words! {
    /// Whether something was seen.
    Basis {
        /// Seen.
        Observed,
        /// Follows from what was seen.
        Inferred,
        /// Not to be known here.
        Unknown,
    }
}

words! {
    /// What a piece of evidence is about.
    Subject {
        /// The request itself.
        Request,
        /// A header field.
        Header,
        /// A cookie.
        Cookie,
        /// A token or another credential.
        Token,
        /// A clock.
        Clock,
        /// What the server said.
        Server,
        /// Who answered.
        Responder,
        /// What was allowed to other origins.
        Cors,
        /// What happened before or after.
        History,
        /// The browser's own rules and settings.
        Browser,
    }
}

words! {
    /// Who can mend it.
    Who {
        /// The person browsing.
        Person,
        /// The front-end developer.
        Frontend,
        /// The back-end developer or administrator.
        Backend,
    }
}

words! {
    /// How hard it is, the easiest first.
    Effort {
        /// A minute.
        Easy,
        /// An hour.
        Medium,
        /// A day, or others are needed.
        Hard,
    }
}
