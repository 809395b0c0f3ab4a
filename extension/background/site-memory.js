/**
 * Remembers, for a browser session and without secrets, what happened on a site before the tab's own memory begins:
 * sign-ins, refreshes, which cookies were given out, and which were lost.
 */

import { entryOf, fieldsOf } from "./har.js";
import { CAPS, VERSION, emptySite, readSite } from "../shared/records.js";
import { hostOf } from "../shared/sites.js";

/** @typedef {import("./capture.js").Seen} Seen */
/** @typedef {import("../shared/records.js").SiteRecord} SiteRecord */

const AGAIN = 30_000;
const LOSS_DELAY = 3_000;

export class SiteMemory {
  /**
   * @param {import("../shared/session.js").Area} session
   * @param {import("./core.js").Core} core
   * @param {() => Promise<boolean>} privateOpen Whether any private window is open.
   * @param {(error: unknown) => void} failed Hears of a change that failed.
   */
  constructor(session, core, privateOpen, failed) {
    this.failed = failed;
    this.session = session;
    this.core = core;
    this.privateOpen = privateOpen;
    /** @type {Map<string, number>} */
    this.noted = new Map();
    /** @type {{loss: import("./losses.js").Loss, isPrivate: boolean}[]} */
    this.waiting = [];
    /** @type {Set<string> | undefined} */
    this.keys = undefined;
    /** @type {Promise<unknown>} */
    this.queue = Promise.resolve();
  }

  /**
   * Keeps a trace of a sign-in or refresh; the core takes the secrets out of it first.
   * @param {Seen} seen
   * @param {boolean} isPrivate
   */
  note(seen, isPrivate) {
    const mark = `${isPrivate} ${seen.store} ${seen.method} ${seen.status} ${pathless(seen.url)} ${cookieNames(seen)}`;
    const last = this.noted.get(mark) ?? 0;
    if (seen.ended - last < AGAIN) return;
    this.noted.set(mark, seen.ended);
    if (this.noted.size > 500) this.noted.clear();
    this.change(hostOf(seen.url), seen.store, isPrivate, async (record) => {
      const { entries } = await this.core.redact({ version: "1.2", entries: [entryOf(seen)] }, isPrivate);
      record.traces = [...record.traces, ...entries].slice(-CAPS.traces);
    });
  }

  /**
   * Keeps losses; many come at once, so they are written together. The core takes the secrets out of them first.
   * @param {import("./losses.js").Loss} loss
   * @param {boolean} isPrivate
   */
  lost(loss, isPrivate) {
    this.waiting.push({ loss, isPrivate });
    if (this.waiting.length > 1) return;
    setTimeout(() => this.writeLosses(), LOSS_DELAY);
  }

  /** Files what waits by the domain of each cookie. */
  writeLosses() {
    /** @type {Map<string, {loss: import("./losses.js").Loss, isPrivate: boolean}[]>} */
    const groups = new Map();
    for (const one of this.waiting) {
      const name = `${one.isPrivate} ${one.loss.store} ${one.loss.domain}`;
      groups.set(name, [...(groups.get(name) ?? []), one]);
    }
    this.waiting = [];
    for (const [first, ...rest] of groups.values()) {
      if (!first) continue;
      const { loss: { domain, store }, isPrivate } = first;
      const losses = [first, ...rest].map(({ loss }) => ({ name: loss.name, domain, path: loss.path, cause: loss.cause, time: Math.round(loss.time) }));
      const host = domain.replace(/^\./u, "");
      // The core cuts what is no word from a domain unless it knows it for a host: of a trace it knows the request's.
      const page = { url: `https://${host}/` };
      this.change(host, store, isPrivate, async (record) => {
        const { _losses: kept = [] } = await this.core.redact({ version: "1.2", entries: [], _page: page, _losses: losses }, isPrivate);
        record.losses = [...record.losses, ...kept].slice(-CAPS.losses);
      });
    }
  }

  /**
   * @param {string[]} sites
   * @param {string | undefined} store
   * @param {boolean} isPrivate
   */
  async recall(sites, store, isPrivate) {
    await this.queue;
    const keys = [...new Set(sites.map((site) => keyOf(site, store, isPrivate)))];
    const stored = await this.session.get(keys);
    const records = keys.map((key) => readSite(stored[key])).filter((one) => one !== undefined);
    const entries = records.flatMap((one) => one.traces).sort((left, right) => left.startedDateTime < right.startedDateTime ? -1 : 1);
    return { entries, losses: records.flatMap((one) => one.losses) };
  }

  /** Drops what is held outside the storage, for somebody else changed that. */
  forget() {
    this.keys = undefined;
    this.noted.clear();
  }

  /**
   * Changes the record of a host's site.
   * @param {string} host
   * @param {string | undefined} store
   * @param {boolean} isPrivate
   * @param {(record: SiteRecord) => Promise<void>} change
   */
  change(host, store, isPrivate, change) {
    this.queue = this.queue
      .then(async () => {
        // Closing the last private window empties its jar, and those losses are told when nothing of it may be kept.
        if (isPrivate && !(await this.privateOpen())) return;
        const key = keyOf(await this.core.site(host), store, isPrivate);
        const record = readSite((await this.session.get(key))[key]) ?? emptySite();
        await change(record);
        record.used = Date.now();
        await this.session.set({ [key]: { ...record, v: VERSION } });
        await this.prune(key);
      })
      .catch(this.failed);
  }

  /**
   * Forgets the sites that were not heard of for longest.
   * @param {string} key The one that was just written.
   */
  async prune(key) {
    this.keys ??= new Set(Object.keys(await this.session.get(null)).filter((one) => one.startsWith("site:")));
    this.keys.add(key);
    if (this.keys.size <= CAPS.sites) return;
    const keys = [...this.keys];
    /** @type {Record<string, any>} */
    const stored = await this.session.get(keys);
    const oldest = keys.sort((left, right) => Number(stored[left]?.used ?? 0) - Number(stored[right]?.used ?? 0));
    const gone = oldest.slice(0, keys.length - CAPS.sites);
    await this.session.remove(gone);
    for (const one of gone) this.keys.delete(one);
  }
}

/**
 * @param {string} site
 * @param {string | undefined} store
 * @param {boolean} isPrivate
 */
function keyOf(site, store, isPrivate) {
  // Chromium names its stores 0 and 1 in the cookies API and not at all in requests.
  const name = store === undefined || store === "0" || store === "1" ? "default" : store;
  return `site:${isPrivate ? "private:" : ""}${name}:${site}`;
}

/** @param {string} url */
function pathless(url) {
  return url.replace(/[?#].*$/su, "");
}

/** @param {Seen} seen */
function cookieNames(seen) {
  return fieldsOf(seen.received)
    .filter((one) => one.name.toLowerCase() === "set-cookie")
    .map((one) => one.value.split("=", 1)[0])
    .join(" ");
}
