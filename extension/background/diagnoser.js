/**
 * Follows each failing request from its 401 to its settled diagnosis, and hands every state to the surfaces.
 */

import { Counting } from "./counting.js";
import { entryOf } from "./har.js";
import { mayRefresh, maySignIn } from "./kinds.js";
import { Lines } from "./lines.js";
import { URGENCY } from "./turns.js";
import { addressOf, caseOf, failedAgain, isOpen, returned } from "../shared/following.js";
import { admit, nameOf } from "../shared/problems.js";
import { CAPS } from "../shared/records.js";
import { originOf } from "../shared/sites.js";

/** @typedef {import("./capture.js").Seen} Seen */
/** @typedef {import("../shared/records.js").Case} Case */
/** @typedef {import("../shared/records.js").Log} Log */

/**
 * @typedef {{id: string, method: string, url: string, request: string, grown: number, store?: string | undefined,
 *   isPrivate: boolean}} Watched
 */

/** So many failing requests of a tab are watched; what waits for its turn to alarm is among them. */
const WATCHED = 100;

/** How many cases one later request is added to, the latest first. */
const MENDED_AT_ONCE = 3;

/**
 * @typedef {object} Parts
 * @property {import("./capture.js").Capture} capture
 * @property {import("./exchange.js").Exchange} exchange
 * @property {import("./core.js").Core} core
 * @property {import("./tabs.js").Tabs} tabs
 * @property {import("./site-memory.js").SiteMemory} memory
 * @property {import("./settle.js").Settle} settle
 * @property {import("./pace.js").Pace} pace
 * @property {import("./turns.js").Turns} turns
 * @property {(tab: number, record: import("../shared/records.js").TabRecord) => void} show Draws the badge.
 * @property {(tab: number, id: string) => Promise<void>} speak Shows a toast, where tact allows.
 * @property {(one: Case, isPrivate: boolean) => void} note Keeps it in the history, if that is wanted.
 * @property {boolean} privateOnly
 */

