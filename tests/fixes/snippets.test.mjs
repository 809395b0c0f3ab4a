/**
 * Every piece of code is parsed by its language's own tool where that is at hand, so that none is wrong by a letter.
 */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { PARSERS, folder, unbalanced } from "./parsers.mjs";

/** Values as a request has them; what cannot be quoted is a named blank by then. */
const VALUES = {
  cookie: "__Host-sid",
  site: "app.example",
  host: "api.app.example",
  origin: "https://api.app.example",
  from: "https://www.app.example",
  target: "https://api.app.example",
  path: "/v1/orders/17",
  method: "POST",
  header: "X-API-Key",
  scheme: "Bearer",
  wanted: "Token",
  field: "X-CSRF-Token",
};

/** @returns {Promise<import("./parsers.mjs").Snippet[]>} */
async function readSnippets() {
  const page = await readFile(new URL("../../src/words/snippet.md", import.meta.url), "utf8");
  const lines = page.split("\n---\n")[0]?.split("\n").slice(1) ?? [];
  return lines.flatMap((line) => {
    const [key = "", ...rest] = line.split(": ");
    const stack = key.split(".").at(-1) ?? "";
    if (key.startsWith("stack.")) return [];
    const text = rest.join(": ").replaceAll("\\n", "\n");
    return [{ key, stack, text: Object.entries(VALUES).reduce((told, [name, value]) => told.replaceAll(`{${name}}`, value), text) }];
  });
}

const snippets = await readSnippets();
/** @type {Awaited<ReturnType<typeof folder>>} */
let place;
before(async () => {
  place = await folder();
});
after(() => place.remove());

test("there are pieces of code for every stack", () => {
  assert.ok(snippets.length > 300, String(snippets.length));
  assert.deepEqual([...new Set(snippets.map((one) => one.stack))].sort(), Object.keys(PARSERS).sort());
});

for (const [stack, parse] of Object.entries(PARSERS)) {
  test(`what is written for ${stack} is well formed`, async (context) => {
    const own = snippets.filter((one) => one.stack === stack);
    const open = own.flatMap(({ key, text }) => {
      const wrong = stack === "http" || stack === "nginx" || stack === "apache" ? null : unbalanced(text);
      return wrong === null ? [] : [`${key}: ${wrong}`];
    });
    assert.deepEqual(open, []);
    const wrong = await parse(own, place.path);
    if (wrong === null) context.diagnostic(`no tool for ${stack} is at hand: brackets and quotes only`);
    assert.deepEqual(wrong ?? [], []);
  });
}

test("a letter that is wrong is found", async () => {
  const broken = { fetch: "await fetch(;", angular: "const a: = 1;", django: "a = (", http: "No field", nginx: "add_heder A b;", spring: "int a = ;" };
  for (const [stack, text] of Object.entries(broken)) {
    const wrong = await PARSERS[stack]?.([{ key: "broken", stack, text }], place.path);
    assert.ok(wrong === null || (wrong?.length ?? 0) > 0, stack);
  }
  assert.equal(unbalanced("f(a]"), "] at 3 closes nothing");
  assert.equal(unbalanced('f("a'), '" is left open');
  assert.equal(unbalanced("f(a)"), null);
});
