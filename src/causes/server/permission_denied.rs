//! Known, but not allowed: what should have been a 403.

use crate::causes::signal::is_safe;
use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::speech::Saying;

const ID: &str = "permission-denied";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "not ~1 management user"),
        Saying::names(ID, "row level security"),
        Saying::names(
            ID,
            "permission denied for ~1 table|relation|schema|function|view|sequence|database|collection",
        ),
        Saying::names(ID, "must be a|an member"),
        Saying::names(
            ID,
            "not ~2 part of ~3 organization|organisation|team|workspace|project",
        ),
        Saying::names(ID, "user ~2 not ~2 assigned ~3 role|application|app"),
        Saying::names(ID, "view this directory or page because"),
        Saying::names(
            ID,
            "没有访问权限|没有操作权限|无操作权限|没有该权限|无访问权限|权限不够|没有相关权限|无此权限",
        ),
        Saying::names(
            ID,
            "permission|permissions|access|privileges ~2 denied ~2 for|user",
        ),
        Saying::names(
            ID,
            "permission|permissions|access|privileges ~2 denied to|by",
        ),
        Saying::names(ID, "access denied for ~1 resource"),
        Saying::names(ID, "admin ~1 resource"),
        Saying::names(ID, "can|may|must only ~4 your|their own"),
        Saying::names(
            ID,
            "only ~2 owner|owners|author|creator|admins|managers ~1 can|may",
        ),
        Saying::names(ID, "not ~1 owner|author|creator of"),
        Saying::names(ID, "do|does not own"),
        Saying::names(ID, "not ~1 your own"),
        Saying::names(ID, "dont own"),
        Saying::names(ID, "not ~2 belong ~1 to you|user"),
        Saying::names(ID, "nur ~3 eigene|eigenen"),
        Saying::names(ID, "reserved for ~2 admin|admins|administrators"),
        Saying::names(
            ID,
            "vous ~1 navez|avez pas ~3 droit|droits|accès|permission",
        ),
        Saying::names(ID, "acceso|acesso denegado|negado ~2 rol|permiso|permissão"),
        Saying::names(ID, "not ~2 permitted ~1 to|for"),
        Saying::names(
            ID,
            "team|workspace|organization|organisation|account|project|tenant|channel ~1 not ~1 authorized|authorised|allowed|permitted",
        ),
        Saying::names(ID, "user|role|your access denied|refused"),
        Saying::hints(ID, "permission|permissions denied|required|missing"),
        Saying::names(
            ID,
            "insufficient ~2 permission|permissions|privilege|privileges|rights|access|role",
        ),
        Saying::names(ID, "insufficient permissions|privileges|rights|role"),
        Saying::names(
            ID,
            "not|isnt|arent|doesnt|dont|no ~3 permission|permissions|privilege|privileges",
        ),
        Saying::hints(
            ID,
            "not|isnt|arent ~2 authorized|authorised|allowed|permitted to ~1 access|perform|view|see|edit|modify|update|delete|create|use|do|read|write|execute|make|manage",
        ),
        Saying::hints(ID, "not|isnt ~1 authorized|authorised|allowed ~1 access"),
        Saying::names(ID, "do|does not have ~3 access|rights|role|authority"),
        Saying::names(
            ID,
            "lacks|lack|missing ~3 permission|role|privilege|privileges",
        ),
        Saying::hints(ID, "cannot view|edit|create|delete|list|update"),
        Saying::names(ID, "not ~2 member ~1 of"),
        Saying::names(ID, "must be ~3 member"),
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
        Saying::names(
            ID,
            "没有权限|无权限|权限不足|无权访问|暂无权限|権限がありません|권한이",
        ),
        Saying::hints(ID, "^access denied$"),
        Saying::hints(ID, "^forbidden$"),
        Saying::hints(ID, "acl|rbac|policy ~4 denied|forbidden"),
        Saying::hints(ID, "do not have permission to view this directory or page"),
        Saying::hints(
            ID,
            "not ~1 authorized|authorised|allowed|permitted|entitled|eligible to|for",
        ),
        Saying::hints(
            ID,
            "cannot|cant|can|may ~1 not ~1 access ~3 resource|project|team|workspace|account",
        ),
        Saying::names(
            ID,
            "access denied ~2 admin|admins|administrators|owner|owners|members",
        ),
        Saying::names(
            ID,
            "^admin|admins|administrators|owners|staff|moderators only$",
        ),
        Saying::names(
            ID,
            "operation|action|method|request not ~1 permitted|allowed",
        ),
        Saying::names(
            ID,
            "not enough ~2 permission|permissions|rights|privileges|access",
        ),
        Saying::names(
            ID,
            "need|needs|require|requires|required ~3 admin|administrator|administrative|superuser|root|owner|staff|moderator ~2 rights|access|privileges|permission|permissions|role|account|user",
        ),
        Saying::names(
            ID,
            "admin|administrator|superuser|root|owner|staff|moderator ~1 rights|access|privileges|permission|permissions|role ~2 required|needed|only|missing",
        ),
        Saying::names(
            ID,
            "forbidden|not ~1 allowed|permitted ~1 for|to ~2 role|roles|group",
        ),
        Saying::names(
            ID,
            "role|roles|group ~3 not ~1 allowed|permitted|authorized|authorised|permit|sufficient|allow",
        ),
        Saying::names(
            ID,
            "requires|require|required|missing|needs|lacks|insufficient|wrong|invalid ~3 role|roles",
        ),
        Saying::names(ID, "role|permission|privilege ~3 required|missing|needed"),
        Saying::names(
            ID,
            "required|missing|insufficient permission|permissions|privilege|privileges|right|rights|role",
        ),
        Saying::names(
            ID,
            "not|isnt|arent ~2 admin|administrator|superuser|moderator",
        ),
        Saying::names(
            ID,
            "have|has no|insufficient ~2 right|rights|access|permission|permissions|privilege|privileges",
        ),
        Saying::names(
            ID,
            "user|account|principal|caller|identity|client|role lacks|lacking",
        ),
        Saying::names(
            ID,
            "cannot|cant ~2 edit|delete|modify|update|change|view ~2 someone|others|another|other",
        ),
        Saying::names(
            ID,
            "restricted|reserved|limited to ~2 admin|admins|administrators|owners|staff|moderators|members",
        ),
        Saying::names(ID, "user|account|member not in ~3 group|role|team|list"),
        Saying::names(
            ID,
            "not ~2 permitted|allowed ~2 by|for ~3 role|policy|permissions",
        ),
        Saying::names(
            ID,
            "no access to ~2 project|workspace|team|repository|organization|organisation|tenant|resource|account|document|folder|file|item|course",
        ),
        Saying::names(
            ID,
            "user|account|member|you ~1 cannot|cant access ~2 project|workspace|team|repository|organization|organisation|tenant|resource|account|document|folder|file|item|course",
        ),
        Saying::names(ID, "forbidden for ~2 role|user|group|account"),
        Saying::names(ID, "unauthorized|unauthorised role|action|operation"),
        Saying::names(
            ID,
            "unauthorized|unauthorised ~1 to ~1 perform|access|view|edit|modify|update|delete|create|execute|use|read|write|manage",
        ),
        Saying::names(
            ID,
            "action|operation|route ~1 is|are unauthorized|unauthorised",
        ),
        Saying::names(ID, "access denied exception"),
        Saying::names(ID, "error right missing"),
        Saying::names(
            ID,
            "nicht genügend|ausreichend|ausreichende ~2 rechte|berechtigung|berechtigungen",
        ),
        Saying::names(
            ID,
            "fehlende|unzureichende|ungenügende|mangelnde|keine|ohne ~2 berechtigung|berechtigungen|rechte|zugriffsrechte|zugriffsberechtigung",
        ),
        Saying::names(
            ID,
            "berechtigung|berechtigungen|rechte ~3 fehlt|fehlen|nicht",
        ),
        Saying::names(ID, "nur ~2 administratoren|admins"),
        Saying::names(ID, "zugriff|zutritt ~2 verweigert|untersagt|abgelehnt"),
        Saying::names(
            ID,
            "droits|permissions|privilèges|autorisations ~1 insuffisants|insuffisantes",
        ),
        Saying::names(ID, "accès ~2 interdit|refusé|réservé"),
        Saying::names(
            ID,
            "action|opération|accès ~1 non ~1 autorisée|autorisé|permise|permis",
        ),
        Saying::names(
            ID,
            "réservé|réservée|réservés ~2 admin|administrateur|administrateurs",
        ),
        Saying::names(ID, "permisos|privilegios|derechos ~1 insuficientes"),
        Saying::names(ID, "acceso ~2 denegado|prohibido|restringido"),
        Saying::names(ID, "sin|faltan|falta ~2 permiso|permisos|privilegios"),
        Saying::names(
            ID,
            "permissão|permissões|privilégios ~1 insuficiente|insuficientes|negada",
        ),
        Saying::names(ID, "acesso ~2 negado|proibido|restrito"),
        Saying::names(
            ID,
            "não|nao ~2 tem|possui ~2 permissão|permissao|acesso|autorização",
        ),
        Saying::names(ID, "permessi|privilegi|diritti ~1 insufficienti|mancanti"),
        Saying::names(ID, "accesso ~2 negato|vietato|riservato"),
        Saying::names(
            ID,
            "non ~2 hai|ha|dispone ~4 permessi|permesso|diritti|autorizzazione",
        ),
        Saying::names(ID, "non ~2 autorizzato|autorizzata ~1 a|ad"),
        Saying::names(
            ID,
            "onvoldoende|geen ~2 rechten|bevoegdheden|toegang|toestemming|machtiging",
        ),
        Saying::names(ID, "brak ~2 uprawnień|dostępu"),
        Saying::names(ID, "odmowa|zabroniony dostępu|dostęp"),
        Saying::names(
            ID,
            "доступ ~3 запрещен|запрещён|запрещено|закрыт|ограничен|заборонено",
        ),
        Saying::names(ID, "нет ~3 прав|доступа|разрешения|полномочий"),
        Saying::names(ID, "отказано в доступе"),
        Saying::names(ID, "недостаточно ~2 прав|полномочий|привилегий"),
        Saying::names(ID, "yetki* ~3 yok*|bulunmamakta*|bulunmuyor|yetersiz*"),
        Saying::names(ID, "yetersiz yetki*"),
        Saying::names(ID, "erişim* ~2 reddedildi|engellendi|yasak*"),
        Saying::names(
            ID,
            "无权|拒绝访问|访问被拒|禁止访问|无访问权|没有权利|没权限|权限被拒|权限限制",
        ),
        Saying::names(ID, "權限不足|沒有權限|無權限|拒絕存取|存取被拒|無權"),
        Saying::names(
            ID,
            "アクセス権がありません|アクセスが拒否|許可されていません|権限が不足|権限がない|アクセスできません",
        ),
        Saying::names(ID, "권한* ~2 없*|부족*|필요*"),
        Saying::names(ID, "접근* ~2 거부*|제한*|불가*"),
        Saying::names(ID, "không ~2 có ~1 quyền"),
        Saying::names(ID, "tidak ~2 memiliki ~2 izin|akses|hak|wewenang"),
        Saying::names(ID, "akses ~2 ditolak|dilarang"),
        Saying::names(ID, "ليس ~2 صلاحية|صلاحيات|إذن"),
        Saying::names(ID, "přístup ~2 odepřen|zamítnut"),
        Saying::names(ID, "nemáte|saknar|mangler ~2 oprávnění|behörighet|tilgang"),
        Saying::names(ID, "åtkomst|adgang|tilgang ~1 nekad|nekas|nægtet|nektet"),
        Saying::hints(ID, "^access ~3 denied|forbidden$"),
        Saying::hints(ID, "unauthorized|unauthorised access to"),
        Saying::hints(ID, "lacks ~2 access"),
        Saying::names(
            ID,
            "requires|require ~12 permission|permissions|privilege|privileges",
        ),
        Saying::names(
            ID,
            "no authorization ~2 to ~3 access|execute|view|read|change|service|object",
        ),
        Saying::names(
            ID,
            "rol|role|perfil|ruolo|rolle|rola|роль ~4 requerid*|necessári*|necesari*|erforderlich*|richiest*|insuficient*|wymagan*|требу*|fehlt",
        ),
        Saying::names(
            ID,
            "sem|sin|senza|ohne|bez|без ~2 perfil|rol|role|permis*|permiss*|permess*|privil*|autoriza*|berechtigung*|uprawnie*|прав",
        ),
        Saying::names(
            ID,
            "no|não|nao|non ~2 tiene|posee|tem|possui|ha ~4 rol|perfil|permiso*|permiss*|permess*|privileg*|autoriza*|acceso|acesso",
        ),
        Saying::hints(ID, "access ~2 denied$"),
        Saying::hints(
            ID,
            "acesso|acceso|accès|accesso|zugriff|toegang ~2 negado|denegado|refusé|negato|verweigert|geweigerd",
        ),
        Saying::names(
            ID,
            "must|should|need|needs ~2 have|be ~5 role|permission|permissions|privilege|privileges|rights",
        ),
    ],
    rules: &RULES,
    signs_out: false,
};

