/**
 * Drives Chromium's own developer tools, and the panel inside them.
 */

import { PATIENCE, until } from "../tools/waiting.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("puppeteer-core").Frame} Frame */

/** @typedef {{tools: Page, panel: Frame}} Opened The developer tools of a tab, and the panel's document in them. */

/**
 * Kept when developer tools are open on a tab, and our page in them listens.
 * @param {Driven} driver A Chromium that was started with `tools`.
 * @param {number} tab
 * @returns {Promise<Page>}
 */
export async function toolsOf(driver, tab) {
  /** @type {string[]} */
  let there = [];
  return waitFor(async () => {
    there = [];
    for (const target of driver.browser.targets().filter((one) => one.url().startsWith("devtools://"))) {
      const tools = await target.asPage();
      const own = tools.frames().find((frame) => frame.url().endsWith("/devtools/devtools.html"));
      const inspected = await own?.evaluate(() => chrome.devtools.inspectedWindow.tabId).catch(String);
      if (inspected === tab) return tools;
      there.push(own ? `those of tab ${inspected}` : `those with ${tools.frames().map((frame) => frame.url()).join(" ")}`);
    }
    return undefined;
  }, () => `developer tools on tab ${tab}, only ${there.join(", ") || "none"}`);
}

/**
 * Turns to our panel, as a click on its name would.
 * @param {Page} tools
 * @returns {Promise<Opened>}
 */
export async function openPanel(tools) {
  await waitFor(() => tools.evaluate(async () => {
    const { ViewManager } = await import(/** @type {any} */ ("./ui/legacy/legacy.js"));
    const manager = ViewManager.ViewManager.instance();
    const name = [...manager.views.keys()].find((/** @type {string} */ id) => id.startsWith("chrome-extension://"));
    if (name) await manager.showView(name);
    return name;
  }), () => "the panel's name among the tools");
  const panel = await waitFor(async () => tools.frames().find((frame) => frame.url().endsWith("/devtools/panel.html")), () => "the panel");
  await panel.waitForSelector('html[data-settled="1"]');
  return { tools, panel };
}

/**
 * Kept when the panel shows all that is known.
 * @param {Page} panel
 */
export async function drawn(panel) {
  await until(panel, () => document.documentElement?.dataset["settled"] === "1");
}

/**
 * Asks again until there is an answer; nothing tells when developer tools have come as far.
 * @template T
 * @param {() => Promise<T | undefined>} ask
 * @param {() => string} what What is asked for, and what was there in its place.
 * @returns {Promise<T>}
 */
async function waitFor(ask, what) {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((keep) => setTimeout(keep, 50));
  }
  throw new Error(`not to be found: ${what()}`);
}
