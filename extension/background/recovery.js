/**
 * Nothing that was refused is forgotten because the browser ended the worker: a bare line of each refused request is in
 * the store before anything else is done with it, and goes when its case is kept. What a later life of the worker still
 * finds there was lost but for that line, and is told so.
 */

import { originOf } from "../shared/sites.js";

/** @typedef {import("./capture.js").Seen} Seen */
/** @typedef {import("../shared/records.js").Case} Case */

/**
 * @typedef {{time: number, origin: string, status: number, tab: number, document?: string, top?: true}} Line What is kept
 *   of a refused request at once: nothing secret, and no path. Time is in milliseconds; `top` is a tab's own document.
 * @typedef {Line & {request: string, isPrivate: boolean, key: string}} Left A line that an earlier life has left.
 */

/**
 * @typedef {object} Parts
 * @property {import("../shared/session.js").Area} session
 * @property {() => Promise<boolean>} kept Writes what waits to be written, and tells whether all of it is in the store.
 * @property {(tab: number) => Promise<{url: string, document?: string} | undefined>} pageOf The page in a tab, if there is one.
 * @property {(tab: number) => Promise<Case[]>} casesOf What is kept of a tab, once that is read.
 * @property {(log: object, isPrivate: boolean) => Promise<{log: import("../shared/records.js").Log, diagnosis: import("../shared/records.js").Diagnosis}>} explain
 * @property {(tab: number, isPrivate: boolean, found: Case) => Promise<void>} add Adds a case to a tab and to its badge.
 * @property {(state: "ok" | "failed") => void} stored Hears whether the store takes the lines.
 * @property {(error: unknown) => void} failed
 * @property {() => Promise<{name: string, version: string}>} browser
 */

const PREFIX = "rejected:";
const PRIVATE = "rejected:private:";

/** Lines that wait for their case at one time; a page that is refused this often is told of anyway. */
const CAP = 2_000;

/** Lines whose cases were kept are taken out together, after so many milliseconds. */
const PAUSE = 300;

export class Recovery {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    /**
     * The lines of this life.
     * @type {Set<string>}
     */
    this.open = new Set();
    /** @type {Set<string>} */
    this.done = new Set();
    this.refused = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /**
   * Writes a request's line at once.
   * @param {Seen} seen
   * @param {number} tab The tab that it belongs to.
   * @param {boolean} isPrivate
   * @returns {string} The line's key; empty where there is none.
   */
  note(seen, tab, isPrivate) {
    const key = `${isPrivate ? PRIVATE : PREFIX}${seen.id}`;
    if (seen.status === 0 || (this.open.size >= CAP && !this.open.has(key))) return "";
    this.open.add(key);
    this.done.delete(key);
    /** @type {Line} */
    const line = { time: Math.round(seen.ended), origin: originOf(seen.url), status: seen.status, tab };
    if (seen.type === "main_frame") line.top = true;
    else if (seen.document !== undefined && seen.frame === 0) line.document = seen.document;
    this.parts.session.set({ [key]: line }).then(() => this.stored(true), () => this.stored(false));
    return key;
  }

  /**
   * A line's case was made, or was found to need none: the line goes when that is in the store.
   * @param {string} key
   */
  finish(key) {
    if (key === "") return;
    this.done.add(key);
    this.timer ??= setTimeout(() => void this.clear().catch(this.parts.failed), PAUSE);
  }

  /** Takes out the lines whose cases are in the store. */
  async clear() {
    this.timer = undefined;
    const keys = [...this.done];
    if (!await this.parts.kept()) {
      this.timer ??= setTimeout(() => void this.clear().catch(this.parts.failed), PAUSE * 10);
      return;
    }
    // One that was written again meanwhile stands for what has come since.
    const gone = keys.filter((key) => this.done.delete(key));
    for (const key of gone) this.open.delete(key);
    await this.parts.session.remove(gone);
  }

  /**
   * Tells where the store begins to refuse lines, and where it takes them again.
   * @param {boolean} taken
   */
  stored(taken) {
    if (this.refused === !taken) return;
    this.refused = !taken;
    this.parts.stored(taken ? "ok" : "failed");
  }

