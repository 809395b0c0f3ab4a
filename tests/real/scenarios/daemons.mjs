/**
 * nginx and Apache: passwords of the server's own, and what they do to the headers of an app behind them.
 */

import { PASSWORD_OF_SCRIPT, authorized, base64 } from "../scenario.mjs";

/** @typedef {import("../scenario.mjs").Scenario} Scenario */
/** @typedef {import("../scenario.mjs").Client} Client */

const TOKEN = "Bearer 7f3d9a1c5e8b2460";

/**
 * As code asks that wants no prompt of the browser's.
 * @param {string} [value]
 * @returns {RequestInit}
 */
const bare = (value) => ({ ...(value ? authorized(value) : {}), credentials: "omit" });

/** @param {string} [password] */
const basic = (password = "lovelace") => bare(`Basic ${base64(`ada:${password}`)}`);

const ask = (/** @type {Client} */ client, /** @type {RequestInit} */ how, path = "/api/orders") => client.fetch(client.url(path), how);

/** Where the answer's text cannot be read the extension first wants the server to say why in a header. */
const SAYS_WHY = { cause: "token-invalid", fix: /** @type {const} */ ({ who: "backend", key: "log-why", tells: /WWW-Authenticate: Bearer error="invalid_token", error_description=/u }), mended: { saysWhy: true } };

/** @type {Omit<Scenario, "id" | "misuse" | "play" | "cause" | "fix">} */
const NGINX = { product: "nginx", on: "nginx", provider: "nginx", full: true };
/** @type {Omit<Scenario, "id" | "misuse" | "play" | "cause" | "fix">} */
const APACHE = { product: "Apache", on: "apache", provider: "apache", full: true };

const ALLOW = "add_header Access-Control-Allow-Origin $http_origin always; add_header Access-Control-Allow-Headers Authorization always;";
const GUARD = 'auth_basic "Restricted"; auth_basic_user_file PASSWORDS;';
const BEHIND = "proxy_pass http://unix:FOLDER/app.sock;";
const ENTER = "return 200;";
/** What comes once the password is right: `return` would come before it. */
const FILE = 'try_files /none @in;';
const IN = `location @in { ${ENTER} }`;

const REQUIRE = (/** @type {string} */ user) => `AuthType Basic\n  AuthName "Office"\n  AuthUserFile PASSWORDS\n  Require ${user}`;
const DIGEST = 'AuthType Digest\n  AuthName "Office"\n  AuthDigestProvider file\n  AuthUserFile DIGESTS\n  Require valid-user';

