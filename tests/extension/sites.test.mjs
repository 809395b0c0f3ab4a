/**
 * Tenants of one hoster are strangers to each other: in what is read, kept, muted and shown. The core has the list.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Exchange } from "../../extension/background/exchange.js";
import { History } from "../../extension/background/history.js";
import { Jar } from "../../extension/background/jar.js";
import { Losses } from "../../extension/background/losses.js";
import { SiteMemory } from "../../extension/background/site-memory.js";
import { Settings, defaults } from "../../extension/shared/settings.js";
import { newCore, storage } from "./core.mjs";

/** Public suffixes of several kinds: hosters, countries, clouds, one below a wildcard. */
const SUFFIXES = ["vercel.app", "github.io", "azurewebsites.net", "go.kr", "netlify.app", "onrender.com", "gov.uk", "s3.eu-central-1.amazonaws.com", "ward.kawasaki.jp", "translate.goog"];

const NOW = Date.now();

/**
 * A request that was answered with 401.
 * @param {string} url
 * @param {string} page
 * @param {Record<string, unknown>} [more]
 * @returns {any}
 */
const seen = (url, page, more = {}) => ({
  id: url, url, method: "GET", type: "xmlhttprequest", tab: 1, frame: 0, parent: -1, page, above: [], initiator: new URL(page).origin,
  started: NOW - 100, ended: NOW - 50, status: 401, statusLine: "HTTP/1.1 401", sent: [{ name: "Accept", value: "*/*" }], received: [], ...more,
});

/** @param {{name: string, domain: string}} one */
const cookie = ({ name, domain }) => ({ name, value: "s3cr3tValueOfThisCookie", domain, hostOnly: !domain.startsWith("."), path: "/", secure: true, httpOnly: true, session: true, sameSite: "lax", storeId: "0" });

/** @param {{cookies?: any[], recent?: any[]}} given */
function setUp({ cookies = [], recent = [] }) {
  const session = storage();
  const core = newCore(session);
  /** @type {string[]} */
  const asked = [];
  const jar = new Jar({
    // As the browsers answer: the domain itself and all below it.
    getAll: async ({ domain }) => {
      asked.push(domain);
      return cookies.filter((one) => one.domain === domain || one.domain.endsWith(`.${domain}`));
    },
  });
  const memory = new SiteMemory(/** @type {any} */ (session), core, async () => false, assert.fail);
  const losses = new Losses((loss) => memory.lost(loss, false), NOW - 1000);
  const exchange = new Exchange(/** @type {any} */ ({
    core, jar, losses, memory,
    capture: { recent: (/** @type {number} */ tab) => tab === 1 ? recent : [], tabs: new Map() },
    frames: async () => [], browser: async () => ({ name: "Chrome", version: "140" }), thirdPartyCookies: async () => undefined, watches: async () => true, version: "0",
  }));
  return { session, core, memory, losses, exchange, asked };
}

test("of another tenant of a hoster no cookie is read, kept or shown", async () => {
  for (const suffix of SUFFIXES) {
    const cookies = [`.shop.${suffix}`, `www.shop.${suffix}`, `private-clinic.${suffix}`, `.private-clinic.${suffix}`, suffix].map((domain) => cookie({ name: `sid-${domain.split(".").filter(Boolean)[0]}`, domain }));
    const { core, exchange, asked } = setUp({ cookies });
    const raw = await exchange.gather(seen(`https://api.shop.${suffix}/me`, `https://www.shop.${suffix}/`), 1, false);
    assert.deepEqual(asked, [`shop.${suffix}`]);
    const told = JSON.stringify([raw, await core.explain(/** @type {any} */ (raw), false)]);
    assert.ok(told.includes(`www.shop.${suffix}`), "its own siblings are there to be explained");
    assert.ok(!told.includes("clinic"), suffix);
  }
});

test("a request to another tenant is not the page's own, and what it is about is not told inside the page", async () => {
  for (const suffix of SUFFIXES) {
    const { core, exchange } = setUp({});
    const diagnosed = async (/** @type {string} */ url) => {
      const raw = await exchange.gather(seen(url, `https://www.shop.${suffix}/`), 1, false);
      return (await core.explain(/** @type {any} */ (raw), false)).diagnosis;
    };
    const [foreign, own] = [await diagnosed(`https://victim.${suffix}/me`), await diagnosed(`https://api.shop.${suffix}/me`)];
    assert.deepEqual([foreign.own, foreign.sameSiteWithPage], [false, false], suffix);
    assert.deepEqual([own.own, own.sameSiteWithPage], [true, true], suffix);
  }
});

test("another tenant's sign-in is no leg of a request", async () => {
  for (const suffix of SUFFIXES) {
    const legs = [`victim.${suffix}`, `login.shop.${suffix}`].map((host, at) => seen(`https://${host}/login`, `https://www.shop.${suffix}/`, { method: "POST", status: 200, tab: -1, started: NOW - 900 + at, ended: NOW - 800 + at }));
    const { exchange } = setUp({ recent: legs });
    const raw = await exchange.gather(seen(`https://api.shop.${suffix}/me`, `https://www.shop.${suffix}/`), 1, false);
    assert.deepEqual(raw?.entries.map((/** @type {any} */ one) => new URL(one.request.url).host), [`login.shop.${suffix}`, `api.shop.${suffix}`]);
  }
});

