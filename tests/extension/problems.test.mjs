/**
 * Problems: one entry and one count per cause and site, whatever is still kept of it.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { admit, alarming, dismiss, grouped, tally, unlisted } from "../../extension/shared/problems.js";
import { CAPS, emptyTab } from "../../extension/shared/records.js";
import { caseOf } from "./storage.mjs";

const group = (cause, site, path = "/") => ({ cause, group: `${cause}|${site}|${path}` });
const counted = ({ cases, earlier }) => grouped(cases, earlier).reduce((sum, one) => sum + one.count, 0) + unlisted(cases, earlier);

test("twelve addresses with one cause at one site are one entry and one in the badge", () => {
  const record = emptyTab();
  for (let id = 1; id <= 12; id += 1) admit(record, caseOf(String(id), { diagnosis: group("c", "https://a.example", `/${id}`) }));
  assert.deepEqual(grouped(record.cases, record.earlier).map((one) => [one.latest.id, one.count]), [["12", 12]]);
  assert.equal(alarming(record), 1);
});

test("another cause, another site, and what is mended are entries of their own", () => {
  const cases = [
    caseOf("1", { diagnosis: group("c", "https://a.example") }), caseOf("2", { diagnosis: group("d", "https://a.example") }),
    caseOf("3", { diagnosis: group("c", "https://b.example") }), caseOf("4", { diagnosis: { ...group("c", "https://a.example"), state: "recovered", alarm: false } }),
  ];
  assert.equal(grouped(cases).length, 4);
  assert.equal(alarming({ cases, earlier: {} }), 3);
});

test("one address has one entry: the latest word on it counts", () => {
  const failing = { method: "GET", url: "https://a.example/poll", status: 401 };
  const cases = [
    caseOf("1", { count: 1, diagnosis: { ...group("session-expired", "https://a.example", "/poll"), failing } }),
    caseOf("2", { count: 6, diagnosis: { ...group("retry-loop", "https://a.example", "/poll"), failing } }),
  ];
  const [one, ...others] = grouped(cases);
  assert.deepEqual([one?.latest.id, one?.count, others.length], ["2", 7, 0]);
  assert.equal(alarming({ cases, earlier: {} }), 1);
});

test("caps drop cases, never numbers", () => {
  const record = emptyTab();
  for (let id = 1; id <= 500; id += 1) admit(record, caseOf(String(id), { diagnosis: group(`c${id % 40}`, "https://a.example", `/${id}`) }));
  assert.equal(record.cases.length, CAPS.cases);
  assert.equal(counted(record), 500);
  assert.equal(alarming(record), 40);
});

test("of one place the latest three are kept, and all are counted", () => {
  const record = emptyTab();
  for (let id = 1; id <= 100; id += 1) admit(record, caseOf(String(id), { diagnosis: group("c", "https://a.example", "/one") }));
  assert.deepEqual(record.cases.map((one) => one.id), ["98", "99", "100"]);
  assert.deepEqual(grouped(record.cases, record.earlier).map((one) => [one.count, one.earlier]), [[100, 97]]);
});

test("a case that waits for its turn to alarm is pushed out by none that come after it", () => {
  const record = emptyTab();
  admit(record, caseOf("1", { due: 9, diagnosis: group("first", "https://a.example") }));
  for (let id = 2; id <= 300; id += 1) admit(record, caseOf(String(id), { due: 9, diagnosis: group(`c${id}`, "https://a.example") }));
  const first = record.cases.find((one) => one.id === "1");
  assert.ok(first);
  first.due = 0;
  assert.equal(alarming(record), 1);
  assert.equal(counted(record), 300);
});

test("what is another site's is counted apart from the page's own", () => {
  const cases = [caseOf("1", { own: false, count: 5 }), caseOf("2", { diagnosis: { group: "c|https://a.example|/1" } })];
  assert.deepEqual(grouped(cases).map((one) => one.count), [1, 5]);
});

test("a problem of which no case is left stands in the badge until the page goes, and its requests can be told", () => {
  const record = emptyTab();
  const one = caseOf("1", { count: 6 });
  admit(record, one);
  dismiss(record, one);
  assert.equal(alarming(record), 1);
  assert.equal(unlisted(record.cases, record.earlier), 6);
});

test("names of problems are capped, and what comes under none of them is still counted", () => {
  const record = emptyTab();
  for (let name = 0; name < 1_000; name += 1) tally(record, `loud own c${name}`, { count: 1, first: name, last: name, open: true });
  assert.ok(Object.keys(record.earlier).length <= 201);
  assert.equal(unlisted(record.cases, record.earlier), 1_000);
});
