/**
 * One way to drive both browsers with the extension in them.
 */

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import puppeteer from "puppeteer-core";

import { look, PATIENCE, until } from "../tools/waiting.mjs";

/** @typedef {"chromium" | "firefox"} Kind */
/** @typedef {import("puppeteer-core").Page} Page */

/**
 * @typedef {object} Options
 * @property {"allowed" | "blocked"} [thirdPartyCookies]
 * @property {boolean} [headful]
 * @property {string} [front] Address of the lab, from where the driver sends requests of its own.
 * @property {string[]} [hosts] Names under .test, for Firefox.
 * @property {number} [idle] Milliseconds after which Firefox ends an idle background.
 * @property {boolean} [tools] Whether Chromium opens its developer tools, in a window of their own, for every tab.
 * @property {boolean} [dark] Whether the browser asks pages to be dark.
 * @property {number} [proxy] Port on loopback of a proxy that all requests go through.
 * @property {boolean} [extension] Whether the extension is installed; it is unless told otherwise.
 */

/**
 * What the popup shows of one failing request.
 * @typedef {object} Shown
 * @property {string} cause
 * @property {string} state
 * @property {string} confidence
 * @property {boolean} alarm
 * @property {string} request
 * @property {string} sentence
 * @property {string} evidence
 * @property {string} fix The first fix, by its title.
 */

const ADDON = "why401@why401.dev";
const UUID = "4b8e1c70-2f6d-4a53-9c1e-401401401401";
const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
/** Drawing a page may take this long where the machine has other work. */
const DRAWING = 300_000;

const PATHS = {
  chromium: process.env["WHY401_CHROMIUM"] ?? process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  firefox: process.env["WHY401_FIREFOX"] ?? process.env["FIREFOX"] ?? "/usr/bin/firefox-esr",
};

/**
 * @param {Kind} kind
 * @param {Options} [options]
 */
export async function start(kind, options = {}) {
  const driver = kind === "chromium" ? new Chromium() : new Firefox();
  driver.front = options.front ?? "";
  await driver.launch(options);
  return driver;
}

class Driver {
  /** @type {Kind} */
  kind = "chromium";
  dark = false;
  /** Address of the extension's own pages. */
  home = "";
  /** @type {import("puppeteer-core").Browser} */
  browser = /** @type {any} */ (undefined);
  /** Address of the lab. */
  front = "";
  /** @type {Promise<Page> | undefined} */
  own;
  /** @type {Promise<Page> | undefined} */
  messenger;
  marks = 0;
  looks = 0;
  /**
   * Popup pages that nobody uses just now.
   * @type {Page[]}
   */
  popups = [];
  /** Firefox mixes up tabs that open and close at the same time, so one waits for the other. */
  turn = Promise.resolve();

  /**
   * @param {Options} _options
   * @returns {Promise<void>}
   */
  async launch(_options) {
    throw new Error("each browser has its own way");
  }

