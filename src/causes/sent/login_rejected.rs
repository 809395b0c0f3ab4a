//! The failed request is itself the sign-in: wrong user name, password or code.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::{Purpose, grant_type};
use crate::speech::{Meaning, Saying};

const ID: &str = "login-rejected";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "invalid|incorrect|wrong|bad|unknown|falsche|mismatched ~3 username|user|email|login|password|passcode|userid|identifier|loginid ~2 password|name|passwort|combination|address|id|or|and",
        ),
        Saying::names(
            ID,
            "invalid|incorrect|wrong|bad ~1 password|passcode|pin|username|email",
        ),
        Saying::names(
            ID,
            "username|user|email|login|password|name|passwords ~4 incorrect|wrong|invalid|mismatch|unknown|match",
        ),
        Saying::names(ID, "no active account found"),
        Saying::names(
            ID,
            "no|unknown ~1 user|account|username|email ~4 found|exists|registered|such",
        ),
        Saying::names(
            ID,
            "user|account|email|username ~2 not found|exist|registered",
        ),
        Saying::names(
            ID,
            "invalid|incorrect|wrong|bad ~1 login|signin|user|otp|verification|one ~2 credentials|attempt|code",
        ),
        Saying::names(
            ID,
            "invalid|incorrect|wrong ~2 otp|totp|mfa|2fa ~1 code|token",
        ),
        Saying::names(
            ID,
            "login|signin|logon ~1 failed|incorrect|invalid|failure|unsuccessful|error",
        ),
        Saying::names(ID, "did not sign in correctly"),
        Saying::names(ID, "invalid user credentials"),
        Saying::names(ID, "these credentials do not match"),
        Saying::names(ID, "unable to log|sign ~1 in ~2 with|using"),
        Saying::names(ID, "e0000004"),
        Saying::names(ID, "credentials signin"),
        Saying::names(
            ID,
            "passwort|kennwort|benutzername|zugangsdaten|anmeldedaten ~4 falsch|ungültig|stimmt|inkorrekt",
        ),
        Saying::names(
            ID,
            "falsche|falsches|ungültige|falscher ~2 passwort|zugangsdaten|anmeldedaten|benutzername",
        ),
        Saying::names(ID, "mot de passe ~4 incorrect|invalide|erroné"),
        Saying::names(
            ID,
            "identifiants|identifiant ~3 incorrects|invalides|incorrect|invalide|erronés",
        ),
        Saying::names(
            ID,
            "usuario|contraseña|credenciales|clave ~4 incorrecta|incorrecto|incorrectos|incorrectas|inválidas|invalidas|inválida|inválido|válidas",
        ),
        Saying::names(
            ID,
            "credenciais|senha|usuário|usuario ~4 inválida|inválidas|invalidas|incorreta|incorretas|incorretos|inválido|inválidos",
        ),
        Saying::names(
            ID,
            "неверный|неправильный|неверные|неверное ~2 логин|пароль|имя|данные",
        ),
        Saying::names(
            ID,
            "密码错误|用户名或密码|账号或密码|帐号或密码|用户名不存在|账号不存在|用户不存在|密码不正确|登录失败|验证码错误",
        ),
        Saying::names(
            ID,
            "パスワードが|ユーザー名または|メールアドレスまたは|ログインに失敗",
        ),
        Saying::names(ID, "비밀번호가|아이디 또는 비밀번호"),
        Saying::names(
            ID,
            "old|current|previous|existing|present ~1 password|passcode ~3 incorrect|wrong|invalid|match|mismatch",
        ),
        Saying::names(
            ID,
            "mot de passe actuel|ancien ~2 incorrect|invalide|erroné",
        ),
        Saying::names(ID, "ancien mot de passe"),
        Saying::names(ID, "altes|aktuelles|bisheriges passwort"),
        Saying::names(ID, "contraseña actual|anterior"),
        Saying::names(ID, "senha atual|antiga"),
        Saying::names(ID, "wrong|incorrect|invalid ~1 old|current password"),
        Saying::names(ID, "no|such ~1 such user|account"),
        Saying::names(
            ID,
            "user|account|username|email ~2 unknown|unrecognized|unrecognised",
        ),
        Saying::names(
            ID,
            "credenciales|credenciais|credenziali ~1 no|non|não ~1 valide|válidas|validas|corrette",
        ),
        Saying::names(ID, "password|nome ~3 errata|errato|sbagliata"),
        Saying::names(ID, "wachtwoord|gebruikersnaam ~4 onjuist|ongeldig|fout"),
        Saying::names(ID, "hasło|login ~4 nieprawidłowe|błędne|niepoprawne"),
        Saying::names(ID, "kullanıcı|şifre|parola ~4 hatalı|yanlış"),
        Saying::names(ID, "lösenord|adgangskode|salasana ~4 fel|forkert|väärä"),
        Saying::names(ID, "email|username|user atau password|kata"),
        Saying::names(
            ID,
            "登入失敗|帳號或密碼|帐户或密码|邮箱或密码|手机号或密码|密码有误|账户不存在",
        ),
        Saying::names(ID, "mật khẩu ~4 đúng|sai|hợp"),
        Saying::names(ID, "đăng nhập ~3 thất|sai"),
        Saying::names(ID, "tài khoản ~4 sai|đúng|tồn"),
        Saying::hints(ID, "error invalid grant"),
        Saying::hints(
            ID,
            "invalid|incorrect|bad|wrong credentials|credential|login",
        ),
        Saying::hints(ID, "credentials ~2 invalid|incorrect|wrong|match|rejected"),
        Saying::hints(ID, "authentication failed|failure"),
        Saying::hints(ID, "invalid|wrong|incorrect|expired ~1 code"),
        Saying::hints(
            ID,
            "will|would|may|can|could|gets|before|until ~6 locked|blocked|disabled|suspended|banned|lockout|lock ~2 after|if|out$",
        ),
        Saying::hints(
            ID,
            "will|would|may be ~2 locked|blocked|disabled|suspended|banned",
        ),
        Saying::hints(ID, "before ~6 locked|blocked|disabled|lockout|suspended"),
        Saying::hints(
            ID,
            "attempts|tries|attempt|try|chances|versuche|tentatives|essais|intentos|tentativas|tentativi ~3 left|remaining|remain|remains|verbleibend|verbleiben|übrig|restantes|restants|rimasti|rimanenti",
        ),
        Saying::hints(
            ID,
            "remaining|left|more ~2 attempts|tries|attempt|try|failure|failures|chances",
        ),
        Saying::hints(ID, "剩余次数|还可以尝试|还有几次|剩余|残り"),
        Saying::names(
            ID,
            "login|credentials|signin|username|password|email ~3 details|data|information ~3 incorrect|wrong|invalid|not",
        ),
        Saying::names(ID, "password ~4 did|does|do ~1 not match"),
        Saying::names(
            ID,
            "could|couldnt|cannot|cant|not ~2 find|found ~4 account|user|email",
        ),
        Saying::names(ID, "thats|that password ~1 isnt|wrong|incorrect|not"),
        Saying::names(ID, "invalid login|signin"),
        Saying::names(ID, "anmeldung|login ~2 fehlgeschlagen|gescheitert"),
        Saying::names(ID, "échec ~3 connexion|lauthentification|authentification"),
        Saying::names(ID, "inicio ~2 sesión ~2 fallido|incorrecto|inválido"),
        Saying::names(ID, "falha ~3 login|autenticação"),
        Saying::names(ID, "accesso ~1 non ~1 riuscito|fallito"),
        Saying::names(ID, "inloggen ~1 mislukt"),
        Saying::names(
            ID,
            "nieprawidłowy|błędny|błędne|niepoprawny ~3 login|hasło|hasla",
        ),
        Saying::names(ID, "giriş ~1 başarısız"),
        Saying::names(ID, "неверный|невірний|неправильный ~3 пароль"),
        Saying::names(ID, "nesprávné|chybné|špatné ~2 heslo|jméno"),
        Saying::names(ID, "fel|feil|forkert ~1 lösenord|passord|adgangskode"),
        Saying::names(ID, "كلمة المرور ~3 صحيحة|خاطئة"),
        Saying::names(ID, "로그인* ~1 실패*"),
        Saying::names(ID, "일치하지 않*"),
        Saying::names(
            ID,
            "密码输入错误|账号密码错误|账户密码错误|登陆失败|登录名或密码|密碼錯誤|ログインに失敗|パスワードが間違|メールアドレスかパスワード",
        ),
        Saying::hints(
            ID,
            "auth|authentication|authorization|autenticación|autenticação|authentification ~2 failed|failure|fehlgeschlagen|error|échouée",
        ),
        Saying::hints(ID, "ошибка ~1 авторизации|входа|аутентификации"),
        Saying::hints(ID, "認証に失敗|认证失败|登录错误"),
    ],
    rules: &RULES,
    signs_out: false,
};

