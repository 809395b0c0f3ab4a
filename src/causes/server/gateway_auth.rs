//! A gateway or access layer in front of the application wants its own credentials, or strips ours.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::site;
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::compare::same_authorization;
use crate::facts::history::is_accepted;
use crate::facts::names::{self, Purpose};
use crate::facts::request::is_local;
use crate::http::url::Url;
use crate::knowledge::{self, Kind, Overwrites, Product};
use crate::speech::Meaning;
use crate::token::credential::Kind as CredentialKind;

const ID: &str = "gateway-auth";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const SIGNATURE: &[Because] = &[Because::observed(Subject::Responder, "signature")];
const LAYER: Signal = Signal::AnsweredByKind(Kind::Access);

const PASS_ON: Repair = Repair::backend(Effort::Medium, "pass-on").snippet("pass-authorization");
const OTHER_HEADER: Repair = Repair::frontend(Effort::Medium, "other-header");
/// Where the layer removes the credential, another sign-in does not help.
const STRIPS: &[Repair] = &[PASS_ON, OTHER_HEADER];

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight, Signal::SeenStatus(407)],
    rows: &[
        Rule::certain("refused-by-layer", Trust::Header)
            .when(&[Signal::Own(
                "the response has a field, a cookie or a challenge that only a layer writes",
                is_refused_by_layer,
            )])
            .because(SIGNATURE),
        Rule::certain("redirected", Trust::Header)
            .when(&[Signal::Own(
                "the request was redirected to the sign-in of a layer",
                is_sent_to_layer,
            )])
            .unless(&[Signal::Document])
            .because(&[Because::observed(Subject::Header, "redirected")]),
        // The way back from the identity provider is an address that only a layer reads: `/oauth2/callback`.
        Rule::likely("redirected-to-provider", Trust::Header)
            .when(&[
                Signal::ByScript,
                Signal::Own(
                    "the request was redirected to a provider that leads back to a layer",
                    is_sent_to_provider,
                ),
            ])
            .because(&[Because::observed(Subject::Header, "redirected")]),
        // A check in front of the application responds so (`auth_request`, forward auth); the application itself would
        // redirect.
        Rule::likely("portal", Trust::Header)
            .when(&[
                Signal::SeenStatus(401),
                Signal::Own(
                    "the 401 names another host of the site, with the way back",
                    is_portal,
                ),
            ])
            .because(&[
                Because::observed(Subject::Header, "portal").with(&[("portal", portal_host)])
            ])
            .hides(&["no-credentials", "authorization-missing"]),
        // A layer puts a token of its own into `Authorization` before the application sees it.
        Rule::likely("overwrites", Trust::Header)
            .when(&[
                Signal::Own(
                    "a layer that overwrites Authorization responded",
                    is_overwritten,
                ),
                Signal::NoChallenge,
            ])
            .variant("strips")
            .because(&[Because::observed(Subject::Responder, "overwrites")
                .with(&[("product", overwriter)])])
            .fixed_by(STRIPS),
        Rule::likely("direct", Trust::History)
            .when(&[
                Signal::Own(
                    "the same request is accepted at an inner address",
                    is_accepted_inside,
                ),
                Signal::Own("this address may have a layer in front", may_have_layer),
            ])
            .variant("strips")
            .with(&[("direct", inner_host)])
            .because(&[Because::observed(Subject::History, "direct")])
            .fixed_by(STRIPS),
        // A service's own API has nothing in front of it that would lose a header.
        Rule::likely("header-lost", Trust::Header)
            .when(&[
                Signal::Own("Authorization was sent whole", is_whole),
                Signal::Own("its scheme is accepted here", is_scheme_taken),
                Signal::Own("the server says that none was sent", is_missed),
            ])
            .unless(&[
                Signal::AnsweredByKind(Kind::Api),
                // Whoever calls it invalid has seen it.
                Signal::SaidAny(&[
                    "token-invalid",
                    "token-malformed",
                    "authorization-malformed",
                    "token-expired",
                    "login-rejected",
                ]),
                Signal::NamedBeside(&["authorization-missing", "no-credentials"]),
            ])
            .variant("strips")
            .because(&[Because::observed(Subject::Header, "header-lost")])
            .hides(&["authorization-missing", "token-invalid"])
            .fixed_by(STRIPS),
        Rule::said("said", ID).because(&[Because::observed(Subject::Server, "said")]),
        // The response shows the layer, and is none of the application's.
        Rule::likely("page-for-a-script", Trust::Header)
            .when(&[
                LAYER,
                Signal::ByScript,
                Signal::Own("the response is HTML", is_html),
            ])
            .because(SIGNATURE),
        Rule::possible("layer-and-nothing-sent", Trust::Header)
            .when(&[LAYER, Signal::NothingSent])
            .because(SIGNATURE),
        Rule::possible("layer", Trust::Typical)
            .when(&[LAYER])
            .because(SIGNATURE),
    ],
    hides: &["wrong-url", "permission-denied"],
    fills: &[("layer", layer_name)],
    fixes: &[
        Repair::person(Effort::Easy, "reload"),
        Repair::backend(Effort::Medium, "let-through"),
        PASS_ON,
        OTHER_HEADER,
    ],
    ..Rules::BARE
};

