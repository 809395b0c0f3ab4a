//! The server calls the token invalid, says no more, and nothing local explains it.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::Place;
use crate::facts::names::Purpose;
use crate::facts::said::Voice;
use crate::speech::Saying;

const ID: &str = "token-invalid";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::hints(ID, "error invalid token"),
        Saying::hints(
            ID,
            "invalid|bad|incorrect|wrong|unknown|illegal ~3 token|tokens|jwt|bearer",
        ),
        Saying::hints(ID, "invalid oauthtoken"),
        Saying::hints(ID, "token|jwt ~8 invalid|incorrect|wrong|unknown|illegal"),
        Saying::hints(
            ID,
            "token|jwt ~2 not ~1 valid|recognized|recognised|accepted|found|authenticated",
        ),
        Saying::hints(ID, "token ~2 isnt valid"),
        Saying::hints(
            ID,
            "token|jwt ~2 verification|validation|verify ~1 failed|error",
        ),
        Saying::hints(
            ID,
            "failed|unable|could|couldnt|cannot|cant ~3 verify|validate|authenticate ~3 token|jwt|credentials",
        ),
        Saying::hints(ID, "bad credentials"),
        Saying::hints(ID, "invalid|incorrect ~2 authentication credentials"),
        Saying::hints(ID, "invalid credentials"),
        Saying::names(ID, "invalid credentials in authorization header"),
        Saying::hints(ID, "token ~2 rejected|refused|denied"),
        Saying::hints(ID, "unauthorized token|bearer"),
        Saying::hints(ID, "authentication|auth token ~1 invalid"),
        Saying::hints(ID, "error validating access token"),
        Saying::hints(ID, "code token not valid"),
        Saying::hints(ID, "token ~2 ungültig"),
        Saying::hints(ID, "ungültiges|ungültiger ~1 token"),
        Saying::hints(ID, "jeton|token ~2 invalide"),
        Saying::hints(ID, "token ~2 inválido|invalido"),
        Saying::hints(ID, "token ~2 no|não ~1 válido|valido"),
        Saying::hints(ID, "token ~2 non valido"),
        Saying::hints(ID, "токен ~2 недействителен|невалиден|неверный"),
        Saying::hints(ID, "неверный|недействительный токен"),
        Saying::hints(ID, "token ~1 无效|不合法|错误|非法"),
        Saying::hints(
            ID,
            "token无效|无效token|token错误|无效的token|非法token|token不合法|token验证失败|token校验失败",
        ),
        Saying::hints(
            ID,
            "令牌无效|无效的令牌|令牌不合法|令牌验证失败|令牌校验失败",
        ),
        Saying::hints(ID, "トークンが無効|無効なトークン|トークンが不正"),
        Saying::hints(ID, "유효하지 ~1 토큰*"),
        Saying::hints(ID, "code 900901"),
        Saying::hints(
            ID,
            "missing|expired|revoked|incorrect|invalid|malformed|wrong ~1 expired|revoked|incorrect|invalid|malformed|wrong ~1 or",
        ),
    ],
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    when: &[Signal::TokenSent],
    unless: &[
        Signal::Purpose(Purpose::Refresh),
        Signal::Purpose(Purpose::SignIn),
        Signal::Purpose(Purpose::Token),
        Signal::Own("the token is in a cookie", is_cookie),
    ],
    rows: &[
        // Its own word is the weakest there is, so it never outweighs what explains the failure.
        Rule::likely("said", Trust::Typical)
            .when(&[Signal::Said(ID)])
            .unless(&[Signal::TokenExpired, Signal::NamedBeside(&[ID])]),
        Rule::possible("sent", Trust::Typical),
    ],
    because: &[
        Because::observed(Subject::Server, "said-header").when(&[Signal::SaidInHeader(ID)]),
        Because::observed(Subject::Server, "said-body").when(&[Signal::Own(
            "the server says so in the body",
            is_said_in_body,
        )]),
        Because::observed(Subject::Token, "sent")
            .when(&[Signal::Own("the server does not say so", is_not_said)]),
        Because::observed(Subject::Token, "holds")
            .when(&[Signal::Own("the token is valid by every clock", is_valid)]),
    ],
    fixes: &[
        Repair::person(Effort::Easy, "sign-in"),
        Repair::frontend(Effort::Easy, "same-token"),
        Repair::backend(Effort::Medium, "log-why").snippet("challenge"),
    ],
    ..Rules::BARE
};

fn is_cookie(facts: &Facts<'_>) -> bool {
    facts
        .bearer()
        .is_some_and(|bearer| bearer.token.place == Place::Cookie)
}

fn voice(facts: &Facts<'_>) -> Option<Voice> {
    facts.said.cause(ID).map(|(voice, _)| voice)
}

fn is_said_in_body(facts: &Facts<'_>) -> bool {
    matches!(voice(facts), Some(Voice::Body | Voice::Reason))
}

fn is_not_said(facts: &Facts<'_>) -> bool {
    voice(facts).is_none()
}

fn is_valid(facts: &Facts<'_>) -> bool {
    facts.token_holds()
}