/// What a server may say of a rejected sign-in without meaning anything else.
const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "basic-credentials-rejected",
    "no-credentials",
    "token-invalid",
]);

const SIGN_IN: Signal = Signal::Own("the request gives a password", is_sign_in);

const ASKED: Because = Because::observed(Subject::Request, "sign-in");
const SAID: Because = Because::observed(Subject::Server, "said").when(&[Signal::Said(ID)]);

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        // A code that is wrong may be that of the second factor.
        Rule::likely("named-or-second-factor", Trust::Body)
            .when(&[SIGN_IN, Signal::Named(ID), Signal::Said("mfa-required")])
            .unless(&[BESIDE])
            .because(&[ASKED, SAID]),
        Rule::certain("named", Trust::Body)
            .when(&[SIGN_IN, Signal::Named(ID)])
            .unless(&[BESIDE])
            .because(&[ASKED, SAID]),
        Rule::possible("sign-in-and-another-cause", Trust::Typical)
            .when(&[SIGN_IN, BESIDE])
            .unless(&[Signal::Named(ID)])
            .because(&[ASKED, SAID]),
        Rule::possible("accepted-without-cookies", Trust::Typical)
            .when(&[
                SIGN_IN,
                Signal::Own(
                    "the same sign-in was accepted later, without its cookies",
                    is_accepted_soon,
                ),
            ])
            .unless(&[Signal::Named(ID)])
            .because(&[ASKED, SAID]),
        Rule::likely("hinted", Trust::Body)
            .when(&[SIGN_IN, Signal::Said(ID)])
            .unless(&[BESIDE])
            .because(&[ASKED, SAID]),
        Rule::possible("another-cause-hinted", Trust::Typical)
            .when(&[
                SIGN_IN,
                Signal::Own("the server hints at another reason", is_another_hinted),
            ])
            .unless(&[BESIDE])
            .because(&[ASKED]),
        // A sign-in is rejected for many reasons: a locked account, a second factor, a full store of sessions.
        Rule::likely("sign-in", Trust::Typical)
            .when(&[SIGN_IN, Signal::BodyRead])
            .because(&[ASKED, SAID]),
        Rule::possible("sign-in-without-body", Trust::Header)
            .when(&[SIGN_IN])
            .because(&[ASKED, SAID]),
        Rule::likely("named-of-a-post", Trust::Body)
            .when(&[
                Signal::Named(ID),
                Signal::Own("something was posted", is_posted),
                Signal::NothingSent,
            ])
            .unless(&[BESIDE, Signal::Said("authorization-missing")])
            .because(&[ASKED, SAID]),
        Rule::likely("old-password", Trust::Body)
            .when(&[
                Signal::Named(ID),
                Signal::Own("the server speaks of an old password", is_of_old_password),
            ])
            .unless(&[Signal::Method("GET")])
            .because(&[ASKED, SAID]),
        Rule::possible("named-without-credentials", Trust::Body)
            .when(&[Signal::Named(ID), Signal::NothingSent])
            .because(&[ASKED, SAID]),
        Rule::possible("named-of-basic", Trust::Body)
            .when(&[Signal::Named(ID), Signal::SchemeSent("basic")])
            .because(&[ASKED, SAID]),
        // A token endpoint of OAuth whose grant could not be seen.
        Rule::possible("token-endpoint", Trust::Typical)
            .when(&[Signal::Purpose(Purpose::Token)])
            .unless(&[Signal::GrantSent, Signal::Named(ID), BESIDE])
            .because(&[ASKED]),
    ],
    hides: &["no-credentials", "authorization-missing", "token-invalid"],
    fixes: &[
        Repair::person(Effort::Easy, "again"),
        Repair::frontend(Effort::Easy, "show"),
        Repair::frontend(Effort::Easy, "fields"),
    ],
    ..Rules::BARE
};

