//! The access token is past its `exp`, or the server says it has expired.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::Purpose;
use crate::token::credential::Kind;
use crate::token::known::{KnownKey, Role};

const ID: &str = "token-expired";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: true,
};

/// An opaque token that worked and works no more is taken for expired from this age on, in seconds.
const SHORTEST_LIFE: f64 = 240.0;

const PLAIN: Signal = Signal::Own("the server names nothing but the end", is_plain);
const OVER: Signal = Signal::Own("the token's exp may be past", is_over);
const WORKED: Signal = Signal::Own(
    "the token was accepted minutes ago, and not since",
    has_worked,
);
const ACCEPTED: &[Because] = &[
    Because::observed(Subject::History, "worked").with(&[("minutes", minutes)]),
    Because::inferred(Subject::Token, "or-withdrawn"),
];
const SAID: &[Because] = &[Because::observed(Subject::Server, "said")];
const HIDDEN: &[&str] = &["token-invalid"];

static RULES: Rules = Rules {
    // Something else than the access token has expired, as far as that can be told.
    unless: &[
        Signal::Purpose(Purpose::Refresh),
        Signal::Named("csrf"),
        Signal::Named("request-signature"),
        Signal::Named("refresh-failed"),
        Signal::Own("a key is named, and no JWT was sent", is_of_key),
        Signal::OnPreflight,
    ],
    rows: &[
        // The API counts from `iat`, so it says nothing against this that `exp` lies ahead.
        Rule::said("too-old", ID)
            .when(&[
                Signal::TokenSent,
                Signal::Own("the server calls the token too old", is_too_old),
            ])
            .because(SAID)
            .hides(HIDDEN),
        // Where a renewal went wrong before, the end of this token only followed from it.
        Rule::said("named", ID)
            .when(&[PLAIN, Signal::TokenSent])
            .unless(&[
                Signal::TokenHolds,
                Signal::Own("a refresh failed before", is_refresh_failed),
                Signal::RefreshesRaced,
            ])
            .hides(HIDDEN),
        Rule::heard("named-but-valid", Confidence::Possible, ID)
            .when(&[PLAIN, Signal::TokenHolds])
            .because(SAID)
            .hides(HIDDEN),
        Rule::heard("named-alone", Confidence::Likely, ID)
            .when(&[PLAIN])
            .because(SAID)
            .hides(HIDDEN),
        // A bare "expired" may be said of a session, a link or a code as well.
        Rule::heard("hinted", Confidence::Likely, ID)
            .when(&[Signal::TokenSent])
            .unless(&[Signal::TokenHolds])
            .because(SAID)
            .hides(HIDDEN),
        Rule::likely("past-exp", Trust::Credential)
            .when(&[Signal::TokenExpired])
            .unless(&[Signal::Purpose(Purpose::SignIn)])
            .hides(HIDDEN),
        Rule::possible("near-exp", Trust::Credential).when(&[OVER]),
        Rule::likely("worked-for-the-same", Trust::History)
            .when(&[WORKED, Signal::TokenAcceptedForTheSame])
            .unless(&[Signal::TokenHolds, Signal::SignedOut])
            .with(&[("first", first)])
            .because(ACCEPTED),
        Rule::likely("worked-long-ago", Trust::History)
            .when(&[
                WORKED,
                Signal::Own("it was last accepted minutes ago", has_worked_long_ago),
            ])
            .unless(&[Signal::TokenHolds, Signal::SignedOut])
            .with(&[("first", first)])
            .because(ACCEPTED),
        Rule::possible("worked", Trust::History)
            .when(&[WORKED])
            .unless(&[Signal::TokenHolds, Signal::SignedOut])
            .with(&[("first", first)])
            .because(ACCEPTED),
        // Nothing else tells, and its issuer gives tokens of this form for hours only.
        Rule::possible("short-lived", Trust::Credential)
            .when(&[Signal::Own(
                "tokens of this form are valid for hours only",
                is_short_lived,
            )])
            .unless(&[
                Signal::Own("the token was accepted a moment ago", is_fresh),
                Signal::NamedBeside(HIDDEN),
            ])
            .with(&[("issuer", issuer)])
            .because(&[
                Because::inferred(Subject::Token, "short-lived").with(&[("issuer", issuer)])
            ]),
    ],
    because: &[Because::observed(Subject::Token, "past")
        .with(&[("ago", ago)])
        .when(&[OVER])],
    fills: &[("ago", ago)],
    variants: &[("ago", &[OVER])],
    fixes: &[
        Repair::person(Effort::Easy, "reload"),
        Repair::frontend(Effort::Medium, "renew").snippet("renew"),
        Repair::backend(Effort::Medium, "say").snippet("challenge"),
    ],
    ..Rules::BARE
};

