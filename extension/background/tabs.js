/**
 * What is known of each tab for as long as its page stands there. It is kept in memory, and copied into the store for the
 * next life of the worker.
 */

import { pack } from "../shared/packed.js";
import { dismiss, quiet } from "../shared/problems.js";
import { leave } from "../shared/following.js";
import { CAPS, emptyTab, readTab, writeTab } from "../shared/records.js";
import { originOf } from "../shared/sites.js";
import { sizeOf } from "./keeper.js";

/** @typedef {import("../shared/records.js").TabRecord} TabRecord */
/** @typedef {import("../shared/records.js").Case} Case */
/** @typedef {{url: string, document?: string, since: number, answered: number}} Navigation */

/** So many tabs that were closed are remembered: what comes late for one, such as a beacon's 401, makes no record. */
const REMOVED = 1_000;

export class Tabs {
  /**
   * @param {import("./keeper.js").Keeper} keeper
   * @param {() => Promise<number[]>} open The tabs that there are.
   */
  constructor(keeper, open) {
    this.keeper = keeper;
    this.open = open;
    /** @type {Map<number, TabRecord>} */
    this.records = new Map();
    /** @type {Map<number, boolean>} */
    this.isPrivate = new Map();
    /**
     * The latest navigation of each tab: a case of the page before may be explained after it.
     * @type {Map<number, Navigation>}
     */
    this.navigations = new Map();
    /** @type {Set<number>} */
    this.removed = new Set();
    /**
     * The text of each log and diagnosis; a changed one is another object.
     * @type {WeakMap<object, string>}
     */
    this.texts = new WeakMap();
    keeper.shed = (bytes) => this.shed(bytes);
    /** @type {Promise<void>} */
    this.ready = this.load();
  }

  /** Reads what an earlier life of the worker left; the records of tabs that are gone go. */
  async load() {
    const [stored, open] = await Promise.all([this.keeper.all(), this.open()]);
    const gone = [];
    for (const [key, value] of Object.entries(stored)) {
      const [, flag, id] = /^tab:(private:)?(\d+)$/u.exec(key) ?? [];
      if (id === undefined) continue;
      const tab = Number(id);
      const record = open.includes(tab) && !this.removed.has(tab) ? readTab(value) : undefined;
      if (record) {
        this.records.set(tab, record);
        this.isPrivate.set(tab, flag !== undefined);
      } else {
        gone.push(key);
      }
    }
    await Promise.all(gone.map((key) => this.keeper.discard(key)));
  }

  /**
   * @param {number} tab
   * @returns {TabRecord}
   */
  get(tab) {
    return this.records.get(tab) ?? emptyTab();
  }

  /**
   * Changes a tab's record; it is written soon, unless the change answers false.
   * @template T
   * @param {number} tab
   * @param {boolean} isPrivate
   * @param {(record: TabRecord) => T} change
   * @returns {Promise<T | false>}
   */
  async change(tab, isPrivate, change) {
    await this.ready;
    if (this.removed.has(tab)) return false;
    const record = this.get(tab);
    const result = change(record);
    if (result === false) return result;
    record.toasted = record.toasted.slice(-CAPS.toasted);
    this.records.set(tab, record);
    this.isPrivate.set(tab, isPrivate);
    this.keep(tab);
    return result;
  }

  /**
   * Changes a tab's record if there is one.
   * @param {number} tab
   * @param {(record: TabRecord) => unknown} change
   */
  async touch(tab, change) {
    await this.ready;
    if (this.records.has(tab)) await this.change(tab, this.isPrivate.get(tab) ?? false, change);
  }

  /**
   * Drops what belonged to the page before; the new document's own failure belongs to the new page.
   * @param {number} tab
   * @param {Navigation} navigation
   */
  async navigated(tab, navigation) {
    this.navigations.set(tab, navigation);
    await this.touch(tab, (record) => {
      record.page = originOf(navigation.url);
      const left = record.cases.filter((one) => !belongs(one, navigation));
      record.cases = record.cases.filter((one) => !left.includes(one));
      leave(record, left);
      record.earlier = {};
      record.toasted = [];
      record.toast = "";
      record.hinted = {};
    });
  }

