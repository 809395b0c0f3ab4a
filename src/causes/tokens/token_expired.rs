//! The access token is past its `exp`, or the server says it has expired.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::names::Purpose;
use crate::facts::{Bearer, Facts};
use crate::speech::{Saying, Weight};
use crate::token::credential::Kind;
use crate::token::known::Role;

const ID: &str = "token-expired";

/// So many phrases, the first ones, say that it is either expired or something else.
const EITHER: usize = 11;

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::hints(
            ID,
            "invalid|bad|incorrect|malformed|missing|wrong|revoked ~2 expired ~2 token|jwt|credentials",
        ),
        Saying::hints(
            ID,
            "token|jwt|credentials ~4 invalid|revoked|malformed|missing|incorrect ~3 expired",
        ),
        Saying::hints(
            ID,
            "token|jwt|credentials ~3 expired ~3 invalid|revoked|malformed|incorrect",
        ),
        Saying::hints(
            ID,
            "expired ~2 invalid|revoked|malformed ~2 token|jwt|credentials",
        ),
        Saying::hints(ID, "expired ~2 not yet valid"),
        Saying::hints(ID, "过期或"),
        Saying::hints(ID, "无效或"),
        Saying::hints(
            ID,
            "inválido|invalido|inválida|invalide|ungültig|valido ~1 ou|o|oder ~1 expirado|expirada|expiré|caducado|abgelaufen|scaduto|vencido",
        ),
        Saying::hints(
            ID,
            "expirado|expirada|expiré|caducado|abgelaufen|scaduto|vencido ~1 ou|o|oder ~1 inválido|invalido|inválida|invalide|ungültig",
        ),
        Saying::hints(
            ID,
            "неверный|недействителен|недействительный ~1 или ~1 истек*|просрочен*",
        ),
        Saying::hints(ID, "期限切れまたは無効|無効または期限切れ"),
        Saying::names(ID, "token ~3 süresi|berakhir"),
        Saying::names(ID, "token ~3 sudah ~1 kadaluarsa|kedaluwarsa"),
        Saying::names(ID, "exp claim is ~2 past"),
        Saying::names(
            ID,
            "token|jwt ~2 lifetime|lifespan|validity ~3 ended|over|exceeded|elapsed|passed",
        ),
        Saying::names(ID, "token登录已过期|token超时|登录令牌已过期"),
        Saying::names(ID, "jwt|jws|token|tokens|oauthtoken ~8 expired"),
        Saying::names(ID, "jwt|token ~1 expire"),
        Saying::names(ID, "80049228"),
        Saying::names(
            ID,
            "expired authentication|credentials|authorization|access",
        ),
        Saying::names(ID, "expired ~2 jwt|token|signature"),
        Saying::names(ID, "signature has expired"),
        Saying::names(ID, "accesstoken|idtoken expired"),
        Saying::names(ID, "tokenexpired*"),
        Saying::names(
            ID,
            "exp claim ~2 timestamp|check|failed|invalid|past|expired",
        ),
        Saying::names(ID, "claim exp"),
        Saying::names(ID, "token|jwt ~3 past ~2 expir*"),
        Saying::names(ID, "token|jwt ~2 passed ~2 expir*"),
        Saying::names(ID, "token* ~3 doldu|dolmuş|doldurdu"),
        Saying::names(ID, "время|срок ~2 токена ~2 истекло|истек|истёк|вышло"),
        Saying::names(ID, "токен ~2 протермінований|прострочений|протерміновано"),
        Saying::names(ID, "トークンの期限|トークンは期限切れ|トークンが失効"),
        Saying::names(ID, "令牌已经过期|token已经过期|令牌已超时|凭据已过期"),
        Saying::names(ID, "token|jwt 已经过期"),
        Saying::names(ID, "انتهت ~1 صلاحية ~2 الرمز|رمز|التوكن|token"),
        Saying::names(ID, "توکن|token ~2 منقضی"),
        Saying::names(ID, "token|jwt ~2 timed|time|timeout out|timeout"),
        Saying::names(ID, "token timeout"),
        Saying::names(ID, "token|jwt ~2 too old"),
        Saying::names(ID, "token ~1 outdated|stale"),
        Saying::names(ID, "lifetime validation failed"),
        Saying::names(ID, "validating access token ~1 session has expired"),
        Saying::names(ID, "subcode 463"),
        Saying::names(ID, "code token expired"),
        Saying::names(ID, "oauth ~2 expired"),
        Saying::names(
            ID,
            "credentials|authorization|authentication|auth ~2 expired",
        ),
        Saying::names(
            ID,
            "token|zugriffstoken|zugangstoken|sitzungstoken|anmeldetoken ~6 abgelaufen",
        ),
        Saying::names(ID, "jeton|token ~3 expiré|périmé"),
        Saying::names(
            ID,
            "token ~3 expirado|expiró|caducado|caducó|vencido|venció|expirou",
        ),
        Saying::names(ID, "token ~2 scaduto"),
        Saying::names(ID, "token ~2 verlopen"),
        Saying::names(ID, "token ~2 wygasł"),
        Saying::names(ID, "token ~3 hết hạn"),
        Saying::names(ID, "token ~3 kadaluarsa|kedaluwarsa|kadaluwarsa"),
        Saying::names(ID, "token ~3 doldu"),
        Saying::names(ID, "токен* ~3 истек|истёк|просрочен"),
        Saying::names(ID, "срок ~2 токена"),
        Saying::names(ID, "토큰* ~2 만료*"),
        Saying::names(ID, "만료된 ~1 토큰*"),
        Saying::names(ID, "token ~1 已过期|过期|已失效|失效"),
        Saying::names(ID, "token已过期|token过期|token已失效|token失效"),
        Saying::names(
            ID,
            "令牌已过期|令牌过期|令牌已失效|令牌失效|授权已过期|凭证已过期|凭证过期",
        ),
        Saying::names(
            ID,
            "トークンの有効期限|トークンが期限切れ|期限切れのトークン",
        ),
        Saying::hints(
            ID,
            "登录已过期|登录过期|登录状态已过期|登录信息已过期|登录超时|认证已过期|认证过期",
        ),
        Saying::hints(ID, "login|signin|access|identity ~2 expired"),
        Saying::hints(ID, "^expired$"),
        Saying::hints(ID, "token ~1 lifetime ~1 invalid"),
        Saying::hints(ID, "has expired"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: true,
};

