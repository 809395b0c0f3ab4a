//! The server asks for an `Authorization` scheme, and the request carries no such header.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Entry, Resource};
use crate::facts::Facts;
use crate::facts::credentials::{Credentials, Place};
use crate::facts::history::sets_session;
use crate::facts::names::{self, Purpose};
use crate::facts::said::Voice;
use crate::http::authorization;
use crate::knowledge::Kind;

const ID: &str = "authorization-missing";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// Fields that people write for `Authorization` by mistake.
const MISNAMED_FIELDS: &[&str] = &[
    "authentication",
    "authorisation",
    "autorization",
    "authorizaton",
    "authorizations",
    "x-authorization",
    "auth",
    "bearer",
    "authorization-token",
];

/// What a server that cannot read a token says where none was sent.
const UNREAD: &[&str] = &[
    "token-malformed",
    "token-invalid",
    "authorization-malformed",
];

const WANTED: Signal = Signal::Own(
    "the challenge asks for a scheme that scripts send",
    is_wanted,
);
const HINTED: Signal = Signal::Own("the server misses a token, or cannot read one", is_hinted);
const MISNAMED: Signal = Signal::Own(
    "another field holds what belongs into Authorization",
    is_misnamed,
);
const ELSEWHERE: Signal = Signal::Own(
    "the origin accepted other requests with Authorization",
    is_sent_elsewhere,
);

/// How the request may be authenticated without the header.
const OTHERWISE: &[Signal] = &[COOKIE, QUERY, ENDED];
const COOKIE: Signal = Signal::Own("the origin accepts a cookie alone", is_cookie_enough);
const QUERY: Signal = Signal::Own("access_token was sent in the query", is_token_in_query);
const ENDED: Signal = Signal::Own(
    "a session's cookie has ended, and Authorization was never sent",
    is_cookie_ended,
);

const BASIC: Signal = Signal::Own("code sends Authorization, with Basic", |facts| {
    way(facts) == Way::Basic
});
const RENAME: Signal = Signal::Own("Authorization was sent under another name", |facts| {
    way(facts) == Way::Rename
});
const STREAM: Signal = Signal::Own("a stream cannot send Authorization", |facts| {
    way(facts) == Way::Stream
});
const PLAIN: Signal = Signal::Own("code sends Authorization, with a token", |facts| {
    way(facts) == Way::Plain
});

