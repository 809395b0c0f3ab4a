/**
 * express-jwt, and the cors package before and behind it.
 */

import { authorized, now, token } from "../scenario.mjs";

/** @typedef {import("../scenario.mjs").Scenario} Scenario */
/** @typedef {import("../scenario.mjs").Client} Client */

const ISSUER = "https://login.example/";

/** Where the answer's text cannot be read the extension first wants the server to say why in a header. */
const SAYS_WHY = { cause: "token-invalid", fix: /** @type {const} */ ({ who: "backend", key: "log-why", tells: /WWW-Authenticate: Bearer error="invalid_token", error_description=/u }), mended: { saysWhy: true } };

/** @type {Omit<Scenario, "id" | "misuse" | "play" | "cause" | "fix">} */
const JWT = { product: "express-jwt", on: "node", app: "express-jwt", provider: "express" };
/** @type {Omit<Scenario, "id" | "misuse" | "play" | "cause" | "fix">} */
const CORS = { ...JWT, product: "cors", page: "www." };

/**
 * @param {(fix?: import("../scenario.mjs").Offered) => string | undefined} value The whole header.
 * @returns {Scenario["play"]}
 */
const asks = (value) => (client, fix) => {
  const header = value(fix);
  return client.fetch(client.url("/api/orders"), header === undefined ? {} : authorized(header));
};

