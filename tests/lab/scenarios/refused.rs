//! `Set-Cookie` lines that the browser refuses.

use super::crossing::{SIGN_IN_THERE, hop, shop};
use crate::http::{Request, Response};
use crate::lab::Lab;
use crate::scenario::Scenario;

pub(crate) const SIGN_IN_HERE: &str = "
await lab.post('/login', { user: 'ada', password: 'lovelace' });
await lab.call('/api/orders');
";

/// Signs in at the other site by a fetch, and asks it by another.
const SIGN_IN_ELSEWHERE: &str = "
await lab.post(`${lab.other}/login`, { user: 'ada', password: 'lovelace' });
await lab.call(`${lab.other}/api/orders`, { credentials: 'include' });
";

/// An application whose sign-in answers this line; `$` stands for the session's name.
pub(crate) fn signing_in(request: &Request, lab: &Lab, line: &str) -> Response {
    if request.path == "/login" {
        let line = line.replace('$', &lab.sessions.start());
        return Response::new(200)
            .cookie(line)
            .json(&serde_json::json!({"user": "ada"}));
    }
    shop(request, lab, "")
}

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "samesite-lax-refused",
        title: "A Lax cookie set from another site",
        see: "The sign-in’s answer came to a fetch from another site: the browser does not keep its Lax cookie.",
        cause: "samesite-lax",
        reasons: &["same-site-lax"],
        host: "brewery.localhost",
        script: SIGN_IN_ELSEWHERE,
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-none-insecure",
        title: "SameSite=None without Secure",
        see: "The browser never stores it.",
        cause: "samesite-none-insecure",
        reasons: &["same-site-none-insecure"],
        host: "www.tailor.localhost",
        script: SIGN_IN_THERE,
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; SameSite=None"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-secure",
        title: "Secure, set over plain http",
        see: "A Secure cookie is not kept from an answer that came over http.",
        cause: "cookie-secure",
        reasons: &["secure-only"],
        host: "app.wharf.test",
        script: SIGN_IN_HERE,
        answer: |request, lab| {
            signing_in(
                request,
                lab,
                "sid=$; Path=/; HttpOnly; Secure; SameSite=Lax",
            )
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-domain",
        title: "A Domain that is not ours",
        see: "api may not set a cookie for another site.",
        cause: "cookie-domain",
        reasons: &["invalid-domain"],
        host: "app.stable.test",
        script: SIGN_IN_HERE,
        answer: |request, lab| {
            signing_in(
                request,
                lab,
                "sid=$; Domain=stable-prod.test; Path=/; HttpOnly; SameSite=Lax",
            )
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-host-prefix",
        title: "__Host- with a Domain",
        see: "The name promises what the attributes break: no Domain, Path=/ and Secure.",
        cause: "cookie-rejected",
        reasons: &["invalid-prefix"],
        scheme: "https",
        host: "app.castle.test",
        script: SIGN_IN_HERE,
        answer: |request, lab| {
            signing_in(
                request,
                lab,
                "__Host-sid=$; Domain=castle.test; Path=/; Secure; HttpOnly; SameSite=Lax",
            )
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-public-suffix",
        title: "A cookie for a whole top-level domain",
        see: "No host may set a cookie for a public suffix.",
        cause: "cookie-rejected",
        reasons: &["invalid-domain"],
        host: "app.tower.test",
        script: SIGN_IN_HERE,
        answer: |request, lab| {
            signing_in(
                request,
                lab,
                "sid=$; Domain=test; Path=/; HttpOnly; SameSite=Lax",
            )
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-control-character",
        title: "A control character in the cookie",
        see: "The whole line is refused.",
        cause: "cookie-rejected",
        reasons: &["disallowed-character"],
        host: "printer.localhost",
        script: SIGN_IN_HERE,
        answer: |request, lab| {
            signing_in(request, lab, "sid=$\u{1}; Path=/; HttpOnly; SameSite=Lax")
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-too-big",
        title: "A cookie of five kilobytes",
        see: "Name and value together may have 4096 bytes.",
        cause: "cookie-rejected",
        reasons: &["name-value-pair-exceeds-max-size"],
        host: "elephant.localhost",
        script: SIGN_IN_HERE,
        answer: |request, lab| {
            signing_in(
                request,
                lab,
                &format!(
                    "sid=$.{}; Path=/; HttpOnly; SameSite=Lax",
                    "claims".repeat(850)
                ),
            )
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-partitioned-insecure",
        title: "Partitioned without Secure",
        see: "Partitioned cookies must be Secure.",
        cause: "cookie-rejected",
        reasons: &["invalid-partitioned"],
        host: "hotel.localhost",
        script: SIGN_IN_HERE,
        answer: |request, lab| {
            signing_in(
                request,
                lab,
                "sid=$; Path=/; HttpOnly; SameSite=Lax; Partitioned",
            )
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-strict-refused",
        title: "A Strict cookie set from another site",
        see: "The sign-in’s answer came to a fetch from another site: the browser does not keep its Strict cookie.",
        cause: "samesite-strict",
        reasons: &["same-site-strict"],
        host: "distillery.localhost",
        script: SIGN_IN_ELSEWHERE,
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; SameSite=Strict"),
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-lax-by-default-refused",
        title: "A cookie without SameSite, set from another site",
        see: "Chromium treats a cookie that says nothing as Lax, and does not keep it here. Firefox does.",
        cause: "samesite-lax",
        reasons: &["same-site-unspecified-treated-as-lax"],
        browsers: &["chromium"],
        host: "creamery.localhost",
        script: SIGN_IN_ELSEWHERE,
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly"),
        ..Scenario::BASE
    },
    Scenario {
        id: "third-party-cookies-refused",
        title: "A sign-in of a third party, with their cookies blocked",
        see: "SameSite=None; Secure is right, and Chromium keeps no cookie of a third party. Firefox keeps it in a jar of this page’s own.",
        browsers: &["chromium"],
        cause: "third-party-cookies",
        reasons: &["third-party-blocked"],
        third_party_cookies: "blocked",
        scheme: "https",
        host: "app.chatroom.test",
        script: SIGN_IN_ELSEWHERE,
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=None"),
        ..Scenario::BASE
    },
    Scenario {
        id: "fetch-credentials-sign-in",
        title: "A sign-in without credentials: include",
        see: "An answer to a fetch without credentials sets no cookie, so the next request has none to send.",
        cause: "fetch-credentials",
        reasons: &["credentials-omitted"],
        host: "www.planetarium.localhost",
        script: "
await lab.call(`${lab.api}/login`, { method: 'POST', body: '{}' });
await lab.call(`${lab.api}/api/orders`, { credentials: 'include' });
",
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-overwrite-secure",
        title: "Over http, on top of a Secure cookie",
        see: "A Secure sid of https stands there already; over http it stays at home, and no answer may put another one in its place.",
        cause: "cookie-secure",
        reasons: &["overwrite-secure"],
        host: "app.vault.test",
        script: "
if (!location.search) await lab.go(`${lab.secure.home}/welcome?back=${encodeURIComponent(location.href + '?back')}`);
await lab.post('/login', { user: 'ada', password: 'lovelace' });
await lab.call('/api/orders');
",
        answer: |request, lab| match request.scheme {
            "https" => hop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=Lax"),
            _ => shop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-domain-non-ascii",
        title: "A Domain with an umlaut",
        see: "The Domain names another site; that it is not written in ASCII is told besides.",
        cause: "cookie-domain",
        reasons: &["domain-non-ascii"],
        host: "app.mill.test",
        script: SIGN_IN_HERE,
        answer: |request, lab| signing_in(request, lab, "sid=$; Domain=mühle.test; Path=/; HttpOnly; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-expired-at-once",
        title: "A session that was over before it began",
        see: "The sign-in sets a cookie whose Expires has passed, so it is never kept.",
        cause: "cookie-expired",
        reasons: &["already-expired"],
        host: "mayfly.localhost",
        script: SIGN_IN_HERE,
        answer: |request, lab| {
            signing_in(request, lab, "sid=$; Path=/; HttpOnly; SameSite=Lax; Expires=Thu, 01 Jan 2015 00:00:00 GMT")
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-secure-prefix",
        title: "__Secure- without Secure",
        see: "The name promises Secure, and the attribute is missing.",
        cause: "cookie-rejected",
        reasons: &["invalid-prefix"],
        scheme: "https",
        host: "app.strongbox.test",
        script: SIGN_IN_HERE,
        answer: |request, lab| signing_in(request, lab, "__Secure-sid=$; Path=/; HttpOnly; SameSite=Lax"),
        ..Scenario::BASE
    },
];
