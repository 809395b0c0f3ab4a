//! The anti-forgery token is missing or stale, answered as 401.

use serde_json::Value;

use crate::causes::signal::is_safe;
use crate::causes::withheld::deciding::is_csrf_cookie_rejected;
use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::exchange::{Entry, Resource};
use crate::facts::Facts;
use crate::facts::history::{is_accepted, same_request};
use crate::facts::names::{self, CookieRole, Purpose};
use crate::http::url::Url;
use crate::knowledge;

const ID: &str = "csrf";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// So near in time the same credentials are still good, in milliseconds.
const MINUTES: u64 = 120_000;

const FIELD: Signal = Signal::Own("a token against forged requests was sent", is_field_sent);
const SAME_FIELD: Signal = Signal::Own("the same such token was accepted before", is_same_field);
const KNOWN_LIFE: Signal = Signal::Own(
    "how long the product's token lives is known",
    has_known_life,
);
const GUARDED: Signal = Signal::Own("a cookie of such a token is there", is_guarded);
const SESSION: Signal = Signal::Own(
    "a cookie was sent that could carry a session",
    is_session_sent,
);
const CLOSED_SESSION: Signal = Signal::Own(
    "a cookie was sent that could carry a session and that scripts cannot read",
    is_closed_session_sent,
);
const AMBIENT: Signal = Signal::Own(
    "the browser added Basic credentials or a session cookie by itself",
    is_ambient,
);
const READS: Signal = Signal::Own(
    "requests that only read are accepted with the same credentials",
    is_reading_accepted,
);
/// A public page is served whoever asks, and the browser adds the cookie to its request: where no sign-in was seen, that
/// page's 200 does not show that the session is valid.
const ONLY_PAGES: Signal = Signal::Own(
    "they are pages and files, which may be public, and no sign-in was seen",
    is_only_pages_accepted,
);
const QBITTORRENT: Signal = Signal::Own("the path is qBittorrent's sign-in", is_qbittorrent);

const SAME_TOKEN: &[Because] = &[Because::observed(Subject::History, "same-token")];
const ABSENT: &[Because] = &[Because::observed(Subject::Header, "absent")];
const ONLY_READS: &[Because] = &[Because::observed(Subject::History, "only-reads")];
const REFUSED_CHANGE: &[Because] = &[Because::observed(Subject::Server, "refused-change")];
const FOREIGN_ORIGIN: &[Because] = &[Because::observed(Subject::Header, "foreign-origin")];
const BASIC: &[&str] = &["basic-credentials-rejected", "server-basic-auth"];

