/**
 * Tests that everything can be done by keyboard alone.
 */

import { check, inFront, lastInput, onceSeen, scenario } from "./common.mjs";
import { placeOfToast, toast } from "./driver.mjs";
import { until } from "../tools/waiting.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Page} Page */
/** @typedef {import("./lab.mjs").Lab} Lab */

/**
 * @param {Driven} driver
 * @param {Lab} lab
 * @param {import("./surfaces.mjs").Test} test
 */
export async function keyboard(driver, lab, test) {
  const { kind } = driver;
  await test(`${kind}: Tab reaches every control of every page, and each shows it`, () => reach(driver));
  await test(`${kind}: settings are changed by keyboard`, () => settings(driver));
  await test(`${kind}: history is filtered and wiped by keyboard`, () => history(driver));
  await test(`${kind}: a cause is searched and read by keyboard`, () => causes(driver));
  await test(`${kind}: the example is tried by keyboard, with the real core`, () => welcome(driver));
  await test(`${kind}: the popup is used by keyboard, and remembers the view`, () => popup(driver, lab));
  await test(`${kind}: "not here again" is chosen by keyboard`, () => mute(driver, lab));
}

/**
 * The tab in which one page after another is opened.
 * @type {WeakMap<Driven, Page>}
 */
const tabs = new WeakMap();

/**
 * @param {Driven} driver
 * @param {string} path
 */
async function open(driver, path) {
  const page = tabs.get(driver) ?? await driver.newPage();
  tabs.set(driver, page);
  await driver.goOwn(page, path);
  await until(page, () => document.documentElement?.dataset["ready"] === "1");
  await page.bringToFront();
  return page;
}

/** @param {Driven} driver */
async function reach(driver) {
  for (const path of ["pages/settings.html", "pages/history.html", "pages/causes.html#csrf", "pages/welcome.html"]) {
    const page = await open(driver, path);
    await reachAll(page, path);
    // After the last control the focus is in the browser's own bar, and stays there for the next page of the tab.
    tabs.delete(driver);
    await driver.closePage(page);
  }
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function reachAll(page, name) {
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((one) => one.checkVisibility());
    for (const one of all) /** @type {any} */ (one).waits = true;
    // From the very beginning, wherever the focus has been.
    document.body.tabIndex = -1;
    document.body.focus();
    Object.assign(globalThis, { dim: 0 });
    document.addEventListener("focusin", ({ target }) => {
      const one = /** @type {any} */ (target);
      one.waits = false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      if (outlineStyle === "none" || parseFloat(outlineWidth) < 1) Object.assign(globalThis, { dim: /** @type {any} */ (globalThis).dim + 1 });
    });
    return all.length;
  });
  check(wanted > 3, `${name} has only ${wanted} controls`);
  for (let press = 0; press < wanted + 6; press += 1) await page.keyboard.press("Tab");
  const left = await page.evaluate(() => [...document.querySelectorAll("*")].filter((one) => /** @type {any} */ (one).waits && one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120)));
  check(left.length === 0, `${name}: not reached: ${left.join(" ")}`);
  const dim = await page.evaluate(() => /** @type {any} */ (globalThis).dim);
  check(dim === 0, `${name}: ${dim} controls do not show that they have the focus`);
}

/**
 * Puts the focus on a control; that Tab gets there is tested by itself.
 * @param {Page} page
 * @param {string} selector
 */
async function focusOn(page, selector) {
  const there = await page.evaluate((wanted) => {
    const found = /** @type {HTMLElement | null} */ (document.querySelector(wanted));
    found?.focus();
    return found !== null && document.activeElement === found;
  }, selector);
  check(there, `${selector} cannot have the focus`);
}

/** @param {Driven} driver */
const stored = (driver) => driver.inside(async (api) => (await api.storage.local.get("settings")).settings ?? {});

/** @param {Driven} driver */
async function settings(driver) {
  const page = await open(driver, "pages/settings.html");
  await focusOn(page, "[name=add-ignored]");
  await page.keyboard.type("no site at all");
  await page.keyboard.press("Enter");
  await until(page, () => document.querySelector("#bad-ignored")?.textContent !== "");
  for (let press = 0; press < 20; press += 1) await page.keyboard.press("Backspace");
  await page.keyboard.type("https://www.Bank.example/login");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-list=ignored] li");
  check((await stored(driver)).ignored?.[0] === "bank.example", "the site is not kept");
  await focusOn(page, "[data-list=ignored] li button");
  await page.keyboard.press("Enter");
  await until(page, () => document.querySelector("[data-list=ignored] li") === null);
  await focusOn(page, "[name=toastsElsewhere]");
  await page.keyboard.press(" ");
  await until(page, () => document.querySelector("#told")?.textContent !== "");
  check((await stored(driver)).toastsElsewhere === false, "the switch does not switch");
  check(await page.evaluate(() => document.activeElement?.getAttribute("name") === "toastsElsewhere"), "the focus is lost by a change");
  await focusOn(page, "[name=reset]");
  await page.keyboard.press("Enter");
  await focusOn(page, "[name=sure]");
  await page.keyboard.press("Enter");
  await until(page, () => /** @type {HTMLInputElement} */ (document.querySelector("[name=toastsElsewhere]")).checked);
  await driver.inside(async (api) => void await api.storage.local.set({ settings: { v: 1, history: true } }));
}

