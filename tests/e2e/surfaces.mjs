/**
 * Tests of what people look at: every page, the popup and the toast, by keyboard alone, in light and dark, narrow and
 * wide, with axe-core as the judge of what is accessible.
 */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { start } from "./driver.mjs";
import { access } from "./access.mjs";
import { buttons } from "./buttons.mjs";
import { fixes } from "./fixes.mjs";
import { check, chooseView, cornerOf, inFront, layToast, scenario } from "./common.mjs";
import { hostile } from "./hostile.mjs";
import { keyboard } from "./keyboard.mjs";
import { seedHistory } from "./seed.mjs";
import { settingsFile } from "./settings-file.mjs";
import { until } from "../tools/waiting.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Kind} Kind */
/** @typedef {import("./driver.mjs").Page} Page */
/** @typedef {import("./lab.mjs").Lab} Lab */
/** @typedef {(name: string, body: () => Promise<void>) => Promise<void>} Test */

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [320, 1000];

/** The pages that open in a tab, and what is to be done there before they are looked at. */
const PAGES = Object.freeze([
  { name: "settings", path: "pages/settings.html" },
  { name: "index of causes", path: "pages/causes.html" },
  { name: "page of a cause", path: "pages/causes.html#token-expired" },
  { name: "history", path: "pages/history.html" },
  { name: "welcome", path: "pages/welcome.html", click: "button[name=cookie]", then: ".card" },
]);

/**
 * @param {Kind} kind
 * @param {Lab} lab
 * @param {Test} test
 */
export async function surfaces(kind, lab, test) {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    const driver = await start(kind, { front: lab.front, hosts: lab.hosts, dark: theme === "dark" });
    try {
      await driver.desk();
      await seedHistory(driver);
      for (const one of PAGES) await test(`${kind}: ${one.name}, ${theme}, narrow and wide`, () => inspect(driver, one, theme));
      await test(`${kind}: popup, ${theme}, for both readers`, () => inspectPopup(driver, lab, theme));
      await test(`${kind}: toast, ${theme}`, () => inspectToast(driver, theme));
      if (theme === "dark") continue;
      await test(`${kind}: the toast keeps out of the way of a field for a password`, () => keepOut(driver, lab));
      await keyboard(driver, lab, test);
      await test(`${kind}: settings are taken along in a file`, () => settingsFile(driver));
      await chooseView(driver, "person");
      await buttons(driver, lab, test);
      await fixes(driver, lab, test);
      await hostile(driver, test);
      await access(driver, lab, test);
    } finally {
      await driver.close();
    }
  }
}

/**
 * @param {Driven} driver
 * @param {{path: string, click?: string, then?: string}} one
 * @param {"light" | "dark"} theme
 */
async function inspect(driver, { path, click, then }, theme) {
  const page = await driver.newPage();
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 640 });
    await page.goto("about:blank");
    await driver.goOwn(page, path);
    await until(page, () => document.documentElement?.dataset["ready"] === "1");
    if (click) await page.click(click);
    if (then) await page.waitForSelector(then);
    await judge(page, theme, `${width} px`);
  }
  await driver.closePage(page);
}

/**
 * @param {Driven} driver
 * @param {Lab} lab
 * @param {"light" | "dark"} theme
 */
async function inspectPopup(driver, lab, theme) {
  for (const id of ["samesite-lax", "refresh-and-retry"]) {
    const { page, tab } = await scenario(driver, lab, id);
    await inFront(driver, tab, async (popup) => {
      for (const width of [320, 400]) {
        await popup.setViewport({ width, height: 600 });
        for (const view of ["person", "developer"]) {
          await popup.click(`#switch button:nth-child(${view === "person" ? 1 : 2})`);
          await popup.evaluate(() => {
            for (const fold of document.querySelectorAll("details")) fold.open = true;
          });
          await judge(popup, theme, `${id}, ${width} px, ${view}`);
        }
      }
      await popup.click("#switch button:nth-child(1)");
    });
    await driver.closePage(page);
  }
}

/**
 * @param {Driven} driver
 * @param {"light" | "dark"} theme
 */
async function inspectToast(driver, theme) {
  const page = await layToast(driver, { sentence: "`sid` was not sent: SameSite=Lax, and this goes to another site.", todo: "Set the cookie with SameSite=None; Secure" });
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 640 });
    await judge(page, theme, `${width} px`);
    const seen = await page.evaluate(() => {
      const card = /** @type {HTMLElement} */ (document.querySelector(".card"));
      return { role: card.getAttribute("role"), live: card.getAttribute("aria-live") };
    });
    check(seen.role === "status" && seen.live === "polite", `announced as ${seen.role}, ${seen.live}`);
  }
  await driver.closePage(page);
}

/**
 * @param {Driven} driver
 * @param {Lab} lab
 */
async function keepOut(driver, lab) {
  const page = await driver.newPage();
  await page.setViewport({ width: 1000, height: 640 });
  await page.goto(lab.front);
  /** @param {string} style */
  const lay = async (style) => {
    await page.evaluate((look) => {
      const field = document.createElement("input");
      field.type = "password";
      field.style.cssText = `position: fixed; width: 120px; height: 30px; ${look}`;
      document.body.append(field);
    }, style);
    return cornerOf(page);
  };
  check(await lay("display: none") === "bottom-right", "a field that is not shown is kept clear of");
  check(await lay("right: 16px; bottom: 16px") === "bottom-left", "it covers the field at the bottom right");
  check(await lay("left: 16px; bottom: 16px") === "top-right", "it covers the fields at the bottom");
  await lay("right: 16px; top: 16px");
  check(await lay("left: 16px; top: 16px") === undefined, "it stands over a field for a password, as every corner has one");
  await driver.closePage(page);
}

/**
 * What holds for every page: axe finds nothing, nothing sticks out at the side, its theme is the one that is wanted, and nothing moves.
 * @param {Page} page
 * @param {"light" | "dark"} theme
 * @param {string} where
 */
async function judge(page, theme, where) {
  if (!await page.evaluate(() => "axe" in globalThis)) await page.evaluate(AXE);
  const seen = await page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document);
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/gu) ?? []).map(Number);
    return {
      wrong: violations.map((/** @type {any} */ one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 200)} ${one.nodes[0].failureSummary}`),
      over: document.documentElement.scrollWidth - innerWidth,
      bright: (red + green + blue) / 765,
      moving: [...document.querySelectorAll("*")].filter((one) => /[1-9]/u.test(getComputedStyle(one).transitionDuration) || one.getAnimations().length > 0).length,
      language: document.documentElement.lang,
      bare: /\b(?:interface|undefined|null)\.|\bundefined\b|\[object/u.exec(document.body.innerText)?.[0],
    };
  });
  check(seen.wrong.length === 0, `axe, ${where}: ${seen.wrong.join("; ")}`);
  check(seen.over <= 0, `${where}: ${seen.over} px wider than the window`);
  check(theme === "dark" ? seen.bright < 0.25 : seen.bright > 0.75, `${where}: brightness ${seen.bright} in ${theme}`);
  check(seen.moving === 0, `${where}: ${seen.moving} elements move, where the person wants no motion`);
  check(seen.language !== "", `${where}: no language`);
  check(seen.bare === undefined, `${where}: shows ${seen.bare}`);
}
