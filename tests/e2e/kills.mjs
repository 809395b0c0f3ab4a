/**
 * Nothing is lost, and "No sign-in problems" is said only where all was looked at: the worker is ended at stated moments, the core
 * is broken, the store is full, the extension is loaded anew, and responses come late.
 */

import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { check } from "./common.mjs";
import { placeOfToast, start } from "./driver.mjs";
import { DIST } from "../tools/browsers.mjs";
import { look, until } from "../tools/waiting.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Kind} Kind */
/** @typedef {import("./driver.mjs").Page} Page */

/** The server waits so long with its response, in milliseconds. */
const WAIT = 400;

/** When the worker is ended, in milliseconds after the response's headers went out: from the request's start to 2 s after. */
const MOMENTS = [-395, -350, -200, -50, -5, 0, 1, 2, 4, 7, 10, 15, 25, 50, 100, 250, 500, 1_000, 1_500, 2_000];

/** When it is ended in the ordinary run, however fast the machine is: what is then in the store of the session. */
const STORED = Object.freeze({
  "while its response was awaited": undefined,
  "once its line was kept": (/** @type {number} */ _tab) => "rejected:",
  "once its case was kept": (/** @type {number} */ tab) => `tab:${tab}`,
});

/** From then on the line of a refused request is in the store: the headers have come, and the worker was awake. */
const WRITTEN = 25;

const TOKEN = "abcdefghijklmnopqrst";

/**
 * @param {Kind} kind
 * @param {import("./surfaces.mjs").Test} test
 * @param {boolean} full
 */
export async function kills(kind, test, full) {
  const server = await refusing();
  try {
    await withDriver(kind, server, {}, async (driver) => {
      for (const [when, key] of Object.entries(STORED)) {
        await test(`${kind}: a 401 is told of though the worker was ended ${when}`, () => killedAt(driver, server, key));
      }
      for (const moment of full ? MOMENTS : []) {
        await test(`${kind}: a 401 is told of though the worker was ended ${Math.abs(moment)} ms ${moment < 0 ? "before" : "after"} its headers`, () => killed(driver, server, moment));
      }
      await test(`${kind}: a request that waits while the worker is ended is not said to have carried nothing`, () => unseen(driver, server));
      if (full) await test(`${kind}: a response that comes after 700 others is explained by what its request carried`, () => late(driver, server));
      await test(`${kind}: a module script's 401 is told of, though not everything is watched`, () => script(driver, server));
      await test(`${kind}: a request sent as its page is left is shown on no other page`, () => left(driver, server));
      await test(`${kind}: a full store is told of, and the 401 is shown all the same`, () => fullStore(driver, server));
    });
    await withDriver(kind, server, {}, (driver) => test(`${kind}: after the extension was loaded anew, since when it watches is told`, () => again(driver, server)));
    const broken = await brokenCore(kind);
    await withDriver(kind, server, { dist: broken }, (driver) => test(`${kind}: a core that does not start is told of`, () => withoutCore(driver, server)));
    await rm(broken, { recursive: true, force: true });
  } finally {
    server.close();
  }
}

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {(path: string) => Promise<void>} answered Kept when the headers of the response to a path have gone out.
 * @property {(path: string) => Promise<void>} asked Kept when a path was asked for.
 * @property {() => void} release Lets what waits be answered.
 * @property {() => void} close
 */

/**
 * Refuses all but its page: `/slow` after a while, `/held` when it is told to.
 * @returns {Promise<Server>}
 */