/** @type {Scenario[]} */
export const DAEMONS = [
  {
    ...NGINX,
    id: "nginx-password",
    misuse: "auth_basic: a wrong password",
    server: { api: `${GUARD} ${FILE}`, more: IN },
    play: (client, fix) => ask(client, basic(fix ? undefined : "babbage")),
    cause: "basic-credentials-rejected",
    fix: PASSWORD_OF_SCRIPT,
  },
  {
    ...NGINX,
    id: "nginx-file",
    misuse: "auth_basic_user_file does not name the user",
    server: { api: `${GUARD} ${FILE}`, more: IN, others: true },
    mended: () => ({ others: false }),
    play: (client) => ask(client, basic()),
    cause: "basic-credentials-rejected",
    fix: { who: "backend", key: "check", tells: /password file/u },
  },
  {
    ...NGINX,
    id: "nginx-asks",
    misuse: "auth_basic before an API that is called without it",
    server: { api: `${GUARD} ${FILE}`, more: IN },
    play: (client, fix) => ask(client, fix ? basic() : bare()),
    cause: "server-basic-auth",
    fix: { who: "person", key: "type", tells: /password/u },
  },
  {
    ...NGINX,
    id: "nginx-token",
    misuse: "auth_basic guards an API that wants Bearer itself",
    server: { api: `${GUARD} ${BEHIND}` },
    mended: () => ({ api: `auth_basic off; ${BEHIND}` }),
    play: (client) => ask(client, bare(TOKEN)),
    cause: "server-basic-auth",
    fix: { who: "backend", key: "exempt", tells: /auth_basic/u },
  },
  {
    ...NGINX,
    id: "nginx-strips",
    misuse: "proxy_set_header Authorization \"\" before an app that wants it",
    server: { api: `proxy_set_header Authorization ""; ${BEHIND}` },
    mended: () => ({ api: BEHIND }),
    play: (client) => ask(client, bare(TOKEN)),
    cause: "gateway-auth",
    blind: SAYS_WHY,
    fix: { who: "backend", key: "pass-on", tells: /proxy_set_header Authorization/u },
  },
  {
    ...NGINX,
    page: "www.",
    id: "nginx-preflight",
    misuse: "auth_basic demands the preflight's password",
    server: { api: `${ALLOW} ${GUARD} ${FILE}`, more: `location @in { ${ALLOW} ${ENTER} }` },
    mended: () => ({ api: `${ALLOW} if ($request_method = OPTIONS) { return 204; } ${GUARD} ${FILE}` }),
    play: (client) => client.fetch(client.url("/api/orders", "api."), basic()),
    before: [0],
    cause: "preflight-unauthorized",
    fix: { who: "backend", key: "let-options-pass", tells: /OPTIONS/u },
  },
  {
    ...NGINX,
    id: "nginx-request",
    misuse: "auth_request, and nobody has signed in",
    server: { api: `auth_request /gate; ${FILE}`, more: `${IN} location = /gate { internal; ${BEHIND} }` },
    play: async (client, fix) => {
      if (fix) await client.keep("session=5f2b9c7d1e; path=/");
      return ask(client, {});
    },
    cause: "no-credentials",
    fix: { who: "person", key: "fix.sign-in", tells: /sign in/u },
  },
  {
    ...NGINX,
    page: "www.",
    id: "nginx-request-preflight",
    misuse: "auth_request demands the preflight's session",
    server: { api: `${ALLOW} auth_request /gate; ${FILE}`, more: `location @in { ${ALLOW} ${ENTER} } location = /gate { internal; ${BEHIND} }` },
    mended: () => ({ api: `${ALLOW} if ($request_method = OPTIONS) { return 204; } auth_request /gate; ${FILE}` }),
    play: (client) => client.fetch(client.url("/api/orders", "api."), bare(TOKEN)),
    before: [0],
    cause: "preflight-unauthorized",
    fix: { who: "backend", key: "let-options-pass", tells: /OPTIONS/u },
  },
  {
    ...APACHE,
    id: "apache-password",
    misuse: "AuthType Basic: a wrong password",
    server: { api: REQUIRE("valid-user") },
    play: (client, fix) => ask(client, basic(fix ? undefined : "babbage")),
    cause: "basic-credentials-rejected",
    fix: PASSWORD_OF_SCRIPT,
  },
  {
    ...APACHE,
    id: "apache-file",
    misuse: "AuthUserFile does not name the user",
    server: { api: REQUIRE("valid-user"), others: true },
    mended: () => ({ others: false }),
    play: (client) => ask(client, basic()),
    cause: "basic-credentials-rejected",
    fix: { who: "backend", key: "check", tells: /password file/u },
  },
  {
    ...APACHE,
    id: "apache-require",
    misuse: "a right password, and `Require user` names another",
    server: { api: REQUIRE("user grace") },
    mended: () => ({ api: REQUIRE("user grace ada") }),
    play: (client) => ask(client, basic()),
    cause: "basic-credentials-rejected",
    fix: { who: "backend", key: "check", tells: /allowed/u },
  },
  {
    ...APACHE,
    id: "apache-token",
    misuse: "AuthType Basic guards an API that wants Bearer itself",
    server: { cgi: REQUIRE("valid-user") },
    mended: () => ({ cgi: "CGIPassAuth On\n  Require all granted" }),
    play: (client) => ask(client, bare(TOKEN), "/cgi/orders"),
    cause: "server-basic-auth",
    fix: { who: "backend", key: "exempt", tells: /AuthType Basic/u },
  },
  {
    ...APACHE,
    id: "apache-cgi",
    misuse: "CGIPassAuth is off: the program never sees the header",
    server: { cgi: "Require all granted" },
    mended: () => ({ cgi: "CGIPassAuth On\n  Require all granted" }),
    play: (client) => ask(client, bare(TOKEN), "/cgi/orders"),
    cause: "gateway-auth",
    blind: SAYS_WHY,
    fix: { who: "backend", key: "pass-on", tells: /CGIPassAuth On/u },
  },
  {
    ...APACHE,
    id: "apache-digest",
    misuse: "AuthType Digest, Basic is sent",
    server: { api: DIGEST },
    play: async (client, fix) => ask(client, fix ? bare(await client.digest("/api/orders", "lovelace")) : basic()),
    cause: "scheme-mismatch",
    fix: { who: "frontend", key: "change", tells: /Digest/u },
  },
  {
    ...APACHE,
    id: "apache-digest-password",
    misuse: "AuthType Digest: a wrong password",
    server: { api: DIGEST },
    play: async (client, fix) => ask(client, bare(await client.digest("/api/orders", fix ? "lovelace" : "babbage"))),
    cause: "basic-credentials-rejected",
    fix: PASSWORD_OF_SCRIPT,
  },
  {
    ...APACHE,
    id: "apache-digest-realm",
    misuse: "AuthType Digest: the file was made for another realm",
    server: { api: DIGEST, realm: "Private" },
    mended: () => ({ realm: "Office" }),
    play: async (client) => ask(client, bare(await client.digest("/api/orders", "lovelace"))),
    cause: "basic-credentials-rejected",
    fix: { who: "backend", key: "check", tells: /realm/u },
  },
];