  /**
   * The document that stands in a tab was asked for earlier than was known: its own failure is one of this page.
   * @param {number} tab
   * @param {number} since
   */
  stood(tab, since) {
    const known = this.navigations.get(tab);
    if (known) this.navigations.set(tab, { ...known, since, answered: Math.min(known.answered, since) });
  }

  /**
   * Whether a case that was just explained is still one of the page that stands in its tab.
   * @param {number} tab
   * @param {Case} one
   */
  stands(tab, one) {
    const navigation = this.navigations.get(tab);
    return navigation === undefined || belongs(one, navigation);
  }

  /** @param {number} tab */
  async forget(tab) {
    this.removed.add(tab);
    if (this.removed.size > REMOVED) this.removed.delete(/** @type {number} */ (this.removed.values().next().value));
    const isPrivate = this.isPrivate.get(tab) ?? false;
    this.records.delete(tab);
    this.isPrivate.delete(tab);
    this.navigations.delete(tab);
    await this.keeper.remove(keyOf(tab, isPrivate));
  }

  /** @param {number} tab */
  keep(tab) {
    const record = this.records.get(tab);
    if (record) this.keeper.mark(keyOf(tab, this.isPrivate.get(tab) ?? false), () => writeTab(record, (part) => this.textOf(part)));
  }

  /** @param {object} part */
  textOf(part) {
    let text = this.texts.get(part);
    if (text === undefined) {
      text = pack(part);
      this.texts.set(part, text);
    }
    return text;
  }

  /**
   * Makes room: the logs of quiet cases go first, the oldest of all tabs; then those cases; then what is remembered of
   * sites; then other logs, then other cases. Their requests stay counted, and what waits for its turn stays.
   * @param {number} bytes
   */
  shed(bytes) {
    const all = [...this.records].flatMap(([tab, { cases }]) => cases.filter((one) => one.due === 0).map((one) => ({ tab, one })));
    all.sort((left, right) => left.one.at - right.one.at);
    const [calm, loud] = [all.filter(({ one }) => quiet(one)), all.filter(({ one }) => !quiet(one))];
    let left = bytes - this.drop(calm, bytes);
    if (left > 0) left -= this.keeper.release("site:", left);
    if (left > 0) this.drop(loud, left);
  }

  /**
   * @param {{tab: number, one: Case}[]} list The oldest first.
   * @param {number} bytes
   * @returns {number} How much became free.
   */
  drop(list, bytes) {
    let freed = 0;
    for (const { tab, one } of list) if (freed < bytes) freed += this.dropLog(tab, one);
    for (const { tab, one } of list) if (freed < bytes) freed += this.dropCase(tab, one);
    return freed;
  }

  /**
   * @param {number} tab
   * @param {Case} one
   * @returns {number} Bytes.
   */
  dropLog(tab, one) {
    if (!one.log) return 0;
    const bytes = sizeOf(this.textOf(one.log));
    delete one.log;
    return this.shrunk(tab, bytes);
  }

  /**
   * @param {number} tab
   * @param {Case} one
   * @returns {number} Bytes.
   */
  dropCase(tab, one) {
    dismiss(this.get(tab), one);
    return this.shrunk(tab, sizeOf(this.textOf(one.diagnosis)));
  }

  /**
   * @param {number} tab
   * @param {number} bytes
   */
  shrunk(tab, bytes) {
    this.keeper.shrunk(keyOf(tab, this.isPrivate.get(tab) ?? false), bytes);
    this.keep(tab);
    return bytes;
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
 * @param {Navigation} navigation
 */
export function belongs(one, navigation) {
  // What this document's own request has shown to work again is told on it.
  if (one.fixed) return one.fixed.at >= navigation.since;
  if (one.type === "main_frame") return one.started >= navigation.since;
  if (one.document !== undefined && navigation.document !== undefined && one.frame === 0) {
    return one.document === navigation.document;
  }
  return one.started >= navigation.answered;
}
