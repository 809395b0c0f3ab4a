/**
 * Tests of the lines in the page's own console.
 */

import { until } from "../tools/waiting.mjs";
import { check } from "./common.mjs";
import { open } from "./panel.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Page} Page */
/** @typedef {import("./lab.mjs").Lab} Lab */

/**
 * @param {Driven} driver
 * @param {Lab} lab
 * @param {import("./panel.mjs").Test} test
 */
export async function hints(driver, lab, test) {
  const { kind } = driver;
  await test(`${kind}: console: a new cause is told once, a repeated one in a group, unseen by a page that wraps its console`, () => told(driver, lab));
  await test(`${kind}: console: a click in the panel ends the hints`, () => off(driver, lab));
}

/**
 * Collects what is written into a page's console from now on.
 * @param {Driven} driver
 * @param {Page} page
 */
async function listen(driver, page) {
  /** @type {string[]} */
  const lines = [];
  if (driver.kind === "firefox") {
    page.on("console", (message) => lines.push(message.text()));
    return lines;
  }
  const session = await page.createCDPSession();
  session.on("Runtime.consoleAPICalled", ({ args }) => lines.push(args.map((one) => one.value ?? "").join(" ")));
  await session.send("Runtime.enable");
  return lines;
}

/** @param {Driven} driver @param {Lab} lab */
async function told(driver, lab) {
  const { page, tab, view } = await open(driver, lab, "token-good");
  await driver.closePage(view);
  const lines = await listen(driver, page);
  await page.evaluate(() => {
    const world = /** @type {any} */ (globalThis);
    world.overheard = [];
    const spy = new Proxy({}, { get: () => (/** @type {unknown[]} */ ...args) => world.overheard.push(args) });
    for (const name of Object.keys(console)) world.console[name] = /** @type {any} */ (spy)[name];
    world.console = spy;
  });
  const secret = "kJ8sPq2Lm4Xz7Rt1Vn5Cb8Wd3Fh6Jk9Q";
  const refused = async (/** @type {string} */ path) => {
    await page.evaluate((where, key) => fetch(where, { headers: { Authorization: `Bearer ${key}` } }).then(() => undefined), path, secret);
    await driver.settled(tab);
    await page.evaluate(() => undefined);
    return lines.filter((line) => line.includes("why401"));
  };
  const first = await refused("/api/orders/1");
  check(first.length === 1, `after one: ${JSON.stringify(lines)}`);
  check(/\[why401\] 401 \((?:confirmed|likely|possible)\):[\s\S]*Fix:/u.test(first[0] ?? ""), `it says: ${first[0]}`);
  const second = await refused("/api/orders/2");
  check(second.length === 3 && second.some((line) => line.includes("2 times so far")), `after two: ${JSON.stringify(second)}`);
  check((await refused("/api/orders/3")).length === 3, "the third of a cause is told of");
  check(!lines.some((line) => line.includes(secret)), "the token is in the console");
  const overheard = await page.evaluate(() => /** @type {any} */ (globalThis).overheard.length);
  check(overheard === 0, "the page overhears what is written");
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function off(driver, lab) {
  const { page, tab, view } = await open(driver, lab, "token-good");
  const lines = await listen(driver, page);
  const ask = async () => {
    await page.evaluate(() => fetch("/api/orders", { headers: { Authorization: "Bearer abcdefghijklmnop" } }).then(() => undefined));
    await driver.settled(tab);
    await page.evaluate(() => undefined);
    return lines.filter((line) => line.includes("why401")).length;
  };
  const written = async (/** @type {boolean} */ wanted) => {
    await view.click("[name=console]");
    await until(view, /** @type {any} */ (async (/** @type {boolean} */ value) => {
      const api = /** @type {any} */ (globalThis).browser ?? chrome;
      return (await api.storage.local.get("settings")).settings?.consoleLocal === value;
    }), wanted);
  };
  await written(false);
  check(await ask() === 0, `written all the same: ${JSON.stringify(lines)}`);
  await written(true);
  check(await ask() > 0, `not written again: ${JSON.stringify(lines)}`);
  await driver.closePage(view);
  await driver.closePage(page);
}
