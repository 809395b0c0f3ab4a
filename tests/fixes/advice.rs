//! Every piece of advice that the common guides about 401s give: which causes it fits, and the fixes that give it.

/// A piece of advice.
pub(crate) struct Advice {
    /// What the guides say.
    pub(crate) name: &'static str,
    /// The causes that it fits: each of them offers one of the fixes.
    pub(crate) causes: &'static [&'static str],
    /// The keys of the fixes that give it; a variant for a platform counts as the same.
    pub(crate) fixes: &'static [&'static str],
}

const fn advice(
    name: &'static str,
    causes: &'static [&'static str],
    fixes: &'static [&'static str],
) -> Advice {
    Advice {
        name,
        causes,
        fixes,
    }
}

/// All of it, for the person first.
pub(crate) const ADVICE: &[Advice] = &[
    advice(
        "the session has run out: sign in again",
        &[
            "session-expired",
            "cookie-expired",
            "cookie-missing",
            "cookie-cleared",
            "cookie-overwritten",
            "token-audience",
            "token-issuer",
            "token-scope",
            "token-signature",
            "token-malformed",
            "token-kind",
            "token-binding",
            "refresh-failed",
            "cors-hides-401",
            "permission-denied",
        ],
        &["fix.sign-in-again"],
    ),
    advice(
        "the pass has run out: reload, then sign in again",
        &[
            "token-expired",
            "token-revoked",
            "token-invalid",
            "refresh-race",
        ],
        &[
            "token-expired.reload",
            "token-revoked.sign-in",
            "token-invalid.sign-in",
            "refresh-race.reload",
        ],
    ),
    advice(
        "nobody is signed in: sign in",
        &[
            "no-credentials",
            "authorization-missing",
            "token-placeholder",
        ],
        &["fix.sign-in"],
    ),
    advice(
        "the password was changed: use the new one",
        &["password-changed"],
        &["password-changed.again"],
    ),
    advice(
        "name and password: type them again",
        &["login-rejected", "basic-credentials-rejected"],
        &["login-rejected.again", "basic-credentials-rejected.again"],
    ),
    advice(
        "set a new password",
        &["login-rejected", "account-locked", "password-changed"],
        &["fix.reset-password"],
    ),
    advice(
        "the account is locked: wait, confirm it, or ask",
        &["account-locked"],
        &["account-locked.wait", "account-locked.ask"],
    ),
    advice(
        "set the date and time",
        &["clock-skew", "request-signature"],
        &["fix.set-clock"],
    ),
    advice(
        "clear cache and cookies, of this site only",
        &[
            "session-expired",
            "cookie-shadowed",
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
        &["fix.clear-this-site"],
    ),
    advice(
        "try a private window",
        &[
            "cookie-shadowed",
            "token-invalid",
            "retry-loop",
            "interference",
            "session-expired",
        ],
        &["fix.private-window"],
    ),
    advice("flush DNS", &["captive-portal", "wrong-url"], &["fix.dns"]),
    advice(
        "switch VPN or proxy off, or on",
        &[
            "ip-restricted",
            "waf-block",
            "captive-portal",
            "rate-limited",
        ],
        &["fix.without-vpn"],
    ),
    advice(
        "sign in to the proxy, or leave it out",
        &["proxy-auth"],
        &["proxy-auth.sign-in", "proxy-auth.settings"],
    ),
    advice(
        "switch extensions off",
        &["interference", "cookie-cleared"],
        &["interference.without", "cookie-cleared.find-the-cleaner"],
    ),
    advice(
        "look at firewall and virus scanner",
        &["interference"],
        &["interference.program"],
    ),
    advice(
        "sign in to the hotel's or airport's network",
        &["captive-portal"],
        &["captive-portal.sign-in", "captive-portal.other-network"],
    ),
    advice(
        "check the address",
        &["wrong-url"],
        &["wrong-url.type", "wrong-url.address"],
    ),
    advice(
        "pass the second factor",
        &["mfa-required", "login-rejected"],
        &["fix.second-factor"],
    ),
    advice(
        "end sessions on other devices",
        &["session-displaced"],
        &["session-displaced.others"],
    ),
    advice(
        "sign out everywhere",
        &["password-changed", "session-displaced", "token-revoked"],
        &["fix.sign-out-everywhere"],
    ),
    advice(
        "look at the subscription",
        &["subscription-required"],
        &["subscription-required.plan"],
    ),
    advice(
        "ask for access",
        &["permission-denied"],
        &["permission-denied.ask"],
    ),
    advice(
        "wait, and ask less often",
        &["rate-limited"],
        &[
            "rate-limited.wait",
            "rate-limited.wait-some",
            "rate-limited.fewer",
        ],
    ),
    advice(
        "choose or install the certificate",
        &["client-certificate"],
        &["client-certificate.choose", "client-certificate.install"],
    ),
    advice(
        "the form of the Authorization header",
        &[
            "authorization-missing",
            "authorization-malformed",
            "scheme-mismatch",
        ],
        &[
            "fix.send-authorization",
            "authorization-malformed.write",
            "scheme-mismatch.change",
        ],
    ),
    advice(
        "audience and scope",
        &["token-audience", "token-scope"],
        &[
            "token-audience.ask-for",
            "token-audience.accept",
            "token-scope.ask-for",
        ],
    ),
    advice("issuer", &["token-issuer"], &["token-issuer.to-the-letter"]),
    advice(
        "signing key",
        &["token-signature"],
        &["token-signature.keys"],
    ),
    advice(
        "leeway between clocks",
        &["token-not-yet-valid", "clock-skew"],
        &[
            "token-not-yet-valid.leeway",
            "token-not-yet-valid.synchronise",
            "clock-skew.ntp",
        ],
    ),
    advice(
        "renew before the end",
        &["token-expired", "cookie-expired"],
        &["token-expired.renew", "cookie-expired.renew"],
    ),
    advice(
        "revocation",
        &["token-revoked"],
        &["token-revoked.forget", "token-revoked.who-withdrew"],
    ),
    advice(
        "the wrong environment",
        &["token-issuer", "wrong-url", "api-key-invalid"],
        &[
            "token-issuer.same-place",
            "wrong-url.address",
            "api-key-invalid.renew",
        ],
    ),
    advice(
        "the API key",
        &["api-key-missing", "api-key-invalid", "api-key-misplaced"],
        &[
            "api-key-missing.send",
            "api-key-invalid.renew",
            "api-key-misplaced.move",
        ],
    ),
    advice(
        "mutual TLS",
        &["client-certificate", "token-binding"],
        &["client-certificate.authorities", "token-binding.prove"],
    ),
    advice(
        "a gateway strips the header",
        &["gateway-auth"],
        &["gateway-auth.pass-on"],
    ),
    advice(
        ".htaccess and the like",
        &["server-basic-auth", "server-fault"],
        &["server-basic-auth.exempt", "server-fault.forward"],
    ),
    advice(
        "rules of the firewall",
        &["waf-block"],
        &["waf-block.exempt"],
    ),
    advice(
        "a redirect drops the header",
        &["redirect-dropped-authorization"],
        &[
            "redirect-dropped-authorization.call-the-target",
            "redirect-dropped-authorization.no-redirect",
        ],
    ),
    advice(
        "the cookie's domain and path",
        &["cookie-domain", "cookie-path"],
        &[
            "cookie-domain.go-there",
            "cookie-domain.wide-domain",
            "cookie-domain.own-domain",
            "cookie-domain.one-name",
            "cookie-domain.serve-one-name",
            "cookie-path.root-path",
        ],
    ),
    advice(
        "the cookie's SameSite and Secure",
        &[
            "samesite-strict",
            "samesite-lax",
            "samesite-none-insecure",
            "cookie-secure",
        ],
        &[
            "samesite-strict.lax",
            "samesite-lax.none-secure",
            "samesite-none-insecure.add-secure",
            "cookie-secure.redirect-https",
        ],
    ),
    advice(
        "credentials across origins",
        &["fetch-credentials", "cors-credentials"],
        &[
            "fetch-credentials.include",
            "cors-credentials.name-the-origin",
        ],
    ),
    advice(
        "let OPTIONS pass",
        &["preflight-unauthorized"],
        &["preflight-unauthorized.let-options-pass"],
    ),
    advice(
        "redirect URI, client id and secret",
        &["oauth-client"],
        &["oauth-client.settings", "oauth-client.register"],
    ),
    advice(
        "rotation of refresh tokens",
        &["refresh-failed", "refresh-race"],
        &[
            "refresh-failed.lifetimes",
            "refresh-race.one-at-a-time",
            "refresh-race.grace",
        ],
    ),
    advice("loops of retries", &["retry-loop"], &["retry-loop.once"]),
    advice(
        "401 or 403",
        &["permission-denied", "token-scope", "subscription-required"],
        &[
            "permission-denied.forbid",
            "token-scope.answer-403",
            "subscription-required.status",
        ],
    ),
    advice(
        "the anti-forgery token",
        &["csrf"],
        &["csrf.reload", "csrf.send", "csrf.renew"],
    ),
];
