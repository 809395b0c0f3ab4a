/**
 * Measures what the extension costs: a page whose requests succeed, a page whose requests fail, and the core at its work.
 *
 * `node tests/bench/extension.mjs [chromium] [firefox]`, after `./build.sh` and `cargo build --example lab`. The browser
 * with the extension and the one without it take turns, so that what else the machine does falls on both.
 */

import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { start } from "../e2e/driver.mjs";
import { startLab } from "../e2e/lab.mjs";

/** @typedef {import("../e2e/driver.mjs").Driven} Driven */
/** @typedef {import("../e2e/driver.mjs").Kind} Kind */
/** @typedef {import("../e2e/driver.mjs").Page} Page */

const CASES = fileURLToPath(new URL("../corpus/cases/", import.meta.url));
/** Turns that each browser takes, and requests in a turn. */
const TURNS = 15;
const REQUESTS = 200;

/**
 * The middle one, and what one in twenty exceeds.
 * @param {number[]} times
 */
function spread(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { middle: at(0.5), slow: at(0.95), most: at(1) };
}

/**
 * @param {Page} page
 * @param {string} path
 * @returns {Promise<number>} Milliseconds that one request took, on the average of a turn.
 */
function turn(page, path) {
  return page.evaluate(async (address, count) => {
    const begin = performance.now();
    for (let index = 0; index < count; index += 1) await (await fetch(address)).arrayBuffer();
    return (performance.now() - begin) / count;
  }, path, REQUESTS);
}

/**
 * @param {string} name
 * @param {string} path
 * @param {Page} bare
 * @param {Page} watched
 */
async function compare(name, path, bare, watched) {
  await Promise.all([turn(bare, path), turn(watched, path)]);
  /** @type {number[]} */
  const without = [];
  /** @type {number[]} */
  const with_ = [];
  for (let index = 0; index < TURNS; index += 1) {
    without.push(await turn(bare, path));
    with_.push(await turn(watched, path));
  }
  const [own, others] = [spread(with_).middle, spread(without).middle];
  console.log(`${name.padEnd(44)}${others.toFixed(2).padStart(9)}${own.toFixed(2).padStart(9)}${(own / others).toFixed(2).padStart(8)}`);
}

/**
 * The core in the extension's own page: how long it takes to start, and to explain each recorded case.
 * @param {Driven} driver
 */
async function core(driver) {
  const files = (await readdir(CASES)).filter((name) => name.endsWith(".har"));
  const logs = await Promise.all(files.map(async (name) => JSON.parse(await readFile(CASES + name, "utf8")).log));
  const { begun, times } = await driver.inside(async (api, given) => {
    const begin = performance.now();
    const core = await import(api.runtime.getURL("core/why401.js"));
    await core.default();
    const begun = performance.now() - begin;
    const key = core.newKey();
    const explain = (/** @type {object} */ log) => {
      const before = performance.now();
      core.explain(log, key);
      return performance.now() - before;
    };
    given.forEach(explain);
    return { begun, times: given.map(explain) };
  }, logs);
  const { middle, slow, most } = spread(times);
  console.log(`${"the core starts".padEnd(44)}${begun.toFixed(2).padStart(9)} ms`);
  console.log(`${`the core explains one of ${times.length} recorded cases`.padEnd(44)}${middle.toFixed(2).padStart(9)} ms, one in twenty over ${slow.toFixed(2)} ms, the slowest ${most.toFixed(2)} ms`);
}

/**
 * @param {Kind} kind
 * @param {import("../e2e/lab.mjs").Lab} lab
 */
async function measure(kind, lab) {
  const bare = await start(kind, { front: lab.front, extension: false });
  const watched = await start(kind, { front: lab.front });
  try {
    const pages = [await bare.newPage(), await watched.newPage()];
    await Promise.all(pages.map((page) => page.goto(lab.front)));
    const [without, with_] = /** @type {[Page, Page]} */ (pages);
    console.log(`\n${kind}, ms for a request`.padEnd(45) + "  without     with   ratio");
    await compare("that succeeds", "/status?code=200", without, with_);
    await compare("that fails with 401", "/status?code=401", without, with_);
    await core(watched);
  } finally {
    await Promise.all([bare.close(), watched.close()]);
  }
}

const named = /** @type {Kind[]} */ (process.argv.slice(2).filter((one) => one === "chromium" || one === "firefox"));
const lab = await startLab();
try {
  for (const kind of named.length > 0 ? named : /** @type {Kind[]} */ (["chromium", "firefox"])) await measure(kind, lab);
} finally {
  await lab.close();
}
