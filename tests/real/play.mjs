/**
 * Plays a scenario: misused, explained by the extension, mended as the extension says, and played again.
 */

import { readFile } from "node:fs/promises";

import { Words } from "../../extension/shared/words.js";
import { shown } from "../e2e/driver.mjs";
import { told } from "../e2e/walk.mjs";
import { Client } from "./client.mjs";

/** @typedef {import("../e2e/driver.mjs").Driven} Driven */
/** @typedef {import("./scenario.mjs").Scenario} Scenario */
/** @typedef {import("./scenario.mjs").Offered} Offered */

/**
 * @typedef {object} Played
 * @property {Scenario} scenario
 * @property {string} cause What the popup shows first.
 * @property {string} confidence
 * @property {string[]} responders
 * @property {string} fix
 * @property {number} [before]
 * @property {number} [after]
 * @property {string[]} problems Empty if all was as it should be.
 */

const words = new Words(JSON.parse(await readFile(new URL("../../target/words.json", import.meta.url), "utf8")));

/**
 * @param {Driven} driver
 * @param {import("./servers.mjs").Servers} servers
 * @param {Scenario} scenario
 * @returns {Promise<Played>}
 */
export async function play(driver, servers, scenario) {
  /** @type {Played} */
  const played = { scenario, cause: "", confidence: "", responders: [], fix: "", problems: [] };
  /** @type {import("../e2e/driver.mjs").Page | undefined} */
  let page;
  try {
    const place = await (await servers.get(scenario.on)).place(scenario);
    await place.set(scenario.server ?? {});
    page = await driver.newPage();
    const client = new Client(page, scenario, place);
    await client.open(client.url("/page", scenario.page));
    played.before = await scenario.play(client);
    const expected = scenario.before ?? 401;
    if (played.before !== expected) played.problems.push(`is answered ${played.before} before, expected ${expected}`);
    const fix = await explained(driver, page, played);
    if (fix) await mended(client, fix, played);
  } catch (error) {
    played.problems.push(told(error));
  } finally {
    if (page) await driver.closePage(page).catch(() => undefined);
  }
  return played;
}

/**
 * Compares what the extension says with what it should say.
 * @param {Driven} driver
 * @param {import("../e2e/driver.mjs").Page} page
 * @param {Played} played
 * @returns {Promise<Offered | undefined>} The fix that the scenario goes on with.
 */
async function explained(driver, page, played) {
  const { scenario, problems } = played;
  const tab = await driver.tabOf(page);
  await driver.settled(tab);
  const all = await driver.popup(tab, shown);
  const first = all.find((one) => one.alarm && one.state === "open") ?? all[0];
  const { cases } = await driver.ask({ kind: "view", tab });
  const diagnosis = cases.map((/** @type {any} */ one) => one.diagnosis).find((/** @type {any} */ one) => one.cause === first?.cause);
  if (!first || !diagnosis) {
    problems.push("nothing is shown");
    return undefined;
  }
  played.cause = first.cause;
  played.confidence = first.confidence;
  played.responders = diagnosis.responder.map((/** @type {any} */ one) => one.id);
  const wanted = [scenario.cause, ...(scenario.also ?? []), ...(scenario.blind ? [scenario.blind] : [])];
  if (!wanted.includes(first.cause)) problems.push(`says ${first.cause} (${first.confidence}), expected ${wanted.join(" or ")}: ${first.evidence}`);
  if (scenario.provider !== null && !played.responders.includes(scenario.provider)) problems.push(`names ${played.responders.join(", ") || "no product"}, expected ${scenario.provider}`);
  return offered(diagnosis, played);
}

/**
 * @param {any} diagnosis
 * @param {Played} played
 * @returns {Offered | undefined}
 */
function offered(diagnosis, { scenario: { fix }, problems, ...played }) {
  const key = fix.key.includes(".") ? fix.key : `${played.cause}.${fix.key}`;
  const found = diagnosis.fixes.find((/** @type {any} */ one) => one.who === fix.who && one.key === key);
  if (!found) {
    const offers = diagnosis.fixes.map((/** @type {any} */ one) => `${one.who} ${one.key}`);
    problems.push(`does not offer ${fix.who} ${key}, but ${offers.join(", ")}`);
    return undefined;
  }
  const { who, args, snippet } = found;
  const code = (/** @type {any} */ one) => words.text(one.key, one.args);
  const title = words.text(`${key}.title`, args);
  const text = [title, ...words.lines(`${key}.step`, args), words.text(`${key}.check`, args), ...(snippet ? [snippet, ...(snippet.others ?? [])].map(code) : [])].join("\n");
  if (!fix.tells.test(text)) problems.push(`its fix does not say ${fix.tells}: ${text}`);
  return { who, key, args, title, text };
}

/**
 * @param {Client} client
 * @param {Offered} fix
 * @param {Played} played
 */
async function mended(client, fix, played) {
  const { scenario, problems } = played;
  played.fix = fix.title;
  if (scenario.mended) await client.restart(scenario.mended(fix, client));
  await client.open(client.url("/page", scenario.page));
  played.after = await scenario.play(client, fix);
  if (played.after !== 200) problems.push(`is answered ${played.after} after "${fix.title}", expected 200`);
}
