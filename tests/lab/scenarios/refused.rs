//! `Set-Cookie` lines that the browser refuses.

use super::crossing::{SIGN_IN_THERE, shop};
use crate::http::{Request, Response};
use crate::lab::Lab;
use crate::scenario::Scenario;

const SIGN_IN_HERE: &str = "
await lab.post('/login', { user: 'ada', password: 'lovelace' });
await lab.call('/api/orders');
";

/// An application whose sign-in answers this line; `$` stands for the session's name.
fn signing_in(request: &Request, lab: &Lab, line: &str) -> Response {
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
        host: "brewery.localhost",
        script: "
await lab.post(`${lab.other}/login`, { user: 'ada', password: 'lovelace' });
await lab.call(`${lab.other}/api/orders`, { credentials: 'include' });
",
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-none-insecure",
        title: "SameSite=None without Secure",
        see: "The browser never stores it.",
        cause: "samesite-none-insecure",
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
        also: &["cookie-domain"],
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
];
