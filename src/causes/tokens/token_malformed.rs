//! Not a whole, decodable token.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::credentials::Place;
use crate::facts::{Bearer, Facts};
use crate::speech::Saying;
use crate::token::credential::Kind;

const ID: &str = "token-malformed";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "token|jwt|jws|tokens ~4 malformed|undecodable|unparsable|unparseable|corrupt|corrupted|truncated",
        ),
        Saying::names(ID, "malformed ~3 token|jwt|jws"),
        Saying::names(
            ID,
            "token|jwt ~2 format ~2 invalid|wrong|incorrect|bad|error",
        ),
        Saying::names(
            ID,
            "invalid|wrong|bad|incorrect ~2 token|jwt ~1 format|structure|serialization|encoding|string|length",
        ),
        Saying::names(ID, "token|jwt ~2 not ~2 well formed"),
        Saying::names(ID, "number of segments"),
        Saying::names(ID, "not enough segments"),
        Saying::names(ID, "missing dot delimiter"),
        Saying::names(
            ID,
            "expected|must|exactly|have|has|need ~2 3|three parts|segments",
        ),
        Saying::names(ID, "period characters"),
        Saying::names(ID, "compact ~2 parsing|jws|jwt|jwe|serialization"),
        Saying::names(ID, "form of header"),
        Saying::names(ID, "incorrect|invalid ~1 padding"),
        Saying::names(ID, "illegal|invalid base64*"),
        Saying::names(ID, "invalid|bad|decoding|decode ~2 jwt header|payload"),
        Saying::names(ID, "invalid|bad|decoding|decode ~2 token payload"),
        Saying::names(ID, "decoding|decode ~2 token header"),
        Saying::names(ID, "not ~1 enough ~5 segments"),
        Saying::names(ID, "too many segments"),
        Saying::names(ID, "two dots and 3 sections"),
        Saying::names(
            ID,
            "token|jwt ~2 cannot|could|couldnt ~2 decoded|parsed|read",
        ),
        Saying::names(ID, "token ~3 decode ~2 error|failed|failure"),
        Saying::names(ID, "invalid character|characters ~3 token|jwt|header"),
        Saying::names(
            ID,
            "illegal|unexpected|invalid ~1 character ~3 token|jwt|base64",
        ),
        Saying::hints(ID, "decode|decoding|parse|parsing error"),
        Saying::names(ID, "decoding ~3 token failed"),
        Saying::names(
            ID,
            "failed|unable|could|couldnt|cannot|cant|error ~2 decode|decoding|parse|parsing|deserialize|unmarshal ~3 token|jwt|header|signature",
        ),
        Saying::names(ID, "not a|valid jwt"),
        Saying::names(ID, "represent ~2 valid jwt"),
        Saying::names(ID, "malformed utf"),
        Saying::names(ID, "invalid payload string"),
        Saying::names(
            ID,
            "invalid jwt ~1 failed|unable|cannot|could ~2 parse|decode|read",
        ),
        Saying::names(ID, "jwt must have ~1 3|three|2|two|tokens|parts|segments"),
        Saying::names(ID, "fehlerhaftes|fehlerhafter ~1 token"),
        Saying::names(
            ID,
            "token格式错误|token格式不正确|token格式非法|令牌格式错误|令牌格式不正确",
        ),
        Saying::names(ID, "토큰|token ~1 형식*"),
        Saying::names(ID, "トークンの形式|トークン形式"),
        Saying::names(
            ID,
            "idx12741|idx12709|idx12729|idx14100|idx14102|idx12723|idx12739",
        ),
        Saying::names(ID, "unexpected token ~8 json"),
        Saying::names(ID, "token ~3 fehlerhaft"),
        Saying::names(ID, "jeton|token ~3 mal formé"),
        Saying::names(ID, "token ~3 mal formado|malformado"),
        Saying::names(
            ID,
            "token格式|令牌格式|token解析|令牌解析|解析token|token 解析|token 格式",
        ),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let bearer = facts.bearer()?;
    let said = Finding::said(&facts.said, ID);
    let looks = defect(&bearer);
    let finding = match (said, looks) {
        // An intact token that the server cannot decode is of another kind than it wants.
        (Some(said), None) if bearer.claims.is_none() => Finding {
            confidence: Confidence::Likely,
            ..said
        },
        (Some(said), _) => said,
        (None, Some((confidence, _))) => Finding::new(confidence, Trust::Credential),
        (None, None) => return None,
    };
    let finding = match looks {
        Some((_, key)) => finding.because(Evidence::observed(Subject::Token, key)),
        None => finding,
    };
    Some(
        finding
            .arg("octets", bearer.token.credential.octets)
            .arg("name", bearer.token.name)
            .hiding(&["token-invalid"])
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
            .fix(Fix::frontend(Effort::Easy, "send-whole"))
            .fix(Fix::backend(Effort::Medium, "long-headers").snippet("long-headers")),
    )
}

/// What can be seen to be wrong with it.
fn defect(bearer: &Bearer<'_>) -> Option<(Confidence, &'static str)> {
    let credential = bearer.token.credential;
    // RFC 7519, 2: a NumericDate is a number, and strict readers refuse any other.
    let texts = bearer.claims.is_some_and(|claims| {
        [claims.exp, claims.nbf, claims.iat]
            .into_iter()
            .flatten()
            .any(|date| date.text)
    });
    if texts {
        return Some((Confidence::Likely, "date-text"));
    }
    match &credential.kind {
        // A cookie is often a framework's own signed value that only resembles a token.
        Kind::JwtBroken(_) if bearer.token.place != Place::Cookie => {
            return Some((Confidence::Likely, "broken"));
        }
        _ => {}
    }
    if credential.line_break || credential.control || credential.non_ascii {
        Some((Confidence::Likely, "stray"))
    } else if credential.url {
        Some((Confidence::Likely, "url"))
    } else if bearer.token.place == Place::Authorization
        && (credential.quoted || credential.whitespace || credential.comma)
    {
        Some((Confidence::Possible, "stray"))
    } else if credential.encoded && bearer.token.place != Place::Cookie {
        Some((Confidence::Possible, "encoded"))
    } else {
        None
    }
}
