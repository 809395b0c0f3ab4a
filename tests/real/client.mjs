/**
 * What stands for the page's own code: it sends requests from a real tab, and sees what such code sees.
 */

import { createHash } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";

import { look, until } from "../tools/waiting.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./scenario.mjs").Scenario} Scenario */

const md5 = (/** @type {string} */ text) => createHash("md5").update(text).digest("hex");

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
    /** What the server is set to. */
    this.settings = { ...scenario.server };
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

  /**
   * Ada's answer to the server's Digest challenge (RFC 7616), with MD5 as the servers here want it.
   * @param {string} path
   * @param {string} password
   */
  async digest(path, password) {
    const challenge = await this.page.evaluate(async (to) => {
      const answer = await fetch(to, { credentials: "omit" });
      return answer.headers.get("www-authenticate") ?? "";
    }, path);
    const value = (/** @type {string} */ name) => new RegExp(`${name}="([^"]*)"`, "u").exec(challenge)?.[1] ?? "";
    const [realm, nonce, cnonce] = [value("realm"), value("nonce"), "0a4f113b"];
    const response = md5([md5(`ada:${realm}:${password}`), nonce, "00000001", cnonce, "auth", md5(`GET:${path}`)].join(":"));
    return `Digest username="ada", realm="${realm}", nonce="${nonce}", uri="${path}", algorithm=MD5, cnonce="${cnonce}", nc=00000001, qop=auth, response="${response}"`;
  }

  /** @param {string} cookie As a page's own script keeps it. */
  async keep(cookie) {
    await this.page.evaluate((text) => {
      document.cookie = text;
    }, cookie);
  }

  /**
   * The answer's JSON.
   * @param {string} url
   * @param {RequestInit} [init]
   * @returns {Promise<any>}
   */
  async json(url, init = {}) {
    return this.page.evaluate(async (to, how) => (await fetch(to, how)).json(), url, /** @type {any} */ (init));
  }

  /**
   * What the server answers to a program beside the browser, which the extension does not see.
   * @param {string} path
   * @param {unknown} body
   * @returns {Promise<any>}
   */
  async outside(path, body) {
    const sent = request({ host: "127.0.0.1", port: this.place.port, path, method: "POST", headers: { Host: this.host(), "Content-Type": "application/json" } });
    sent.end(JSON.stringify(body));
    const [answer] = await once(sent, "response");
    let text = "";
    for await (const part of answer) text += part;
    return JSON.parse(text);
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
    await this.place.set({ ...this.settings, ...changes });
  }
}