/** @param {Driven} driver */
async function history(driver) {
  const page = await open(driver, "pages/history.html");
  const hints = await page.$$eval("[data-part=again]", (all) => all.map((one) => one.textContent ?? ""));
  check(hints.some((text) => /signs you out/u.test(text)), `what comes again and again is not told: ${JSON.stringify(hints)}`);
  await focusOn(page, "select[name=site]");
  await page.keyboard.type("mail");
  await until(page, () => [...document.querySelectorAll("tbody td:first-child")].every((cell) => cell.textContent === "mail.example"));
  await focusOn(page, "[name=wipe]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-part=nothing]");
  const left = await driver.inside(async (api) => (await api.storage.local.get("history")).history);
  check(left === undefined, `after the wipe there is still ${JSON.stringify(left)}`);
}

/** @param {Driven} driver */
async function causes(driver) {
  const page = await open(driver, "pages/causes.html");
  const all = await page.$$eval(".index li", (list) => list.length);
  check(all > 60, `only ${all} causes`);
  await focusOn(page, "input[type=search]");
  await page.keyboard.type("samesite lax");
  await until(page, (before) => document.querySelectorAll(".index li").length < before, all);
  await focusOn(page, ".index a");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".fixes");
  check(await page.evaluate(() => document.activeElement?.localName === "h1"), "the page's title has not got the focus");
}

/** @param {Driven} driver */
async function welcome(driver) {
  const page = await open(driver, "pages/welcome.html");
  for (const [name, cause, state] of [["session", "session-expired", "open"], ["cookie", "samesite-lax", "open"], ["renewed", "challenge-handshake", "harmless"]]) {
    await focusOn(page, `button[name=${name}]`);
    await page.keyboard.press("Enter");
    await until(page, (wanted, how) => {
      const shown = /** @type {HTMLElement | null} */ (document.querySelector(".stage [data-cause]"));
      return shown?.dataset["cause"] === wanted && shown?.dataset["state"] === how;
    }, cause, state);
  }
}

/**
 * @param {Driven} driver
 * @param {Lab} lab
 */
async function popup(driver, lab) {
  const { page, tab } = await scenario(driver, lab, "token-expired");
  await driver.inside(async (api) => {
    const { settings } = await api.storage.local.get("settings");
    await api.storage.local.set({ settings: { ...settings, view: "" } });
  });
  const view = (/** @type {Page} */ shown) => shown.evaluate(() => document.querySelector("#switch [aria-pressed=true]") === document.querySelector("#switch button:last-child"));
  await inFront(driver, tab, async (shown) => {
    check(await view(shown), "on a local host the developer's view does not come first");
    check(await shown.$("[data-part=fix]") !== null, "no fix is shown");
    await shown.keyboard.press("d");
    check(!await view(shown), "d does not switch the view");
    await shown.keyboard.press("d");
    await reachAll(shown, "popup");
    await focusOn(shown, ".copy");
    // A Firefox without a display gives this page no focus of the window, and without it no clipboard.
    if (driver.kind === "firefox") return;
    // It is said for a moment only, so it is listened for before.
    await shown.evaluate(() => {
      const told = /** @type {HTMLElement} */ (document.querySelector("#told"));
      new MutationObserver(() => {
        document.body.dataset["told"] = "1";
      }).observe(told, { childList: true });
    });
    await shown.keyboard.press("Enter");
    await shown.waitForSelector("[data-told]");
  });
  await inFront(driver, tab, async (shown) => {
    check(await view(shown), "the view is not remembered");
    await shown.keyboard.press("d");
    check(!await view(shown), "d does not switch back");
  });
  await driver.closePage(page);
}

/**
 * Where the browser cannot tell whether the message was really seen, it leads to the popup, and that offers it.
 * @param {Driven} driver
 * @param {Lab} lab
 */
async function mute(driver, lab) {
  const { page, tab } = await scenario(driver, lab, "xhr");
  check(await toast(driver, tab) !== undefined, "there is no toast");
  if (driver.kind === "chromium") {
    await page.bringToFront();
    const place = `(${placeOfToast})()`;
    for (let press = 0; press < 30 && !await page.evaluate(`document.activeElement === ${place}`); press += 1) await page.keyboard.press("Tab");
    const frame = page.frames().find((one) => one.url().includes("/toast/frame.html"));
    const reached = () => frame?.evaluate(() => document.activeElement?.getAttribute("name") === "mute");
    for (let press = 0; press < 6 && !await reached(); press += 1) await page.keyboard.press("Tab");
    await onceSeen(page);
    await lastInput(page.keyboard.press("Enter"), until(page, /** @type {any} */ (`${place} === undefined`)));
  } else {
    await inFront(driver, tab, async (popup) => {
      await focusOn(popup, "[name=mute]");
      await popup.keyboard.press("Enter");
      await until(popup, () => document.querySelector("[name=mute]") === null);
    });
  }
  const desk = await driver.desk();
  await until(desk, async () => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    return (await api.storage.local.get("settings")).settings?.muted?.length === 1;
  });
  await driver.closePage(page);
}
