/**
 * Chromium with the extension in it.
 */

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import puppeteer from "puppeteer-core";

import { CHROMIUM, CHROMIUM_FLAGS, DIST } from "../../tools/browsers.mjs";
import { PATIENCE, until } from "../../tools/waiting.mjs";
import { Driver, DRAWING } from "./base.mjs";

/** @typedef {import("./base.mjs").Options} Options */
/** @typedef {import("./base.mjs").Page} Page */

export class Chromium extends Driver {
  /** @type {string | undefined} */
  profile;
  /** @type {Page | undefined} */
  awake;

  /** @override @param {Options} options */
  async launch({ hosts = [], thirdPartyCookies = "allowed", headful = false, extension = true, tools = false, dark = false, proxy, privately = false, dist = DIST }) {
    this.kind = "chromium";
    this.dark = dark;
    this.profile = await mkdtemp(join(tmpdir(), "why401-chromium-"));
    await mkdir(join(this.profile, "Default"));
    const controls = {
      profile: { cookie_controls_mode: thirdPartyCookies === "allowed" ? 0 : 1 },
      extensions: { ui: { developer_mode: true } },
      devtools: { preferences: { currentDockState: '"undocked"' } },
    };
    await writeFile(join(this.profile, "Default", "Preferences"), JSON.stringify(controls));
    this.browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      pipe: true,
      headless: !headful,
      ...(headful ? { defaultViewport: null } : { defaultViewport: { width: 1000, height: 640 } }),
      userDataDir: this.profile,
      acceptInsecureCerts: true,
      protocolTimeout: DRAWING,
      ...(extension ? { enableExtensions: [join(dist, "chrome")] } : {}),
      ...(tools ? { devtools: true, handleDevToolsAsPage: true } : {}),
      args: [
        ...CHROMIUM_FLAGS, `--host-resolver-rules=${["*.test", ...hosts].map((name) => `MAP ${name} 127.0.0.1`).join(", ")}`, "--force-prefers-reduced-motion", "--disable-gpu",
        // Loopback would otherwise go past it.
        ...(proxy ? [`--proxy-server=127.0.0.1:${proxy}`, "--proxy-bypass-list=<-loopback>"] : []),
      ],
    });
    if (!extension) return;
    const worker = await this.browser.waitForTarget((target) => target.type() === "service_worker", { timeout: PATIENCE });
    this.home = new URL("/", worker.url()).href;
    if (privately) await this.allowPrivately();
  }

  /** Allows the extension in private windows, which loads it anew. */
  async allowPrivately() {
    await this.manage((api, extensionId) => new Promise((keep) => {
      api.onItemStateChanged.addListener((/** @type {any} */ { item_id, event_type }) => {
        if (item_id === extensionId && event_type === "LOADED") keep(undefined);
      });
      void api.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    }), "");
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
  async readyToKill() {
    const desk = await this.desk();
    const session = await desk.createCDPSession();
    await session.send("ServiceWorker.enable");
    return async () => {
      await session.send("ServiceWorker.stopAllWorkers");
      await session.detach();
    };
  }

  /** @override */
  async reload() {
    await this.manage((api, extensionId) => new Promise((keep) => {
      api.onItemStateChanged.addListener((/** @type {any} */ { item_id, event_type }) => {
        if (item_id === extensionId && event_type === "LOADED") keep(undefined);
      });
      void api.reload(extensionId, { failQuietly: true });
    }), "");
    this.forgetPages();
    await this.watches();
  }

  /**
   * The private windows' worker begins with the first of them, and does not see what happened before.
   * @override
   */
  async wakePrivately() {
    const page = await this.openPrivately(`${this.home}pages/history.html`);
    await until(page, async () => Boolean(await chrome.runtime.sendMessage({ kind: "view", tab: 0 })));
    this.awake = page;
  }

  /** @override @param {Page} page */
  async closePrivately(page) {
    await Promise.all([page.close(), this.awake?.close()]);
  }

  /**
   * Private windows have a worker of their own, which only pages in them can ask.
   * @override @param {Page} page
   */
  async privatePopup(page) {
    const popup = await this.openPrivately(`${this.home}popup/popup.html`);
    const tab = await until(popup, async (url) => (await chrome.tabs.query({})).find((one) => one.url === url)?.id, page.url());
    await popup.goto(`${this.home}popup/popup.html?tab=${tab}`);
    await until(popup, () => document.documentElement?.dataset["settled"] === "1");
    return popup;
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
