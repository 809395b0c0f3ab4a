/**
 * The differential test: seeded cookies and requests in real browsers, each verdict of the core held against theirs.
 *
 * `node tests/differential/run.mjs [--full] [--seed N] [--browser chromium|firefox] [--show N] [--readme]`
 *
 * The core gets only what an extension sees. The truth is what the server received, what the jar holds afterwards and,
 * in Chromium, the reasons that its protocol gives.
 *
 * Known not to be knowable, so counted apart: a credentials mode other than `include` on a request whose header fields
 * do not show it; then only the missing `Cookie` field tells, and `credentials-omitted` is found by elimination.
 */

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { start } from "./browsers.mjs";
import { startCore } from "./core.mjs";
import { Generator, HOSTS } from "./generator.mjs";
import { Player } from "./play.mjs";
import { writeReadme } from "./readme.mjs";
import { Tally } from "./tally.mjs";

const { values } = parseArgs({ options: { full: { type: "boolean" }, seed: { type: "string" }, browser: { type: "string" }, show: { type: "string" }, readme: { type: "boolean" } } });
const LAB = fileURLToPath(new URL("../../target/debug/examples/lab", import.meta.url));
const WANTED = values.full ? { chromium: 2_600, firefox: 1_100 } : { chromium: 250, firefox: 150 };
const KINDS = /** @type {const} */ (["chromium", "firefox"]);
const SETTINGS = /** @type {const} */ (["allowed", "blocked"]);
const seed = Number(values.seed ?? 401);

const lab = spawn(LAB, ["--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const [ready] = await once(createInterface({ input: lab.stdout }), "line");
const ports = JSON.parse(ready);
const core = startCore();
const total = new Tally();
/** @type {Record<string, Tally>} */
const families = { chromium: new Tally(), firefox: new Tally() };
/** @type {string[]} */
const versions = [];

for (const kind of KINDS.filter((one) => !values.browser || values.browser === one)) {
  for (const setting of SETTINGS) {
    const tally = new Tally();
    const driven = await start(kind, setting, HOSTS);
    const generator = new Generator(seed + (setting === "allowed" ? 0 : 1));
    try {
      for (let round = 0; tally.decisions < WANTED[kind]; round += 1) {
        await driven.desk.evaluate(() => /** @type {any} */ (globalThis).observer.clear());
        await new Player(driven, ports, core, tally, `${kind}-${setting}-${round}`).play(generator.round());
      }
    } finally {
      await driven.close();
    }
    tally.print(`${kind} ${driven.version}, third-party cookies ${setting}`);
    total.add(tally);
    families[kind]?.add(tally);
    versions.push(`${kind === "chromium" ? "Chromium" : "Firefox"} ${driven.version}`);
  }
}
core.close();
lab.kill();

for (const failure of total.failures.slice(0, Number(values.show ?? 5))) console.log(JSON.stringify(failure, undefined, 1));
const judged = total.decisions + total.lines;
console.log(`\nSeed ${seed}:\n${judged - total.failures.length} passed, ${total.failures.length} failed`);
if (values.readme) await writeReadme([...new Set(versions)], families, `node tests/differential/run.mjs${values.full ? " --full" : ""} --seed ${seed} --readme`);
process.exitCode = total.failures.length ? 1 : 0;
