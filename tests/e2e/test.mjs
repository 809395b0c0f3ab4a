/**
 * The end-to-end tests: the extension as it is packed, in real browsers, on the lab.
 *
 * node tests/e2e/test.mjs [chromium] [firefox] [--full] [--scenario ID,… | --parts | --surfaces | --panel | --private | --kills | --storms | --attacks]
 *
 * `--scenario` plays these scenarios only, `--parts` none, `--surfaces` tests only what people look at, `--panel` only the panel, `--private` only private windows, `--kills` only what may be lost, `--storms` only storms, and `--attacks` only what hostile pages try on the message in them. `--full` makes storms, kills and attacks bigger, holds them to their times, and also gives every recorded case to the core inside both browsers, and compares with the command's answer.
 * Ends with a line "N passed, N failed".
 */

import { attacks } from "./attacks.mjs";
import { done, placeOfToast, shown, start, toast } from "./driver.mjs";
import { kills } from "./kills.mjs";
import { startLab } from "./lab.mjs";
import { panel } from "./panel.mjs";
import { privateWindows } from "./private.mjs";
import { recordedCases } from "./recorded.mjs";
import { surfaces } from "./surfaces.mjs";
import { storms } from "./storms.mjs";
import { OUTPUT, play, told, walk } from "./walk.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Kind} Kind */
/** @typedef {import("./lab.mjs").Lab} Lab */

const args = process.argv.slice(2);
const full = args.includes("--full");
/** What is tested alone, if anything is. */
const alone = ["parts", "surfaces", "panel", "private", "kills", "storms", "attacks"].find((part) => args.includes(`--${part}`));
const only = args.includes("--scenario") ? args[args.indexOf("--scenario") + 1]?.split(",") : undefined;
const named = /** @type {Kind[]} */ (args.filter((one) => one === "chromium" || one === "firefox"));
const kinds = named.length > 0 ? named : /** @type {Kind[]} */ (["chromium", "firefox"]);

let passed = 0;
let failed = 0;

/**
 * @param {string} name
 * @param {string[]} problems
 * @param {number} [from] When it began, by the clock of `performance`.
 */
function count(name, problems, from) {
  if (problems.length === 0) passed += 1;
  else failed += 1;
  const time = from === undefined ? "" : ` (${((performance.now() - from) / 1000).toFixed(1)} s)`;
  console.log([`${problems.length === 0 ? "ok    " : "FAILED"} ${name}${time}`, ...problems.map((one) => `         ${one}`)].join("\n"));
}

/**
 * @param {string} name
 * @param {() => Promise<void>} body
 */
async function test(name, body) {
  const from = performance.now();
  try {
    await body();
    count(name, [], from);
  } catch (error) {
    count(name, [told(error)], from);
  }
}

/**
 * @param {unknown} condition
 * @param {string} what
 */
function check(condition, what) {
  if (!condition) throw new Error(what);
}