fn layer(facts: &Facts<'_>) -> Option<&'static Product> {
    let mut responders = facts.responders.iter().copied();
    responders.find(|one| one.kind == Kind::Access)
}

fn layer_name(facts: &Facts<'_>) -> Value {
    let name = layer(facts).map_or("", |layer| layer.name);
    if name.is_empty() { "gateway" } else { name }.into()
}

/// Fields, challenges and cookies that only the layer itself writes.
fn is_refused_by_layer(facts: &Facts<'_>) -> bool {
    facts.refused_by(&[Kind::Access])
}

fn is_sent_to_layer(facts: &Facts<'_>) -> bool {
    locations(facts).any(knowledge::is_access_address)
}

fn is_sent_to_provider(facts: &Facts<'_>) -> bool {
    locations(facts).filter_map(Url::parse).any(|url| {
        let back = url.query_value("redirect_uri");
        url.query_value("response_type").is_some()
            && back.is_some_and(|back| knowledge::is_access_address(&back))
    })
}

/// Where the request was redirected to, and the response itself leads.
fn locations<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = &'a str> {
    let redirects = facts.history.redirects.iter();
    redirects
        .filter_map(|at| facts.exchange.entries.get(*at))
        .chain(std::iter::once(facts.entry()))
        .filter_map(|entry| entry.response.header("location"))
}

/// Where the response says to go, if that is another host of the site and the way back is given.
fn portal(facts: &Facts<'_>) -> Option<Url> {
    const BACK: &[&str] = &[
        "rd",
        "redirect",
        "redirect_uri",
        "redirect_url",
        "return",
        "return_to",
        "returnto",
        "next",
        "url",
        "continue",
        "dest",
    ];
    let fields = facts.answer()?.fields().iter();
    let to = fields
        .filter(|field| names::is_location_field(&field.name))
        .find_map(|field| Url::parse(&field.value))?;
    let pairs = to.pairs();
    let mut names = pairs.iter().map(|pair| pair.name.to_ascii_lowercase());
    let leads_back = names.any(|name| BACK.contains(&name.as_str()));
    let other = to.host != facts.request.host() && site::of_host(&to.host) == facts.request.site();
    (other && leads_back).then_some(to)
}

fn is_portal(facts: &Facts<'_>) -> bool {
    portal(facts).is_some()
}

fn portal_host(facts: &Facts<'_>) -> Value {
    portal(facts).map(|to| to.host).into()
}

fn overwrites(facts: &Facts<'_>) -> Option<Overwrites> {
    let sent = facts.credentials.authorization.as_ref()?;
    let mut known = knowledge::ALL
        .iter()
        .filter_map(|product| product.overwrites_authorization);
    known.find(|one| {
        sent.is(one.scheme) && facts.request.path().starts_with(one.below) && facts.bears(one.marks)
    })
}

fn is_overwritten(facts: &Facts<'_>) -> bool {
    overwrites(facts).is_some()
}

fn overwriter(facts: &Facts<'_>) -> Value {
    overwrites(facts).map(|one| one.name).into()
}

/// The inner host that accepts the same request with the same credential.
fn accepted_inside(facts: &Facts<'_>) -> Option<String> {
    let own = facts.entry();
    let own_url = Url::parse(&own.request.url)?;
    let accepts = |entry: &&Entry| {
        is_accepted(entry)
            && same_authorization(entry, own)
            && entry.request.method == own.request.method
    };
    let entries = facts.exchange.entries.iter().filter(accepts);
    entries
        .filter_map(|entry| Url::parse(&entry.request.url))
        .find(|url| url.path == own_url.path && url.host != own_url.host && is_inner(&url.host))
        .map(|url| url.host)
}

fn is_accepted_inside(facts: &Facts<'_>) -> bool {
    accepted_inside(facts).is_some()
}

fn inner_host(facts: &Facts<'_>) -> Value {
    accepted_inside(facts).into()
}

/// An outer address, or one at which somebody signs in.
fn may_have_layer(facts: &Facts<'_>) -> bool {
    let own = Url::parse(&facts.entry().request.url);
    own.is_some_and(|own| !is_inner(&own.host)) || facts.request.purpose == Purpose::SignIn
}

/// An address that is reached without what stands in front: private (RFC 1918) or loopback.
fn is_inner(host: &str) -> bool {
    let second = host
        .strip_prefix("172.")
        .and_then(|rest| rest.split('.').next()?.parse::<u8>().ok());
    host.starts_with("10.")
        || host.starts_with("192.168.")
        || second.is_some_and(|second| (16..32).contains(&second))
        || is_local(host)
}

fn is_whole(facts: &Facts<'_>) -> bool {
    let sent = facts.credentials.authorization.as_ref();
    sent.filter(|sent| sent.malformed.is_empty())
        .and_then(|sent| sent.credential.as_ref())
        .is_some_and(|one| {
            !matches!(
                one.kind,
                CredentialKind::Empty | CredentialKind::Placeholder(_)
            )
        })
}

/// Whether the challenge offers the scheme that was sent; without a challenge, Bearer and Basic are taken.
fn is_scheme_taken(facts: &Facts<'_>) -> bool {
    let sent = facts.credentials.authorization.as_ref();
    let scheme = sent.and_then(|sent| {
        ["bearer", "basic", "token"]
            .into_iter()
            .find(|known| sent.is(known))
    });
    scheme.is_some_and(|scheme| {
        facts.challenges.is_empty() && scheme != "token" || facts.challenged(scheme)
    })
}

/// "A valid token is required" is said of any that is rejected as well.
fn is_missed(facts: &Facts<'_>) -> bool {
    let mut phrases = facts.said.phrases.iter();
    phrases.any(|(_, saying)| {
        saying.means == Meaning::Cause("authorization-missing") && saying.none_came()
    })
}

fn is_html(facts: &Facts<'_>) -> bool {
    let kind = facts.answer_header("content-type");
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}
