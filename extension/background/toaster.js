/**
 * Puts one sentence into the page where tact allows it, and nowhere before a request failed there.
 * The page gets an empty frame with a number; what it says is asked for by the frame itself, and given to no other.
 */

import { Arrivals } from "./arrivals.js";
import { expecting, isClosed, isGone } from "../shared/expected.js";
import { inTurn } from "../shared/following.js";
import { problemOf } from "../shared/problems.js";
import { toasts, viewOf } from "../shared/settings.js";
import { hostOf, originOf } from "../shared/sites.js";

/** @typedef {import("../shared/records.js").Case} Case */
/** @typedef {import("../toast/card.js").ToastText} ToastText */

/** What a message about a request to another site counts as: it is told once, whatever the cause. */
const FOREIGN = "foreign";

/** What the message that a case works again counts as. */
const FIXED = "fixed";

/**
 * @typedef {object} Parts
 * @property {import("./tabs.js").Tabs} tabs
 * @property {import("../shared/settings.js").Settings} settings
 * @property {(host: string) => Promise<string>} siteOf
 * @property {() => Promise<import("../shared/words.js").Words>} words
 * @property {(tab: number, place: import("../toast/toast.js").Place) => Promise<boolean>} inject Answers whether it stands.
 * @property {(tab: number) => Promise<void>} remove
 * @property {string} frame Address of the frame.
 * @property {string} home Origin of our own pages.
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
    if (one.diagnosis.state === "resolved") {
      await this.worksAgain(tab, one);
      return;
    }
    if (!wanted(one)) {
      if (tabs.get(tab).toast !== id) return;
      await this.withdraw(tab, id);
      await this.next(tab);
      return;
    }
    if (this.arrivals.awaits(tab, one)) return;
    await this.show(tab, one);
  }

  /**
   * A message was taken back: another problem, which came while it stood there, has its turn.
   * @param {number} tab
   */
  async next(tab) {
    const one = this.parts.tabs.get(tab).cases.findLast(wanted);
    if (one && !this.arrivals.awaits(tab, one)) await this.show(tab, one);
  }

  /**
   * It works again: that takes the place of the message that stands there, and is said to whoever has done something
   * about it or waits for it.
   * @param {number} tab
   * @param {Case} one
   */
  async worksAgain(tab, one) {
    const told = this.parts.tabs.get(tab).toast === one.id;
    await this.withdraw(tab, one.id);
    if (!one.own || !(told || one.watch || one.acted) || this.arrivals.awaits(tab, one)) return;
    await this.show(tab, one, `${FIXED} ${one.id}`);
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
   * @param {string} subject It is told of once on a page.
   */
  async show(tab, one, subject = one.diagnosis.sameSiteWithPage ? one.diagnosis.cause ?? "" : FOREIGN) {
    const { tabs, settings, siteOf, words, inject, frame, home } = this.parts;
    const isPrivate = tabs.isPrivate.get(tab) ?? false;
    const { page } = tabs.get(tab);
    if (!toasts(await settings.read(), page) || await settings.muted(await siteOf(hostOf(page)), isPrivate)) return;
    const nonce = crypto.randomUUID();
    const first = await tabs.change(tab, isPrivate, (record) => {
      if (record.toast || record.toasted.includes(subject)) return false;
      record.toast = one.id;
      record.nonce = nonce;
      record.toasted.push(subject);
      return true;
    });
    if (!first) return;
    const label = (await words()).text("interface.toast.label");
    // The browser's own error page, or one that may not be entered, takes none: badge and popup are left.
    const stands = await inject(tab, { address: `${frame}#${nonce}`, home, origin: page, label }).catch(expecting(isGone, isClosed));
    if (!stands) await this.left(tab);
  }

  /**
   * What the frame with this number says; nothing for any other, nor where another document stands by now.
   * @param {number} tab
   * @param {string} nonce
   * @param {string | undefined} url Of the document in the tab, where it is told.
   * @returns {Promise<ToastText | undefined>}
   */
  async text(tab, nonce, url) {
    const { page, toast, nonce: mine, cases } = this.parts.tabs.get(tab);
    const one = cases.find((each) => each.id === toast);
    if (!one || nonce !== mine || (url !== undefined && originOf(url) !== page)) return undefined;
    return textOf(one, await this.parts.words(), viewOf(await this.parts.settings.read(), page), triedOf(this.parts.tabs.get(tab), one));
  }

  /**
   * The case that the message in a tab is about, and the fix that it offers.
   * @param {number} tab
   * @returns {Promise<{one: Case, fix: import("../shared/records.js").Fix} | undefined>}
   */
  async offer(tab) {
    const record = this.parts.tabs.get(tab);
    const one = record.cases.find((each) => each.id === record.toast);
    if (!one || viewOf(await this.parts.settings.read(), record.page) !== "person") return undefined;
    const fix = offered(one, triedOf(record, one));
    return fix && { one, fix };
  }

  /**
   * Whether the frame that speaks is the one that was put there.
   * @param {number} tab
   * @param {string} nonce
   */
  knows(tab, nonce) {
    const record = this.parts.tabs.get(tab);
    return record.toast !== "" && record.nonce === nonce;
  }

  /**
   * No message stands in the page any more.
   * @param {number} tab
   */
  async left(tab) {
    await this.parts.tabs.touch(tab, (record) => {
      record.toast = "";
      record.nonce = "";
    });
  }

  /**
   * What has mended itself needs no message any more.
   * @param {number} tab
   * @param {string} id
   */
  async withdraw(tab, id) {
    if (this.parts.tabs.get(tab).toast !== id) return;
    await this.left(tab);
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
 * The fixes of a case that were tried and did not help.
 * @param {import("../shared/records.js").TabRecord} record
 * @param {Case} one
 */
function triedOf({ tried = {} }, one) {
  return tried[problemOf(one.diagnosis)] ?? [];
}

/**
 * The person's first fix, where a click in the page may carry it out: it touches the page's own site alone.
 * @param {Case} one
 * @param {string[]} tried
 */
function offered({ diagnosis }, tried) {
  const [first] = inTurn(diagnosis.fixes.filter(({ who }) => who === "person"), tried);
  const own = first?.action?.kind === "reload" || first?.action?.kind === "sign-in";
  return own && diagnosis.sameSiteWithPage && diagnosis.state === "open" ? first : undefined;
}

/**
 * What the message says, in the words that the popup begins with. Of a request that is not
 * same-site with the page it says that there was one, and no more: inside a page nothing stands of another site.
 * @param {Case} one
 * @param {import("../shared/words.js").Words} words
 * @param {"person" | "developer"} view
 * @param {string[]} [tried] The keys of the fixes that did not help.
 * @returns {ToastText}
 */
export function textOf(one, words, view, tried = []) {
  const { summary, fixes, failing, confidence, sameSiteWithPage, resolved } = one.diagnosis;
  const frame = { act: "", label: words.text("interface.toast.label"), close: words.text("interface.toast.close"), language: words.language };
  if (resolved) {
    return {
      ...frame, tone: "good", kicker: words.text("interface.fixed.after", resolved.args), hedge: "", todo: "", mute: "",
      sentence: sameSiteWithPage ? words.tell(resolved) : words.text("interface.fixed"), details: words.text("interface.toast.details"),
    };
  }
  if (!sameSiteWithPage) {
    return {
      ...frame, kicker: "", hedge: "", sentence: words.text("interface.toast.foreign"), todo: "",
      details: words.text("interface.toast.foreign.details"), mute: "",
    };
  }
  const deed = view === "person" ? offered(one, tried) : undefined;
  const mine = fixes.find((fix) => (fix.who === "person") === (view === "person")) ?? fixes[0];
  return {
    ...frame,
    kicker: words.text("interface.toast.kicker", { status: failing.status || 401 }),
    hedge: confidence === "certain" ? "" : words.text(`interface.confidence.${confidence}`),
    sentence: words.tell(view === "developer" ? summary.developer : summary.person),
    todo: mine ? words.text(`${mine.key}.title`, mine.args) : "",
    act: deed ? words.text(`interface.act.${deed.action?.kind}`) : "",
    details: words.text("interface.toast.details"),
    mute: words.text("interface.toast.mute"),
  };
}
