/**
 * Django REST framework with simplejwt, with its own tokens, with sessions and with Basic.
 */

import { PASSWORD_OF_SCRIPT, authorized, base64, posted } from "../scenario.mjs";

/** @typedef {import("../scenario.mjs").Scenario} Scenario */
/** @typedef {import("../scenario.mjs").Client} Client */

/** @type {Omit<Scenario, "id" | "misuse" | "play" | "cause" | "fix">} */
const DJANGO = { product: "Django REST", on: "django", provider: "django-rest", full: true };
const ADA = { username: "ada", password: "lovelace" };

/** Where the answer's text cannot be read the extension first wants the server to say why in a header. */
const SAYS_WHY = { cause: "token-invalid", fix: /** @type {const} */ ({ who: "backend", key: "log-why", tells: /WWW-Authenticate: Bearer error="invalid_token", error_description=/u }), mended: { saysWhy: true } };

/**
 * simplejwt's pair of tokens.
 * @param {Client} client
 * @returns {Promise<{access: string, refresh: string}>}
 */
const pair = (client) => client.json(client.url("/api/token"), posted(ADA));

/**
 * Ada's own token of the framework; what an administrator does to her account goes along.
 * @param {Client} client
 * @param {Record<string, unknown>} [changes]
 * @returns {Promise<{token: string}>}
 */
const administer = (client, changes = {}) => client.json(client.url("/admin"), posted(changes));

/**
 * @param {Client} client
 * @param {string} path
 * @param {string} header
 */
const ask = (client, path, header) => client.fetch(client.url(path), { ...authorized(header), credentials: "omit" });