test("what is muted is the tenant, not its hoster", async () => {
  const core = newCore();
  for (const suffix of SUFFIXES) {
    const settings = new Settings(/** @type {any} */ (storage()), /** @type {any} */ (storage()));
    await settings.mute(await core.site(`www.shop.${suffix}`), false);
    assert.equal(await settings.muted(await core.site(`api.shop.${suffix}`), false), true);
    assert.equal(await settings.muted(await core.site(`victim.${suffix}`), false), false, suffix);
  }
});

test("what was seen of two tenants is filed apart", async () => {
  for (const suffix of SUFFIXES) {
    const { session, memory } = setUp({});
    for (const host of [`shop.${suffix}`, `victim.${suffix}`]) {
      memory.note(seen(`https://${host}/login`, `https://${host}/`, { method: "POST", status: 200 }), false);
    }
    await memory.queue;
    assert.deepEqual(Object.keys(session.kept).filter((key) => key.startsWith("site:")).sort(), [`site:default:shop.${suffix}`, `site:default:victim.${suffix}`]);
    assert.ok(!JSON.stringify(await memory.recall([`shop.${suffix}`], undefined, false)).includes("victim"));
  }
});

test("lost cookies are kept without secrets, and only told of where they concern", async () => {
  const { session, core, memory, losses, exchange } = setUp({});
  const lost = (/** @type {string} */ domain, /** @type {string} */ path) => losses.changed(/** @type {any} */ ({ removed: true, cause: "expired_overwrite", cookie: { name: "sid", domain, path, storeId: "0" } }), NOW - 500);
  lost(".shop.vercel.app", "/reset/Zq43x7LongCanaryOfAPath9");
  lost("private-clinic.vercel.app", "/u/ada43.canary%40mail43.test");
  memory.writeLosses();
  await memory.queue;
  const kept = JSON.stringify(session.kept);
  assert.ok(kept.includes("site:default:shop.vercel.app") && kept.includes('"sid"'), "nothing was kept, so this would prove nothing");
  for (const secret of ["Zq43x7LongCanary", "ada43"]) assert.ok(!kept.includes(secret), secret);
  const raw = await exchange.gather(seen("https://shop.vercel.app/me", "https://shop.vercel.app/"), 1, false);
  const { log } = await core.explain(/** @type {any} */ (raw), false);
  assert.deepEqual(log._losses?.map((/** @type {any} */ one) => one.domain), [".shop.vercel.app"], "once, though both memory and storage hold it");
});

test("a lost cookie of a host whose name is no word is still its own", async () => {
  const { core, session, memory, losses } = setUp({});
  for (const host of ["d1x7.example.com", "[::1]"]) {
    losses.changed(/** @type {any} */ ({ removed: true, cause: "expired", cookie: { name: "sid", domain: host, path: "/", storeId: "0" } }), NOW - 500);
    memory.writeLosses();
    await memory.queue;
    const later = new SiteMemory(/** @type {any} */ (session), core, async () => false, assert.fail);
    const { losses: recalled } = await later.recall([await core.site(host)], undefined, false);
    assert.deepEqual(recalled.map((one) => one.domain), [host]);
  }
});

test("what an earlier life of the worker kept of lost cookies is still told", async () => {
  const { session, core, memory, losses } = setUp({});
  losses.changed(/** @type {any} */ ({ removed: true, cause: "expired", cookie: { name: "sid", domain: "shop.vercel.app", path: "/", storeId: "0" } }), NOW - 500);
  memory.writeLosses();
  await memory.queue;
  const later = new SiteMemory(/** @type {any} */ (session), core, async () => false, assert.fail);
  const { losses: recalled } = await later.recall(["shop.vercel.app"], undefined, false);
  assert.equal(recalled.length, 1);
});

test("a jar is read to its end: the session's cookie stands at the end of what the browsers hold", async () => {
  const many = Array.from({ length: 179 }, (_, at) => ({ ...cookie({ name: `pref${at}`, domain: "shop.example.com" }), path: `/deep/${at}` }));
  const { core, exchange } = setUp({ cookies: [...many, cookie({ name: "sid", domain: "shop.example.com" })] });
  const raw = await exchange.gather(seen("https://shop.example.com/me", "https://shop.example.com/"), 1, false);
  const { log, diagnosis } = await core.explain(/** @type {any} */ (raw), false);
  assert.equal(log._jar?.length, 180);
  assert.ok(diagnosis.cookies.some((one) => one.name === "sid"));
});

test("the history names the tenant", async () => {
  const local = storage();
  const core = newCore();
  const history = new History(/** @type {any} */ (local), /** @type {any} */ ({ read: async () => ({ ...defaults(), history: true }) }), (host) => core.site(host), assert.fail);
  history.note(/** @type {any} */ ({ id: "1", at: NOW, due: 0, diagnosis: { cause: "csrf", state: "open", alarm: true, failing: { url: "https://api.shop.github.io/" } } }), false);
  await history.write();
  assert.equal(local.kept.history.items[0].site, "shop.github.io");
  clearTimeout(history.timer);
});
