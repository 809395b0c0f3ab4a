import assert from "node:assert/strict";
import { test } from "node:test";
import { Tabs, belongs } from "../../extension/background/tabs.js";
import { Settle } from "../../extension/background/settle.js";
import { emptyTab, readTab } from "../../extension/shared/records.js";
import { caseOf, keeper, storage } from "./storage.mjs";

/** @param {any} [session] @param {number[]} [open] */
const tabsOf = (session = storage(), open = [1, 5]) => {
  const kept = keeper(session);
  return { tabs: new Tabs(kept, async () => open), kept, session };
};


test("a change is told in memory at once, and written without being waited for", async () => {
  const { tabs, session, kept } = tabsOf();
  session.set = () => new Promise(() => undefined);
  await tabs.change(5, false, (record) => void record.toasted.push("a"));
  void kept.flush();
  await tabs.change(5, false, (record) => void record.toasted.push("b"));
  assert.deepEqual(tabs.get(5).toasted, ["a", "b"]);
});

test("a store that refuses everything changes nothing of what is known", async () => {
  const { tabs, session, kept } = tabsOf();
  session.set = async () => {
    throw new Error("quota");
  };
  await tabs.change(5, false, (record) => void record.cases.push(caseOf("1")));
  await kept.flush();
  assert.deepEqual(tabs.get(5).cases.map((one) => one.id), ["1"]);
  assert.deepEqual(kept.states, ["failed"]);
  await kept.remove("tab:5");
});

test("a store that cannot be read is told, and what comes is known all the same", async () => {
  const session = storage();
  session.get = async () => {
    throw new Error("broken");
  };
  const { tabs, kept } = tabsOf(session);
  await tabs.change(5, false, (record) => void record.cases.push(caseOf("1")));
  assert.equal(tabs.get(5).cases.length, 1);
  assert.deepEqual(kept.states, ["failed"]);
});

test("private windows have keys of their own", async () => {
  const { tabs, session, kept } = tabsOf();
  await tabs.change(5, true, () => undefined);
  await kept.flush();
  assert.deepEqual(Object.keys(session.kept), ["tab:private:5"]);
});

test("what an earlier life of the worker left is read as it was, and what it cannot read is dropped", async () => {
  const first = tabsOf();
  await first.tabs.change(1, false, (record) => {
    record.page = "https://a.example";
    record.cases.push(caseOf("1", { log: { entries: [{ request: { url: "https://a.example/1" } }], _failing: 0 } }), caseOf("2"));
    record.earlier.x = { count: 6, first: 1, last: 2, open: true };
  });
  await first.kept.flush();
  const { session } = first;
  Object.assign(session.kept, { "tab:5": JSON.stringify({ v: 99 }), "tab:7": "{cut", key: [1] });
  const { tabs } = tabsOf(session, [1, 5, 7]);
  await tabs.ready;
  assert.deepEqual(tabs.get(1), first.tabs.get(1));
  assert.deepEqual(Object.keys(session.kept).sort(), ["key", "tab:1"]);
});

test("what is kept of a tab is text", async () => {
  const { tabs, session, kept } = tabsOf();
  await tabs.change(5, false, (record) => void record.cases.push(caseOf("1")));
  await kept.flush();
  assert.equal(typeof session.kept["tab:5"], "string");
  assert.equal(readTab(JSON.parse(session.kept["tab:5"]))?.cases.length, 1);
});

test("a request that fails when its tab has closed, such as a beacon, makes no record", async () => {
  const { tabs, session, kept } = tabsOf();
  await tabs.change(5, false, (record) => void record.cases.push(caseOf("1")));
  await kept.flush();
  await tabs.forget(5);
  assert.equal(await tabs.change(5, false, (record) => void record.cases.push(caseOf("2"))), false);
  await kept.flush();
  assert.deepEqual(session.kept, {});
});

test("records of tabs that closed while nobody listened are dropped at the next start", async () => {
  const first = tabsOf();
  for (const tab of [1, 5]) await first.tabs.change(tab, false, () => undefined);
  await first.kept.flush();
  const { tabs } = tabsOf(first.session, [5]);
  await tabs.ready;
  assert.deepEqual([...tabs.records.keys()], [5]);
  assert.deepEqual(Object.keys(first.session.kept), ["tab:5"]);
});

test("a change that fails does not stop the next", async () => {
  const { tabs } = tabsOf();
  await assert.rejects(tabs.change(5, false, () => {
    throw new Error("no");
  }));
  assert.equal(await tabs.change(5, false, () => "yes"), "yes");
});

test("a case of the page before that is explained late does not stand on the new page", async () => {
  const { tabs } = tabsOf();
  const late = caseOf("100");
  assert.equal(tabs.stands(5, late), true);
  await tabs.navigated(5, { url: "https://b.example/", since: 150, answered: 150 });
  assert.equal(tabs.stands(5, late), false);
  assert.equal(tabs.stands(5, caseOf("160")), true);
});

test("a new document drops the old page's cases and keeps its own", () => {
  const navigation = { since: 100, answered: 150, document: "new" };
  assert.equal(belongs({ type: "main_frame", started: 100 }, navigation), true);
  assert.equal(belongs({ type: "main_frame", started: 50 }, navigation), false);
  assert.equal(belongs({ type: "xmlhttprequest", frame: 0, started: 120, document: "old" }, navigation), false);
  assert.equal(belongs({ type: "xmlhttprequest", frame: 0, started: 160, document: "new" }, navigation), true);
  assert.equal(belongs({ type: "xmlhttprequest", frame: 0, started: 120 }, navigation), false);
});

test("a tab has settled only when all that was begun has ended", async () => {
  const settle = new Settle(async () => undefined, assert.fail);
  const order = [];
  let finish = () => undefined;
  const work = settle.during(1, () => new Promise((keep) => {
    finish = keep;
  }));
  settle.schedule(1, "case", 0);
  const settled = settle.settled(1).then(() => order.push("settled"));
  await settle.settled(2);
  order.push("other tab");
  finish();
  await work;
  await settled;
  assert.deepEqual(order, ["other tab", "settled"]);
});

test("of a page's address only the origin is kept", async () => {
  const { tabs, session, kept } = tabsOf();
  await tabs.change(5, false, () => undefined);
  await tabs.navigated(5, { url: "https://a.example/reset/s3cret?code=s3cret#s3cret", since: 1, answered: 1 });
  await kept.flush();
  assert.equal(JSON.stringify(session.kept).includes("s3cret"), false);
  assert.equal(JSON.stringify(session.kept).includes("https://a.example"), true);
});

test("nothing is said to be settled while something that has just begun pends", async () => {
  const settle = new Settle(async () => undefined, assert.fail);
  /** @type {string[]} */
  const order = [];
  settle.begin(5);
  const told = settle.settled(5).then(() => order.push("settled"));
  settle.end(5);
  settle.begin(5);
  await new Promise((keep) => setImmediate(keep));
  order.push("second");
  settle.end(5);
  await told;
  assert.deepEqual(order, ["second", "settled"]);
});
