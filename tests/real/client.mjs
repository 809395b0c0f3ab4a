/**
 * What stands for the page's own code: it sends requests from a real tab, and sees what such code sees.
 */

import { look, until } from "../tools/waiting.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./scenario.mjs").Scenario} Scenario */

export class Client {
  /**
   * @param {Page} page
   * @param {Scenario} scenario
   * @param {import("./servers.mjs").Place} place
   */
  constructor(page, scenario, place) {
    this.page = page;
    this.scenario = scenario;
    this.place = place;
  }

  /**
   * The host of the scenario's site, with its port; `api.` asks for one below it, `-page` for another site.
   * @param {string} [which]
   */
  host(which = "") {
    const { id } = this.scenario;
    const name = which.endsWith(".") ? `${which}${id}` : `${id}${which}`;
    return `${name}.localhost:${this.place.port}`;
  }

  /**
   * @param {string} path
   * @param {string} [which]
   */
  url(path, which) {
    return `http://${this.host(which)}${path}`;
  }

  /**
   * @param {string} url
   * @param {RequestInit} [init]
   * @returns {Promise<number>} The status; 0 where the page sees a network error.
   */
  async fetch(url, init = {}) {
    return this.page.evaluate(async (to, how) => {
      try {
        return (await fetch(to, how)).status;
      } catch {
        return 0;
      }
    }, url, /** @type {any} */ (init));
  }

  /** @param {string} url */
  async open(url) {
    await this.page.goto(url, { waitUntil: "domcontentloaded" });
  }

  /**
   * Follows a link to the address, as a click does, and answers with the status of the document that came.
   * @param {string} url
   * @returns {Promise<number>}
   */
  async follow(url) {
    await look(this.page, (to) => {
      const link = document.createElement("a");
      link.href = to;
      document.body.append(link);
      link.click();
    }, url);
    return until(this.page, (to) => {
      const [entry] = performance.getEntriesByType("navigation");
      return location.href === to && document.readyState === "complete" ? /** @type {any} */ (entry).responseStatus : 0;
    }, url);
  }

  /** Kept when the page's own script sees no cookie any more. */
  async cookiesGone() {
    await until(this.page, () => document.cookie === "");
  }

  /**
   * Sets the server up anew, as a restart or a deployment does: what it kept in memory is gone.
   * @param {Record<string, unknown>} [changes]
   */
  async restart(changes = {}) {
    await this.place.set({ ...this.scenario.server, ...changes });
  }
}
