/**
 * Puts one sentence into the page where tact allows it, and nowhere before a request failed there.
 */

import { Arrivals } from "./arrivals.js";
import { expecting, isClosed, isGone } from "../shared/expected.js";
import { toasts } from "../shared/settings.js";
import { hostOf, isLocal } from "../shared/sites.js";

/** @typedef {import("../shared/records.js").Case} Case */

/**
 * @typedef {object} Parts
 * @property {import("./tabs.js").Tabs} tabs
 * @property {import("../shared/settings.js").Settings} settings
 * @property {(host: string) => Promise<string>} siteOf
 * @property {() => Promise<import("../shared/words.js").Words>} words
 * @property {(tab: number, message: import("../toast/toast.js").ToastText) => Promise<void>} inject
 * @property {(tab: number) => Promise<void>} remove
 */

export class Toaster {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    this.arrivals = new Arrivals();
  }

  /**
   * @param {number} tab
   * @param {string} id
   */
  async speak(tab, id) {
    const { tabs } = this.parts;
    const one = tabs.get(tab).cases.find((each) => each.id === id);
    if (!one) return;
    if (!wanted(one)) {
      await this.withdraw(tab, id);
      return;
    }
    if (this.arrivals.awaits(tab, one)) return;
    await this.show(tab, one);
  }

  /**
   * A document stands in the tab now.
   * @param {number} tab
   * @param {number} time
   */
  async arrived(tab, time) {
    const id = this.arrivals.arrived(tab, time);
    if (id !== undefined) await this.speak(tab, id);
  }

  /**
   * @param {number} tab
   * @param {Case} one
   */
  async show(tab, one) {
    const { tabs, settings, siteOf, words, inject } = this.parts;
    const isPrivate = tabs.isPrivate.get(tab) ?? false;
    const page = tabs.get(tab).page;
    if (!toasts(await settings.read(), page) || await settings.muted(await siteOf(hostOf(page)), isPrivate)) return;
    const cause = one.diagnosis.cause ?? "";
    const first = await tabs.change(tab, isPrivate, (record) => {
      if (record.toast || record.toasted.includes(cause)) return false;
      record.toast = one.id;
      record.toasted.push(cause);
      return true;
    });
    if (!first) return;
    try {
      await inject(tab, textOf(one, await words(), isLocal(page)));
    } catch {
      // The browser's own error page, or one that may not be entered: badge and popup are left.
      await tabs.touch(tab, (record) => {
        record.toast = "";
      });
    }
  }

  /**
   * What has mended itself needs no message any more.
   * @param {number} tab
   * @param {string} id
   */
  async withdraw(tab, id) {
    if (this.parts.tabs.get(tab).toast !== id) return;
    await this.parts.tabs.touch(tab, (record) => {
      record.toast = "";
    });
    await this.parts.remove(tab).catch(expecting(isGone, isClosed));
  }

  /** @param {number} tab */
  forget(tab) {
    this.arrivals.forget(tab);
  }
}

/** @param {Case} one */
function wanted(one) {
  return one.own && one.due === 0 && one.diagnosis.state === "open" && one.diagnosis.alarm;
}

/**
 * What the toast says: a developer's words on a developer's machine, else a person's.
 * @param {Case} one
 * @param {import("../shared/words.js").Words} words
 * @param {boolean} local
 * @returns {import("../toast/toast.js").ToastText}
 */
function textOf(one, words, local) {
  const { summary, fixes, cause, failing, confidence } = one.diagnosis;
  const mine = fixes.find((fix) => (fix.who === "person") !== local) ?? fixes[0];
  return {
    cause: cause ?? "",
    kicker: words.text("interface.toast.kicker", { status: failing.status || 401 }),
    hedge: confidence === "certain" ? "" : words.text(`interface.confidence.${confidence}`),
    sentence: words.tell(local ? summary.developer : summary.person),
    todo: mine ? words.text(`${mine.key}.title`, mine.args) : "",
    label: words.text("interface.toast.label"),
    details: words.text("interface.toast.details"),
    mute: words.text("interface.toast.mute"),
    close: words.text("interface.toast.close"),
    language: words.language,
  };
}
