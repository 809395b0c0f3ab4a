//! A signed request (AWS `SigV4`, HMAC, OAuth 1, signed URL) does not verify, or its time is off.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::said::Voice;
use crate::speech::{Saying, Weight};

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
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() {
        return None;
    }
    let signed = facts.is_signed();
    let said = facts.said.cause(ID);
    // A token has a signature too, so the word alone does not tell which of the two is meant.
    let of_token = facts.said.names("token-signature") && facts.bearer().is_some();
    let has_jwt = of_token || facts.credentials.jwts().next().is_some();
    let finding = match said {
        Some((voice, saying)) if saying.weight == Weight::Names && (signed || !has_jwt) => {
            Finding::certain(Trust::from(voice))
        }
        Some(_) if signed => Finding::certain(Trust::Body),
        Some((_, saying)) if saying.weight == Weight::Names => Finding::possible(Trust::Body),
        Some((Voice::Header | Voice::Challenge, _))
            if !has_jwt && !facts.credentials.has_authorization() =>
        {
            Finding::likely(Trust::Header)
        }
        None if signed && !facts.said.names_any() => Finding::likely(Trust::Typical),
        _ => return None,
    };
    let finding = finding.because(Evidence::observed(
        Subject::Request,
        if signed { "signed" } else { "speaks" },
    ));
    let finding = if said.is_some() {
        finding.because(Evidence::observed(Subject::Server, "said"))
    } else {
        finding
    };
    let finding = if facts.clock.differ() {
        finding
            .because(Evidence::observed(Subject::Clock, "clock"))
            .fix(Fix::person(Effort::Easy, "fix.set-clock"))
    } else {
        finding
    };
    Some(
        finding
            .hiding(&["token-signature", "token-invalid", "api-key-invalid"])
            .fix(Fix::frontend(Effort::Medium, "same"))
            .fix(Fix::backend(Effort::Medium, "compare")),
    )
}
