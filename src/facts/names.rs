//! What names tell: of paths, cookies, header fields and query parameters, as they are commonly chosen.

mod cookies;
mod fields;

pub use cookies::CookieRole;
pub use fields::{is_csrf_field, is_identifier, is_key_field, is_key_parameter};

use crate::exchange::Request;
use crate::http::url::Url;
use crate::speech::Words;

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
                || is_sign_in_name(&url.path)
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
                        | "verify-code"
                        | "verify-otp"
                        | "verify_otp"
                        | "verifyotp"
                        | "verify-2fa"
                        | "verify-mfa"
                )
                || (matches!(
                    last,
                    "local" | "google" | "credentials" | "password" | "email" | "ldap" | "otp"
                ) && matches!(before, "auth" | "login" | "signin" | "callback"))
                || (last == "token"
                    && matches!(before, "admin" | "customer" | "login" | "user" | "users")))
        {
            return Self::SignIn;
        }
        let asks_who = matches!(
            (before, last),
            ("user" | "users" | "account", "info" | "current" | "status")
                | (
                    "auth" | "login" | "session" | "sso",
                    "status" | "check" | "user" | "info" | "state" | "current"
                )
        );
        if !posted && (is(PROBE) || asks_who) {
            return Self::Probe;
        }
        Self::Other
    }
}

/// What a path's last part of several words says of a sign-in itself.
const SIGNS_IN: &[&str] = &["login|signin|logon|authenticate", "log|sign in|on"];

/// What speaks about sign-ins, and is none.
const ABOUT_SIGN_INS: &str = "history|status|attempts|attempt|methods|method|providers|provider|options|option|config|settings|page|logs|last|required|info|link|links|url|state|enabled|event|events|activity|audit|report|stats|count|as|out|off|check|list|flow|flows|notification|notifications";

/// Whether a path's last part, as `AuthenticateByName`, `user_login` or `adminSignIn`, names a sign-in.
fn is_sign_in_name(path: &str) -> bool {
    let part = path.rsplit('/').find(|part| !part.is_empty());
    let words = Words::of(
        part.and_then(|part| part.split('.').next())
            .unwrap_or_default(),
    );
    SIGNS_IN.iter().any(|phrase| words.hold(phrase)) && !words.hold(ABOUT_SIGN_INS)
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

/// Whether the path, in lower case, is that of a page where one signs in.
pub fn is_sign_in_path(path: &str) -> bool {
    path.split('/').any(|segment| SIGN_IN.contains(&segment))
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
