//! What the names of cookies tell.

/// What a cookie is for, as far as its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CookieRole {
    /// It carries a session or a token.
    Session,
    /// It guards against forged requests.
    Csrf,
    /// It counts visitors, or balances load.
    Aside,
    /// Not told by the name.
    Unknown,
}

const SESSION_EXACT: &[&str] = &[
    "sid",
    "sess",
    "session",
    "jsessionid",
    "phpsessid",
    "asp.net_sessionid",
    "cfid",
    "cftoken",
    "auth",
    "token",
    "jwt",
    "id_token",
    "access",
    "refresh",
    "sb-access-token",
    "sb-refresh-token",
    "remember_me",
    "rememberme",
    "user_session",
    "logged_in",
    "_forward_auth",
    "at",
    "rt",
    "mm_authtoken",
    "authelia_session",
    "cf_authorization",
    "sso",
    "iplanetdirectorypro",
    "connect.sid",
    "beaker.session.id",
    "li_at",
    "sp_dc",
    "authorization",
    "bearer",
    "user",
    "login",
    "xs",
    "wordpress_logged_in",
    "koa.sess",
    "express.sid",
    "express:sess",
    "__session",
    "ory_kratos_session",
    "gsessionid",
    "_vercel_jwt",
    "_gitlab_session",
];
const SESSION_PARTS: &[&str] = &[
    "session",
    "sessid",
    "_sess",
    "auth_token",
    "authtoken",
    "auth-token",
    "access_token",
    "access-token",
    "accesstoken",
    "refresh_token",
    "refresh-token",
    "refreshtoken",
    "_refresh",
    "refresh_",
    "jwt",
    ".aspnetcore.cookies",
    ".aspnetcore.identity",
    ".aspxauth",
    "aspnetcore.session",
    "appserviceauthsession",
    "awselbauth",
    "awsalbauth",
    "next-auth",
    "authjs",
    "wordpress_logged_in",
    "wordpress_sec",
    "oauth2_proxy",
    "vouch",
    "identity",
    "-token",
    "_token",
    "usertoken",
    "loginid",
    "sso",
    "remember",
    "kc_",
    "keycloak",
    "appsession",
    "idtoken",
    "credential",
    "_auth",
    "auth_",
];
pub(super) const CSRF_PARTS: &[&str] = &[
    "csrf",
    "xsrf",
    "antiforgery",
    "requestverification",
    "anti-forgery",
    "_csrf",
];
const ASIDE_PARTS: &[&str] = &[
    "_ga",
    "_gid",
    "_gat",
    "_gcl",
    "_fbp",
    "_fbc",
    "_hj",
    "_clck",
    "_clsk",
    "_uet",
    "amplitude",
    "mixpanel",
    "mp_",
    "ajs_",
    "optimizely",
    "intercom",
    "hubspot",
    "__hs",
    "_pk_",
    "utm",
    "cookieconsent",
    "cookie_consent",
    "consent",
    "gdpr",
    "locale",
    "lang",
    "i18n",
    "theme",
    "timezone",
    "tz",
    "awsalb",
    "awselb",
    "arraffinity",
    "__cf_bm",
    "cf_clearance",
    "_cfuvid",
    "bigipserver",
    "ak_bmsc",
    "bm_sz",
    "_abck",
    "incap_ses",
    "visid_incap",
    "nlbi_",
    "datadome",
    "__stripe",
    "dwac",
    "currency",
    "country",
    "visitor",
    "_dd_s",
    "rl_anonymous",
    "_pin_unauth",
    "route",
    "sticky",
];

/// What names of analytics products and balancers begin with. They name sessions too, and are none that a server knows.
const ASIDE_BEGINNINGS: &[&str] = &[
    "_ga",
    "_gid",
    "_hj",
    "_pk_",
    "incap_ses",
    "mp_",
    "_dd_s",
    "awsalbcors",
    "analytics",
];

const ASIDE_EXACT: &[&str] = &["awsalb", "awselb"];

const PREFERENCES: &[&str] = &["lang", "theme", "locale"];

const SESSION_BEGINNINGS: &[&str] = &["sess", "ssess", "fedauth", "msisauth", "estsauth"];

const SESSION_ENDINGS: &[&str] = &[
    "sid",
    "sess",
    "token",
    "ticket",
    "authcookie",
    "applicationcookie",
];

impl CookieRole {
    /// What the name tells.
    pub fn of(name: &str) -> Self {
        let lower = name.to_ascii_lowercase();
        let bare = ["__host-http-", "__host-", "__secure-", "__http-"]
            .iter()
            .find_map(|prefix| lower.strip_prefix(prefix))
            .unwrap_or(&lower);
        let holds = |parts: &[&str]| parts.iter().any(|part| bare.contains(part));
        let begins = |parts: &[&str]| parts.iter().any(|part| bare.starts_with(part));
        let ends = |parts: &[&str]| parts.iter().any(|part| bare.ends_with(part));
        if holds(CSRF_PARTS) {
            Self::Csrf
        } else if begins(ASIDE_BEGINNINGS) || ASIDE_EXACT.contains(&bare) {
            Self::Aside
        } else if SESSION_EXACT.contains(&bare)
            || holds(SESSION_PARTS)
            || ends(SESSION_ENDINGS)
            || begins(SESSION_BEGINNINGS)
        {
            Self::Session
        } else if begins(ASIDE_PARTS) || PREFERENCES.contains(&bare) {
            Self::Aside
        } else {
            Self::Unknown
        }
    }
}
