/**
 * Tests of the panel inside Chromium's own developer tools: what only they know makes the answer surer.
 */

import { check } from "./common.mjs";
import { done, start } from "./driver.mjs";
import { openPanel, toolsOf } from "./tools.mjs";
import { OUTPUT } from "./walk.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./lab.mjs").Lab} Lab */

/** Its cause stands in the answer's body alone. */
const BY_BODY = "session-displaced";

/**
 * @param {Lab} lab
 * @param {import("./panel.mjs").Test} test
 */
export async function inTools(lab, test) {
  const driver = await start("chromium", { front: lab.front, hosts: lab.hosts, tools: true });
  try {
    await test("chromium: tools: opened late, the panel shows what was seen before; the body has made the cause sure", () => byBody(driver, lab));
    await test("chromium: tools: the line of code is named, and opened in Sources", () => line(driver, lab));
  } finally {
    await driver.close();
  }
}

/**
 * A scenario in a tab whose developer tools are open; our panel in them is not yet.
 * @param {Driven} driver
 * @param {Lab} lab
 * @param {string} id
 */
async function inspected(driver, lab, id) {
  const page = await driver.newPage();
  await page.goto(lab.front);
  const tab = await driver.tabOf(page);
  const tools = await toolsOf(driver, tab);
  const found = lab.scenarios.find((one) => one.id === id);
  await page.goto(found?.url ?? "", { waitUntil: "domcontentloaded" });
  await done(page);
  await driver.settled(tab);
  return { page, tab, tools, found };
}

/** @param {Driven} driver @param {Lab} lab */
async function byBody(driver, lab) {
  const { page, tab, tools, found } = await inspected(driver, lab, BY_BODY);
  const { cases } = await driver.ask({ kind: "view", tab });
  const { cause, failing } = cases[0].diagnosis;
  check(cause === found?.blind, `without the body it is ${cause}`);
  // Tools have an answer's body once the page has read it.
  await page.evaluate((url) => fetch(url).then((answer) => answer.text()).then(() => undefined), failing.url);
  await driver.settled(tab);
  const { panel } = await openPanel(tools);
  await panel.waitForSelector(`tr[data-cause="${BY_BODY}"][data-confidence="certain"]`);
  check((await panel.$$("tr[data-request]")).length === 2, "not all that was seen before is there");
  await panel.click(`tr[data-cause="${BY_BODY}"]`);
  const text = await panel.$eval("#sheet", (sheet) => /** @type {HTMLElement} */ (sheet).innerText);
  check(!text.includes("could not be read"), "it still says that the body could not be read");
  await tools.screenshot({ path: `${OUTPUT}panel-tools.png` });
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function line(driver, lab) {
  const { page, tools } = await inspected(driver, lab, "token-expired");
  const { panel } = await openPanel(tools);
  await panel.waitForSelector("tbody tr");
  await panel.click("tbody tr");
  await panel.waitForSelector("[data-part=code] button.source");
  const named = await panel.$eval("[data-part=code]", (one) => /** @type {HTMLElement} */ (one).innerText);
  check(/^Sent by\s+call lab\.js:\d+$/u.test(named), `named: ${named}`);
  await panel.click("[data-part=code] button.source");
  await tools.waitForFunction(() => {
    /** @type {(root: Document | ShadowRoot) => Element[]} */
    const all = (root) => [...root.querySelectorAll("*")].flatMap((one) => one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]);
    return all(document).some((one) => one.className === "tabbed-pane-header-tab-title" && one.textContent === "lab.js");
  }, { polling: 100 });
  await driver.closePage(page);
}