/// What must not hold where the token is missed beside its cookie.
const NOT_ABSENT: &[Signal] = &[Signal::SafeMethod, Signal::AuthorizationSent, FIELD];
/// What must not hold where only the status tells of it.
const NOT_BY_STATUS: &[Signal] = &[
    Signal::SafeMethod,
    Signal::AuthorizationSent,
    Signal::KeySent,
    Signal::Purpose(Purpose::SignIn),
    Signal::BodyRead,
    Signal::NamedBeside(&[]),
];

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight, Signal::SeenStatus(407)],
    rows: &[
        // Laravel's own status for it.
        Rule::certain("status-419", Trust::Header)
            .when(&[Signal::SeenStatus(419)])
            .variant("stale")
            .because(&[Because::observed(Subject::Server, "status")]),
        // The browser did not take the token's cookie: then the server is right that it is missing, and the reason is there.
        Rule::said("said-while-its-cookie-was-rejected", ID)
            .when(&[Signal::Own(
                "the browser rejected the cookie of such a token",
                is_csrf_cookie_rejected,
            )])
            .because(&[Because::observed(Subject::Server, "said")])
            .at_most(Confidence::Likely),
        Rule::said("said", ID).because(&[Because::observed(Subject::Server, "said")]),
        // The very token that was accepted before is not any more, while the session goes on.
        Rule::likely("nonce-after-hours", Trust::Header)
            .when(&[
                SAME_FIELD,
                KNOWN_LIFE,
                Signal::Own("the token may be over by now", may_be_over),
            ])
            .variant("stale")
            .because(SAME_TOKEN),
        Rule::likely("nonce-with-403", Trust::Header)
            .when(&[SAME_FIELD, KNOWN_LIFE, Signal::SeenStatus(403)])
            .variant("stale")
            .because(SAME_TOKEN),
        Rule::possible("token-after-an-hour", Trust::History)
            .when(&[
                SAME_FIELD,
                Signal::Own("that was an hour ago", is_an_hour_old),
            ])
            .variant("stale")
            .because(SAME_TOKEN),
        // A changing request without the token that goes with its cookie, while reading requests are accepted.
        Rule::likely("absent-while-reads-are-accepted", Trust::Header)
            .when(&[
                GUARDED,
                SESSION,
                Signal::Own(
                    "requests that only read are accepted with the same cookies",
                    is_reading_accepted_with_cookies,
                ),
            ])
            .unless(NOT_ABSENT)
            .because(ABSENT),
        Rule::likely("absent-from-a-refresh", Trust::Header)
            .when(&[GUARDED, SESSION, Signal::Purpose(Purpose::Refresh)])
            .unless(NOT_ABSENT)
            .because(ABSENT),
        Rule::possible("absent-and-expired", Trust::Typical)
            .when(&[GUARDED, SESSION, Signal::TokenExpired])
            .unless(NOT_ABSENT)
            .because(ABSENT),
        Rule::likely("absent", Trust::Header)
            .when(&[GUARDED, SESSION])
            .unless(NOT_ABSENT)
            .because(ABSENT),
        // The double-submit pattern: the field and the cookie have to be equal.
        Rule::likely("differs", Trust::Header)
            .when(&[Signal::Own("the field and its cookie differ", is_different)])
            .unless(&[Signal::SafeMethod, Signal::AuthorizationSent])
            .variant("stale")
            .because(&[Because::observed(Subject::Header, "differs")]),
        // A token that is there may be stale, or the refusal may be about something else.
        Rule::possible("only-reads-with-token", Trust::Header)
            .when(&[AMBIENT, READS, FIELD])
            .unless(&[Signal::SafeMethod, Signal::NamedBeside(&[])])
            .variant("stale")
            .because(ONLY_READS)
            .hides(BASIC),
        Rule::likely("only-reads", Trust::History)
            .when(&[AMBIENT, READS])
            .unless(&[Signal::SafeMethod, Signal::NamedBeside(&[]), ONLY_PAGES])
            .because(ONLY_READS)
            .hides(BASIC),
        Rule::possible("only-pages", Trust::History)
            .when(&[AMBIENT, READS])
            .unless(&[Signal::SafeMethod, Signal::NamedBeside(&[])])
            .because(ONLY_READS),
        // A link or a form on another site is all that is different: a server that compares `Referer` or `Origin` with
        // its own host refuses what came from there.
        Rule::likely("only-from-elsewhere", Trust::Browser)
            .when(&[
                AMBIENT,
                Signal::Own(
                    "the same request with the same credentials was accepted minutes ago from the site itself",
                    is_refused_from_elsewhere,
                ),
            ])
            .unless(&[Signal::NamedBeside(&[])])
            .variant("elsewhere")
            .because(&[Because::observed(Subject::Header, "from-elsewhere")])
            .fixed_by(&[
                Repair::person(Effort::Easy, "direct"),
                Repair::backend(Effort::Medium, "links"),
            ]),
        // qBittorrent compares `Origin` with its own host; to a wrong password it responds with 200.
        Rule::likely("cross-origin-sign-in", Trust::Header)
            .when(&[
                QBITTORRENT,
                Signal::Purpose(Purpose::SignIn),
                Signal::CrossOrigin,
            ])
            .variant("origin")
            .because(FOREIGN_ORIGIN)
            .hides(&["login-rejected"]),
        Rule::likely("sign-in-by-extension", Trust::Header)
            .when(&[
                QBITTORRENT,
                Signal::Purpose(Purpose::SignIn),
                Signal::Own("an extension sent the request", is_by_extension),
            ])
            .variant("origin")
            .because(FOREIGN_ORIGIN)
            .hides(&["login-rejected"]),
        // Most frameworks return 403 for a missing or stale token, to a change that carried nothing but cookies.
        Rule::possible("403-with-token", Trust::Browser)
            .when(&[Signal::SeenStatus(403), CLOSED_SESSION, FIELD])
            .unless(NOT_BY_STATUS)
            .variant("stale")
            .because(REFUSED_CHANGE),
        Rule::possible("403-without-token", Trust::Browser)
            .when(&[Signal::SeenStatus(403), CLOSED_SESSION])
            .unless(NOT_BY_STATUS)
            .because(REFUSED_CHANGE),
    ],
    hides: &[
        "permission-denied",
        "session-expired",
        "refresh-failed",
        "token-expired",
    ],
    fills: &[("cookie", cookie), ("field", field)],
    fixes: &[
        Repair::person(Effort::Easy, "reload"),
        Repair::frontend(Effort::Easy, "send").snippet("csrf-send"),
        Repair::backend(Effort::Medium, "renew").snippet("csrf-issue"),
    ],
    ..Rules::BARE
};

