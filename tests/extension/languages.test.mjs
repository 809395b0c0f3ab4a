import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { blanks, english, hash, inPlurals, languages, madeFrom, missing, required, source, stale, table } from "../tools/words.mjs";

const ROOT = new URL("../../extension/", import.meta.url);
const words = await english();
const others = (await languages()).filter((one) => one !== "en");

test("what a person reads is listed where a language lacks it, and is English there", async (t) => {
  const keys = await required(words);
  assert.ok(keys.includes("interface.copy") && keys.includes("session-expired.person") && !keys.includes("session-expired.developer"));
  for (const language of others) {
    const lacking = missing(words, await table(language), language, keys);
    if (lacking.length > 0) t.diagnostic(`missing in ${language}: ${lacking.join(", ")}`);
  }
});

test("a translation knows the English that it was made from, and is named where that has changed", async () => {
  for (const language of others) {
    const [other, made] = await Promise.all([table(language), madeFrom(language)]);
    assert.deepEqual(Object.keys(made).sort(), Object.keys(other).sort(), `${language}: run node tests/tools/words.mjs made`);
    assert.deepEqual(stale(words, other, made), [], `stale in ${language}: translate them again, then node tests/tools/words.mjs made KEY …, or leave them out`);
  }
});

test("a translation is stale when its English changes, in every plural", () => {
  const made = { one: hash("One."), "many#other": hash("Many."), "many#few": hash("Many.") };
  const other = { one: "Eins.", "many#other": "Viele.", "many#few": "Einige.", unknown: "?" };
  assert.deepEqual(stale({ one: "One.", "many#other": "Many." }, other, made), ["unknown"]);
  assert.deepEqual(stale({ one: "One!", "many#other": "Many more." }, other, made), ["one", "many#other", "many#few", "unknown"]);
});

test("a translation has no key that English has not, and the same blanks", async () => {
  for (const language of others) {
    const known = new Set(inPlurals(Object.keys(words), language));
    for (const [key, text] of Object.entries(await table(language))) {
      assert.ok(known.has(key), `${language} has ${key}, which is no key`);
      assert.equal(typeof text, "string", `${language}: ${key}`);
      // A form for one may well do without its number.
      const wanted = blanks(source(words, key)).filter((one) => !(key.includes("#") && one === "count"));
      assert.deepEqual(blanks(text).filter((one) => !(key.includes("#") && one === "count")), wanted, `${language}: the blanks of ${key}`);
    }
  }
});

test("every language names the extension, within what the stores allow", async () => {
  for (const language of await readdir(new URL("_locales/", ROOT))) {
    const { extensionName, extensionDescription } = JSON.parse(await readFile(new URL(`_locales/${language}/messages.json`, ROOT), "utf8"));
    assert.equal(extensionName.message, "why401");
    assert.ok(extensionDescription.message.length > 20 && extensionDescription.message.length <= 132, `${language}: ${extensionDescription.message.length}`);
  }
});

/** @param {string} folder */
async function sources(folder) {
  const all = await readdir(new URL(folder, ROOT), { recursive: true, withFileTypes: true });
  return all.filter((one) => one.isFile() && /\.(?:js|html)$/u.test(one.name)).map((one) => `${one.parentPath}/${one.name}`);
}

test("every key that the pages name has words", async () => {
  const named = new Set();
  for (const path of await sources(".")) {
    for (const [, key = ""] of (await readFile(path, "utf8")).matchAll(/"((?:interface|panel|provider|story|console)\.[\w.-]+[\w])"/gu)) if (!/\.(?:css|js)$/u.test(key)) named.add(key);
  }
  assert.ok(named.size > 20);
  const unknown = [...named].filter((key) => !Object.hasOwn(words, key) && !Object.hasOwn(words, `${key}#other`));
  assert.deepEqual(unknown, []);
});

test("no words stand in the pages themselves", async () => {
  /** @type {string[]} */
  const found = [];
  for (const path of await sources(".")) {
    const text = await readFile(path, "utf8");
    if (path.endsWith(".html")) {
      const body = text.slice(text.indexOf("<body")).replace(/<[^>]*>/gu, " ").replaceAll("why401", "");
      if (/\p{L}/u.test(body)) found.push(`${path}: ${body.trim()}`);
      for (const [whole] of text.matchAll(/\s(?:title|aria-label|alt|placeholder)="[^"]+"/gu)) found.push(`${path}: ${whole}`);
      continue;
    }
    const code = text.replace(/\/\*[\s\S]*?\*\//gu, "").replace(/^\s*\/\/.*$/gmu, "");
    // Two words with a space between them in a child of an element, its title, label or placeholder, or set as text.
    const patterns = [/\bel\([^;]*?,\s*"([A-Z][\w']* ?[^"]*|[^"]*[a-z] [a-z][^"]*)"\s*[,)]/gu, /(?:title|"aria-label"|placeholder|alt): "([^"]+)"/gu, /\.(?:textContent|innerText|title|placeholder) = "([^"]+)"/gu];
    for (const pattern of patterns) for (const [, literal] of code.matchAll(pattern)) found.push(`${path}: ${literal}`);
    if (/innerHTML|outerHTML|insertAdjacentHTML|document\.write/u.test(code)) found.push(`${path}: markup from text`);
  }
  assert.deepEqual(found, []);
});
