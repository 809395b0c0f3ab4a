/**
 * Remembers which cookies went, and what the browser says of how; never their values.
 */

/**
 * @typedef {{name: string, domain: string, path: string, cause: string, time: number, store: string}} Loss
 * @typedef {{name: string, domain: string, path: string, cause: string, time: number | string}} KeptLoss As the core keeps it.
 */

const CAP = 300;
const MAX_AGE = 3_600_000;

export class Losses {
  /**
   * @param {(loss: Loss) => void} heard
   * @param {number} now
   */
  constructor(heard, now) {
    this.heard = heard;
    /** All that went since then is in the list. */
    this.since = now;
    /** @type {Loss[]} */
    this.list = [];
  }

  /**
   * @param {{removed: boolean, cause: string, cookie: chrome.cookies.Cookie}} change Of `cookies.onChanged`.
   * @param {number} now
   */
  changed(change, now) {
    // An overwritten cookie is followed by its successor: nothing went.
    if (!change.removed || change.cause === "overwrite") return;
    const { name, domain, path, storeId } = change.cookie;
    const loss = { name, domain, path, cause: change.cause, time: now, store: storeId };
    this.list.push(loss);
    if (this.list.length > CAP * 2) {
      this.list = this.list.slice(-CAP);
      this.since = this.list[0]?.time ?? now;
    }
    this.heard(loss);
  }

  /**
   * What went lately, oldest first; the core leaves out what does not concern a request.
   * @param {string | undefined} store
   * @param {number} now
   */
  of(store, now) {
    return this.list.filter((loss) => now - loss.time < MAX_AGE && (store === undefined || loss.store === store));
  }
}
