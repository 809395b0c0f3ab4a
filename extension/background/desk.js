/**
 * Answers the messages of our own pages and of the toast.
 */

import { carryOut } from "../shared/deeds.js";
import { expecting, isGone } from "../shared/expected.js";
import { caseOf } from "../shared/following.js";
import { read, speaker } from "../shared/messages.js";
import { hostOf } from "../shared/sites.js";

/**
 * @typedef {object} Parts
 * @property {import("./tabs.js").Tabs} tabs
 * @property {import("./settle.js").Settle} settle
 * @property {import("./keeper.js").Keeper} keeper
 * @property {import("./core.js").Core} core
 * @property {import("./health.js").Health} health
 * @property {(tab: number) => number | undefined} since Since when a tab is watched, if its page stood there before.
 * @property {import("../shared/settings.js").Settings} settings
 * @property {(tab: number) => Promise<string>} pageOf Origin of the document in a tab; empty if it cannot be told.
 * @property {import("./toaster.js").Toaster} toaster
 * @property {(tab: number, window: number | undefined) => Promise<void>} openPopup
 * @property {import("./forgetting.js").Forgetting} forgetting
 * @property {import("./inspector.js").Inspector} inspector
 * @property {(tab: number) => Promise<boolean>} isPrivate
 * @property {() => Promise<void>} ready Kept when what an earlier life of the worker left is taken up.
 * @property {string} home
 * @property {string} id
 */

