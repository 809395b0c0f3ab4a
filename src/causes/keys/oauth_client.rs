//! The OAuth client itself is refused: its id, secret, redirect URI or grant (RFC 6749, 5.2).

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::{Purpose, grant_type};

const ID: &str = "oauth-client";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "login-rejected",
    "authorization-missing",
    "token-invalid",
    "no-credentials",
    "token-audience",
    "basic-credentials-rejected",
    "api-key-invalid",
    "api-key-missing",
]);

/// What a server may say of a code that it does not take.
const OF_CODE: &[&str] = &[
    ID,
    "token-expired",
    "token-invalid",
    "token-malformed",
    "token-scope",
    "login-rejected",
];

const STANDARD: Signal = Signal::Own("a path of OAuth or OpenID Connect", is_standard_path);
const OF_PERSON: Signal = Signal::Own("the grant is a person's own", is_grant_of_person);

const SAID: Because = Because::observed(Subject::Server, "said");
const ENDPOINT: Because = Because::inferred(Subject::Request, "endpoint");

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        // There are servers that return 401 for a wrong password as well.
        Rule::heard("named", Confidence::Certain, ID)
            .when(&[Signal::Named(ID)])
            .unless(&[BESIDE])
            .hides(&["login-rejected"])
            .because(&[SAID]),
        Rule::heard("named-beside-another", Confidence::Likely, ID)
            .when(&[Signal::Named(ID)])
            .hides(&["login-rejected"])
            .because(&[SAID]),
        Rule::heard("hinted", Confidence::Possible, ID)
            .unless(&[Signal::Own(
                "a code was sent, and rejected",
                is_code_rejected,
            )])
            .hides(&["login-rejected"])
            .because(&[SAID]),
        // A gateway's own scheme for the name and secret of an application.
        Rule::likely("challenge", Trust::Header)
            .when(&[Signal::Own(
                "the challenge's scheme is client-id…",
                is_challenged,
            )])
            .because(&[Because::observed(Subject::Server, "challenge")]),
        // The authorization endpoint (RFC 6749, 4.1.1) shows its own page where it cannot send the person back: client
        // or redirect address are unknown to it (4.1.2.1).
        Rule::likely("authorization-endpoint", Trust::Credential)
            .when(&[
                Signal::Own("a page or a frame was requested", is_shown),
                Signal::Own("the query has client_id", is_client_named),
                Signal::Own(
                    "the query has redirect_uri or response_type",
                    is_authorization_asked,
                ),
            ])
            .unless(&[Signal::NamedBeside(&[])])
            .hides(&["api-key-invalid", "no-credentials"])
            .because(&[Because::inferred(Subject::Request, "authorize")]),
        // Whatever the server says of the code, no one's token and no one's password is rejected.
        Rule::likely("code", Trust::Browser)
            .when(&[
                Signal::Purpose(Purpose::Token),
                Signal::Own("the grant is authorization_code", is_code),
                Signal::Own("the status is 400 or 401", is_400_or_401),
            ])
            .unless(&[Signal::NamedBeside(OF_CODE)])
            .hides(&["token-expired", "login-rejected"])
            .because(&[ENDPOINT]),
        // A page that has just come back with a code sends it (RFC 6749, 4.1.3): what is rejected is the client, its
        // redirect address, or the code, and nobody's password.
        Rule::possible("callback", Trust::Credential)
            .when(&[
                Signal::Purpose(Purpose::Token),
                Signal::Own("the page came back with a code", is_callback),
                Signal::Status(400, 400),
            ])
            .unless(&[Signal::GrantSent, Signal::NamedBeside(&[])])
            .because(&[ENDPOINT]),
        // A token endpoint returns 401 for the client alone, whatever its path is called (RFC 6749, 5.2).
        Rule::likely("callback-and-401", Trust::Browser)
            .when(&[
                Signal::Purpose(Purpose::Token),
                Signal::Own("the page came back with a code", is_callback),
                Signal::Status(401, 401),
            ])
            .unless(&[Signal::GrantSent, Signal::NamedBeside(&[])])
            .hides(&["login-rejected"])
            .because(&[ENDPOINT]),
        // Another origin's endpoint, whose 400 could not be read: pages send it a code, and seldom a password.
        Rule::possible("endpoint-elsewhere", Trust::Header)
            .when(&[
                Signal::Purpose(Purpose::Token),
                STANDARD,
                Signal::CrossOrigin,
                Signal::Status(400, 400),
            ])
            .unless(&[
                OF_PERSON,
                Signal::Own("the path has /connect/", is_connect),
                Signal::BodyRead,
                Signal::NamedBeside(&[]),
            ])
            .because(&[ENDPOINT]),
        // A token endpoint returns 401 for the client alone; for the grant it returns 400 (RFC 6749, 5.2). Here the
        // client's own name and secret were sent (2.3.1).
        Rule::likely("endpoint-with-secret", Trust::Browser)
            .when(&[
                Signal::Purpose(Purpose::Token),
                STANDARD,
                Signal::Status(401, 401),
                Signal::SchemeSent("basic"),
            ])
            .unless(&[OF_PERSON, Signal::NamedBeside(&[])])
            .because(&[ENDPOINT]),
        Rule::likely("endpoint", Trust::Typical)
            .when(&[
                Signal::Purpose(Purpose::Token),
                STANDARD,
                Signal::Status(401, 401),
            ])
            .unless(&[OF_PERSON, Signal::RenewsUnseen, Signal::NamedBeside(&[])])
            .because(&[ENDPOINT]),
    ],
    hides: &[
        "token-invalid",
        "basic-credentials-rejected",
        "refresh-failed",
    ],
    fixes: &[
        Repair::frontend(Effort::Easy, "settings"),
        Repair::backend(Effort::Medium, "register"),
    ],
    ..Rules::BARE
};

