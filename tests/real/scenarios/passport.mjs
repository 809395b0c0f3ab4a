/**
 * Passport's strategies for forms, Basic, Digest and Bearer.
 */

import { createHash } from "node:crypto";

import { authorized, base64, posted } from "../scenario.mjs";

/** @typedef {import("../scenario.mjs").Scenario} Scenario */
/** @typedef {import("../scenario.mjs").Client} Client */

const TOKEN = "7f3d9a1c5e8b2460";

const md5 = (/** @type {string} */ text) => createHash("md5").update(text).digest("hex");

/**
 * The answer to a Digest challenge (RFC 7616), with MD5 as the strategy wants it.
 * @param {Client} client
 * @param {string} password
 */
async function digest(client, password) {
  const challenge = await client.page.evaluate(async () => {
    const answer = await fetch("/api/me", { credentials: "omit" });
    return answer.headers.get("www-authenticate") ?? "";
  });
  const value = (/** @type {string} */ name) => new RegExp(`${name}="([^"]*)"`, "u").exec(challenge)?.[1] ?? "";
  const [realm, nonce, cnonce] = [value("realm"), value("nonce"), "0a4f113b"];
  const response = md5([md5(`ada:${realm}:${password}`), nonce, "00000001", cnonce, "auth", md5("GET:/api/me")].join(":"));
  return `Digest username="ada", realm="${realm}", nonce="${nonce}", uri="/api/me", cnonce="${cnonce}", nc=00000001, qop=auth, response="${response}"`;
}

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
    fix: { who: "frontend", key: "fields", tells: /name/u },
  },
  {
    ...PASSPORT,
    id: "basic-password",
    misuse: "Basic: a wrong password",
    server: { strategy: "basic" },
    play: (client, fix) => client.fetch(client.url("/api/me"), authorized(`Basic ${base64(`ada:${fix ? "lovelace" : "babbage"}`)}`)),
    cause: "basic-credentials-rejected",
    fix: AGAIN,
  },
  {
    ...PASSPORT,
    id: "basic-bearer",
    misuse: "Basic: a Bearer token is sent",
    server: { strategy: "basic" },
    play: (client, fix) => client.fetch(client.url("/api/me"), authorized(fix ? `${fix.args["scheme"] ?? fix.args["offered"] ?? "Basic"} ${base64("ada:lovelace")}` : `Bearer ${TOKEN}`)),
    cause: "scheme-mismatch",
    fix: { who: "frontend", key: "change", tells: /Basic/u },
  },
  {
    ...PASSPORT,
    id: "digest-password",
    misuse: "Digest: a wrong password",
    server: { strategy: "digest" },
    play: async (client, fix) => client.fetch(client.url("/api/me"), authorized(await digest(client, fix ? "lovelace" : "babbage"))),
    cause: "basic-credentials-rejected",
    fix: AGAIN,
  },
  {
    ...PASSPORT,
    id: "bearer-none",
    misuse: "Bearer: no token is sent",
    server: { token: TOKEN },
    play: (client, fix) => client.fetch(client.url("/api/me"), fix ? authorized(`${fix.args["scheme"]} ${TOKEN}`) : {}),
    cause: "authorization-missing",
    fix: { who: "frontend", key: "fix.send-authorization", tells: /Authorization: Bearer/u },
  },
  {
    ...PASSPORT,
    id: "bearer-unknown",
    misuse: "Bearer: a token that the server does not know",
    server: { token: TOKEN },
    play: (client, fix) => client.fetch(client.url("/api/me"), authorized(`Bearer ${fix ? TOKEN : "0e1b44d7aa90c3f2"}`)),
    cause: "token-invalid",
    fix: { who: "person", key: "sign-in", tells: /sign in/iu },
  },
  {
    ...PASSPORT,
    id: "bearer-null",
    misuse: "Bearer: `null` from an empty localStorage",
    server: { token: TOKEN },
    play: (client, fix) => client.fetch(client.url("/api/me"), authorized(`Bearer ${fix ? TOKEN : null}`)),
    cause: "token-placeholder",
    fix: { who: "frontend", key: "fill", tells: /token/u },
  },
];
