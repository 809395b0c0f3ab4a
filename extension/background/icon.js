/**
 * The icon on the extension's button: neutral where it watches, hollow where it does not, because the person wants the
 * site ignored or has not granted it. The button's title says the same in words.
 */

import { watches } from "../shared/settings.js";
import { hostOf } from "../shared/sites.js";

/** @typedef {"ignored" | "not-granted" | ""} Reason Why a page is not watched; empty where it is. */

const SIZES = [16, 24, 32, 48];

/**
 * @typedef {object} Parts
 * @property {Pick<typeof chrome.action, "setIcon" | "setTitle">} action
 * @property {Pick<import("../shared/settings.js").Settings, "read">} settings
 * @property {(host: string) => Promise<string>} siteOf
 * @property {(pattern: string) => Promise<boolean>} granted Whether the extension may look at such sites.
 * @property {() => Promise<import("../shared/words.js").Words>} words
 */

export class Icon {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    /**
     * The tabs whose icon is hollow.
     * @type {Set<number>}
     */
    this.hollow = new Set();
  }

  /**
   * A page stands in a tab now: the browser has put the usual icon back.
   * @param {number} tab
   * @param {string} url
   */
  async arrived(tab, url) {
    this.hollow.delete(tab);
    await this.show(tab, url);
  }

  /**
   * @param {number} tab
   * @param {string} url
   */
  async show(tab, url) {
    const reason = await this.reason(url);
    if (reason === "" && !this.hollow.has(tab)) return;
    if (reason === "") this.hollow.delete(tab);
    else this.hollow.add(tab);
    const words = await this.parts.words();
    await this.parts.action.setIcon({ tabId: tab, path: pathsOf(reason === "" ? "quiet" : "hollow") });
    await this.parts.action.setTitle({ tabId: tab, title: reason === "" ? "why401" : words.text(`interface.icon.${reason}`, { host: hostOf(url) }) });
  }

  /**
   * Why a page is not watched.
   * @param {string} url
   * @returns {Promise<Reason>}
   */
  async reason(url) {
    if (!/^https?:/u.test(url)) return "";
    const { settings, granted, siteOf } = this.parts;
    if (!await granted("<all_urls>") && !await granted(patternOf(url))) return "not-granted";
    const values = await settings.read();
    if (values.watch === "all" && values.ignored.length === 0) return "";
    return watches(values, await siteOf(hostOf(url))) ? "" : "ignored";
  }

  /** @param {number} tab */
  forget(tab) {
    this.hollow.delete(tab);
  }
}

/**
 * The match pattern of a page's host, which knows no port.
 * @param {string} url
 */
function patternOf(url) {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/**
 * @param {"quiet" | "hollow"} name
 * @returns {Record<string, string>}
 */
function pathsOf(name) {
  return Object.fromEntries(SIZES.map((size) => [String(size), `/icons/${name}-${size}.png`]));
}