const lab = await startLab();
try {
  await Promise.all(kinds.map((kind) => everything(kind, lab)));
  // What is measured has the machine for itself.
  if (full && only === undefined && (alone === undefined || alone === "storms")) for (const kind of kinds) await storms(kind, test, full);
} finally {
  await lab.close();
}
console.log(`\nScreenshots of what went wrong: ${OUTPUT}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/**
 * @param {Kind} kind
 * @param {Lab} lab
 */
async function everything(kind, lab) {
  switch (alone) {
    case "surfaces": return surfaces(kind, lab, test);
    case "attacks": return attacks(kind, lab, test, full);
    case "private": return privateWindows(kind, lab, test);
    case "panel": return panel(kind, lab, test);
    case "kills": return kills(kind, test, full);
    case "storms": return full ? undefined : storms(kind, test, full);
    case "parts": return theRest(kind, lab);
  }
  const scenarios = () => walk(kind, lab, (played) => count(`${kind}: ${played.scenario.id}`, played.problems, played.from), ({ id }) => only === undefined || only.includes(id));
  if (only !== undefined) return scenarios();
  await scenarios();
  await theRest(kind, lab);
}

/**
 * What does not play a scenario alone: what people look at beside all else, each in a browser of its own, for both wait more than they work.
 * @param {Kind} kind
 * @param {Lab} lab
 */
async function theRest(kind, lab) {
  await Promise.all([tabs(kind, lab), looks(kind, lab)]);
}

/**
 * @param {Kind} kind
 * @param {Lab} lab
 */
async function looks(kind, lab) {
  await surfaces(kind, lab, test);
  await panel(kind, lab, test);
}

/**
 * @param {Kind} kind
 * @param {Lab} lab
 */
async function tabs(kind, lab) {
  const driver = await start(kind, { front: lab.front, hosts: lab.hosts });
  try {
    await test(`${kind}: two failures are both shown, though the worker was ended between them`, () => workerEnds(driver, lab));
    await test(`${kind}: the badge is cleared when the tab goes to another page`, () => badgeCleared(driver, lab));
    await test(`${kind}: a page without a failure is left as it was`, () => leftAlone(driver, lab));
    await test(`${kind}: no token, cookie or password reaches storage, popup or page`, () => nothingLeaks(driver, lab));
    await test(`${kind}: Escape closes the toast, and the page cannot`, () => closedByKey(driver, lab));
    await test(`${kind}: no toast appears on a site where it was muted`, () => muted(driver, lab));
    if (full) await recordedCases(driver, (name, problems) => count(`${kind}: ${name}`, problems));
  } finally {
    await driver.close();
  }
  if (full) await attacks(kind, lab, test, full);
  await privateWindows(kind, lab, test);
  await kills(kind, test, full);
  if (!full) await storms(kind, test, full);
}

/**
 * @param {Lab} lab
 * @param {string} id
 */
function scenario(lab, id) {
  const found = lab.scenarios.find((one) => one.id === id);
  if (!found) throw new Error(`the lab has no scenario ${id}`);
  return found;
}

/**
 * Opens a scenario in a tab, and waits until nothing is pending there.
 * @param {Driven} driver
 * @param {Lab} lab
 * @param {string} id
 */
async function open(driver, lab, id) {
  const page = await driver.newPage();
  await page.goto(scenario(lab, id).url, { waitUntil: "domcontentloaded" });
  await done(page);
  const tab = await driver.tabOf(page);
  await driver.settled(tab);
  return { page, tab };
}

/** @param {Driven} driver @param {Lab} lab */
async function workerEnds(driver, lab) {
  const { page, tab } = await open(driver, lab, "session-expired");
  await driver.killWorker();
  await page.evaluate(async () => {
    await fetch("/api/invoices");
  });
  await driver.settled(tab);
  const all = await driver.popup(tab, shown);
  const { cases } = await driver.ask({ kind: "view", tab });
  const addresses = cases.map((/** @type {any} */ one) => one.diagnosis.failing.url).join(" ");
  check(cases.length === 2 && addresses.includes("/api/orders") && addresses.includes("/api/invoices"), `kept: ${addresses}`);
  check(all.length > 0 && all.every((one) => one.cause === "session-expired"), `shown: ${JSON.stringify(all)}`);
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function badgeCleared(driver, lab) {
  const { page, tab } = await open(driver, lab, "token-expired");
  check(await driver.badge(tab) === "1", `badge before: ${await driver.badge(tab)}`);
  await page.goto(lab.front);
  await driver.badgeIs(tab, "");
  check((await driver.popup(tab, shown)).length === 0, "the popup still shows the page before");
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function leftAlone(driver, lab) {
  const { page, tab } = await open(driver, lab, "token-good");
  check(await toast(driver, tab) === undefined, "a toast stands in the page");
  const extra = await page.evaluate(() => [...document.documentElement.children].map((one) => one.localName).filter((name) => name !== "head" && name !== "body"));
  check(extra.length === 0, `elements beside head and body: ${extra.join(", ")}`);
  if (driver.kind === "chromium") {
    const session = await page.createCDPSession();
    /** @type {string[]} */
    const origins = [];
    session.on("Runtime.executionContextCreated", ({ context }) => origins.push(context.origin));
    await session.send("Runtime.enable");
    check(!origins.some((origin) => driver.home.startsWith(origin) && origin !== ""), "the extension has a world in the page");
  }
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function nothingLeaks(driver, lab) {
  const { page, tab } = await open(driver, lab, "token-expired");
  const token = await page.evaluate(() => JSON.parse(document.getElementById("given")?.textContent ?? "{}").config.token);
  await page.evaluate(async () => {
    await fetch("/api/orders?access_token=kJ8sPq2Lm4Xz7Rt1", { method: "POST", body: JSON.stringify({ password: "lovelace-1843" }), headers: { "X-Api-Key": "Vn5Cb8Wd3Fh6Jk9Q" } });
  });
  await driver.settled(tab);
  const places = {
    storage: await driver.inside(async (api) => JSON.stringify([await api.storage.session.get(null), await api.storage.local.get(null)])),
    popup: await driver.popup(tab, (popup) => popup.evaluate(() => document.documentElement.outerHTML)),
    // Head and body are the page's own, and hold its token.
    page: await page.evaluate(() => [...document.documentElement.children].filter((one) => !["head", "body"].includes(one.localName)).map((one) => one.outerHTML).join("")),
  };
  check(places.storage.includes("token-expired"), "nothing was stored, so this would prove nothing");
  const [, claims, signature] = String(token).split(".");
  const secrets = { token: signature, claims, query: "kJ8sPq2Lm4Xz7Rt1", password: "lovelace-1843", key: "Vn5Cb8Wd3Fh6Jk9Q" };
  for (const [name, secret] of Object.entries(secrets)) {
    for (const [place, text] of Object.entries(places)) check(!text.includes(String(secret)), `the ${name} is in ${place}`);
  }
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function closedByKey(driver, lab) {
  const { page, tab } = await open(driver, lab, "token-invalid");
  const stands = () => page.evaluate(`(${placeOfToast})() !== undefined`);
  check(await toast(driver, tab) === "token-invalid", `the toast says ${await toast(driver, tab)}`);
  await page.evaluate(() => document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" })));
  check(await stands(), "the page itself can close the toast");
  await page.bringToFront();
  await page.keyboard.press("Escape");
  check(!await stands(), "Escape does not close it");
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function muted(driver, lab) {
  const one = scenario(lab, "xhr");
  await driver.inside(async (api, host) => {
    await api.storage.local.set({ settings: { v: 1, muted: [host] } });
  }, one.host);
  const played = await play(driver, one);
  check(played.first?.cause === one.cause, `shown: ${played.first?.cause}`);
  check(played.badge === "1", `badge: ${played.badge}`);
  check(played.toast === undefined, "a toast appears all the same");
}
