//! Nothing that could authenticate was sent, and nothing explains why: the person is simply not signed in.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::{self, Purpose};
use crate::speech::Saying;

const ID: &str = "no-credentials";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::hints(ID, "not|isnt|arent|nobody|never ~2 logged|signed ~1 in|on"),
        Saying::hints(ID, "not|isnt|arent ~2 login|loggedin|authenticated"),
        Saying::hints(
            ID,
            "must|need|needs|have|required|requires ~4 log|sign|login|signin|logged|signed|authenticated|authenticate",
        ),
        Saying::hints(ID, "please ~2 log|sign|login|signin|authenticate"),
        Saying::hints(
            ID,
            "login|sign|signin|authentication|authorization|auth|user|session ~3 required|needed|necessary",
        ),
        Saying::hints(
            ID,
            "requires|require|required|needs ~2 authentication|login",
        ),
        Saying::hints(ID, "unauthenticated|anonymous"),
        Saying::hints(ID, "no|missing ~1 session|user|login|credentials|account"),
        Saying::hints(
            ID,
            "session|user ~2 not|missing ~1 found|provided|set|present",
        ),
        Saying::hints(
            ID,
            "nicht|bitte ~2 angemeldet|eingeloggt|anmelden|einloggen",
        ),
        Saying::hints(ID, "anmeldung|authentifizierung ~2 erforderlich"),
        Saying::hints(
            ID,
            "non|pas|vous ~2 connecté|authentifié|connecter|identifier",
        ),
        Saying::hints(ID, "authentification|connexion ~2 requise|nécessaire"),
        Saying::hints(ID, "no ~2 autenticado|autenticada|conectado|autorizado"),
        Saying::hints(ID, "iniciar|inicie|inicia sesión|sesion"),
        Saying::hints(ID, "não|nao ~2 autenticado|logado|autorizado"),
        Saying::hints(ID, "требуется ~2 авторизация|аутентификация|вход"),
        Saying::hints(ID, "не ~1 авторизован|авторизованы|авторизирован"),
        Saying::hints(
            ID,
            "未登录|请登录|请先登录|尚未登录|未登錄|請登入|用户未登录|没有登录",
        ),
        Saying::hints(ID, "ログインして|ログインが必要|未ログイン|認証が必要"),
        Saying::hints(ID, "로그인이|로그인해|인증이"),
        Saying::hints(ID, "sign|log in required|needed|first"),
        Saying::hints(ID, "must|please ~2 sign|log in"),
        Saying::hints(ID, "未认证|未授权|请先登陆|请登陆|请先授权"),
        Saying::hints(ID, "non autenticato|autorizzato"),
        Saying::hints(ID, "giriş yap*"),
        Saying::hints(ID, "chưa đăng nhập"),
        Saying::hints(ID, "niet ingelogd|aangemeld"),
        Saying::hints(ID, "nie ~1 zalogowany|zalogowany"),
        Saying::hints(ID, "ej inloggad"),
        Saying::hints(ID, "belum login|masuk"),
        Saying::hints(ID, "необходимо ~2 войти|авторизоваться"),
        Saying::hints(ID, "войдите|авторизуйтесь"),
        Saying::hints(ID, "melden|loggen|einloggen sie sich ~2 an|ein"),
        Saying::hints(
            ID,
            "precisa|deve|necessário ~2 logado|autenticado|conectado|login",
        ),
        Saying::hints(ID, "faça|fazer login"),
        Saying::hints(
            ID,
            "необходима|нужна|потрібна ~1 авторизация|аутентификация|авторизація|автентифікація",
        ),
        Saying::hints(ID, "尚未登入|請先登入|請重新登入|尚未登陆"),
        Saying::hints(
            ID,
            "effettua|effettuare|devi ~2 accesso|laccesso|login|accedere",
        ),
        Saying::hints(ID, "harus|silakan ~2 login|masuk"),
        Saying::hints(ID, "zaloguj|zalogować"),
        Saying::hints(ID, "moet|gelieve ~4 ingelogd|inloggen|aanmelden"),
        Saying::hints(ID, "logga|logge|logg in|inn|ind"),
        Saying::hints(ID, "kirjaudu|kirjauduttava ~1 sisään"),
        Saying::hints(ID, "přihlásit|přihlaste|přihlášen|přihlášeni"),
        Saying::hints(ID, "jelentkezned|bejelentkezés|jelentkezz"),
        Saying::hints(ID, "autentificați|autentificat|autentifici"),
        Saying::hints(ID, "تسجيل الدخول"),
        Saying::hints(ID, "وارد شوید"),
        Saying::hints(ID, "oturum ~2 aç*|gerek*"),
        Saying::hints(ID, "giriş ~3 gerek*|yapma*|zorunlu*|yapın"),
        Saying::hints(
            ID,
            "debe*|deve*|devi|è|es|é ~3 iniciar|autenticar*|identificar*|accedere|logar|logado|entrar|necess*",
        ),
        Saying::hints(ID, "accedi|accedere|effettua* ~3 continuare|login|accesso"),
        Saying::hints(ID, "zaloguj*|musisz ~2 zalogow*"),
        Saying::hints(ID, "credential|credentials required"),
        Saying::hints(ID, "resource requires authentication"),
    ],
    rules: &RULES,
    signs_out: false,
};

