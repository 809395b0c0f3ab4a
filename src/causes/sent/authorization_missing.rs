//! The server asks for an `Authorization` scheme, and the request carries no such header.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Entry, Resource};
use crate::facts::Facts;
use crate::facts::credentials::{Credentials, Place};
use crate::facts::history::sets_session;
use crate::facts::names::{self, Purpose};
use crate::http::authorization;
use crate::providers::Kind;
use crate::speech::Saying;

const ID: &str = "authorization-missing";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "authorization|auth|authentication header|headers ~4 missing|required|absent|not|empty|needed|null",
        ),
        Saying::names(
            ID,
            "missing|no|without|required|requires|absent|provide|lacks|expected|include ~3 authorization|auth|authentication ~1 header|headers",
        ),
        Saying::names(ID, "missing|no ~1 authorization$"),
        Saying::names(ID, "authentication credentials were not provided"),
        Saying::names(ID, "no auth token"),
        Saying::names(ID, "no authorization token was found"),
        Saying::names(ID, "no authorization ~1 found|in ~1 request|header|headers"),
        Saying::names(ID, "credentials required error|code"),
        Saying::names(ID, "jwt is missing"),
        Saying::names(ID, "no|missing ~1 bearer|jwt token"),
        Saying::names(
            ID,
            "bearer|jwt|authorization token ~2 not|required|missing|absent",
        ),
        Saying::names(ID, "must provide ~3 bearer|authorization"),
        Saying::names(ID, "requires|require|required|expected ~2 bearer"),
        Saying::names(
            ID,
            "authentication|auth|authorization credentials ~2 not|werent|wasnt ~1 found|provided|supplied|present|included|sent|given|specified",
        ),
        Saying::names(
            ID,
            "no|missing|without ~1 auth|authentication|authorization credentials",
        ),
        Saying::names(ID, "missing authentication|auth credentials"),
        Saying::names(ID, "oauth|access token ~1 is|was missing|required|absent"),
        Saying::names(ID, "no|missing|without oauth|access token|bearer"),
        Saying::names(
            ID,
            "must|should|please|need ~4 access token|bearer ~2 request|provided|access",
        ),
        Saying::names(ID, "missing credentials"),
        Saying::names(ID, "code 900902"),
        Saying::names(ID, "make sure ~8 has a header authorization"),
        Saying::hints(
            ID,
            "no|missing|without ~2 token|accesstoken|jwt ~2 provided|found|supplied|present|given|sent",
        ),
        Saying::hints(
            ID,
            "no|missing ~1 access|auth|authentication|authorization|user|api token",
        ),
        Saying::hints(
            ID,
            "token|jwt|credentials ~2 not|never|missing|required ~2 provided|found|supplied|present|given|sent|included",
        ),
        Saying::hints(
            ID,
            "token|jwt ~1 is|was missing|required|empty|null|absent|blank|needed",
        ),
        Saying::hints(ID, "token missing|required|absent|needed"),
        Saying::hints(ID, "missing|requires|require ~2 token|credentials"),
        Saying::hints(ID, "no token"),
        Saying::hints(ID, "not authenticated|authorized no token"),
        Saying::hints(ID, "^ detail not authenticated"),
        Saying::hints(ID, "full authentication is required"),
        Saying::hints(ID, "kein|fehlt|fehlendes|fehlender ~2 token"),
        Saying::hints(
            ID,
            "token ~2 fehlt|manquant|absent|requis|requerido|faltante|ausente|obrigatório",
        ),
        Saying::hints(ID, "jeton ~2 manquant|absent|requis"),
        Saying::hints(ID, "falta|sin|no ~3 token"),
        Saying::hints(
            ID,
            "token ~1 não|nao|no ~2 informado|fornecido|encontrado|proporcionado|enviado",
        ),
        Saying::hints(
            ID,
            "缺少token|未携带token|没有token|token不能为空|token为空|未提供",
        ),
        Saying::hints(ID, "缺少|无|没有|请携带 token"),
        Saying::hints(ID, "token 不能为空|为空|缺失|不存在"),
        Saying::hints(
            ID,
            "missing|empty|absent|no or|and malformed|invalid|incorrect|bad ~3 jwt|token|authorization|auth|credentials",
        ),
        Saying::hints(
            ID,
            "unable|failed|cannot|could|couldnt ~2 parse|extract|find|read ~3 credentials",
        ),
        Saying::hints(
            ID,
            "token ~2 could|couldnt|cannot|not ~2 parsed|extracted|found ~3 request|header",
        ),
        Saying::hints(
            ID,
            "unable|failed|cannot|could|couldnt ~3 extract|find|read|get ~3 token|jwt|bearer",
        ),
        Saying::hints(
            ID,
            "did|didnt ~2 pass|provide|send|include|supply ~4 token|credentials|bearer|authentication",
        ),
        Saying::hints(
            ID,
            "未提供令牌|缺少令牌|未授权token|请提供token|token未提供",
        ),
        Saying::hints(ID, "not authorized|authorised ~1 no ~1 token"),
        Saying::hints(ID, "no|missing ~1 jwt|bearer"),
        Saying::hints(
            ID,
            "requires|require|needs ~4 authorization|auth|access|bearer|api token",
        ),
        Saying::names(ID, "请求未携带token|未携带令牌"),
        Saying::hints(ID, "resource requires authentication ~5 not supplied"),
        Saying::hints(ID, "auth missing"),
        Saying::hints(ID, "missing ~1 authorisation|authorization"),
        Saying::hints(ID, "valid authorisation|authorization token ~2 missing"),
    ],
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
    own && !facts.said.names(ID)
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
