//! Throttling, answered as 401.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::Purpose;
use crate::speech::Saying;

const ID: &str = "rate-limited";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "too many requests|calls"),
        Saying::names(ID, "rate ~2 limit ~3 exceeded|reached|hit"),
        Saying::names(ID, "rate limited|limiting"),
        Saying::names(ID, "ratelimited|ratelimit exceeded"),
        Saying::names(
            ID,
            "request|requests|call|calls|daily|hourly|minute limit ~3 exceeded|reached",
        ),
        Saying::names(ID, "wait ~3 few minutes ~4 try"),
        Saying::names(ID, "throttled|throttling"),
        Saying::names(ID, "slow down"),
        Saying::hints(ID, "requests per second|minute|hour|day"),
        Saying::hints(ID, "retry after"),
        Saying::names(ID, "zu viele anfragen"),
        Saying::names(ID, "trop de requêtes"),
        Saying::names(ID, "demasiadas solicitudes|peticiones"),
        Saying::names(ID, "muitas solicitações|requisições"),
        Saying::names(ID, "слишком много запросов"),
        Saying::names(
            ID,
            "请求过于频繁|请求频繁|访问过于频繁|操作频繁|リクエストが多すぎ",
        ),
        Saying::hints(ID, "try again ~2 later"),
        Saying::names(ID, "too fast|quickly|often|frequently|frequent"),
        Saying::names(
            ID,
            "bad|error|code|kind|type|message|reason rate limit|limited|limits",
        ),
        Saying::names(ID, "^rate limit$"),
        Saying::names(ID, "rate limit ~2 error|exception|exceeded"),
        Saying::names(
            ID,
            "hit|exceeded|exceeds|exceeding|over|reached ~3 rate|request|requests|call|calls ~1 limit|limits",
        ),
        Saying::names(
            ID,
            "request|requests|call|calls|usage ~1 limit|limits|rate ~3 exceeded|reached|hit",
        ),
        Saying::names(ID, "limit ~3 requests|calls ~2 per ~3 exceeded|reached|hit"),
        Saying::names(ID, "per second|minute|hour ~3 exceeded|reached|limit"),
        Saying::names(ID, "requests ~1 too frequent"),
        Saying::names(ID, "flood control|wait|protection|limit"),
        Saying::names(ID, "wait ~4 before ~2 trying|retrying|requesting|next"),
        Saying::names(
            ID,
            "concurrent|concurrency ~1 request|requests|connections|limit ~3 exceeded|reached|limit",
        ),
        Saying::names(ID, "zu ~1 viele|häufige|schnell ~2 anfragen|aufrufe"),
        Saying::names(ID, "zu schnell"),
        Saying::names(ID, "trop ~2 rapide|vite|rapidement"),
        Saying::names(ID, "troppe ~2 richieste|chiamate"),
        Saying::names(ID, "te veel ~2 verzoeken|aanvragen"),
        Saying::names(ID, "zbyt wiele ~2 żądań|zapytań"),
        Saying::names(ID, "слишком ~2 частые|часто|быстро"),
        Saying::names(ID, "çok fazla ~2 istek|talep"),
        Saying::names(
            ID,
            "太频繁|过于频繁|频率过快|频率过高|频率超限|请求过多|次数超限|请求太快|操作过快|访问受限|限流",
        ),
        Saying::names(ID, "過於頻繁|請求過多|太頻繁"),
        Saying::names(ID, "リクエストが多|リクエスト数が|アクセスが集中|頻繁すぎ"),
        Saying::names(ID, "요청* ~2 너무 ~1 많*|잦*"),
        Saying::names(ID, "너무 많* ~1 요청*"),
        Saying::names(ID, "quá nhiều ~2 yêu"),
        Saying::names(ID, "terlalu banyak|sering ~2 permintaan|request"),
        Saying::hints(ID, "rate limit|limits|limiting"),
        Saying::hints(ID, "cooldown"),
        Saying::hints(ID, "retry|again in ~2 seconds|minutes|sec|min"),
        Saying::hints(
            ID,
            "try ~2 again ~1 in|after ~2 seconds|minutes|hours|minute|hour|second",
        ),
        Saying::names(ID, "превыш* ~3 лимит*|количеств*|частот*"),
        Saying::names(
            ID,
            "limit*|límite* ~3 requêt*|solicitud*|peticion*|requisiç*|richiest*|anfrag*|zapyta*|żąda*|istek*|llamad*|chamad*|appel*|запрос* ~4 superad*|exced*|dépass*|überschr*|superat*|attein*|erreich*|przekrocz*|aşıl*|превыш*|alcanz*|ating*|raggiun*",
        ),
        Saying::names(
            ID,
            "superad*|exced*|dépass*|überschr*|przekrocz* ~4 limit*|límite* ~3 requêt*|solicitud*|peticion*|requisiç*|richiest*|anfrag*|zapyta*|żąda*|llamad*|chamad*",
        ),
        Saying::names(ID, "limit* ~1 запрос*"),
    ],
    rules: &RULES,
    signs_out: false,
};

