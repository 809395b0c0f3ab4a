/**
 * What several of the tests in the browsers need.
 */

import { readFile } from "node:fs/promises";

import { done } from "./driver.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Page} Page */
/** @typedef {import("./lab.mjs").Lab} Lab */

const TOAST = (await readFile(new URL("../../extension/toast/toast.js", import.meta.url), "utf8")).replaceAll("export ", "");

/**
 * @param {unknown} condition
 * @param {string} what
 */
export function check(condition, what) {
  if (!condition) throw new Error(what);
}

/**
 * Opens a scenario in a tab, and waits until nothing is pending there.
 * @param {Driven} driver
 * @param {Lab} lab
 * @param {string} id
 */
export async function scenario(driver, lab, id) {
  const page = await driver.newPage();
  await page.goto(lab.scenarios.find((one) => one.id === id)?.url ?? "", { waitUntil: "domcontentloaded" });
  await done(page);
  const tab = await driver.tabOf(page);
  await driver.settled(tab);
  return { page, tab };
}

/**
 * Draws the toast into a root that can be looked into; the shipped one is closed.
 * @param {Page} page
 * @param {{sentence: string, todo: string}} words
 */
export async function layToast(page, words) {
  const text = { cause: "x", kicker: "401 explained", hedge: "Likely", label: "why401", details: "How to fix it", mute: "Not here again", close: "Close", language: "en", ...words };
  await page.evaluate(`(() => {
    document.querySelector("#stage")?.remove();
    const stage = document.createElement("div");
    stage.id = "stage";
    document.body.append(stage);
    ${TOAST}
    showToast(${JSON.stringify(text)}, stage.attachShadow({ mode: "open" }));
  })()`);
}

/**
 * Looks at the popup as its reader does: a page in the background is not drawn, and cannot be clicked on.
 * @template R
 * @param {Driven} driver
 * @param {number} tab
 * @param {(popup: Page) => Promise<R>} see
 */
export function inFront(driver, tab, see) {
  return driver.popup(tab, async (popup) => {
    await popup.bringToFront();
    return see(popup);
  });
}
