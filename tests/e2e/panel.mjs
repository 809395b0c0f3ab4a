/**
 * Tests of the panel for developer tools: as a page of its own in both browsers, and inside Chromium's own tools.
 */

import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import { until } from "../tools/waiting.mjs";
import { check, scenario } from "./common.mjs";
import { start } from "./driver.mjs";
import { hints } from "./hints.mjs";
import { inTools } from "./inside.mjs";
import { drawn } from "./tools.mjs";
import { trapped } from "./traps.mjs";
import { OUTPUT } from "./walk.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Kind} Kind */
/** @typedef {import("./driver.mjs").Page} Page */
/** @typedef {import("./lab.mjs").Lab} Lab */
/** @typedef {(name: string, body: () => Promise<void>) => Promise<void>} Test */

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [320, 1000];

/** Scenarios that together fill every tab, and what has to be read under the tabs. */
const SCENARIOS = Object.freeze([
  {
    id: "token-expired",
    says: { cause: /expired[\s\S]*Refresh the token[\s\S]*Observed/u, story: /asks for GET \/api\/orders[\s\S]*Authorization: Bearer[\s\S]*401/u, token: /A JWT[\s\S]*Expires \(exp\)[\s\S]*1 hour ago|60 minutes ago/u, request: /Authorization[\s\S]*redacted/u },
  },
  {
    id: "samesite-lax-refused",
    says: { cause: /SameSite=Lax/u, story: /sign-in: POST[\s\S]*rejects sid/u, cookies: /sid[\s\S]*rejected/u, cors: /Requested[\s\S]*Origin/u, request: /Sec-Fetch-Site/u },
  },
  {
    id: "cors-authorization-header",
    says: { cors: /didn.t send the request[\s\S]*Missing response headers[\s\S]*Access-Control-Allow-Headers/u },
  },
]);

/**
 * @param {Kind} kind
 * @param {Lab} lab
 * @param {Test} test
 */
export async function panel(kind, lab, test) {
  await mkdir(OUTPUT, { recursive: true });
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    const driver = await start(kind, { front: lab.front, hosts: lab.hosts, dark: theme === "dark" });
    try {
      for (const one of theme === "light" ? SCENARIOS : SCENARIOS.slice(1)) await test(`${kind}: panel, ${one.id}, ${theme}, every tab, narrow and wide`, () => everyTab(driver, lab, one, theme));
      if (theme === "dark") continue;
      await test(`${kind}: panel: rows, detail, tabs and filter are used by keyboard alone`, () => byKeyboard(driver, lab));
      await test(`${kind}: panel: what comes while it is open is added, and the chosen row stays`, () => live(driver, lab));
      await test(`${kind}: panel: a hostile server's words are text, and cut`, () => trapped(driver));
      await test(`${kind}: panel: no credential is in it`, () => nothingLeaks(driver, lab));
      await hints(driver, lab, test);
    } finally {
      await driver.close();
    }
  }
  if (kind === "chromium") await inTools(lab, test);
}

/**
 * Opens a scenario in a tab, and the panel for it in another.
 * @param {Driven} driver
 * @param {Lab} lab
 * @param {string} id
 */
export async function open(driver, lab, id) {
  const { page, tab } = await scenario(driver, lab, id);
  return { page, tab, view: await panelOf(driver, tab) };
}

/**
 * The panel as a page of its own, once it shows all that is known.
 * @param {Driven} driver
 * @param {number} tab
 */
export async function panelOf(driver, tab) {
  const view = await driver.openOwn(`devtools/panel.html?tab=${tab}`);
  await drawn(view);
  await view.bringToFront();
  return view;
}

/**
 * @param {Driven} driver
 * @param {Lab} lab
 * @param {typeof SCENARIOS[number]} one
 * @param {"light" | "dark"} theme
 */
async function everyTab(driver, lab, one, theme) {
  const { page, view } = await open(driver, lab, one.id);
  try {
    await readTabs(view, one.says, theme);
  } catch (error) {
    await view.screenshot({ path: picture(`${driver.kind}-${one.id}-${theme}`) });
    throw error;
  }
  await driver.closePage(view);
  await driver.closePage(page);
}

/**
 * @param {Page} view
 * @param {typeof SCENARIOS[number]["says"]} says
 * @param {"light" | "dark"} theme
 */
