/**
 * Tests that what a hostile server says is text in the panel, and cut sensibly.
 */

import { check } from "./common.mjs";
import { MARKUP, TURNED, trap } from "./hostile.mjs";
import { filled, panelOf } from "./panel.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */

/** @param {Driven} driver */
export async function trapped(driver) {
  const server = await trap();
  const page = await driver.newPage();
  try {
    await page.goto(server.url);
    for (const path of [`/${encodeURIComponent(MARKUP)}`, `/${encodeURIComponent(TURNED)}`, `/${"long".repeat(4_000)}`]) {
      await page.evaluate((where) => fetch(where, { headers: { Authorization: "Bearer abcdefghijklmnop" } }).then(() => undefined), path);
    }
    const tab = await driver.tabOf(page);
    await driver.settled(tab);
    const view = await panelOf(driver, tab);
    await view.setViewport({ width: 700, height: 620 });
    const rows = (await view.$$("tr[data-request]")).length;
    check(rows === 3, `${rows} rows`);
    for (let row = 1; row <= rows; row += 1) {
      await view.evaluate((index) => /** @type {HTMLElement | undefined} */ ([...document.querySelectorAll("tr[data-request]")][index])?.click(), row - 1);
      for (const name of await view.$$eval("[role=tab]", (all) => all.map((one) => one.getAttribute("data-tab") ?? ""))) {
        await view.click(`[data-tab=${name}]`);
        await filled(view);
        const seen = await view.evaluate(() => ({
          trapped: document.querySelectorAll("body img, body script").length + Number("pwned" in globalThis),
          turned: /[\u202A-\u202E\u2066-\u2069]/u.test(document.documentElement.outerHTML),
          length: document.body.innerText.length,
          over: document.documentElement.scrollWidth - innerWidth,
        }));
        check(seen.trapped === 0, `${name}: a server's words became elements`);
        check(!seen.turned, `${name}: marks that turn text around are shown as they are`);
        check(seen.length < 20_000, `${name}: ${seen.length} characters are shown`);
        check(seen.over <= 0, `${name}: ${seen.over} px wider than the window`);
      }
    }
    await driver.closePage(view);
  } finally {
    await driver.closePage(page);
    server.close();
  }
}
