/**
 * Flask-JWT-Extended, with its tokens in headers and in cookies.
 */

import { authorized, posted } from "../scenario.mjs";

/** @typedef {import("../scenario.mjs").Scenario} Scenario */
/** @typedef {import("../scenario.mjs").Client} Client */

// Without the body only its server shows itself.
/** @type {Omit<Scenario, "id" | "misuse" | "play" | "cause" | "fix">} */
const FLASK = { product: "Flask-JWT-Extended", on: "flask", provider: "werkzeug", full: true };

const ORDERS = "/api/orders";
const COOKIES = { JWT_TOKEN_LOCATION: ["cookies"], JWT_COOKIE_SECURE: false, JWT_COOKIE_CSRF_PROTECT: false };
const GUARDED = { ...COOKIES, JWT_COOKIE_CSRF_PROTECT: true };

/** Where the answer's text cannot be read the extension first wants the server to say why in a header. */
const SAYS_WHY = { cause: "token-invalid", fix: /** @type {const} */ ({ who: "backend", key: "log-why", tells: /WWW-Authenticate: Bearer error="invalid_token", error_description=/u }), mended: { saysWhy: true } };

/**
 * @param {Client} client
 * @param {Record<string, unknown>} [how]
 * @returns {Promise<any>}
 */
const signIn = (client, how = {}) => client.json(client.url("/login"), posted(how));

/**
 * A token that the page got long ago, so that this browser knows nothing of how it came.
 * @param {Client} client
 * @param {Record<string, unknown>} [how]
 * @returns {Promise<any>}
 */
const signedIn = (client, how = {}) => client.outside("/login", how);

/**
 * @param {Client} client
 * @param {string} path
 * @param {string} header
 */
const ask = (client, path, header) => client.fetch(client.url(path), authorized(header));

/**
 * Posts with the session in a cookie.
 * @param {Client} client
 * @param {Record<string, string>} headers
 */
const post = (client, headers) => client.fetch(client.url(ORDERS), { method: "POST", headers });

/** @type {Scenario[]} */
export const FLASKS = [
  {
    ...FLASK,
    id: "flask-none",
    misuse: "no token is sent",
    play: async (client, fix) => fix ? ask(client, ORDERS, `${fix.args["scheme"]} ${(await signIn(client)).access}`) : client.fetch(client.url(ORDERS)),
    cause: "authorization-missing",
    blind: { cause: "no-credentials", fix: { who: "backend", key: "fix.say-why", tells: /WWW-Authenticate/u }, mended: { saysWhy: true } },
    fix: { who: "frontend", key: "fix.send-authorization", tells: /Authorization: Bearer/u },
  },
  {
    ...FLASK,
    id: "flask-expired",
    misuse: "the token is past its exp",
    play: async (client, fix) => ask(client, ORDERS, `Bearer ${(await signedIn(client, fix ? {} : { lasts: -60 })).access}`),
    cause: "token-expired",
    fix: { who: "frontend", key: "renew", tells: /refresh|new|renew/iu },
  },
  {
    ...FLASK,
    id: "flask-revoked",
    misuse: "signed out, and the token is used on",
    play: async (client, fix) => {
      const { access } = await signedIn(client);
      if (!fix) {
        await ask(client, "/api/me", `Bearer ${access}`);
        await client.fetch(client.url("/logout"), { method: "DELETE", ...authorized(`Bearer ${access}`) });
      }
      return ask(client, ORDERS, `Bearer ${access}`);
    },
    cause: "token-revoked",
    fix: { who: "person", key: "sign-in", tells: /sign in/iu },
  },
  {
    ...FLASK,
    id: "flask-fresh",
    misuse: "a refreshed token where a fresh sign-in is wanted",
    play: async (client, fix) => ask(client, "/api/password", `Bearer ${(await signedIn(client, { fresh: Boolean(fix) })).access}`),
    cause: "mfa-required",
    blind: SAYS_WHY,
    fix: { who: "person", key: "step-up", tells: /sign in|password/iu },
  },
  {
    ...FLASK,
    id: "flask-scheme",
    misuse: "JWT instead of Bearer",
    play: async (client, fix) => ask(client, ORDERS, `${fix ? fix.args["wanted"] : "JWT"} ${(await signedIn(client)).access}`),
    cause: "scheme-mismatch",
    blind: SAYS_WHY,
    fix: { who: "frontend", key: "change", tells: /Bearer/u },
  },
  {
    ...FLASK,
    id: "flask-password",
    misuse: "the sign-in gets a wrong password",
    play: (client, fix) => client.fetch(client.url("/login"), posted({ password: fix ? "lovelace" : "babbage" })),
    cause: "login-rejected",
    fix: { who: "person", key: "again", tells: /password/u },
  },
  {
    ...FLASK,
    id: "flask-csrf",
    misuse: "token in a cookie, and no X-CSRF-TOKEN",
    server: { config: GUARDED },
    play: async (client, fix) => {
      const { csrf } = await signIn(client);
      return post(client, fix ? { "X-CSRF-TOKEN": csrf } : {});
    },
    cause: "csrf",
    fix: { who: "frontend", key: "send", tells: /X-CSRF-TOKEN|header/u },
  },
  {
    ...FLASK,
    id: "flask-csrf-old",
    misuse: "token in a cookie, X-CSRF-TOKEN of an earlier sign-in",
    server: { config: GUARDED },
    play: async (client, fix) => {
      const { csrf: old } = await signIn(client);
      const { csrf } = await signIn(client);
      return post(client, { "X-CSRF-TOKEN": fix ? csrf : old });
    },
    cause: "csrf",
    fix: { who: "frontend", key: "send", tells: /X-CSRF-TOKEN|header/u },
  },
  {
    ...FLASK,
    page: "-page",
    id: "flask-lax",
    misuse: "JWT_COOKIE_SAMESITE = Lax, fetched from another site",
    server: { config: { ...COOKIES, JWT_COOKIE_SAMESITE: "Lax" }, cors: true },
    mended: () => ({ config: { ...COOKIES, JWT_COOKIE_SAMESITE: "None", JWT_COOKIE_SECURE: true } }),
    play: async (client) => {
      await client.fetch(client.url("/login"), { ...posted({}), credentials: "include" });
      return client.fetch(client.url("/api/me"), { credentials: "include" });
    },
    cause: "samesite-lax",
    fix: { who: "backend", key: "none-secure", tells: /SameSite=None; Secure/u },
  },
  {
    ...FLASK,
    page: "www.",
    id: "flask-mode",
    misuse: "token in a cookie, fetch without credentials: include",
    server: { config: COOKIES, cors: true },
    play: async (client, fix) => {
      await client.fetch(client.url("/login", "api."), { ...posted({}), credentials: "include" });
      return client.fetch(client.url("/api/me", "api."), fix ? { credentials: "include" } : {});
    },
    cause: "fetch-credentials",
    fix: { who: "frontend", key: "include", tells: /credentials: "include"/u },
  },
  {
    ...FLASK,
    id: "flask-path",
    misuse: "JWT_ACCESS_COOKIE_PATH does not cover the API",
    server: { config: { ...COOKIES, JWT_ACCESS_COOKIE_PATH: "/auth" } },
    mended: () => ({ config: { ...COOKIES, JWT_ACCESS_COOKIE_PATH: "/" } }),
    play: async (client) => {
      await signIn(client);
      return client.fetch(client.url("/api/me"));
    },
    cause: "cookie-path",
    fix: { who: "backend", key: "root-path", tells: /Path=\//u },
  },
];
