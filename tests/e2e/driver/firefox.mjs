/**
 * Firefox with the extension in it.
 */

import { join } from "node:path";

import puppeteer from "puppeteer-core";

import { cookiePrefs, DIST, FIREFOX, STEADY } from "../../tools/browsers.mjs";
import { until } from "../../tools/waiting.mjs";
import { Driver, DRAWING } from "./base.mjs";

/** @typedef {import("./base.mjs").Options} Options */
/** @typedef {import("./base.mjs").Page} Page */

const ADDON = "why401@why401.dev";
const UUID = "4b8e1c70-2f6d-4a53-9c1e-401401401401";

export class Firefox extends Driver {
  /** @type {() => Promise<void>} */
  install = async () => undefined;

  /** @override @param {Options} options */
  async launch({ thirdPartyCookies = "allowed", headful = false, hosts = [], extension = true, dark = false, proxy, privately = false, dist = DIST }) {
    this.kind = "firefox";
    this.browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: FIREFOX,
      headless: !headful,
      ...(headful ? { defaultViewport: null } : { defaultViewport: { width: 1000, height: 640 } }),
      acceptInsecureCerts: true,
      protocolTimeout: DRAWING,
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: {
        ...STEADY,
        ...cookiePrefs(thirdPartyCookies),
        "extensions.webextensions.uuids": JSON.stringify({ [ADDON]: UUID }),
        "network.dns.localDomains": hosts.join(","),
        "ui.prefersReducedMotion": 1,
        // A driver cannot click on the browser's own question.
        "extensions.webextOptionalPermissionPrompts": false,
        "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
        // Tabs that nobody looks at would otherwise keep time by the second.
        "dom.min_background_timeout_value": 4,
        ...(proxy ? { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": proxy, "network.proxy.allow_hijacking_localhost": true } : {}),
      },
    });
    if (!extension) return;
    this.install = async () => {
      const extensionData = { type: "path", path: join(dist, "firefox") };
      const { connection } = /** @type {any} */ (this.browser);
      await connection.send("webExtension.install", { extensionData, "moz:allowPrivateBrowsing": privately });
    };
    await this.install();
    this.home = `moz-extension://${UUID}/`;
  }

  /**
   * What is installed over itself is an update.
   * @override
   */
  async reload() {
    this.forgetPages();
    await this.install();
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

  /** @override @param {Page} page */
  async privatePopup(page) {
    const tab = await this.tabOf(page);
    const popup = await this.openOwn(`popup/popup.html?tab=${tab}`);
    await until(popup, () => document.documentElement?.dataset["settled"] === "1");
    return popup;
  }

  /**
   * A driven window stays when its last tab has gone.
   * @override @param {Page} page
   */
  async closePrivately(page) {
    const tab = await this.tabOf(page);
    await this.inside(async (api, id) => api.windows.remove((await api.tabs.get(id)).windowId), tab);
  }

  /** @override */
  async narrow() {
    await this.inside(async (api) => void await api.permissions.remove({ origins: ["<all_urls>"] }));
  }

  /** @override */
  async killWorker() {
    const kill = await this.readyToKill();
    await kill();
    await until(await this.desk(), () => /** @type {any} */ (globalThis).browser.extension.getBackgroundPage() === null);
  }

  /**
   * Firefox ends the background as it does when that has been idle, but at once.
   * @override
   */
  async readyToKill() {
    const { connection } = /** @type {any} */ (this.browser);
    const { result } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const target = { context: result.contexts[0].context };
    const expression = `WebExtensionPolicy.getByID("${ADDON}").extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }).then(() => "ended")`;
    return async () => {
      const told = await connection.send("script.evaluate", { expression, target, awaitPromise: true });
      if (told.result.result?.value !== "ended") throw new Error(`the background was not ended: ${JSON.stringify(told.result)}`);
    };
  }
}
