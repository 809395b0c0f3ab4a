/**
 * Text in the store: what repeats is written once, and comes back as it was.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, unpack } from "../../extension/shared/packed.js";

const back = (value) => unpack(JSON.parse(pack(value)));

test("the address stands once, and so does each set of arguments", () => {
  const url = `https://a.example/${"x".repeat(1_000)}`;
  const args = { path: url, host: "a.example" };
  const value = { failing: { url }, fixes: Array.from({ length: 9 }, (_, index) => ({ key: `fix.${index}`, args: { ...args } })), evidence: [{ key: "e", args: { ...args, more: 1 } }] };
  const text = pack(value);
  assert.equal(text.split(url).length - 1, 1);
  assert.equal(text.split("a.example\"").length - 1, 1);
  assert.deepEqual(back(value), value);
});

test("hostile text comes back as it was", () => {
  const texts = ["~", "~0", "~~0", "~0~0~0~0~0", "\u0000", "\ud800", "__proto__"];
  const value = { list: [...texts, ...texts], args: { text: texts }, more: [{ args: { text: texts } }], nothing: null, zero: 0, no: false, empty: "" };
  assert.deepEqual(back(value), value);
});
