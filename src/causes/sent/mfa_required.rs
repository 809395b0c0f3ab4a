//! A second factor, single sign-on, or a fresher, stronger sign-in is wanted.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::speech::Saying;

const ID: &str = "mfa-required";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "insufficient user authentication"),
        Saying::names(
            ID,
            "different|stronger|higher authentication level ~2 required|needed",
        ),
        Saying::names(
            ID,
            "mfa|otp|totp|2fa|tfa|twofactor|multifactor ~3 required|needed|missing|enabled|challenge|necessary|verification|incomplete",
        ),
        Saying::names(
            ID,
            "two|multi|second factor|step ~5 required|needed|missing|code|token|enroll*|verification|must|specify|incomplete",
        ),
        Saying::names(
            ID,
            "requires|require|required|needs|must|specify|provide|enter|complete ~4 mfa|otp|totp|2fa|twofactor|multifactor|two|multi|second ~1 factor|step|code|authentication|token|verification|challenge|passcode",
        ),
        Saying::names(
            ID,
            "requires|require|required|needs|must|complete|missing ~3 mfa|otp|totp|2fa|tfa",
        ),
        Saying::names(ID, "verification code ~2 required|needed|sent"),
        Saying::names(
            ID,
            "requires|require|required|needs|enter|provide ~2 one time password|passcode|code|pass",
        ),
        Saying::names(ID, "one time password|passcode ~3 required|needed|missing"),
        Saying::names(ID, "sso ~2 required|needed|mandatory|enforced"),
        Saying::names(
            ID,
            "must|required|requires|need ~3 via|through|using|use|with sso|saml|okta",
        ),
        Saying::names(ID, "saml enforcement|sso session"),
        Saying::names(ID, "single sign on ~3 required|needed|enforced"),
        Saying::names(ID, "login required sso|mfa"),
        Saying::names(ID, "sudo mode|required"),
        Saying::names(
            ID,
            "reauthentication|reauthenticate|reauth ~2 required|needed|necessary",
        ),
        Saying::names(
            ID,
            "requires|required|must|please ~2 reauthenticate|reauthentication|reauth",
        ),
        Saying::names(ID, "requires recent login|authentication"),
        Saying::names(
            ID,
            "recent|fresh ~1 login|authentication|signin|token ~2 required|needed",
        ),
        Saying::names(ID, "fresh token required"),
        Saying::names(ID, "step up ~1 authentication|required|needed"),
        Saying::names(ID, "token created with outdated policies"),
        Saying::names(ID, "interaction required ~6 outdated policies"),
        Saying::names(ID, "error interaction required"),
        Saying::names(ID, "webauthn|passkey|fido ~2 required|needed"),
        Saying::names(ID, "error insufficient claims"),
        Saying::names(ID, "insufficient aal|session aal2 required"),
        Saying::names(ID, "zwei faktor"),
        Saying::names(ID, "double authentification|facteur ~2 requise|requis"),
        Saying::names(
            ID,
            "二次验证|双因素|两步验证|需要验证码|多重身份验证|二要素認証|二段階認証",
        ),
        Saying::names(
            ID,
            "enter|provide|input|supply|submit ~3 verification|authentication|authenticator|security|confirmation|otp code",
        ),
        Saying::names(ID, "missing|expired ~2 otp|totp|mfa|2fa ~1 code|token"),
        Saying::names(
            ID,
            "verification|authenticator|security code ~2 required|missing|invalid|incorrect|expired|needed",
        ),
        Saying::names(ID, "account verification required"),
        Saying::names(
            ID,
            "fresher|recent|newer|stronger ~1 login|token|authentication|signin",
        ),
        Saying::hints(ID, "mfa|otp|totp|2fa|twofactor"),
        Saying::hints(ID, "two factor"),
        Saying::hints(ID, "conditional access"),
        Saying::hints(ID, "acr values"),
        Saying::names(
            ID,
            "mfa|2fa|tfa|totp|otp ~1 error|failed|failure|fail|challenge|enrollment|enroll|pending|setup|code|token|step",
        ),
        Saying::names(
            ID,
            "requires2fa|mfarequired|twofactorrequired|otprequired|is2fa true",
        ),
        Saying::names(ID, "requires2fa|requires2 fa$"),
        Saying::names(
            ID,
            "requires|require|needs|need ~2 2fa|mfa|otp|totp|tfa|fa|two true",
        ),
        Saying::names(ID, "mfa|2fa|otp|totp|two factor|required ~2 required true"),
        Saying::names(
            ID,
            "more|additional|another|further|extra ~1 factor|factors|verification|authentication|step|steps",
        ),
        Saying::names(ID, "factor|factors ~3 required|needed|missing|pending"),
        Saying::names(
            ID,
            "phone|device|identity|login|sms ~1 verification|confirmation ~2 required|needed|code",
        ),
        Saying::names(ID, "password ~1 confirmation ~2 required|needed"),
        Saying::names(
            ID,
            "confirm|reenter|verify ~2 password ~3 continue|proceed|before|action",
        ),
        Saying::names(
            ID,
            "re enter|authenticate ~2 password|yourself|first|continue",
        ),
        Saying::names(ID, "re authentication ~2 required|needed|necessary"),
        Saying::names(ID, "security|hardware key ~2 required|needed|missing"),
        Saying::names(
            ID,
            "organization|organisation|workspace|company|team|domain ~3 requires|enforces|require ~3 sso|saml|single|2fa|two|mfa|okta",
        ),
        Saying::names(
            ID,
            "sso|saml ~2 auth|authentication|login|authorization ~2 required|needed",
        ),
        Saying::names(ID, "sso auth required"),
        Saying::names(
            ID,
            "unrecognized|unrecognised|new|unknown|untrusted ~1 device|browser|location ~4 verify|verification|confirm|code",
        ),
        Saying::names(ID, "step up"),
        Saying::names(
            ID,
            "authentication|assurance|auth level ~3 low|insufficient|higher|required",
        ),
        Saying::names(
            ID,
            "session ~3 too old ~4 action|sign|again|operation|change",
        ),
        Saying::names(ID, "zwei faktor|stufen"),
        Saying::names(ID, "2faktor*|zweifaktor*|zweiter faktor"),
        Saying::names(
            ID,
            "bestätigungscode|sicherheitscode|einmalcode|einmalpasswort ~3 erforderlich|eingeben|ungültig|falsch|fehlt|benötigt",
        ),
        Saying::names(
            ID,
            "code ~2 vérification|sécurité|confirmation ~3 requis|invalide|incorrect|expiré",
        ),
        Saying::names(ID, "double|deux ~1 authentification|facteurs|étapes"),
        Saying::names(
            ID,
            "código|codigo ~2 verificación|verificação|segurança|seguridad|confirmación ~4 requerido|inválido|incorrecto|incorreto|expirado|requiere|necessário|no",
        ),
        Saying::names(
            ID,
            "requiere|requer|ingrese|digite|informe ~3 código|codigo ~3 verificación|verificação|seguridad|segurança",
        ),
        Saying::names(
            ID,
            "dos|dois|due ~1 factores|pasos|fatores|etapas|fattori|passaggi|fasi",
        ),
        Saying::names(ID, "двухфакторная|двухэтапная|двухфакторной|двухфакторную"),
        Saying::names(
            ID,
            "код ~2 подтверждения|безопасности ~3 требуется|неверный|введите|необходим*",
        ),
        Saying::names(ID, "требуется ~2 код ~2 подтверждения"),
        Saying::names(ID, "iki faktörlü|adımlı|aşamalı ~2 doğrulama|giriş|kimlik"),
        Saying::names(ID, "xác thực ~2 hai|2"),
        Saying::names(ID, "dua faktor|langkah"),
        Saying::names(
            ID,
            "两步|两阶段|二步|双重认证|双重验证|多因素|动态码|动态口令|动态密码|谷歌验证码|二次认证|設備驗證|雙重驗證|兩步驟",
        ),
        Saying::names(ID, "二要素|二段階|ワンタイム|認証コード|確認コード|多要素"),
        Saying::names(ID, "2단계 인증*"),
        Saying::names(ID, "추가 인증*"),
        Saying::names(ID, "인증번호*|인증코드*|일회용* ~3"),
        Saying::hints(ID, "mfa|2fa|totp|otp|tfa|twofactor|twostep"),
        Saying::hints(ID, "two|second|multi factor|step"),
        Saying::hints(ID, "verify ~3 identity|device"),
        Saying::names(
            ID,
            "authenticator*|authentifikator*|authentificateur ~2 app|code|application|anwendung|aplicación|aplicativo",
        ),
        Saying::names(
            ID,
            "code|code|código|codice|kod|код ~5 authenticator*|authentifikator*|aplicación|aplicativo|autenticad*|sms",
        ),
        Saying::names(ID, "device ~1 verification|confirmation ~2 required|needed"),
        Saying::names(ID, "error device error"),
        Saying::names(
            ID,
            "2fa|mfa|otp|needs2fa|needs2 ~1 new|device|detected|error|fa",
        ),
        Saying::names(ID, "verify ~2 session ~2 login|sign|log|continue"),
        Saying::names(ID, "verify ~3 new ~1 device|browser|location"),
        Saying::names(
            ID,
            "invalid|incorrect|wrong|missing|expired|bad ~2 otp|totp|mfa|2fa|twofactor ~1 passcode|password|pin|value",
        ),
        Saying::names(
            ID,
            "otp|totp|mfa|2fa ~1 passcode|pin ~3 invalid|incorrect|wrong|missing|required|expired",
        ),
    ],
    rules: &RULES,
    signs_out: false,
};

