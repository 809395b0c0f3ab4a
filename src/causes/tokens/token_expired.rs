//! The access token is past its `exp`, or the server says it has expired.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::Purpose;
use crate::speech::Saying;
use crate::token::credential::Kind;
use crate::token::known::{KnownKey, Role};

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
        Saying::names(ID, TOO_OLD),
    ],
    rules: &RULES,
    signs_out: true,
};

/// What is said of a token that is older than the API takes, whatever its `exp`.
const TOO_OLD: &str = "token ~1 maximum|max age ~1 exceeded";

/// An opaque token that worked and works no more is taken for expired from this age on, in seconds.
const SHORTEST_LIFE: f64 = 240.0;

const PLAIN: Signal = Signal::Own("the server names nothing but the end", is_plain);
const OVER: Signal = Signal::Own("the token's exp may be past", is_over);
const WORKED: Signal = Signal::Own(
    "the token was accepted minutes ago, and not since",
    has_worked,
);
const ACCEPTED: &[Because] = &[
    Because::observed(Subject::History, "worked").with(&[("minutes", minutes)]),
    Because::inferred(Subject::Token, "or-withdrawn"),
];
const SAID: &[Because] = &[Because::observed(Subject::Server, "said")];
const HIDDEN: &[&str] = &["token-invalid"];

static RULES: Rules = Rules {
    // Something else than the access token has expired, as far as that can be told.
    unless: &[
        Signal::Purpose(Purpose::Refresh),
        Signal::Named("csrf"),
        Signal::Named("request-signature"),
        Signal::Named("refresh-failed"),
        Signal::Own("a key is named, and no JWT was sent", is_of_key),
        Signal::OnPreflight,
    ],
    rows: &[
        // The API counts from `iat`, so it says nothing against this that `exp` lies ahead.
        Rule::said("too-old", ID)
            .when(&[
                Signal::TokenSent,
                Signal::Own("the server calls the token too old", is_too_old),
            ])
            .because(SAID)
            .hides(HIDDEN),
        // Where a renewal went wrong before, the end of this token only followed from it.
        Rule::said("named", ID)
            .when(&[PLAIN, Signal::TokenSent])
            .unless(&[
                Signal::TokenHolds,
                Signal::Own("a refresh failed before", is_refresh_failed),
                Signal::RefreshesRaced,
            ])
            .hides(HIDDEN),
        Rule::heard("named-but-valid", Confidence::Possible, ID)
            .when(&[PLAIN, Signal::TokenHolds])
            .because(SAID)
            .hides(HIDDEN),
        Rule::heard("named-alone", Confidence::Likely, ID)
            .when(&[PLAIN])
            .because(SAID)
            .hides(HIDDEN),
        // A bare "expired" may be said of a session, a link or a code as well.
        Rule::heard("hinted", Confidence::Likely, ID)
            .when(&[Signal::TokenSent])
            .unless(&[Signal::TokenHolds])
            .because(SAID)
            .hides(HIDDEN),
        Rule::likely("past-exp", Trust::Credential)
            .when(&[Signal::TokenExpired])
            .unless(&[Signal::Purpose(Purpose::SignIn)])
            .hides(HIDDEN),
        Rule::possible("near-exp", Trust::Credential).when(&[OVER]),
        Rule::likely("worked-for-the-same", Trust::History)
            .when(&[WORKED, Signal::TokenAcceptedForTheSame])
            .unless(&[Signal::TokenHolds, Signal::SignedOut])
            .with(&[("first", first)])
            .because(ACCEPTED),
        Rule::likely("worked-long-ago", Trust::History)
            .when(&[
                WORKED,
                Signal::Own("it was last accepted minutes ago", has_worked_long_ago),
            ])
            .unless(&[Signal::TokenHolds, Signal::SignedOut])
            .with(&[("first", first)])
            .because(ACCEPTED),
        Rule::possible("worked", Trust::History)
            .when(&[WORKED])
            .unless(&[Signal::TokenHolds, Signal::SignedOut])
            .with(&[("first", first)])
            .because(ACCEPTED),
        // Nothing else tells, and its issuer gives tokens of this form for hours only.
        Rule::possible("short-lived", Trust::Credential)
            .when(&[Signal::Own(
                "tokens of this form are valid for hours only",
                is_short_lived,
            )])
            .unless(&[
                Signal::Own("the token was accepted a moment ago", is_fresh),
                Signal::NamedBeside(HIDDEN),
            ])
            .with(&[("issuer", issuer)])
            .because(&[
                Because::inferred(Subject::Token, "short-lived").with(&[("issuer", issuer)])
            ]),
    ],
    because: &[Because::observed(Subject::Token, "past")
        .with(&[("ago", ago)])
        .when(&[OVER])],
    fills: &[("ago", ago)],
    variants: &[("ago", &[OVER])],
    fixes: &[
        Repair::person(Effort::Easy, "reload"),
        Repair::frontend(Effort::Medium, "renew").snippet("renew"),
        Repair::backend(Effort::Medium, "say").snippet("challenge"),
    ],
    ..Rules::BARE
};

