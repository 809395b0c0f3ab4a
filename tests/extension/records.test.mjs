import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyTab, readSite, readTab, writeTab } from "../../extension/shared/records.js";

test("a record of another version is dropped", () => {
  const stored = JSON.parse(writeTab(emptyTab(), JSON.stringify));
  assert.deepEqual(readTab(stored), emptyTab());
  for (const v of [0, 1, 3, "2", undefined]) assert.equal(readTab({ ...stored, v }), undefined);
  assert.equal(readSite({ v: 0, traces: [], losses: [] }), undefined);
  assert.equal(readTab(undefined), undefined);
});
