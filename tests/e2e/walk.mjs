/**
 * Plays scenarios in a browser, and compares what the extension says with what it should say.
 */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { done, shown, start, toast } from "./driver.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Kind} Kind */
/** @typedef {import("./driver.mjs").Shown} Shown */
/** @typedef {import("./lab.mjs").Scenario} Scenario */
/** @typedef {import("./lab.mjs").Lab} Lab */

/**
 * @typedef {object} Played
 * @property {Scenario} scenario
 * @property {Kind} kind
 * @property {Shown[]} all What the popup shows, newest first.
 * @property {Shown | undefined} first What the scenario is about.
 * @property {string | undefined} toast
 * @property {string} badge
 * @property {string[]} reasons The words for what became of the cookies.
 * @property {string[]} shots
 * @property {string[]} problems Empty if it was explained as expected.
 * @property {number} from When it began, by the clock of `performance`.
 */

export const OUTPUT = fileURLToPath(new URL("../output/", import.meta.url));

/** So many scenarios are played at once, each in a tab and on a site of its own: most of the time they wait to settle. */
const LANES = 3;

/**
 * Plays every scenario that is for this browser; third-party cookies are set once for each start of it.
 * @param {Kind} kind
 * @param {Lab} lab
 * @param {(played: Played) => void} tell
 * @param {(scenario: Scenario) => boolean} [wanted]
 * @param {"all" | "wrong"} [pictures] Of which scenarios there are screenshots.
 */
export async function walk(kind, lab, tell, wanted = () => true, pictures = "wrong") {
  await mkdir(OUTPUT, { recursive: true });
  for (const thirdPartyCookies of /** @type {const} */ (["allowed", "blocked"])) {
    const scenarios = lab.scenarios.filter((one) => one.thirdPartyCookies === thirdPartyCookies && one.browsers.includes(kind) && wanted(one));
    if (scenarios.length === 0) continue;
    const driver = await start(kind, { thirdPartyCookies, front: lab.front, hosts: lab.hosts });
    const lane = async () => {
      for (let next = scenarios.shift(); next; next = scenarios.shift()) tell(await play(driver, next, pictures));
    };
    try {
      await driver.desk();
      await Promise.all(Array.from({ length: LANES }, lane));
    } finally {
      await driver.close();
    }
  }
}

/**
 * @param {Driven} driver
 * @param {Scenario} scenario
 * @param {"all" | "wrong"} [pictures]
 * @returns {Promise<Played>}
 */
export async function play(driver, scenario, pictures = "wrong") {
  const { kind } = driver;
  /** @type {Played} */
  const played = { scenario, kind, all: [], first: undefined, toast: undefined, badge: "", reasons: [], shots: [], problems: [], from: performance.now() };
  /** @type {import("./driver.mjs").Page | undefined} */
  let page;
  try {
    page = await driver.newPage();
    await page.goto(scenario.url, { waitUntil: "domcontentloaded" }).catch(() => undefined);
    await done(page);
    const tab = await driver.tabOf(page);
    await driver.settled(tab);
    played.badge = await driver.badge(tab);
    played.toast = await toast(driver, tab);
    played.reasons = reasons(await driver.ask({ kind: "view", tab }));
    await driver.popup(tab, async (popup) => {
      played.all = await shown(popup);
      judge(played);
      if (pictures === "wrong" && played.problems.length === 0) return;
      played.shots.push(await shot(driver, popup, `${kind}-${scenario.id}-popup`));
      if (page && played.toast !== undefined) played.shots.push(await shot(driver, page, `${kind}-${scenario.id}-toast`));
    });
    if (scenario.blind !== null) await withBody(driver, page, tab, played);
  } catch (error) {
    played.problems.push(told(error));
  } finally {
    if (page) await driver.closePage(page).catch(() => undefined);
  }
  return played;
}

/**
 * @param {{cases: {diagnosis: Record<"cookies" | "setCookies", {reasons: string[], warnings: string[]}[]>}[]}} view
 * @returns {string[]}
 */
