/** What comes after a failing request: later requests that may undo the failure, and a later life of the worker. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Diagnoser } from "../../extension/background/diagnoser.js";
import { Settle } from "../../extension/background/settle.js";

/** @param {number} count */
const cases = (count) => Array.from({ length: count }, (_, index) => ({
  id: `case ${index}`, request: `${index}`, method: "GET", at: 100, started: 50, due: 0, count: 1, own: true,
  log: { entries: [{ request: {}, response: {} }], _failing: 0 },
  diagnosis: { cause: "session-expired", state: "open", alarm: true, failing: { url: `https://api.example/${index}` } },
}));

/** @param {any[]} kept The cases of tab 7. */
function setUp(kept) {
  const record = { cases: kept };
  /** @type {string[]} */
  const scheduled = [];
  const settle = new Settle(async () => undefined, assert.fail);
  settle.schedule = (_, id) => void scheduled.push(id);
  const diagnoser = new Diagnoser(/** @type {any} */ ({
    tabs: {
      ready: Promise.resolve(), records: new Map([[7, record]]), isPrivate: new Map(), get: () => record,
      touch: async (/** @type {number} */ _, /** @type {(one: any) => unknown} */ change) => change(record), change: async (/** @type {number} */ _tab, /** @type {boolean} */ _private, /** @type {(one: any) => unknown} */ change) => change(record),
    },
    core: {
      sameSite: async () => () => true,
      redact: async (/** @type {any} */ log) => log,
      diagnose: async () => ({ ...kept[0]?.diagnosis }),
    },
    turns: { take: (/** @type {number} */ _tab, /** @type {number} */ _urgency, /** @type {() => unknown} */ work) => work() },
    memory: { note: () => undefined },
    settle, show: () => undefined, speak: async () => undefined, note: () => undefined, pace: {}, privateOnly: false,
  }));
  return { diagnoser, settle, scheduled };
}

/** @returns {any} */
const refresh = () => ({ id: "r", tab: 7, frame: 0, type: "xmlhttprequest", method: "POST", url: "https://api.example/oauth/token", started: 200, ended: 210, status: 200, statusLine: "", sent: [], received: [] });

test("what an earlier life of the worker left is followed on, and what has not settled is scheduled again", async () => {
  const [settled, waiting] = cases(2);
  const { diagnoser, settle, scheduled } = setUp([settled, { ...waiting, due: 5_000 }]);
  await diagnoser.recover();
  assert.deepEqual(scheduled, ["case 1"]);
  diagnoser.answered({ ...refresh(), method: "GET", url: "https://api.example/0" });
  await settle.settled(7);
  assert.equal(/** @type {any} */ (settled).log.entries.length, 2, "a later answer to the same request is added to its case");
});

test("one later request is added to the latest three cases, however many there are", async () => {
  const kept = cases(9);
  const { diagnoser, settle } = setUp(kept);
  await diagnoser.recover();
  diagnoser.answered(refresh());
  await settle.settled(7);
  assert.deepEqual(kept.map((one) => one.log.entries.length), [1, 1, 1, 1, 1, 1, 2, 2, 2]);
});
