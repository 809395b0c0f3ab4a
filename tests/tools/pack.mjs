/**
 * Puts the extension together for each browser: `dist/<browser>/`, and a zip of it for the store.
 * The same files give the same bytes: entries are sorted, and their times fixed.
 *
 * node tests/tools/pack.mjs VERSION
 */

import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync, zipSync } from "fflate";
import { languages } from "./words.mjs";

/** Zip files know no time before it; built from local fields, which is what they hold. */
const EPOCH = new Date(1980, 0, 1);
const CORE = "target/core/core";

/** @param {string} path */
async function readJson(path) {
  return JSON.parse(await readFile(path, "utf8"));
}

/**
 * RFC 7396: objects are merged, null removes, anything else replaces.
 * @param {any} target
 * @param {any} patch
 * @returns {any}
 */
function mergePatch(target, patch) {
  if (patch === null || typeof patch !== "object" || Array.isArray(patch)) return patch;
  const merged = target !== null && typeof target === "object" && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

/** @param {string} path */
function isPacked(path) {
  const name = basename(path);
  return !(name.startsWith(".") || name.endsWith(".d.ts") || name.endsWith(".md") || name === "words.json" || name === "made-from.json" || name === "store" || /^manifest\..*json$/.test(name));
}

async function readWords() {
  const words = await readJson("target/words.json");
  const texts = Object.values(words);
  if (texts.length === 0 || texts.some((text) => typeof text !== "string")) throw new Error("`why401 words` gave no words");
  return `${JSON.stringify(words, Object.keys(words).sort(), 1)}\n`;
}

/**
 * @param {string} browser
 * @param {string} version
 * @param {string} words
 */
async function unpacked(browser, version, words) {
  const folder = join("dist", browser);
  await rm(folder, { recursive: true, force: true });
  await cp("extension", folder, { recursive: true, filter: isPacked });
  await cp(CORE, join(folder, "core"), { recursive: true, filter: isPacked });
  await mkdir(join(folder, "words"), { recursive: true });
  await writeFile(join(folder, "words", "en.json"), words);
  const others = (await languages()).filter((language) => language !== "en");
  for (const language of others) await cp(`extension/_locales/${language}/words.json`, join(folder, "words", `${language}.json`));
  await writeFile(join(folder, "words", "index.json"), JSON.stringify(["en", ...others]));
  await cp("target/pages.json", join(folder, "words", "pages.json"));
  const manifest = mergePatch(await readJson("extension/manifest.json"), await readJson(`extension/manifest.${browser}.json`));
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  return folder;
}

/** @param {string} folder */
async function zipped(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (const path of paths) files[path.slice(folder.length + 1).replaceAll("\\", "/")] = await readFile(path);
  return zipSync(files, { mtime: EPOCH, level: 9, os: 3 });
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

const [version = ""] = process.argv.slice(2);
if (!/^\d+(\.\d+){0,3}$/.test(version)) throw new Error(`not a version that a manifest may have: ${version}`);
const words = await readWords();
for (const browser of ["chrome", "firefox"]) {
  const folder = await unpacked(browser, version, words);
  const zip = await zipped(folder);
  const path = `dist/why401-${browser}-${version}.zip`;
  await writeFile(path, zip);
  console.log(`${folder} and ${path}: ${kilobytes(zip.length)}`);
}
const wasm = await readFile(join(CORE, "why401_bg.wasm"));
console.log(`WebAssembly: ${kilobytes(wasm.length)}, gzipped ${kilobytes(gzipSync(wasm, { level: 9 }).length)}`);
