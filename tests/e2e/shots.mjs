/**
 * Makes a picture of every surface, in both browsers and both themes.
 *
 * node tests/e2e/shots.mjs [chromium] [firefox] [light] [dark]
 *
 * They are put in tests/output/shots, to be looked at.
 */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { done, start } from "./driver.mjs";
import { seedHistory } from "./seed.mjs";
import { startLab } from "./lab.mjs";
import { OUTPUT } from "./walk.mjs";
import { until } from "../tools/waiting.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Page} Page */
/** @typedef {import("./lab.mjs").Lab} Lab */

const FOLDER = join(OUTPUT, "shots");
/** Scenarios whose popup and toast show what is to be seen of them: a person's, a developer's, cookies, a calm page. */
const SCENARIOS = ["session-expired", "samesite-lax", "token-expired", "refresh-and-retry", "session-alive"];

const args = process.argv.slice(2);
const kinds = /** @type {("chromium" | "firefox")[]} */ (pick(["chromium", "firefox"]));
const themes = pick(["light", "dark"]);

/** @param {readonly string[]} all */
function pick(all) {
  const some = all.filter((one) => args.includes(one));
  return some.length > 0 ? some : [...all];
}

await mkdir(FOLDER, { recursive: true });
const lab = await startLab();
try {
  for (const kind of kinds) {
    for (const theme of themes) await shoot(kind, theme, lab);
  }
} finally {
  await lab.close();
}
console.log(`Pictures: ${FOLDER}`);

/**
 * @param {"chromium" | "firefox"} kind
 * @param {string} theme
 * @param {Lab} server
 */
async function shoot(kind, theme, server) {
  const driver = await start(kind, { front: server.front, hosts: server.hosts, dark: theme === "dark" });
  const save = async (/** @type {Page} */ page, /** @type {string} */ name, fullPage = true) => {
    const path = /** @type {`${string}.png`} */ (join(FOLDER, `${name}-${kind}-${theme}.png`));
    await page.bringToFront();
    await page.screenshot({ path, fullPage });
    console.log(path);
  };
  try {
    await driver.desk();
    for (const id of SCENARIOS) await scenario(driver, server, id, save);
    await pages(driver, save);
  } finally {
    await driver.close();
  }
}

/**
 * @param {Driven} driver
 * @param {Lab} server
 * @param {string} id
 * @param {(page: Page, name: string, fullPage?: boolean) => Promise<void>} save
 */
async function scenario(driver, server, id, save) {
  const found = server.scenarios.find((one) => one.id === id);
  if (!found) throw new Error(`the lab has no scenario ${id}`);
  const page = await driver.newPage();
  await page.goto(found.url, { waitUntil: "domcontentloaded" });
  await done(page);
  const tab = await driver.tabOf(page);
  await driver.settled(tab);
  await save(page, `toast-${id}`, false);
  await driver.popup(tab, async (popup) => {
    await save(popup, `popup-${id}`);
    await popup.keyboard.press("d");
    await save(popup, `popup-${id}-developer`);
    await popup.keyboard.press("d");
  });
  await driver.closePage(page);
}

/**
 * @param {Driven} driver
 * @param {(page: Page, name: string, fullPage?: boolean) => Promise<void>} save
 */
async function pages(driver, save) {
  await seedHistory(driver);
  const page = await driver.newPage();
  for (const [name, path] of [["settings", "pages/settings.html"], ["causes", "pages/causes.html"], ["cause", "pages/causes.html#samesite-lax"], ["history", "pages/history.html"], ["welcome", "pages/welcome.html"]]) {
    for (const width of [320, 1000]) {
      await page.setViewport({ width, height: 640 });
      await page.goto("about:blank");
      await driver.goOwn(page, path ?? "");
      await until(page, () => document.documentElement?.dataset["ready"] === "1");
      if (name === "welcome") await page.click("button[name=cookie]").then(() => page.waitForSelector(".card"));
      await save(page, `${name}-${width}`);
    }
  }
  await driver.closePage(page);
}
