/**
 * What several of the tests in the browsers need.
 */

import { readFile } from "node:fs/promises";

import { done } from "./driver.mjs";
import { until } from "../tools/waiting.mjs";

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
 * Chooses the view that every surface begins with; on the lab's hosts it is a developer's until somebody chooses.
 * @param {Driven} driver
 * @param {"person" | "developer"} view
 */
export async function chooseView(driver, view) {
  await driver.inside(async (api, chosen) => {
    const { settings } = await api.storage.local.get("settings");
    await api.storage.local.set({ settings: { ...settings, v: 1, view: chosen } });
  }, view);
}

/**
 * Draws the message in a page of our own, which can be looked into; inside somebody's page it stands in a closed place.
 * @param {Driven} driver
 * @param {{sentence: string, todo: string, act?: string}} words
 */
export async function layToast(driver, words) {
  const page = await driver.openOwn("toast/frame.html");
  const text = { kicker: "401 explained", hedge: "Likely", label: "why401", act: "", details: "How to fix it", mute: "Not here again", close: "Close", language: "en", ...words };
  await page.evaluate(async (given) => {
    const { card } = await import(/** @type {string} */ ("/toast/card.js"));
    document.body.append(card(given, () => undefined));
  }, text);
  return page;
}

/**
 * Puts the place of the message into a page, with its root open for once, and tells in which corner it stands.
 * @param {Page} page
 * @returns {Promise<string | undefined>} Undefined where it does not.
 */
export function cornerOf(page) {
  return /** @type {any} */ (page.evaluate(`(() => {
    const attach = Element.prototype.attachShadow;
    let root;
    Element.prototype.attachShadow = function (options) {
      return root = attach.call(this, { ...options, mode: "open" });
    };
    ${TOAST}
    const stands = showToast({ address: "about:blank", home: location.origin, origin: location.origin, label: "why401" });
    Element.prototype.attachShadow = attach;
    const corner = root.querySelector("iframe").dataset.corner;
    root.host.remove();
    return stands ? corner : undefined;
  })()`));
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

/**
 * Kept when a page has stood before the reader's eyes for so long that a click on the message in it counts.
 * @param {Page} page
 */
export async function sinceSeen(page) {
  const now = await page.evaluate(() => performance.now());
  await until(page, (then) => performance.now() > then, now + 1_000);
}

/**
 * Kept when the message in a page has been seen for so long that a click on it counts. Where the browser tells a frame
 * whether it is really seen, the frame is asked first: a loaded machine draws it late.
 * @param {Page} page
 */
export async function onceSeen(page) {
  const frame = page.frames().find((one) => one.url().includes("/toast/frame.html"));
  await frame?.evaluate(() => new Promise((keep) => {
    const seen = (/** @type {any[]} */ entries) => entries.some((one) => one.isVisible && one.intersectionRatio >= 0.9) && keep(undefined);
    new IntersectionObserver(seen, /** @type {any} */ ({ threshold: [0, 0.5, 0.9, 1], trackVisibility: true, delay: 100 })).observe(/** @type {Element} */ (document.querySelector(".card")));
  }));
  await sinceSeen(page);
}

/**
 * A key or a click that takes away the frame it goes to: Chromium then may never tell that it has arrived, so what it does
 * is waited for.
 * @param {Promise<unknown>} input
 * @param {Promise<unknown>} effect
 */
export async function lastInput(input, effect) {
  await Promise.race([effect, input.then(() => effect)]);
}
