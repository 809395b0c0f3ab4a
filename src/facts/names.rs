//! What names tell: of paths, cookies, header fields and query parameters, as they are commonly chosen.

use crate::exchange::Request;
use crate::http::url::Url;

/// What a request is for, as far as its address tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To sign in.
    SignIn,
    /// To get a token (RFC 6749, 3.2).
    Token,
    /// To renew a token or a session.
    Refresh,
    /// To sign out.
    SignOut,
    /// To ask whether anybody is signed in.
    Probe,
    /// Anything else.
    #[default]
    Other,
}

const SIGN_IN: &[&str] = &[
    "login",
    "log-in",
    "log_in",
    "signin",
    "sign-in",
    "sign_in",
    "signon",
    "authenticate",
    "authn",
    "logon",
    "j_security_check",
    "do_login",
    "dologin",
    "authentication",
    "login_check",
    "wp-login.php",
    "login.php",
    "password_login",
    "sign_in.json",
    "user_sessions",
];
const SIGN_OUT: &[&str] = &[
    "logout", "log-out", "log_out", "signout", "sign-out", "sign_out", "logoff",
];
const REFRESH: &[&str] = &[
    "refresh",
    "refresh-token",
    "refresh_token",
    "refreshtoken",
    "token-refresh",
    "token_refresh",
    "renew",
    "rotate",
    "refresh-tokens",
    "refresh_tokens",
    "refreshaccesstoken",
    "refresh-access-token",
    "updatetoken",
    "reissue",
    "silent-refresh",
    "refresh-session",
    "refreshsession",
];
const PROBE: &[&str] = &[
    "me",
    "whoami",
    "session",
    "userinfo",
    "current-user",
    "current_user",
    "currentuser",
    "user-info",
    "user_info",
    "myself",
    "getuser",
    "check-auth",
    "check_auth",
    "checkauth",
    "auth-status",
    "authstatus",
    "isloggedin",
    "is-logged-in",
    "is_authenticated",
    "is-authenticated",
    "isauthenticated",
    "account",
    "profile",
    "loggedin",
    "logged-in",
    "verify",
    "self",
    "check-session",
    "checksession",
    "session-status",
    "sessionstatus",
    "identity",
];

impl Purpose {
    /// What this request is for. `body` words count where a file holds the body.
    pub fn of(request: &Request) -> Self {
        let Some(url) = Url::parse(&request.url) else {
            return Self::Other;
        };
        let grant = grant_type(request);
        if grant.as_deref() == Some("refresh_token") {
            return Self::Refresh;
        }
        if grant.is_some() {
            return Self::Token;
        }
        let posted = !matches!(
            request.method.to_ascii_uppercase().as_str(),
            "GET" | "HEAD" | "OPTIONS"
        );
        let segments: Vec<String> = url
            .path
            .split('/')
            .filter(|part| !part.is_empty())
            .map(str::to_ascii_lowercase)
            .collect();
        let last = segments.last().map_or("", String::as_str);
        let before = segments.iter().rev().nth(1).map_or("", String::as_str);
        let is = |words: &[&str]| {
            words.contains(&last)
                || last
                    .split(['.', ';'])
                    .next()
                    .is_some_and(|stem| words.contains(&stem))
        };
        if is(SIGN_OUT) {
            return Self::SignOut;
        }
        if is(REFRESH) || (REFRESH.contains(&before) && last == "token") {
            return Self::Refresh;
        }
        if posted
            && last == "token"
            && matches!(
                before,
                "oauth"
                    | "oauth2"
                    | "openid-connect"
                    | "connect"
                    | "v1"
                    | "v2.0"
                    | "v2"
                    | "auth"
                    | "api"
                    | "jwt"
                    | "o"
                    | ""
            )
        {
            return Self::Token;
        }
        if posted
            && (is(SIGN_IN)
                || matches!(
                    last,
                    "sessions"
                        | "session"
                        | "auth"
                        | "jwt"
                        | "obtain"
                        | "token-auth"
                        | "api-token-auth"
                        | "authwithpassword"
                        | "auth-with-password"
                )
                || (matches!(
                    last,
                    "local" | "google" | "credentials" | "password" | "email" | "ldap" | "otp"
                ) && matches!(before, "auth" | "login" | "signin" | "callback"))
                || (last == "token" && before == "admin"))
        {
            return Self::SignIn;
        }
        if !posted && is(PROBE) {
            return Self::Probe;
        }
        Self::Other
    }
}

/// The `grant_type` of a token request (RFC 6749, 4), in its query or in a recorded body.
pub fn grant_type(request: &Request) -> Option<String> {
    let query = Url::parse(&request.url).and_then(|url| url.query_value("grant_type"));
    query.or_else(|| {
        let text = &request.body.as_ref()?.text;
        let after = text.split("grant_type").nth(1)?;
        let value: String = after
            .trim_start_matches(['=', '"', ':', ' ', '\\'])
            .chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_' || *letter == '-')
            .collect();
        (!value.is_empty()).then_some(value)
    })
}

/// Whether this is an OAuth token endpoint (RFC 6749, 3.2), by its path and method or by the grant.
pub fn is_token_endpoint(request: &Request) -> bool {
    request.method.eq_ignore_ascii_case("POST")
        && (matches!(Purpose::of(request), Purpose::Token | Purpose::Refresh)
            || grant_type(request).is_some())
}

