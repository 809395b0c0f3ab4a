/**
 * Documents on their way: what is to be said in one waits until it stands there, else it would land in the page before.
 */

/** @typedef {import("../shared/records.js").Case} Case */

export class Arrivals {
  constructor() {
    /**
     * The case that waits in each tab.
     * @type {Map<number, string>}
     */
    this.coming = new Map();
    /** @type {Map<number, number>} */
    this.committed = new Map();
  }

  /**
   * Whether the document of a case is still on its way; the case is kept for it then.
   * @param {number} tab
   * @param {Case} one
   */
  awaits(tab, one) {
    const { type, at } = one.fixed ?? one;
    if (type !== "main_frame" || (this.committed.get(tab) ?? 0) >= at) return false;
    this.coming.set(tab, one.id);
    return true;
  }

  /**
   * A document stands in the tab now.
   * @param {number} tab
   * @param {number} time
   * @returns {string | undefined} The case that waited for it.
   */
  arrived(tab, time) {
    this.committed.set(tab, time);
    const id = this.coming.get(tab);
    this.coming.delete(tab);
    return id;
  }

  /** @param {number} tab */
  forget(tab) {
    this.coming.delete(tab);
    this.committed.delete(tab);
  }
}