/// Whether it is a sign-in, a token request with a password (RFC 6749, 4.3), or one to a plain `…/token`.
fn is_sign_in(facts: &Facts<'_>) -> bool {
    match facts.request.purpose {
        Purpose::SignIn => true,
        Purpose::Token => is_password_given(facts),
        _ => false,
    }
}

fn is_password_given(facts: &Facts<'_>) -> bool {
    let path = facts.request.path().to_ascii_lowercase();
    match grant_type(&facts.entry().request) {
        Some(grant) => grant == "password" || grant.contains("password-realm"),
        None => !path.contains("connect") && !path.contains("oauth"),
    }
}

fn is_posted(facts: &Facts<'_>) -> bool {
    matches!(facts.request.method.as_str(), "POST" | "PUT" | "PATCH")
}

/// Whether the server's words lean towards another reason why nobody was let in.
fn is_another_hinted(facts: &Facts<'_>) -> bool {
    [
        "account-locked",
        "mfa-required",
        "csrf",
        "rate-limited",
        "subscription-required",
        "ip-restricted",
        "server-fault",
        "password-changed",
    ]
    .iter()
    .any(|id| facts.said.cause(id).is_some())
}

/// Whether the same sign-in succeeded afterwards with other cookies: then those were at fault.
fn is_accepted_soon(facts: &Facts<'_>) -> bool {
    let had_session = !facts.credentials.session_cookies().is_empty();
    let later = |index: &usize| {
        facts.exchange.entries.get(*index).is_some_and(|entry| {
            entry.request.headers.is_some() && entry.request.header("cookie").is_none()
        })
    };
    had_session && facts.history.accepted_after.iter().any(later)
}

/// Whether it is the old password that was wrong, where a new one was to be set.
fn is_of_old_password(facts: &Facts<'_>) -> bool {
    let old = [
        "old|",
        "actuel",
        "ancien",
        "altes",
        "actual|",
        "atual|",
        "old|current",
    ];
    facts.said.phrases.iter().any(|(_, saying)| {
        saying.means == Meaning::Cause(ID) && old.iter().any(|part| saying.words.contains(part))
    })
}
