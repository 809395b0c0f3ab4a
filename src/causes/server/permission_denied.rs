//! Known, but not allowed: what should have been a 403.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::speech::Saying;

const ID: &str = "permission-denied";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "permission|permissions|access|privileges ~2 denied ~4 user|to|for"),
        Saying::names(ID, "permission|permissions denied|required|missing"),
        Saying::names(ID, "insufficient ~2 permission|permissions|privilege|privileges|rights|access|role"),
        Saying::names(ID, "insufficient permissions|privileges|rights|role"),
        Saying::names(ID, "not|isnt|arent|doesnt|dont|no ~3 permission|permissions|privilege|privileges"),
        Saying::names(ID, "not|isnt|arent ~2 authorized|authorised|allowed|permitted to ~1 access|perform|view|see|edit|modify|update|delete|create|use|do|read|write|execute|make|manage"),
        Saying::names(ID, "not|isnt ~1 authorized|authorised|allowed ~1 access"),
        Saying::names(ID, "do|does not have ~3 access|rights|role|authority"),
        Saying::names(ID, "lacks|lack|missing ~3 permission|role|privilege|privileges"),
        Saying::names(ID, "cannot view|edit|create|delete|list|update"),
        Saying::names(ID, "not ~2 member ~1 of"),
        Saying::names(ID, "only ~3 admin|admins|administrators|owner|owners"),
        Saying::names(ID, "admin|administrator ~2 required|only"),
        Saying::names(ID, "access ~2 forbidden"),
        Saying::names(ID, "must be ~3 admin|administrator|owner|superuser"),
        Saying::names(ID, "keine berechtigung|rechte"),
        Saying::names(ID, "nicht berechtigt"),
        Saying::names(ID, "pas ~3 autorisé|autorisée|droits|permission"),
        Saying::names(ID, "no ~3 permiso|permisos|autorizado"),
        Saying::names(ID, "sem ~2 permissão"),
        Saying::names(ID, "não ~3 permissão"),
        Saying::names(ID, "недостаточно прав"),
        Saying::names(ID, "没有权限|无权限|权限不足|无权访问|暂无权限|権限がありません|권한이 없습니다"),
        Saying::hints(ID, "^access denied$"),
        Saying::hints(ID, "^forbidden$"),
        Saying::hints(ID, "acl|rbac|policy ~4 denied|forbidden"),
    ],
    examine,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() || facts.status() == 407 {
        return None;
    }
    let finding = said(facts).or_else(|| refused(facts)).or_else(|| accepted(facts))?;
    Some(
        finding
            .fix(Fix::person(Effort::Easy, "ask"))
            .fix(Fix::backend(Effort::Easy, "grant"))
            .fix(Fix::backend(Effort::Easy, "forbid"))
            .fix(Fix::frontend(Effort::Easy, "no-sign-out")),
    )
}

/// Without any credential such words mean a visitor, and not a person who lacks a right.
fn said(facts: &Facts<'_>) -> Option<Finding> {
    let finding = Finding::said(&facts.said, ID)?;
    let known = !facts.credentials.is_none() || facts.status() == 403;
    let finding = if known { finding } else { Finding::possible(Trust::Body) };
    Some(finding.because(Evidence::observed(Subject::Server, "said")))
}

fn refused(facts: &Facts<'_>) -> Option<Finding> {
    (facts.status() == 403 && !facts.credentials.is_none())
        .then(|| Finding::possible(Trust::Header).because(Evidence::observed(Subject::Server, "status")))
}

/// The same credential is accepted for other things of this server.
fn accepted(facts: &Facts<'_>) -> Option<Finding> {
    let sent = !facts.credentials.is_none();
    let before = facts.accepted_with_the_same().next().is_some();
    let same_thing = !facts.history.accepted_before.is_empty() || !facts.history.accepted_after.is_empty();
    let over = facts.token_is_over();
    (sent && before && !same_thing && !over && !facts.said.names_any())
        .then(|| Finding::possible(Trust::History).because(Evidence::observed(Subject::History, "accepted-elsewhere")))
}