export class Desk {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
  }

  /**
   * @param {unknown} message
   * @param {chrome.runtime.MessageSender} sender
   * @param {(answer: unknown) => void} answer
   * @returns {boolean} Whether an answer will come.
   */
  heard(message, sender, answer) {
    const from = speaker(sender, this.parts.home, this.parts.id);
    const known = from && read(message, from);
    if (!known) return false;
    this.answer(known, sender).then(answer, () => answer({ error: "failed" }));
    return true;
  }

  /**
   * @param {import("../shared/messages.js").Message} message
   * @param {chrome.runtime.MessageSender} sender
   * @returns {Promise<unknown>}
   */
  async answer(message, sender) {
    const { settle, ready } = this.parts;
    await ready();
    switch (message.kind) {
      case "view":
        return this.view(message.tab);
      case "settled":
        await settle.settled(message.tab);
        await this.parts.keeper.settled();
        return { settled: true };
      case "save":
        return this.save(message.tab, message.id);
      case "export":
        return this.exported(message);
      case "exchange":
        return this.exchange(message.tab, message.id);
      case "panel-opened":
        await this.opened(message.tab);
        return {};
      case "inspected":
        await this.parts.inspector.seen(message.tab, message.entry);
        return {};
      case "sites":
        return { sites: await Promise.all(message.hosts.map((host) => this.parts.core.site(host))) };
      case "mute":
        await this.mute(message.tab, await this.parts.pageOf(message.tab));
        return {};
      case "acted":
        await this.follow(message.tab, message.id, (one) => {
          one.acted = { key: message.key, at: Date.now() };
        });
        return {};
      case "watch":
        await this.follow(message.tab, message.id, (one) => {
          one.watch = true;
        });
        return {};
      case "forget":
        return { failed: await this.forget(message.tab, message.id) };
      case "undo":
        return { failed: await this.parts.forgetting.undo(await this.jarOf(message.tab)) };
      case "toast-left":
        if (sender.tab?.id !== undefined) await this.parts.toaster.left(sender.tab.id);
        return {};
      default:
        return this.toast(message, sender);
    }
  }

  /**
   * @param {number} tab
   * @param {string} id
   * @param {(one: import("../shared/records.js").Case) => void} change
   */
  async follow(tab, id, change) {
    await this.parts.tabs.touch(tab, (record) => {
      const one = caseOf(record, id);
      if (!one) return false;
      change(one);
      return true;
    });
  }

  /**
   * @param {number} tab
   * @param {string} id
   * @returns {Promise<string[]>} The names of the cookies that are there still.
   */
  async forget(tab, id) {
    const { tabs, forgetting } = this.parts;
    const one = caseOf(tabs.get(tab), id);
    const action = one?.diagnosis.fixes.map((fix) => fix.action).find((each) => each?.kind === "forget");
    if (!one || action?.kind !== "forget") return [];
    return forgetting.forget(await this.jarOf(tab), hostOf(one.diagnosis.failing.url), action.cookies, one.store);
  }

  /**
   * What a deletion in a tab is known by: its site, and whether its window is private.
   * @param {number} tab
   */
  async jarOf(tab) {
    const { core, isPrivate, pageOf, tabs } = this.parts;
    const site = await core.site(hostOf(tabs.get(tab).page || await pageOf(tab)));
    return `${await isPrivate(tab) ? "private" : "plain"} ${site}`;
  }

  /** The core did not start: no site can be told, and the popup says why. */
  withoutCore() {
    this.parts.health.set("core", "failed");
    return "";
  }

  /**
   * All that is known of a tab, from memory: nothing that is being done is waited for.
   * @param {number} tab
   */
  async view(tab) {
    const { core, pageOf, settings, tabs } = this.parts;
    const { page: known, cases, earlier, toast, tried = {} } = tabs.get(tab);
    const page = known || await pageOf(tab);
    const site = await core.site(hostOf(page)).catch(() => this.withoutCore());
    return {
      page,
      site,
      muted: await settings.muted(site, tabs.isPrivate.get(tab) ?? false),
      toast,
      settled: !this.parts.settle.busy.get(tab),
      health: this.parts.health.condition(page ? this.parts.since(tab) : undefined),
      cases: cases.map(({ log, last, ...rest }) => ({ ...rest, at: last ?? rest.at, jar: (log?._jar ?? []).map(attributes) })),
      earlier,
      tried,
      undo: page ? this.parts.forgetting.offer(`${tabs.isPrivate.get(tab) ? "private" : "plain"} ${site}`) : undefined,
    };
  }

  /**
   * @param {number} tab
   * @param {string} id
   */
  async save(tab, id) {
    const one = this.parts.tabs.get(tab).cases.find((each) => each.id === id);
    return one?.log ? { log: await this.parts.core.rekey(one.log) } : {};
  }

  /** @param {import("../shared/messages.js").Export} message */
  async exported({ tab, id, format, report }) {
    const log = caseOf(this.parts.tabs.get(tab), id)?.log;
    return log ? { text: await this.parts.core.exported(log, report, format) } : {};
  }

  /**
   * The failing request with its preflight, redacted.
   * @param {number} tab
   * @param {string} id
   */
  async exchange(tab, id) {
    const log = this.parts.tabs.get(tab).cases.find((each) => each.id === id)?.log;
    const entry = log?.entries[log._failing];
    if (!log || !entry) return {};
    const preflight = log.entries.slice(0, log._failing).findLast((one) => one._resourceType === "preflight" && one.request.url === entry.request.url);
    return { entry, preflight };
  }

  /** @param {number} tab */
  async opened(tab) {
    const { tabs, isPrivate } = this.parts;
    if (tabs.get(tab).panel) return;
    await tabs.change(tab, await isPrivate(tab), (record) => {
      record.panel = true;
    });
  }

  /**
   * @param {import("../shared/messages.js").ToastMessage} message
   * @param {chrome.runtime.MessageSender} sender
   */
  async toast(message, sender) {
    const { toaster, openPopup } = this.parts;
    const tab = sender.tab?.id;
    if (tab === undefined || !toaster.knows(tab, message.nonce)) return {};
    if (message.kind === "toast-text") return { text: await toaster.text(tab, message.nonce, sender.tab?.url) };
    const offer = message.kind === "toast-act" ? await toaster.offer(tab) : undefined;
    await toaster.left(tab);
    if (offer) await this.act(tab, offer);
    if (message.kind === "toast-details") await openPopup(tab, sender.tab?.windowId);
    if (message.kind === "toast-mute") await this.mute(tab, this.parts.tabs.get(tab).page);
    return {};
  }

  /**
   * Carries out the fix that the message in a page offered.
   * @param {number} tab
   * @param {{one: import("../shared/records.js").Case, fix: import("../shared/records.js").Fix}} offer
   */
  async act(tab, { one, fix }) {
    await this.follow(tab, one.id, (found) => {
      found.acted = { key: fix.key, at: Date.now() };
    });
    if (fix.action && fix.action.kind !== "support") await carryOut(fix.action, tab).catch(expecting(isGone));
  }

  /**
   * @param {number} tab
   * @param {string} page Origin of the document in it.
   */
  async mute(tab, page) {
    const { core, settings, isPrivate } = this.parts;
    await settings.mute(await core.site(hostOf(page)), await isPrivate(tab));
  }
}

/** @param {Record<string, any>} cookie */
function attributes(cookie) {
  const { value: _, ...rest } = cookie;
  return rest;
}
