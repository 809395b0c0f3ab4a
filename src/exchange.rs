//! What was seen: the failing exchange and all that led to it.
//!
//! An [`Exchange`] is the core's only input. Capture fills it from browser events, [`crate::har`] from a file.
//! Times are the device's clock in milliseconds since 1970-01-01T00:00:00Z. `None` always means *unknown*, never *empty*.

/// Everything known about one failing exchange, in the order in which it happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exchange {
    /// The browser that was used; its rules differ by family and version.
    pub browser: Browser,
    /// The top-level document, if the request belongs to one.
    pub page: Option<Page>,
    /// The cookies that the browser holds for the sites concerned; `None` if the jar could not be read.
    pub jar: Option<Vec<JarCookie>>,
    /// What `cookies.onChanged` told of cookies that went.
    pub losses: Vec<Loss>,
    /// What the browser is known to do.
    pub settings: Settings,
    /// The device's clock at the time of the diagnosis, in milliseconds.
    pub now: Option<i64>,
    /// Requests and responses, oldest first.
    pub entries: Vec<Entry>,
    /// The index of the entry to explain; `None`: the last failing one.
    pub failing: Option<usize>,
    /// Whether the time is over in which a retry or a refresh might yet have mended it.
    pub settled: bool,
    /// Whether a file's exporter left out cookies and credentials, so that their absence says nothing.
    pub sanitized: bool,
    /// How many cookies of the jar are not in [`Exchange::jar`] because there were too many.
    pub jar_left_out: usize,
}

impl Exchange {
    /// The device's clock at the time of the diagnosis: [`Exchange::now`], else the end of the last entry.
    pub fn time(&self) -> Option<i64> {
        self.now
            .or_else(|| self.entries.iter().rev().find_map(Entry::ended))
    }
}

/// A browser, as far as its rules matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Browser {
    /// Which rules it follows.
    pub family: Family,
    /// The major version; 0 if unknown.
    pub major: u32,
    /// The name as given.
    pub name: String,
    /// The version as given.
    pub version: String,
}

/// The engine whose rules a browser follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Family {
    /// Chrome, Chromium, Edge, Opera, Brave and their like.
    Chromium,
    /// Firefox and its like.
    Firefox,
    /// Safari and other `WebKit` browsers: known from files only.
    Safari,
    /// Not told, or none of these (a proxy, a command-line client).
    #[default]
    Unknown,
}

/// The top-level document and, for a request from a frame, the frames between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// URL of the top-level document.
    pub url: String,
    /// URLs of the frames from the outermost inwards; empty for a request of the top frame.
    pub frames: Vec<String>,
}

/// A cookie as the `WebExtension` API `cookies.Cookie` gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JarCookie {
    /// Its name; empty for a nameless cookie.
    pub name: String,
    /// Its value, or the stand-in for it.
    pub value: String,
    /// Its domain; with a leading dot unless host-only.
    pub domain: String,
    /// Whether it goes to exactly its host.
    pub host_only: bool,
    /// Its path.
    pub path: String,
    /// The `Secure` attribute.
    pub secure: bool,
    /// The `HttpOnly` attribute.
    pub http_only: bool,
    /// Whether it lasts for the browser's session only.
    pub session: bool,
    /// The `SameSite` attribute.
    pub same_site: SameSite,
    /// When it expires, in seconds since 1970; `None` for a session cookie.
    pub expires: Option<f64>,
    /// The partition it lives in, if any.
    pub partition: Option<PartitionKey>,
}

/// The `SameSite` attribute as a browser keeps it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SameSite {
    /// `SameSite=None`.
    None,
    /// `SameSite=Lax`.
    Lax,
    /// `SameSite=Strict`.
    Strict,
    /// No attribute, or one that is not understood.
    #[default]
    Unspecified,
}

/// The key of a partitioned cookie (CHIPS).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartitionKey {
    /// The top-level site, as `https://site.example`.
    pub top_level_site: Option<String>,
    /// Whether a cross-site frame stands between.
    pub cross_site_ancestor: Option<bool>,
}

/// A cookie that went, as `cookies.onChanged` told it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// The cookie's name.
    pub name: String,
    /// Its domain, as in [`JarCookie::domain`].
    pub domain: String,
    /// Its path.
    pub path: String,
    /// Why the browser says it went.
    pub cause: LossCause,
    /// When, in milliseconds.
    pub time: Option<i64>,
}

/// The cause that `cookies.onChanged` names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LossCause {
    /// Its time had passed.
    Expired,
    /// Its time had passed when it was set again: a deletion by the server.
    ExpiredOverwrite,
    /// Removed by a call of an API or by a person.
    Explicit,
    /// Removed to make room.
    Evicted,
    /// Replaced by another of its name.
    Overwrite,
    /// Not told, or a word that is not known.
    #[default]
    Unknown,
}

/// What the browser is known to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What it does with third-party cookies.
    pub third_party_cookies: Option<ThirdPartyCookies>,
    /// Whether this is a private window.
    pub private: Option<bool>,
}

/// What a browser does with third-party cookies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ThirdPartyCookies {
    /// Sent and stored as first-party ones.
    Allowed,
    /// Neither sent nor stored.
    Blocked,
    /// Kept apart by top-level site.
    Partitioned,
}