/** @type {Scenario[]} */
export const JWTS = [
  {
    ...JWT,
    id: "jwt-none",
    misuse: "no token is sent",
    play: asks((fix) => fix && `${fix.args["scheme"]} ${token()}`),
    cause: "authorization-missing",
    blind: { cause: "no-credentials", fix: { who: "backend", key: "fix.say-why", tells: /WWW-Authenticate/u }, mended: { saysWhy: true } },
    fix: { who: "frontend", key: "fix.send-authorization", tells: /Authorization: Bearer/u },
  },
  {
    ...JWT,
    id: "jwt-bare",
    misuse: "the token alone, without a scheme",
    play: asks((fix) => fix ? `Bearer ${token()}` : token()),
    cause: "authorization-malformed",
    fix: { who: "frontend", key: "write", tells: /Bearer/u },
  },
  {
    ...JWT,
    id: "jwt-twice",
    misuse: "Bearer Bearer: the prefix is in the token already",
    play: asks((fix) => fix ? `Bearer ${token()}` : `Bearer Bearer ${token()}`),
    cause: "authorization-malformed",
    fix: { who: "frontend", key: "write", tells: /Bearer/u },
  },
  {
    ...JWT,
    id: "jwt-colon",
    misuse: "Bearer: with a colon",
    play: asks((fix) => fix ? `Bearer ${token()}` : `Bearer: ${token()}`),
    cause: "authorization-malformed",
    fix: { who: "frontend", key: "write", tells: /Bearer/u },
  },
  {
    ...JWT,
    id: "jwt-quoted",
    misuse: "the token in quotes, as JSON.stringify kept it",
    play: asks((fix) => fix ? `Bearer ${token()}` : `Bearer "${token()}"`),
    cause: "authorization-malformed",
    fix: { who: "frontend", key: "write", tells: /Bearer/u },
  },
  {
    ...JWT,
    id: "jwt-scheme",
    misuse: "Token instead of Bearer",
    play: asks((fix) => `${fix ? "Bearer" : "Token"} ${token()}`),
    cause: "scheme-mismatch",
    blind: SAYS_WHY,
    fix: { who: "frontend", key: "change", tells: /Bearer/u },
  },
  {
    ...JWT,
    id: "jwt-undefined",
    misuse: "Bearer undefined",
    play: asks((fix) => `Bearer ${fix ? token() : undefined}`),
    cause: "token-placeholder",
    fix: { who: "frontend", key: "wait", tells: /token/u },
  },
  {
    ...JWT,
    id: "jwt-object",
    misuse: "Bearer [object Object]",
    play: asks((fix) => `Bearer ${fix ? token() : {}}`),
    cause: "token-placeholder",
    fix: { who: "frontend", key: "wait", tells: /token/u },
  },
  {
    ...JWT,
    id: "jwt-expired",
    misuse: "the token is past its exp",
    play: asks((fix) => `Bearer ${fix ? token() : token({ iat: now() - 7200, exp: now() - 3600 })}`),
    cause: "token-expired",
    fix: { who: "frontend", key: "renew", tells: /refresh|new|renew/iu },
  },
  {
    ...JWT,
    id: "jwt-early",
    misuse: "nbf lies ahead: the issuer's clock is fast",
    mended: () => ({ jwt: { clockTolerance: 60 } }),
    play: asks(() => `Bearer ${token({ nbf: now() + 30 })}`),
    cause: "token-not-yet-valid",
    fix: { who: "backend", key: "leeway", tells: /second/u },
  },
  {
    ...JWT,
    id: "jwt-audience",
    misuse: "minted for another API",
    server: { jwt: { audience: "https://orders.example" } },
    play: asks((fix) => `Bearer ${token({ aud: fix ? "https://orders.example" : "https://billing.example" })}`),
    cause: "token-audience",
    blind: SAYS_WHY,
    fix: { who: "frontend", key: "ask-for", tells: /audience/u },
  },
  {
    ...JWT,
    id: "jwt-audience-setting",
    misuse: "the server's audience has a slash too many",
    server: { jwt: { audience: "https://orders.example/" } },
    mended: () => ({ jwt: { audience: "https://orders.example" } }),
    play: asks(() => `Bearer ${token({ aud: "https://orders.example" })}`),
    cause: "token-audience",
    blind: SAYS_WHY,
    fix: { who: "backend", key: "accept", tells: /audience|aud/u },
  },
  {
    ...JWT,
    id: "jwt-issuer",
    misuse: "issuer set without its closing slash",
    server: { jwt: { issuer: "https://login.example" } },
    mended: () => ({ jwt: { issuer: ISSUER } }),
    play: asks(() => `Bearer ${token({ iss: ISSUER })}`),
    cause: "token-issuer",
    blind: SAYS_WHY,
    fix: { who: "backend", key: "to-the-letter", tells: /slash/u },
  },
  {
    ...JWT,
    id: "jwt-secret",
    misuse: "issuer and API hold different secrets",
    server: { jwt: { secret: "a secret of yesterday" } },
    mended: () => ({ jwt: {} }),
    play: asks(() => `Bearer ${token()}`),
    cause: "token-signature",
    blind: SAYS_WHY,
    fix: { who: "backend", key: "keys", tells: /key|secret/u },
  },
  {
    ...JWT,
    id: "jwt-algorithm",
    misuse: "signed with HS512 where HS256 is wanted",
    mended: () => ({ jwt: { algorithms: ["HS512"] } }),
    play: asks(() => `Bearer ${token({}, { alg: "HS512" })}`),
    cause: "token-signature",
    blind: SAYS_WHY,
    fix: { who: "backend", key: "keys", tells: /algorithm/u },
  },
  {
    ...JWT,
    id: "jwt-revoked",
    misuse: "withdrawn, and sent on",
    server: { revoked: ["a"] },
    play: asks((fix) => `Bearer ${token({ jti: fix ? "b" : "a" })}`),
    cause: "token-revoked",
    blind: SAYS_WHY,
    fix: { who: "person", key: "sign-in", tells: /sign in/iu },
  },
  {
    ...JWT,
    id: "jwt-cut",
    misuse: "the last part of the token is cut off",
    play: asks((fix) => `Bearer ${fix ? token() : token().split(".").slice(0, 2).join(".")}`),
    cause: "token-malformed",
    fix: { who: "frontend", key: "send-whole", tells: /complete token/u },
  },
  {
    ...JWT,
    id: "jwt-id-token",
    misuse: "the ID token instead of the access token",
    server: { jwt: { audience: "https://orders.example" } },
    play: asks((fix) => `Bearer ${fix ? token({ aud: "https://orders.example" }) : token({ aud: "spa-client", nonce: "n-0S6", at_hash: "x4Q8HQ", auth_time: now() })}`),
    cause: "token-kind",
    fix: { who: "frontend", key: "right-one", tells: /access token/u },
  },
  {
    ...CORS,
    app: "passport",
    id: "cors-after",
    misuse: "cors() stands behind the authentication",
    server: { cors: {}, corsPlace: "last", token: "7f3d9a1c5e8b2460" },
    mended: () => ({ corsPlace: "first" }),
    play: (client) => client.fetch(client.url("/api/orders", "api."), authorized("Bearer 7f3d9a1c5e8b2460")),
    before: [0],
    cause: "preflight-unauthorized",
    fix: { who: "backend", key: "let-options-pass", tells: /OPTIONS/u },
  },
  {
    ...CORS,
    id: "cors-redirect",
    misuse: "a redirect to another host loses the Authorization header",
    server: { cors: {}, canonical: "" },
    play: async (client, fix) => {
      await client.restart({ canonical: client.host("api.") });
      return client.fetch(client.url("/api/orders", fix ? "api." : "www."), authorized(`Bearer ${token()}`));
    },
    cause: "redirect-dropped-authorization",
    fix: { who: "frontend", key: "call-the-target", tells: /api\.cors-redirect\.localhost/u },
  },
  {
    ...CORS,
    id: "cors-redirect-server",
    misuse: "the API redirects calls to its other name",
    server: { cors: {}, canonical: "" },
    mended: () => ({}),
    play: async (client, fix) => {
      if (!fix) await client.restart({ canonical: client.host("api.") });
      return client.fetch(client.url("/api/orders", "www."), authorized(`Bearer ${token()}`));
    },
    cause: "redirect-dropped-authorization",
    fix: { who: "backend", key: "no-redirect", tells: /redirect/u },
  },
];
