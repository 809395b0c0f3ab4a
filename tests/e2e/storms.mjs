/**
 * Storms: many refused requests at once, from many tabs, frames and addresses, and absurdly long ones. Every one is counted
 * in store and popup, each tab has its number in time, and nobody else waits.
 */

import { once } from "node:events";
import { createServer } from "node:http";
import { availableParallelism, loadavg } from "node:os";

import { check } from "./common.mjs";
import { done, shown, start } from "./driver.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Kind} Kind */
/** @typedef {import("./driver.mjs").Page} Page */

/** The bars, in milliseconds, on a machine that does nothing else. */
const BARS = Object.freeze({ badge: 300, popup: 200 });

/** How much later things may come for each process that waits for a core of its own. */
const SHARE = 3;

/** So much may be kept of all tabs together, in bytes; the browsers' own limit is 10 MB. */
const STORE = 7_000_000;

/** How long a fetch is given to mend itself, in milliseconds: its number may come after that. */
const SETTLING = 2_000;

const SHORT = { tabs: 6, addresses: 100, frames: 30, loops: [{ requests: 300, addresses: 100 }], challenges: 3 };
const FULL = { tabs: 100, addresses: 300, frames: 200, loops: [{ requests: 10_000, addresses: 300 }, { requests: 50_000, addresses: 300 }], challenges: 13 };

/**
 * @param {Kind} kind
 * @param {(name: string, body: () => Promise<void>) => Promise<void>} test
 * @param {boolean} full
 */
export async function storms(kind, test, full) {
  const size = full ? FULL : SHORT;
  const server = await serve();
  const driver = await start(kind, { front: server.at("front") });
  const say = (/** @type {string} */ text) => console.log(`       ${kind}: ${text}`);
  /** @type {Ground} */
  const ground = { driver, server, say, inTime: full ? inTime : () => undefined };
  try {
    const idle = await quiet(driver, server);
    say(`one quiet request: number after ${idle.badge} ms, popup's answer after ${idle.popup} ms`);
    await test(`${kind}: storm: ${size.tabs} tabs with six refused requests have ${size.tabs} numbers`, () => manyTabs(ground, size.tabs));
    await test(`${kind}: storm: ${size.addresses} addresses at once are one problem, and all are counted`, () => addresses(ground, size.addresses));
    await test(`${kind}: storm: ${size.frames} frames are all counted`, () => frames(ground, size.frames));
    for (const loop of size.loops) await test(`${kind}: storm: ${loop.requests} requests to ${loop.addresses} addresses are all counted`, () => loops(ground, loop));
    await test(`${kind}: storm: an address of 1 MB and 4,000 challenges are kept, and delay nobody`, () => absurd(ground, size.challenges));
    await test(`${kind}: storm: what a closed tab sends last leaves no record`, () => lastWords(driver, server));
  } finally {
    await driver.close();
    await server.close();
  }
}

/** @typedef {Awaited<ReturnType<typeof serve>>} Server */
/**
 * @typedef {object} Ground Where a storm is let loose.
 * @property {Driven} driver
 * @property {Server} server
 * @property {(text: string) => void} say Prints a figure.
 * @property {(what: keyof typeof BARS, times: number[]) => void} inTime Fails where something came late; the ordinary run only prints the times, for what they are depends on the machine.
 */

