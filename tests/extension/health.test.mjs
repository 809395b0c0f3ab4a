/** What keeps the extension from knowing is a state, and an error that nobody expected is counted. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Health } from "../../extension/background/health.js";
import { expecting, isClosed, isGone, isUnheard } from "../../extension/shared/expected.js";

test("a part that failed is told until it works again, and each change is told once", () => {
  let told = 0;
  const health = new Health(() => {
    told += 1;
  });
  health.set("store", "ok");
  health.set("store", "failed");
  health.set("store", "failed");
  assert.deepEqual(health.condition(), { failed: ["store"], faults: 0 });
  health.set("store", "ok");
  assert.deepEqual(health.condition(), { failed: [], faults: 0 });
  assert.equal(told, 2);
});

test("an unexpected error is counted, and its words stay out of console and state", (context) => {
  const lines = context.mock.method(console, "error", () => undefined);
  const health = new Health();
  health.at("badge")(new TypeError("https://shop.example/reset/secret"));
  assert.equal(health.condition().faults, 1);
  const written = JSON.stringify([lines.mock.calls.map((call) => call.arguments), [...health.faults]]);
  assert.ok(!written.includes("secret"), written);
  assert.ok(written.includes("TypeError"));
});

test("both browsers' words for a closed tab and a closed page are known, and nothing else is", () => {
  for (const words of ["No tab with id: 7.", "Invalid tab ID: 7", "Frame with ID 0 was removed.", "No frame with id 5 in tab 7."]) assert.ok(isGone(new Error(words)), words);
  for (const words of ["Cannot access contents of url \"chrome://x/\".", "Missing host permission for the tab", "Frame with ID 0 is showing error page"]) assert.ok(isClosed(new Error(words)), words);
  assert.ok(isUnheard(new Error("Could not establish connection. Receiving end does not exist.")));
  for (const other of [isGone, isClosed, isUnheard]) assert.ok(!other(new Error("QuotaBytes quota exceeded")));
  assert.throws(() => expecting(isGone, isClosed)(new Error("x is not a function")), /not a function/u);
  assert.equal(expecting(isGone)(new Error("No tab with id: 7.")), undefined);
});