async function readTabs(view, says, theme) {
  for (const width of WIDTHS) {
    await view.setViewport({ width, height: 620 });
    await judge(view, theme, `table, ${width} px`);
    await (await view.waitForSelector("tr[data-request]"))?.click();
    for (const name of await view.$$eval("[role=tab]", (all) => all.map((tab) => tab.getAttribute("data-tab") ?? ""))) {
      await view.click(`[data-tab=${name}]`);
      await filled(view);
      const text = await view.$eval("#sheet", (sheet) => /** @type {HTMLElement} */ (sheet).innerText);
      const wanted = /** @type {Record<string, RegExp | undefined>} */ (says)[name];
      check(!wanted || wanted.test(text), `${name}, ${width} px: ${text}`);
      await judge(view, theme, `${name}, ${width} px`);
    }
    for (const name of Object.keys(says)) check(await view.$(`[data-tab=${name}]`), `there is no tab ${name}`);
    await view.click(".close");
  }
}

/**
 * Kept when what is under the chosen tab is all there.
 * @param {Page} view
 */
export async function filled(view) {
  await until(view, () => document.querySelector("#sheet:not(:has([aria-busy]))") !== null);
}

/** @param {string} name */
function picture(name) {
  return /** @type {`${string}.png`} */ (join(OUTPUT, `panel-${name}.png`));
}

/**
 * What holds for every state of the panel: axe finds nothing, nothing sticks out at the side, its theme is the one that is
 * wanted, nothing moves, and no key stands there for a word.
 * @param {Page} view
 * @param {"light" | "dark"} theme
 * @param {string} where
 */
