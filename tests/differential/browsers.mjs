/**
 * Both browsers with the observer in them, and the browser's own word where it has one.
 */

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import puppeteer from "puppeteer-core";

import { CHROMIUM, CHROMIUM_FLAGS, cookiePrefs, FIREFOX, STEADY } from "../tools/browsers.mjs";
import { until } from "../tools/waiting.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {"chromium" | "firefox"} Kind */
/** @typedef {"allowed" | "blocked"} Setting */

const OBSERVER = fileURLToPath(new URL("observer/", import.meta.url));
const UUID = "0b5e57e8-0000-4401-8401-401401401401";

/**
 * @typedef {object} Driven
 * @property {Kind} kind
 * @property {string} version
 * @property {Setting} setting
 * @property {import("puppeteer-core").Browser} browser
 * @property {Page} desk The observer's page.
 * @property {() => Promise<void>} close
 */

/**
 * @param {Kind} kind
 * @param {Setting} setting
 * @param {string[]} hosts
 * @returns {Promise<Driven>}
 */
export async function start(kind, setting, hosts) {
  return kind === "chromium" ? startChromium(setting, hosts) : startFirefox(setting, hosts);
}

/** @param {Setting} setting @param {string[]} hosts @returns {Promise<Driven>} */
async function startChromium(setting, hosts) {
  const profile = await mkdtemp(join(tmpdir(), "why401-differential-"));
  await mkdir(join(profile, "Default"));
  const preferences = { profile: { cookie_controls_mode: setting === "allowed" ? 0 : 1 } };
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  const rules = hosts.filter((host) => !host.endsWith("localhost") && !/^[\d.]+$/.test(host)).map((host) => `MAP ${host} 127.0.0.1`);
  const browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    pipe: true,
    userDataDir: profile,
    acceptInsecureCerts: true,
    enableExtensions: [OBSERVER],
    args: [
      ...CHROMIUM_FLAGS, `--host-resolver-rules=${rules.join(",")}`,
      // One process for all frames, so that one session reports on all of them.
      "--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process,HttpsUpgrades",
    ],
  });
  const worker = await browser.waitForTarget((target) => target.type() === "service_worker", { timeout: 30_000 });
  const desk = await browser.newPage();
  await desk.goto(new URL("/desk.html", worker.url()).href);
  const close = async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  };
  const version = (await browser.version()).split("/")[1] ?? "";
  return { kind: "chromium", version, setting, browser, desk, close };
}

/** @param {Setting} setting @param {string[]} hosts @returns {Promise<Driven>} */
async function startFirefox(setting, hosts) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    acceptInsecureCerts: true,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      ...STEADY,
      ...cookiePrefs(setting),
      "extensions.webextensions.uuids": JSON.stringify({ "observer@why401.dev": UUID }),
      "network.dns.localDomains": hosts.filter((host) => !/^[\d.]+$/.test(host)).join(","),
      "security.mixed_content.upgrade_display_content": false,
    },
  });
  await browser.installExtension(OBSERVER);
  const desk = await browser.newPage();
  const url = `moz-extension://${UUID}/desk.html`;
  desk.goto(url).catch(() => undefined);
  await until(desk, (wanted) => location.href === wanted && "observer" in globalThis, url);
  const version = (await browser.version()).split("/")[1] ?? "";
  return { kind: "firefox", version, setting, browser, desk, close: () => browser.close() };
}

/**
 * What the browser's protocol says of the cookies of each request, by the request's address; Chromium only.
 * @typedef {object} Report
 * @property {string} url
 * @property {{name: string, value: string, domain: string, path: string, reasons: string[]}[]} [cookies]
 * @property {{line: string, reasons: string[]}[]} [refused]
 */

/**
 * @param {Page} page
 * @returns {Promise<Report[]>} Grows as the browser reports.
 */
export async function listen(page) {
  /** @type {Report[]} */
  const reports = [];
  /** @type {Map<string, {urls: string[], sent: number, received: number, reports: Report[]}>} */
  const chains = new Map();
  const session = await page.createCDPSession();
  const chain = (/** @type {string} */ id) => {
    let known = chains.get(id);
    if (!known) chains.set(id, (known = { urls: [], sent: 0, received: 0, reports: [] }));
    return known;
  };
  // Reports and requests come in either order; the hops of one request keep theirs.
  const report = (/** @type {string} */ id, /** @type {number} */ place) => {
    const known = chain(id);
    while (known.reports.length <= place) {
      const fresh = { url: known.urls[known.reports.length] ?? "" };
      known.reports.push(fresh);
      reports.push(fresh);
    }
    return /** @type {Report} */ (known.reports[place]);
  };
  session.on("Network.requestWillBeSent", (event) => {
    const known = chain(event.requestId);
    known.urls.push(event.request.url);
    report(event.requestId, known.urls.length - 1).url = event.request.url;
  });
  session.on("Network.requestWillBeSentExtraInfo", (event) => {
    report(event.requestId, chain(event.requestId).sent++).cookies = event.associatedCookies.map(({ cookie, blockedReasons }) => ({
      name: cookie.name, value: cookie.value, domain: cookie.domain, path: cookie.path, reasons: blockedReasons,
    }));
  });
  session.on("Network.responseReceivedExtraInfo", (event) => {
    report(event.requestId, chain(event.requestId).received++).refused = event.blockedCookies.map(({ cookieLine, blockedReasons }) => ({
      line: cookieLine, reasons: blockedReasons,
    }));
  });
  await session.send("Network.enable");
  return reports;
}