/// Somebody was signed in, or would be, or something else is wrong.
const CONTRADICTED: &[Signal] = &[
    Signal::SignedIn,
    Signal::SessionWithheld,
    Signal::NamedBeside(&[ID, "authorization-missing"]),
];

const SIGN_IN_SHOWN: Signal = Signal::Own(
    "the response shows a sign-in, or leads to one",
    is_sign_in_shown,
);
const HEADER_MISSED: Signal = Signal::Said("authorization-missing");

static RULES: Rules = Rules {
    when: &[Signal::NothingSent],
    unless: &[
        Signal::OfferedInVain,
        Signal::Own(
            "a sign-in or token request, and no code names no-credentials",
            is_own_business,
        ),
        Signal::OnPreflight,
    ],
    rows: &[
        Rule::likely("asked-at-the-door", Trust::History)
            .when(&[Signal::AskedAtTheDoor, Signal::NoChallenge])
            .unless(CONTRADICTED),
        // Where it is code that calls, what the server misses is the header.
        Rule::likely("said-and-header-missed", Trust::Typical)
            .when(&[Signal::Said(ID), Signal::ByScript, HEADER_MISSED])
            .unless(CONTRADICTED),
        Rule::likely("sign-in-shown-and-header-missed", Trust::Typical)
            .when(&[SIGN_IN_SHOWN, Signal::ByScript, HEADER_MISSED])
            .unless(CONTRADICTED),
        Rule::likely("said", Trust::Body)
            .when(&[Signal::Said(ID)])
            .unless(CONTRADICTED),
        Rule::likely("sign-in-shown", Trust::Body)
            .when(&[SIGN_IN_SHOWN])
            .unless(CONTRADICTED),
        Rule::possible("nothing-sent", Trust::Typical),
    ],
    because: &[
        Because::observed(Subject::Request, "evidence.nothing-sent"),
        Because::observed(Subject::Server, "said").when(&[Signal::Said(ID)]),
        Because::inferred(Subject::Request, "probe").when(&[Signal::Purpose(Purpose::Probe)]),
    ],
    variants: &[("call", &[Signal::ByScript])],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in"),
        Repair::frontend(Effort::Medium, "handle").snippet("to-sign-in"),
    ],
    ..Rules::BARE
};

fn is_own_business(facts: &Facts<'_>) -> bool {
    let own = match facts.request.purpose {
        Purpose::SignIn | Purpose::Token => true,
        Purpose::Refresh => facts.history.signed_in(),
        _ => false,
    };
    own && !facts.said.coded(ID)
}

/// Whether the response is, or leads to, a page where one signs in.
fn is_sign_in_shown(facts: &Facts<'_>) -> bool {
    let body = facts.said.body.as_ref();
    let location = facts.entry().response.header("location");
    body.is_some_and(|body| body.password_field) || location.is_some_and(names::is_sign_in_address)
}
