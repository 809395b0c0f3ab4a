/**
 * Gives every recorded case to the core inside the browser, and compares with what the command says of the same file.
 */

import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const CASES = fileURLToPath(new URL("../corpus/cases/", import.meta.url));
const COMMAND = fileURLToPath(new URL("../../target/debug/why401", import.meta.url));

/** What must be equal. Texts are the command's alone. */
const FIELDS = ["cause", "confidence", "phase", "state", "alarm", "others", "cookies", "setCookies"];

/**
 * @param {import("./driver.mjs").Driven} driver
 * @param {(name: string, problems: string[]) => void} count
 */
export async function recordedCases(driver, count) {
  const files = (await readdir(CASES)).filter((name) => name.endsWith(".har")).sort();
  const { stdout } = await promisify(execFile)(COMMAND, ["--format", "json", ...files.map((name) => CASES + name)], { maxBuffer: 2 ** 28 });
  const lines = stdout.trim().split("\n").map((line) => JSON.parse(line));
  for (const [index, name] of files.entries()) {
    const { log } = JSON.parse(await readFile(CASES + name, "utf8"));
    const here = await driver.inside(async (api, given) => {
      const core = await import(api.runtime.getURL("core/why401.js"));
      await core.default();
      return core.explain(given, core.newKey()).diagnosis;
    }, log);
    const there = lines[index];
    count(name, FIELDS.filter((field) => text(here[field]) !== text(there?.[field])).map((field) => `${field}: ${text(here[field])}, the command says ${text(there?.[field])}`));
  }
}

/**
 * A value without its texts, which are not made in the browser, and without the tags of stand-ins, which are of a new key each time.
 * @param {unknown} value
 */
function text(value) {
  const all = JSON.stringify(value ?? null, (key, one) => (key === "text" || key === "title" || key === "note" ? undefined : one));
  return all.replaceAll(/!tag=[0-9a-f]+\)/gu, "!tag=)");
}