async function refusing() {
  /** @type {Map<string, () => void>} */
  const hearers = new Map();
  /** @type {(() => void)[]} */
  const held = [];
  const told = (/** @type {string} */ name) => new Promise((/** @type {(value?: undefined) => void} */ keep) => hearers.set(name, keep));
  const tell = (/** @type {string} */ name) => hearers.get(name)?.();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    tell(`asked ${path}`);
    if (path === "/" || path === "/other") {
      response.setHeader("Content-Type", "text/html");
      response.end("<!doctype html><title>Kills</title><link rel=icon href=data:,>");
      return;
    }
    if (path.startsWith("/ok")) {
      response.end("ok");
      return;
    }
    const refuse = () => {
      response.statusCode = 401;
      if (!path.endsWith(".mjs")) response.setHeader("WWW-Authenticate", 'Bearer realm="kills", error="invalid_token"');
      response.setHeader("Content-Type", "application/json");
      response.end("{}");
      tell(`answered ${path}`);
    };
    if (path.startsWith("/slow")) setTimeout(refuse, WAIT);
    else if (path.startsWith("/held")) held.push(refuse);
    else refuse();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    answered: (path) => told(`answered ${path}`),
    asked: (path) => told(`asked ${path}`),
    release: () => held.splice(0).forEach((refuse) => refuse()),
    close: () => server.close(),
  };
}

/**
 * @param {Kind} kind
 * @param {Server} server
 * @param {import("./driver/base.mjs").Options} options
 * @param {(driver: Driven) => Promise<void>} work
 */
async function withDriver(kind, server, options, work) {
  const driver = await start(kind, { front: server.url, ...options });
  try {
    await work(driver);
  } finally {
    await driver.close();
  }
}

/**
 * What the popup shows of a tab.
 * @param {Driven} driver
 * @param {number} tab
 */
function seen(driver, tab) {
  return driver.popup(tab, (popup) => look(popup, () => ({
    causes: [...document.querySelectorAll("[data-cause]")].map((one) => one.getAttribute("data-cause")),
    confidence: [...document.querySelectorAll("[data-cause]")].map((one) => one.getAttribute("data-confidence")),
    evidence: [...document.querySelectorAll("[data-part=evidence] .observed")].map((one) => one.textContent ?? ""),
    lost: document.querySelectorAll("[data-part=lost]").length,
    health: [...document.querySelectorAll("[data-health]")].map((one) => one.getAttribute("data-health")),
    empty: document.querySelector("[data-part=empty] h2")?.textContent ?? "",
  })));
}

/** @param {Driven} driver @param {Server} server */
async function fresh(driver, server) {
  const page = await driver.newPage();
  await page.goto(server.url);
  return { page, tab: await driver.tabOf(page) };
}

let killings = 0;

/**
 * @param {Driven} driver
 * @param {Server} server
 * @param {((tab: number) => string) | undefined} key What the name of a stored item begins with, after which the worker is ended; none for before the response.
 */
async function killedAt(driver, server, key) {
  const { page, tab } = await fresh(driver, server);
  const path = `/held/${killings += 1}`;
  const kill = await driver.readyToKill();
  const asked = server.asked(path);
  const fetched = page.evaluate((where, token) => fetch(where, { headers: { Authorization: `Bearer ${token}` } }).then((response) => response.status), path, TOKEN);
  await asked;
  if (key) {
    await watchStore(driver, key(tab));
    server.release();
    await driver.inside(() => /** @type {any} */ (globalThis).kept);
    await kill();
  } else {
    await kill();
    server.release();
  }
  check(await fetched === 401, "the server did not refuse");
  await toldOf(driver, tab);
  const { causes, lost, empty } = await seen(driver, tab);
  check(causes.length + lost > 0, `the 401 is lost: ${empty}`);
  await driver.closePage(page);
}

/**
 * Kept when the extension knows of a rejected request of a tab: a worker that was just started may be asked before it is
 * told of what woke it.
 * @param {Driven} driver
 * @param {number} tab
 */
async function toldOf(driver, tab) {
  await until(await driver.desk(), async (id) => {
    const api = /** @type {any} */ (globalThis).browser ?? chrome;
    const view = await api.runtime.sendMessage({ kind: "view", tab: id });
    return view.cases.length > 0;
  }, tab);
}

/**
 * From now on it is looked out for an item of the session's store whose name begins so.
 * @param {Driven} driver
 * @param {string} start
 */
