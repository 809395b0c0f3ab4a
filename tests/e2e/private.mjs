/**
 * Private windows, where the extension is allowed in them: they are explained like others, apart from them, and leave nothing.
 */

import { check } from "./common.mjs";
import { done, shown, start, toastOf } from "./driver.mjs";
import { until } from "../tools/waiting.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Kind} Kind */
/** @typedef {import("./driver.mjs").Page} Page */
/** @typedef {import("./lab.mjs").Lab} Lab */

const SCENARIO = "token-expired";

/**
 * @param {Kind} kind
 * @param {Lab} lab
 * @param {(name: string, body: () => Promise<void>) => Promise<void>} test
 */
export async function privateWindows(kind, lab, test) {
  const driver = await start(kind, { front: lab.front, hosts: lab.hosts, privately: true });
  try {
    await test(`${kind}: a private window is explained, apart from the rest, and leaves nothing`, () => apart(driver, lab));
  } finally {
    await driver.close();
  }
}

/** @param {Driven} driver @param {Lab} lab */
async function apart(driver, lab) {
  await driver.inside((api) => api.storage.local.set({ settings: { v: 1, history: true } }));
  const scenario = lab.scenarios.find(({ id }) => id === SCENARIO);
  const { host = "", url = "" } = scenario ?? {};
  await driver.wakePrivately();
  const page = await driver.openPrivately(url);
  await done(page);
  const popup = await driver.privatePopup(page);
  const causes = (await shown(popup)).map(({ cause }) => cause);
  check(causes.join() === SCENARIO, `the popup shows ${causes.join()}`);
  const said = toastOf(await popup.evaluate(() => chrome.runtime.sendMessage({ kind: "view", tab: Number(new URLSearchParams(location.search).get("tab")) })));
  check(said === SCENARIO, `the toast says ${said}`);

  const outside = await driver.newPage();
  await outside.goto(lab.front);
  const others = await driver.popup(await driver.tabOf(outside), shown);
  check(others.length === 0, "another window's popup shows it too");
  check(!(await kept(driver, "local")).includes(host), "the site is on disk");

  await popup.close();
  await driver.closePrivately(page);
  const desk = await driver.desk();
  await until(desk, async (site) => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    const open = await api.windows.getAll();
    const stored = JSON.stringify(await api.storage.session.get(null));
    return !open.some((/** @type {any} */ one) => one.incognito) && !stored.includes(site) && !stored.includes("private");
  }, host);
  check(!(await kept(driver, "local")).includes(host), "the site is on disk after the window has closed");
}

/**
 * @param {Driven} driver
 * @param {"local" | "session"} area
 * @returns {Promise<string>}
 */
function kept(driver, area) {
  return driver.inside(async (api, name) => JSON.stringify(await api.storage[name].get(null)), area);
}
