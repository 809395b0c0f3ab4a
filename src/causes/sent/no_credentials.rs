//! Nothing that could authenticate was sent, and nothing explains why: the person is simply not signed in.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::{self, Purpose};

const ID: &str = "no-credentials";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// Somebody was signed in, or would be, or something else is wrong.
const CONTRADICTED: &[Signal] = &[
    Signal::SignedIn,
    Signal::SessionWithheld,
    Signal::NamedBeside(&[ID, "authorization-missing"]),
];

const SIGN_IN_SHOWN: Signal = Signal::Own(
    "the response shows a sign-in, or leads to one",
    is_sign_in_shown,
);
const HEADER_MISSED: Signal = Signal::Said("authorization-missing");

const VISITOR: Signal = Signal::Own(
    "the session that was sent is the one that every visitor gets",
    is_of_visitor,
);

static RULES: Rules = Rules {
    when: &[Signal::Own(
        "nothing was sent, or only the session that every visitor gets",
        is_of_nobody,
    )],
    unless: &[
        Signal::OfferedInVain,
        Signal::Own(
            "a sign-in or token request, and no code names no-credentials",
            is_own_business,
        ),
        Signal::OnPreflight,
    ],
    rows: &[
        // Rails and PHP give every visitor a session; a page that asks at once who is signed in learns that nobody is.
        Rule::likely("visitor-session", Trust::History)
            .when(&[
                VISITOR,
                Signal::Own("the page asks who is signed in", asks_who),
                Signal::NoChallenge,
            ])
            .unless(&[
                Signal::SessionWithheld,
                Signal::NamedBeside(&[
                    ID,
                    "authorization-missing",
                    "session-expired",
                    "token-invalid",
                ]),
            ])
            .variant("visitor")
            .harmless()
            .hides(&["session-expired", "session-ignored", "permission-denied"]),
        Rule::likely("asked-at-the-door", Trust::History)
            .when(&[
                Signal::AskedAtTheDoor,
                Signal::NoChallenge,
                Signal::NothingSent,
            ])
            .unless(CONTRADICTED),
        // Where it is code that calls, what the server misses is the header.
        Rule::likely("said-and-header-missed", Trust::Typical)
            .when(&[
                Signal::Said(ID),
                Signal::ByScript,
                HEADER_MISSED,
                Signal::NothingSent,
            ])
            .unless(CONTRADICTED),
        Rule::likely("sign-in-shown-and-header-missed", Trust::Typical)
            .when(&[
                SIGN_IN_SHOWN,
                Signal::ByScript,
                HEADER_MISSED,
                Signal::NothingSent,
            ])
            .unless(CONTRADICTED),
        Rule::likely("said", Trust::Body)
            .when(&[Signal::Said(ID), Signal::NothingSent])
            .unless(CONTRADICTED),
        Rule::likely("sign-in-shown", Trust::Body)
            .when(&[SIGN_IN_SHOWN, Signal::NothingSent])
            .unless(CONTRADICTED),
        Rule::possible("nothing-sent", Trust::Typical).when(&[Signal::NothingSent]),
    ],
    because: &[
        Because::observed(Subject::Request, "evidence.nothing-sent").when(&[Signal::NothingSent]),
        Because::observed(Subject::Cookie, "visitor").when(&[VISITOR]),
        Because::observed(Subject::Server, "said").when(&[Signal::Said(ID)]),
        Because::inferred(Subject::Request, "probe").when(&[Signal::Purpose(Purpose::Probe)]),
    ],
    variants: &[("visitor", &[VISITOR]), ("call", &[Signal::ByScript])],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in"),
        Repair::frontend(Effort::Medium, "handle").snippet("to-sign-in"),
    ],
    ..Rules::BARE
};

fn is_of_visitor(facts: &Facts<'_>) -> bool {
    facts.is_visitor_session()
}

fn asks_who(facts: &Facts<'_>) -> bool {
    facts.asks_who()
}

fn is_of_nobody(facts: &Facts<'_>) -> bool {
    facts.credentials.is_none() || facts.is_visitor_session()
}

fn is_own_business(facts: &Facts<'_>) -> bool {
    let own = match facts.request.purpose {
        Purpose::SignIn | Purpose::Token => true,
        Purpose::Refresh => facts.history.signed_in(),
        _ => false,
    };
    own && !facts.said.coded(ID)
}

/// Whether the response is, or leads to, a page where one signs in.
fn is_sign_in_shown(facts: &Facts<'_>) -> bool {
    let body = facts.said.body.as_ref();
    let location = facts.entry().response.header("location");
    body.is_some_and(|body| body.password_field) || location.is_some_and(names::is_sign_in_address)
}
