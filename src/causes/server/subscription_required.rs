//! A paid plan or licence is wanted.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::http::url::Url;
use crate::speech::Saying;

const ID: &str = "subscription-required";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "requires|require|required|needs|need ~6 subscription|premium|license|licence|paid|pro|enterprise|upgrade ~2 plan|account|subscription|user|tier",
        ),
        Saying::names(
            ID,
            "requires|require|need|needs ~4 subscription|premium|license|licence",
        ),
        Saying::names(
            ID,
            "subscription|premium|license|licence|plan ~3 required|needed|expired|inactive|cancelled|canceled|ended|invalid",
        ),
        Saying::names(ID, "no ~2 active|valid subscription|license|licence|plan"),
        Saying::names(ID, "not ~3 subscribed|licensed"),
        Saying::names(ID, "separate subscription"),
        Saying::names(ID, "upgrade ~4 plan|account|subscription|tier|premium|pro"),
        Saying::names(
            ID,
            "plan|tier|subscription ~4 not ~3 include|support|allow|have|cover",
        ),
        Saying::names(
            ID,
            "not ~3 available|included|supported ~4 plan|tier|subscription|license",
        ),
        Saying::names(ID, "quota ~2 exceeded|reached|exhausted"),
        Saying::names(ID, "exceeds|exceeded ~4 quota|credits|allowance"),
        Saying::names(ID, "credits ~3 remaining|exhausted|insufficient|left"),
        Saying::names(
            ID,
            "insufficient|no|out ~2 credit|credits|balance|funds|quota",
        ),
        Saying::names(ID, "payment required|overdue|failed"),
        Saying::names(ID, "trial ~3 expired|ended|over"),
        Saying::names(
            ID,
            "billing ~4 disabled|inactive|required|enabled|hard limit",
        ),
        Saying::names(ID, "account ~3 unpaid|overdue|past due"),
        Saying::names(ID, "abonnement ~4 erforderlich|abgelaufen|requis|expiré"),
        Saying::names(ID, "余额不足|已欠费|额度不足|套餐"),
        Saying::names(
            ID,
            "credits|credit|quota|allowance|tokens ~2 exceeded|exhausted|used|depleted|consumed|reached",
        ),
        Saying::names(
            ID,
            "maximum|monthly|daily credits|credit|quota ~2 exceeded|reached|used",
        ),
        Saying::names(ID, "额度已用|额度用尽|额度不足|已用尽|余额|欠费|配额"),
        Saying::names(
            ID,
            "no more requests|credits|calls|tokens ~1 available|remaining|left",
        ),
        Saying::names(ID, "key exhausted"),
        Saying::names(ID, "limited to ~8 past|last ~4 days"),
        Saying::names(ID, "time range ~8 upgrade"),
        Saying::names(
            ID,
            "used up|all ~4 quota|credits|allowance|limit|requests|tokens",
        ),
        Saying::names(
            ID,
            "reached|hit|exceeded ~4 monthly|daily|plan|free ~2 limit|quota",
        ),
        Saying::names(ID, "free ~2 limit|quota ~2 reached|exceeded"),
        Saying::hints(ID, "subscribe ~4 continue|read|access"),
        Saying::hints(ID, "paywall"),
        Saying::names(
            ID,
            "api ~2 access ~3 not ~3 enabled|included|available ~4 plan|account|subscription|tier",
        ),
        Saying::names(
            ID,
            "upgrade ~3 to|for ~3 access|use|unlock|continue|enable|view",
        ),
        Saying::names(
            ID,
            "only ~2 available|accessible|for ~3 paid|premium|pro|enterprise|business|plus|subscribers",
        ),
        Saying::names(
            ID,
            "premium|paid|pro|enterprise|business|exclusive ~1 endpoint|feature|members|member|plan|content|api|only",
        ),
        Saying::names(
            ID,
            "subscription|plan|membership|licence|license|trial|contract ~4 lapsed|expired|ended|cancelled|canceled|terminated|suspended|inactive|over",
        ),
        Saying::names(
            ID,
            "license|licence|seat|seats|user ~1 limit ~3 reached|exceeded",
        ),
        Saying::names(ID, "maximum ~3 seats|licensed ~3 reached|exceeded"),
        Saying::names(ID, "license|licence ~5 non compliant"),
        Saying::names(
            ID,
            "license|licence ~3 not ~2 compliant|valid|active|found|sufficient|installed",
        ),
        Saying::names(
            ID,
            "license|licence ~1 noncompliant|expired|required|missing|invalid",
        ),
        Saying::names(ID, "not enough ~2 credits|credit|tokens|balance|funds"),
        Saying::names(
            ID,
            "invoice|bill|payment ~3 unpaid|overdue|due|failed|outstanding",
        ),
        Saying::names(ID, "current ~1 subscription agreement|plan"),
        Saying::names(ID, "not ~2 subscribed"),
        Saying::names(
            ID,
            "please|must|need ~3 subscribe|purchase|buy|renew|upgrade ~4 plan|license|licence|subscription|account|premium|membership|product",
        ),
        Saying::names(
            ID,
            "requires|require|needs|need ~3 enterprise|premium|pro|paid|business|professional ~2 edition|version|tier|plan|license|licence|subscription|account",
        ),
        Saying::hints(ID, "members|subscribers|premium only"),
        Saying::names(
            ID,
            "free ~1 plan|tier|account|version ~4 not|limit|limited|cannot|does",
        ),
        Saying::names(
            ID,
            "usage|limit|requests|calls ~3 exceeded ~3 plan|tier|subscription|package",
        ),
        Saying::names(ID, "exceeded ~4 plan|tier|subscription|package"),
        Saying::names(ID, "plan|tier|subscription|package ~2 required|upgrade"),
        Saying::names(
            ID,
            "abonnement|lizenz|testphase|probezeitraum|tarif|vertrag ~4 abgelaufen|beendet|gekündigt|inaktiv|ungültig|erforderlich",
        ),
        Saying::names(
            ID,
            "kein|keine|ohne ~2 aktives|aktive|gültige|gültiges|gültigen ~1 abonnement|lizenz|abo|tarif",
        ),
        Saying::names(
            ID,
            "abonnement|licence|essai|forfait ~4 expiré|expirée|requis|requise|terminé|résilié|invalide",
        ),
        Saying::names(ID, "aucun|aucune|pas ~2 abonnement|licence|forfait"),
        Saying::names(
            ID,
            "suscripción|licencia|membresía|prueba|plan ~4 vencida|vencido|expirada|expirado|caducada|caducado|requerida|incluye|inactiva",
        ),
        Saying::names(
            ID,
            "assinatura|licença|plano|período ~4 expirada|expirado|expirou|vencida|vencido|inclui|inativa|necessária|cancelada",
        ),
        Saying::names(
            ID,
            "abbonamento|licenza|prova ~4 scaduto|scaduta|richiesto|richiesta|inattivo",
        ),
        Saying::names(
            ID,
            "подписка|лицензия|тариф ~4 истекла|истек|закончилась|требуется|неактивна|просрочена",
        ),
        Saying::names(
            ID,
            "abonelik*|lisans* ~3 süresi|doldu|sona|gerek*|geçersiz*",
        ),
        Saying::names(
            ID,
            "订阅已|订阅过期|会员已过期|会员过期|会员到期|许可证|套餐已|请升级|升级套餐|开通会员|余额不足|试用已|试用期|购买套餐|已到期",
        ),
        Saying::names(
            ID,
            "ライセンスの有効期限|ライセンスが必要|サブスクリプションが|有料プラン|プランをアップグレード|契約が終了",
        ),
        Saying::names(ID, "구독* ~2 만료*|필요*|없*"),
        Saying::names(ID, "라이선스* ~2 만료*|필요*|유효*"),
        Saying::names(ID, "gói ~3 hết|nâng"),
        Saying::hints(ID, "upgrade required|needed"),
        Saying::hints(
            ID,
            "not ~2 entitled to ~3 data|feature|product|endpoint|content|service|dataset",
        ),
        Saying::hints(ID, "entitlement ~3 missing|required|expired|not"),
        Saying::hints(ID, "trial expired|ended"),
        Saying::names(
            ID,
            "plan|tier|subscription|package ~2 does|do not ~1 permit|grant|provide|entitle|include|cover|allow|support",
        ),
        Saying::names(
            ID,
            "requires|require|needs|need ~4 membership|subscription|upgrade",
        ),
        Saying::names(ID, "membership ~3 required|needed|expired|inactive|ended"),
        Saying::names(
            ID,
            "abonn*|abonne*|subskry* ~4 inacti*|inattiv*|inaktiv*|suspen*|expir*|abgelauf*|wygas*|verlop*|requis*|erforder*|wymagan*|vereist*|nieaktyw*",
        ),
        Saying::names(
            ID,
            "suscrip*|assinatura*|subscriç*|membres* ~4 inacti*|inativ*|suspen*|expir*|caduc*|vencid*|requer*|necesari*|necessári*|cancel*",
        ),
        Saying::names(
            ID,
            "lizenz*|licen*|licença|лицензи*|подписк* ~4 abgelauf*|ungültig*|expir*|caduc*|vencid*|scadut*|wygas*|verlop*|истек*|неактив*|просроч*|недейств*",
        ),
        Saying::names(
            ID,
            "abbonament* ~4 scadut*|inattiv*|sospes*|richiest*|necessari*",
        ),
        Saying::names(ID, "plan|tier|subscription|package|workspace lacks|lack"),
        Saying::names(
            ID,
            "lacks|lack|missing|without ~2 license|licence|subscription",
        ),
        Saying::names(
            ID,
            "testversion|testphase|testzeitraum|probezeit*|probeabo*|demoversion ~8 ausgelauf*|abgelauf*|beendet|vorbei|endet*",
        ),
        Saying::names(
            ID,
            "période|version|versión|período|periodo|versione ~2 essai|prueba|teste|avaliação|prova|trial ~5 expir*|termin*|finaliz*|acab*|venci*|scadut*|concluíd*",
        ),
        Saying::names(
            ID,
            "пробный|пробная|тестовый ~3 период|версия ~3 истек*|законч*|заверш*",
        ),
        Saying::names(
            ID,
            "试用期已|试用已过期|試用期|お試し期間|トライアル期間|무료 ~1 체험*",
        ),
    ],
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    unless: &[
        Signal::Named("api-key-missing"),
        Signal::Named("api-key-invalid"),
    ],
    rows: &[
        Rule::said("said", ID).because(&[Because::observed(Subject::Server, "said")]),
        // Spotify's player asks whether the account may play in the web; only paid ones may.
        Rule::likely("premium-check", Trust::Credential)
            .when(&[
                Signal::AnsweredBy("spotify"),
                Signal::Own("the path ends with /check_scope", is_premium_check),
                Signal::AuthorizationSent,
            ])
            .unless(&[Signal::TokenExpired])
            .because(&[Because::observed(Subject::Request, "premium-check")]),
        Rule::likely("other-product", Trust::History)
            .when(&[
                Signal::KeySent,
                Signal::Own(
                    "the same key is accepted for another version of the service",
                    is_other_version_accepted,
                ),
            ])
            .unless(&[Signal::AuthorizationSent, Signal::NamedBeside(&[])])
            .because(&[Because::observed(Subject::History, "other-product")]),
    ],
    hides: &["api-key-invalid", "token-invalid"],
    fixes: &[
        Repair::person(Effort::Easy, "plan"),
        Repair::frontend(Effort::Easy, "tell"),
        Repair::backend(Effort::Easy, "status").snippet("forbid"),
    ],
    ..Rules::BARE
};

fn is_premium_check(facts: &Facts<'_>) -> bool {
    facts.request.path().ends_with("/check_scope")
}

/// The part of a path that names a version, such as `v3` or `2.5`.
fn version(path: &str) -> Option<String> {
    path.split('/')
        .find(|part| part.starts_with(|first: char| first.is_ascii_digit() || first == 'v'))
        .map(str::to_owned)
}

fn is_other_version_accepted(facts: &Facts<'_>) -> bool {
    let Some(own) = version(facts.request.path()) else {
        return false;
    };
    let mut accepted = facts.accepted_with_the_same();
    accepted.any(|entry| {
        Url::parse(&entry.request.url)
            .and_then(|url| version(&url.path))
            .is_some_and(|other| other != own)
    })
}
