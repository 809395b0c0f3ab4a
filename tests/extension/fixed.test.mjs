/** What becomes of an open problem: its page is left, a fix is clicked, the same request works again or fails again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Badge } from "../../extension/background/badge.js";
import { Diagnoser } from "../../extension/background/diagnoser.js";
import { Settle } from "../../extension/background/settle.js";
import { Toaster, textOf } from "../../extension/background/toaster.js";
import { addressOf, failedAgain, inTurn, leave } from "../../extension/shared/following.js";
import { pack } from "../../extension/shared/packed.js";
import { emptyTab, readTab, writeTab } from "../../extension/shared/records.js";
import { defaults } from "../../extension/shared/settings.js";
import { Words } from "../../extension/shared/words.js";

const url = "https://shop.example/api/orders?page=1";
/** @returns {any} */
const open = (id = "1", more = {}, diagnosis = {}) => ({
  id, request: id, method: "GET", type: "xmlhttprequest", at: 100, started: 50, due: 0, count: 1, own: true, frame: 0,
  log: { entries: [{ request: {}, response: {} }], _failing: 0 }, ...more,
  diagnosis: {
    cause: "session-expired", group: `session-expired|shop.example|${id}`, state: "open", alarm: true, sameSiteWithPage: true,
    failing: { url, method: "GET", status: 401 }, fixes: [], summary: {}, ...diagnosis,
  },
});
const resolved = { state: "resolved", alarm: false, resolved: { key: "interface.fixed.signed-in", args: { seconds: 90 } } };
/** @returns {any} */
const success = (more = {}) => ({
  id: "s", tab: 7, frame: 0, type: "xmlhttprequest", method: "GET", url, started: 200, ended: 210, status: 200, statusLine: "", sent: [], received: [], private: false, ...more,
});

/** A diagnoser over tabs whose core holds a case resolved once another entry is in its log. @param {Record<number, any>} records */
function setUp(records) {
  const all = new Map(Object.entries(records).map(([tab, record]) => [Number(tab), record]));
  const change = async (/** @type {number} */ tab, /** @type {(record: any) => unknown} */ how) => how(all.get(tab));
  /** @type {string[]} */
  const spoken = [];
  const settle = new Settle(async () => undefined, assert.fail);
  const diagnoser = new Diagnoser(/** @type {any} */ ({
    tabs: { ready: Promise.resolve(), records: all, isPrivate: new Map(), get: (/** @type {number} */ tab) => all.get(tab) ?? emptyTab(), touch: change },
    core: {
      sameSite: async () => () => true,
      redact: async (/** @type {any} */ log) => log,
      diagnose: async (/** @type {any} */ log) => open("1", {}, log._settled && log.entries.length > 1 ? resolved : {}).diagnosis,
    },
    turns: { take: (/** @type {number} */ _tab, /** @type {number} */ _urgency, /** @type {() => unknown} */ work) => work() },
    capture: { tabsOf: () => [] }, memory: { note: () => undefined }, settle, show: () => undefined, note: () => undefined, pace: {}, privateOnly: false,
    speak: async (/** @type {number} */ _, /** @type {string} */ id) => void spoken.push(id),
  }));
  return { diagnoser, settle, spoken };
}

for (const [what, seen, fixed] of /** @type {const} */ ([
  ["the same request succeeds with other values in its query", success({ url: "https://shop.example/api/orders?page=7" }), true],
  ["the same request succeeds in another tab", success({ tab: 9 }), true],
  ["another address succeeds", success({ url: "https://shop.example/api/other?page=1" }), false],
  ["another method succeeds", success({ method: "POST" }), false],
  ["a parameter is asked for that was not there", success({ url: `${url}&all=1` }), false],
  ["a request succeeds that was under way when the first one failed", success({ url: "https://shop.example/api/orders?page=7", started: 90 }), false],
  ["it succeeds with another jar in another tab", success({ tab: 9, store: "firefox-container-1" }), false],
  ["it succeeds in a private window", success({ tab: 9, private: true }), false],
])) {
  test(`an open problem is ${fixed ? "resolved" : "left open"} where ${what}`, async () => {
    const record = { ...emptyTab(), cases: [open()] };
    const { diagnoser, settle, spoken } = setUp({ 7: record, 9: emptyTab() });
    await diagnoser.recover();
    diagnoser.answered(seen);
    await settle.settled(7);
    assert.equal(record.cases[0].diagnosis.state, fixed ? "resolved" : "open");
    assert.deepEqual(spoken, fixed ? ["1"] : []);
  });
}

test("a problem of a page that was left is followed, and comes back once the same request works again on the next one", async () => {
  const record = /** @type {any} */ (emptyTab());
  leave(record, [open(), open("2", { due: 9 }), open("3", { own: false })]);
  assert.deepEqual(record.followed.map((/** @type {any} */ one) => one.id), ["1"]);
  const { diagnoser, settle } = setUp({ 7: record });
  await diagnoser.recover();
  diagnoser.answered(success());
  await settle.settled(7);
  assert.deepEqual([record.followed.length, record.cases[0].diagnosis.state, record.cases[0].fixed.at], [0, "resolved", 200]);
});

