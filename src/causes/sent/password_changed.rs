//! The session or token was cancelled because the password, or another security detail, changed.

use crate::causes::{Cause, Finding, Fix};
use crate::diagnosis::Effort;
use crate::facts::Facts;
use crate::speech::Saying;

const ID: &str = "password-changed";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "password|passwort|credentials ~4 changed|reset|updated|modified",
        ),
        Saying::names(ID, "changed ~2 password"),
        Saying::names(ID, "password change|changed ~4 login|sign|log"),
        Saying::names(ID, "password ~2 has expired|expired"),
        Saying::names(ID, "password expired"),
        Saying::names(ID, "must|required|need ~2 change|reset ~2 password"),
        Saying::names(ID, "security stamp"),
        Saying::names(ID, "token version ~2 mismatch|changed|invalid|outdated"),
        Saying::names(ID, "token version ~2 mismatch|invalid|changed"),
        Saying::names(ID, "user recently changed"),
        Saying::names(ID, "recently changed password"),
        Saying::names(ID, "session ~3 invalidated ~4 password|security"),
        Saying::names(ID, "error subcode 460"),
        Saying::names(ID, "fresh auth token ~3 needed|required"),
        Saying::names(ID, "passwort|kennwort ~3 geändert|zurückgesetzt"),
        Saying::names(ID, "mot de passe ~3 changé|modifié|réinitialisé|expiré"),
        Saying::names(
            ID,
            "contraseña ~3 cambiado|cambiada|cambió|modificada|caducado",
        ),
        Saying::names(ID, "senha ~3 alterada|alterado|mudou|redefinida|expirada"),
        Saying::names(
            ID,
            "密码已修改|密码已更改|密码已被修改|密码已变更|密码已过期",
        ),
        Saying::names(ID, "パスワードが変更"),
        Saying::names(ID, "비밀번호* ~1 변경*|재설정*"),
        Saying::names(ID, "password ~3 modificata|cambiata|reimpostata"),
        Saying::names(ID, "şifre*|parola* ~2 değiş*"),
        Saying::names(ID, "mật khẩu ~3 thay đổi|đổi"),
        Saying::names(ID, "пароль ~3 изменен|изменён|изменился"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: true,
};

/// What a server may say beside this without meaning anything else.
const BESIDE: &[&str] = &[
    ID,
    "token-invalid",
    "no-credentials",
    "basic-credentials-rejected",
    "session-expired",
    "token-revoked",
    "permission-denied",
    "authorization-missing",
    "login-rejected",
    "token-expired",
];

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = Finding::by_words_alone(&facts.said, ID, BESIDE)?;
    Some(
        finding
            .hiding(&["token-invalid", "session-expired", "no-credentials"])
            .fix(Fix::person(Effort::Easy, "again"))
            .fix(Fix::frontend(Effort::Medium, "handle")),
    )
}