/// The name and value of the field against forged requests.
fn own_field(entry: &Entry) -> Option<(&str, &str)> {
    entry
        .request
        .fields()
        .iter()
        .find(|field| names::is_csrf_field(&field.name))
        .map(|field| (field.name.as_str(), field.value.as_str()))
}

fn is_field_sent(facts: &Facts<'_>) -> bool {
    own_field(facts.entry()).is_some()
}

fn same_host(entry: &Entry, facts: &Facts<'_>) -> bool {
    Url::parse(&entry.request.url).is_some_and(|url| url.host == facts.request.host())
}

/// How many whole hours ago the same token was accepted last; 0 where no time is known.
fn hours_since_accepted(facts: &Facts<'_>) -> Option<i64> {
    let own = facts.entry();
    let (_, value) = own_field(own)?;
    let mut earlier = facts
        .exchange
        .entries
        .iter()
        .take(facts.failing.index)
        .rev();
    let accepted = earlier.find(|entry| {
        is_accepted(entry)
            && own_field(entry).is_some_and(|(_, before)| before == value)
            && same_host(entry, facts)
    })?;
    let times = own.started.zip(accepted.started);
    Some(times.map_or(0, |(now, then)| now.saturating_sub(then) / 3_600_000))
}

fn is_same_field(facts: &Facts<'_>) -> bool {
    hours_since_accepted(facts).is_some()
}

fn may_be_over(facts: &Facts<'_>) -> bool {
    let hours = hours_since_accepted(facts);
    hours
        .zip(life(facts))
        .is_some_and(|(hours, life)| hours >= i64::from(life))
}

fn is_an_hour_old(facts: &Facts<'_>) -> bool {
    hours_since_accepted(facts).is_some_and(|hours| hours >= 1)
}

/// How long the product's token against forged requests is good at least, in hours.
fn life(facts: &Facts<'_>) -> Option<u32> {
    let path = facts.request.path();
    let sent = |name: &&str| facts.entry().request.header(name).is_some();
    let mut asked = knowledge::ALL.iter().filter(|product| {
        let by_path = product.api_paths.iter().any(|part| path.contains(part));
        by_path || product.csrf_headers.iter().any(sent)
    });
    asked.find_map(|product| product.csrf_hours)
}

fn has_known_life(facts: &Facts<'_>) -> bool {
    life(facts).is_some()
}

fn is_guarded(facts: &Facts<'_>) -> bool {
    let mut sent = facts.credentials.cookies.iter().flatten();
    let mut held = facts.cookies.jar.iter().flatten();
    sent.any(|cookie| cookie.role == CookieRole::Csrf)
        || held.any(|cookie| {
            CookieRole::of(&cookie.name) == CookieRole::Csrf
                && cookie.domain == facts.request.host()
        })
}

fn is_session_sent(facts: &Facts<'_>) -> bool {
    !facts.credentials.session_cookies().is_empty()
}

fn is_closed_session_sent(facts: &Facts<'_>) -> bool {
    !facts.session_cookies().is_empty()
}

fn is_reading_accepted_with_cookies(facts: &Facts<'_>) -> bool {
    let sent = facts.entry().request.header("cookie");
    facts.exchange.entries.iter().any(|entry| {
        is_accepted(entry)
            && same_host(entry, facts)
            && matches!(entry.request.method.as_str(), "GET" | "HEAD")
            && entry.request.header("cookie") == sent
    })
}

/// Frameworks decode what is percent-encoded in the cookie before they send it.
fn is_different(facts: &Facts<'_>) -> bool {
    let mut cookies = facts.credentials.cookies.iter().flatten();
    let cookie = cookies.find(|cookie| {
        ["csrf_access_token", "csrf_refresh_token", "xsrf-token"]
            .contains(&cookie.name.to_ascii_lowercase().as_str())
    });
    let pair = own_field(facts.entry()).zip(cookie);
    pair.is_some_and(|((_, value), cookie)| !cookie.holds(value) && !cookie.credential.encoded)
}