  /**
   * Runs a function in the extension's own page, with the extension's API as its first argument.
   * @template {unknown[]} A
   * @template R
   * @param {(api: any, ...args: A) => R} run
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  async inside(run, ...args) {
    const desk = await this.desk();
    const code = `(${run})(globalThis.browser ?? chrome, ...${JSON.stringify(args)})`;
    return /** @type {any} */ (desk.evaluate(code));
  }

  /** @returns {Promise<Page>} */
  async newPage() {
    const page = await this.inTurn(() => this.browser.newPage());
    page.setDefaultTimeout(PATIENCE);
    if (this.kind === "chromium") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: this.dark ? "dark" : "light" }]);
    return page;
  }

  /** @param {Page} page */
  async closePage(page) {
    await this.inTurn(() => page.close());
  }

  /**
   * @template R
   * @param {() => Promise<R>} work
   * @returns {Promise<R>}
   */
  inTurn(work) {
    const mine = this.turn.then(work);
    this.turn = mine.then(() => undefined, () => undefined);
    return mine;
  }

  /**
   * A page of the extension, which can ask its worker.
   * @param {string} path
   * @returns {Promise<Page>}
   */
  async openOwn(path) {
    const page = await this.newPage();
    await this.goOwn(page, path);
    return page;
  }

  /**
   * @param {Page} page
   * @param {string} path
   */
  async goOwn(page, path) {
    await page.goto(`${this.home}${path}`);
  }

  /** The page of the extension that stays open, to ask the worker from. */
  desk() {
    this.own ??= this.openOwn("pages/settings.html");
    return this.own;
  }

  /**
   * The browser's number of the tab that a page is in.
   * @param {Page} page
   * @returns {Promise<number>}
   */
  async tabOf(page) {
    const mark = `why401-${Math.random().toString(36).slice(2)}`;
    const desk = await this.desk();
    const title = await look(page, (text) => {
      const before = document.title;
      document.title = text;
      return before;
    }, mark);
    const found = await until(desk, async (text) => {
      const api = /** @type {any} */ (globalThis).browser ?? chrome;
      const tabs = await api.tabs.query({});
      return tabs.find((/** @type {any} */ tab) => tab.title === text)?.id;
    }, mark);
    await look(page, (text) => {
      document.title = text;
    }, title);
    return Number(found);
  }

  /**
   * Asks the worker.
   * @param {Record<string, unknown>} message
   * @returns {Promise<any>}
   */
  async ask(message) {
    return this.inside((api, given) => api.runtime.sendMessage(given), message);
  }

  /**
   * Kept when nothing of the tab is pending any more.
   * @param {number} tab
   */
  async settled(tab) {
    await this.caughtUp();
    await this.ask({ kind: "settled", tab });
  }

  /**
   * Kept when the extension has been told of all that has happened until now: events come in their order,
   * so a tab of the driver's sends one request more, until the extension's own page has heard of it.
   */
  async caughtUp() {
    this.messenger ??= this.newMessenger();
    const messenger = await this.messenger;
    const mark = `mark=${this.marks += 1}.`;
    const end = performance.now() + PATIENCE;
    while (performance.now() < end) {
      await messenger.evaluate(async (text) => void await fetch(`/status?${text}`), mark);
      const heard = await this.inside((_, text) => /** @type {any} */ (globalThis).heard.some((/** @type {string} */ url) => url.endsWith(text)), mark);
      if (heard) return;
    }
    throw new Error("the extension hears of no request");
  }

  /** @returns {Promise<Page>} */
  async newMessenger() {
    await this.inside((api) => {
      /** @type {string[]} */
      const heard = [];
      Object.assign(globalThis, { heard });
      const listen = (/** @type {{url: string}} */ { url }) => void (url.includes("mark=") && heard.push(url));
      api.webRequest.onHeadersReceived.addListener(listen, { urls: ["<all_urls>"] });
    });
    const page = await this.newPage();
    await page.goto(this.front);
    return page;
  }

  /**
   * @param {number} tab
   * @returns {Promise<string>}
   */
  async badge(tab) {
    return this.inside((api, id) => api.action.getBadgeText({ tabId: id }), tab);
  }

  /**
   * Kept when the tab's badge has become this.
   * @param {number} tab
   * @param {string} text
   */
  async badgeIs(tab, text) {
    const desk = await this.desk();
    await until(desk, async (id, wanted) => {
      const api = /** @type {any} */ (globalThis).browser ?? chrome;
      return await api.action.getBadgeText({ tabId: id }) === wanted;
    }, tab, text);
  }

  /**
   * Looks at the popup's page for this tab, once it has drawn all that is known.
   * @template R
   * @param {number} tab
   * @param {(popup: Page) => Promise<R>} see
   * @returns {Promise<R>}
   */
  async popup(tab, see) {
    const page = this.popups.pop() ?? await this.newPage();
    await page.setViewport({ width: 400, height: 600 });
    // An address of its own each time: the document of an earlier look is never taken for this one.
    await this.goOwn(page, `popup/popup.html?tab=${tab}&look=${this.looks += 1}`);
    await until(page, () => document.documentElement?.dataset["settled"] === "1");
    const seen = await see(page);
    this.popups.push(page);
    return seen;
  }

  /** Ends the worker, as the browser does when it has been idle, and waits until it has gone. */
  async killWorker() {
    throw new Error("each browser has its own way");
  }

  /** Takes from the extension the right to look at all sites, as a person may. */
  async narrow() {
    throw new Error("each browser has its own way");
  }

  /**
   * Allows the extension to look at a site.
   * @param {Page} popup Where there is a button for it.
   * @param {string} _pattern
   */
  async allow(popup, _pattern) {
    await popup.click("[data-part=access] button");
    await popup.waitForFunction(() => document.querySelectorAll("[data-part=access] button").length === 1);
  }

  async close() {
    await this.browser.close();
  }
}

