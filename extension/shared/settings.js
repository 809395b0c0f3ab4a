/**
 * What the person has chosen. It is the only thing on disk; in private windows nothing is written there.
 */

import { CAPS } from "./records.js";
import { hostOf, siteOf } from "./sites.js";

/**
 * @typedef {object} Values
 * @property {1} v
 * @property {"person" | "developer"} view Whose words come first in the popup.
 * @property {boolean} toasts
 * @property {boolean} everything Whether images, scripts and the like are watched too.
 * @property {string[]} muted Sites on which no toast appears.
 * @property {boolean} consoleLocal Whether causes are written into the console of pages on the developer's own machine.
 * @property {boolean} consoleElsewhere Whether they are on all other pages, too, without the panel having been opened there.
 */

/** @returns {Values} */
export function defaults() {
  return { v: 1, view: "person", toasts: true, everything: false, muted: [], consoleLocal: true, consoleElsewhere: false };
}

export class Settings {
  /**
   * @param {chrome.storage.StorageArea} local
   * @param {chrome.storage.StorageArea} session
   */
  constructor(local, session) {
    this.local = local;
    this.session = session;
  }

  /** @returns {Promise<Values>} */
  async read() {
    const stored = /** @type {any} */ ((await this.local.get("settings")).settings);
    return stored?.v === 1 ? { ...defaults(), ...stored } : defaults();
  }

  /** @param {Partial<Values>} changed */
  async write(changed) {
    await this.local.set({ settings: { ...(await this.read()), ...changed } });
  }

  /**
   * Whether no toast is wanted on a page's site.
   * @param {string} page
   * @param {boolean} isPrivate
   */
  async muted(page, isPrivate) {
    const site = siteOf(hostOf(page));
    const here = isPrivate ? await this.privately() : [];
    return [...(await this.read()).muted, ...here].includes(site);
  }

  /**
   * @param {string} page
   * @param {boolean} isPrivate
   */
  async mute(page, isPrivate) {
    const site = siteOf(hostOf(page));
    if (!site) return;
    if (isPrivate) await this.session.set({ "muted:private": added(await this.privately(), site) });
    else await this.write({ muted: added((await this.read()).muted, site) });
  }

  /** @param {string} site */
  async unmute(site) {
    await this.write({ muted: (await this.read()).muted.filter((one) => one !== site) });
    await this.session.set({ "muted:private": (await this.privately()).filter((one) => one !== site) });
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
