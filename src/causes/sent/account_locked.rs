//! The account is locked, disabled, unverified, or stopped after too many tries.

use crate::causes::{Cause, Finding, Fix};
use crate::diagnosis::Effort;
use crate::facts::Facts;
use crate::speech::Saying;

const ID: &str = "account-locked";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "account|user|profile|login ~4 locked|disabled|suspended|deactivated|blocked|banned|frozen|inactive|lockedout"),
        Saying::names(ID, "account|user ~3 not|hasnt|isnt ~2 active|activated|verified|confirmed|enabled|approved"),
        Saying::names(ID, "locked|disabled|suspended|deactivated|blocked|banned|inactive ~1 account|user"),
        Saying::names(ID, "email|mail ~4 not|hasnt|isnt|yet ~3 verified|confirmed|validated"),
        Saying::names(ID, "verify|confirm|activate ~2 email|account"),
        Saying::names(ID, "email|phone|user|account not verified|confirmed|activated"),
        Saying::names(ID, "unverified|unconfirmed email|account|user"),
        Saying::names(ID, "account|registration ~2 pending|awaiting|under ~2 approval|activation|review|verification"),
        Saying::names(ID, "account ~3 deleted|closed|terminated|expired"),
        Saying::names(ID, "too many ~3 failed|unsuccessful|incorrect|invalid ~3 attempts|logins|tries"),
        Saying::names(ID, "too many ~2 login|signin|password|authentication|sign ~2 attempts|tries|failures"),
        Saying::names(ID, "captcha ~2 required|needed|challenge|failed|invalid"),
        Saying::names(ID, "code error captcha required"),
        Saying::names(ID, "locked out"),
        Saying::names(ID, "x authentication denied reason captcha challenge"),
        Saying::names(ID, "captcha challenge"),
        Saying::names(ID, "error code user disabled|locked|blocked|suspended|inactive"),
        Saying::names(ID, "user disabled|suspended|deactivated|inactive"),
        Saying::names(ID, "konto|account|benutzer ~3 gesperrt|deaktiviert|inaktiv"),
        Saying::names(ID, "compte ~3 bloqué|désactivé|verrouillé|suspendu|inactif"),
        Saying::names(ID, "cuenta ~3 bloqueada|deshabilitada|desactivada|suspendida"),
        Saying::names(ID, "conta|usuário ~3 bloqueada|bloqueado|desativada|inativo|inativa|suspensa"),
        Saying::names(ID, "账号已被|账户已被|帐号已被|账号被锁|账号已锁|账户被锁|用户已被禁用|账号已停用|账号被禁用|账户已冻结"),
        Saying::names(ID, "アカウントがロック|アカウントは無効|アカウントが停止"),
        Saying::names(ID, "учетная|учётная|аккаунт ~3 заблокирована|заблокирован|отключена"),
        Saying::names(ID, "account|profile|registration ~2 not ~2 fully|completely"),
        Saying::names(ID, "confirmation|activation|verification email|mail|link ~4 sent|send|check"),
        Saying::names(ID, "account|user ~2 no longer ~1 active|exists|enabled|available"),
        Saying::names(ID, "must ~2 activate|activated|confirm|confirmed|verify|verified ~4 before"),
        Saying::names(ID, "account|user ~2 under review|investigation"),
        Saying::names(ID, "account|user ~3 has been removed|disabled|deactivated|blocked"),
        Saying::names(ID, "you|user|account|profile ~1 are|is|has|have ~2 blocked|banned|suspended|disabled|deactivated|restricted"),
        Saying::names(ID, "blocked|banned|suspended|disabled|deactivated by ~2 admin|administrator"),
        Saying::names(ID, "bestätige|bestaetige|bestätigen|bestaetigen|verifiziere|aktiviere ~5 mail|adresse|konto"),
        Saying::names(ID, "correo|email|cuenta ~4 verificado|verificada|confirmado|confirmada|activada"),
        Saying::names(ID, "conta|email ~4 verificado|confirmado|ativada|bloqueada|desativada|suspensa"),
        Saying::names(ID, "adresse|compte|email ~4 vérifié|vérifiée|confirmé|confirmée|activé"),
        Saying::names(ID, "cuenta ~3 bloqueada|desactivada|suspendida|deshabilitada|inactiva"),
        Saying::names(ID, "account ~3 geblokkeerd|gedeactiveerd"),
        Saying::names(ID, "email|почта|аккаунт ~3 подтвержд*|подтвержден|активирован"),
        Saying::names(ID, "аккаунт|пользователь|учетная ~3 заблокирован|заблокирована|отключен"),
        Saying::names(ID, "账号已被|账户已被|帐号已被|用户已被|账号已停用|账号未激活|邮箱未验证|账号被冻结|账户被锁定|账号被封"),
        Saying::hints(ID, "too many attempts"),
        Saying::hints(ID, "attempts ~2 remaining|left"),
        Saying::hints(ID, "aadsts50053|aadsts50057|aadsts50055"),
        Saying::hints(ID, "account temporarily"),
        Saying::hints(ID, "contact ~3 admin|administrator|support"),
    ],
    examine,
    signs_out: false,
};

/// What a server may say beside this without meaning anything else.
const BESIDE: &[&str] = &[ID, "token-invalid", "no-credentials", "basic-credentials-rejected", "session-expired", "token-revoked", "permission-denied", "authorization-missing"];

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = Finding::by_words_alone(&facts.said, ID, BESIDE)?;
    Some(
        finding
            .hiding(&["token-invalid", "session-expired", "no-credentials"])
            .fix(Fix::person(Effort::Easy, "wait"))
            .fix(Fix::person(Effort::Medium, "ask"))
            .fix(Fix::backend(Effort::Medium, "tell")),
    )
}
