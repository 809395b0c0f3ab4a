//! The recipes: each with the stacks that there is a text for, the plain one first, and the values in it.

use super::Stack;

/// A piece of code for several stacks.
#[derive(Debug)]
pub struct Recipe {
    /// Its id.
    pub id: &'static str,
    /// The stacks, the one for want of a better first.
    pub stacks: &'static [Stack],
    /// The names of the values in it.
    pub args: &'static [&'static str],
}

const fn recipe(
    id: &'static str,
    stacks: &'static [Stack],
    args: &'static [&'static str],
) -> Recipe {
    Recipe { id, stacks, args }
}

const APPS: &[Stack] = &[
    "http",
    "express",
    "fastify",
    "nestjs",
    "django",
    "flask",
    "fastapi",
    "rails",
    "laravel",
    "spring",
    "aspnet-core",
    "go",
];

/// Applications, and what stands in front of them.
const ALL: &[Stack] = &[
    "http",
    "express",
    "fastify",
    "nestjs",
    "django",
    "flask",
    "fastapi",
    "rails",
    "laravel",
    "spring",
    "aspnet-core",
    "go",
    "nginx",
    "apache",
    "caddy",
    "traefik",
    "api-gateway",
];

/// Where code checks or issues something, and no header line tells how.
const CODE: &[Stack] = &[
    "express",
    "fastify",
    "nestjs",
    "django",
    "flask",
    "fastapi",
    "rails",
    "laravel",
    "spring",
    "aspnet-core",
    "go",
];

/// FastAPI has no protection of its own to take a token from.
const WITHOUT_FASTAPI: &[Stack] = &[
    "express",
    "fastify",
    "nestjs",
    "django",
    "flask",
    "rails",
    "laravel",
    "spring",
    "aspnet-core",
    "go",
];

const SERVERS: &[Stack] = &["nginx", "apache", "caddy", "traefik"];

const PAGES: &[Stack] = &["fetch", "axios", "xhr", "angular", "apollo"];

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
    recipe(
        "pass-authorization",
        &["nginx", "apache", "caddy", "traefik", "api-gateway"],
        &[],
    ),
    recipe("cgi-authorization", &["apache", "nginx"], &[]),
    recipe("basic-exempt", SERVERS, &["path", "host"]),
    recipe("real-address", SERVERS, &[]),
    recipe("client-certificate", SERVERS, &["host"]),
    recipe("redirect-https", SERVERS, &["host"]),
    recipe("no-redirect", &["nginx", "apache"], &["path"]),
    recipe("keep-connection", &["nginx"], &[]),
    recipe("long-headers", &["nginx", "apache"], &[]),
    recipe("include", PAGES, &["origin", "path", "method"]),
    recipe(
        "authorization",
        PAGES,
        &["origin", "path", "method", "scheme"],
    ),
    recipe(
        "authorization-scheme",
        PAGES,
        &["origin", "path", "method", "wanted"],
    ),
    recipe(
        "authorization-guarded",
        PAGES,
        &["origin", "path", "method"],
    ),
    recipe("api-key", PAGES, &["origin", "path", "method"]),
    recipe("renew", PAGES, &[]),
    recipe(
        "csrf-send",
        PAGES,
        &["origin", "path", "method", "cookie", "field"],
    ),
    recipe("to-sign-in", PAGES, &["origin", "path", "method"]),
    recipe("call-target", PAGES, &["target", "path", "method"]),
    recipe("one-renewal", &["fetch"], &[]),
    recipe("stream", &["fetch"], &["origin", "path"]),
    recipe("dpop", &["fetch"], &["origin", "path", "method"]),
    recipe("ask-audience", &["fetch"], &["origin", "path"]),
];
