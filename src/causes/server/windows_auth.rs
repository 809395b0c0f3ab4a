//! Negotiate, NTLM or Kerberos did not complete.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::speech::Saying;
use crate::token::credential::Kind;

const ID: &str = "windows-auth";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "401 1|2 ~1 unauthorized"),
        Saying::names(ID, "http error 401 1|2"),
        Saying::names(ID, "windows authentication"),
        Saying::names(
            ID,
            "kerberos|ntlm|negotiate|spnego|gssapi ~6 failed|error|required|failure|invalid",
        ),
        Saying::names(ID, "logon failed ~6 server configuration"),
        Saying::names(ID, "using the credentials that you supplied"),
        Saying::names(ID, "invalid authentication headers"),
        Saying::hints(ID, "access is denied due to invalid credentials"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let denied = facts.said.names("permission-denied") && !facts.said.names(ID);
    let goes_on = !facts.history.accepted_after.is_empty() || denied;
    if facts.status() == 407 || facts.failing.on_preflight() || goes_on {
        return None;
    }
    let offered = ["negotiate", "ntlm", "kerberos"]
        .into_iter()
        .find(|scheme| facts.challenged(scheme));
    let sent = facts
        .credentials
        .authorization
        .as_ref()
        .filter(|sent| sent.is("negotiate") || sent.is("ntlm") || sent.is("kerberos"));
    let ntlm = sent.and_then(|sent| sent.credential.as_ref()).is_some_and(
        |credential| matches!(credential.kind, Kind::Known(known) if known.id.starts_with("ntlm")),
    );
    let finding = match (sent, offered) {
        (Some(sent), Some(_)) if ntlm && sent.is("negotiate") => Finding::certain(Trust::Header)
            .variant("ntlm")
            .because(Evidence::observed(Subject::Header, "ntlm-for-kerberos")),
        (Some(_), Some(_)) => Finding::certain(Trust::Header)
            .variant("refused")
            .because(Evidence::observed(Subject::Header, "refused")),
        (Some(_), None) => Finding::likely(Trust::Header)
            .variant("refused")
            .because(Evidence::observed(Subject::Header, "refused-silently")),
        (None, Some(_)) if facts.credentials.has_authorization() => return None,
        (None, Some(_)) => Finding::likely(Trust::Header)
            .because(Evidence::observed(Subject::Header, "not-answered")),
        (None, None) => Finding::said(&facts.said, ID)
            .map(|finding| finding.because(Evidence::observed(Subject::Server, "said")))
            .or_else(|| nothing_offered(facts))?,
    };
    Some(
        finding
            .arg("scheme", offered.unwrap_or("negotiate"))
            .hiding(&[
                "authorization-missing",
                "no-credentials",
                "basic-credentials-rejected",
                "token-invalid",
                "scheme-mismatch",
                "server-basic-auth",
            ])
            .fix(Fix::person(Effort::Easy, "network"))
            .fix(Fix::person(Effort::Medium, "zone"))
            .fix(Fix::backend(Effort::Medium, "spn"))
            .fix(Fix::backend(Effort::Medium, "connection").snippet("keep-connection")),
    )
}

/// IIS itself refuses a page and offers no way to sign in: none is switched on (its substatus 401.2).
fn nothing_offered(facts: &Facts<'_>) -> Option<Finding> {
    let bare = facts.request.is_page
        && facts.credentials.is_none()
        && facts.challenges.is_empty()
        && !facts.said.names_any();
    (bare && facts.answered_by("iis")).then(|| {
        Finding::possible(Trust::Header)
            .because(Evidence::observed(Subject::Server, "nothing-offered"))
    })
}
