import assert from "node:assert/strict";
import { test } from "node:test";
import { Tabs, belongs } from "../../extension/background/tabs.js";
import { Settle } from "../../extension/background/settle.js";
import { emptyTab } from "../../extension/shared/records.js";

const storage = (initial = {}) => {
  const kept = structuredClone(initial);
  return {
    kept,
    get: async (key) => structuredClone(key === null ? kept : { [key]: kept[key] }),
    set: async (items) => Object.assign(kept, structuredClone(items)),
    remove: async (key) => {
      delete kept[key];
    },
  };
};

test("changes to one tab happen one after another", async () => {
  const session = storage();
  const tabs = new Tabs(session);
  await Promise.all([1, 2, 3].map((number) => tabs.change(5, false, async (record) => {
    const before = record.toasted;
    await null;
    record.toasted = [...before, String(number)];
  })));
  assert.deepEqual(session.kept["tab:5"].toasted, ["1", "2", "3"]);
});

test("private windows have keys of their own", async () => {
  const session = storage();
  await new Tabs(session).change(5, true, () => undefined);
  assert.deepEqual(Object.keys(session.kept), ["tab:private:5"]);
});

test("what an earlier life of the worker left is read, and what it cannot read is dropped", async () => {
  const session = storage({ "tab:1": { ...emptyTab(), page: "https://a.example/" }, "tab:2": { v: 99 }, key: [1] });
  const tabs = new Tabs(session);
  await tabs.ready;
  assert.equal(tabs.get(1).page, "https://a.example/");
  assert.deepEqual(Object.keys(session.kept).sort(), ["key", "tab:1"]);
});

test("a change that fails does not stop the next", async () => {
  const tabs = new Tabs(storage());
  await assert.rejects(tabs.change(5, false, () => {
    throw new Error("no");
  }));
  assert.equal(await tabs.change(5, false, () => "yes"), "yes");
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
  const session = storage();
  const tabs = new Tabs(session);
  await tabs.change(5, false, () => undefined);
  await tabs.navigated(5, { url: "https://a.example/reset/s3cret?code=s3cret#s3cret", since: 1, answered: 1 });
  assert.equal(JSON.stringify(session.kept).includes("s3cret"), false);
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