/// One request and what came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// When the request began, in milliseconds by the device's clock.
    pub started: Option<i64>,
    /// How long it took in all, in milliseconds.
    pub duration: Option<f64>,
    /// What kind of thing asked for it.
    pub resource: Resource,
    /// What sent it: an origin or a URL; `null` as text for an opaque origin.
    pub initiator: Option<Initiator>,
    /// The frame's number; 0 for the top frame.
    pub frame: Option<i64>,
    /// The browser's network error for a request that the page never saw answered.
    pub error: Option<String>,
    /// How many challenges of this one request the browser was given (Chromium's `onAuthRequired`): 0 where it cannot
    /// be told, 1 for the first question, from 2 on something was offered and refused.
    pub challenged: u32,
    /// What was too much of it to be read, and is not there.
    pub cut: Vec<Cut>,
    /// The request.
    pub request: Request,
    /// The response; its status is 0 if there was none.
    pub response: Response,
}

impl Entry {
    /// When the response had come, in milliseconds by the device's clock.
    pub fn ended(&self) -> Option<i64> {
        self.started
            .map(|at| at.saturating_add(self.duration.unwrap_or(0.0).max(0.0) as i64))
    }
}

/// What of a message was too much to be read whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cut {
    /// The request's address.
    Address,
    /// The value of a header field.
    Value,
    /// The challenges of the response.
    Challenges,
    /// Its `Set-Cookie` lines.
    SetCookies,
    /// The header fields of the request or the response.
    Fields,
}

/// What sent a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Initiator {
    /// The initiator's origin or URL, if it is one.
    pub url: Option<String>,
    /// Where in the code, outermost last.
    pub stack: Vec<StackFrame>,
}

/// A line of code on the way to a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StackFrame {
    /// The function's name; may be empty.
    pub function: String,
    /// The script's URL.
    pub url: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1.
    pub column: u32,
}

/// The kind of thing that asked, in the words of Chrome's HAR export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Resource {
    /// A top-level document or the document of a frame.
    Document,
    /// `fetch()`.
    Fetch,
    /// `XMLHttpRequest`.
    Xhr,
    /// A CORS preflight.
    Preflight,
    /// A `WebSocket` handshake.
    WebSocket,
    /// An `EventSource`.
    EventSource,
    /// A script or module.
    Script,
    /// A style sheet.
    Stylesheet,
    /// An image.
    Image,
    /// A font.
    Font,
    /// Audio, video or text tracks.
    Media,
    /// A web app manifest.
    Manifest,
    /// A beacon or ping.
    Ping,
    /// Something else, or not told.
    #[default]
    Other,
}

/// An HTTP field, its name as it stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// The field's name.
    pub name: String,
    /// The field's value, without the line's end.
    pub value: String,
}

/// What was asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The method, as sent.
    pub method: String,
    /// The absolute URL.
    pub url: String,
    /// The protocol's version as given, such as `h2`.
    pub http_version: String,
    /// The header fields in order; `None` if they were not seen, which says nothing about what was sent.
    pub headers: Option<Vec<Field>>,
    /// The body, where a file holds it; never there live.
    pub body: Option<Body>,
}

impl Request {
    /// The header fields that were seen; none where [`Request::headers`] is unknown, so their absence proves nothing.
    pub fn fields(&self) -> &[Field] {
        self.headers.as_deref().unwrap_or_default()
    }

    /// The first value of the field `name` (case-insensitive).
    pub fn header(&self, name: &str) -> Option<&str> {
        first(self.fields(), name)
    }

    /// All values of the field `name` (case-insensitive), in order.
    pub fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        all(self.fields(), name)
    }
}

/// What came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Response {
    /// The status; 0 if there was no response.
    pub status: u16,
    /// The reason phrase; empty in HTTP/2 and later.
    pub status_text: String,
    /// The header fields in order; `None` if they were not seen, only the status was.
    pub headers: Option<Vec<Field>>,
    /// The body, only where the browser could have read it.
    pub body: Option<Body>,
}

impl Response {
    /// The header fields that were seen; none where [`Response::headers`] is unknown, so their absence proves nothing.
    pub fn fields(&self) -> &[Field] {
        self.headers.as_deref().unwrap_or_default()
    }

    /// The first value of the field `name` (case-insensitive).
    pub fn header(&self, name: &str) -> Option<&str> {
        first(self.fields(), name)
    }

    /// All values of the field `name` (case-insensitive), in order.
    pub fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        all(self.fields(), name)
    }
}

/// A message's body as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// Its media type, with parameters.
    pub mime: String,
    /// Its text, decoded; after [`crate::redact`] the stand-in for it.
    pub text: String,
}

fn first<'a>(fields: &'a [Field], name: &str) -> Option<&'a str> {
    fields
        .iter()
        .find(|field| field.name.eq_ignore_ascii_case(name))
        .map(|field| field.value.as_str())
}

fn all<'a>(fields: &'a [Field], name: &'a str) -> impl Iterator<Item = &'a str> {
    fields
        .iter()
        .filter(move |field| field.name.eq_ignore_ascii_case(name))
        .map(|field| field.value.as_str())
}
