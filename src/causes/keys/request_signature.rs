//! A signed request (AWS `SigV4`, HMAC, OAuth 1, signed URL) does not verify, or its time is off.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::said::Voice;
use crate::speech::Saying;

const ID: &str = "request-signature";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "signature does not match|matched"),
        Saying::names(ID, "signature we calculated"),
        Saying::names(ID, "signature ~2 mismatch|mismatched"),
        Saying::names(ID, "request time too skewed"),
        Saying::names(ID, "string to sign"),
        Saying::names(ID, "stale request ~4 time"),
        Saying::names(
            ID,
            "request|url|hmac|aws|oauth signature ~4 invalid|expired|not|failed|incorrect|wrong",
        ),
        Saying::names(
            ID,
            "invalid|bad|incorrect|wrong ~1 request|url|hmac|aws|oauth|api ~1 signature|hmac",
        ),
        Saying::names(ID, "incomplete signature|aws"),
        Saying::names(ID, "invalid signature exception"),
        Saying::names(ID, "unrecognized client exception"),
        Saying::names(ID, "expected payload is not built"),
        Saying::names(ID, "payload ~3 signature|signed ~3 invalid|mismatch|match"),
        Saying::hints(ID, "missing authentication token exception"),
        Saying::names(ID, "signature expired"),
        Saying::names(ID, "oauth problem"),
        Saying::names(ID, "oauth ~4 timestamp|nonce|signature"),
        Saying::names(
            ID,
            "timestamp ~4 refused|outside|skewed|old|expired|ahead|range|window|invalid",
        ),
        Saying::names(ID, "invalid|bad|stale|expired ~1 timestamp"),
        Saying::hints(ID, "nonce ~2 used|reused|invalid|expired"),
        Saying::names(
            ID,
            "hmac ~3 does|not|invalid|verify|verified|match|failed|mismatch",
        ),
        Saying::names(ID, "could not authenticate you"),
        Saying::names(
            ID,
            "make sure that the value of authorization header is formed correctly including the signature",
        ),
        Saying::names(ID, "signature not valid in the specified time frame"),
        Saying::names(ID, "sign check|verification ~1 failed|error"),
        Saying::names(ID, "signature check ~1 failed|error"),
        Saying::names(ID, "signature verification ~1 error"),
        Saying::hints(ID, "signature verification ~1 failed"),
        Saying::names(ID, "签名错误|签名不正确|签名验证失败|签名无效|验签失败"),
        Saying::hints(ID, "invalid signature"),
        Saying::hints(ID, "error|invalid|wrong|incorrect sign"),
        Saying::hints(ID, "sign error|invalid|wrong|mismatch"),
        Saying::hints(ID, "signature ~2 invalid|required|missing"),
        Saying::names(
            ID,
            "request timestamp|time ~3 old|expired|invalid|range|skewed",
        ),
        Saying::names(ID, "x timestamp ~4 range|invalid|expired|old|required"),
        Saying::names(ID, "timestamp request expired"),
        Saying::names(ID, "replay ~2 detected|attack|protection|request"),
        Saying::names(ID, "nonce already ~1 used"),
        Saying::names(ID, "nonce must ~2 greater|increase|increasing|unique"),
        Saying::names(ID, "recv window"),
        Saying::names(
            ID,
            "digest|content hash|body hash|content md5 ~3 mismatch|match|invalid",
        ),
        Saying::names(
            ID,
            "时间戳过期|时间戳无效|时间戳错误|签名失败|签名校验|验签不|签名有误|签名验证不",
        ),
        Saying::names(ID, "署名が無効|署名が正しく|署名の検証"),
        Saying::names(ID, "서명* ~2 올바르*|유효*|일치*|잘못*"),
        Saying::hints(
            ID,
            "signatur|signature|firma|assinatura ~2 ungültig|invalide|inválida|invalida|errata",
        ),
        Saying::hints(ID, "неверная|недействительная подпись"),
        Saying::hints(ID, "bad|invalid|wrong|incorrect|verify signature"),
        Saying::hints(ID, "signature verification|validation ~1 failed|error"),
        Saying::hints(ID, "request ~2 expired"),
        Saying::hints(ID, "clock ~2 drift|skew"),
        Saying::names(
            ID,
            "签名不匹配|签名不一致|签名校验不|签名验证不|簽名錯誤|簽名不|署名が一致|署名が不正|署名エラー",
        ),
        Saying::names(
            ID,
            "sign|signature ~2 not ~1 match|matched|equal|correct|verified",
        ),
    ],
    rules: &RULES,
    signs_out: false,
};

// A token has a signature too, so the word alone does not tell which of the two is meant.
const SIGNED_TOKEN: Signal = Signal::Own("a token with a signature was sent", is_token_signed);

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        Rule::heard("named-of-signed-request", Confidence::Certain, ID)
            .when(&[Signal::Named(ID), Signal::Signed]),
        Rule::heard("named", Confidence::Certain, ID)
            .when(&[Signal::Named(ID)])
            .unless(&[SIGNED_TOKEN]),
        Rule::certain("hinted-of-signed-request", Trust::Body)
            .when(&[Signal::Said(ID), Signal::Signed]),
        Rule::possible("named-with-token", Trust::Body).when(&[Signal::Named(ID)]),
        Rule::likely("hinted-in-header", Trust::Header)
            .when(&[Signal::Own(
                "a header field speaks of request-signature",
                is_said_in_header,
            )])
            .unless(&[SIGNED_TOKEN, Signal::AuthorizationSent]),
        Rule::likely("signed", Trust::Typical)
            .when(&[Signal::Signed])
            .unless(&[Signal::Said(ID), Signal::NamedBeside(&[])]),
    ],
    because: &[
        Because::observed(Subject::Request, "signed").when(&[Signal::Signed]),
        Because::observed(Subject::Request, "speaks")
            .when(&[Signal::Own("the request is not signed", is_unsigned)]),
        Because::observed(Subject::Server, "said").when(&[Signal::Said(ID)]),
        Because::observed(Subject::Clock, "clock").when(&[Signal::ClocksDiffer]),
    ],
    hides: &["token-signature", "token-invalid", "api-key-invalid"],
    fixes: &[
        Repair::person(Effort::Easy, "fix.set-clock").when(&[Signal::ClocksDiffer]),
        Repair::frontend(Effort::Medium, "same"),
        Repair::backend(Effort::Medium, "compare"),
    ],
    ..Rules::BARE
};

fn is_token_signed(facts: &Facts<'_>) -> bool {
    let named = facts.said.names("token-signature") && facts.bearer().is_some();
    named || facts.credentials.jwts().next().is_some()
}

fn is_said_in_header(facts: &Facts<'_>) -> bool {
    let said = facts.said.cause(ID);
    said.is_some_and(|(voice, _)| matches!(voice, Voice::Header | Voice::Challenge))
}

fn is_unsigned(facts: &Facts<'_>) -> bool {
    !facts.is_signed()
}
