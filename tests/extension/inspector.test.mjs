/**
 * What developer tools tell joins the case that was recorded, and nothing else.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Inspector } from "../../extension/background/inspector.js";
import { read } from "../../extension/shared/messages.js";

const AT = Date.UTC(2026, 10, 21, 12);

/** @param {number} after @param {Record<string, any>} [changed] */
const entry = (after, { url = "https://api.example/a", type = "fetch", content = {}, initiator = undefined } = {}) => ({
  startedDateTime: new Date(AT + after).toISOString(), time: 5, request: { method: "GET", url, headers: [] },
  response: { status: 401, statusText: "", headers: [], content }, _resourceType: type, _initiator: initiator,
});

/** @param {any[]} cases */
function desk(cases) {
  /** @type {any[]} */
  const failed = [];
  const amended = new Set();
  const inspector = new Inspector(/** @type {any} */ ({
    tabs: { ready: Promise.resolve(), get: () => ({ cases }) },
    core: { redact: async (log) => structuredClone(log) },
    settle: { during: (_, work) => work() },
    isPrivate: async () => false,
    diagnoser: {
      lines: { ended: async () => undefined },
      failed: (seen) => failed.push(seen),
      amend: async (_, id, change) => {
        amended.add(id);
        change(cases.find((one) => one.id === id));
      },
    },
  }));
  return { inspector, failed, amended };
}

const caseOf = (id, ...entries) => ({ id, log: { entries, _failing: entries.length - 1 } });

test("body and line of code join the nearest request of that address, and keep who sent it", async () => {
  const near = entry(0, { initiator: "https://app.example" });
  const far = entry(8_000);
  const { inspector, amended, failed } = desk([caseOf("near", near), caseOf("other", entry(0, { url: "https://api.example/b" })), caseOf("both", near, far)]);
  const stack = { callFrames: [] };
  await inspector.seen(1, /** @type {any} */ (entry(20, { content: { text: "no" }, initiator: { type: "script", stack } })));
  assert.deepEqual([...amended], ["near", "both"]);
  assert.equal(near.response.content.text, "no");
  assert.deepEqual(near._initiator, { type: "script", stack, url: "https://app.example" });
  assert.equal(far.response.content.text, undefined);
  assert.deepEqual(failed, []);
});

test("a refused image is explained though images are not watched; a refused call that is unknown is not", async () => {
  const { inspector, failed } = desk([]);
  await inspector.seen(1, /** @type {any} */ (entry(0, { type: "image" })));
  await inspector.seen(1, /** @type {any} */ (entry(0, { type: "fetch" })));
  assert.deepEqual(failed.map((one) => [one.type, one.status, one.tab]), [["image", 401, 1]]);
});

test("only our own pages may tell of it, and only in its form", () => {
  const message = { kind: "inspected", tab: 1, entry: entry(0) };
  assert.deepEqual(read(message, "page"), message);
  assert.equal(read(message, "toast"), undefined);
  for (const broken of [null, {}, { ...entry(0), request: {} }, { ...entry(0), response: { status: "401", headers: [] } }, { ...entry(0), startedDateTime: 1 }]) {
    assert.equal(read({ ...message, entry: broken }, "page"), undefined);
  }
});
