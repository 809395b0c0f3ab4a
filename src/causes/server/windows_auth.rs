//! Negotiate, NTLM or Kerberos did not complete.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::http::authorization::Authorization;
use crate::knowledge::Trait;
use crate::token::credential::Kind;

const ID: &str = "windows-auth";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const SENT: Signal = Signal::Own("a Windows credential was sent", is_sent);
const OFFERED: Signal = Signal::Own("the response offers a Windows scheme", is_offered);

static RULES: Rules = Rules {
    unless: &[
        Signal::SeenStatus(407),
        Signal::OnPreflight,
        Signal::AcceptedAfter,
        Signal::Own("only a missing permission is named", is_denied),
    ],
    rows: &[
        Rule::certain("ntlm-for-kerberos", Trust::Header)
            .when(&[
                SENT,
                OFFERED,
                Signal::Own("an NTLM message was sent for Negotiate", is_ntlm),
            ])
            .variant("ntlm")
            .because(&[Because::observed(Subject::Header, "ntlm-for-kerberos")]),
        Rule::certain("rejected", Trust::Header)
            .when(&[SENT, OFFERED])
            .variant("refused")
            .because(&[Because::observed(Subject::Header, "refused")]),
        Rule::likely("rejected-silently", Trust::Header)
            .when(&[SENT])
            .variant("refused")
            .because(&[Because::observed(Subject::Header, "refused-silently")]),
        Rule::likely("not-sent", Trust::Header)
            .when(&[OFFERED])
            .unless(&[Signal::AuthorizationSent])
            .because(&[Because::observed(Subject::Header, "not-answered")]),
        Rule::said("said", ID)
            .unless(&[OFFERED])
            .because(&[Because::observed(Subject::Server, "said")]),
        // IIS itself rejects a page and offers no way to sign in: none is switched on (its substatus 401.2).
        Rule::possible("nothing-offered", Trust::Header)
            .when(&[
                Signal::Own("IIS responded", is_of_iis),
                Signal::Document,
                Signal::NothingSent,
                Signal::NoChallenge,
            ])
            .unless(&[Signal::NamedBeside(&[])])
            .because(&[Because::observed(Subject::Server, "nothing-offered")]),
    ],
    hides: &[
        "authorization-missing",
        "no-credentials",
        "basic-credentials-rejected",
        "token-invalid",
        "scheme-mismatch",
        "server-basic-auth",
    ],
    fills: &[("scheme", scheme)],
    fixes: &[
        Repair::person(Effort::Easy, "network"),
        Repair::person(Effort::Medium, "zone"),
        Repair::backend(Effort::Medium, "spn"),
        Repair::backend(Effort::Medium, "connection").snippet("keep-connection"),
    ],
    ..Rules::BARE
};

fn is_denied(facts: &Facts<'_>) -> bool {
    facts.said.names("permission-denied") && !facts.said.names(ID)
}

fn offered(facts: &Facts<'_>) -> Option<&'static str> {
    ["negotiate", "ntlm", "kerberos"]
        .into_iter()
        .find(|scheme| facts.challenged(scheme))
}

fn sent<'a>(facts: &'a Facts<'_>) -> Option<&'a Authorization> {
    let sent = facts.credentials.authorization.as_ref();
    sent.filter(|sent| sent.is("negotiate") || sent.is("ntlm") || sent.is("kerberos"))
}

fn is_offered(facts: &Facts<'_>) -> bool {
    offered(facts).is_some()
}

fn is_sent(facts: &Facts<'_>) -> bool {
    sent(facts).is_some()
}

fn is_ntlm(facts: &Facts<'_>) -> bool {
    sent(facts)
        .filter(|sent| sent.is("negotiate"))
        .and_then(|sent| sent.credential.as_ref())
        .is_some_and(|credential| matches!(credential.kind, Kind::Known(known) if known.id.starts_with("ntlm")))
}

fn is_of_iis(facts: &Facts<'_>) -> bool {
    facts.answered_with(Trait::RefusesWithoutWay)
}

fn scheme(facts: &Facts<'_>) -> Value {
    offered(facts).unwrap_or("negotiate").into()
}
