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
 * Starts a browser, and waits until the extension in it watches: what a page asks for before that is seen by nobody.
 * @param {Kind} kind
 * @param {Options} [options]
 */
export async function start(kind, options = {}) {
  const driver = kind === "chromium" ? new Chromium() : new Firefox();
  driver.front = options.front ?? "";
  await driver.launch(options);
  if (options.extension !== false) await driver.watches();
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
      fix: element.querySelector("[data-part=fix] .fix-title")?.textContent?.trim() ?? "",
    };
  }));
}

/** What the message in a page is about, where that is of another site. */
export const FOREIGN = "foreign";

/**
 * What the message in a tab's page is about, if one stands there: a page cannot tell, so the worker is asked.
 * @param {Driven} driver
 * @param {number} tab
 */
export async function toast(driver, tab) {
  return toastOf(await driver.ask({ kind: "view", tab }));
}

/**
 * @param {{toast: string, cases: {id: string, diagnosis: {cause: string, sameSiteWithPage: boolean}}[]}} view
 * @returns {string | undefined} The cause, or {@link FOREIGN}.
 */
export function toastOf(view) {
  const diagnosis = view.cases.find((one) => one.id === view.toast)?.diagnosis;
  return diagnosis && (diagnosis.sameSiteWithPage ? diagnosis.cause : FOREIGN);
}

/** The place of the message in a page, as far as a page sees it: an empty element that has no name. Runs there. */
export function placeOfToast() {
  return [...document.querySelectorAll("html > div")].find((one) => one.attributes.length === 0 && one.childNodes.length === 0 && one.shadowRoot === null);
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
