/**
 * Real middleware, misused as its users misuse it: the extension names the cause, and its own fix mends it.
 *
 * node tests/real/test.mjs [chromium] [firefox] [--full] [--scenario PART]
 *
 * `--full` plays what needs more than node too; `--scenario` only those whose id or product holds this.
 * Prints a table for each browser, and ends with a line "N passed, N failed".
 */

import { start } from "../e2e/driver.mjs";
import { play } from "./play.mjs";
import { Servers } from "./servers.mjs";
import { scenarios } from "./scenarios.mjs";
import { table } from "./table.mjs";

/** @typedef {import("../e2e/driver.mjs").Kind} Kind */
/** @typedef {import("./play.mjs").Played} Played */

/** So many are played at once, each in a tab and on a site of its own: most of the time they wait to settle. */
const LANES = 4;

const args = process.argv.slice(2);
const full = args.includes("--full");
const only = args.includes("--scenario") ? args[args.indexOf("--scenario") + 1] ?? "" : "";
const named = /** @type {Kind[]} */ (args.filter((one) => one === "chromium" || one === "firefox"));
const kinds = named.length > 0 ? named : /** @type {Kind[]} */ (["chromium", "firefox"]);
const wanted = scenarios.filter((one) => (full || !one.full) && (one.id.includes(only) || one.product.includes(only)));

const results = await Promise.all(kinds.map(walk));
for (const [at, all] of results.entries()) console.log(table(`${kinds[at]}: real servers, their misuse, and what mends it`, all));
const all = results.flat();
const failed = all.filter((one) => one.problems.length > 0).length;
console.log(`\n${all.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && all.length > 0 ? 0 : 1;

/**
 * @param {Kind} kind
 * @returns {Promise<Played[]>} In the order of the list.
 */
async function walk(kind) {
  const servers = new Servers();
  /** @type {Played[]} */
  const all = [];
  try {
    const front = `http://127.0.0.1:${(await servers.get("node")).port}/page`;
    for (const proxied of [false, true]) {
      const those = wanted.filter((one) => Boolean(one.proxied) === proxied);
      if (those.length === 0) continue;
      const driver = await start(kind, { front, ...(proxied ? { proxy: (await servers.get("squid")).port } : {}) });
      const lane = async () => {
        for (let scenario = those.shift(); scenario; scenario = those.shift()) {
          const played = await play(driver, servers, scenario);
          all[wanted.indexOf(scenario)] = played;
          console.log([`${played.problems.length === 0 ? "ok    " : "FAILED"} ${kind}: ${scenario.id}`, ...played.problems.map((one) => `         ${one}`)].join("\n"));
        }
      };
      try {
        await driver.desk();
        await Promise.all(Array.from({ length: proxied ? 1 : LANES }, lane));
      } finally {
        await driver.close();
      }
    }
  } finally {
    await servers.end();
  }
  return all;
}
