//! Signature, key or algorithm not accepted.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::speech::Saying;
use crate::token::claims::{Claims, Fault};
use crate::token::credential::Kind;

const ID: &str = "token-signature";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "jwt|jws|token ~4 signature"),
        Saying::names(ID, "signature ~4 jwt|jws|token"),
        Saying::names(ID, "signature verification|validation"),
        Saying::names(ID, "invalid signature error"),
        Saying::names(ID, "signed jwt rejected"),
        Saying::names(
            ID,
            "no|matching|suitable|unable|find|resolve|unknown|missing ~5 signing|verification key|keys",
        ),
        Saying::names(
            ID,
            "unable|cannot|could|couldnt|failed ~3 find|locate ~3 jwk|jwks|kid",
        ),
        Saying::names(ID, "unable|cannot|could|couldnt|failed ~3 resolve ~3 kid"),
        Saying::names(ID, "signing key"),
        Saying::names(ID, "signature key ~3 found"),
        Saying::names(ID, "jwt verification fails|failed"),
        Saying::names(ID, "key to match kid"),
        Saying::names(ID, "signing method ~2 invalid"),
        Saying::names(ID, "unexpected signing method"),
        Saying::hints(ID, "jwks|jwk|jwkset"),
        Saying::names(ID, "matching|applicable ~2 key|keys ~2 found|jwks"),
        Saying::names(ID, "no matching key|keys"),
        Saying::names(ID, "rsa|ecdsa|hmac verification error"),
        Saying::names(ID, "jws verification|validation ~1 failed|error"),
        Saying::names(ID, "no|without ~1 suitable key|keys"),
        Saying::names(ID, "alg value ~3 not|invalid"),
        Saying::names(ID, "cryptographic primitive"),
        Saying::names(
            ID,
            "find|locate ~2 matching|suitable|appropriate|applicable|corresponding|public|right ~1 key|keys|certificate",
        ),
        Saying::names(
            ID,
            "unknown|unrecognized|unrecognised ~1 public|signing key",
        ),
        Saying::hints(ID, "key id|identifier ~2 unknown|not|unrecognized|mismatch"),
        Saying::names(ID, "unknown|invalid|unrecognized key id"),
        Saying::names(ID, "no key|keys ~2 match|matches|matched|matching"),
        Saying::names(
            ID,
            "unknown|invalid|wrong|missing|unrecognized|matching ~1 kid",
        ),
        Saying::names(ID, "kid ~4 invalid|unknown|match|matches|found|missing|not"),
        Saying::names(ID, "kid claim"),
        Saying::names(
            ID,
            "algorithm ~4 allowed|supported|expected|mismatch|invalid|match|unsupported|specified",
        ),
        Saying::names(
            ID,
            "invalid|unsupported|unexpected|wrong|disallowed ~2 algorithm|alg",
        ),
        Saying::names(ID, "another algorithm expected"),
        Saying::names(ID, "alg ~2 none"),
        Saying::names(ID, "unsecured|unsigned jws|jwt|token"),
        Saying::hints(ID, "secret or public key"),
        Saying::names(
            ID,
            "idx10500|idx10501|idx10503|idx10504|idx10506|idx10511|idx10517|idx10634",
        ),
        Saying::names(ID, "crypto|cryptographic ~3 error|failure ~3 token|jwt"),
        Saying::hints(ID, "invalid|bad|wrong signature"),
        Saying::hints(
            ID,
            "signature ~4 invalid|failed|mismatch|match|verified|verify|wrong",
        ),
        Saying::hints(ID, "convert access token"),
        Saying::hints(ID, "signatur ~3 ungültig|falsch"),
        Saying::hints(ID, "ungültige|falsche ~1 signatur"),
        Saying::hints(
            ID,
            "failed|unable|could|couldnt|cannot ~2 verify|validate ~2 signature",
        ),
        Saying::hints(ID, "firma ~4 inválida|incorrecta"),
        Saying::hints(ID, "firma ~3 no ~1 válida|coincide"),
        Saying::hints(ID, "assinatura ~4 inválida|incorreta"),
        Saying::hints(ID, "signature ~4 invalide|incorrecte"),
        Saying::hints(
            ID,
            "неверная|недействительная|некорректная|неправильная ~1 подпись",
        ),
        Saying::hints(ID, "подпись ~3 неверна|недействительна|некорректна"),
        Saying::hints(ID, "署名が無効|署名が不正|署名の検証|署名検証"),
        Saying::hints(ID, "서명* ~2 유효하지|올바르지|일치하지"),
        Saying::hints(ID, "잘못된|유효하지 ~3 서명*"),
        Saying::hints(
            ID,
            "签名错误|签名无效|签名验证失败|验签失败|签名不正确|签名不匹配|签名校验失败",
        ),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.said.coded(ID) {
        return Finding::said(&facts.said, ID).map(mended);
    }
    let bearer = facts.bearer()?;
    // Of a JWT that was sent, "signature does not match" speaks as well as of a signed request.
    let as_bearer = facts
        .credentials
        .authorization
        .as_ref()
        .is_some_and(|sent| sent.is("bearer"));
    let of_request = facts.said.names("request-signature")
        && bearer.claims.is_none()
        && !as_bearer
        && (facts.is_signed() || !facts.said.names(ID));
    let said = Finding::said(&facts.said, ID).filter(|_| !of_request);
    let finding = match (said, bearer.claims) {
        // "Signature has expired" speaks of the token's end, in the words of PyJWT and of Ruby's library.
        (Some(_), _) if facts.said.names("token-expired") => return None,
        // What cannot be read at all has no signature that could be looked at.
        (Some(said), _) if facts.said.names("token-malformed") => Finding {
            confidence: Confidence::Possible,
            ..said
        },
        // Where no JWT was sent, none can have been signed by another key.
        (Some(said), None) if !matches!(bearer.token.credential.kind, Kind::Jwe | Kind::Opaque) => {
            Finding {
                confidence: Confidence::Possible,
                ..said
            }
        }
        // In a Bearer challenge "the signature is invalid" can mean no other signature.
        (Some(said), _) if said.trust == Trust::Header && facts.challenged("Bearer") => Finding {
            confidence: Confidence::Certain,
            ..said
        },
        (Some(said), _) => said,
        (None, Some(claims)) if is_unsigned(claims) => Finding::likely(Trust::Credential)
            .because(Evidence::observed(Subject::Token, "unsigned")),
        _ => return None,
    };
    let finding = match bearer.claims {
        Some(claims) => with_header(finding, claims),
        None => finding,
    };
    Some(mended(finding))
}

/// What the token's header says of its signature.
fn with_header(finding: Finding, claims: &Claims) -> Finding {
    let named = |claim: &Option<String>| claim.clone().filter(|text| !text.trim().is_empty());
    match (named(&claims.alg), named(&claims.kid)) {
        (Some(alg), Some(kid)) => finding
            .variant("named")
            .arg("alg", alg)
            .arg("kid", kid)
            .because(Evidence::observed(Subject::Token, "header")),
        (Some(alg), None) => finding
            .variant("alg")
            .arg("alg", alg)
            .because(Evidence::observed(Subject::Token, "header-alg")),
        _ => finding,
    }
}

fn mended(finding: Finding) -> Finding {
    finding
        .hiding(&["token-invalid"])
        .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
        .fix(Fix::frontend(Effort::Easy, "whole"))
        .fix(Fix::backend(Effort::Medium, "keys").snippet("jwt-check"))
}

/// Nothing is signed (RFC 7519, section 6), which no API may accept.
fn is_unsigned(claims: &Claims) -> bool {
    claims.faults.contains(&Fault::Unsigned)
        || claims
            .alg
            .as_deref()
            .is_some_and(|alg| alg.eq_ignore_ascii_case("none"))
}
