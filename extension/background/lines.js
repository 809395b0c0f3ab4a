/**
 * What happens to one case happens one after another: it is explained, then changed, then settled.
 */
export class Lines {
  constructor() {
    /**
     * The last thing that was asked of each case, by tab.
     * @type {Map<number, Map<string, Promise<void>>>}
     */
    this.tabs = new Map();
  }

  /**
   * @param {number} tab
   * @param {string} id
   * @param {() => Promise<void>} work Done when all that was asked of the case before has ended, well or not.
   * @returns {Promise<void>}
   */
  next(tab, id, work) {
    const lines = this.tabs.get(tab) ?? new Map();
    this.tabs.set(tab, lines);
    const turn = (lines.get(id) ?? Promise.resolve()).then(work);
    const end = () => {
      if (lines.get(id) === mine) lines.delete(id);
      if (lines.size === 0) this.tabs.delete(tab);
    };
    // Who asked for it hears of a failure; the next one does not have to.
    const mine = turn.then(end, end);
    lines.set(id, mine);
    return turn;
  }

  /**
   * Kept when all that was asked of a tab's cases until now has ended.
   * @param {number} tab
   */
  async ended(tab) {
    await Promise.all(this.tabs.get(tab)?.values() ?? []);
  }
}