/// So many accepted in a row, so close together (in milliseconds), are a burst.
const BURST: usize = 2;
const BURST_WINDOW: i64 = 3_000;

const SAID: &[Because] = &[Because::observed(Subject::Server, "said")];

const TIMED: Signal = Signal::Own("Retry-After says for how many seconds", is_timed);
const OPEN: Signal = Signal::Own("Retry-After does not say for how many seconds", is_open);

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight, Signal::SeenStatus(407)],
    rows: &[
        Rule::said("named", ID)
            .when(&[Signal::Named(ID)])
            .because(SAID),
        // "Try again later" is said of any sign-in that failed.
        Rule::said("hinted", ID)
            .unless(&[Signal::Purpose(Purpose::SignIn)])
            .because(SAID),
        Rule::likely("none-left", Trust::Header)
            .when(&[Signal::Own(
                "a field says that no requests are left",
                is_none_left,
            )])
            .because(&[Because::observed(Subject::Header, "none-left")]),
        Rule::likely("retry-after", Trust::Header)
            .when(&[Signal::Own(
                "Retry-After asks for a pause",
                is_asked_to_wait,
            )])
            .because(&[Because::observed(Subject::Header, "retry-after")]),
        // An opaque token may expire at any moment, so a burst says nothing about it.
        Rule::likely("burst", Trust::Header)
            .when(&[
                Signal::Own(
                    "several such requests were accepted within seconds",
                    is_burst,
                ),
                Signal::ByScript,
            ])
            .unless(&[Signal::AcceptedAfter, Signal::AuthorizationSent])
            .because(&[Because::observed(Subject::History, "burst")]),
    ],
    fills: &[("wait", wait)],
    variants: &[("some", &[OPEN])],
    fixes: &[
        Repair::person(Effort::Easy, "wait").when(&[TIMED]),
        Repair::person(Effort::Easy, "wait-some").when(&[OPEN]),
        Repair::frontend(Effort::Medium, "fewer"),
        Repair::backend(Effort::Easy, "status").snippet("too-many"),
    ],
    ..Rules::BARE
};

/// The pause that `Retry-After` asks for in seconds (RFC 9110, 10.2.3); a date is left alone.
fn seconds_to_wait(facts: &Facts<'_>) -> Option<u32> {
    facts
        .answer_header("retry-after")?
        .trim()
        .parse()
        .ok()
        .filter(|seconds| *seconds > 0)
}

fn is_timed(facts: &Facts<'_>) -> bool {
    seconds_to_wait(facts).is_some()
}

fn is_open(facts: &Facts<'_>) -> bool {
    seconds_to_wait(facts).is_none()
}

fn wait(facts: &Facts<'_>) -> Value {
    seconds_to_wait(facts)
        .map(|seconds| format!("{seconds} s"))
        .into()
}

fn is_none_left(facts: &Facts<'_>) -> bool {
    [
        "x-ratelimit-remaining",
        "ratelimit-remaining",
        "x-rate-limit-remaining",
    ]
    .iter()
    .any(|name| {
        facts
            .answer_header(name)
            .is_some_and(|value| value.trim() == "0")
    })
}

fn is_asked_to_wait(facts: &Facts<'_>) -> bool {
    facts
        .answer_header("retry-after")
        .is_some_and(|value| value.trim() != "0")
}

/// The same kind of request was accepted with the same credentials several times within seconds, and then no more.
fn is_burst(facts: &Facts<'_>) -> bool {
    let own = facts.entry();
    let Some(from) = own.started else {
        return false;
    };
    let recent = facts
        .history
        .accepted_before
        .iter()
        .filter_map(|at| facts.exchange.entries.get(*at).map(|entry| (*at, entry)))
        .filter(|(at, entry)| {
            let close = entry
                .started
                .is_some_and(|at| from.saturating_sub(at) <= BURST_WINDOW);
            close
                && entry.request.url != own.request.url
                && facts.carried.same(*at, facts.failing.index)
        });
    recent.count() >= BURST
}
