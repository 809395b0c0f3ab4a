/**
 * Sessions in cookies: express-session and cookie-session.
 */

import { posted } from "../scenario.mjs";

/** @typedef {import("../scenario.mjs").Scenario} Scenario */
/** @typedef {import("../scenario.mjs").Client} Client */

const SIGN_IN = posted({ name: "ada" });
/** @type {RequestInit} */
const INCLUDE = { credentials: "include" };
const NAMED = { origin: true, credentials: true };

/**
 * Signs in, and asks for what wants it.
 * @param {Client} client
 */
async function signInAndAsk(client) {
  await client.fetch(client.url("/login"), SIGN_IN);
  return client.fetch(client.url("/api/orders"));
}

/**
 * The same from a page of another origin.
 * @param {Client} client
 * @param {string} [api]
 * @param {RequestInit} [how]
 */
async function signInAndAskFar(client, api = "", how = INCLUDE) {
  await client.fetch(client.url("/login", api), { ...SIGN_IN, ...INCLUDE });
  return client.fetch(client.url("/api/orders", api), how);
}

/** @type {Omit<Scenario, "id" | "misuse" | "play" | "cause" | "fix">} */
const EXPRESS = { product: "express-session", on: "node", app: "express-session", provider: "express" };
/** @type {Omit<Scenario, "id" | "misuse" | "play" | "cause" | "fix">} */
const SIGNED = { product: "cookie-session", on: "node", app: "cookie-session", provider: "express" };
const CROSS = { page: "-page" };

