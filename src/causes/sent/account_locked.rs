//! The account is locked, disabled, unverified, or stopped after too many tries.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::Purpose;
use crate::speech::Saying;

const ID: &str = "account-locked";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "account|user|profile|login ~4 locked|disabled|suspended|deactivated|blocked|banned|frozen|inactive|lockedout",
        ),
        Saying::names(
            ID,
            "account|user ~3 not|hasnt|isnt ~2 active|activated|verified|confirmed|enabled|approved",
        ),
        Saying::names(
            ID,
            "locked|disabled|suspended|deactivated|blocked|banned|inactive ~1 account|user",
        ),
        Saying::names(
            ID,
            "email|mail ~4 not|hasnt|isnt|yet ~3 verified|confirmed|validated",
        ),
        Saying::names(ID, "verify|confirm|activate ~2 email|account"),
        Saying::names(
            ID,
            "email|phone|user|account not verified|confirmed|activated",
        ),
        Saying::names(ID, "unverified|unconfirmed email|account|user"),
        Saying::names(
            ID,
            "account|registration ~2 pending|awaiting|under ~2 approval|activation|review|verification",
        ),
        Saying::names(ID, "account ~3 deleted|closed|terminated|expired"),
        Saying::names(
            ID,
            "too many ~3 failed|unsuccessful|incorrect|invalid ~3 attempts|logins|tries",
        ),
        Saying::names(
            ID,
            "too many ~2 login|signin|password|authentication|sign ~2 attempts|tries|failures",
        ),
        Saying::names(ID, "captcha ~2 required|needed|challenge|failed|invalid"),
        Saying::names(ID, "code error captcha required"),
        Saying::names(
            ID,
            "are|is|been|was|were|user|account|got|temporarily|you ~1 locked out",
        ),
        Saying::names(ID, "^locked out"),
        Saying::hints(ID, "locked out"),
        Saying::names(ID, "x authentication denied reason captcha challenge"),
        Saying::names(ID, "captcha challenge"),
        Saying::names(
            ID,
            "error code user disabled|locked|blocked|suspended|inactive",
        ),
        Saying::names(ID, "user disabled|suspended|deactivated|inactive"),
        Saying::names(ID, "konto|account|benutzer ~3 gesperrt|deaktiviert|inaktiv"),
        Saying::names(ID, "compte ~3 bloqué|désactivé|verrouillé|suspendu|inactif"),
        Saying::names(
            ID,
            "cuenta ~3 bloqueada|deshabilitada|desactivada|suspendida",
        ),
        Saying::names(
            ID,
            "conta|usuário ~3 bloqueada|bloqueado|desativada|inativo|inativa|suspensa",
        ),
        Saying::names(
            ID,
            "账号已被|账户已被|帐号已被|账号被锁|账号已锁|账户被锁|用户已被禁用|账号已停用|账号被禁用|账户已冻结",
        ),
        Saying::names(ID, "アカウントがロック|アカウントは無効|アカウントが停止"),
        Saying::names(
            ID,
            "учетная|учётная|аккаунт ~3 заблокирована|заблокирован|отключена",
        ),
        Saying::names(
            ID,
            "account|profile|registration ~2 not ~2 fully|completely",
        ),
        Saying::names(
            ID,
            "confirmation|activation|verification email|mail|link ~4 sent|send|check",
        ),
        Saying::names(
            ID,
            "account|user ~2 no longer ~1 active|exists|enabled|available",
        ),
        Saying::names(
            ID,
            "must ~2 activate|activated|confirm|confirmed|verify|verified ~4 before",
        ),
        Saying::names(ID, "account|user ~2 under review|investigation"),
        Saying::names(
            ID,
            "account|user ~3 has been removed|disabled|deactivated|blocked",
        ),
        Saying::names(
            ID,
            "you|user|account|profile ~1 are|is|has|have ~2 blocked|banned|suspended|disabled|deactivated|restricted",
        ),
        Saying::names(
            ID,
            "blocked|banned|suspended|disabled|deactivated by ~2 admin|administrator",
        ),
        Saying::names(
            ID,
            "bestätige|bestaetige|bestätigen|bestaetigen|verifiziere|aktiviere ~5 mail|adresse|konto",
        ),
        Saying::names(
            ID,
            "correo|email|cuenta ~4 verificado|verificada|confirmado|confirmada|activada",
        ),
        Saying::names(
            ID,
            "conta|email ~4 verificado|confirmado|ativada|bloqueada|desativada|suspensa",
        ),
        Saying::names(
            ID,
            "adresse|compte|email ~4 vérifié|vérifiée|confirmé|confirmée|activé",
        ),
        Saying::names(
            ID,
            "cuenta ~3 bloqueada|desactivada|suspendida|deshabilitada|inactiva",
        ),
        Saying::names(ID, "account ~3 geblokkeerd|gedeactiveerd"),
        Saying::names(
            ID,
            "email|почта|аккаунт ~3 подтвержд*|подтвержден|активирован",
        ),
        Saying::names(
            ID,
            "аккаунт|пользователь|учетная ~3 заблокирован|заблокирована|отключен",
        ),
        Saying::names(
            ID,
            "账号已被|账户已被|帐号已被|用户已被|账号已停用|账号未激活|邮箱未验证|账号被冻结|账户被锁定|账号被封",
        ),
        Saying::hints(ID, "too many attempts"),
        Saying::hints(ID, "account temporarily"),
        Saying::hints(ID, "contact ~3 admin|administrator|support"),
        Saying::names(
            ID,
            "exceeded|reached ~3 maximum|max|allowed ~3 attempts|tries",
        ),
        Saying::names(
            ID,
            "maximum|max ~4 login|signin|password|authentication|failed ~2 attempts|tries ~3 exceeded|reached",
        ),
        Saying::names(ID, "attempts|tries ~2 exceeded|exhausted"),
        Saying::names(
            ID,
            "too many ~2 incorrect|wrong|invalid|bad|failed ~2 passwords|codes|pins",
        ),
        Saying::names(
            ID,
            "registration|account|user|membership|application ~4 not ~3 approved|accepted|activated|confirmed",
        ),
        Saying::names(
            ID,
            "awaiting|waiting|pending ~4 approval|activation|confirmation|moderation",
        ),
        Saying::names(
            ID,
            "organization|organisation|workspace|tenant|team|company|realm ~4 disabled|inactive|suspended|deactivated|archived|frozen|locked|terminated|blocked",
        ),
        Saying::names(
            ID,
            "site|shop|store|instance|customer|group ~3 inactive|suspended|deactivated|archived|frozen",
        ),
        Saying::names(
            ID,
            "account|user|profile|member|login ~4 archived|hibernated|hold|restricted|terminated|unavailable",
        ),
        Saying::names(
            ID,
            "profile|member|customer|employee ~3 not ~1 active|enabled|activated|verified",
        ),
        Saying::names(
            ID,
            "member|customer|employee|subscriber|student ~2 is|has ~1 inactive|disabled|suspended|deactivated|blocked",
        ),
        Saying::hints(
            ID,
            "signin|login|logon|sign|log ~2 blocked|suspended|disabled|prohibited",
        ),
        Saying::names(
            ID,
            "please|must|need ~3 solve|complete|pass|enter|fill ~3 captcha|recaptcha|hcaptcha|turnstile",
        ),
        Saying::names(
            ID,
            "captcha|recaptcha|hcaptcha|turnstile ~4 required|failed|invalid|wrong|incorrect|missing|expired|verification|needed|error|validation",
        ),
        Saying::names(
            ID,
            "invalid|wrong|incorrect|missing|failed ~2 captcha|recaptcha|hcaptcha|turnstile",
        ),
        Saying::names(ID, "lock status lock|locked|true"),
        Saying::names(
            ID,
            "locked|islocked|lockedout|islockedout|isbanned|isblocked|issuspended true",
        ),
        Saying::names(
            ID,
            "is|account|user locked|blocked|banned|suspended|disabled|deactivated true",
        ),
        Saying::names(ID, "user|account|error ~1 deactivated|archived"),
        Saying::hints(
            ID,
            "active|isactive|enabled|isenabled|verified|isverified|emailverified|isemailverified|approved|isapproved|activated|isactivated|confirmed|isconfirmed|emailconfirmed false",
        ),
        Saying::names(
            ID,
            "benutzerkonto|nutzerkonto|kundenkonto|zugang|konto|account ~5 gesperrt|deaktiviert|inaktiv|blockiert|stillgelegt",
        ),
        Saying::names(
            ID,
            "konto|account|benutzer|zugang|registrierung ~4 nicht ~2 aktiviert|freigeschaltet|aktiv|bestätigt|verifiziert|freigegeben",
        ),
        Saying::names(
            ID,
            "email|mail|adresse|mailadresse ~3 nicht ~2 bestätigt|verifiziert",
        ),
        Saying::names(
            ID,
            "zu viele ~3 versuche|anmeldeversuche|fehlversuche|loginversuche|anmeldungen",
        ),
        Saying::names(ID, "trop de ~2 tentatives|essais"),
        Saying::names(
            ID,
            "compte|utilisateur|profil ~4 pas ~2 activé|actif|validé|vérifié|confirmé",
        ),
        Saying::names(
            ID,
            "compte|utilisateur ~2 non ~1 activé|actif|validé|vérifié|confirmé",
        ),
        Saying::names(ID, "utilisateur ~3 désactivé|bloqué|inactif|suspendu|banni"),
        Saying::names(ID, "demasiados ~3 intentos|inicios"),
        Saying::names(
            ID,
            "usuario|cuenta ~4 bloqueado|bloqueada|inactivo|inactiva|deshabilitado|deshabilitada|desactivado|suspendido|suspendida|baneado",
        ),
        Saying::names(
            ID,
            "cuenta|usuario|correo ~2 no ~2 verificada|verificado|activada|activado|activa|activo|confirmada|confirmado",
        ),
        Saying::names(ID, "muitas|demasiadas|excesso ~3 tentativas"),
        Saying::names(
            ID,
            "usuário|usuario|conta ~4 bloqueado|bloqueada|inativo|inativa|desativado|desativada|suspenso|suspensa|banido|desabilitado",
        ),
        Saying::names(
            ID,
            "conta|usuário|usuario|email|mail ~2 não|nao ~2 verificada|verificado|ativada|ativado|ativa|ativo|confirmada|confirmado",
        ),
        Saying::names(
            ID,
            "account|utente|profilo ~3 bloccato|disabilitato|disattivato|sospeso|disabilitata|inattivo",
        ),
        Saying::names(
            ID,
            "account|utente|email|mail ~2 non ~2 attivo|attivato|abilitato|verificato|verificata|confermato|confermata",
        ),
        Saying::names(ID, "troppi ~2 tentativi"),
        Saying::names(
            ID,
            "account|gebruiker ~4 geblokkeerd|uitgeschakeld|gedeactiveerd|vergrendeld|inactief",
        ),
        Saying::names(ID, "te veel ~3 pogingen"),
        Saying::names(
            ID,
            "konto|użytkownik ~3 zablokowane|zablokowany|nieaktywne|nieaktywny|zawieszone|wyłączone",
        ),
        Saying::names(ID, "zbyt wiele ~3 prób"),
        Saying::names(ID, "слишком много ~3 попыток"),
        Saying::names(
            ID,
            "аккаунт|пользователь|учетная|учётная|профиль ~4 заблокирован|заблокирована|отключена|отключен|деактивирован|неактивен|приостановлен",
        ),
        Saying::names(
            ID,
            "аккаунт|почта|email|пользователь ~2 не ~2 активирован|подтвержден|подтверждена|подтверждён|активен",
        ),
        Saying::names(
            ID,
            "обліковий|акаунт|користувач ~3 заблоковано|заблокований|вимкнено",
        ),
        Saying::names(
            ID,
            "hesab*|kullanıcı* ~3 kilit*|askıya|engellen*|devre|pasif|kapatıl*",
        ),
        Saying::names(ID, "hesab*|kullanıcı* ~2 aktif|onaylı|doğrulan* değil*"),
        Saying::names(ID, "eposta|posta|email ~2 doğrulan*"),
        Saying::names(ID, "çok fazla ~3 deneme*"),
        Saying::names(
            ID,
            "kontot|kontoen|kontoen|brukeren ~3 låst|spärrat|inaktiverat|sperret|deaktiveret|låst",
        ),
        Saying::names(ID, "účet ~3 zablokován|deaktivován|uzamčen"),
        Saying::names(ID, "tài khoản ~3 khóa|khoá|chặn|vô"),
        Saying::names(ID, "tài khoản ~3 chưa ~3 kích|xác|duyệt"),
        Saying::names(
            ID,
            "akun|pengguna ~3 diblokir|dinonaktifkan|ditangguhkan|terkunci|dibekukan",
        ),
        Saying::names(
            ID,
            "akun|email ~1 belum ~1 aktif|diaktifkan|diverifikasi|terverifikasi",
        ),
        Saying::names(ID, "terlalu banyak ~3 percobaan"),
        Saying::names(ID, "다시 시도 횟수*"),
        Saying::names(ID, "계정* ~3 잠*|정지*|차단*|비활성*|휴면*"),
        Saying::names(
            ID,
            "비활성화된|정지된|잠긴|차단된|탈퇴한|휴면 계정*|회원*|사용자*",
        ),
        Saying::names(ID, "이메일* 인증* ~1 필요*|완료*|않*"),
        Saying::names(ID, "시도 횟수* ~2 초과*"),
        Saying::names(ID, "تعطيل|حظر|إيقاف ~2 الحساب|حسابك"),
        Saying::names(ID, "الحساب|حسابك ~2 محظور|معطل|موقوف"),
        Saying::names(
            ID,
            "用户被禁|用户已禁|已锁定|已被锁|被锁定|已冻结|被冻结|被封禁|已被封|被停用|已停用|已被禁用|被禁用|未激活|未启用|待审核|审核中|审核未通过|账号异常|次数过多|多次错误|已注销账号|账号已注销|用户已注销|账号不可用",
        ),
        Saying::names(
            ID,
            "帳號已被|帳戶已被|帳號停用|帳號已停|停權|尚未啟用|尚未驗證|鎖定",
        ),
        Saying::names(
            ID,
            "アカウントが凍結|アカウントが停止|利用停止|ロックされています|確認されていません|認証されていません|有効化されていません|無効化され|試行回数",
        ),
        Saying::hints(
            ID,
            "error|code|status|reason|type locked|disabled|suspended|blocked|banned|deactivated|inactive|unverified|unconfirmed",
        ),
        Saying::hints(
            ID,
            "access ~3 revoked|suspended|blocked|removed ~4 admin|administrator|administrators",
        ),
        Saying::names(
            ID,
            "no longer ~2 allowed|permitted|able|authorized ~2 sign|log|login|signin",
        ),
        Saying::names(
            ID,
            "user|account|you ~2 not ~1 allowed|permitted ~2 sign|log|login|signin",
        ),
        Saying::names(
            ID,
            "registration|application|account|signup ~4 pending|waiting|moderation",
        ),
        Saying::names(
            ID,
            "phone|mobile|email|mail|user|account ~1 not verified|confirmed|activated|validated",
        ),
        Saying::names(
            ID,
            "konto|użytkownik|email ~2 nie ~2 aktyw*|potwierdz*|zweryfik*",
        ),
        Saying::names(
            ID,
            "account*|konto*|compte*|cuenta*|conta|contas|profil* ~4 suspen*|sospes*|bloque*|bloqu*|blocc*|blokad*|zablok*|deaktiv*|desactiv*|desativ*|désactiv*|disattiv*|dezaktyw*|kilit*",
        ),
        Saying::names(
            ID,
            "usuari*|utilizador*|utilis*|utent*|benutzer*|gebruiker*|użytkow*|kullanıcı*|пользовател*|користувач* ~4 suspen*|sospes*|bloque*|blocc*|zablok*|gesperrt*|deaktiv*|desactiv*|desativ*|désactiv*|disattiv*|inacti*|inativ*|inattiv*|заблок*|отключ*|деактив*|вимкн*",
        ),
        Saying::names(
            ID,
            "аккаунт*|учетн*|учётн*|обліков*|акаунт* ~4 заблок*|отключ*|деактив*|приостан*|неактив*|вимкн*",
        ),
        Saying::names(
            ID,
            "marked|flagged|reported ~2 as ~2 spam|spammer|fraud|fraudulent|abuse|abusive|bot",
        ),
    ],
    rules: &RULES,
    signs_out: false,
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
]);