static RULES: Rules = Rules {
    when: &[Signal::Own("an API was called", is_api)],
    unless: &[
        Signal::AuthorizationSent,
        Signal::OfferedInVain,
        Signal::OnPreflight,
        Signal::Own(
            "a sign-in or token request, and the server does not name authorization-missing",
            is_own_business,
        ),
        Signal::Own("the server names another cause instead", is_another_named),
        // Frameworks say the same of a session that they no longer know.
        Signal::Own(
            "the challenge is for a session, and its cookie was sent",
            is_session_wanted,
        ),
    ],
    rows: &[
        Rule::possible("asked-at-the-door", Trust::Typical)
            .when(&[Signal::AskedAtTheDoor])
            .unless(&[WANTED]),
        Rule::certain("challenge-and-named", Trust::Header)
            .when(&[WANTED, Signal::Named(ID)])
            .unless(OTHERWISE),
        Rule::likely("challenge", Trust::Header)
            .when(&[WANTED])
            .unless(OTHERWISE),
        Rule::likely("named", Trust::Body)
            .when(&[Signal::Named(ID)])
            .unless(OTHERWISE),
        Rule::likely("misnamed", Trust::Credential).when(&[MISNAMED]),
        Rule::likely("sent-elsewhere", Trust::History)
            .when(&[ELSEWHERE])
            .unless(OTHERWISE),
        Rule::likely("hinted", Trust::Body)
            .when(&[HINTED])
            .unless(&[
                COOKIE,
                QUERY,
                ENDED,
                Signal::Own("a session cookie was sent", is_session_sent),
            ]),
        Rule::possible("challenge-with-another-way", Trust::Typical).when(&[WANTED]),
        Rule::possible("hinted-with-another-way", Trust::Typical).when(&[HINTED]),
        // Code calls an API of another origin with nothing at all: sessions stay at home there, tokens are usual.
        Rule::possible("bare-call", Trust::Credential)
            .when(&[
                Signal::ByScript,
                Signal::CrossOrigin,
                Signal::NothingSent,
                Signal::Own("no scheme but Basic is offered", is_basic_at_most),
                Signal::Own(
                    "a plain request, or to a published API",
                    is_plain_or_published,
                ),
            ])
            .unless(&[
                Signal::SignedIn,
                Signal::SessionWithheld,
                Signal::Said("no-credentials"),
            ]),
    ],
    because: &[
        Because::observed(Subject::Header, "evidence.no-authorization"),
        Because::observed(Subject::Server, "challenge").when(&[WANTED]),
        Because::observed(Subject::Server, "said").when(&[
            Signal::Said(ID),
            Signal::Own(
                "the challenge asks for no scheme that scripts send",
                is_unwanted,
            ),
        ]),
        Because::observed(Subject::Server, "challenge").when(&[BASIC]),
        Because::observed(Subject::Header, "misnamed").when(&[RENAME]),
        Because::observed(Subject::History, "elsewhere").when(&[ELSEWHERE, STREAM]),
        Because::observed(Subject::History, "elsewhere").when(&[ELSEWHERE, PLAIN]),
    ],
    fills: &[("scheme", scheme), ("field", misnamed_field)],
    variants: &[
        ("basic", &[BASIC]),
        ("misnamed", &[RENAME]),
        ("stream", &[STREAM]),
    ],
    fixes: &[
        Repair::frontend(Effort::Easy, "send-basic")
            .snippet("basic")
            .when(&[BASIC]),
        Repair::frontend(Effort::Easy, "rename").when(&[RENAME]),
        Repair::frontend(Effort::Medium, "stream")
            .snippet("stream")
            .when(&[STREAM]),
        Repair::frontend(Effort::Easy, "fix.send-authorization")
            .snippet("authorization")
            .when(&[PLAIN]),
        Repair::person(Effort::Easy, "fix.sign-in")
            .when(&[Signal::Own("code sends Authorization", |facts| {
                matches!(way(facts), Way::Basic | Way::Plain)
            })]),
    ],
    ..Rules::BARE
};

/// How the header comes to be sent.
#[derive(PartialEq, Eq)]
enum Way {
    /// With a user name and a password.
    Basic,
    /// Under its right name.
    Rename,
    /// Not at all, in a browser's own streams; the token goes elsewhere.
    Stream,
    /// By the code that makes the request.
    Plain,
}

fn way(facts: &Facts<'_>) -> Way {
    let resource = facts.entry().resource;
    if is_misnamed(facts) {
        Way::Rename
    } else if wanted(facts).is_none() && is_basic_wanted(facts) {
        Way::Basic
    } else if matches!(resource, Resource::EventSource | Resource::WebSocket) {
        Way::Stream
    } else {
        Way::Plain
    }
}

fn is_api(facts: &Facts<'_>) -> bool {
    facts.request.is_api()
}

fn is_own_business(facts: &Facts<'_>) -> bool {
    let own = matches!(
        facts.request.purpose,
        Purpose::SignIn | Purpose::Token | Purpose::Refresh
    );
    // "Missing credentials" in the body of a sign-in's response speaks of the form's fields.
    let of_the_form = facts.request.purpose == Purpose::SignIn
        && facts
            .said
            .cause(ID)
            .is_some_and(|(voice, _)| voice == Voice::Body);
    own && (of_the_form || !facts.said.names(ID))
}

fn is_another_named(facts: &Facts<'_>) -> bool {
    let beside: Vec<&str> = if facts.credentials.is_none() {
        UNREAD.iter().copied().chain([ID]).collect()
    } else {
        vec![ID]
    };
    !facts.said.names(ID) && facts.said.names_beside(&beside)
}

fn is_session_wanted(facts: &Facts<'_>) -> bool {
    let for_session = facts.challenges.iter().any(|challenge| {
        let scheme = challenge.scheme.to_ascii_lowercase();
        scheme.contains("session") || scheme.contains("cookie")
    });
    for_session && is_session_sent(facts) && facts.said.names(ID) && wanted(facts).is_none()
}

fn is_session_sent(facts: &Facts<'_>) -> bool {
    facts.credentials.has_session_cookie()
}

