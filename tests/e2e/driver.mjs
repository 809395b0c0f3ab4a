/**
 * One way to drive both browsers with the extension in them, and to read what it shows.
 */

import { look, until } from "../tools/waiting.mjs";
import { Chromium } from "./driver/chromium.mjs";
import { Firefox } from "./driver/firefox.mjs";

/** @typedef {import("./driver/base.mjs").Kind} Kind */
/** @typedef {import("./driver/base.mjs").Options} Options */
/** @typedef {import("./driver/base.mjs").Page} Page */
/** @typedef {import("./driver/base.mjs").Driver} Driven */

/**
 * What the popup shows of one failing request.
 * @typedef {object} Shown
 * @property {string} cause
 * @property {string} state
 * @property {string} confidence
 * @property {boolean} alarm
 * @property {string} request
 * @property {string} sentence
 * @property {string} evidence
 * @property {string} fix The first fix, by its title.
 */

/**
 * @param {Kind} kind
 * @param {Options} [options]
 */
export async function start(kind, options = {}) {
  const driver = kind === "chromium" ? new Chromium() : new Firefox();
  driver.front = options.front ?? "";
  await driver.launch(options);
  return driver;
}

/**
 * What the popup's page shows, newest first.
 * @param {Page} popup
 * @returns {Promise<Shown[]>}
 */
export function shown(popup) {
  return look(popup, () => [...document.querySelectorAll("[data-cause]")].map((element) => {
    const data = /** @type {HTMLElement} */ (element).dataset;
    const text = (/** @type {string} */ part) => element.querySelector(`[data-part=${part}]`)?.textContent?.trim() ?? "";
    return {
      cause: data["cause"] ?? "",
      state: data["state"] ?? "",
      confidence: data["confidence"] ?? "",
      alarm: data["alarm"] === "true",
      request: element.querySelector("[data-part=request]")?.getAttribute("title") ?? "",
      sentence: text("sentence"),
      evidence: text("evidence"),
      fix: element.querySelector("[data-part=fix] h4")?.textContent?.trim() ?? "",
    };
  }));
}

/**
 * @param {Page} page
 * @returns {Promise<string | undefined>} The cause that a toast in this page tells, if one stands there.
 */
export async function toast(page) {
  const cause = await look(page, () => document.querySelector("why401-toast")?.getAttribute("data-cause"));
  return cause ?? undefined;
}

/**
 * Kept when the page of a scenario, or the one that it left for, says that all is done.
 * @param {Page} page
 */
export async function done(page) {
  await until(page, () => document.documentElement?.dataset["done"] === "1");
}

/**
 * Kept when the browser has been closed by whoever looks at it.
 * @param {Driven} driver
 */
export async function closed(driver) {
  if (driver.browser.connected) await new Promise((keep) => driver.browser.once("disconnected", keep));
}