async function judge(view, theme, where) {
  if (!await view.evaluate(() => "axe" in globalThis)) await view.evaluate(AXE);
  const seen = await view.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"] });
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(document.body).backgroundColor.match(/[\d.]+/gu) ?? []).map(Number);
    return {
      wrong: violations.map((/** @type {any} */ one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 200)} ${one.nodes[0].failureSummary}`),
      over: document.documentElement.scrollWidth - innerWidth,
      bright: (red + green + blue) / (255 * 3),
      moving: document.getAnimations().length,
      bare: /\b(?:interface|panel|story|reason|undefined|null)\.[a-z]|\bundefined\b|\[object/u.exec([...document.querySelectorAll("body :not(pre, pre *)")].filter((one) => one.children.length === 0 && one.checkVisibility()).map((one) => one.textContent).join("\n"))?.[0],
    };
  });
  check(seen.wrong.length === 0, `axe, ${where}: ${seen.wrong.join("; ")}`);
  check(seen.over <= 0, `${where}: ${seen.over} px wider than the window`);
  check(theme === "dark" ? seen.bright < 0.25 : seen.bright > 0.75, `${where}: brightness ${seen.bright} in ${theme}`);
  check(seen.moving === 0, `${where}: something moves, where the person wants no motion`);
  check(seen.bare === undefined, `${where}: shows ${seen.bare}`);
}

/** @param {Driven} driver @param {Lab} lab */
async function byKeyboard(driver, lab) {
  const { page, tab, view } = await open(driver, lab, "session-expired");
  await page.bringToFront();
  for (const name of ["first", "second", "third"]) await page.evaluate((path) => fetch(`/api/orders/${path}`).then(() => undefined), name);
  await driver.settled(tab);
  await view.bringToFront();
  await drawn(view);
  const chosen = () => view.evaluate(() => {
    const row = document.querySelector('tr[aria-selected="true"]');
    return { name: row?.querySelector(".path, .problem-title")?.textContent, focused: row === document.activeElement, open: document.body.dataset["detail"] };
  });
  const press = async (/** @type {import("puppeteer-core").KeyInput[]} */ ...keys) => {
    for (const key of keys) await view.keyboard.press(key);
  };
  const is = async (/** @type {string} */ name, /** @type {string} */ state) => {
    const seen = await chosen();
    check(seen.name === name && seen.focused && seen.open === state, `not ${name}, ${state}: ${JSON.stringify(seen)}`);
  };
  const rows = () => view.$$eval("tbody tr[data-request]", (all) => all.length);
  await view.focus("input[type=search]");
  await press("ArrowDown");
  await is("Session expired", "closed");
  check(await rows() === 4, `${await rows()} requests stand beneath their problem`);
  await press("ArrowLeft");
  check(await rows() === 0, "the arrow to the left does not close the problem");
  await press("ArrowRight", "ArrowDown");
  await is("third", "closed");
  await press("End", "ArrowUp");
  await is("first", "closed");
  await press("ArrowLeft");
  await is("Session expired", "closed");
  await press("ArrowDown");
  await is("third", "closed");
  await press("Enter");
  const focused = () => view.evaluate(() => document.activeElement?.getAttribute("data-tab") ?? document.activeElement?.tagName);
  check(await focused() === "cause", `Enter goes to ${await focused()}`);
  await press("ArrowRight");
  check(await focused() === "story", `the arrow goes to ${await focused()}`);
  await press("End");
  check(await focused() === "request", `End goes to ${await focused()}`);
  await press("ArrowRight");
  check(await focused() === "cause", `past the end is ${await focused()}`);
  await press("Tab");
  check(await view.evaluate(() => document.activeElement?.id) === "sheet", "the tab's content cannot be reached");
  await press("Escape");
  await is("third", "closed");
  await view.keyboard.down("Control");
  await press("f");
  await view.keyboard.up("Control");
  await view.keyboard.type("second expired");
  check(await rows() === 1, "the filter leaves more than one");
  check(await view.$eval(".number", (one) => one.textContent) === "1 of 4", "the number of what is shown is not told");
  await view.keyboard.type(" nowhere");
  check(await view.$eval("[data-part=empty]", (one) => /** @type {HTMLElement} */ (one).innerText.includes("Nothing matches")), "it is not said that nothing matches");
  await press("Escape", "ArrowDown");
  check(await rows() === 4, "Escape does not empty the filter");
  await driver.closePage(view);
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function live(driver, lab) {
  const { page, tab, view } = await open(driver, lab, "token-invalid");
  await (await view.waitForSelector("tbody tr"))?.click();
  const before = await view.$eval('tr[aria-selected="true"]', (row) => row.getAttribute("data-id"));
  await page.evaluate(() => fetch("/api/later").then(() => undefined));
  await driver.settled(tab);
  await until(view, () => document.querySelectorAll("tr[data-request]").length === 2 && document.documentElement.dataset["settled"] === "1");
  const seen = await view.evaluate(() => ({
    names: [...document.querySelectorAll("tr[data-request] .path")].map((one) => one.textContent),
    chosen: document.querySelector('tr[aria-selected="true"]')?.getAttribute("data-id"),
    open: document.body.dataset["detail"],
  }));
  check(seen.names.includes("later") && seen.chosen === before && seen.open === "open", JSON.stringify(seen));
  await view.click("[name=clear]");
  check((await view.$$("tbody tr")).length === 0, "what was cleared is still there");
  await page.evaluate(() => fetch("/api/anew").then(() => undefined));
  await driver.settled(tab);
  await until(view, () => document.querySelectorAll("tr[data-request]").length === 1 && document.documentElement.dataset["settled"] === "1");
  await view.click("[name=keep]");
  await page.goto("about:blank");
  await driver.caughtUp();
  await view.click("[name=third-parties]");
  check((await view.$$("tr[data-request]")).length === 1, "what is to be kept went with its page");
  await driver.closePage(view);
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function nothingLeaks(driver, lab) {
  const { page, view } = await open(driver, lab, "token-expired");
  const token = await page.evaluate(() => JSON.parse(document.getElementById("given")?.textContent ?? "{}").config.token);
  await (await view.waitForSelector("tbody tr"))?.click();
  let all = "";
  for (const name of await view.$$eval("[role=tab]", (tabs) => tabs.map((tab) => tab.getAttribute("data-tab") ?? ""))) {
    await view.click(`[data-tab=${name}]`);
    await filled(view);
    all += await view.evaluate(() => document.documentElement.outerHTML);
  }
  const [header, claims, signature] = String(token).split(".");
  check(all.includes("orders:read"), "the token is not shown at all, so this would prove nothing");
  for (const [name, part] of Object.entries({ header, claims, signature })) check(!all.includes(String(part)), `the token's ${name} is in the panel`);
  await driver.closePage(view);
  await driver.closePage(page);
}