test("what is followed is kept for the next life of the worker", () => {
  const record = { ...emptyTab(), followed: [open()], tried: { "session-expired|shop.example": ["csrf.reload"] } };
  assert.deepEqual(readTab(JSON.parse(writeTab(record, pack))), record);
});

test("a fix was tried where the same problem fails again after its button was clicked, and the next one comes first", () => {
  const acted = { key: "csrf.reload", at: 300 };
  const before = open("1", { acted, watch: true });
  const record = /** @type {any} */ ({ ...emptyTab(), followed: [before] });
  const again = open("2", { started: 400, at: 410 });
  assert.ok(failedAgain(record, again));
  assert.deepEqual([record.tried, record.followed, again.watch], [{ "session-expired|shop.example": ["csrf.reload"] }, [], true]);
  const fixes = /** @type {any[]} */ (["csrf.reload", "fix.sign-in"].map((key) => ({ key })));
  assert.deepEqual(inTurn(fixes, ["csrf.reload"]).map((fix) => fix.key), ["fix.sign-in", "csrf.reload"]);
});

test("a fix was not tried by what had begun before its button was clicked, nor by another problem", () => {
  const acted = { key: "csrf.reload", at: 300 };
  for (const again of [open("2", { started: 250 }), open("2", { started: 400 }, { group: "csrf|shop.example|2" }), open("2", { started: 400, due: 9 })]) {
    const record = /** @type {any} */ ({ ...emptyTab(), cases: [open("1", { acted })] });
    failedAgain(record, again);
    assert.equal(record.tried, undefined);
  }
});

test("an address is the same whatever its query's values and its fragment", () => {
  assert.equal(addressOf("GET", "https://a.example/x?b=1&a=2#top"), addressOf("GET", "https://a.example/x?a=3&b="));
  assert.notEqual(addressOf("GET", "https://a.example/x?a=1"), addressOf("GET", "https://a.example/x"));
});

/** @param {any} one @param {string} standing The case whose message stands in the page. */
async function spokenOf(one, standing = "") {
  const record = { ...emptyTab(), page: "https://shop.example", cases: [one], toast: standing };
  /** @type {string[]} */
  const shown = [];
  const toaster = new Toaster(/** @type {any} */ ({
    tabs: { get: () => record, isPrivate: new Map(), change: async (/** @type {any} */ _t, /** @type {any} */ _p, /** @type {any} */ how) => how(record), touch: async (/** @type {any} */ _t, /** @type {any} */ how) => how(record) },
    settings: { read: async () => defaults(), muted: async () => false }, siteOf: async (/** @type {string} */ host) => host, words: async () => new Words({}),
    inject: async () => { shown.push(record.toast); return true; }, remove: async () => undefined, frame: "",
  }));
  await toaster.speak(1, one.id);
  await toaster.speak(1, one.id);
  return shown;
}

test("a message that stands in the page turns into one that says it works again, once; and whoever clicked or waits is told", async () => {
  assert.deepEqual(await spokenOf(open("1", {}, resolved), "1"), ["1"]);
  assert.deepEqual(await spokenOf(open("1", { watch: true }, resolved)), ["1"]);
  assert.deepEqual(await spokenOf(open("1", { acted: { key: "x", at: 1 } }, resolved)), ["1"]);
  assert.deepEqual(await spokenOf(open("1", {}, resolved)), [], "nobody has asked");
});

test("the message that it works again says after how long, and nothing of another site's request", () => {
  const words = new Words({ "interface.fixed.signed-in": "Signed in", "interface.fixed": "Works", "interface.fixed.after": "After {duration_seconds}" });
  const own = textOf(open("1", {}, resolved), words, false);
  assert.deepEqual([own.tone, own.sentence, own.kicker], ["good", "Signed in", "After 90 seconds"]);
  assert.equal(textOf(open("1", {}, { ...resolved, sameSiteWithPage: false }), words, false).sentence, "Works");
});

test("a tick stands on the button where what somebody waits for works again, and never beside an open problem", async () => {
  /** @type {string[]} */
  const texts = [];
  const badge = new Badge(/** @type {any} */ ({ setBadgeText: async (/** @type {any} */ { text }) => void texts.push(text), setBadgeBackgroundColor: async () => undefined }), assert.fail);
  badge.show(1, { ...emptyTab(), cases: [open("1", { watch: true }, resolved)] });
  badge.show(2, { ...emptyTab(), cases: [open("1", { watch: true }, resolved), open("2", {}, { group: "csrf|shop.example|2" })] });
  badge.show(3, { ...emptyTab(), cases: [open("1", {}, resolved)] });
  await Promise.resolve();
  assert.deepEqual(texts, ["✓", "1", null]);
});
