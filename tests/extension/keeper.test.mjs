/**
 * The store is a copy of what is in memory: text, seldom written, within a budget; and its failure is told.
 */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { caseOf, keeper, storage } from "./storage.mjs";
import { Tabs } from "../../extension/background/tabs.js";

test("what changes a hundred times in a quarter of a second is written twice, and its latest state stands there", async () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  const session = storage();
  const kept = keeper(session);
  let value = 0;
  for (value = 1; value <= 100; value += 1) {
    kept.mark("tab:1", () => JSON.stringify({ value }));
    mock.timers.tick(2);
    await kept.running.get("tab:1");
  }
  mock.timers.tick(250);
  await kept.running.get("tab:1");
  mock.timers.reset();
  assert.equal(session.writes, 2);
  assert.deepEqual(JSON.parse(session.kept["tab:1"]), { value: 101 });
});

test("tabs are written each by itself: one does not wait for another", async () => {
  const session = storage();
  const kept = keeper(session);
  kept.mark("tab:1", () => "1");
  kept.mark("tab:2", () => "2");
  await kept.flush();
  assert.deepEqual(session.kept, { "tab:1": "1", "tab:2": "2" });
});

test("a write that fails is told, is tried again, and told to be well again", async () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  const session = storage();
  const { set } = session;
  session.set = async () => {
    throw new Error("quota");
  };
  const kept = keeper(session);
  kept.mark("tab:1", () => "1");
  await kept.flush();
  assert.deepEqual(kept.states, ["failed"]);
  session.set = set;
  mock.timers.tick(5_000);
  await kept.running.get("tab:1");
  mock.timers.reset();
  assert.deepEqual(session.kept, { "tab:1": "1" });
  assert.deepEqual(kept.states, ["failed", "ok"]);
});

test("what is removed while it waits or is written does not come back", async () => {
  const session = storage();
  const kept = keeper(session);
  kept.mark("tab:1", () => "1");
  const writing = kept.flush();
  kept.mark("tab:1", () => "2");
  await kept.remove("tab:1");
  await writing;
  await kept.flush();
  assert.deepEqual(session.kept, {});
  assert.equal(kept.size, 0);
});

test("over the budget logs of quiet cases go first, of all tabs and the oldest before, and the rest stays", async () => {
  const session = storage();
  const kept = keeper(session, 20_000);
  const tabs = new Tabs(/** @type {any} */ (kept), async () => []);
  const log = () => ({ entries: [{ text: "x".repeat(6_000) }], _failing: 0 });
  await tabs.change(1, false, (record) => void record.cases.push(caseOf("1", { log: log() }), caseOf("2", { log: log(), diagnosis: { state: "recovered" } })));
  await kept.flush();
  await tabs.change(2, false, (record) => void record.cases.push(caseOf("3", { log: log(), diagnosis: { state: "harmless", alarm: false } }), caseOf("4", { log: log() })));
  await kept.flush();
  // The tab that gave way is written once more.
  await kept.flush();
  const left = [1, 2].flatMap((tab) => tabs.get(tab).cases).filter((one) => one.log).map((one) => one.id);
  assert.deepEqual(left, ["1", "3", "4"]);
  assert.ok(Object.values(session.kept).join("").length <= 20_000);
});

test("where no log is left cases go, and their requests stay counted; one that waits for its turn stays", async () => {
  const kept = keeper(storage(), 6_000);
  const tabs = new Tabs(/** @type {any} */ (kept), async () => []);
  await tabs.change(1, false, (record) => {
    for (let id = 1; id <= 20; id += 1) record.cases.push(caseOf(String(id), { count: 2, diagnosis: { summary: String(id).repeat(500) } }));
    record.cases.push(caseOf("21", { due: 9, log: { entries: ["y".repeat(3_000)], _failing: 0 } }));
  });
  await kept.flush();
  const { cases, earlier } = tabs.get(1);
  assert.ok(cases.length < 20 && cases.some((one) => one.id === "21" && one.log));
  const counted = cases.reduce((sum, one) => sum + one.count, 0) + Object.values(earlier).reduce((sum, one) => sum + one.count, 0);
  assert.equal(counted, 41);
});

test("what is remembered of sites is in the same budget, and goes before a fault's log does, the oldest first", async () => {
  const session = storage();
  const kept = keeper(session, 10_000);
  const tabs = new Tabs(/** @type {any} */ (kept), async () => []);
  await kept.set({ "site:old": "x".repeat(3_000) });
  await kept.set({ "site:new": "x".repeat(3_000) });
  kept.written.set("site:old", 1);
  await tabs.change(1, false, (record) => void record.cases.push(caseOf("1", { log: { entries: ["y".repeat(5_000)], _failing: 0 } })));
  await kept.flush();
  assert.deepEqual(Object.keys(session.kept).sort(), ["site:new", "tab:1"]);
  assert.ok(tabs.get(1).cases[0]?.log);
});
