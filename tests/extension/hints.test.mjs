/**
 * Where and when causes are written into a page's console.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Hinter } from "../../extension/background/hinter.js";
import { defaults } from "../../extension/shared/settings.js";
import { Words } from "../../extension/shared/words.js";

const LOCAL = "http://app.localhost:3000";
const AWAY = "https://shop.example";

const words = new Words({
  "console.line": "{status} {sure}: {sentence} {fix}", "console.line-bare": "{status} {sure}: {sentence}", "console.certain": "certain",
  "console.again": "again {count}", "x.developer": "{host} refused", "x.title": "X",
});

/** @param {Record<string, unknown>} [changed] */
const caseOf = (changed = {}) => ({
  id: "1", due: 0, own: true, type: "xmlhttprequest", frame: 3, at: 10,
  diagnosis: {
    cause: "x", group: "x|https://api.example|/a", state: "open", alarm: true, confidence: "certain", failing: { status: 401 }, fixes: [],
    summary: { developer: { key: "x.developer", args: { host: "api.example" } } },
  },
  ...changed,
});

/**
 * What is written for cases that come one after another.
 * @param {{page: string, panel?: boolean, settings?: object, cases?: any[]}} given
 */
async function written({ page, panel, settings = {}, cases = [caseOf()] }) {
  const record = { page, panel, cases };
  /** @type {any[]} */
  const lines = [];
  const hinter = new Hinter(/** @type {any} */ ({
    tabs: { get: () => record, touch: async (_, change) => change(record) },
    settings: { read: async () => ({ ...defaults(), ...settings }) },
    words: async () => words,
    write: async (_, frame, hint) => lines.push({ frame, ...hint }),
  }));
  for (const one of cases) await hinter.speak(1, one.id);
  return lines;
}

test("on the developer's own machine a cause is told in the frame of its request", async () => {
  assert.deepEqual(await written({ page: LOCAL }), [{ frame: 3, line: "401 certain: api.example refused", group: "" }]);
  assert.deepEqual(await written({ page: LOCAL, settings: { consoleLocal: false } }), []);
});

test("what is another site's is not told of on the developer's own machine", async () => {
  assert.deepEqual(await written({ page: LOCAL, cases: [caseOf({ own: false })] }), []);
});

test("elsewhere it takes the panel or the setting", async () => {
  assert.equal((await written({ page: AWAY })).length, 0);
  assert.equal((await written({ page: AWAY, panel: true })).length, 1);
  assert.equal((await written({ page: AWAY, settings: { consoleElsewhere: true } })).length, 1);
  assert.equal((await written({ page: AWAY, panel: true, settings: { consoleLocal: false } })).length, 0);
});

test("what is no fault, or may yet mend itself, is not told", async () => {
  const { diagnosis } = caseOf();
  assert.deepEqual(await written({ page: LOCAL, cases: [caseOf({ due: 99 })] }), []);
  assert.deepEqual(await written({ page: LOCAL, cases: [caseOf({ diagnosis: { ...diagnosis, state: "recovered" } })] }), []);
  assert.deepEqual(await written({ page: LOCAL, cases: [caseOf({ diagnosis: { ...diagnosis, alarm: false } })] }), []);
});

test("a repeated cause is told at 2, 4, 8 and so on, under how often it came", async () => {
  const cases = Array.from({ length: 9 }, (_, index) => caseOf({ id: String(index) }));
  const lines = await written({ page: LOCAL, cases });
  assert.deepEqual(lines.map((one) => one.group), ["", "again 2", "again 4", "again 8"]);
});

test("a stand-in for a secret is no part of the line, and nothing turns its words around", async () => {
  const { diagnosis } = caseOf();
  const host = "a/redacted(jwt;1)/\u202Eb";
  const [line] = await written({ page: LOCAL, cases: [caseOf({ diagnosis: { ...diagnosis, summary: { developer: { key: "x.developer", args: { host } } } } })] });
  assert.ok(!line.line.includes("redacted") && !line.line.includes("\u202E"), line.line);
});
