/**
 * What private windows leave behind: nothing on disk, and nothing beside what other windows have in memory.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Core } from "../../extension/background/core.js";
import { PrivateWindows } from "../../extension/background/private-windows.js";
import { SiteMemory } from "../../extension/background/site-memory.js";
import { Tabs } from "../../extension/background/tabs.js";
import { Settings } from "../../extension/shared/settings.js";
import { keeper, storage } from "./storage.mjs";

let made = 0;
const module = /** @type {any} */ ({
  newKey: () => Uint8Array.of(made += 1),
  explain: (log, key) => ({ log, diagnosis: { key: [...key] } }),
  site: (host) => host,
});

test("a site muted in a private window is not written to disk, and is muted there alone", async () => {
  const [local, session] = [storage(), storage()];
  const settings = new Settings(/** @type {any} */ (local), /** @type {any} */ (session));
  await settings.mute("shop.example", true);
  assert.deepEqual(local.kept, {});
  assert.equal(await settings.muted("shop.example", true), true);
  assert.equal(await settings.muted("shop.example", false), false);
});

test("a site muted elsewhere is muted in private windows too", async () => {
  const [local, session] = [storage(), storage()];
  const settings = new Settings(/** @type {any} */ (local), /** @type {any} */ (session));
  await settings.mute("shop.example", false);
  assert.deepEqual(Object.keys(local.kept), ["settings"]);
  assert.equal(await settings.muted("shop.example", true), true);
});

test("secrets of private windows are tagged by a key of their own", async () => {
  const session = storage();
  const core = new Core(Promise.resolve(), module, session);
  const [plain, secret] = [await core.explain({}, false), await core.explain({}, true)];
  assert.notDeepEqual(plain.diagnosis, secret.diagnosis);
  assert.notDeepEqual(session.kept.key, session.kept["key:private"]);
  const later = new Core(Promise.resolve(), module, session);
  assert.deepEqual((await later.explain({}, true)).diagnosis, secret.diagnosis);
});

test("a private tab that is closed leaves nothing", async () => {
  const session = storage();
  const kept = keeper(session);
  const tabs = new Tabs(kept, async () => [7]);
  await tabs.change(7, true, (record) => {
    record.page = "https://shop.example";
  });
  await kept.flush();
  assert.deepEqual(Object.keys(session.kept), ["tab:private:7"]);
  await tabs.forget(7);
  await kept.flush();
  assert.deepEqual(session.kept, {});
});

/** @param {{incognito: boolean}[]} open */
function background(open) {
  const session = /** @type {any} */ (storage());
  const core = new Core(Promise.resolve(), { ...module, redact: (log) => log }, session);
  const kept = keeper(session);
  const windows = new PrivateWindows(kept, { getAll: async () => open }, () => {
    core.forgetPrivate();
    memory.forget();
  });
  const memory = new SiteMemory(kept, core, () => windows.open(), assert.fail);
  return { session, kept, core, windows, memory };
}

const now = Date.now();
const signIn = /** @type {any} */ ({ url: "https://shop.example/login", type: "xmlhttprequest", method: "POST", status: 200, statusLine: "HTTP/1.1 200 OK", started: now, ended: now, frame: 0, sent: [], received: [] });

test("with the last private window goes all that private windows left in memory, and nothing else", async () => {
  const open = [{ incognito: false }, { incognito: true }];
  const { session, kept, core, windows, memory } = background(open);
  const tabs = new Tabs(kept, async () => [1, 2]);
  await tabs.change(1, false, () => undefined);
  await tabs.change(2, true, () => undefined);
  memory.note(signIn, false);
  memory.note(signIn, true);
  await Promise.all([memory.queue, kept.flush()]);
  await new Settings(/** @type {any} */ (storage()), session).mute("shop.example", true);
  const before = await core.key(true);
  const all = Object.keys(session.kept);
  assert.deepEqual(all.filter((key) => key.includes("private")).sort(), ["key:private", "muted:private", "site:private:default:shop.example", "tab:private:2"]);
  await windows.closed();
  assert.deepEqual(Object.keys(session.kept), all, "one is still open");
  open.pop();
  await windows.closed();
  assert.deepEqual(Object.keys(session.kept).sort(), all.filter((key) => !key.includes("private")).sort());
  assert.notDeepEqual(await core.key(true), before);
});

test("what is told of private windows after the last has closed is not kept", async () => {
  const open = [{ incognito: true }];
  const { session, memory } = background(open);
  open.pop();
  memory.note(signIn, true);
  memory.note(signIn, false);
  await memory.queue;
  assert.deepEqual(Object.keys(session.kept).filter((key) => key.startsWith("site:")), ["site:default:shop.example"]);
});