const SAID: &[Because] = &[Because::observed(Subject::Server, "said")];
const ELSEWHERE: &[Because] = &[Because::observed(Subject::History, "accepted-elsewhere")];
const ACCEPTED: Signal = Signal::Own(
    "the same credentials are accepted for other requests only",
    is_accepted_elsewhere,
);
const ASK: Repair = Repair::person(Effort::Easy, "ask");
const GRANT: Repair = Repair::backend(Effort::Easy, "grant");
const FORBID: Repair = Repair::backend(Effort::Easy, "forbid").snippet("forbid");
const KEEP: Repair = Repair::frontend(Effort::Easy, "no-sign-out");
/// Whose token is good is known to the server, and another sign-in gains nothing.
const KNOWN: &[Repair] = &[ASK, GRANT, FORBID, KEEP];

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight, Signal::SeenStatus(407)],
    rows: &[
        Rule::said("coded", ID)
            .when(&[Signal::Coded(ID)])
            .because(SAID),
        // Such words are often said to anyone who is rejected; where another cause is named, that one is meant.
        Rule::said("said-to-somebody", ID)
            .unless(&[Signal::NothingSent, Signal::NamedBeside(&[ID])])
            .because(SAID),
        Rule::said("said-with-403", ID)
            .when(&[Signal::SeenStatus(403)])
            .unless(&[Signal::NamedBeside(&[ID])])
            .because(SAID),
        // IIS checks a file's rights once it knows who asks; on a connection that is signed in, nothing is sent again.
        Rule::said("said-on-a-connection", ID)
            .when(&[Signal::Challenged("Negotiate")])
            .unless(&[Signal::NamedBeside(&[ID])])
            .because(SAID),
        Rule::possible("said-beside-another", Trust::Body)
            .when(&[Signal::Said(ID)])
            .unless(&[Signal::Own(
                "a visitor without credentials got a 401",
                is_visitor,
            )])
            .variant("unsure")
            .because(SAID),
        // Firebase's database returns 401 where its rules do not let a person read, though the person's token is good.
        Rule::likely("database-rules", Trust::Credential)
            .when(&[
                Signal::AnsweredBy("firebase"),
                Signal::Own("the path ends with .json", is_database),
                Signal::TokenHolds,
            ])
            .unless(&[Signal::NamedBeside(&[ID])])
            .variant("unsure")
            .because(&[Because::observed(Subject::Token, "rules")])
            .hides(&["token-invalid"])
            .fixed_by(KNOWN),
        // Magento returns 401 where its own token, which is known by the claim that says whose it is, lacks a right.
        Rule::possible("magento", Trust::Credential)
            .when(&[
                Signal::Own("the token is Magento's (utypid)", is_of_magento),
                Signal::TokenHolds,
            ])
            .unless(&[Signal::NamedBeside(&[])])
            .variant("unsure")
            .because(&[Because::observed(Subject::Token, "magento")])
            .fixed_by(KNOWN),
        Rule::possible("status-403", Trust::Header)
            .when(&[Signal::SeenStatus(403)])
            .unless(&[Signal::NothingSent])
            .variant("unsure")
            .because(&[Because::observed(Subject::Server, "status")]),
        // What is accepted both before and after has not expired in between.
        Rule::likely("accepted-elsewhere-before-and-after", Trust::History)
            .when(&[
                ACCEPTED,
                Signal::Own("both before and after", is_accepted_around),
            ])
            .unless(&[
                Signal::NothingSent,
                Signal::TokenExpired,
                Signal::NamedBeside(&[]),
                Signal::Own(
                    "only requests that read are accepted, and this one changes something",
                    is_only_reading_accepted,
                ),
            ])
            .variant("unsure")
            .because(ELSEWHERE)
            .hides(&["session-expired", "token-invalid", "token-expired"]),
        Rule::possible("accepted-elsewhere", Trust::History)
            .when(&[ACCEPTED])
            .unless(&[
                Signal::NothingSent,
                Signal::TokenExpired,
                Signal::NamedBeside(&[]),
            ])
            .variant("unsure")
            .because(ELSEWHERE),
    ],
    // Only where it is named there is no use in signing in again.
    variants: &[(
        "unsure",
        &[Signal::Own("the server does not name it", is_unnamed)],
    )],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again")
            .when(&[Signal::Own("the server does not speak of it", is_unsaid)]),
        ASK,
        GRANT,
        FORBID,
        KEEP,
    ],
    ..Rules::BARE
};

