//! What stands in front of an application, and the application's own trouble.

use serde_json::json;

use super::bearer::{POLICY, guarded};
use super::crossing::shop;
use crate::http::{Request, Response};
use crate::jwt;
use crate::lab::Lab;
use crate::pages::end;
use crate::scenario::Scenario;

fn known(lab: &Lab, page: Response) -> Response {
    page.cookie(format!(
        "sid={}; Path=/; HttpOnly; SameSite=Lax",
        lab.sessions.start()
    ))
}

const NGINX: &str = "<html>\r\n<head><title>401 Authorization Required</title></head>\r\n<body>\r\n<center><h1>401 Authorization Required</h1></center>\r\n\
    <hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n";

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "gateway-auth",
        title: "An access layer in front",
        see: "The layer answered, not the application: sign in to the layer.",
        cause: "gateway-auth",
        host: "citadel.localhost",
        script: "await lab.call('/api/orders');",
        arrive: known,
        answer: |_, _| {
            Response::challenge("Bearer error=\"invalid_token\"")
                .header("X-Goog-IAP-Generated-Response", "true")
                .text("Invalid IAP credentials: empty token")
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "server-basic-auth",
        title: "The web server’s own password",
        see: "nginx guards the address with Basic, beside the application’s tokens.",
        cause: "server-basic-auth",
        host: "staging.localhost",
        script: "await lab.call(`${lab.api}/api/orders`, { headers: { Authorization: `Bearer ${lab.config.token}` } });",
        config: |_| json!({"token": jwt::access("orders", &json!({}))}),
        answer: |_, _| Response::challenge("Basic realm=\"Restricted\"").header("Server", "nginx/1.24.0").html(NGINX),
        ..Scenario::BASE
    },
    Scenario {
        id: "windows-auth",
        title: "Negotiate and NTLM",
        see: "The server wants a Windows sign-in, and it does not come about.",
        cause: "windows-auth",
        host: "intranet.localhost",
        script: "await lab.call(`${lab.api}/reports/daily`);",
        answer: |_, _| {
            Response::new(401)
                .header("WWW-Authenticate", "Negotiate")
                .header("WWW-Authenticate", "NTLM")
                .header("Server", "Microsoft-IIS/10.0")
                .header("X-Powered-By", "ASP.NET")
                .html("<title>401 - Unauthorized: Access is denied due to invalid credentials.</title>")
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "waf-block",
        title: "A firewall’s challenge",
        see: "Cloudflare answered in the application’s place.",
        cause: "waf-block",
        host: "fortress.localhost",
        script: "await lab.call('/api/orders');",
        arrive: known,
        answer: |_, _| {
            Response::new(401)
                .header("Server", "cloudflare")
                .header("CF-RAY", "8c9f1e2d3a4b5c6d-FRA")
                .header("cf-mitigated", "challenge")
                .html("<title>Just a moment...</title>")
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "rate-limited",
        title: "Too fast, answered as 401",
        see: "The answer says when to come back: this is throttling.",
        cause: "rate-limited",
        host: "tollgate.localhost",
        script: "await lab.call('/api/orders');",
        arrive: known,
        answer: |_, _| {
            Response::new(401)
                .header("Retry-After", "30")
                .header("X-RateLimit-Limit", "60")
                .header("X-RateLimit-Remaining", "0")
                .json(&json!({"message": "Please wait a few minutes before you try again."}))
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "ip-restricted",
        title: "Not from this address",
        see: "The account may be used from listed addresses only; only the body says so.",
        cause: "ip-restricted",
        blind: Some("token-invalid"),
        host: "customs.localhost",
        script: "await lab.call('/api/orders', { headers: { Authorization: 'Bearer Zk3vQ8nLr2Tb6Xw0Yc9Hd4Jm7Ps1Ua5E' } });",
        answer: |_, _| Response::new(401).json(&json!({"error": {"message": "Your IP address is not on the allow list of this project."}})),
        ..Scenario::BASE
    },
    Scenario {
        id: "server-fault",
        title: "Workers that disagree",
        see: "The same session is accepted and refused in turn: the servers do not share their store.",
        cause: "server-fault",
        host: "carousel.localhost",
        script: "
for (let worker = 0; worker < 4; worker += 1) await lab.call(`/api/orders?worker=${worker % 2}`);
",
        arrive: known,
        answer: |request, lab| match request.param("worker").as_deref() {
            Some("1") => Response::new(401).json(&json!({"message": "Unauthorized"})),
            _ => shop(request, lab, ""),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "retry-loop",
        title: "Again and again",
        see: "The client repeats the failing request without end.",
        cause: "retry-loop",
        host: "hamster.localhost",
        script: "
for (let turn = 0; turn < 12; turn += 1) await lab.call('/api/orders', { headers: { Authorization: `Bearer ${lab.config.token}` } });
",
        config: |_| json!({"token": jwt::access("orders", &json!({"exp": crate::http::seconds() - 600}))}),
        answer: |request: &Request, _| guarded(request, POLICY),
        ..Scenario::BASE
    },
    Scenario {
        id: "authorization-missing-by-hand",
        title: "An address bar, a bearer API",
        see: "Opened by hand, an API’s address has no token to show.",
        cause: "authorization-missing",
        host: "granary.localhost",
        script: "await lab.go('/api/orders');",
        answer: |_, _| Response::challenge("Bearer").html(end("Unauthorized", "Full authentication is required to access this resource.")),
        ..Scenario::BASE
    },
    Scenario {
        id: "proxy-auth",
        title: "A proxy that wants to know who is there",
        see: "Squid answered in the application’s place.",
        cause: "proxy-auth",
        host: "ministry.localhost",
        script: "await lab.call('/api/orders');",
        arrive: known,
        answer: |_, _| {
            Response::new(401)
                .header("Server", "squid/6.6")
                .header("X-Squid-Error", "ERR_CACHE_ACCESS_DENIED 0")
                .header("Via", "1.1 proxy.ministry.localhost (squid/6.6)")
                .header("Proxy-Authenticate", "Basic realm=\"Squid proxy-caching web server\"")
                .html("<title>ERROR: Cache Access Denied</title>")
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "captive-portal",
        title: "A network that wants a sign-in first",
        see: "A network answers in every site’s name, over plain http. Two servers of one machine may demand the same, so here only the body tells.",
        cause: "captive-portal",
        blind: Some("server-basic-auth"),
        host: "app.airport.test",
        script: "
await lab.call(`${lab.other}/weather`, { credentials: 'omit' });
await lab.call('/departures', { credentials: 'omit' });
",
        answer: |_, _| Response::challenge("Basic realm=\"Firewall Authentication\"").text("Network authentication required: sign in to use the internet."),
        ..Scenario::BASE
    },
    Scenario {
        id: "wrong-url",
        title: "The right token at the wrong host",
        see: "The same request with the same token is accepted at api, and www does not know it.",
        cause: "wrong-url",
        host: "www.pharmacy.localhost",
        script: "
const init = { headers: { Authorization: `Bearer ${lab.config.token}` } };
await lab.call(`${lab.api}/v1/orders`, init);
await lab.call(`${lab.home}/v1/orders`, init);
",
        config: |_| json!({"token": "Zk3vQ8nLr2Tb6Xw0Yc9Hd4Jm7Ps1Ua5E"}),
        answer: |request, _| {
            if request.host.starts_with("api.") {
                return Response::new(200).json(&json!({"orders": []}));
            }
            Response::new(401).json(&json!({"message": "Unauthorized"}))
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "client-certificate",
        title: "A token that is bound to a certificate",
        see: "The server asked for a client certificate in the handshake, got none, and says so.",
        cause: "client-certificate",
        scheme: "https",
        host: "app.notaries.test",
        script: "await lab.call('/api/deeds', { headers: { Authorization: `Bearer ${lab.config.token}` } });",
        config: |_| json!({"token": jwt::access("orders", &json!({"cnf": {"x5t#S256": "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2"}}))}),
        answer: |_, _| {
            Response::challenge("Bearer error=\"invalid_token\", error_description=\"Client certificate required\"")
                .json(&json!({"error": "invalid_token"}))
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "client-certificate-unsaid",
        title: "No certificate, and only the body says so",
        see: "nginx’s own page says that no required certificate was sent, and the extension reads the page that stands there.",
        cause: "client-certificate",
        scheme: "https",
        host: "app.consulate.test",
        script: "await lab.go('/visa');",
        answer: |_, _| {
            Response::new(401)
                .header("Server", "nginx/1.24.0")
                .html(end("401 Authorization Required", "No required SSL certificate was sent"))
        },
        ..Scenario::BASE
    },
];
