/**
 * The message that a person copies for those who run the site.
 */

import assert from "node:assert/strict";
import test from "node:test";

globalThis.chrome ??= /** @type {any} */ ({ runtime: { getURL: String }, devtools: undefined });
const { support } = await import("../../extension/popup/buttons.js");

/** @type {any} */
const WORDS = {
  language: "en",
  text: (/** @type {string} */ key, /** @type {Record<string, string>} */ args) => [key, ...Object.values(args)].join("|"),
  tell: (/** @type {{key: string}} */ told) => told.key,
  title: (/** @type {string} */ cause) => `title of ${cause}`,
};

test("a message for those who run the site says what was asked for, when, and why it failed, and keeps what was cut as it is", () => {
  const url = "https://shop.example/api/redacted(opaque!len=40!tag=0a1b2c3d)?token=redacted(opaque!len=9!tag=0a1b2c3d)";
  const text = support(/** @type {any} */ ({
    at: Date.UTC(2026, 10, 30),
    diagnosis: { failing: { method: "GET", url, status: 401 }, cause: "token-audience", summary: { developer: { key: "token-audience.developer" } } },
  }), WORDS);
  assert.match(text, /^interface\.support\|shop\.example\|GET https:\/\/shop\.example\/api\//u);
  assert.match(text, /\|401\|title of token-audience\|token-audience\.developer$/u);
  assert.doesNotMatch(text, /redacted\(|0a1b2c3d/u);
});