fn is_of_key(facts: &Facts<'_>) -> bool {
    facts.said.names("api-key-invalid") && !Signal::ClaimsRead.holds(facts)
}

/// By how many seconds the token is past its `exp`; negative within what the clocks leave open.
fn over(facts: &Facts<'_>) -> Option<f64> {
    let claims = facts.bearer()?.claims?;
    let over = facts.over(claims);
    over.filter(|over| *over > -facts.clock.uncertainty)
}

fn is_over(facts: &Facts<'_>) -> bool {
    over(facts).is_some()
}

fn ago(facts: &Facts<'_>) -> Value {
    over(facts).map(|over| over.max(0.0).round()).into()
}

/// Of the two that a server leaves open ("invalid or expired"), the token's own end decides.
fn is_plain(facts: &Facts<'_>) -> bool {
    let either = facts.said.alternatives(ID).next().is_some();
    facts.said.names(ID) && (!either || facts.token_is_over())
}

fn is_too_old(facts: &Facts<'_>) -> bool {
    let mut phrases = facts.said.phrases.iter();
    phrases.any(|(_, heard)| heard.of_age())
}

fn is_refresh_failed(facts: &Facts<'_>) -> bool {
    facts.refresh_failed_before().is_some()
}

/// How many seconds ago the token was accepted last.
fn last_accepted(facts: &Facts<'_>) -> Option<f64> {
    let accepted = facts.accepted_with_it();
    accepted.iter().map(|one| one.before).reduce(f64::min)
}

/// How many seconds ago the token was accepted first.
fn first_accepted(facts: &Facts<'_>) -> Option<f64> {
    let accepted = facts.accepted_with_it();
    accepted.iter().map(|one| one.before).reduce(f64::max)
}

/// It was accepted a while ago and is not accepted any more: so an opaque token ends.
fn has_worked(facts: &Facts<'_>) -> bool {
    let life = first_accepted(facts).zip(last_accepted(facts));
    life.is_some_and(|(first, last)| last >= 0.0 && first >= SHORTEST_LIFE)
}

fn has_worked_long_ago(facts: &Facts<'_>) -> bool {
    last_accepted(facts).is_some_and(|last| last > SHORTEST_LIFE)
}

fn first(facts: &Facts<'_>) -> Value {
    first_accepted(facts).map(f64::round).into()
}

fn minutes(facts: &Facts<'_>) -> Value {
    last_accepted(facts)
        .map(|last| (last / 60.0).round())
        .into()
}

/// The issuer of an access token that is valid for hours by its form.
fn short_lived(facts: &Facts<'_>) -> Option<&'static KnownKey> {
    let bearer = facts.bearer()?;
    let Kind::Known(known) = bearer.token.credential.kind else {
        return None;
    };
    let hours = [
        "google-access",
        "github-user",
        "slack-rotating",
        "dropbox",
        "spotify-access",
    ];
    (known.role == Role::AccessToken && hours.contains(&known.id)).then_some(known)
}

fn is_short_lived(facts: &Facts<'_>) -> bool {
    short_lived(facts).is_some()
}

fn issuer(facts: &Facts<'_>) -> Value {
    short_lived(facts).map(|known| known.issuer).into()
}

fn is_fresh(facts: &Facts<'_>) -> bool {
    let accepted = facts.accepted_with_it();
    accepted.iter().any(|one| one.before.abs() < SHORTEST_LIFE)
}