export class Diagnoser {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    /**
     * Failing requests that a later one may mend, by tab; raw, so in memory only.
     * @type {Map<number, Watched[]>}
     */
    this.watched = new Map();
    this.lines = new Lines();
    this.counting = new Counting(parts, this.lines);
  }

  /**
   * @param {Seen} seen
   * @returns {Promise<boolean>} Whether it was looked at, and is kept or need not be.
   */
  async failed(seen) {
    const { pace, settle, turns } = this.parts;
    const tab = this.tabOf(seen);
    if (tab === undefined) return true;
    const known = this.caseOf(tab, seen);
    if (known === undefined) this.follow(tab, seen);
    const way = pace.take(tab, seen, turns.waits);
    if (!way.explain) return known === undefined ? this.counting.count(tab, seen, way.known) : true;
    const id = known ?? `${seen.id}.${Math.round(seen.started)}`;
    this.watch(tab, { id, method: seen.method, url: seen.url, request: seen.id, grown: 0, store: seen.store, isPrivate: this.isPrivate(seen) });
    return settle.during(tab, () => this.explain(tab, id, seen));
  }

  /**
   * The case that a request belongs to already: that of its earlier leg, such as the first of a challenge, or that of
   * the preflight that was asked for it. They are one exchange.
   * @param {number} tab
   * @param {Seen} seen
   */
  caseOf(tab, seen) {
    return this.watched.get(tab)?.findLast((one) => one.request === seen.id
      || (seen.status === 0 && one.method === "OPTIONS" && one.url === seen.url))?.id;
  }

  /**
   * A response that did not fail: it may mend one that did, or tell of a sign-in.
   * @param {Seen} seen
   */
  answered(seen) {
    if (maySignIn(seen) || mayRefresh(seen)) this.parts.memory.note(seen, this.isPrivate(seen));
    if (this.watched.size > 0) {
      const tab = this.tabOf(seen);
      if (tab !== undefined) this.follow(tab, seen);
      if (succeeds(seen)) this.followElsewhere(tab, seen);
    }
  }

  /**
   * The same request may work again in another tab, such as the one in which somebody has signed in.
   * @param {number | undefined} here
   * @param {Seen} seen
   */
  followElsewhere(here, seen) {
    const jar = (/** @type {Watched} */ one) => one.store === seen.store && one.isPrivate === this.isPrivate(seen);
    for (const [tab, list] of this.watched) {
      const cases = tab === here ? [] : list.filter((one) => jar(one) && this.worksAgain(tab, one, seen));
      if (cases.length > 0) void this.parts.settle.during(tab, () => this.grow(tab, seen, cases, () => true));
    }
  }

  /**
   * Whether a request that succeeds is the one that failed, once that was told of as a fault.
   * @param {number} tab
   * @param {Watched} one
   * @param {Seen} seen
   */
  worksAgain(tab, one, seen) {
    const found = caseOf(this.parts.tabs.get(tab), one.id);
    return found !== undefined && isOpen(found) && seen.started > found.at && succeeds(seen)
      && addressOf(one.method, one.url) === addressOf(seen.method, seen.url);
  }

  /**
   * The browser ended a request that had failed: the page saw nothing of its answer.
   * @param {Seen} seen
   */
  ended(seen) {
    const tab = this.tabOf(seen);
    if (tab === undefined) return;
    const id = this.caseOf(tab, seen);
    if (id === undefined) return;
    const error = seen.error ?? "";
    void this.parts.settle.during(tab, () => this.amend(tab, id, (one) => {
      const entry = one.log.entries[one.log._failing];
      if (entry) entry._error = error;
    }));
  }

  /**
   * Adds a later request to the cases that it may have mended.
   * @param {number} tab
   * @param {Seen} seen
   */
  follow(tab, seen) {
    const refresh = mayRefresh(seen) || maySignIn(seen);
    const same = (/** @type {Watched} */ one) => one.request === seen.id || (one.method === seen.method && one.url === seen.url);
    const again = (/** @type {Watched} */ one) => this.worksAgain(tab, one, seen);
    const cases = (this.watched.get(tab) ?? []).filter((one) => again(one) || (one.grown < CAPS.grown && (refresh || same(one))));
    if (cases.length === 0) return;
    const ids = new Set(cases.filter((one) => same(one) || again(one)).map((one) => one.id));
    void this.parts.settle.during(tab, () => this.grow(tab, seen, cases, ({ id }) => ids.has(id)));
  }

  /**
   * @param {number} tab
   * @param {Seen} seen
   * @param {Watched[]} cases What it may have mended, if it is of one site with them.
   * @param {(one: Watched) => boolean} same Whether it is the same request as that of a case.
   */
  async grow(tab, seen, cases, same) {
    const { core } = this.parts;
    const sameSite = await core.sameSite();
    const grown = cases.filter((one) => same(one) || sameSite(one.url, seen.url)).slice(-MENDED_AT_ONCE);
    if (grown.length === 0) return;
    for (const one of grown) one.grown += 1;
    const { entries } = await core.redact({ version: "1.2", entries: [entryOf(seen)] }, this.isPrivate(seen));
    await Promise.all(grown.map((one) => this.amend(tab, one.id, (found) => {
      const { log } = found;
      if (isOpen(found)) log._settled = true;
      if (isOpen(found) && same(one) && succeeds(seen)) found.fixed = { at: seen.started, type: seen.type };
      log.entries.push(...entries);
      log._now = new Date().toISOString();
    })));
  }

  /**
   * @param {number} tab
   * @param {string} id
   * @param {Seen} seen
   */
  async explain(tab, id, seen) {
    const { exchange, settle } = this.parts;
    // What was seen is taken at once; the rest waits for its turn.
    const gathering = exchange.gather(seen, tab, this.isPrivate(seen));
    settle.cancel(tab, id);
    await this.lines.next(tab, id, async () => {
      const raw = await gathering;
      if (raw) await this.explained(tab, id, seen, raw);
    });
    await this.changed(tab, id);
  }

  /**
   * @param {number} tab
   * @param {string} id
   * @param {Seen} seen
   * @param {Record<string, any>} raw
   */
  async explained(tab, id, seen, raw) {
    const { tabs, core, turns, pace, show } = this.parts;
    const isPrivate = this.isPrivate(seen);
    const { log, diagnosis } = await turns.take(tab, URGENCY.new, () => core.explain(raw, isPrivate));
    if (!log || !diagnosis || diagnosis.cause === null) return;
    /** @type {Case} */
    const found = {
      id, request: seen.id, at: seen.ended || seen.started, started: seen.started, method: seen.method, type: seen.type,
      frame: Math.max(0, seen.frame), own: diagnosis.own, count: 1, due: 0, log, diagnosis,
    };
    if (seen.document !== undefined) found.document = seen.document;
    if (seen.store !== undefined) found.store = seen.store;
    found.due = dueOf(found);
    await tabs.change(tab, isPrivate, (record) => {
      if (!tabs.stands(tab, found) || this.parts.capture.left(seen, tab)) return false;
      const before = record.cases.find((one) => one.id === id);
      found.count = (before?.count ?? 1) + pace.explained(tab, seen, { id, name: nameOf(found) });
      record.page = originOf(log._page?.url) || record.page;
      admit(record, found);
      return true;
    });
    show(tab, tabs.get(tab));
  }

  /**
   * Changes a case's log and asks the core again, under the same id.
   * @param {number} tab
   * @param {string} id
   * @param {(one: Case & {log: Log}) => void} change
   * @param {number} [urgency]
   */
  async amend(tab, id, change, urgency = URGENCY.changed) {
    const { tabs, core, turns, show } = this.parts;
    await this.lines.next(tab, id, async () => {
      await tabs.ready;
      const one = caseOf(tabs.get(tab), id);
      if (!one) return;
      if (hasLog(one)) {
        change(one);
        // Another object, for it has another text now.
        one.log = { ...one.log };
        one.diagnosis = await turns.take(tab, urgency, () => core.diagnose(one.log));
        if (one.diagnosis.state !== "resolved") delete one.fixed;
      }
      await tabs.touch(tab, (record) => {
        one.due = dueOf(one);
        returned(record, one);
        return caseOf(record, id) === one;
      });
      show(tab, tabs.get(tab));
    });
    await this.changed(tab, id);
  }

  /**
   * The time is up: what is still open may alarm now.
   * @param {number} tab
   * @param {string} id
   */
  async settled(tab, id) {
    await this.amend(tab, id, (one) => {
      one.log._settled = true;
    }, URGENCY.settled);
  }

  /**
   * @param {number} tab
   * @param {string} id
   */
  async changed(tab, id) {
    const { tabs, settle, speak, note, privateOnly } = this.parts;
    const one = tabs.get(tab).cases.find((each) => each.id === id);
    if (!one) return;
    if (isOpen(one)) await tabs.touch(tab, (record) => failedAgain(record, one));
    if (one.due > 0) settle.schedule(tab, id, one.due);
    else settle.cancel(tab, id);
    note(one, tabs.isPrivate.get(tab) ?? privateOnly);
    if (one.due === 0) await speak(tab, id);
  }

  /** Takes up what an earlier life of the worker left unsettled. */
  async recover() {
    const { tabs, settle } = this.parts;
    await tabs.ready;
    for (const [tab, record] of tabs.records) {
      for (const one of [...record.followed ?? [], ...record.cases]) {
        // The raw address is gone with the worker's memory; the redacted one still tells plain addresses apart.
        const { url } = one.diagnosis.failing;
        this.watch(tab, { id: one.id, method: one.method, url, request: one.request, grown: 0, store: one.store, isPrivate: tabs.isPrivate.get(tab) ?? false });
        if (one.due > 0) settle.schedule(tab, one.id, one.due);
      }
    }
  }

  /**
   * @param {number} tab
   * @param {Watched} one
   */
  watch(tab, one) {
    const list = (this.watched.get(tab) ?? []).filter((each) => each.id !== one.id);
    this.watched.set(tab, [...list, one].slice(-WATCHED));
  }

  /**
   * The page's cases are gone; only those named are watched on.
   * @param {number} tab
   * @param {string[]} ids
   */
  unwatch(tab, ids) {
    this.parts.pace.forget(tab);
    const list = (this.watched.get(tab) ?? []).filter((one) => ids.includes(one.id));
    if (list.length > 0) this.watched.set(tab, list);
    else this.watched.delete(tab);
  }

  /**
   * The tab of a request; a service worker's own have none, so it is found by who sent it.
   * @param {Seen} seen
   */
  tabOf(seen) {
    if (seen.tab >= 0) return seen.tab;
    const origin = originOf(seen.page) || originOf(seen.initiator);
    return origin ? this.parts.capture.tabsOf(origin, seen.ended || seen.started)[0] : undefined;
  }

  /** @param {Seen} seen */
  isPrivate(seen) {
    return seen.private ?? this.parts.privateOnly;
  }
}

/**
 * Whether a request was answered with what was asked for; the core judges it.
 * @param {Seen} seen
 */
function succeeds({ status }) {
  return status >= 200 && status < 400;
}

/**
 * When a case may alarm: at once, or when its time to mend itself is over.
 * @param {Case} one
 */
function dueOf(one) {
  const wait = one.diagnosis.settle ?? 0;
  const unsettled = one.diagnosis.state === "pending" || one.diagnosis.state === "open";
  return unsettled && wait > 0 && one.log && !one.log._settled ? one.at + wait : 0;
}

/**
 * @param {Case} one
 * @returns {one is Case & {log: Log}}
 */
function hasLog(one) {
  return one.log !== undefined;
}
