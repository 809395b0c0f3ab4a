/**
 * Settings that are taken along in a file.
 */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { check } from "./common.mjs";
import { until } from "../tools/waiting.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Page} Page */

const CHOSEN = { v: 1, ignored: ["bank.example"], muted: ["shop.example"], toastsElsewhere: false, historyDays: 30 };

/** @param {Driven} driver */
export async function settingsFile(driver) {
  await driver.inside((api, settings) => api.storage.local.set({ settings }), CHOSEN);
  const page = await driver.openOwn("pages/settings.html");
  await page.waitForSelector("[name=export]");
  const text = await exported(page);
  for (const word of ["bank.example", "shop.example"]) check(text.includes(word), `the file is without ${word}`);

  await page.click("[name=reset]");
  await page.click("[name=cancel]");
  check((await kept(driver)).ignored.length > 0, "the settings were reset, though the question was answered with no");
  await page.click("[name=reset]");
  await page.click("[name=sure]");
  await until(page, () => /** @type {HTMLInputElement} */ (document.querySelector("[name=toastsElsewhere]")).checked);
  check((await kept(driver)).ignored.length === 0, "nothing was reset, so this would prove nothing");

  const folder = await mkdtemp(join(tmpdir(), "why401-settings-"));
  try {
    await writeFile(join(folder, "good.json"), text);
    await writeFile(join(folder, "bad.json"), "{");
    await imported(page, join(folder, "good.json"));
    await (await page.waitForSelector("[name=sure]"))?.click();
    await until(page, () => !/** @type {HTMLInputElement} */ (document.querySelector("[name=toastsElsewhere]")).checked);
    const taken = await kept(driver);
    for (const [name, value] of Object.entries(CHOSEN)) check(JSON.stringify(taken[name]) === JSON.stringify(value), `${name} is ${JSON.stringify(taken[name])}`);
    const before = await page.$eval("#told", (told) => told.textContent);
    await imported(page, join(folder, "bad.json"));
    await until(page, (told) => document.querySelector("#told")?.textContent !== told, before);
    check(JSON.stringify(await kept(driver)) === JSON.stringify(taken), "a file that is none changed the settings");
  } finally {
    await rm(folder, { recursive: true, force: true });
    await driver.closePage(page);
  }
}

/**
 * What the page hands to the browser to save: the saving itself is the browser's, and out of a driver's reach.
 * @param {Page} page
 * @returns {Promise<string>}
 */
async function exported(page) {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      void /** @type {Blob} */ (file).text().then((text) => {
        document.documentElement.dataset["exported"] = text;
      });
      return make.call(URL, file);
    };
  });
  await page.click("[name=export]");
  return until(page, () => document.documentElement.dataset["exported"]).then(String);
}

/**
 * The browser's own window for choosing a file is out of a driver's reach, too: the field that would open it gets the file.
 * @param {Page} page
 * @param {string} path
 */
async function imported(page, path) {
  await page.evaluate(() => {
    HTMLInputElement.prototype.click = function click() {
      this.dataset["chooser"] = "1";
      document.body.append(this);
    };
  });
  await page.click("[name=import]");
  const field = await page.waitForSelector("[data-chooser]");
  await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement> | null} */ (field)?.uploadFile(path);
  await field?.evaluate((element) => element.remove());
}

/** @param {Driven} driver @returns {Promise<any>} */
async function kept(driver) {
  return driver.inside(async (api) => (await api.storage.local.get("settings")).settings);
}
