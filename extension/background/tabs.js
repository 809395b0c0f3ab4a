/**
 * What is known of each tab, kept in the browser's memory for as long as its page stands there.
 * Changes to one tab happen one after another, so that none undoes another.
 */

import { CAPS, VERSION, emptyTab, readTab } from "../shared/records.js";
import { originOf } from "../shared/sites.js";

/** @typedef {import("../shared/records.js").TabRecord} TabRecord */
/** @typedef {import("../shared/records.js").Case} Case */

export class Tabs {
  /** @param {import("../shared/session.js").Area} session */
  constructor(session) {
    this.session = session;
    /** @type {Map<number, TabRecord>} */
    this.records = new Map();
    /** @type {Map<number, boolean>} */
    this.isPrivate = new Map();
    /** @type {Map<number, Promise<unknown>>} */
    this.queues = new Map();
    this.loaded = false;
    /** @type {Promise<void>} */
    this.ready = this.load();
    this.ready.catch(() => undefined);
  }

  /** Reads what an earlier life of the worker left. */
  async load() {
    const stored = await this.session.get(null);
    for (const [key, value] of Object.entries(stored)) {
      const [, flag, id] = /^tab:(private:)?(\d+)$/u.exec(key) ?? [];
      if (id === undefined) continue;
      const record = readTab(value);
      if (!record) {
        await this.session.remove(key);
        continue;
      }
      this.records.set(Number(id), record);
      this.isPrivate.set(Number(id), flag !== undefined);
    }
    this.loaded = true;
  }

  /**
   * @param {number} tab
   * @returns {TabRecord}
   */
  get(tab) {
    return this.records.get(tab) ?? emptyTab();
  }

  /**
   * Changes a tab's record, after all changes asked for before; it is written unless the change answers false.
   * @template T
   * @param {number} tab
   * @param {boolean} isPrivate
   * @param {(record: TabRecord) => T | Promise<T>} change
   * @returns {Promise<T>}
   */
  change(tab, isPrivate, change) {
    const turn = (this.queues.get(tab) ?? this.ready).then(async () => {
      const record = this.get(tab);
      const result = await change(record);
      if (result === false) return result;
      record.toasted = record.toasted.slice(-CAPS.toasted);
      this.records.set(tab, record);
      this.isPrivate.set(tab, isPrivate);
      await this.session.set({ [keyOf(tab, isPrivate)]: { ...record, v: VERSION } });
      return result;
    });
    const quietly = turn.catch(() => undefined).then(() => {
      if (this.queues.get(tab) === quietly) this.queues.delete(tab);
    });
    this.queues.set(tab, quietly);
    return turn;
  }

  /**
   * Changes a tab's record if there is one.
   * @param {number} tab
   * @param {(record: TabRecord) => unknown} change
   */
  async touch(tab, change) {
    await this.ready;
    if (this.records.has(tab) || this.queues.has(tab)) await this.change(tab, this.isPrivate.get(tab) ?? false, change);
  }

  /**
   * Drops what belonged to the page before; the new document's own failure belongs to the new page.
   * @param {number} tab
   * @param {{url: string, document?: string, since: number, answered: number}} navigation
   */
  async navigated(tab, navigation) {
    await this.touch(tab, (record) => {
      record.page = originOf(navigation.url);
      record.cases = record.cases.filter((one) => belongs(one, navigation));
      record.toasted = [];
      record.toast = "";
      record.hinted = {};
    });
  }

  /** @param {number} tab */
  async forget(tab) {
    await (this.queues.get(tab) ?? this.ready);
    const isPrivate = this.isPrivate.get(tab) ?? false;
    this.records.delete(tab);
    this.isPrivate.delete(tab);
    await this.session.remove(keyOf(tab, isPrivate));
  }
}

/**
 * @param {number} tab
 * @param {boolean} isPrivate
 */
function keyOf(tab, isPrivate) {
  return `tab:${isPrivate ? "private:" : ""}${tab}`;
}

/**
 * Whether a case belongs to the document that was just committed.
 * @param {Case} one
 * @param {{document?: string, since: number, answered: number}} navigation
 */
export function belongs(one, navigation) {
  if (one.type === "main_frame") return one.started >= navigation.since;
  if (one.document !== undefined && navigation.document !== undefined && one.frame === 0) {
    return one.document === navigation.document;
  }
  return one.started >= navigation.answered;
}
