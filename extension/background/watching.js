/**
 * Since when requests are watched without a gap. The browser may end the worker in the midst of its work, and a restart
 * or an update of the extension forgets what was found: the pages that stood there then may have missed requests.
 *
 * A worker that the browser stops because nothing happens misses nothing. It is told from one that was ended at work by
 * a mark that is set when events come and taken away when they have ceased for a while, well before the browser stops it.
 */

/** @typedef {{since: number, busy: boolean, before: number[]}} Mark `before`: the tabs whose page stood there before. */

const KEY = "watching";

/** So long without an event is quiet, in milliseconds; browsers stop a background after 30 s. */
const QUIET = 15_000;

export class Watching {
  /**
   * @param {import("../shared/session.js").Area} session
   * @param {() => Promise<number[]>} tabs The tabs that there are.
   * @param {(error: unknown) => void} failed
   * @param {() => number} [now]
   */
  constructor(session, tabs, failed, now = Date.now) {
    this.session = session;
    this.tabs = tabs;
    this.failed = failed;
    this.now = now;
    /** @type {Mark} */
    this.mark = { since: now(), busy: true, before: [] };
    /**
     * Tabs in which a document came in this life.
     * @type {Set<number>}
     */
    this.came = new Set();
    this.last = now();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /**
     * Kept when it is known what the earlier life has missed; whether there was one in this session of the browser.
     * @type {Promise<boolean>}
     */
    this.ready = this.start();
  }

  async start() {
    const [stored, open] = await Promise.all([this.session.get(KEY), this.tabs()]);
    const mark = stored[KEY];
    const known = isMark(mark);
    if (known && !mark.busy) this.mark = { ...mark, busy: true };
    else this.mark.before = open;
    this.mark.before = this.mark.before.filter((tab) => open.includes(tab) && !this.came.has(tab));
    await this.write();
    this.listen();
    return known;
  }

  /** An event came. It is called for each one, so it does next to nothing. */
  heard() {
    this.last = this.now();
    if (this.mark.busy) return;
    this.mark.busy = true;
    this.write().catch(this.failed);
    this.listen();
  }

  /** Waits until no event has come for a while. */
  listen() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.now() - this.last < QUIET) {
        this.listen();
        return;
      }
      this.mark.busy = false;
      this.write().catch(this.failed);
    }, Math.max(0, this.last + QUIET - this.now()));
  }

  /**
   * A new document stands in a tab: it is watched from its beginning.
   * @param {number} tab
   */
  arrived(tab) {
    this.came.add(tab);
    this.leave(tab);
  }

  /** @param {number} tab */
  forget(tab) {
    this.came.delete(tab);
    this.leave(tab);
  }

  /**
   * Since when a tab is watched, where its page stood there before; otherwise it was watched all along.
   * @param {number} tab
   * @returns {number | undefined} In milliseconds.
   */
  since(tab) {
    return this.mark.before.includes(tab) ? this.mark.since : undefined;
  }

  /** @param {number} tab */
  leave(tab) {
    if (!this.mark.before.includes(tab)) return;
    this.mark.before = this.mark.before.filter((one) => one !== tab);
    this.write().catch(this.failed);
  }

  async write() {
    await this.session.set({ [KEY]: this.mark });
  }
}

/** @param {any} mark */
function isMark(mark) {
  return Number.isFinite(mark?.since) && typeof mark.busy === "boolean" && Array.isArray(mark.before);
}