/// An opaque token that worked and works no more is taken for expired from this age on, in seconds.
const SHORTEST_LIFE: f64 = 240.0;

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let bearer = facts.bearer();
    if facts.request.purpose == Purpose::Refresh || belongs_elsewhere(facts, bearer.as_ref()) {
        return None;
    }
    let over = bearer
        .and_then(|bearer| facts.over(bearer.claims?))
        .filter(|over| *over > -facts.clock.uncertainty);
    let finding = by_word(facts, bearer.as_ref(), over)
        .or_else(|| by_its_end(facts, over))
        .or_else(|| by_history(facts))
        .or_else(|| by_short_life(facts, bearer.as_ref()))?;
    let finding = match over {
        Some(over) => finding
            .variant("ago")
            .arg("ago", over.max(0.0).round())
            .because(Evidence::observed(Subject::Token, "past").arg("ago", over.max(0.0).round())),
        None => finding,
    };
    Some(
        finding
            .fix(Fix::person(Effort::Easy, "reload"))
            .fix(Fix::frontend(Effort::Medium, "renew").snippet("renew"))
            .fix(Fix::backend(Effort::Medium, "say").snippet("challenge")),
    )
}

/// Something else than the access token has expired, as far as that can be told.
fn belongs_elsewhere(facts: &Facts<'_>, bearer: Option<&Bearer<'_>>) -> bool {
    facts.said.names("csrf")
        || facts.said.names("request-signature")
        || facts.said.names("refresh-failed")
        || (facts.said.names("api-key-invalid")
            && bearer.is_none_or(|bearer| bearer.claims.is_none()))
        || facts.failing.on_preflight()
}

