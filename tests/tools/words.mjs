/**
 * What a language of the extension has to hold. English stands beside the rules and comes from `why401 words`;
 * every other language is one flat file, `extension/_locales/<language>/words.json`, of the same keys:
 *
 *   { "interface.copy": "Kopieren", "session-expired.person": "Deine Sitzung bei {host} …", … }
 *
 * - `{name}` is filled in; each must stand in the translation, too, and no other may.
 * - A part between backticks is shown as code, and `\n` in a snippet is a line's end.
 * - `key#one` and `key#other` are plurals: a language has the forms that Intl.PluralRules names for it, `#other` always.
 * - What begins with `@` only names another key, and is not translated.
 * - A key that is left out is shown in English.
 *
 * Beside it, `made-from.json` holds for each key a hash of the English that it was translated from, so that a
 * translation whose English has changed is known to be stale:
 *
 *   { "interface.copy": "3f0a51c2", … }
 *
 * node tests/tools/words.mjs               how much each language lacks, and how much of it is stale
 * node tests/tools/words.mjs de            what must yet be translated to it, or again, as a file to fill in
 * node tests/tools/words.mjs made KEY …    these are translated from the English of now; without keys: those that have no hash
 */

import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);

/** @typedef {Record<string, string>} Table */

/** The files of words that are the interface itself. */
const INTERFACE = new Set(["interface", "panel", "provider", "unknown"]);

/** What is code or a name, and the same in every language. */
export const AS_THEY_ARE = new Set(["snippet", "reference", "example"]);

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
async function readJson(path) {
  return JSON.parse(await readFile(new URL(path, ROOT), "utf8"));
}

/** The English table, as the build makes it. @returns {Promise<Table>} */
export const english = () => readJson("target/words.json");

/**
 * The table of another language.
 * @param {string} language
 * @returns {Promise<Table>}
 */
export const table = (language) => readJson(`extension/_locales/${language}/words.json`).catch(() => ({}));

/** The languages that there are words in. */
export async function languages() {
  const all = await readdir(new URL("extension/_locales/", ROOT));
  const there = await Promise.all(all.map(async (one) => one === "en" || (await readdir(new URL(`extension/_locales/${one}/`, ROOT))).includes("words.json")));
  return all.filter((_, index) => there[index]).sort();
}

/**
 * The keys that a person who is no developer may come to read.
 * @param {Table} words
 * @returns {Promise<string[]>}
 */
export async function required(words) {
  const { pages } = /** @type {{pages: {id: string, fixes: {who: string, key: string}[], prevent: {who: string, key: string}[]}[]}} */ (await readJson("target/pages.json"));
  const mending = pages.flatMap((page) => page.fixes).filter((fix) => fix.who === "person").flatMap((fix) => [`${fix.key}.`, `${fix.key}-`]);
  const preventing = new Set(pages.flatMap((page) => page.prevent).filter((one) => one.who === "person").map((one) => one.key));
  const ids = new Set(pages.map((page) => page.id));
  const forPerson = (/** @type {string} */ key) => {
    const [first = "", second = ""] = key.split("#", 1)[0]?.split(".") ?? [];
    if (INTERFACE.has(first)) return true;
    if (ids.has(first) && /^(?:title|lost|person(?:-.*)?)$/u.test(second) && key.split(".").length === 2) return true;
    return preventing.has(key) || mending.some((start) => key.startsWith(start));
  };
  // What stands under another key is translated there.
  const under = (/** @type {string} */ key) => (words[key]?.startsWith("@") ? words[key].slice(1) : key);
  return [...new Set(Object.keys(words).filter(forPerson).map(under))];
}

/**
 * The blanks of a text.
 * @param {string} text
 */
export function blanks(text) {
  return [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? ""))].sort();
}

/**
 * The keys as a language has to have them: its own plurals in the place of the English ones.
 * @param {string[]} keys
 * @param {string} language
 */
export function inPlurals(keys, language) {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return [...new Set(keys.flatMap((key) => {
    const [stem, form] = key.split("#");
    return form === undefined ? [key] : forms.map((one) => `${stem}#${one}`);
  }))];
}

/**
 * The English text behind a key, also that of a plural form that English does not have.
 * @param {Table} words
 * @param {string} key
 */
export function source(words, key) {
  return words[key] ?? words[`${key.split("#", 1)[0]}#other`] ?? "";
}

/**
 * What is missing in a language.
 * @param {Table} words English.
 * @param {Table} other
 * @param {string} language
 * @param {string[]} keys
 */
export function missing(words, other, language, keys) {
  return inPlurals(keys, language).filter((key) => !Object.hasOwn(other, key) && source(words, key) !== "");
}

/** The English that each translation was made from, by key, as a hash. @param {string} language @returns {Promise<Table>} */
export const madeFrom = (language) => readJson(`extension/_locales/${language}/made-from.json`).catch(() => ({}));

/**
 * Enough of a text's SHA-256 to know it again.
 * @param {string} text
 */
export const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 8);

/**
 * The translations whose English is no longer what they were made from.
 * @param {Table} words English.
 * @param {Table} other
 * @param {Table} made
 */
export function stale(words, other, made) {
  return Object.keys(other).filter((key) => made[key] !== hash(source(words, key)));
}

/**
 * Writes down that translations are made from the English of now.
 * @param {Table} words English.
 * @param {string} language
 * @param {string[]} keys Those; where there are none, all that have no hash yet.
 */
async function markAsMade(words, language, keys) {
  const [other, made] = await Promise.all([table(language), madeFrom(language)]);
  const fresh = (/** @type {string} */ key) => (keys.length > 0 ? keys.includes(key) : made[key] === undefined);
  const entries = Object.keys(other).sort().map((key) => [key, fresh(key) ? hash(source(words, key)) : (made[key] ?? "")]);
  await writeFile(new URL(`extension/_locales/${language}/made-from.json`, ROOT), `${JSON.stringify(Object.fromEntries(entries), null, 1)}\n`);
}

/** @param {string[]} given */
async function main([language, ...keys]) {
  const words = await english();
  const others = (await languages()).filter((one) => one !== "en");
  const all = Object.keys(words).filter((key) => !(words[key] ?? "").startsWith("@") && !AS_THEY_ARE.has(key.split(".", 1)[0] ?? ""));
  const state = async (/** @type {string} */ one) => {
    const other = await table(one);
    return { lacking: missing(words, other, one, all), old: stale(words, other, await madeFrom(one)) };
  };
  if (language === "made") {
    for (const one of others) await markAsMade(words, one, keys);
  } else if (language) {
    const { lacking, old } = await state(language);
    console.log(JSON.stringify(Object.fromEntries([...lacking, ...old].map((key) => [key, source(words, key)])), null, 1));
  } else {
    for (const one of others) {
      const { lacking, old } = await state(one);
      console.log(`${one}: ${lacking.length} of ${all.length} missing, ${old.length} stale`);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
