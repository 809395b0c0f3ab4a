//! The recipes: each with the stacks that there is a text for, the plain one first, and the values in it.

use super::Stack;

/// A piece of code for several stacks.
#[derive(Debug)]
pub struct Recipe {
    /// Its id.
    pub id: &'static str,
    /// Its stacks by their kind, the one for want of a better first.
    stacks: &'static [&'static [Stack]],
    /// The names of the values in it.
    pub args: &'static [&'static str],
}

impl Recipe {
    /// The stacks, the one for want of a better first.
    pub fn stacks(&self) -> impl Iterator<Item = Stack> {
        self.stacks.iter().copied().flatten().copied()
    }
}

const fn recipe(
    id: &'static str,
    stacks: &'static [&'static [Stack]],
    args: &'static [&'static str],
) -> Recipe {
    Recipe { id, stacks, args }
}

const HTTP: &[Stack] = &["http"];
const NODE: &[Stack] = &["express", "fastify", "nestjs"];
const PYTHON: &[Stack] = &["django", "flask"];
const FASTAPI: &[Stack] = &["fastapi"];
const OTHERS: &[Stack] = &["rails", "laravel", "spring", "aspnet-core", "go"];
const SERVERS: &[Stack] = &["nginx", "apache", "caddy", "traefik"];
const GATEWAYS: &[Stack] = &["api-gateway"];
const PAGES: &[Stack] = &["fetch", "axios", "xhr", "angular", "apollo"];
const FETCH: &[Stack] = &["fetch"];

/// Applications: the header line, and how each writes it.
const APPS: &[&[Stack]] = &[HTTP, NODE, PYTHON, FASTAPI, OTHERS];

/// Applications, and what stands in front of them.
const ALL: &[&[Stack]] = &[HTTP, NODE, PYTHON, FASTAPI, OTHERS, SERVERS, GATEWAYS];

/// Where code checks something: the line that matters first, for whoever runs no stack that shows itself.
const CODE: &[&[Stack]] = &[HTTP, NODE, PYTHON, FASTAPI, OTHERS];

/// FastAPI has no protection of its own to take a token from.
const WITHOUT_FASTAPI: &[&[Stack]] = &[HTTP, NODE, PYTHON, OTHERS];

/// All of them.
pub static RECIPES: &[Recipe] = &[
    recipe("cookie-none", APPS, &["cookie"]),
    recipe("cookie-lax", APPS, &["cookie"]),
    recipe("cookie-partitioned", APPS, &["cookie"]),
    recipe("cookie-domain", APPS, &["cookie", "site"]),
    recipe("cookie-host", APPS, &["cookie"]),
    recipe("cookie-path", APPS, &["cookie"]),
    recipe("cookie-max-age", APPS, &["cookie"]),
    recipe("cookie-delete", APPS, &["cookie", "site"]),
    recipe("cors", ALL, &["from"]),
    recipe("cors-header", ALL, &["from", "header"]),
    recipe("cors-errors", ALL, &["from"]),
    recipe("preflight", ALL, &["from", "path"]),
    recipe("name-scheme", APPS, &[]),
    recipe("challenge", APPS, &[]),
    recipe("step-up", APPS, &[]),
    recipe("forbid", APPS, &[]),
    recipe("forbid-scope", APPS, &[]),
    recipe("too-many", APPS, &[]),
    recipe("jwt-check", CODE, &[]),
    recipe("session-store", CODE, &["cookie"]),
    recipe("csrf-issue", WITHOUT_FASTAPI, &[]),
    recipe("pass-authorization", &[HTTP, SERVERS, GATEWAYS], &[]),
    recipe("cgi-authorization", &[&["apache", "nginx"]], &[]),
    recipe("basic-exempt", &[SERVERS], &["path", "host"]),
    recipe("real-address", &[SERVERS], &[]),
    recipe("client-certificate", &[SERVERS], &["host"]),
    recipe("redirect-https", &[SERVERS], &["host"]),
    recipe("no-redirect", &[&["nginx", "apache"]], &["path"]),
    recipe("keep-connection", &[&["nginx"]], &[]),
    recipe("long-headers", &[&["nginx", "apache"]], &[]),
    recipe("include", &[PAGES], &["origin", "path", "method"]),
    recipe(
        "authorization",
        &[PAGES],
        &["origin", "path", "method", "scheme"],
    ),
    recipe(
        "authorization-scheme",
        &[PAGES],
        &["origin", "path", "method", "wanted"],
    ),
    recipe(
        "authorization-guarded",
        &[PAGES],
        &["origin", "path", "method"],
    ),
    recipe("api-key", &[PAGES], &["origin", "path", "method", "field"]),
    recipe("basic", &[PAGES], &["origin", "path", "method"]),
    recipe("renew", &[PAGES], &[]),
    recipe(
        "csrf-send",
        &[PAGES],
        &["origin", "path", "method", "cookie", "field"],
    ),
    recipe("to-sign-in", &[PAGES], &["origin", "path", "method"]),
    recipe("call-target", &[PAGES], &["target", "path", "method"]),
    recipe("one-renewal", &[FETCH], &[]),
    recipe("stream", &[FETCH], &["origin", "path"]),
    recipe("dpop", &[FETCH], &["origin", "path", "method"]),
    recipe("ask-audience", &[FETCH], &["origin", "path"]),
];
