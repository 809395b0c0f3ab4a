//! What names tell: of paths, cookies, header fields and query parameters, as they are commonly chosen.

mod cookies;
mod fields;

pub use cookies::CookieRole;
pub(crate) use fields::is_listed_key_field;
pub use fields::{
    is_api_key_name, is_csrf_field, is_field_of_key, is_identifier, is_key_field, is_key_parameter,
    is_location_field, is_step_up_field,
};

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

/// What stands before `token` where tokens are given out, and where nothing does.
const BEFORE_TOKEN: &[&str] = &[
    "oauth",
    "oauth2",
    "openid-connect",
    "connect",
    "v1",
    "v2.0",
    "v2",
    "auth",
    "api",
    "jwt",
    "o",
    "",
];

/// What stands before `token` where people sign in for one.
const BEFORE_OWN_TOKEN: &[&str] = &["admin", "customer", "login", "user", "users"];

/// Names that are a sign-in only where something is posted to them.
const POSTED_TO: &[&str] = &[
    "sessions",
    "session",
    "auth",
    "jwt",
    "obtain",
    "token-auth",
    "api-token-auth",
    "authwithpassword",
    "auth-with-password",
    "verify-code",
    "verify-otp",
    "verify_otp",
    "verifyotp",
    "verify-2fa",
    "verify-mfa",
];

/// Ways to sign in, below a name such as `login`.
const WAYS: &[&str] = &[
    "local",
    "google",
    "credentials",
    "password",
    "email",
    "ldap",
    "otp",
];

impl Purpose {
    /// What this request is for. `body` words count where a file holds the body.
    pub fn of(request: &Request) -> Self {
        let Some(url) = Url::parse(&request.url) else {
            return Self::Other;
        };
        match grant_type(request).as_deref() {
            Some("refresh_token") => return Self::Refresh,
            Some(_) => return Self::Token,
            None => {}
        }
        let posted = !matches!(
            request.method.to_ascii_uppercase().as_str(),
            "GET" | "HEAD" | "OPTIONS"
        );
        let end = PathEnd::of(&url.path);
        if end.is(SIGN_OUT) {
            Self::SignOut
        } else if end.renews() || is_renewal_name(&url.path) {
            Self::Refresh
        } else if posted && end.gives_tokens() {
            Self::Token
        } else if posted && (end.signs_in() || is_sign_in_name(&url.path)) {
            Self::SignIn
        } else if !posted && end.asks_who() {
            Self::Probe
        } else {
            Self::Other
        }
    }
}

/// The last two segments of a path, in lower case.
struct PathEnd {
    before: String,
    last: String,
}

impl PathEnd {
    fn of(path: &str) -> Self {
        let mut parts = path.rsplit('/').filter(|part| !part.is_empty());
        let mut next = || parts.next().unwrap_or_default().to_ascii_lowercase();
        let last = next();
        Self {
            before: next(),
            last,
        }
    }

    /// Whether the last segment is one of these words, an ending such as `.php` or `;jsessionid=…` aside.
    fn is(&self, words: &[&str]) -> bool {
        let stem = self.last.split(['.', ';']).next().unwrap_or_default();
        words.contains(&self.last.as_str()) || words.contains(&stem)
    }

    fn is_token_below(&self, words: &[&str]) -> bool {
        self.last == "token" && words.contains(&self.before.as_str())
    }

    fn renews(&self) -> bool {
        self.is(REFRESH) || self.is_token_below(REFRESH)
    }

    fn gives_tokens(&self) -> bool {
        self.is_token_below(BEFORE_TOKEN)
    }

    fn signs_in(&self) -> bool {
        let (before, last) = (self.before.as_str(), self.last.as_str());
        let by_a_way = WAYS.contains(&last)
            && (SIGN_IN.contains(&before) || matches!(before, "auth" | "callback"));
        self.is(SIGN_IN)
            || POSTED_TO.contains(&last)
            || by_a_way
            || self.is_token_below(BEFORE_OWN_TOKEN)
    }

    fn asks_who(&self) -> bool {
        let by_both = matches!(
            (self.before.as_str(), self.last.as_str()),
            ("user" | "users" | "account", "info" | "current" | "status")
                | (
                    "auth" | "login" | "session" | "sso",
                    "status" | "check" | "user" | "info" | "state" | "current"
                )
        );
        self.is(PROBE) || by_both
    }
}

/// What a path's last part of several words says of a sign-in itself.
const SIGNS_IN: &[&str] = &[
    "login|signin|logon|authenticate",
    "log|sign in|on",
    "create|start|open|new session",
];

/// What speaks about sign-ins, and is none.
const ABOUT_SIGN_INS: &str = "history|status|attempts|attempt|methods|method|providers|provider|options|option|config|settings|page|logs|last|required|info|link|links|url|state|enabled|event|events|activity|audit|report|stats|count|as|out|off|check|list|flow|flows|notification|notifications";

/// Whether a path's last part, as `AuthenticateByName`, `user_login` or `adminSignIn`, names a sign-in.
fn is_sign_in_name(path: &str) -> bool {
    let words = last_words(path);
    SIGNS_IN.iter().any(|phrase| words.hold(phrase)) && !words.hold(ABOUT_SIGN_INS)
}

/// What a path's last part of several words says of a renewal itself.
const RENEWS: &[&str] = &[
    "refresh|renew|reissue|rotate ~1 token|tokens|jwt|session|accesstoken",
    "token|session|jwt refresh|renew|renewal|rotate",
];

/// Whether a path's last part, as `RefreshTokenWithCookies` or `renewAccessToken`, names a renewal.
fn is_renewal_name(path: &str) -> bool {
    let words = last_words(path);
    RENEWS.iter().any(|phrase| words.hold(phrase)) && !words.hold(ABOUT_SIGN_INS)
}

/// The words of a path's last part: `user_login.php` is "user login".
fn last_words(path: &str) -> Words {
    let part = path.rsplit('/').find(|part| !part.is_empty());
    Words::of(
        part.and_then(|part| part.split('.').next())
            .unwrap_or_default(),
    )
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

/// What a path's last parts say of a change of the password, as `/account/change-password` and `/password/change`.
const CHANGES_PASSWORD: &[&str] = &[
    "change|update|set|new|reset password|passwd|pwd",
    "password|passwd|pwd change|update|reset|new",
];

/// Whether a request changes a person's password, by its method and path.
pub fn changes_password(request: &Request) -> bool {
    let Some(url) = Url::parse(&request.url) else {
        return false;
    };
    let method = request.method.to_ascii_uppercase();
    let end = PathEnd::of(&url.path);
    let words = Words::of(&format!("{} {}", end.before, end.last));
    let named = CHANGES_PASSWORD.iter().any(|phrase| words.hold(phrase));
    let put = matches!(method.as_str(), "PUT" | "PATCH") && end.last == "password";
    !matches!(method.as_str(), "GET" | "HEAD" | "OPTIONS")
        && (named || put)
        && !words.hold("forgot|forgotten|request|email|mail|link|token")
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
