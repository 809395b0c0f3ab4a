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
 * @property {string[]} causes What the popup shows first; a second time where the server was first made to say more.
 * @property {string} confidence
 * @property {string[]} responders
 * @property {string} evidence
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
  const played = { scenario, causes: [], confidence: "", responders: [], evidence: "", fix: "", problems: [] };
  /** @type {import("../e2e/driver.mjs").Page | undefined} */
  let page;
  try {
    const place = await (await servers.get(scenario.on)).place(scenario);
    page = await driver.newPage();
    const client = new Client(page, scenario, place);
    await client.restart();
    await client.open(client.url("/page", scenario.page));
    await misused(client, played);
    let diagnosis = await explained(driver, page, played);
    const { blind } = scenario;
    if (blind && diagnosis?.cause === blind.cause && offered(diagnosis, blind.fix, driver.kind, played)) {
      Object.assign(client.settings, blind.mended);
      await client.restart();
      await client.open(client.url("/page", scenario.page));
      await misused(client, played);
      diagnosis = await explained(driver, page, played);
    }
    if (diagnosis) judge(diagnosis, played);
    const fix = diagnosis && offered(diagnosis, scenario.fix, driver.kind, played);
    if (fix) await mended(client, fix, played);
  } catch (error) {
    played.problems.push(told(error));
  } finally {
    if (page) await driver.closePage(page).catch(() => undefined);
  }
  return played;
}

/**
 * @param {Client} client
 * @param {Played} played
 */
async function misused(client, played) {
  const { scenario } = client;
  played.before = await scenario.play(client);
  const expected = scenario.before ?? [401];
  if (!expected.includes(played.before)) played.problems.push(`is answered ${played.before} before, expected ${expected.join(" or ")}`);
}

/**
 * What the extension says by now: the popup and the diagnosis behind it.
 * @param {Driven} driver
 * @param {import("../e2e/driver.mjs").Page} page
 * @param {Played} played
 * @returns {Promise<any>} The diagnosis that the popup shows first.
 */
async function explained(driver, page, played) {
  const tab = await driver.tabOf(page);
  await driver.settled(tab);
  const all = await driver.popup(tab, shown);
  const first = all.find((one) => one.alarm && one.state === "open") ?? all[0];
  const { cases } = await driver.ask({ kind: "view", tab });
  const diagnosis = cases.map((/** @type {any} */ one) => one.diagnosis).find((/** @type {any} */ one) => one.cause === first?.cause);
  if (!first || !diagnosis) {
    played.problems.push("nothing is shown");
    return undefined;
  }
  played.causes.push(first.cause);
  played.confidence = first.confidence;
  played.evidence = first.evidence;
  played.responders = diagnosis.responder.map((/** @type {any} */ one) => one.id);
  return diagnosis;
}

/**
 * Compares what the extension says with what it should say.
 * @param {any} diagnosis
 * @param {Played} played
 */
function judge({ cause, confidence }, { scenario, responders, evidence, problems }) {
  if (cause !== scenario.cause) problems.push(`says ${cause} (${confidence}), expected ${scenario.cause}: ${evidence}`);
  if (scenario.provider !== null && !responders.includes(scenario.provider)) problems.push(`names ${responders.join(", ") || "no product"}, expected ${scenario.provider}`);
}

/**
 * A fix of the diagnosis, if it is offered there and says what is to be done.
 * @param {any} diagnosis
 * @param {import("./scenario.mjs").Wanted} fix
 * @param {Driven["kind"]} kind
 * @param {Played} played
 * @returns {Offered | undefined}
 */
function offered(diagnosis, fix, kind, { problems }) {
  const name = typeof fix.key === "string" ? fix.key : fix.key[kind];
  const key = name.includes(".") ? name : `${diagnosis.cause}.${name}`;
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
  if (!fix.tells.test(text)) problems.push(`its fix does not say ${fix.tells}: ${text.slice(0, 1000)}`);
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
