/**
 * FastAPI's own security classes.
 */

import { PASSWORD_OF_SCRIPT, authorized, base64, now, token } from "../scenario.mjs";

/** @typedef {import("../scenario.mjs").Scenario} Scenario */

// Without the body only its server shows itself.
/** @type {Omit<Scenario, "id" | "misuse" | "play" | "cause" | "fix">} */
const FASTAPI = { product: "FastAPI", on: "fastapi", provider: "uvicorn", full: true };
const SECRET = { secret: "a long secret of the server for HS256" };
const KEY = "k-5d2f8c1e9b7a";

/**
 * @param {string} name
 * @param {string} password
 * @returns {RequestInit}
 */
const form = (name, password) => ({ method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: `username=${name}&password=${password}` });

/** @type {Scenario[]} */
export const FASTAPIS = [
  {
    ...FASTAPI,
    id: "fastapi-none",
    misuse: "OAuth2PasswordBearer: no token is sent",
    play: (client, fix) => client.fetch(client.url("/api/me"), fix ? authorized(`${fix.args["scheme"]} ${token({ sub: "ada" }, SECRET)}`) : {}),
    cause: "authorization-missing",
    fix: { who: "frontend", key: "fix.send-authorization", tells: /Authorization: Bearer/u },
  },
  {
    ...FASTAPI,
    id: "fastapi-undefined",
    misuse: "OAuth2PasswordBearer: Bearer undefined",
    play: (client, fix) => client.fetch(client.url("/api/me"), authorized(`Bearer ${fix ? token({ sub: "ada" }, SECRET) : undefined}`)),
    cause: "token-placeholder",
    fix: { who: "frontend", key: "wait", tells: /token/u },
  },
  {
    ...FASTAPI,
    id: "fastapi-expired",
    misuse: "OAuth2PasswordBearer: the token is past its exp",
    play: (client, fix) => client.fetch(client.url("/api/me"), authorized(`Bearer ${token({ sub: "ada", ...(fix ? {} : { exp: now() - 60 }) }, SECRET)}`)),
    cause: "token-expired",
    fix: { who: "frontend", key: "renew", tells: /refresh|new|renew/iu },
  },
  {
    ...FASTAPI,
    id: "fastapi-old",
    misuse: "OAuth2PasswordBearer: a token from before the secret was changed",
    play: (client, fix) => client.fetch(client.url("/api/me"), authorized(`Bearer ${token({ sub: "ada", iat: now() - 120 }, fix ? SECRET : { secret: "the secret of last year" })}`)),
    cause: "token-invalid",
    fix: { who: "person", key: "sign-in", tells: /sign in/iu },
  },
  {
    ...FASTAPI,
    id: "fastapi-basic",
    misuse: "HTTPBearer: Basic is sent",
    play: (client, fix) => client.fetch(client.url("/api/bearer"), authorized(fix ? `${fix.args["wanted"]} abc123` : `Basic ${base64("ada:lovelace")}`)),
    cause: "scheme-mismatch",
    fix: { who: "frontend", key: "change", tells: /Bearer/u },
  },
  {
    ...FASTAPI,
    id: "fastapi-password",
    misuse: "HTTPBasic: a wrong password",
    play: (client, fix) => client.fetch(client.url("/api/basic"), { ...authorized(`Basic ${base64(`ada:${fix ? "lovelace" : "babbage"}`)}`), credentials: "omit" }),
    cause: "basic-credentials-rejected",
    fix: PASSWORD_OF_SCRIPT,
  },
  {
    ...FASTAPI,
    id: "fastapi-form",
    misuse: "the password form: a wrong password",
    play: (client, fix) => client.fetch(client.url("/token"), form("ada", fix ? "lovelace" : "babbage")),
    cause: "login-rejected",
    fix: { who: "person", key: "again", tells: /password/u },
  },
  {
    ...FASTAPI,
    id: "fastapi-key",
    misuse: "APIKeyHeader: no key is sent",
    play: (client, fix) => client.fetch(client.url("/api/key"), fix ? { headers: { "X-API-Key": KEY } } : {}),
    cause: "api-key-missing",
    fix: { who: "frontend", key: "send", tells: /key/iu },
  },
  {
    ...FASTAPI,
    id: "fastapi-key-wrong",
    misuse: "APIKeyHeader: a key that was withdrawn",
    play: (client, fix) => client.fetch(client.url("/api/key"), { headers: { "X-API-Key": fix ? KEY : "k-0000aaaa1111" } }),
    cause: "api-key-invalid",
    fix: { who: "frontend", key: "renew", tells: /key/iu },
  },
  {
    ...FASTAPI,
    id: "fastapi-key-query",
    misuse: "APIKeyHeader: the key stands in the query",
    play: (client, fix) => client.fetch(client.url(fix ? "/api/key" : `/api/key?api_key=${KEY}`), fix ? { headers: { "X-API-Key": KEY } } : {}),
    cause: "api-key-misplaced",
    fix: { who: "frontend", key: "move", tells: /header/iu },
  },
];
