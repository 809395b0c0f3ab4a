import assert from "node:assert/strict";
import { test } from "node:test";
import { CAPS, alarming, emptyTab, grouped, readSite, readTab, withCase } from "../../extension/shared/records.js";

const make = (id, more = {}) => ({
  id, at: Number(id), started: Number(id), count: 1, due: 0, own: true, type: "xmlhttprequest", frame: 0,
  ...more,
  diagnosis: { group: "g", state: "open", alarm: true, ...more.diagnosis },
});

test("a record of another version is dropped", () => {
  assert.equal(readTab({ ...emptyTab(), v: 2 }), undefined);
  assert.equal(readSite({ v: 0, traces: [], losses: [] }), undefined);
  assert.equal(readTab(undefined), undefined);
  assert.ok(readTab(emptyTab()));
});

test("repetitions are counted before anything is dropped", () => {
  let cases = [];
  for (let id = 1; id <= 100; id += 1) cases = withCase(cases, make(String(id)));
  assert.equal(cases.length, 3);
  assert.equal(cases.reduce((sum, one) => sum + one.count, 0), 100);
  assert.equal(cases.at(-1).id, "100");
});

test("cases of different groups are capped, the oldest go", () => {
  let cases = [];
  for (let id = 1; id <= 100; id += 1) cases = withCase(cases, make(String(id), { diagnosis: { group: String(id) } }));
  assert.equal(cases.length, CAPS.cases);
  assert.equal(cases.at(-1).id, "100");
});

test("the popup's list is newest first, and one line per group", () => {
  const list = grouped([make("1"), make("2", { diagnosis: { group: "other" } }), make("3", { count: 4 })]);
  assert.deepEqual(list.map((group) => [group.latest.id, group.count]), [["3", 5], ["2", 1]]);
});

test("a recovered one does not hide in the group of an open one", () => {
  const list = grouped([make("1"), make("2", { diagnosis: { state: "recovered", alarm: false } })]);
  assert.equal(list.length, 2);
});

test("the badge counts faults that are open, settled and the page's own", () => {
  const cases = [
    make("1"),
    make("2"),
    make("3", { diagnosis: { group: "b", state: "pending" } }),
    make("4", { due: 9, diagnosis: { group: "c" } }),
    make("5", { own: false, diagnosis: { group: "d" } }),
    make("6", { diagnosis: { group: "e", alarm: false } }),
  ];
  assert.equal(alarming(cases), 1);
});
