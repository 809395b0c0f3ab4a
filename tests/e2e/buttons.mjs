/**
 * Tests of the buttons that carry out a fix.
 */

import { check, inFront, scenario } from "./common.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Page} Page */
/** @typedef {import("./lab.mjs").Lab} Lab */

/**
 * @param {Driven} driver
 * @param {Lab} lab
 * @param {import("./surfaces.mjs").Test} test
 */
export async function buttons(driver, lab, test) {
  const { kind } = driver;
  await test(`${kind}: the first fix of an expired session is a button that opens where to sign in, beside the page`, () => signIn(driver, lab));
  await test(`${kind}: a page with a stale anti-forgery token is loaded again by a button`, () => reload(driver, lab));
}

/** @param {Driven} driver @param {Lab} lab */
async function signIn(driver, lab) {
  const { page, tab } = await scenario(driver, lab, "session-expired");
  const origin = new URL(page.url()).origin;
  const before = await tabs(driver);
  const wanted = /** @type {{id: number, url: string, opener: number}} */ (await inFront(driver, tab, async (popup) => {
    const first = await popup.waitForSelector(".aid [data-part=act]");
    check(await first?.evaluate((button) => button.getAttribute("data-action")) === "sign-in", "the first fix is not to sign in");
    await first?.click();
    return driver.inside((api, known) => new Promise((keep) => {
      const look = async () => {
        const opened = (await api.tabs.query({})).find((/** @type {any} */ one) => !known.includes(one.id) && /^https?:/u.test(one.url || one.pendingUrl || ""));
        if (!opened) return;
        api.tabs.onUpdated.removeListener(look);
        keep({ id: opened.id, url: opened.url || opened.pendingUrl, opener: opened.openerTabId });
      };
      api.tabs.onUpdated.addListener(look);
      void look();
    }), before);
  }));
  check(wanted.url.startsWith(`${origin}/`) && !wanted.url.includes("?"), `opened ${wanted.url}, not a page of ${origin}`);
  check(wanted.opener === tab, `opened beside ${wanted.opener}, not ${tab}`);
  await driver.inside((api, id) => api.tabs.remove(id), wanted.id);
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function reload(driver, lab) {
  const { page, tab } = await scenario(driver, lab, "csrf");
  const again = new Promise((keep) => page.once("framenavigated", keep));
  await inFront(driver, tab, async (popup) => {
    await (await popup.waitForSelector("[data-action=reload]"))?.click();
    await again;
  });
  await driver.closePage(page);
}

/** @param {Driven} driver @returns {Promise<number[]>} */
function tabs(driver) {
  return driver.inside(async (api) => (await api.tabs.query({})).map((/** @type {any} */ one) => one.id));
}