async function watchStore(driver, start) {
  await driver.inside((api, prefix) => {
    const kept = new Promise((keep) => {
      api.storage.session.onChanged.addListener((/** @type {Record<string, {newValue?: unknown}>} */ changes) => {
        if (Object.entries(changes).some(([key, { newValue }]) => key.startsWith(prefix) && newValue !== undefined)) keep("kept");
      });
    });
    Object.assign(globalThis, { kept });
  }, start);
}

/**
 * @param {Driven} driver
 * @param {Server} server
 * @param {number} moment
 */
async function killed(driver, server, moment) {
  const { page, tab } = await fresh(driver, server);
  const path = `/slow/${killings += 1}`;
  const kill = await driver.readyToKill();
  const asked = server.asked(path);
  const answered = server.answered(path);
  const fetched = page.evaluate((where, token) => fetch(where, { headers: { Authorization: `Bearer ${token}` } }).then((response) => response.status), path, TOKEN);
  await (moment < 0 ? asked : answered);
  // The moment is what is tested.
  await new Promise((keep) => setTimeout(keep, moment < 0 ? WAIT + moment : moment));
  await kill();
  check(await fetched === 401, "the server did not refuse");
  const { causes, lost, health, empty } = await seen(driver, tab);
  console.log(`         ${moment} ms: ${causes.length > 0 ? `explained, ${causes.join()}` : lost > 0 ? "told as lost" : health.includes("since") ? "watching since" : `nothing: ${empty}`}`);
  check(causes.length + lost > 0 || health.includes("since"), `nothing is told: ${empty}`);
  if (moment < 0 || moment >= WRITTEN) check(causes.length + lost > 0, "the 401 is lost");
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Server} server */
async function unseen(driver, server) {
  const { page, tab } = await fresh(driver, server);
  const kill = await driver.readyToKill();
  const asked = server.asked("/held/unseen");
  const fetched = page.evaluate((token) => fetch("/held/unseen", { headers: { Authorization: `Bearer ${token}` } }).then((response) => response.status), TOKEN);
  await asked;
  await kill();
  server.release();
  await fetched;
  await toldOf(driver, tab);
  await driver.settled(tab);
  const { cases } = await driver.ask({ kind: "view", tab });
  const { diagnosis } = cases[0];
  const observed = diagnosis.evidence.filter((/** @type {any} */ one) => one.basis === "observed").map((/** @type {any} */ one) => one.key);
  check(!observed.includes("evidence.nothing-sent") && !observed.includes("evidence.no-authorization"), `observed: ${observed}`);
  const { entry } = await driver.ask({ kind: "exchange", tab, id: cases[0].id });
  check(entry.request.headers === undefined, "headers that nobody saw are a list");
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Server} server */
async function late(driver, server) {
  const { page, tab } = await fresh(driver, server);
  const asked = server.asked("/held/late");
  await page.evaluate((token) => {
    Object.assign(globalThis, { slow: fetch("/held/late", { headers: { Authorization: `Bearer ${token}` } }) });
  }, TOKEN);
  await asked;
  await page.evaluate(async () => {
    for (let index = 0; index < 700; index += 70) await Promise.all(Array.from({ length: 70 }, (_, more) => fetch(`/ok?${index + more}`)));
  });
  server.release();
  await page.evaluate(() => /** @type {any} */ (globalThis).slow);
  await driver.settled(tab);
  const { causes, evidence } = await seen(driver, tab);
  check(causes.length === 1 && causes[0]?.startsWith("token-"), `told: ${causes.join()} (${evidence.join(" ")})`);
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Server} server */
async function script(driver, server) {
  const { page, tab } = await fresh(driver, server);
  await page.evaluate(() => new Promise((keep) => {
    const element = Object.assign(document.createElement("script"), { type: "module", src: "/app.mjs", onerror: keep });
    document.head.append(element);
  }));
  await driver.settled(tab);
  const { causes, empty } = await seen(driver, tab);
  check(causes.length > 0, `nothing is told: ${empty}`);
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Server} server */
async function left(driver, server) {
  const { page, tab } = await fresh(driver, server);
  const asked = server.asked("/held/keepalive");
  await page.evaluate(() => {
    addEventListener("pagehide", () => void fetch("/held/keepalive", { keepalive: true }));
  });
  await page.goto(`${server.url}other`);
  await asked;
  const answered = server.answered("/held/keepalive");
  server.release();
  await answered;
  await driver.settled(tab);
  const { causes } = await seen(driver, tab);
  check(causes.length === 0 && await driver.badge(tab) === "", `the page that came is said to have: ${causes.join()}`);
  await page.evaluate(async () => {
    history.pushState(null, "", "/changed");
    await fetch("/refused");
  });
  await driver.settled(tab);
  check((await seen(driver, tab)).causes.length === 1, "a page that has changed its address by itself is taken for another");
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Server} server */
async function fullStore(driver, server) {
  const { page, tab } = await fresh(driver, server);
  const filled = await driver.inside(async (api) => {
    let size = 4_000_000;
    let index = 0;
    while (size > 50) {
      try {
        await api.storage.session.set({ [`filler ${index}`]: "x".repeat(size) });
        index += 1;
        if (index > 100) return false;
      } catch {
        size = Math.floor(size / 2);
      }
    }
    return true;
  });
  if (filled) {
    await page.evaluate(() => fetch("/refused", { headers: { Authorization: "Bearer abcdefghijklmnopqrst" } }).then(() => undefined));
    await driver.settled(tab);
    const { causes, health } = await seen(driver, tab);
    check(causes.length > 0, "the 401 is not shown");
    check(health.includes("store"), `health: ${health.join()}`);
    check(await driver.badge(tab) === "1", `badge: ${await driver.badge(tab)}`);
  } else {
    console.log(`         ${driver.kind} sets no bound to what is kept for a session`);
  }
  await driver.inside(async (api) => api.storage.session.remove(Object.keys(await api.storage.session.get(null)).filter((key) => key.startsWith("filler"))));
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Server} server */
async function again(driver, server) {
  const { page } = await fresh(driver, server);
  await page.evaluate(() => fetch("/refused", { headers: { Authorization: "Bearer abcdefghijklmnopqrst" } }).then(() => undefined));
  await driver.settled(await driver.tabOf(page));
  await driver.reload();
  const tab = await driver.tabOf(page);
  const { causes, health, empty } = await seen(driver, tab);
  check(causes.length === 0 && health.includes("since"), `told: ${causes.join()} ${health.join()} ${empty}`);
  check(empty !== "No sign-in problems", "it is said that all is well");
  await until(page, /** @type {any} */ (`(${placeOfToast})() === undefined`));
  await page.reload();
  check((await seen(driver, tab)).empty === "No sign-in problems", "a page that came since is not watched from its beginning");
}

/**
 * The extension with a core that is no WebAssembly.
 * @param {Kind} kind
 */
async function brokenCore(kind) {
  const place = await mkdtemp(join(tmpdir(), "why401-broken-"));
  const name = kind === "chromium" ? "chrome" : "firefox";
  await cp(join(DIST, name), join(place, name), { recursive: true });
  await writeFile(join(place, name, "core", "why401_bg.wasm"), "no module at all");
  return place;
}

/** @param {Driven} driver @param {Server} server */
async function withoutCore(driver, server) {
  const { page, tab } = await fresh(driver, server);
  await page.evaluate(() => fetch("/refused").then(() => undefined));
  await driver.settled(tab);
  const { health, empty } = await seen(driver, tab);
  check(health.includes("core"), `health: ${health.join()}`);
  check(empty !== "No sign-in problems", "it is said that all is well");
  check(await driver.badge(tab) === "!", `badge: ${await driver.badge(tab)}`);
}
