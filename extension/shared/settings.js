/**
 * What the person has chosen. Beside the history, if that is switched on, it is the only thing on disk;
 * in private windows nothing is written there.
 */

import { CAPS } from "./records.js";
import { hostOf, isLocal } from "./sites.js";

/**
 * @typedef {object} Values
 * @property {1} v
 * @property {"" | "person" | "developer"} view Whose words come first; empty until the person has chosen: then a developer's
 *   on local hosts, and a person's on all others.
 * @property {"auto" | "light" | "dark"} theme Of our own pages; `auto` is the browser's.
 * @property {"" | string} language A BCP 47 tag; empty for the browser's own.
 * @property {boolean} toastsLocal Whether messages appear in pages on the developer's own machine.
 * @property {boolean} toastsElsewhere Whether they do in all other pages.
 * @property {boolean} consoleLocal Whether causes are written into the console of pages on the developer's own machine.
 * @property {boolean} consoleElsewhere Whether they are on all other pages, too, without the panel having been opened there.
 * @property {boolean} everything Whether images, scripts and the like are watched too.
 * @property {"all" | "listed"} watch Whether all sites are watched, or only those listed.
 * @property {string[]} listed Sites to watch where only those listed are.
 * @property {string[]} ignored Sites to leave alone.
 * @property {string[]} muted Sites on which no toast appears.
 * @property {boolean} history Whether it is kept what failed when.
 * @property {number} historyDays For how many days it is kept.
 */

/** The lengths of time for which history may be kept, in days. */
export const HISTORY_DAYS = Object.freeze([1, 7, 30, 90]);

/** @returns {Values} */
export function defaults() {
  return {
    v: 1, view: "", theme: "auto", language: "", toastsLocal: true, toastsElsewhere: true, consoleLocal: true, consoleElsewhere: false,
    everything: false, watch: "all", listed: [], ignored: [], muted: [], history: false, historyDays: 7,
  };
}

/** @type {Readonly<Record<string, (value: any) => boolean>>} */
const RULES = Object.freeze({
  view: (value) => ["", "person", "developer"].includes(value),
  theme: (value) => ["auto", "light", "dark"].includes(value),
  language: (value) => typeof value === "string" && /^(?:[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)?$/u.test(value),
  watch: (value) => value === "all" || value === "listed",
  listed: areSites,
  ignored: areSites,
  muted: areSites,
  historyDays: (value) => HISTORY_DAYS.includes(value),
});

/** @param {any} value */
function areSites(value) {
  return Array.isArray(value) && value.length <= CAPS.muted && value.every((one) => typeof one === "string" && one === hostName(one));
}

/**
 * Settings from outside, such as a file: what is unknown or of the wrong form is left out.
 * @param {unknown} given
 * @returns {Values | undefined} Nothing if it is of another version, or no settings at all.
 */
export function readSettings(given) {
  if (typeof given !== "object" || given === null || Array.isArray(given) || /** @type {any} */ (given).v !== 1) return undefined;
  const values = /** @type {any} */ (defaults());
  for (const [key, standing] of Object.entries(defaults())) {
    if (key === "v" || !Object.hasOwn(given, key)) continue;
    const value = /** @type {any} */ (given)[key];
    const rule = RULES[key] ?? ((/** @type {any} */ one) => typeof one === typeof standing);
    if (rule(value)) values[key] = value;
  }
  return values;
}

/**
 * The host that a person means by a name, an address or a host; empty if there is none in it.
 * @param {string} text
 */
export function hostName(text) {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === "" || trimmed.length > 300) return "";
  const host = hostOf(/^[a-z][a-z0-9+.-]*:\/\//u.test(trimmed) ? trimmed : `https://${trimmed}`);
  // Chromium takes a space for a letter of a host.
  return /^(?:[a-z0-9_-]+\.)*[a-z0-9_-]+$|^\[[\da-f:.]+\]$/u.test(host) ? host : "";
}

/**
 * Whether a site is to be watched.
 * @param {Values} values
 * @param {string} site As the core names it.
 */
export function watches(values, site) {
  return !values.ignored.includes(site) && (values.watch === "all" || values.listed.includes(site));
}

/**
 * Whether messages may appear in a page, by the kind of its site.
 * @param {Values} values
 * @param {string} page
 */
export function toasts(values, page) {
  return isLocal(page) ? values.toastsLocal : values.toastsElsewhere;
}

/**
 * Whose words come first about a page, on every surface.
 * @param {Pick<Values, "view">} values
 * @param {string} page
 * @returns {"person" | "developer"}
 */
export function viewOf({ view }, page) {
  return view || (isLocal(page) ? "developer" : "person");
}

export class Settings {
  /**
   * @param {chrome.storage.StorageArea} local
   * @param {import("./session.js").Area} session
   */
  constructor(local, session) {
    this.local = local;
    this.session = session;
  }

  /** @returns {Promise<Values>} */
  async read() {
    return readSettings((await this.local.get("settings")).settings) ?? defaults();
  }

  /** @param {Partial<Values>} changed */
  async write(changed) {
    await this.local.set({ settings: { ...(await this.read()), ...changed } });
  }

  /**
   * Whether no toast is wanted on a site.
   * @param {string} site
   * @param {boolean} isPrivate
   */
  async muted(site, isPrivate) {
    const here = isPrivate ? await this.privately() : [];
    return [...(await this.read()).muted, ...here].includes(site);
  }

  /**
   * @param {string} site
   * @param {boolean} isPrivate
   */
  async mute(site, isPrivate) {
    if (!site) return;
    if (isPrivate) await this.session.set({ "muted:private": added(await this.privately(), site) });
    else await this.list("muted", site);
  }

  /**
   * Adds a site to one of the lists.
   * @param {"listed" | "ignored" | "muted"} name
   * @param {string} site
   */
  async list(name, site) {
    await this.write({ [name]: added((await this.read())[name], site) });
  }

  /**
   * Takes a site from one of the lists.
   * @param {"listed" | "ignored" | "muted"} name
   * @param {string} site
   */
  async unlist(name, site) {
    await this.write({ [name]: (await this.read())[name].filter((one) => one !== site) });
    if (name === "muted") await this.session.set({ "muted:private": (await this.privately()).filter((one) => one !== site) });
  }

  /** @returns {Promise<string[]>} */
  async privately() {
    const stored = (await this.session.get("muted:private"))["muted:private"];
    return Array.isArray(stored) ? stored : [];
  }
}

/**
 * @param {string[]} list
 * @param {string} site
 */
function added(list, site) {
  return [...list.filter((one) => one !== site), site].slice(-CAPS.muted);
}
