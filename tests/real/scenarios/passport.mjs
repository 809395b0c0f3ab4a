/**
 * Passport's strategies for forms, Basic, Digest and Bearer.
 */

import { PASSWORD_OF_SCRIPT, authorized, base64, posted } from "../scenario.mjs";

/** @typedef {import("../scenario.mjs").Scenario} Scenario */

const TOKEN = "7f3d9a1c5e8b2460";

/**
 * As code asks that wants no prompt of the browser's.
 * @param {string} value
 * @returns {RequestInit}
 */
const bare = (value) => ({ ...authorized(value), credentials: "omit" });

/** @type {Omit<Scenario, "id" | "misuse" | "play" | "cause" | "fix">} */
const PASSPORT = { product: "Passport", on: "node", app: "passport", provider: "express" };
const AGAIN = /** @type {const} */ ({ who: "person", key: "again", tells: /password/u });

/** @type {Scenario[]} */
export const PASSPORTS = [
  {
    ...PASSPORT,
    id: "local-password",
    misuse: "local: a wrong password",
    play: (client, fix) => client.fetch(client.url("/login"), posted({ username: "ada", password: fix ? "lovelace" : "babbage" })),
    cause: "login-rejected",
    fix: AGAIN,
  },
  {
    ...PASSPORT,
    id: "local-told",
    misuse: "local: a wrong password, with the strategy's message",
    server: { told: true },
    play: (client, fix) => client.fetch(client.url("/login"), posted({ username: "ada", password: fix ? "lovelace" : "babbage" })),
    cause: "login-rejected",
    fix: AGAIN,
  },
  {
    ...PASSPORT,
    id: "local-fields",
    misuse: "local: the form says email where username is read",
    server: { told: true },
    play: (client, fix) => client.fetch(client.url("/login"), posted({ [fix ? "username" : "email"]: "ada", password: "lovelace" })),
    cause: "login-rejected",
    fix: { who: "frontend", key: "fields", tells: /`username`/u },
  },
  {
    ...PASSPORT,
    id: "basic-password",
    misuse: "Basic: a wrong password",
    server: { strategy: "basic" },
    play: (client, fix) => client.fetch(client.url("/api/orders"), bare(`Basic ${base64(`ada:${fix ? "lovelace" : "babbage"}`)}`)),
    cause: "basic-credentials-rejected",
    fix: PASSWORD_OF_SCRIPT,
  },
  {
    ...PASSPORT,
    id: "digest-password",
    misuse: "Digest: a wrong password",
    server: { strategy: "digest" },
    play: async (client, fix) => client.fetch(client.url("/api/orders"), bare(await client.digest("/api/orders", fix ? "lovelace" : "babbage"))),
    cause: "basic-credentials-rejected",
    fix: PASSWORD_OF_SCRIPT,
  },
  {
    ...PASSPORT,
    id: "bearer-none",
    misuse: "Bearer: no token is sent",
    server: { token: TOKEN },
    play: (client, fix) => client.fetch(client.url("/api/orders"), fix ? authorized(`${fix.args["scheme"]} ${TOKEN}`) : {}),
    cause: "authorization-missing",
    fix: { who: "frontend", key: "fix.send-authorization", tells: /Authorization: Bearer/u },
  },
  {
    ...PASSPORT,
    id: "bearer-basic",
    misuse: "Bearer: the token is sent as Basic",
    server: { token: TOKEN },
    play: (client, fix) => client.fetch(client.url("/api/orders"), authorized(fix ? `${fix.args["wanted"]} ${TOKEN}` : `Basic ${base64(`ada:${TOKEN}`)}`)),
    cause: "scheme-mismatch",
    fix: { who: "frontend", key: "change", tells: /Bearer/u },
  },
  {
    ...PASSPORT,
    id: "bearer-unknown",
    misuse: "Bearer: a token that the server does not know",
    server: { token: TOKEN },
    play: (client, fix) => client.fetch(client.url("/api/orders"), authorized(`Bearer ${fix ? TOKEN : "0e1b44d7aa90c3f2"}`)),
    cause: "token-invalid",
    fix: { who: "person", key: "sign-in", tells: /sign in/iu },
  },
  {
    ...PASSPORT,
    id: "bearer-null",
    misuse: "Bearer: `null` from an empty localStorage",
    server: { token: TOKEN },
    play: (client, fix) => client.fetch(client.url("/api/orders"), authorized(`Bearer ${fix ? TOKEN : null}`)),
    cause: "token-placeholder",
    fix: { who: "frontend", key: "wait", tells: /token/u },
  },
];