/** @type {Scenario[]} */
export const DJANGOS = [
  {
    ...DJANGO,
    id: "simplejwt-none",
    misuse: "simplejwt: no token is sent",
    play: async (client, fix) => fix ? ask(client, "/api/me", `${fix.args["scheme"]} ${(await pair(client)).access}`) : client.fetch(client.url("/api/me")),
    cause: "authorization-missing",
    fix: { who: "frontend", key: "fix.send-authorization", tells: /Authorization: Bearer/u },
  },
  {
    ...DJANGO,
    id: "simplejwt-expired",
    misuse: "simplejwt: the access token ran out",
    server: { SIMPLE_JWT: { ACCESS_TOKEN_LIFETIME: -60 } },
    mended: () => ({ SIMPLE_JWT: {} }),
    play: async (client) => ask(client, "/api/me", `Bearer ${(await pair(client)).access}`),
    cause: "token-expired",
    fix: { who: "frontend", key: "renew", tells: /refresh|new|renew/iu },
  },
  {
    ...DJANGO,
    id: "simplejwt-refresh",
    misuse: "simplejwt: the refresh token is used as access token",
    play: async (client, fix) => {
      const { access, refresh } = await pair(client);
      return ask(client, "/api/me", `Bearer ${fix ? access : refresh}`);
    },
    cause: "token-kind",
    blind: SAYS_WHY,
    fix: { who: "frontend", key: "right-one", tells: /access token/u },
  },
  {
    ...DJANGO,
    id: "simplejwt-inactive",
    misuse: "simplejwt: the account was switched off",
    play: async (client, fix) => {
      if (fix) await administer(client, { active: true });
      const { access } = await pair(client);
      if (!fix) await administer(client, { active: false });
      const status = await ask(client, "/api/me", `Bearer ${access}`);
      await administer(client, { active: true });
      return status;
    },
    cause: "account-locked",
    blind: SAYS_WHY,
    fix: { who: "person", key: "ask", tells: /support|account/u },
  },
  {
    ...DJANGO,
    id: "simplejwt-key",
    misuse: "simplejwt: the signing key was changed, old tokens go on",
    play: async (client, fix) => {
      const { access } = await pair(client);
      if (!fix) await client.restart({ SIMPLE_JWT: { SIGNING_KEY: "another long secret of the server for HS256" } });
      return ask(client, "/api/me", `Bearer ${access}`);
    },
    cause: "token-invalid",
    fix: { who: "person", key: "sign-in", tells: /sign in/iu },
  },
  {
    ...DJANGO,
    id: "simplejwt-scheme",
    misuse: "simplejwt: AUTH_HEADER_TYPES wants JWT, Bearer is sent",
    server: { SIMPLE_JWT: { AUTH_HEADER_TYPES: ["JWT"] } },
    play: async (client, fix) => ask(client, "/api/me", `${fix ? fix.args["wanted"] : "Bearer"} ${(await pair(client)).access}`),
    cause: "scheme-mismatch",
    fix: { who: "frontend", key: "change", tells: /JWT/u },
  },
  {
    ...DJANGO,
    id: "simplejwt-token",
    misuse: "simplejwt: Token is sent instead of Bearer",
    play: async (client, fix) => ask(client, "/api/me", `${fix ? fix.args["wanted"] : "Token"} ${(await pair(client)).access}`),
    cause: "scheme-mismatch",
    fix: { who: "frontend", key: "change", tells: /Bearer/u },
  },
  {
    ...DJANGO,
    id: "simplejwt-password",
    misuse: "simplejwt: a wrong password for the pair",
    play: (client, fix) => client.fetch(client.url("/api/token"), posted({ ...ADA, password: fix ? ADA.password : "babbage" })),
    cause: "login-rejected",
    fix: { who: "person", key: "again", tells: /password/u },
  },
  {
    ...DJANGO,
    id: "simplejwt-blacklist",
    misuse: "simplejwt: the refresh token was blacklisted at sign-out",
    play: async (client, fix) => {
      const { refresh } = await pair(client);
      if (!fix) await client.fetch(client.url("/api/token/blacklist"), posted({ refresh }));
      return client.fetch(client.url("/api/token/refresh"), posted({ refresh }));
    },
    cause: "refresh-failed",
    fix: { who: "person", key: "fix.sign-in-again", tells: /sign in again/u },
  },
  {
    ...DJANGO,
    id: "drf-bearer",
    misuse: "TokenAuthentication: Bearer instead of Token",
    play: async (client, fix) => ask(client, "/api/token-me", `${fix ? fix.args["wanted"] : "Bearer"} ${(await administer(client)).token}`),
    cause: "scheme-mismatch",
    fix: { who: "frontend", key: "change", tells: /Token/u },
  },
  {
    ...DJANGO,
    id: "drf-none",
    misuse: "TokenAuthentication: no token is sent",
    play: async (client, fix) => fix ? ask(client, "/api/token-me", `${fix.args["scheme"]} ${(await administer(client)).token}`) : client.fetch(client.url("/api/token-me")),
    cause: "authorization-missing",
    fix: { who: "frontend", key: "fix.send-authorization", tells: /Authorization: Token/u },
  },
  {
    ...DJANGO,
    id: "drf-deleted",
    misuse: "TokenAuthentication: the token was deleted",
    play: async (client, fix) => {
      const { token } = await administer(client);
      if (!fix) await administer(client, { forget: true });
      return ask(client, "/api/token-me", `Token ${token}`);
    },
    cause: "token-invalid",
    fix: { who: "person", key: "sign-in", tells: /sign in/iu },
  },
  {
    ...DJANGO,
    id: "drf-basic",
    misuse: "BasicAuthentication: a wrong password",
    play: (client, fix) => ask(client, "/api/session-or-basic", `Basic ${base64(`ada:${fix ? ADA.password : "babbage"}`)}`),
    cause: "basic-credentials-rejected",
    fix: PASSWORD_OF_SCRIPT,
  },
  {
    ...DJANGO,
    id: "drf-session",
    misuse: "SESSION_COOKIE_PATH does not cover the API",
    server: { SESSION_COOKIE_PATH: "/login" },
    mended: () => ({ SESSION_COOKIE_PATH: "/" }),
    play: async (client) => {
      await client.fetch(client.url("/login"), posted(ADA));
      return client.fetch(client.url("/api/jwt-or-session"));
    },
    cause: "cookie-path",
    fix: { who: "backend", key: "root-path", tells: /Path=\//u },
  },
  {
    ...DJANGO,
    page: "-page",
    id: "drf-lax",
    misuse: "SESSION_COOKIE_SAMESITE = Lax, fetched from another site",
    server: { CORS_ALLOW_CREDENTIALS: true, CORS_ALLOWED_ORIGIN_REGEXES: [".*"] },
    mended: () => ({ SESSION_COOKIE_SAMESITE: "None", SESSION_COOKIE_SECURE: true }),
    play: async (client) => {
      await client.fetch(client.url("/login"), { ...posted(ADA), credentials: "include" });
      return client.fetch(client.url("/api/jwt-or-session"), { credentials: "include" });
    },
    cause: "samesite-lax",
    fix: { who: "backend", key: "none-secure", tells: /SameSite=None; Secure/u },
  },
  {
    ...DJANGO,
    page: "www.",
    id: "drf-mode",
    misuse: "SessionAuthentication: fetch without credentials: include",
    server: { CORS_ALLOW_CREDENTIALS: true, CORS_ALLOWED_ORIGIN_REGEXES: [".*"] },
    play: async (client, fix) => {
      await client.fetch(client.url("/login", "api."), { ...posted(ADA), credentials: "include" });
      return client.fetch(client.url("/api/jwt-or-session", "api."), fix ? { credentials: "include" } : {});
    },
    cause: "fetch-credentials",
    fix: { who: "frontend", key: "include", tells: /credentials: "include"/u },
  },
];
