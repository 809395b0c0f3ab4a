//! Not a whole, decodable token.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::Place;
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
    rules: &RULES,
    signs_out: false,
};

const DATE_TEXT: Signal = Signal::Own("a date of the token is a text", |facts| {
    has(facts, Defect::DateText)
});
const BROKEN: Signal = Signal::Own("the token is a JWT that cannot be decoded", |facts| {
    has(facts, Defect::Broken)
});
const STRAY: Signal = Signal::Own("the token holds a character that none can hold", |facts| {
    has(facts, Defect::Stray)
});
const ADDRESS: Signal = Signal::Own("the token is an address", |facts| {
    has(facts, Defect::Address)
});
const QUOTED: Signal = Signal::Own("the token holds a quote, a space or a comma", |facts| {
    has(facts, Defect::Quoted)
});
const ENCODED: Signal = Signal::Own("the token is percent-encoded", |facts| {
    has(facts, Defect::Encoded)
});

static RULES: Rules = Rules {
    when: &[Signal::TokenSent],
    rows: &[
        // An intact token that the server cannot decode is of another kind than it expects.
        Rule::said("said-of-an-intact-token", ID)
            .unless(&[
                Signal::ClaimsRead,
                Signal::Own("a defect of the token can be seen", is_defective),
            ])
            .at_most(Confidence::Likely),
        Rule::said("said", ID),
        Rule::likely("date-text", Trust::Credential).when(&[DATE_TEXT]),
        Rule::likely("broken", Trust::Credential).when(&[BROKEN]),
        Rule::likely("stray", Trust::Credential).when(&[STRAY]),
        Rule::likely("address", Trust::Credential).when(&[ADDRESS]),
        Rule::possible("quoted", Trust::Credential).when(&[QUOTED]),
        Rule::possible("encoded", Trust::Credential).when(&[ENCODED]),
    ],
    because: &[
        Because::observed(Subject::Token, "date-text").when(&[DATE_TEXT]),
        Because::observed(Subject::Token, "broken").when(&[BROKEN]),
        Because::observed(Subject::Token, "stray").when(&[STRAY]),
        Because::observed(Subject::Token, "url").when(&[ADDRESS]),
        Because::observed(Subject::Token, "stray").when(&[QUOTED]),
        Because::observed(Subject::Token, "encoded").when(&[ENCODED]),
    ],
    hides: &["token-invalid"],
    fills: &[("octets", octets), ("name", name)],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again"),
        Repair::frontend(Effort::Easy, "send-whole"),
        Repair::backend(Effort::Medium, "long-headers").snippet("long-headers"),
    ],
    ..Rules::BARE
};

/// What can be seen to be wrong with a token; of several, the first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Defect {
    /// RFC 7519, 2: a `NumericDate` is a number, and strict readers reject any other.
    DateText,
    Broken,
    Stray,
    Address,
    Quoted,
    Encoded,
}

fn defect(facts: &Facts<'_>) -> Option<Defect> {
    let bearer = facts.bearer()?;
    let credential = bearer.token.credential;
    let place = bearer.token.place;
    let dates = bearer.claims.map(|one| [one.exp, one.nbf, one.iat]);
    let found = [
        (
            Defect::DateText,
            dates.iter().flatten().flatten().any(|date| date.text),
        ),
        // A cookie is often a framework's own signed value that only resembles a token.
        (
            Defect::Broken,
            matches!(credential.kind, Kind::JwtBroken(_)) && place != Place::Cookie,
        ),
        (
            Defect::Stray,
            credential.line_break || credential.control || credential.non_ascii,
        ),
        (Defect::Address, credential.url),
        (
            Defect::Quoted,
            place == Place::Authorization
                && (credential.quoted || credential.whitespace || credential.comma),
        ),
        (
            Defect::Encoded,
            credential.encoded && place != Place::Cookie,
        ),
    ];
    let mut found = found.into_iter().filter(|(_, seen)| *seen);
    found.next().map(|(defect, _)| defect)
}

fn has(facts: &Facts<'_>, one: Defect) -> bool {
    defect(facts) == Some(one)
}

fn is_defective(facts: &Facts<'_>) -> bool {
    defect(facts).is_some()
}

fn octets(facts: &Facts<'_>) -> Value {
    facts
        .bearer()
        .map(|bearer| bearer.token.credential.octets)
        .into()
}

fn name(facts: &Facts<'_>) -> Value {
    facts.bearer().map(|bearer| bearer.token.name).into()
}
