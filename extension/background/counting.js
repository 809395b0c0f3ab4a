/**
 * Counts the failed requests that are not looked at one by one, each of them once.
 */

import { tally } from "../shared/problems.js";

/** How long a request that was passed over may wait for a case like it, in milliseconds. */
const HOLD = 1_000;

/** @typedef {import("./pace.js").Known} Known */

export class Counting {
  /**
   * @param {Pick<import("./diagnoser.js").Parts, "pace" | "settle" | "tabs" | "note" | "privateOnly">} parts
   * @param {import("./lines.js").Lines} lines
   */
  constructor(parts, lines) {
    this.parts = parts;
    this.lines = lines;
    /**
     * What waits in each tab to be counted.
     * @type {Map<number, Promise<boolean>>}
     */
    this.held = new Map();
  }

  /**
   * Counts a request with a case like it; where there is none yet it is waited for.
   * @param {number} tab
   * @param {import("./capture.js").Seen} seen
   * @param {Known | undefined} known
   * @returns {Promise<boolean>} Whether it is counted.
   */
  count(tab, seen, known) {
    const { settle, tabs } = this.parts;
    if (known) return settle.during(tab, () => tabs.touch(tab, (record) => recount(record, known, seen.ended, (one) => this.note(tab, one))));
    const held = this.held.get(tab) ?? settle.during(tab, () => this.hold(tab));
    this.held.set(tab, held);
    return held;
  }

  /**
   * @param {number} tab
   * @param {import("../shared/records.js").Case} one
   */
  note(tab, one) {
    this.parts.note(one, this.parts.tabs.isPrivate.get(tab) ?? this.parts.privateOnly);
  }

  /**
   * Has what was passed over counted, though no case like it has come.
   * @param {number} tab
   */
  async hold(tab) {
    await new Promise((keep) => setTimeout(keep, HOLD));
    await this.lines.ended(tab);
    this.held.delete(tab);
    const count = this.parts.pace.flush(tab);
    const now = Date.now();
    if (count > 0) await this.parts.tabs.touch(tab, (record) => tally(record, "", { count, first: now, last: now, open: false }));
  }
}

/**
 * Counts a request with a case, or with what is left of it.
 * @param {import("../shared/records.js").TabRecord} record
 * @param {Known} known
 * @param {number} at
 * @param {(one: import("../shared/records.js").Case) => void} note
 */
function recount(record, known, at, note) {
  const one = record.cases.find((each) => each.id === known.id);
  if (!one) {
    tally(record, known.name, { count: 1, first: at, last: at, open: false });
    return;
  }
  one.last = Math.max(one.last ?? one.at, at);
  one.count += 1;
  note(one);
}