fn is_unnamed(facts: &Facts<'_>) -> bool {
    !facts.said.names(ID)
}

fn is_unsaid(facts: &Facts<'_>) -> bool {
    facts.said.cause(ID).is_none()
}

/// Without any credential, words of rights mean a visitor, and not a person who lacks one.
fn is_visitor(facts: &Facts<'_>) -> bool {
    let by_connection = facts.challenged("negotiate") || facts.challenged("ntlm");
    facts.credentials.is_none() && facts.status() == 401 && !by_connection
}

fn is_database(facts: &Facts<'_>) -> bool {
    facts.request.path().rsplit('.').next() == Some("json")
}

fn is_of_magento(facts: &Facts<'_>) -> bool {
    let claims = facts.bearer().and_then(|bearer| bearer.claims);
    claims.is_some_and(|claims| claims.names.iter().any(|name| name == "utypid"))
}

/// The same credential is accepted for other things of this server, and never for this one.
fn is_accepted_elsewhere(facts: &Facts<'_>) -> bool {
    facts.accepted_with_the_same().next().is_some()
        && facts.history.accepted_before.is_empty()
        && facts.history.accepted_after.is_empty()
}

/// Whoever may read and not write may as well lack the token against forged requests.
fn is_only_reading_accepted(facts: &Facts<'_>) -> bool {
    let mut accepted = facts.accepted_with_the_same();
    !is_safe(&facts.request.method) && accepted.all(|entry| is_safe(&entry.request.method))
}

/// Whether the very same credentials were accepted elsewhere at this server both before and after.
fn is_accepted_around(facts: &Facts<'_>) -> bool {
    let now = facts.entry().started;
    let side = |before: bool| {
        facts
            .accepted_with_the_same()
            .any(|entry| match (entry.started, now) {
                (Some(at), Some(now)) => (at < now) == before,
                _ => false,
            })
    };
    side(true) && side(false)
}
