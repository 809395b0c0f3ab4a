/**
 * Tests of what the extension does where the person allows single sites only.
 */

import { check, inFront } from "./common.mjs";
import { done, shown } from "./driver.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./lab.mjs").Lab} Lab */

/**
 * @param {Driven} driver
 * @param {Lab} lab
 * @param {import("./surfaces.mjs").Test} test
 */
export async function access(driver, lab, test) {
  await test(`${driver.kind}: where a site is not allowed the popup says so, and allows it by one button`, () => narrowed(driver, lab));
}

/**
 * @param {Driven} driver
 * @param {Lab} lab
 */
async function narrowed(driver, lab) {
  const one = lab.scenarios.find(({ id }) => id === "token-expired");
  if (!one) throw new Error("the lab has no such scenario");
  await driver.narrow();
  const before = await open(driver, one.url);
  await driver.titleHas(before.tab, one.host);
  await inFront(driver, before.tab, async (popup) => {
    check(await popup.$("[data-part=access]") !== null, "the popup does not say that it may not look");
    check((await shown(popup)).length === 0, "something is seen all the same");
    check((await popup.$$("[data-part=access] button")).length === 2, "there is no button for the site");
    await driver.allow(popup, `*://${one.host}/*`);
  });
  await driver.closePage(before.page);
  const after = await open(driver, one.url);
  await inFront(driver, after.tab, async (popup) => {
    await popup.waitForSelector("[data-cause=token-expired]");
    check((await popup.$$("[data-part=access] button")).length === 1, "the site is granted, and asked for all the same");
  });
  await driver.closePage(after.page);
}

/**
 * Opens a page whose title the extension may not read: its tab is the one in front.
 * @param {Driven} driver
 * @param {string} url
 */
async function open(driver, url) {
  const page = await driver.newPage();
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await done(page);
  await page.bringToFront();
  const tab = await driver.inside(async (api) => (await api.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id);
  return { page, tab: Number(tab) };
}
