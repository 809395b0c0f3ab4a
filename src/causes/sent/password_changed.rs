//! The session or token was cancelled because the password, or another security detail, changed.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
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
    rules: &RULES,
    signs_out: true,
};

/// What a server may say beside this without meaning anything else.
const BESIDE: Signal = Signal::NamedBeside(&[
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
]);

static RULES: Rules = Rules {
    rows: &[
        Rule::heard("named", Confidence::Certain, ID)
            .when(&[Signal::Named(ID)])
            .unless(&[BESIDE]),
        Rule::heard("named-beside-another", Confidence::Likely, ID).when(&[Signal::Named(ID)]),
        Rule::likely("hinted", Trust::Typical)
            .when(&[Signal::Said(ID)])
            .unless(&[BESIDE]),
        Rule::possible("hinted-beside-another", Trust::Typical).when(&[Signal::Said(ID)]),
    ],
    because: &[Because::observed(Subject::Server, "said")],
    hides: &["token-invalid", "session-expired", "no-credentials"],
    fixes: &[
        Repair::person(Effort::Easy, "again"),
        Repair::frontend(Effort::Medium, "handle"),
    ],
    ..Rules::BARE
};
