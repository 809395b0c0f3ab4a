/**
 * Work that waits for its turn: one piece at a time, each tab after the other, and the browser's own events between.
 * So a page that fails a thousand times keeps neither another tab's badge waiting, nor the popup.
 */

/** What goes first: a case whose time is up, then what changes a case, then a new one. */
export const URGENCY = Object.freeze({ settled: 0, changed: 1, new: 2 });

export class Turns {
  /** @param {() => Promise<void>} [rest] Kept when the browser's events that wait have had their turn. */
  constructor(rest = breath) {
    this.rest = rest;
    /**
     * What waits, by urgency and tab; the tab whose turn it is comes first.
     * @type {Map<number, (() => Promise<void>)[]>[]}
     */
    this.waiting = Object.values(URGENCY).map(() => new Map());
    this.running = false;
    /** How many pieces of work wait. */
    this.waits = 0;
  }

  /**
   * @template T
   * @param {number} tab
   * @param {number} urgency
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  take(tab, urgency, work) {
    return new Promise((keep, fail) => {
      const lists = /** @type {Map<number, (() => Promise<void>)[]>} */ (this.waiting[urgency]);
      lists.set(tab, [...(lists.get(tab) ?? []), () => work().then(keep, fail)]);
      this.waits += 1;
      if (!this.running) void this.run();
    });
  }

  async run() {
    this.running = true;
    for (let work = this.next(); work; work = this.next()) {
      await work();
      await this.rest();
    }
    this.running = false;
  }

  next() {
    for (const lists of this.waiting) {
      const first = lists.entries().next().value;
      if (!first) continue;
      const [tab, [work, ...rest]] = first;
      lists.delete(tab);
      if (rest.length > 0) lists.set(tab, rest);
      this.waits -= 1;
      return work;
    }
    return undefined;
  }
}

/** Lets the browser's events in; a timer would wait longer than they need. */
function breath() {
  return new Promise((/** @type {(value?: undefined) => void} */ keep) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      keep();
    };
    port2.postMessage(0);
  });
}