fn is_ambient(facts: &Facts<'_>) -> bool {
    match &facts.credentials.authorization {
        Some(sent) => sent.is("basic"),
        None => is_closed_session_sent(facts) && !facts.credentials.has_key(),
    }
}

/// The requests that only read and were accepted with the same credentials within minutes.
fn accepted_readings<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = &'a Entry> {
    let now = facts.entry().started;
    let entries = facts.exchange.entries.iter().enumerate();
    let readings = entries.filter(move |(at, entry)| {
        let near = now
            .zip(entry.started)
            .is_some_and(|(now, then)| now.abs_diff(then) <= MINUTES);
        is_accepted(entry)
            && near
            && is_safe(&entry.request.method)
            && same_host(entry, facts)
            && facts.carried.same(*at, facts.failing.index)
    });
    readings.map(|(_, entry)| entry)
}

/// Where `Sec-Fetch-Site` says that a request came from (Fetch Metadata, 2.3); `None` where it does not.
fn is_from_elsewhere(entry: &Entry) -> Option<bool> {
    match entry.request.header("sec-fetch-site")? {
        "same-site" | "cross-site" => Some(true),
        "same-origin" | "none" => Some(false),
        _ => None,
    }
}

fn is_refused_from_elsewhere(facts: &Facts<'_>) -> bool {
    is_from_elsewhere(facts.entry()) == Some(true)
        && accepted_readings(facts).any(|entry| {
            same_request(entry, facts.entry()) && is_from_elsewhere(entry) == Some(false)
        })
}

fn is_reading_accepted(facts: &Facts<'_>) -> bool {
    accepted_readings(facts).next().is_some()
}

/// A cookie that came with a page may be anybody's; one that came for a form with a password is somebody's.
fn is_sign_in_posted(facts: &Facts<'_>) -> bool {
    let mut sign_ins = facts.history.sign_ins.iter();
    sign_ins.any(|at| {
        let entry = facts.exchange.entries.get(*at);
        entry.is_some_and(|entry| !is_safe(&entry.request.method))
    })
}

/// Whether the address is one where an account is made, as `/sign-up`: nobody is signed in there, so no session is missed.
fn is_sign_up(facts: &Facts<'_>) -> bool {
    let path = facts.request.path().to_ascii_lowercase();
    path.split('/').any(|part| {
        matches!(
            part,
            "sign-up" | "signup" | "sign_up" | "register" | "registration" | "join"
        )
    })
}

fn is_only_pages_accepted(facts: &Facts<'_>) -> bool {
    let of_code = |entry: &Entry| matches!(entry.resource, Resource::Fetch | Resource::Xhr);
    !facts.credentials.has_authorization()
        && !is_sign_in_posted(facts)
        && !is_sign_up(facts)
        && !accepted_readings(facts).any(of_code)
}

fn is_qbittorrent(facts: &Facts<'_>) -> bool {
    facts.request.path().ends_with("/api/v2/auth/login")
}

fn is_by_extension(facts: &Facts<'_>) -> bool {
    let origin = facts.entry().request.header("origin");
    origin.is_some_and(|origin| origin.contains("-extension://"))
}

/// The name of the cookie that holds such a token, as far as it is known.
fn cookie_name(facts: &Facts<'_>) -> String {
    let sent = facts.credentials.cookies.iter().flatten();
    let held = facts.cookies.jar.iter().flatten();
    sent.map(|cookie| &cookie.name)
        .chain(held.map(|cookie| &cookie.name))
        .find(|name| CookieRole::of(name) == CookieRole::Csrf)
        .cloned()
        .unwrap_or_else(|| "csrf_token".to_owned())
}

fn cookie(facts: &Facts<'_>) -> Value {
    cookie_name(facts).into()
}

/// The name of the field that belongs to it.
fn field(facts: &Facts<'_>) -> Value {
    if let Some((name, _)) = own_field(facts.entry()) {
        return name.into();
    }
    if cookie_name(facts).eq_ignore_ascii_case("xsrf-token") {
        "X-XSRF-TOKEN".into()
    } else {
        "X-CSRF-TOKEN".into()
    }
}
