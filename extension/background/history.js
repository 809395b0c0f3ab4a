/**
 * Keeps what failed when, if the person has switched that on: time, site, cause and how it ended.
 * No address, no name and no credential is in it, and nothing of private windows.
 */

import { CAPS, VERSION, readHistory } from "../shared/records.js";
import { hostOf } from "../shared/sites.js";

/** @typedef {import("../shared/records.js").Case} Case */
/** @typedef {import("../shared/records.js").Past} Past */

const DAY = 86_400_000;
/** Many come at once, so they are written together. */
const DELAY = 1_000;

export class History {
  /**
   * @param {chrome.storage.StorageArea} local
   * @param {import("../shared/settings.js").Settings} settings
   * @param {(host: string) => Promise<string>} siteOf
   * @param {(error: unknown) => void} failed Hears of a write that failed.
   */
  constructor(local, settings, siteOf, failed) {
    this.local = local;
    this.settings = settings;
    this.siteOf = siteOf;
    this.failed = failed;
    /**
     * What is not written yet, with its host for its site.
     * @type {Map<string, Past>}
     */
    this.waiting = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /**
   * Notes a case that has settled, or what has become of it.
   * @param {Case} one
   * @param {boolean} isPrivate
   */
  note(one, isPrivate) {
    const { cause, state, alarm, failing } = one.diagnosis;
    const host = hostOf(failing?.url);
    if (isPrivate || one.due > 0 || cause === null || host === "") return;
    const kind = alarm || state === "recovered" || state === "resolved" ? state : "harmless";
    this.waiting.set(one.id, { id: one.id, at: one.at, site: host, cause, kind, ...(one.count > 1 ? { count: one.count } : {}) });
    this.timer ??= setTimeout(() => void this.write().catch(this.failed), DELAY);
  }

  /** Writes what waits, and drops what is too old. */
  async write() {
    this.timer = undefined;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    const fresh = await Promise.all(waiting.map(async (one) => ({ ...one, site: await this.siteOf(one.site) })));
    const { history, historyDays } = await this.settings.read();
    if (!history) return;
    const { items } = readHistory((await this.local.get("history")).history);
    const ids = new Set(fresh.map((one) => one.id));
    const kept = items.filter((one) => !ids.has(one.id) && one.at > Date.now() - historyDays * DAY);
    await this.local.set({ history: { v: VERSION, items: [...kept, ...fresh].slice(-CAPS.history) } });
  }

  /** Drops what is too old, and all of it where none is to be kept. */
  async prune() {
    const stored = (await this.local.get("history")).history;
    if (stored === undefined) return;
    if ((await this.settings.read()).history) await this.write();
    else await this.local.remove("history");
  }
}