class Chromium extends Driver {
  /** @type {string | undefined} */
  profile;

  /** @override @param {Options} options */
  async launch({ thirdPartyCookies = "allowed", headful = false, extension = true, tools = false, dark = false, proxy }) {
    this.kind = "chromium";
    this.dark = dark;
    this.profile = await mkdtemp(join(tmpdir(), "why401-chromium-"));
    await mkdir(join(this.profile, "Default"));
    const controls = {
      profile: { cookie_controls_mode: thirdPartyCookies === "allowed" ? 0 : 1 },
      devtools: { preferences: { currentDockState: '"undocked"' } },
    };
    await writeFile(join(this.profile, "Default", "Preferences"), JSON.stringify(controls));
    this.browser = await puppeteer.launch({
      executablePath: PATHS.chromium,
      pipe: true,
      headless: !headful,
      ...(headful ? { defaultViewport: null } : { defaultViewport: { width: 1000, height: 640 } }),
      userDataDir: this.profile,
      acceptInsecureCerts: true,
      protocolTimeout: DRAWING,
      ...(extension ? { enableExtensions: [join(DIST, "chrome")] } : {}),
      ...(tools ? { devtools: true, handleDevToolsAsPage: true } : {}),
      args: [
        "--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--ignore-certificate-errors", "--host-resolver-rules=MAP *.test 127.0.0.1", "--force-prefers-reduced-motion", "--disable-gpu",
        // Loopback would otherwise go past it.
        ...(proxy ? [`--proxy-server=127.0.0.1:${proxy}`, "--proxy-bypass-list=<-loopback>"] : []),
      ],
    });
    if (!extension) return;
    const worker = await this.browser.waitForTarget((target) => target.type() === "service_worker", { timeout: PATIENCE });
    this.home = new URL("/", worker.url()).href;
  }

  /** @override */
  async killWorker() {
    const desk = await this.desk();
    const worker = this.browser.targets().find((target) => target.type() === "service_worker" && target.url().startsWith(this.home));
    if (!worker) return;
    const gone = new Promise((keep) => {
      this.browser.on("targetdestroyed", (target) => {
        if (target === worker) keep(undefined);
      });
    });
    const session = await desk.createCDPSession();
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await gone;
    await session.detach();
  }

  /** @override */
  async narrow() {
    await this.manage((api, extensionId) => api.updateExtensionConfiguration({ extensionId, hostAccess: "ON_SPECIFIC_SITES" }), "");
  }

  /**
   * Does something on the browser's page of extensions.
   * @param {(api: any, id: string, given: string) => Promise<unknown>} run
   * @param {string} given
   */
  async manage(run, given) {
    const page = await this.newPage();
    await page.goto("chrome://extensions");
    const id = new URL(this.home).host;
    await page.evaluate(`(${run})(chrome.developerPrivate, ${JSON.stringify(id)}, ${JSON.stringify(given)})`);
    await this.closePage(page);
  }

  /**
   * The browser's own question is out of a driver's reach: the page of extensions answers it.
   * @override @param {Page} _popup @param {string} pattern
   */
  async allow(_popup, pattern) {
    await this.manage((api, id, site) => api.addHostPermission(id, site), pattern);
  }

  /** @override */
  async close() {
    await super.close();
    if (this.profile) await rm(this.profile, { recursive: true, force: true });
  }
}