/// Whether an address is where one signs in.
pub fn is_sign_in_address(address: &str) -> bool {
    let path = address
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let host_begins = path.split("://").nth(1).is_some_and(|rest| {
        [
            "login.",
            "auth.",
            "sso.",
            "accounts.",
            "signin.",
            "id.",
            "idp.",
        ]
        .iter()
        .any(|begin| rest.starts_with(begin))
    });
    let named = path.split('/').any(|segment| {
        SIGN_IN.contains(&segment)
            || matches!(segment, "authorize" | "auth" | "sso" | "saml" | "oauth2")
    });
    host_begins || named
}

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
const CSRF_PARTS: &[&str] = &[
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

impl CookieRole {
    /// What the name tells.
    pub fn of(name: &str) -> Self {
        let lower = name.to_ascii_lowercase();
        let bare = ["__host-http-", "__host-", "__secure-", "__http-"]
            .iter()
            .find_map(|prefix| lower.strip_prefix(prefix))
            .unwrap_or(&lower);
        let holds = |parts: &[&str]| parts.iter().any(|part| bare.contains(part));
        if holds(CSRF_PARTS) {
            return Self::Csrf;
        }
        // Analytics products name sessions too, so what begins like theirs is theirs.
        if [
            "_ga",
            "_gid",
            "_hj",
            "_pk_",
            "incap_ses",
            "mp_",
            "_dd_s",
            "awsalbcors",
            "analytics",
        ]
        .iter()
        .any(|begin| bare.starts_with(begin))
            || bare == "awsalb"
            || bare == "awselb"
        {
            return Self::Aside;
        }
        if SESSION_EXACT.contains(&bare)
            || holds(SESSION_PARTS)
            || bare.ends_with("sid")
            || bare.ends_with("sess")
        {
            return Self::Session;
        }
        if ASIDE_PARTS.iter().any(|part| bare.starts_with(part))
            || matches!(bare, "lang" | "theme" | "locale")
        {
            return Self::Aside;
        }
        Self::Unknown
    }
}

const KEY_FIELDS: &[&str] = &[
    "x-api-key",
    "api-key",
    "apikey",
    "x-apikey",
    "x-api-token",
    "api-token",
    "x-auth-token",
    "x-access-token",
    "access-token",
    "x-token",
    "token",
    "auth-token",
    "authtoken",
    "x-auth-key",
    "x-auth",
    "authentication",
    "x-authorization",
    "x-functions-key",
    "ocp-apim-subscription-key",
    "x-goog-api-key",
    "xi-api-key",
    "x-rapidapi-key",
    "private-token",
    "job-token",
    "x-shopify-access-token",
    "x-vault-token",
    "x-consumer-key",
    "x-app-key",
    "app-key",
    "app_key",
    "app_id",
    "client-id",
    "x-client-id",
    "x-session-token",
    "x-sessionid",
    "session-token",
    "sessiontoken",
    "x-session-id",
    "x-jwt",
    "jwt",
    "x-user-token",
    "x-auth-email",
    "x-amz-security-token",
    "x-ms-token-aad-access-token",
    "x-xsrf-token",
    "x-csrf-token",
    "satoken",
    "x-master-key",
    "x-secret",
    "secret",
    "x-key",
    "x-parse-session-token",
    "x-parse-application-id",
    "x-parse-rest-api-key",
    "x-redmine-api-key",
    "circle-token",
    "x-figma-token",
    "x-figma-token",
    "x-plex-token",
    "x-emby-token",
    "x-github-token",
    "x-gitlab-token",
    "x-cmc_pro_api_key",
    "x-algolia-api-key",
    "x-algolia-application-id",
    "x-airtable-api-key",
    "user-key",
    "usertoken",
    "user-token",
    "x-user-key",
    "x-hasura-admin-secret",
    "x-hasura-access-key",
    "ably-key",
    "authorization-token",
    "x-id-token",
    "x-access",
    "x-apitoken",
    "api_key",
    "access_token",
    "accesstoken",
];
const KEY_PARAMETERS: &[&str] = &[
    "api_key",
    "apikey",
    "api-key",
    "key",
    "token",
    "access_token",
    "accesstoken",
    "auth",
    "auth_token",
    "authtoken",
    "appid",
    "app_id",
    "app_key",
    "appkey",
    "apitoken",
    "api_token",
    "subscription-key",
    "client_id",
    "private_token",
    "x-api-key",
    "sig",
    "signature",
    "jwt",
    "session",
    "session_id",
    "sessionid",
    "sid",
    "x-amz-signature",
    "code",
    "id_token",
    "secret",
    "user_key",
    "consumer_key",
    "ticket",
    "hapikey",
    "access_key",
    "apiKey",
];

/// Whether a request header field of this name carries a credential.
pub fn is_key_field(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    !is_csrf_field(&lower)
        && (KEY_FIELDS.contains(&lower.as_str())
            || lower.ends_with("-api-key")
            || lower.ends_with("-apikey")
            || lower.ends_with("-access-token")
            || lower.ends_with("-auth-token"))
}

/// Whether a request header field of this name guards against forged requests.
pub fn is_csrf_field(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    CSRF_PARTS.iter().any(|part| lower.contains(part)) || lower == "x-wp-nonce"
}

/// Whether a query parameter of this name carries a credential.
pub fn is_key_parameter(name: &str) -> bool {
    KEY_PARAMETERS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
}