/// What a server may say beside this without meaning anything else.
const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "token-invalid",
    "token-revoked",
    "no-credentials",
    "login-rejected",
    "permission-denied",
    "authorization-missing",
    "basic-credentials-rejected",
    "session-expired",
]);

const SAID: Because = Because::observed(Subject::Server, "said");

static RULES: Rules = Rules {
    rows: &[
        Rule::certain("code-in-field", Trust::Header)
            .when(&[Signal::Own(
                "a field such as X-GitHub-OTP says required",
                is_code_required,
            )])
            .variant("code")
            .because(&[Because::observed(Subject::Header, "code-wanted")]),
        Rule::certain("challenge", Trust::Header)
            .when(&[Signal::Own(
                "the challenge asks for a stronger sign-in (RFC 9470)",
                is_stronger_asked,
            )])
            .because(&[Because::observed(Subject::Header, "stronger")]),
        // The same challenge also comes when a token was revoked; only the body tells the two apart.
        Rule::likely("claims-challenge", Trust::Header)
            .when(&[Signal::Own(
                "the challenge has the error insufficient_claims",
                is_claims_asked,
            )])
            .unless(&[
                Signal::Named("token-revoked"),
                Signal::Named("password-changed"),
                Signal::Named(ID),
            ])
            .because(&[Because::observed(Subject::Header, "claims")]),
        Rule::heard("named", Confidence::Certain, ID)
            .when(&[Signal::Named(ID)])
            .unless(&[BESIDE])
            .because(&[SAID]),
        Rule::heard("named-beside-another", Confidence::Likely, ID)
            .when(&[Signal::Named(ID)])
            .because(&[SAID]),
        Rule::possible("hinted", Trust::Body)
            .when(&[Signal::Said(ID)])
            .because(&[SAID]),
        // Sentry returns 401 to a good session for two things only: it wants a fresh sign-in, or the organization's own.
        Rule::likely("good-session-at-sentry", Trust::History)
            .when(&[
                Signal::AnsweredBy("sentry"),
                Signal::Own(
                    "the same credentials were accepted a moment ago",
                    is_accepted_a_moment_ago,
                ),
                Signal::Own(
                    "a cookie that could carry a session was sent",
                    is_session_sent,
                ),
            ])
            .unless(&[Signal::NamedBeside(&[])])
            .hides(&["csrf", "permission-denied"])
            .because(&[Because::observed(Subject::History, "good-session")]),
    ],
    hides: &[
        "token-invalid",
        "no-credentials",
        "basic-credentials-rejected",
        "scheme-mismatch",
    ],
    fixes: &[
        Repair::person(Effort::Easy, "step-up"),
        Repair::frontend(Effort::Medium, "ask"),
    ],
    ..Rules::BARE
};

fn is_code_required(facts: &Facts<'_>) -> bool {
    ["x-github-otp", "x-otp", "x-mfa", "x-2fa", "x-mfa-required"]
        .iter()
        .filter_map(|name| facts.entry().response.header(name))
        .any(|value| value.to_ascii_lowercase().starts_with("require"))
}

/// By RFC 9470 (`insufficient_user_authentication`, `acr_values`, `max_age`), or by a scheme `OTP`.
fn is_stronger_asked(facts: &Facts<'_>) -> bool {
    facts.challenges.iter().any(|challenge| {
        challenge.param("error") == Some("insufficient_user_authentication")
            || challenge.param("acr_values").is_some()
            || challenge.param("max_age").is_some()
            || challenge.is("otp")
    })
}

fn is_claims_asked(facts: &Facts<'_>) -> bool {
    let mut challenges = facts.challenges.iter();
    challenges.any(|challenge| challenge.param("error") == Some("insufficient_claims"))
}

fn is_accepted_a_moment_ago(facts: &Facts<'_>) -> bool {
    facts.accepted_a_moment_ago()
}

fn is_session_sent(facts: &Facts<'_>) -> bool {
    !facts.credentials.session_cookies().is_empty()
}