class Firefox extends Driver {
  /** @override @param {Options} options */
  async launch({ thirdPartyCookies = "allowed", headful = false, hosts = [], idle, extension = true, dark = false, proxy }) {
    this.kind = "firefox";
    this.browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: PATHS.firefox,
      headless: !headful,
      ...(headful ? { defaultViewport: null } : { defaultViewport: { width: 1000, height: 640 } }),
      acceptInsecureCerts: true,
      protocolTimeout: DRAWING,
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: {
        "extensions.webextensions.uuids": JSON.stringify({ [ADDON]: UUID }),
        "network.dns.localDomains": hosts.join(","),
        "network.cookie.cookieBehavior": thirdPartyCookies === "allowed" ? 0 : 5,
        "privacy.restrict3rdpartystorage.heuristic.navigation": false,
        "privacy.restrict3rdpartystorage.heuristic.recently_visited": false,
        "privacy.restrict3rdpartystorage.heuristic.redirect": false,
        "privacy.restrict3rdpartystorage.heuristic.window_open": false,
        "dom.security.https_first": false,
        "ui.prefersReducedMotion": 1,
        // A driver cannot click on the browser's own question.
        "extensions.webextOptionalPermissionPrompts": false,
        "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
        // Tabs that nobody looks at would otherwise keep time by the second.
        "dom.min_background_timeout_value": 4,
        ...(proxy ? { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": proxy, "network.proxy.allow_hijacking_localhost": true } : {}),
        ...(idle === undefined ? {} : { "extensions.background.idle.timeout": idle }),
      },
    });
    if (!extension) return;
    await this.browser.installExtension(join(DIST, "firefox"));
    this.home = `moz-extension://${UUID}/`;
  }

  /**
   * A goto of an extension's page is never reported as loaded here.
   * @override @param {Page} page @param {string} path
   */
  async goOwn(page, path) {
    const url = `${this.home}${path}`;
    // The tab changes its process here, which the driver loses track of where another does so or closes meanwhile.
    await this.inTurn(async () => {
      // What is never reported would time out one day, when nobody waits for it any more.
      page.goto(url, { timeout: 0 }).catch(() => undefined);
      await until(page, (wanted) => location.href === wanted && document.readyState === "complete", url);
    });
  }

  /** @override */
  async narrow() {
    await this.inside(async (api) => void await api.permissions.remove({ origins: ["<all_urls>"] }));
  }

  /** @override */
  async killWorker() {
    const desk = await this.desk();
    await until(desk, () => /** @type {any} */ (globalThis).browser.extension.getBackgroundPage() === null);
  }
}

/**
 * What the popup's page shows, newest first.
 * @param {Page} popup
 * @returns {Promise<Shown[]>}
 */
export function shown(popup) {
  return look(popup, () => [...document.querySelectorAll("[data-cause]")].map((element) => {
    const data = /** @type {HTMLElement} */ (element).dataset;
    const text = (/** @type {string} */ part) => element.querySelector(`[data-part=${part}]`)?.textContent?.trim() ?? "";
    return {
      cause: data["cause"] ?? "",
      state: data["state"] ?? "",
      confidence: data["confidence"] ?? "",
      alarm: data["alarm"] === "true",
      request: element.querySelector("[data-part=request]")?.getAttribute("title") ?? "",
      sentence: text("sentence"),
      evidence: text("evidence"),
      fix: element.querySelector("[data-part=fix] h4")?.textContent?.trim() ?? "",
    };
  }));
}

/**
 * @param {Page} page
 * @returns {Promise<string | undefined>} The cause that a toast in this page tells, if one stands there.
 */
export async function toast(page) {
  const cause = await look(page, () => document.querySelector("why401-toast")?.getAttribute("data-cause"));
  return cause ?? undefined;
}

/**
 * Kept when the page of a scenario, or the one that it left for, says that all is done.
 * @param {Page} page
 */
export async function done(page) {
  await until(page, () => document.documentElement?.dataset["done"] === "1");
}

/**
 * Kept when the browser has been closed by whoever looks at it.
 * @param {Driver} driver
 */
export async function closed(driver) {
  if (driver.browser.connected) await new Promise((keep) => driver.browser.once("disconnected", keep));
}

/** @typedef {Driver} Driven */
