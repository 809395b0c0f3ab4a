/** A failure is a state that somebody sees: nothing in the extension takes an error and drops it. */

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

const ROOT = new URL("../../extension/", import.meta.url);

/** A value that says nothing of the error, as in `() => undefined`. */
const NOTHING = String.raw`(?:undefined|null|false|true|0|void 0|""|''|\[\]|\(?\{\s*\}\)?)`;
const UNUSED = String.raw`(?:\(\s*_?\w*\s*\)|_\w*)`;

/** How an error can be dropped: each with what it looks like. */
const WAYS = [
  ["a handler that answers with nothing", new RegExp(String.raw`\.catch\(\s*${UNUSED}\s*=>\s*${NOTHING}\s*,?\s*\)`, "gu")],
  ["a second handler that answers with nothing", new RegExp(String.raw`\.then\([^;]*?,\s*${UNUSED}\s*=>\s*${NOTHING}\s*,?\s*\)`, "gu")],
  ["a handler that does nothing", /\.catch\(\s*(?:function\s*\([^)]*\)\s*\{\s*\}|\w*noop\w*)?\s*\)/giu],
  ["a catch block without a statement", /catch\s*(?:\(\s*\w+\s*\)\s*)?\{(?:\s|\/\/[^\n]*\n|\/\*.*?\*\/)*\}/gsu],
];

/** @param {string} text */
function found(text) {
  return WAYS.flatMap(([way, pattern]) => [...text.matchAll(/** @type {RegExp} */ (pattern))].map((match) => `line ${text.slice(0, match.index).split("\n").length}: ${way}`));
}

test("every way of dropping an error is known", () => {
  for (const text of [
    "go().catch(() => undefined);", "go().catch(() => {});", "go().catch((error) => null)", "go().catch(_ => false)", "go().catch(() => \"\")", "go().catch(() => [])",
    "try { go(); } catch {}", "try { go(); } catch (error) {\n  // The tab is gone.\n}", "try { go(); } catch { /* never */ }", "go().then(keep, () => undefined)", "go().catch(noop)",
  ]) assert.equal(found(text).length, 1, text);
  for (const text of [
    "go().catch(expecting(isGone));", "go().catch(health.at(\"badge\"));", "try { go(); } catch {\n  return undefined;\n}", "go().then(answer, () => answer({ error: \"failed\" }))", "go().finally(() => undefined)",
  ]) assert.deepEqual(found(text), [], text);
});

test("nothing in the extension drops an error", async () => {
  const files = (await readdir(ROOT, { recursive: true })).filter((one) => one.endsWith(".js") && !one.startsWith("core/"));
  assert.ok(files.length > 50);
  /** @type {string[]} */
  const all = [];
  for (const file of files) all.push(...found(await readFile(new URL(file, ROOT), "utf8")).map((one) => `${file}, ${one}`));
  assert.deepEqual(all, []);
});
