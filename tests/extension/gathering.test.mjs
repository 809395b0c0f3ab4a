/** What of all that was seen goes with a failing request to the core. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Exchange } from "../../extension/background/exchange.js";
import { Jar } from "../../extension/background/jar.js";

const NOW = Date.now();

/**
 * @param {string} url
 * @param {Record<string, unknown>} [more]
 * @returns {any}
 */
const seen = (url, more = {}) => ({
  id: url, url, method: "GET", type: "xmlhttprequest", tab: 1, frame: 0, parent: -1, page: "https://app.example/", above: [], initiator: "https://app.example",
  private: false, started: NOW - 100, ended: NOW - 50, status: 401, statusLine: "", sent: [], received: [], ...more,
});

const refused = seen("https://app.example/orders");
const refresh = (/** @type {Record<string, unknown>} */ more) => seen("https://app.example/oauth/token", { tab: 2, method: "POST", status: 200, started: NOW - 500, ended: NOW - 450, ...more });

/**
 * The addresses of the entries that go with a failing request.
 * @param {any} failing
 * @param {Record<number, any[]>} tabs What was seen in each tab.
 */
async function gathered(failing, tabs) {
  const exchange = new Exchange(/** @type {any} */ ({
    capture: { recent: (/** @type {number} */ tab) => tabs[tab] ?? [], tabs: new Map(Object.keys(tabs).map((tab) => [Number(tab), []])) },
    core: { sameSite: async () => (/** @type {string} */ one, /** @type {string} */ other) => new URL(one).host === new URL(other).host, site: async (/** @type {string} */ host) => host },
    jar: { read: async () => [] }, losses: { since: 0, of: () => [] }, memory: { recall: async () => ({ entries: [], losses: [] }) },
    frames: async () => [], browser: async () => ({ name: "Chrome", version: "156" }), thirdPartyCookies: async () => undefined, watches: async () => true, version: "0",
  }));
  const log = await exchange.gather(failing, 1, failing.private);
  return log?.entries.map((/** @type {any} */ one) => one.request.url) ?? [];
}

test("a refresh of another tab goes with it, but none of another container or of a private window", async () => {
  assert.deepEqual(await gathered(refused, { 1: [], 2: [refresh({})] }), ["https://app.example/oauth/token", refused.url]);
  assert.deepEqual(await gathered(refused, { 1: [], 2: [refresh({ store: "firefox-container-3" })] }), [refused.url]);
  assert.deepEqual(await gathered(refused, { 1: [], 2: [refresh({ private: true })] }), [refused.url]);
  assert.deepEqual(await gathered({ ...refused, private: true }, { 1: [], 2: [refresh({})] }), [refused.url]);
});

test("however much else was seen, no leg of the failing request itself is left out", async () => {
  const leg = seen("https://app.example/first", { id: "same", status: 302, started: NOW - 9_000, ended: NOW - 8_900 });
  const failing = seen("https://app.example/last", { id: "same" });
  const others = Array.from({ length: 60 }, (_, index) => refresh({ id: `refresh ${index}`, tab: 1, started: NOW - 5_000 + index, ended: NOW - 4_900 + index }));
  const urls = await gathered(failing, { 1: [leg, ...others] });
  assert.equal(urls[0], leg.url);
  assert.equal(urls.at(-1), failing.url);
  assert.ok(urls.length <= 25, `${urls.length} entries`);
});

test("of a cookie of a partition its partition is kept", async () => {
  const partitionKey = { topLevelSite: "https://app.example", hasCrossSiteAncestor: true };
  const one = { name: "sid", value: "x", domain: "api.example", hostOnly: true, path: "/", secure: true, httpOnly: true, session: true, sameSite: "no_restriction", partitionKey, storeId: "0" };
  const jar = new Jar(/** @type {any} */ ({ getAll: async () => [one] }));
  const [read] = /** @type {any[]} */ (await jar.read(["api.example"], undefined));
  assert.deepEqual(read.partitionKey, partitionKey);
});
