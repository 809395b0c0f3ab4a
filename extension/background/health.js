/**
 * What keeps the extension from knowing: a part that failed, an error nobody expected. "All is well" is said only where
 * none of this stands. Each is a state that the popup and the button show, never an error that is swallowed.
 */

/** @typedef {"core" | "store"} Part */
/** @typedef {{failed: Part[], faults: number, since?: number}} Condition What the popup is told. */

export class Health {
  /** @param {() => void} [changed] Called when the condition has changed. */
  constructor(changed = () => {}) {
    this.changed = changed;
    /** @type {Set<Part>} */
    this.failed = new Set();
    /**
     * How often each place met an error that it had not expected.
     * @type {Map<string, number>}
     */
    this.faults = new Map();
  }

  /**
   * @param {Part} part
   * @param {"ok" | "failed"} state
   */
  set(part, state) {
    if (this.failed.has(part) === (state === "failed")) return;
    if (state === "failed") this.failed.add(part);
    else this.failed.delete(part);
    this.changed();
  }

  /**
   * Takes in an error that nobody expected. Its message may hold an address, so only its kind and place are kept.
   * @param {string} place Where it was met, such as `badge`.
   * @param {unknown} error
   */
  fault(place, error) {
    const kind = error instanceof Error ? error.name : typeof error;
    this.faults.set(`${place} ${kind}`, (this.faults.get(`${place} ${kind}`) ?? 0) + 1);
    console.error("why401: %s failed in %s", kind, place);
    this.changed();
  }

  /**
   * A handler for a promise's failure.
   * @param {string} place
   * @returns {(error: unknown) => void}
   */
  at(place) {
    return (error) => this.fault(place, error);
  }

  /**
   * @param {number} [since] Since when the page is watched, where it stood there before, in milliseconds.
   * @returns {Condition}
   */
  condition(since) {
    const faults = [...this.faults.values()].reduce((sum, count) => sum + count, 0);
    return { failed: [...this.failed], faults, ...(since === undefined ? {} : { since }) };
  }
}
