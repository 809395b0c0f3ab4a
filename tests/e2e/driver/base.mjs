/**
 * What both browsers are driven by alike, with the extension in them.
 */

import { look, PATIENCE, until } from "../../tools/waiting.mjs";

/** @typedef {"chromium" | "firefox"} Kind */
/** @typedef {import("puppeteer-core").Page} Page */

/**
 * @typedef {object} Options
 * @property {"allowed" | "blocked"} [thirdPartyCookies]
 * @property {boolean} [headful]
 * @property {string} [front] Address of the lab, from where the driver sends requests of its own.
 * @property {string[]} [hosts] Names that lead to loopback; Chromium knows all those under .test already.
 * @property {boolean} [tools] Whether Chromium opens its developer tools, in a window of their own, for every tab.
 * @property {boolean} [dark] Whether the browser asks pages to be dark.
 * @property {number} [proxy] Port on loopback of a proxy that all requests go through.
 * @property {boolean} [privately] Whether the extension may work in private windows.
 * @property {string} [dist] Where the extension to install is, if it is not the built one.
 * @property {boolean} [extension] Whether the extension is installed; it is unless told otherwise.
 */

/** Drawing a page may take this long where the machine has other work. */
export const DRAWING = 300_000;

export class Driver {
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

  /** Kept when the extension's background runs and listens: it answers messages after it has registered all its listeners. */
  async watches() {
    const desk = await this.desk();
    await until(desk, async () => {
      const api = /** @type {any} */ (globalThis).browser ?? chrome;
      return await api.runtime.sendMessage({ kind: "view", tab: 0 }).catch(() => undefined) !== undefined;
    });
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
   * Kept when the title of the button of a tab names this.
   * @param {number} tab
   * @param {string} text
   */
  async titleHas(tab, text) {
    const desk = await this.desk();
    await until(desk, async (id, wanted) => {
      const api = /** @type {any} */ (globalThis).browser ?? chrome;
      return (await api.action.getTitle({ tabId: id })).includes(wanted);
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

  /** Kept when what is to come in private windows will be seen. */
  async wakePrivately() {
    await this.desk();
  }

  /**
   * Opens an address in a private window.
   * @param {string} url
   * @returns {Promise<Page>}
   */
  async openPrivately(url) {
    await this.inside((api, address) => void api.windows.create({ incognito: true, url: address }), url);
    const target = await this.browser.waitForTarget((one) => one.url() === url, { timeout: PATIENCE });
    const page = await target.page();
    if (!page) throw new Error(`no page of ${url}`);
    return page;
  }

  /**
   * Closes a private window by its only tab.
   * @param {Page} page
   */
  async closePrivately(page) {
    await page.close();
  }

  /**
   * The popup for a tab of a private window, once it has drawn all that is known.
   * @param {Page} _page
   * @returns {Promise<Page>}
   */
  async privatePopup(_page) {
    throw new Error("each browser has its own way");
  }

  /** Ends the worker, as the browser does when it has been idle, and waits until it has gone. */
  async killWorker() {
    throw new Error("each browser has its own way");
  }

  /**
   * Prepares to end the worker at once, at a moment that counts.
   * @returns {Promise<() => Promise<void>>}
   */
  async readyToKill() {
    throw new Error("each browser has its own way");
  }

  /** Has the extension loaded anew, as an update does; its pages close with it. */
  async reload() {
    throw new Error("each browser has its own way");
  }

  /** The extension's pages have closed with it. */
  forgetPages() {
    this.own = undefined;
    this.messenger = undefined;
    this.popups = [];
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
