/**
 * Squid, which asks for a password on the way out.
 */

/** @typedef {import("../scenario.mjs").Scenario} Scenario */
/** @typedef {import("../scenario.mjs").Client} Client */

/** @type {Omit<Scenario, "id" | "misuse" | "play" | "cause" | "fix">} */
const SQUID = { product: "Squid", on: "squid", provider: "squid", before: [407, 0], full: true, proxied: true };

/**
 * Asks for what is beyond the proxy, and gives the browser's prompt these words.
 * @param {Client} client
 * @param {string} password
 */
async function ask(client, password) {
  await client.page.authenticate({ username: "ada", password });
  return client.fetch(client.url("/page?report"));
}

/** @type {Scenario[]} */
export const SQUIDS = [
  {
    ...SQUID,
    id: "squid-exempt",
    misuse: "auth_param for all, where a host should go without",
    mended: (fix) => ({ exempt: fix.args["host"] }),
    play: (client) => ask(client, "babbage"),
    cause: "proxy-auth",
    fix: { who: "backend", key: "exempt", tells: /squid-exempt\.localhost/u },
  },
  {
    ...SQUID,
    id: "squid-password",
    misuse: "a wrong password for the proxy",
    play: (client, fix) => ask(client, fix ? "lovelace" : "babbage"),
    cause: "proxy-auth",
    fix: { who: "person", key: "sign-in", tells: /password/u },
  },
];
