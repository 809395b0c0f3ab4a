/**
 * What private windows leave behind: nothing on disk, and nothing beside what other windows have in memory.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Core } from "../../extension/background/core.js";
import { Tabs } from "../../extension/background/tabs.js";
import { Settings } from "../../extension/shared/settings.js";

const storage = () => {
  const kept = {};
  return {
    kept,
    get: async (key) => structuredClone(key === null ? kept : { [key]: kept[key] }),
    set: async (items) => Object.assign(kept, structuredClone(items)),
    remove: async (key) => {
      delete kept[key];
    },
  };
};

let made = 0;
const module = /** @type {any} */ ({
  newKey: () => Uint8Array.of(made += 1),
  explain: (log, key) => ({ log, diagnosis: { key: [...key] } }),
});

test("a site muted in a private window is not written to disk, and is muted there alone", async () => {
  const [local, session] = [storage(), storage()];
  const settings = new Settings(/** @type {any} */ (local), /** @type {any} */ (session));
  await settings.mute("https://shop.example/", true);
  assert.deepEqual(local.kept, {});
  assert.equal(await settings.muted("https://shop.example/", true), true);
  assert.equal(await settings.muted("https://shop.example/", false), false);
});

test("a site muted elsewhere is muted in private windows too", async () => {
  const [local, session] = [storage(), storage()];
  const settings = new Settings(/** @type {any} */ (local), /** @type {any} */ (session));
  await settings.mute("https://shop.example/", false);
  assert.deepEqual(Object.keys(local.kept), ["settings"]);
  assert.equal(await settings.muted("https://shop.example/", true), true);
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
  const tabs = new Tabs(/** @type {any} */ (session));
  await tabs.change(7, true, (record) => {
    record.page = "https://shop.example";
  });
  assert.deepEqual(Object.keys(session.kept), ["tab:private:7"]);
  await tabs.forget(7);
  assert.deepEqual(session.kept, {});
});