/** A server that refuses everything but its pages; each name under localhost is a site of its own. */
async function serve() {
  /** @type {Map<string, () => void>} */
  const waiting = new Map();
  const server = createServer({ maxHeaderSize: 4_000_000 }, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    waiting.get(pathname)?.();
    if (pathname === "/page" || pathname === "/status") {
      response.writeHead(200, { "Content-Type": "text/html" }).end(pathname === "/page" ? pageOf(searchParams) : "");
      return;
    }
    const challenge = pathname === "/challenges" ? Array.from({ length: 4_000 }, (_, at) => `Scheme${at % 7} realm="r${at}"`).join(", ") : 'Bearer error="invalid_token"';
    response.writeHead(401, { "WWW-Authenticate": challenge, "Content-Type": "text/plain" }).end("no");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    at: (/** @type {string} */ name, path = "/page") => `http://${name}.localhost:${port}${path}`,
    /** @param {string} path */
    asked: (path) => new Promise((/** @type {(value?: undefined) => void} */ keep) => waiting.set(path, () => keep())),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** @param {URLSearchParams} asked */
function pageOf(asked) {
  const frames = Array.from({ length: Number(asked.get("frames") ?? 0) }, (_, at) => `<iframe src="/f/${at}"></iframe>`).join("");
  return `<!doctype html><title>storm</title>${frames}<script>
    const headers = { Authorization: "Bearer abcdefghijklmnop1234" };
    globalThis.ask = async (requests, addresses, at = "/u/") => {
      let sent = 0;
      const began = Date.now();
      const one = async () => { while (sent < requests) await fetch(at + (sent++ % addresses), { headers }).then((answer) => answer.text()); };
      await Promise.all(Array.from({ length: 24 }, one));
      return { began, ended: Date.now() };
    };
    addEventListener("load", () => { document.documentElement.dataset.done = "1"; });
  </script>`;
}

/**
 * @param {Driven} driver
 * @param {Server} server
 */
async function quiet(driver, server) {
  const { page, tab } = await open(driver, server.at("quiet"));
  const watched = watchBadges(driver, [tab]);
  const { began } = await ask(page, 1, 1);
  const [badge = 0] = await watched;
  await driver.settled(tab);
  const popup = Math.max(...await views(driver, [tab, tab, tab]));
  await driver.closePage(page);
  return { badge: badge - began - SETTLING, popup };
}

/** @param {Ground} ground @param {number} count */
async function manyTabs({ driver, server, say, inTime }, count) {
  const opened = [];
  for (let at = 0; at < count; at += 1) opened.push(await open(driver, server.at(`t${at}`)));
  const tabs = opened.map((one) => one.tab);
  const watched = watchBadges(driver, tabs);
  const began = await Promise.all(opened.map(({ page }) => ask(page, 6, 6)));
  const times = (await watched).map((time, at) => time - Number(began[at]?.began) - SETTLING);
  const popups = await views(driver, tabs.slice(0, 20));
  for (const tab of tabs) await driver.settled(tab);
  for (const tab of tabs) await counted(driver, tab, 6);
  say(`${count} tabs: number after ${median(times)} ms (at most ${Math.max(...times)}), popup's answer after at most ${Math.max(...popups)} ms, store ${await stored(driver)} kB`);
  for (const tab of tabs) check(await driver.badge(tab) === "1", `tab ${tab}: ${await driver.badge(tab)}`);
  inTime("badge", times);
  for (const { page } of opened) await driver.closePage(page);
}

/** @param {Ground} ground @param {number} count */
async function addresses({ driver, server, say, inTime }, count) {
  const [{ page, tab }, other] = [await open(driver, server.at("many")), await open(driver, server.at("other"))];
  const watched = watchBadges(driver, [tab]);
  const answered = ask(page, count, count);
  const popups = await views(driver, [tab, other.tab, tab, other.tab, tab, other.tab]);
  const { began } = await answered;
  const badge = Number((await watched)[0]) - began - SETTLING;
  await driver.settled(tab);
  say(`${count} addresses: number after ${badge} ms, popup's answer after at most ${Math.max(...popups)} ms`);
  await counted(driver, tab, count);
  check(await driver.badge(tab) === "1", `badge: ${await driver.badge(tab)}`);
  const cards = await driver.popup(tab, shown);
  check(cards.length === 1, `cards: ${cards.length}`);
  const times = await driver.popup(tab, (popup) => popup.evaluate(() => document.querySelector("#list .count")?.textContent ?? ""));
  check(times.includes(String(count)), `the popup counts: ${times}`);
  inTime("badge", [badge]);
  inTime("popup", popups);
  await driver.closePage(page);
  await driver.closePage(other.page);
}

/** @param {Ground} ground @param {number} count */
async function frames({ driver, server, say }, count) {
  const { page, tab } = await open(driver, server.at("frames", `/page?frames=${count}`));
  const popups = await views(driver, [tab, tab]);
  await driver.settled(tab);
  say(`${count} frames: badge ${await driver.badge(tab)}, popup's answer after at most ${Math.max(...popups)} ms`);
  await counted(driver, tab, count);
  check(await driver.badge(tab) !== "", "no number");
  await driver.closePage(page);
}

/** @param {Ground} ground @param {{requests: number, addresses: number}} size */
async function loops({ driver, server, say, inTime }, size) {
  const [{ page, tab }, other] = [await open(driver, server.at("loop")), await open(driver, server.at("other"))];
  let over = false;
  const answered = ask(page, size.requests, size.addresses).finally(() => {
    over = true;
  });
  const popups = [];
  while (!over) popups.push(...await views(driver, [tab, other.tab]));
  const { began, ended } = await answered;
  await driver.settled(tab);
  say(`${size.requests} requests in ${((ended - began) / 1000).toFixed(1)} s: popup's answer after ${median(popups)} ms (at most ${Math.max(...popups)}), store ${await stored(driver)} kB, heap ${await heap(driver)}`);
  await counted(driver, tab, size.requests);
  inTime("popup", [median(popups)]);
  await driver.closePage(page);
  await driver.closePage(other.page);
}

/** @param {Ground} ground @param {number} count */
async function absurd({ driver, server, say, inTime }, count) {
  const [{ page, tab }, other] = [await open(driver, server.at("absurd")), await open(driver, server.at("other"))];
  const answered = page.evaluate(async (times) => {
    await fetch(`/${"x".repeat(1_000_000)}`);
    await Promise.all(Array.from({ length: times }, () => fetch("/challenges")));
  }, count);
  const watched = watchBadges(driver, [other.tab]);
  const { began } = await ask(other.page, 1, 1);
  const popups = await views(driver, [other.tab, other.tab, other.tab]);
  const badge = Number((await watched)[0]) - began - SETTLING;
  await answered;
  await driver.settled(tab);
  const bytes = await stored(driver, tab);
  say(`an address of 1 MB and 4,000 challenges ${count} times: kept in ${bytes} kB; another tab's number after ${badge} ms, its popup's answer after at most ${Math.max(...popups)} ms`);
  await counted(driver, tab, count + 1);
  check(bytes < 500, `it takes ${bytes} kB`);
  check(await driver.badge(tab) !== "", "no number");
  inTime("badge", [badge]);
  inTime("popup", popups);
  await driver.closePage(page);
  await driver.closePage(other.page);
}

/** @param {Driven} driver @param {Server} server */
async function lastWords(driver, server) {
  const { page, tab } = await open(driver, server.at("closing"));
  await ask(page, 1, 1);
  await driver.settled(tab);
  check(await stored(driver, tab) > 0, "nothing was kept before, so this would prove nothing");
  await page.evaluate(() => addEventListener("pagehide", () => navigator.sendBeacon("/beacon")));
  const asked = server.asked("/beacon");
  await page.close({ runBeforeUnload: false });
  await asked;
  await driver.settled(tab);
  check(await stored(driver, tab) === 0, "a record of the closed tab is left");
}

/**
 * @param {Driven} driver
 * @param {string} url
 */
async function open(driver, url) {
  const page = await driver.newPage();
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await done(page);
  return { page, tab: await driver.tabOf(page) };
}

/**
 * Has a page send requests that are refused.
 * @param {Page} page
 * @param {number} requests
 * @param {number} addresses
 * @returns {Promise<{began: number, ended: number}>}
 */
function ask(page, requests, addresses) {
  return page.evaluate((many, over) => /** @type {any} */ (globalThis).ask(many, over), requests, addresses);
}

/**
 * When each tab's number came.
 * @param {Driven} driver
 * @param {number[]} tabs
 * @returns {Promise<number[]>}
 */
function watchBadges(driver, tabs) {
  return driver.inside((api, ids) => Promise.all(ids.map(async (id) => {
    while (await api.action.getBadgeText({ tabId: id }) === "") await new Promise((keep) => setTimeout(keep, 15));
    return Date.now();
  })), tabs);
}

/**
 * How long the popup of each tab would wait for its answer, one after the other.
 * @param {Driven} driver
 * @param {number[]} tabs
 * @returns {Promise<number[]>}
 */
function views(driver, tabs) {
  return driver.inside(async (api, ids) => {
    const times = [];
    for (const tab of ids) {
      const from = performance.now();
      await api.runtime.sendMessage({ kind: "view", tab });
      times.push(Math.round(performance.now() - from));
    }
    return times;
  }, tabs);
}

/**
 * Whether every request is counted, in the popup's answer and in the store.
 * @param {Driven} driver
 * @param {number} tab
 * @param {number} wanted
 */
async function counted(driver, tab, wanted) {
  const sum = (/** @type {{count: number}[]} */ list) => list.reduce((all, one) => all + one.count, 0);
  const view = await driver.ask({ kind: "view", tab });
  const inView = sum(view.cases) + sum(Object.values(view.earlier));
  check(inView === wanted, `the popup counts ${inView} of ${wanted}`);
  const text = await driver.inside(async (api, key) => (await api.storage.session.get(key))[key], `tab:${tab}`);
  const { cases, earlier } = JSON.parse(text ?? "{}");
  const inStore = sum((cases ?? []).map((/** @type {any} */ each) => each.one)) + sum(Object.values(earlier ?? {}));
  check(inStore === wanted, `the store counts ${inStore} of ${wanted}`);
}

/**
 * How much is kept of a tab, or of all, in kB.
 * @param {Driven} driver
 * @param {number} [tab]
 */
async function stored(driver, tab) {
  const bytes = await driver.inside(async (api, id) => {
    const all = await api.storage.session.get(null);
    const texts = Object.entries(all).filter(([key]) => id === null || key === `tab:${id}`).map(([, value]) => JSON.stringify(value));
    return new Blob(texts).size;
  }, tab ?? null);
  check(bytes < STORE, `the store holds ${bytes} bytes`);
  return Math.round(bytes / 1000);
}

/**
 * The memory of the extension's background, where the browser tells.
 * @param {Driven} driver
 */
async function heap(driver) {
  const worker = driver.browser.targets().find((target) => target.type() === "service_worker" && target.url().startsWith(driver.home));
  const used = await (await worker?.worker())?.evaluate(() => /** @type {any} */ (performance).memory?.usedJSHeapSize);
  return used ? `${Math.round(used / 1e6)} MB` : "not told";
}

/**
 * Whether all came in time, as far as the machine has time for us.
 * @param {keyof typeof BARS} what
 * @param {number[]} times
 */
function inTime(what, times) {
  const busy = (loadavg()[0] ?? 0) / availableParallelism();
  const bar = BARS[what] * Math.max(1, SHARE * busy);
  const late = times.filter((time) => time > bar);
  check(late.length === 0, `${what} later than ${Math.round(bar)} ms: ${late.join(", ")}`);
}

/** @param {number[]} numbers */
function median(numbers) {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;
}