/// The server says so.
fn by_word(facts: &Facts<'_>, bearer: Option<&Bearer<'_>>, over: Option<f64>) -> Option<Finding> {
    let (_, saying) = facts.said.cause(ID)?;
    let either = facts
        .said
        .phrases
        .iter()
        .any(|(_, heard)| CAUSE.says.iter().take(EITHER).any(|one| *one == *heard));
    // Of the two that the server leaves open, the token's own end decides.
    let either = either && over.is_none_or(|over| over <= facts.clock.uncertainty);
    let plain = saying.weight == Weight::Names && !either;
    let holds = facts.token_holds();
    // A bare "expired" may be said of a session, a link or a code as well.
    if !plain && (holds || bearer.is_none()) {
        return None;
    }
    let finding = Finding::said(&facts.said, ID)?;
    // Where a renewal went wrong before, the end of this token is no more than what followed from it.
    let left_over = facts.refresh_failed_before().is_some() || facts.refresh_race().is_some();
    let finding = if plain && (over.is_some() || !holds) && !left_over && bearer.is_some() {
        finding
    } else {
        let weaker = if holds {
            Finding::possible(finding.trust)
        } else {
            Finding::likely(finding.trust)
        };
        weaker.because(Evidence::observed(Subject::Server, "said"))
    };
    Some(finding.hiding(&["token-invalid"]))
}

/// By its own `exp` it is over.
fn by_its_end(facts: &Facts<'_>, over: Option<f64>) -> Option<Finding> {
    let over = over?;
    let finding = if over > facts.clock.uncertainty && facts.request.purpose != Purpose::SignIn {
        Finding::likely(Trust::Credential).hiding(&["token-invalid"])
    } else {
        Finding::possible(Trust::Credential)
    };
    Some(finding)
}

/// It was accepted a while ago and is refused now, whatever is asked.
fn by_history(facts: &Facts<'_>) -> Option<Finding> {
    let accepted = facts.accepted_with_it();
    if facts.token_holds() || !facts.history.sign_outs.is_empty() {
        return None;
    }
    let first = accepted.iter().map(|one| one.before).reduce(f64::max)?;
    let last = accepted.iter().map(|one| one.before).reduce(f64::min)?;
    if last < 0.0 || first < SHORTEST_LIFE {
        return None;
    }
    let same = accepted.iter().any(|one| one.same_request);
    let finding = if same || last > SHORTEST_LIFE {
        Finding::likely(Trust::History)
    } else {
        Finding::possible(Trust::History)
    };
    Some(
        finding
            .arg("first", first.round())
            .because(
                Evidence::observed(Subject::History, "worked")
                    .arg("minutes", (last / 60.0).round()),
            )
            .because(Evidence::inferred(Subject::Token, "or-withdrawn")),
    )
}

/// Nothing speaks, and its issuer gives tokens of this form for hours only.
fn by_short_life(facts: &Facts<'_>, bearer: Option<&Bearer<'_>>) -> Option<Finding> {
    let Kind::Known(known) = &bearer?.token.credential.kind else {
        return None;
    };
    let short = known.role == Role::AccessToken
        && matches!(
            known.id,
            "google-access" | "github-user" | "slack-rotating" | "dropbox" | "spotify-access"
        );
    let worked = facts.accepted_with_it();
    let fresh = worked.iter().any(|one| one.before.abs() < SHORTEST_LIFE);
    (short && !fresh && !facts.said.names_beside(&["token-invalid"])).then(|| {
        Finding::possible(Trust::Credential)
            .arg("issuer", known.issuer)
            .because(Evidence::inferred(Subject::Token, "short-lived").arg("issuer", known.issuer))
    })
}