  /** Makes of what an earlier life has left what can still be told of it. */
  async recover() {
    const left = await this.left();
    for (const list of byServer(left)) {
      const { tab, isPrivate } = /** @type {Left} */ (list[0]);
      const page = await this.parts.pageOf(tab);
      const known = new Set((await this.parts.casesOf(tab)).map((one) => one.request));
      // A case that is there was kept, and a page that was left takes what it asked for with it.
      const lost = list.filter((one) => page && !known.has(one.request) && isOf(one, page));
      if (page && lost.length > 0) await this.tell(tab, isPrivate, page.url, lost);
      for (const one of list) this.open.add(one.key);
      for (const one of list) this.finish(one.key);
    }
  }

  /**
   * @param {number} tab
   * @param {boolean} isPrivate
   * @param {string} page
   * @param {Left[]} lost Of one server, oldest first.
   */
  async tell(tab, isPrivate, page, lost) {
    const first = /** @type {Left} */ (lost[0]);
    const last = /** @type {Left} */ (lost.at(-1));
    const { log, diagnosis } = await this.parts.explain(logOf(first, originOf(page), isPrivate, await this.parts.browser()), isPrivate);
    if (!log || !diagnosis || diagnosis.cause === null) return;
    await this.parts.add(tab, isPrivate, {
      id: `lost.${first.request}.${first.time}`, request: first.request, at: last.time, started: first.time, method: "", type: "other", frame: 0,
      own: diagnosis.own === true, count: lost.length, due: 0, lost: true, log, diagnosis,
    });
  }

  /**
   * The lines that no life has finished.
   * @returns {Promise<Left[]>}
   */
  async left() {
    const stored = await this.parts.session.get(null);
    return Object.entries(stored)
      .filter(([key, line]) => key.startsWith(PREFIX) && !this.open.has(key) && isLine(line))
      .map(([key, line]) => ({ ...line, key, isPrivate: key.startsWith(PRIVATE), request: key.slice((key.startsWith(PRIVATE) ? PRIVATE : PREFIX).length) }))
      .sort((left, right) => left.time - right.time);
  }
}

/**
 * Whether a request was the document that stands in its tab, or was sent by it, as far as that can be told.
 * @param {Line} line
 * @param {{url: string, document?: string}} page
 */
function isOf(line, page) {
  if (line.top) return originOf(page.url) === line.origin;
  return line.document === undefined || page.document === undefined || line.document === page.document;
}

/** @param {any} line */
function isLine(line) {
  return Number.isFinite(line?.time) && typeof line.origin === "string" && Number.isInteger(line.status) && Number.isInteger(line.tab);
}

/**
 * @param {Left[]} left
 * @returns {Left[][]}
 */
function byServer(left) {
  /** @type {Map<string, Left[]>} */
  const lists = new Map();
  for (const one of left) {
    const name = JSON.stringify([one.tab, one.isPrivate, one.origin, one.status]);
    lists.set(name, [...(lists.get(name) ?? []), one]);
  }
  return [...lists.values()];
}

/**
 * All that is known, for the core to judge: headers, method and path were not kept, which is not the same as there being none.
 * @param {Left} line
 * @param {string} page Origin of the page.
 * @param {boolean} isPrivate
 * @param {{name: string, version: string}} browser
 */
function logOf({ time, origin, status }, page, isPrivate, browser) {
  return {
    version: "1.2",
    creator: { name: "why401", version: "" },
    browser,
    pages: [],
    entries: [{
      startedDateTime: new Date(time).toISOString(),
      time: 0,
      request: { method: "", url: `${origin}/`, httpVersion: "", cookies: [], queryString: [], headersSize: -1, bodySize: -1 },
      response: { status, statusText: "", httpVersion: "", cookies: [], redirectURL: "", headersSize: -1, bodySize: -1 },
      cache: {},
      timings: { send: 0, wait: 0, receive: 0 },
    }],
    _failing: 0,
    _page: { url: `${page}/`, frames: [] },
    _now: new Date(time).toISOString(),
    _settings: { private: isPrivate },
    _settled: true,
  };
}