fn is_of_key(facts: &Facts<'_>) -> bool {
    facts.said.names("api-key-invalid") && !Signal::ClaimsRead.holds(facts)
}

/// By how many seconds the token is past its `exp`; negative within what the clocks leave open.
fn over(facts: &Facts<'_>) -> Option<f64> {
    let claims = facts.bearer()?.claims?;
    let over = facts.over(claims);
    over.filter(|over| *over > -facts.clock.uncertainty)
}

fn is_over(facts: &Facts<'_>) -> bool {
    over(facts).is_some()
}

fn ago(facts: &Facts<'_>) -> Value {
    over(facts).map(|over| over.max(0.0).round()).into()
}

/// Of the two that a server leaves open ("invalid or expired"), the token's own end decides.
fn is_plain(facts: &Facts<'_>) -> bool {
    let mut phrases = facts.said.phrases.iter();
    let either = phrases.any(|(_, heard)| CAUSE.says.iter().take(EITHER).any(|one| one == heard));
    facts.said.names(ID) && (!either || facts.token_is_over())
}

fn is_too_old(facts: &Facts<'_>) -> bool {
    let mut phrases = facts.said.phrases.iter();
    phrases.any(|(_, heard)| heard.words == TOO_OLD)
}

fn is_refresh_failed(facts: &Facts<'_>) -> bool {
    facts.refresh_failed_before().is_some()
}

/// How many seconds ago the token was accepted last.
fn last_accepted(facts: &Facts<'_>) -> Option<f64> {
    let accepted = facts.accepted_with_it();
    accepted.iter().map(|one| one.before).reduce(f64::min)
}

/// How many seconds ago the token was accepted first.
fn first_accepted(facts: &Facts<'_>) -> Option<f64> {
    let accepted = facts.accepted_with_it();
    accepted.iter().map(|one| one.before).reduce(f64::max)
}

/// It was accepted a while ago and is not accepted any more: so an opaque token ends.
fn has_worked(facts: &Facts<'_>) -> bool {
    let life = first_accepted(facts).zip(last_accepted(facts));
    life.is_some_and(|(first, last)| last >= 0.0 && first >= SHORTEST_LIFE)
}

fn has_worked_long_ago(facts: &Facts<'_>) -> bool {
    last_accepted(facts).is_some_and(|last| last > SHORTEST_LIFE)
}

fn first(facts: &Facts<'_>) -> Value {
    first_accepted(facts).map(f64::round).into()
}

fn minutes(facts: &Facts<'_>) -> Value {
    last_accepted(facts)
        .map(|last| (last / 60.0).round())
        .into()
}

/// The issuer of an access token that is valid for hours by its form.
fn short_lived(facts: &Facts<'_>) -> Option<&'static KnownKey> {
    let bearer = facts.bearer()?;
    let Kind::Known(known) = bearer.token.credential.kind else {
        return None;
    };
    let hours = [
        "google-access",
        "github-user",
        "slack-rotating",
        "dropbox",
        "spotify-access",
    ];
    (known.role == Role::AccessToken && hours.contains(&known.id)).then_some(known)
}

fn is_short_lived(facts: &Facts<'_>) -> bool {
    short_lived(facts).is_some()
}

fn issuer(facts: &Facts<'_>) -> Value {
    short_lived(facts).map(|known| known.issuer).into()
}

fn is_fresh(facts: &Facts<'_>) -> bool {
    let accepted = facts.accepted_with_it();
    accepted.iter().any(|one| one.before.abs() < SHORTEST_LIFE)
}