function reasons({ cases }) {
  const lines = cases.flatMap(({ diagnosis }) => [...diagnosis.cookies, ...diagnosis.setCookies]);
  return [...new Set(lines.flatMap((line) => [...line.reasons, ...line.warnings]))];
}

/**
 * What could not be known without the answer's body is known with it, as developer tools tell it.
 * @param {Driven} driver
 * @param {import("./driver.mjs").Page} page
 * @param {number} tab
 * @param {Played} played
 */
async function withBody(driver, page, tab, { scenario, problems }) {
  const { cases } = await driver.ask({ kind: "view", tab });
  const id = cases.find((/** @type {any} */ one) => one.diagnosis.cause === scenario.blind)?.id;
  if (id === undefined) return;
  const { entry } = await driver.ask({ kind: "exchange", tab, id });
  const { method, url } = entry.request;
  const content = await page.evaluate(async (asked) => {
    const answer = await fetch(asked.url, { method: asked.method });
    return { mimeType: answer.headers.get("Content-Type") ?? "", text: await answer.text() };
  }, { method, url });
  await driver.ask({ kind: "inspected", tab, entry: { ...entry, response: { ...entry.response, content } } });
  await driver.settled(tab);
  const after = (await driver.ask({ kind: "view", tab })).cases.find((/** @type {any} */ one) => one.id === id)?.diagnosis.cause;
  if (after !== scenario.cause) problems.push(`says ${after} with the body too, expected ${scenario.cause}`);
}

/**
 * An error with what lies behind it, on one line.
 * @param {unknown} error
 * @returns {string}
 */
export function told(error) {
  if (!(error instanceof Error)) return String(error);
  const first = error.message.split("\n")[0] ?? "";
  return error.cause === undefined ? first : `${first}: ${told(error.cause)}`;
}

/**
 * @param {Driven} driver
 * @param {import("./driver.mjs").Page} page
 * @param {string} name
 */
async function shot(driver, page, name) {
  const path = /** @type {`${string}.png`} */ (join(OUTPUT, `${name}.png`));
  // A tab that is not looked at may draw nothing.
  await driver.inTurn(async () => {
    await page.bringToFront();
    await page.screenshot({ path });
  });
  return path;
}

/** @param {Played} played */
function judge(played) {
  const { scenario, all, problems } = played;
  const expected = scenario.blind ?? scenario.cause;
  played.first = all.find((one) => one.alarm && one.state === "open") ?? all[0];
  const { first } = played;
  const loud = all.filter((one) => one.alarm && one.state === "open");
  if (scenario.cause === "") {
    if (all.length > 0) problems.push(`says ${all.map((one) => one.cause).join(", ")} where nothing failed`);
  } else if (!first) {
    problems.push("shows nothing");
  } else {
    if (first.cause !== expected) problems.push(`says ${first.cause} (${first.confidence}), expected ${expected}`);
    if (first.sentence === "") problems.push("has no sentence");
    if (scenario.alarm && first.fix === "") problems.push("has no fix");
    if (!scenario.alarm && first.state !== scenario.state) problems.push(`is ${first.state}, expected ${scenario.state}`);
  }
  if (scenario.reasons.length > 0 && !scenario.reasons.some((one) => played.reasons.includes(one))) {
    problems.push(`knows of its cookies ${played.reasons.join(", ") || "nothing"}, expected ${scenario.reasons.join(" or ")}`);
  }
  if (!scenario.alarm) {
    if (loud.length > 0) problems.push(`alarms: ${loud.map((one) => one.cause).join(", ")}`);
    if (played.toast !== undefined) problems.push(`shows a toast: ${played.toast}`);
    if (played.badge !== "") problems.push(`has a badge: ${played.badge}`);
  } else {
    if (played.badge === "") problems.push("has no badge");
    if (played.toast === undefined) problems.push("shows no toast");
  }
}