/// Many sites lock an account after so many refusals in a row; five is the commonest limit.
const TRIES: usize = 4;

const TRIED: Signal = Signal::Own(
    "the same sign-in was refused several times before",
    |facts| others(facts) >= TRIES,
);
const OTHERS: Because = Because::observed(Subject::History, "tries").with(&[("count", count)]);

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
        Rule::likely("rejected-though-it-worked", Trust::History)
            .when(&[
                TRIED,
                Signal::Own("the same password was accepted before", has_worked),
            ])
            .unless(&[BESIDE])
            .variant("tries")
            .because(&[OTHERS]),
        Rule::possible("rejected-several-times", Trust::History)
            .when(&[TRIED])
            .unless(&[BESIDE])
            .variant("tries")
            .because(&[OTHERS]),
    ],
    because: &[Because::observed(Subject::Server, "said").when(&[Signal::Said(ID)])],
    hides: &["token-invalid", "session-expired", "no-credentials"],
    fixes: &[
        Repair::person(Effort::Easy, "wait"),
        Repair::person(Effort::Medium, "ask"),
        Repair::backend(Effort::Medium, "tell"),
    ],
    ..Rules::BARE
};

fn has_typed(facts: &Facts<'_>) -> bool {
    facts.credentials.basic_or_digest().is_some()
}

/// How often the same sign-in was refused before with other passwords; what a form sends is not known, so all count.
fn others(facts: &Facts<'_>) -> usize {
    let (failing, typed) = (facts.failing.index, has_typed(facts));
    if !typed && facts.request.purpose != Purpose::SignIn {
        return 0;
    }
    let before = facts.history.repeats.iter().filter(|at| **at < failing);
    before
        .filter(|at| !(typed && facts.carried.same(**at, failing)))
        .count()
}

fn count(facts: &Facts<'_>) -> Value {
    others(facts).into()
}

fn has_worked(facts: &Facts<'_>) -> bool {
    let mut accepted = facts.history.accepted_before.iter();
    has_typed(facts) && accepted.any(|at| facts.carried.same(*at, facts.failing.index))
}
