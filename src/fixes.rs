//! The ways to mend it that several causes share: data.
//!
//! A cause's rule names its own; these are added to them. Their words stand in `words/fix.md`.

use crate::causes::Fix;
use crate::diagnosis::{Effort, Who};
use crate::exchange::{Exchange, Family, Request};
use crate::facts::client;

/// A way to mend several causes.
#[derive(Debug)]
pub struct Shared {
    /// Who can do it.
    pub who: Who,
    /// How hard it is.
    pub effort: Effort,
    /// The key of its words.
    pub key: &'static str,
    /// The recipe of its snippet.
    pub snippet: Option<&'static str>,
    /// The causes that it mends.
    pub causes: &'static [&'static str],
}

const fn person(effort: Effort, key: &'static str, causes: &'static [&'static str]) -> Shared {
    Shared {
        who: Who::Person,
        effort,
        key,
        snippet: None,
        causes,
    }
}

/// All of them, in the order in which they are offered.
pub static SHARED: &[Shared] = &[
    person(
        Effort::Easy,
        "fix.private-window",
        &[
            "cookie-shadowed",
            "token-invalid",
            "retry-loop",
            "interference",
            "session-expired",
        ],
    ),
    person(
        Effort::Easy,
        "fix.reset-password",
        &["login-rejected", "account-locked", "password-changed"],
    ),
    person(
        Effort::Easy,
        "fix.second-factor",
        &["mfa-required", "login-rejected"],
    ),
    person(
        Effort::Easy,
        "fix.without-vpn",
        &[
            "ip-restricted",
            "waf-block",
            "captive-portal",
            "rate-limited",
        ],
    ),
    person(
        Effort::Medium,
        "fix.sign-out-everywhere",
        &["password-changed", "session-displaced", "token-revoked"],
    ),
    person(
        Effort::Medium,
        "fix.clear-this-site",
        &[
            "token-invalid",
            "token-malformed",
            "token-placeholder",
            "token-issuer",
            "token-signature",
            "refresh-failed",
            "refresh-race",
            "retry-loop",
            "csrf",
        ],
    ),
    person(Effort::Medium, "fix.dns", &["captive-portal", "wrong-url"]),
    person(
        Effort::Medium,
        "fix.write-to-site",
        &[
            "authorization-missing",
            "authorization-malformed",
            "token-placeholder",
            "scheme-mismatch",
            "basic-credentials-rejected",
            "token-not-yet-valid",
            "clock-skew",
            "token-audience",
            "token-issuer",
            "token-scope",
            "token-signature",
            "token-malformed",
            "token-kind",
            "token-binding",
            "token-invalid",
            "refresh-failed",
            "refresh-race",
            "api-key-missing",
            "api-key-invalid",
            "api-key-misplaced",
            "browser-not-allowed",
            "request-signature",
            "oauth-client",
            "cookie-missing",
            "cookie-expired",
            "samesite-strict",
            "samesite-lax",
            "samesite-none-insecure",
            "cookie-secure",
            "cookie-domain",
            "cookie-path",
            "third-party-cookies",
            "cookie-rejected",
            "cookie-shadowed",
            "cookie-overwritten",
            "session-ignored",
            "fetch-credentials",
            "preflight-unauthorized",
            "cors-credentials",
            "cors-hides-401",
            "cors-authorization-header",
            "redirect-dropped-authorization",
            "gateway-auth",
            "server-basic-auth",
            "waf-block",
            "ip-restricted",
            "client-certificate",
            "windows-auth",
            "wrong-url",
            "csrf",
            "server-fault",
            "retry-loop",
        ],
    ),
    Shared {
        who: Who::Backend,
        effort: Effort::Easy,
        key: "fix.say-why",
        snippet: Some("name-scheme"),
        causes: &[
            "no-credentials",
            "authorization-missing",
            "authorization-malformed",
            "token-placeholder",
            "scheme-mismatch",
            "password-changed",
            "session-displaced",
            "api-key-missing",
            "api-key-invalid",
            "api-key-misplaced",
        ],
    },
    Shared {
        who: Who::Backend,
        effort: Effort::Medium,
        key: "fix.step-up",
        snippet: Some("step-up"),
        causes: &["mfa-required"],
    },
    Shared {
        who: Who::Backend,
        effort: Effort::Medium,
        key: "fix.check-sign-in",
        snippet: None,
        causes: &["login-rejected", "oauth-client"],
    },
];

/// The shared ways to mend a cause.
pub fn of(cause: &str) -> impl Iterator<Item = &'static Shared> {
    SHARED
        .iter()
        .filter(move |shared| shared.causes.contains(&cause))
}

/// The fix itself.
pub fn fix(shared: &Shared) -> Fix {
    let fix = match shared.who {
        Who::Person => Fix::person(shared.effort, shared.key),
        Who::Frontend => Fix::frontend(shared.effort, shared.key),
        Who::Backend => Fix::backend(shared.effort, shared.key),
    };
    match shared.snippet {
        Some(recipe) => fix.snippet(recipe),
        None => fix,
    }
}

/// What has other steps on each operating system, and those systems.
const BY_PLATFORM: &[(&str, &[&str])] = &[(
    "fix.set-clock",
    &["windows", "mac", "ios", "android", "chromeos", "linux"],
)];

/// What has other steps in each browser.
const BY_BROWSER: &[&str] = &["fix.clear-this-site"];

/// The key of the words for the device and browser that sent the request, where these have words of their own:
/// `<key>-<platform>` or `<key>-<browser>`.
pub fn for_device(key: &str, exchange: &Exchange, request: &Request) -> String {
    let platforms = BY_PLATFORM.iter().find(|(varied, _)| *varied == key);
    let platform = platforms.and_then(|(_, known)| {
        client::platform(request).filter(|platform| known.contains(platform))
    });
    let browser = match exchange.browser.family {
        _ if !BY_BROWSER.contains(&key) => None,
        Family::Chromium => Some("chrome"),
        Family::Firefox => Some("firefox"),
        _ => None,
    };
    match platform.or(browser) {
        Some(variant) => format!("{key}-{variant}"),
        None => key.to_owned(),
    }
}
