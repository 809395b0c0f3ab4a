/** Cookies that a fix names are deleted and put back, and no others. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Forgetting, UNDO } from "../../extension/background/forgetting.js";

const base = { domain: "shop.example", hostOnly: true, path: "/", secure: false, httpOnly: true, session: true, sameSite: "lax", storeId: "0", value: "v" };

/** A jar as browsers have it: one cookie for each name, domain, path and partition. @param {any[]} cookies */
function jar(cookies) {
  const key = (/** @type {any} */ one) => JSON.stringify([one.name, one.domain, one.path, one.partitionKey ?? null]);
  const all = new Map(cookies.map((one) => [key({ ...base, ...one }), { ...base, ...one }]));
  const shown = () => [...all.values()].map((one) => `${one.name} ${one.domain} ${one.path} ${one.value}`).sort();
  const refused = new Set();
  return {
    shown, refused,
    getAll: async (/** @type {any} */ query) => [...all.values()].filter((one) => one.name === query.name && (one.domain.endsWith(query.domain))),
    set: async (/** @type {any} */ { url, ...one }) => {
      if (refused.has(one.name)) throw new Error("refused");
      const kept = { ...one, domain: one.domain ?? new URL(url).hostname, hostOnly: one.domain === undefined, session: one.expirationDate === undefined };
      if (one.expirationDate === 1) all.delete(key(kept));
      else all.set(key(kept), kept);
      return kept;
    },
  };
}

/** @param {any} cookies */
const forgetting = (cookies) => new Forgetting({ cookies, stayAwake: async () => undefined, failed: assert.fail });
const named = (/** @type {string} */ name, path = "/", domain = "shop.example") => ({ name, domain, path });

test("the copy of a cookie that is named is deleted, and its namesakes on other paths and domains stay", async () => {
  const cookies = jar([{ name: "sid" }, { name: "sid", path: "/api", value: "old" }, { name: "sid", domain: ".shop.example", hostOnly: false }, { name: "theme" }]);
  const one = forgetting(cookies);
  assert.deepEqual(await one.forget("plain shop.example", "shop.example", [named("sid", "/api")], undefined), []);
  assert.deepEqual(cookies.shown(), ["sid .shop.example / v", "sid shop.example / v", "theme shop.example / v"]);
  one.drop("plain shop.example");
});

test("undo puts all of it back as it was, once, also in a partition", async () => {
  const partitionKey = { topLevelSite: "https://page.example" };
  const cookies = jar([{ name: "sid", value: "a" }, { name: "sid", value: "b", partitionKey }, { name: "token", domain: ".shop.example", hostOnly: false, session: false, expirationDate: 4e9 }]);
  const before = cookies.shown();
  const one = forgetting(cookies);
  await one.forget("k", "shop.example", [named("sid"), named("token", "/", ".shop.example")], undefined);
  assert.deepEqual([cookies.shown(), one.offer("k")?.names], [[], ["sid", "token"]]);
  assert.deepEqual(await one.undo("k"), []);
  assert.deepEqual([cookies.shown(), one.offer("k")], [before, undefined]);
});

test("a session that began since is not overwritten by undo", async () => {
  const cookies = jar([{ name: "sid", value: "stale" }]);
  const one = forgetting(cookies);
  await one.forget("k", "shop.example", [named("sid")], undefined);
  await cookies.set({ url: "https://shop.example/", name: "sid", path: "/", value: "fresh" });
  assert.deepEqual(await one.undo("k"), []);
  assert.deepEqual(cookies.shown(), ["sid shop.example / fresh"]);
});

test("what the browser does not delete or take back is named", async () => {
  const cookies = jar([{ name: "sid" }]);
  const one = forgetting(cookies);
  cookies.refused.add("sid");
  assert.deepEqual(await one.forget("k", "shop.example", [named("sid")], undefined), ["sid"]);
  cookies.refused.clear();
  await one.forget("k", "shop.example", [named("sid")], undefined);
  cookies.refused.add("sid");
  assert.deepEqual(await one.undo("k"), ["sid"]);
});

test("undo is offered for five minutes, with nothing deleted never, and not after the background has ended", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const cookies = jar([{ name: "sid" }]);
  let awake = 0;
  const one = new Forgetting({ cookies: /** @type {any} */ (cookies), stayAwake: async () => { awake += 1; }, failed: assert.fail });
  await one.forget("other", "shop.example", [named("gone")], undefined);
  assert.equal(one.offer("other"), undefined);
  await one.forget("k", "shop.example", [named("sid")], undefined);
  context.mock.timers.tick(UNDO - 1);
  assert.deepEqual([one.offer("k")?.host, awake], ["shop.example", 14]);
  context.mock.timers.tick(1);
  assert.equal(one.offer("k"), undefined);
  const until = awake;
  context.mock.timers.tick(60_000);
  assert.equal(awake, until, "the background may sleep again");
  assert.equal(forgetting(cookies).offer("k"), undefined);
});
