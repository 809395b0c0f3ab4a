//! Nothing that could authenticate was sent, and nothing explains why: the person is simply not signed in.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
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
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let own_business = match facts.request.purpose {
        Purpose::SignIn | Purpose::Token => true,
        Purpose::Refresh => facts.history.signed_in(),
        _ => false,
    };
    if !facts.credentials.is_none()
        || facts.offered_in_vain()
        || (own_business && !facts.said.coded(ID))
        || facts.failing.on_preflight()
    {
        return None;
    }
    let finding = match weighed(facts) {
        Some(trust) => Finding::likely(trust),
        None => Finding::possible(Trust::Typical),
    };
    let finding = finding
        .variant(if facts.request.by_script { "call" } else { "" })
        .because(Evidence::observed(
            Subject::Request,
            "evidence.nothing-sent",
        ));
    let finding = if facts.said.cause(ID).is_some() {
        finding.because(Evidence::observed(Subject::Server, "said"))
    } else {
        finding
    };
    let finding = if facts.request.purpose == Purpose::Probe {
        finding.because(Evidence::inferred(Subject::Request, "probe"))
    } else {
        finding
    };
    Some(
        finding
            .fix(Fix::person(Effort::Easy, "fix.sign-in"))
            .fix(Fix::frontend(Effort::Medium, "handle").snippet("to-sign-in")),
    )
}

/// Whose word makes it likely; `None` where it is but the last resort.
fn weighed(facts: &Facts<'_>) -> Option<Trust> {
    let contradicted = facts.history.signed_in()
        || facts.cookies.any_session_withheld()
        || facts.said.names_beside(&[ID, "authorization-missing"]);
    if contradicted {
        return None;
    }
    if facts.asks_at_the_door() && facts.challenges.is_empty() {
        return Some(Trust::History);
    }
    if facts.said.cause(ID).is_some() || shows_sign_in(facts) {
        // Where it is code that calls, what the server misses is the header.
        let header = facts.request.by_script && facts.said.cause("authorization-missing").is_some();
        return Some(if header { Trust::Typical } else { Trust::Body });
    }
    None
}

/// Whether the answer is, or leads to, a page where one signs in.
fn shows_sign_in(facts: &Facts<'_>) -> bool {
    facts
        .said
        .body
        .as_ref()
        .is_some_and(|body| body.password_field)
        || facts
            .entry()
            .response
            .header("location")
            .is_some_and(names::is_sign_in_address)
}
