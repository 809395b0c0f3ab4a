/**
 * The README's table of how well the core and the browsers agree.
 */

import { readFile, writeFile } from "node:fs/promises";

/** @typedef {import("./tally.mjs").Tally} Tally */

const README = new URL("../../README.md", import.meta.url);
const [BEGIN, END] = ["<!-- agreement -->\n", "<!-- /agreement -->"];

/**
 * Puts the table in its place.
 * @param {string[]} versions
 * @param {Record<string, Tally>} families
 * @param {string} command What was run.
 */
export async function writeReadme(versions, families, command) {
  const text = await readFile(README, "utf8");
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error("the README has no place for the table");
  await writeFile(README, `${before}${BEGIN}${page(versions, families, command)}${END}${after}`);
}

/**
 * @param {string[]} versions
 * @param {Record<string, Tally>} families
 * @param {string} command
 */
function page(versions, families, command) {
  const all = Object.values(families);
  const sum = (/** @type {(tally: Tally) => number} */ part) => all.reduce((total, one) => total + part(one), 0).toLocaleString("en");
  const told = Object.entries(families).map(([kind, { decisions, lines }]) => `${decisions.toLocaleString("en")} cookies of requests and ${lines.toLocaleString("en")} \`Set-Cookie\` lines in ${kind === "chromium" ? "Chromium" : "Firefox"}`);
  const names = [...new Set(all.flatMap(({ reasons }) => [...reasons.keys()]))].sort();
  const cell = (/** @type {string} */ kind, /** @type {string} */ name, /** @type {"both" | "core"} */ side) => families[kind]?.reasons.get(name)?.[side] ?? 0;
  const rows = names.map((name) => `| ${name.replace(/^(kept|sent) .*/u, "$1")} | ${cell("chromium", name, "both")} | ${cell("chromium", name, "core")} | ${cell("firefox", name, "both") + cell("firefox", name, "core")} |`);
  return [
    `\`${command}\`, ${versions.join(" and ")}, third-party cookies allowed and blocked:`,
    `${told.join(", ")}; ${sum(({ failures }) => failures.length)} disagreements.`,
    "*Same*: the browser's report and the core name it alike. *Ours*: the core's reason where the browser's report lists none, as for cookies",
    "that were left out, expired or kept in another partition. Firefox reports no reasons: there sent or not, kept or not is compared.",
    `${sum(({ unseen }) => unseen)} cookies are not counted: a credentials mode that nothing but the missing \`Cookie\` field shows had left them out.`,
    "",
    "| what became of it | Chromium: same | Chromium: ours | Firefox |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