fn is_code(facts: &Facts<'_>) -> bool {
    grant_type(&facts.entry().request).is_some_and(|grant| grant == "authorization_code")
}

fn is_400_or_401(facts: &Facts<'_>) -> bool {
    matches!(facts.status(), 400 | 401)
}

fn is_code_rejected(facts: &Facts<'_>) -> bool {
    is_code(facts)
        && is_400_or_401(facts)
        && facts.request.purpose == Purpose::Token
        && !facts.said.names_beside(OF_CODE)
}

fn is_challenged(facts: &Facts<'_>) -> bool {
    facts.challenges.iter().any(|challenge| {
        challenge
            .scheme
            .to_ascii_lowercase()
            .starts_with("client-id")
    })
}

fn is_shown(facts: &Facts<'_>) -> bool {
    facts.request.is_page || facts.request.is_frame
}

/// Whether the query has a parameter of this name, in whatever case.
fn has(facts: &Facts<'_>, name: &str) -> bool {
    facts.request.url.as_ref().is_some_and(|url| {
        let mut pairs = url.pairs().into_iter();
        pairs.any(|pair| pair.name.eq_ignore_ascii_case(name))
    })
}

fn is_client_named(facts: &Facts<'_>) -> bool {
    has(facts, "client_id")
}

fn is_authorization_asked(facts: &Facts<'_>) -> bool {
    has(facts, "redirect_uri") || has(facts, "response_type")
}

fn is_callback(facts: &Facts<'_>) -> bool {
    let page = facts.request.page.as_ref();
    page.is_some_and(|page| page.query_value("code").is_some())
}

fn is_standard_path(facts: &Facts<'_>) -> bool {
    let path = facts.request.path().to_ascii_lowercase();
    ["/oauth", "/openid-connect/", "/connect/token"]
        .iter()
        .any(|part| path.contains(part))
}

fn is_connect(facts: &Facts<'_>) -> bool {
    facts
        .request
        .path()
        .to_ascii_lowercase()
        .contains("/connect/")
}

fn is_grant_of_person(facts: &Facts<'_>) -> bool {
    grant_type(&facts.entry().request).is_some_and(|grant| {
        matches!(grant.as_str(), "password" | "refresh_token") || grant.contains("password-realm")
    })
}
