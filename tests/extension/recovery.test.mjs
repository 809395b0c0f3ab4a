/** No refused request is lost once its line is written, and none is told twice, or on a page that did not send it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Recovery } from "../../extension/background/recovery.js";

const TIME = Date.UTC(2026, 10, 30, 17, 42);

/** @param {Record<string, any>} kept What the session's storage holds. */
function storage(kept = {}) {
  return {
    kept,
    get: async () => ({ ...kept }),
    set: async (items) => void Object.assign(kept, items),
    remove: async (keys) => [keys].flat().forEach((key) => delete kept[key]),
  };
}

/** @param {any} [more] */
function life(session = storage(), more = {}) {
  const added = [];
  const explained = [];
  const recovery = new Recovery(/** @type {any} */ ({
    session,
    kept: async () => true,
    pageOf: async () => ({ url: "https://app.example/orders?id=7", document: "doc" }),
    casesOf: async () => [],
    explain: async (log, isPrivate) => {
      explained.push(log);
      return { log, diagnosis: { cause: "no-credentials", confidence: "possible", state: "open", alarm: true, own: !isPrivate } };
    },
    add: async (tab, isPrivate, found) => void added.push({ tab, isPrivate, ...found }),
    stored: assert.fail,
    failed: assert.fail,
    browser: async () => ({ name: "Chrome", version: "156" }),
    ...more,
  }));
  return { recovery, session, added, explained };
}

const seen = (more = {}) => ({
  id: "41", tab: 7, frame: 0, parent: -1, document: "doc", type: "xmlhttprequest", method: "GET", url: "https://api.example/u/ada?token=s3cret",
  started: TIME, ended: TIME + 20, status: 401, statusLine: "", sent: [{ name: "Cookie", value: "sid=s3cret" }], private: false, ...more,
});

test("a refused request's line is on its way to the store before anything else is done", () => {
  const { recovery, session } = life();
  recovery.note(seen(), 7, false);
  // No promise was waited for.
  assert.deepEqual(session.kept, { "rejected:41": { time: TIME + 20, origin: "https://api.example", status: 401, tab: 7, document: "doc" } });
});

test("nothing secret and no path is in a line", () => {
  const { recovery, session } = life();
  recovery.note(seen(), 7, true);
  const text = JSON.stringify(session.kept);
  for (const secret of ["s3cret", "ada", "/u/"]) assert.ok(!text.includes(secret), text);
  assert.deepEqual(Object.keys(session.kept), ["rejected:private:41"]);
});

test("what the worker's end left is told with place, time and number, by the core, from headers that were not seen", async () => {
  const { session } = life();
  const first = life(session).recovery;
  for (const id of ["1", "2", "3"]) first.note(seen({ id, ended: TIME + Number(id) }), 7, false);
  const next = life(session);
  await next.recovery.recover();
  assert.equal(next.added.length, 1);
  const [one] = next.added;
  assert.deepEqual([one.tab, one.count, one.at, one.lost, one.own, one.due], [7, 3, TIME + 3, true, true, 0]);
  const [log] = next.explained;
  assert.equal(log._page.url, "https://app.example/", "of the page only its origin goes with it");
  const { request, response } = log.entries[log._failing];
  assert.equal(request.url, "https://api.example/");
  assert.equal(response.status, 401);
  assert.ok(!("headers" in request) && !("headers" in response));
});

test("recovery empties the store of the lines that it has told of", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { session } = life();
  life(session).recovery.note(seen(), 7, false);
  const { recovery } = life(session);
  await recovery.recover();
  assert.equal(recovery.timer === undefined, false);
  context.mock.timers.tick(300);
  await new Promise((keep) => setImmediate(keep));
  assert.deepEqual(session.kept, {});
});

test("a line goes only when its case is in the store", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let stored = false;
  const { recovery, session } = life(storage(), { kept: async () => stored });
  recovery.finish(recovery.note(seen(), 7, false));
  context.mock.timers.tick(300);
  await new Promise((keep) => setImmediate(keep));
  assert.deepEqual(Object.keys(session.kept), ["rejected:41"]);
  stored = true;
  context.mock.timers.tick(3_000);
  await new Promise((keep) => setImmediate(keep));
  assert.deepEqual(session.kept, {});
});

test("a case that was kept is not told a second time", async () => {
  const { session } = life();
  life(session).recovery.note(seen(), 7, false);
  const next = life(session, { casesOf: async () => [{ request: "41" }] });
  await next.recovery.recover();
  assert.deepEqual(next.added, []);
});

test("what a page has left behind is shown on no other page, and nothing in a tab that is closed", async () => {
  for (const pageOf of [async () => ({ url: "https://other.example/", document: "another" }), async () => undefined]) {
    const { session } = life();
    life(session).recovery.note(seen(), 7, false);
    const next = life(session, { pageOf });
    await next.recovery.recover();
    assert.deepEqual(next.added, []);
  }
});

test("a document that was refused is told where it stands, and not on the page that came after it", async () => {
  for (const [url, count] of [["https://api.example/", 1], ["https://other.example/", 0]]) {
    const { session } = life();
    life(session).recovery.note(seen({ type: "main_frame", document: undefined }), 7, false);
    const next = life(session, { pageOf: async () => ({ url, document: "new" }) });
    await next.recovery.recover();
    assert.equal(next.added.length, count, String(url));
  }
});

test("a store that refuses a line is told of, and that it takes them again", async () => {
  const told = [];
  let full = true;
  const session = { ...storage(), set: () => full ? Promise.reject(new Error("QuotaBytes quota exceeded")) : Promise.resolve() };
  const { recovery } = life(session, { stored: (state) => told.push(state) });
  for (const id of ["1", "2"]) {
    recovery.note(seen({ id }), 7, false);
    await new Promise((keep) => setImmediate(keep));
  }
  assert.deepEqual(told, ["failed"]);
  full = false;
  recovery.note(seen({ id: "3" }), 7, false);
  await new Promise((keep) => setImmediate(keep));
  assert.deepEqual(told, ["failed", "ok"]);
});