/** @type {Scenario[]} */
export const SESSIONS = [
  {
    ...EXPRESS,
    id: "session-never",
    misuse: "nobody has signed in",
    play: async (client, fix) => fix ? signInAndAsk(client) : client.fetch(client.url("/api/orders")),
    cause: "no-credentials",
    fix: { who: "person", key: "fix.sign-in", tells: /sign in/u },
  },
  {
    ...EXPRESS,
    id: "session-behind-proxy",
    misuse: "secure: true behind a proxy that ends TLS, no trust proxy",
    server: { cookie: { secure: true }, tlsEndsBefore: true },
    mended: () => ({ trustProxy: 1 }),
    play: signInAndAsk,
    cause: "cookie-missing",
    fix: { who: "backend", key: "set-it", tells: /trust proxy/u },
  },
  {
    ...EXPRESS,
    ...CROSS,
    id: "session-lax",
    misuse: "sameSite: lax, fetched from another site",
    server: { cookie: { sameSite: "lax" }, cors: NAMED, tlsEndsBefore: true, trustProxy: 1 },
    mended: () => ({ cookie: { sameSite: "none", secure: true } }),
    play: (client) => signInAndAskFar(client),
    cause: "samesite-lax",
    fix: { who: "backend", key: "none-secure", tells: /SameSite=None; Secure/u },
  },
  {
    ...EXPRESS,
    ...CROSS,
    id: "session-strict-fetch",
    misuse: "sameSite: strict, fetched from another site",
    server: { cookie: { sameSite: "strict" }, cors: NAMED, tlsEndsBefore: true, trustProxy: 1 },
    play: async (client, fix) => {
      if (fix) await client.open(client.url("/page", "www."));
      return signInAndAskFar(client, "api.");
    },
    cause: "samesite-strict",
    fix: { who: "backend", key: "same-site-host", tells: /one registrable domain/u },
  },
  {
    ...EXPRESS,
    ...CROSS,
    id: "session-strict-link",
    misuse: "sameSite: strict, page reached by another site's link",
    server: { cookie: { sameSite: "strict" } },
    mended: () => ({ cookie: { sameSite: "lax" } }),
    play: async (client) => {
      await client.open(client.url("/page"));
      await client.fetch(client.url("/login"), SIGN_IN);
      await client.open(client.url("/page", "-page"));
      return client.follow(client.url("/home"));
    },
    cause: "samesite-strict",
    fix: { who: "backend", key: "lax", tells: /Lax/u },
  },
  {
    ...EXPRESS,
    ...CROSS,
    id: "session-none",
    misuse: "sameSite: none without secure",
    server: { cookie: { sameSite: "none" }, cors: NAMED, tlsEndsBefore: true, trustProxy: 1 },
    mended: () => ({ cookie: { sameSite: "none", secure: true } }),
    play: (client) => signInAndAskFar(client),
    cause: "samesite-none-insecure",
    fix: { who: "backend", key: "add-secure", tells: /Secure/u },
  },
  {
    ...EXPRESS,
    page: "www.",
    id: "session-mode",
    misuse: "fetch to another origin without credentials: include",
    server: { cors: NAMED },
    play: (client, fix) => signInAndAskFar(client, "api.", fix ? INCLUDE : {}),
    cause: "fetch-credentials",
    fix: { who: "frontend", key: "include", tells: /credentials: "include"/u },
  },
  {
    ...EXPRESS,
    page: "www.",
    id: "session-omit",
    misuse: "fetch with credentials: omit",
    server: { cors: NAMED },
    play: (client, fix) => signInAndAskFar(client, "api.", fix ? INCLUDE : { credentials: "omit" }),
    cause: "fetch-credentials",
    fix: { who: "frontend", key: "include", tells: /credentials: "include"/u },
  },
  {
    ...EXPRESS,
    page: "www.",
    id: "session-any-origin",
    misuse: "cors() for any origin, so that credentials cannot go",
    server: { cors: {} },
    mended: () => ({ cors: NAMED }),
    play: async (client, fix) => {
      await client.open(client.url("/page", "api."));
      await client.fetch(client.url("/login", "api."), SIGN_IN);
      await client.open(client.url("/page", "www."));
      return client.fetch(client.url("/api/orders", "api."), fix ? INCLUDE : {});
    },
    cause: "fetch-credentials",
    fix: { who: "backend", key: "allow", tells: /Access-Control-Allow-Credentials: true/u },
  },
  {
    ...EXPRESS,
    id: "session-restart",
    misuse: "sessions in memory are lost by a restart",
    play: async (client, fix) => {
      if (fix) return signInAndAsk(client);
      await signInAndAsk(client);
      await client.restart();
      return client.fetch(client.url("/api/orders"));
    },
    cause: "session-expired",
    fix: { who: "person", key: "fix.sign-in-again", tells: /sign in again/u },
  },
  {
    ...EXPRESS,
    id: "session-seconds",
    misuse: "maxAge given in seconds where milliseconds are meant",
    server: { cookie: { maxAge: 1500, httpOnly: false } },
    mended: () => ({ cookie: { maxAge: 3_600_000, httpOnly: false } }),
    play: async (client, fix) => {
      await client.fetch(client.url("/login"), SIGN_IN);
      if (!fix) await client.cookiesGone();
      return client.fetch(client.url("/api/orders"));
    },
    cause: "cookie-expired",
    fix: { who: "backend", key: "lifetime", tells: /Max-Age/u },
  },
  {
    ...EXPRESS,
    page: "www.",
    id: "session-host",
    misuse: "cookie without domain, needed on a sibling host",
    server: { cors: NAMED },
    mended: (_, client) => ({ cookie: { domain: `${client.scenario.id}.localhost` } }),
    play: async (client) => {
      await client.fetch(client.url("/login", "api."), { ...SIGN_IN, ...INCLUDE });
      return client.fetch(client.url("/api/orders", "www."), INCLUDE);
    },
    cause: "cookie-domain",
    fix: { who: "backend", key: "wide-domain", tells: /Domain=/u },
  },
  {
    ...EXPRESS,
    id: "session-foreign",
    misuse: "cookie.domain of another site",
    server: { cookie: { domain: "shop.example" } },
    mended: () => ({ cookie: {} }),
    play: signInAndAsk,
    cause: "cookie-domain",
    fix: { who: "backend", key: "own-domain", tells: /Domain/u },
  },
  {
    ...EXPRESS,
    id: "session-prefix",
    misuse: "named __Host-sid, with a domain",
    server: { name: "__Host-sid", cookie: { secure: true, domain: "session-prefix.localhost" }, tlsEndsBefore: true, trustProxy: 1 },
    mended: () => ({ cookie: { secure: true } }),
    play: signInAndAsk,
    cause: "cookie-rejected",
    fix: { who: "backend", key: "prefix", tells: /__Host-/u },
  },
  {
    ...EXPRESS,
    id: "session-ended",
    misuse: "signed out elsewhere, the page goes on",
    play: async (client, fix) => {
      if (fix) return signInAndAsk(client);
      await client.fetch(client.url("/login"), SIGN_IN);
      await client.fetch(client.url("/api/orders"));
      await client.fetch(client.url("/logout"), { method: "POST" });
      return client.fetch(client.url("/api/orders"));
    },
    cause: "session-expired",
    fix: { who: "person", key: "fix.sign-in-again", tells: /sign in again/u },
  },
  {
    ...SIGNED,
    id: "signed-path",
    misuse: "path of the sign-in, asked for elsewhere",
    server: { cookie: { path: "/auth" }, signIn: "/auth/login" },
    mended: () => ({ cookie: { path: "/" } }),
    play: async (client) => {
      await client.fetch(client.url("/auth/login"), SIGN_IN);
      return client.fetch(client.url("/api/orders"));
    },
    cause: "cookie-path",
    fix: { who: "backend", key: "root-path", tells: /Path=\//u },
  },
  {
    ...SIGNED,
    id: "signed-keys",
    misuse: "the keys were changed, old cookies no longer verify",
    play: async (client, fix) => {
      if (fix) return signInAndAsk(client);
      await client.fetch(client.url("/login"), SIGN_IN);
      await client.restart({ keys: ["another key of the server"] });
      return client.fetch(client.url("/api/orders"));
    },
    cause: "session-expired",
    fix: { who: "person", key: "fix.sign-in-again", tells: /sign in again/u },
  },
  {
    ...SIGNED,
    id: "signed-large",
    misuse: "more in the session than a cookie holds",
    server: { basket: 5000 },
    mended: () => ({ basket: 100 }),
    play: signInAndAsk,
    cause: "cookie-rejected",
    fix: { who: "backend", key: "smaller", tells: /4096|4 ?kB/u },
  },
  {
    ...SIGNED,
    ...CROSS,
    id: "signed-lax",
    misuse: "sameSite: lax, fetched from another site",
    server: { cookie: { sameSite: "lax" }, cors: NAMED, tlsEndsBefore: true, trustProxy: 1 },
    play: async (client, fix) => {
      if (fix) await client.open(client.url("/page", "www."));
      return signInAndAskFar(client, "api.");
    },
    cause: "samesite-lax",
    fix: { who: "frontend", key: "same-site", tells: /page's own site/u },
  },
];
