/**
 * Makes the pictures for the stores, of 1280 × 800, from the extension as it is packed.
 *
 * node tests/e2e/pictures.mjs [FOLDER]
 */

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { scenario } from "./common.mjs";
import { start } from "./driver.mjs";
import { startLab } from "./lab.mjs";
import { seedHistory } from "./seed.mjs";
import { until } from "../tools/waiting.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Page} Page */

const SIZE = { width: 1280, height: 800 };
const [folder = "dist/store/pictures"] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const lab = await startLab();
const driver = await start("chromium", { front: lab.front, hosts: lab.hosts });
try {
  await driver.desk();
  await seedHistory(driver);
  const { page, tab } = await scenario(driver, lab, "samesite-lax");
  await page.setViewport(SIZE);
  await save(page, "message");
  await page.keyboard.press("Escape");
  await popupOver(Buffer.from(await page.screenshot()).toString("base64"), tab);
  for (const [name, path] of [["cause", "pages/causes.html#samesite-lax"], ["history", "pages/history.html"], ["settings", "pages/settings.html"]]) {
    const own = await driver.openOwn(path ?? "");
    await own.setViewport(SIZE);
    await until(own, () => document.documentElement?.dataset["ready"] === "1");
    await save(own, name ?? "");
    await driver.closePage(own);
  }
} finally {
  await driver.close();
  await lab.close();
}
console.log(`Pictures for the stores: ${folder}`);

/**
 * @param {Page} page
 * @param {string} name
 */
async function save(page, name) {
  await page.bringToFront();
  await writeFile(join(folder, `${name}.png`), await page.screenshot());
}

/**
 * The popup as it hangs over its page, for each of its readers.
 * @param {string} behind The page, as a picture.
 * @param {number} tab
 */
async function popupOver(behind, tab) {
  await driver.popup(tab, async (popup) => {
    await popup.setViewport({ width: 400, height: 640 });
    for (const view of ["person", "developer"]) {
      await popup.bringToFront();
      const picture = await popup.screenshot({ encoding: "base64" });
      const frame = await driver.newPage();
      await frame.setViewport(SIZE);
      await frame.setContent(`<style>body { margin: 0 } img { position: fixed; inset: 0 } img + img { inset: 24px 32px auto auto; border-radius: 12px; box-shadow: 0 16px 48px #0005, 0 0 0 1px #0002 }</style>
        <img src="data:image/png;base64,${behind}" alt=""><img src="data:image/png;base64,${picture}" alt="">`);
      await save(frame, `popup-${view}`);
      await driver.closePage(frame);
      await popup.keyboard.press("d");
    }
  });
}