/// The scheme that the server wants and that a script has to send: not one that the browser speaks by itself,
/// nor one that stands for a cookie, a form or a key.
fn wanted<'a>(facts: &'a Facts<'_>) -> Option<&'a str> {
    let by_script = |scheme: &&str| {
        if names::is_field_of_key(scheme) {
            return false;
        }
        let lower = scheme.to_ascii_lowercase();
        ![
            "basic",
            "digest",
            "negotiate",
            "ntlm",
            "kerberos",
            "form",
            "cookie",
            "session",
            "key",
            "none",
            "signature",
            "hoba",
            "mutual",
            "client-id",
        ]
        .iter()
        .any(|other| lower.contains(other))
    };
    facts
        .challenges
        .iter()
        .map(|challenge| challenge.scheme.as_str())
        .find(by_script)
}

fn is_wanted(facts: &Facts<'_>) -> bool {
    wanted(facts).is_some()
}

fn is_unwanted(facts: &Facts<'_>) -> bool {
    !is_wanted(facts)
}

/// Whether the challenges ask for a user name and a password, and for nothing else.
fn is_basic_wanted(facts: &Facts<'_>) -> bool {
    !facts.challenges.is_empty() && is_basic_at_most(facts)
}

fn is_basic_at_most(facts: &Facts<'_>) -> bool {
    let mut challenges = facts.challenges.iter();
    challenges.all(|challenge| challenge.is("basic"))
}

fn scheme(facts: &Facts<'_>) -> Value {
    let usual = if is_basic_wanted(facts) {
        "Basic"
    } else {
        "Bearer"
    };
    wanted(facts).unwrap_or(usual).into()
}

fn is_hinted(facts: &Facts<'_>) -> bool {
    let unread = || UNREAD.iter().any(|id| facts.said.cause(id).is_some());
    facts.said.cause(ID).is_some() || facts.credentials.is_none() && unread()
}

/// A field with another name that holds what belongs into `Authorization`.
fn misnamed<'a>(facts: &'a Facts<'_>) -> Option<&'a str> {
    let fields = facts.entry().request.fields();
    fields
        .iter()
        .find(|field| {
            MISNAMED_FIELDS.contains(&field.name.to_ascii_lowercase().as_str())
                && authorization::parse(&field.value).is("bearer")
        })
        .map(|field| field.name.as_str())
}

fn is_misnamed(facts: &Facts<'_>) -> bool {
    misnamed(facts).is_some()
}

fn misnamed_field(facts: &Facts<'_>) -> Value {
    misnamed(facts).into()
}

fn is_sent_elsewhere(facts: &Facts<'_>) -> bool {
    facts.accepted_nearby().any(|entry| {
        entry.request.header("authorization").is_some() && !gives_session_for_password(entry)
    })
}

/// Whether the header was the sign-in: Basic, for which a session came back.
fn gives_session_for_password(entry: &Entry) -> bool {
    let basic = entry
        .request
        .header("authorization")
        .is_some_and(|value| authorization::parse(value).is("basic"));
    basic && sets_session(entry)
}

fn is_cookie_enough(facts: &Facts<'_>) -> bool {
    let alone = |entry: &Entry| {
        let sent = Credentials::of(&entry.request);
        !sent.has_authorization() && !sent.has_key() && !sent.session_cookies().is_empty()
    };
    facts.accepted_nearby().any(alone)
}

/// Whether a session's cookie of this host was seen to come and its time has passed, and no header was ever sent.
fn is_cookie_ended(facts: &Facts<'_>) -> bool {
    let ended = facts.cookies.ended.iter();
    ended
        .filter(|one| facts.carried_session(one))
        .any(|one| one.set_at.is_some())
        && !is_sent_elsewhere(facts)
}

/// Whether the token stands in the query, where RFC 6750, 2.3 allows it.
fn is_token_in_query(facts: &Facts<'_>) -> bool {
    facts
        .credentials
        .keys
        .iter()
        .any(|key| key.place == Place::Query && key.name.eq_ignore_ascii_case("access_token"))
}

fn is_plain_or_published(facts: &Facts<'_>) -> bool {
    let mut responders = facts.responders.iter();
    facts.request.purpose == Purpose::Other || responders.any(|provider| provider.kind == Kind::Api)
}
