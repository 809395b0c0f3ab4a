/**
 * Gathers everything known about one failing request into the HAR log that the core explains.
 */

import { entryOf, header, isPreflight } from "./har.js";
import { mayRefresh, maySignIn } from "./kinds.js";
import { hostOf, originOf } from "../shared/sites.js";

/** @typedef {import("./capture.js").Seen} Seen */
/** @typedef {import("../shared/records.js").Entry} Entry */
/** @typedef {Awaited<ReturnType<import("./core.js").Core["sameSite"]>>} SameSite */
/** @typedef {{own: Seen[], loose: Seen[], others: Seen[]}} Earlier What was seen in the tab, in none, and in other tabs. */

const CAP = 24;
const SAME_HOST = 8;

/**
 * @typedef {object} Sources Where an exchange's parts come from.
 * @property {import("./capture.js").Capture} capture
 * @property {import("./core.js").Core} core
 * @property {import("./jar.js").Jar} jar
 * @property {import("./losses.js").Losses} losses
 * @property {import("./site-memory.js").SiteMemory} memory
 * @property {(tab: number) => Promise<{frameId: number, parentFrameId: number, url: string}[]>} frames
 * @property {() => Promise<{name: string, version: string}>} browser
 * @property {() => Promise<"allowed" | "blocked" | "partitioned" | undefined>} thirdPartyCookies
 * @property {(page: string) => Promise<boolean>} watches Whether the person wants a page's site watched.
 * @property {string} version Of the extension.
 */

export class Exchange {
  /** @param {Sources} sources */
  constructor(sources) {
    this.sources = sources;
  }

  /**
   * @param {Seen} failing
   * @param {number} tab The tab it belongs to; its own may be -1.
   * @param {boolean} isPrivate
   * @returns {Promise<Record<string, any> | undefined>} Nothing where the page is to be left alone.
   */
  async gather(failing, tab, isPrivate) {
    // What was seen is taken at once: later legs belong to what comes after.
    const earlier = this.earlier(failing, tab);
    const { core } = this.sources;
    const framed = this.page(failing, tab);
    const legs = before(failing, earlier, await core.sameSite());
    const hosts = [...new Set([failing, ...legs.filter((leg) => leg.id === failing.id)].map((leg) => hostOf(leg.url)))];
    const sites = [...new Set(await Promise.all(hosts.map((host) => core.site(host))))];
    const now = Date.now();
    const { jar, losses, memory, browser, thirdPartyCookies, watches, version } = this.sources;
    const page = await framed;
    if (!await watches(page?.url ?? failing.url)) return undefined;
    const [cookies, traces, info, setting] = await Promise.all([
      jar.read(sites, failing.store),
      memory.recall(sites, failing.store, isPrivate),
      browser(),
      thirdPartyCookies(),
    ]);
    const seen = [...legs, failing].map(entryOf);
    const entries = [...older(traces.entries, seen), ...seen];
    return {
      version: "1.2",
      creator: { name: "why401", version },
      browser: info,
      pages: [],
      entries,
      _failing: entries.length - 1,
      _page: page,
      _jar: cookies,
      _now: new Date(now).toISOString(),
      _losses: merged(traces.losses.filter((one) => new Date(one.time).getTime() < losses.since), losses.of(failing.store, now)),
      _settings: { private: isPrivate, ...(setting ? { thirdPartyCookies: setting } : {}) },
    };
  }

  /**
   * What was seen before a request failed.
   * @param {Seen} failing
   * @param {number} tab
   * @returns {Earlier}
   */
  earlier(failing, tab) {
    const { capture } = this.sources;
    const now = failing.ended || failing.started;
    return {
      own: capture.recent(tab, now),
      loose: tab === -1 ? [] : capture.recent(-1, now),
      others: [...capture.tabs.keys()].filter((other) => other !== tab && other >= 0).flatMap((other) => capture.recent(other, now)),
    };
  }

  /**
   * The page and the frames between it and the request.
   * @param {Seen} failing
   * @param {number} tab
   */
  async page(failing, tab) {
    if (failing.type === "main_frame") return { url: failing.url, frames: [] };
    if (failing.above && failing.page && failing.tab >= 0) {
      const above = [...failing.above].reverse();
      const own = failing.type === "sub_frame" ? [] : [failing.page];
      const [url, ...frames] = [...above, ...own];
      return url ? { url, frames } : undefined;
    }
    if (tab < 0) return undefined;
    const frames = new Map((await this.sources.frames(tab)).map((one) => [one.frameId, one]));
    const chain = [];
    let at = frames.get(failing.type === "sub_frame" ? failing.parent : Math.max(0, failing.frame));
    while (at && at.frameId !== 0 && chain.length < 20) {
      chain.unshift(at.url);
      at = frames.get(at.parentFrameId);
    }
    const top = frames.get(0);
    return top ? { url: top.url, frames: chain } : undefined;
  }
}

/**
 * What went before and may have led to it, oldest first.
 * @param {Seen} failing
 * @param {Earlier} seen
 * @param {SameSite} sameSite
 */
function before(failing, seen, sameSite) {
  const now = failing.ended || failing.started;
  const loose = seen.loose.filter((one) => sameSite(one.url, failing.url));
  const earlier = [...seen.own, ...loose].filter((one) => one !== failing && one.started <= now && one.store === failing.store);
  const host = hostOf(failing.url);
  const near = new Set(earlier.filter((one) => hostOf(one.url) === host).slice(-SAME_HOST));
  const document = earlier.findLast((one) => one.type === "main_frame");
  const chosen = earlier.filter((one) => near.has(one) || one === document || tied(one, failing) || mayRefresh(one) || isPlainDemand(one)
    || (isTwin(one, failing) && sameSite(one.url, failing.url))
    || (maySignIn(one) && (sameSite(one.url, failing.url) || sameSite(one.url, failing.initiator))));
  const racing = seen.others.filter((one) => isRacing(one, failing) && one.started <= now && sameSite(one.url, failing.url));
  const all = [...chosen, ...racing].sort((left, right) => left.started - right.started);
  const must = all.filter((one) => tied(one, failing));
  const rest = all.filter((one) => !must.includes(one)).slice(-Math.max(0, CAP - must.length));
  return all.filter((one) => must.includes(one) || rest.includes(one));
}

/**
 * Whether a refresh of another tab may be in the way: a rotated token makes the loser's requests fail.
 * @param {Seen} one
 * @param {Seen} failing
 */
function isRacing(one, failing) {
  return mayRefresh(one) && one.store === failing.store && one.private === failing.private;
}

/**
 * Whether an earlier leg is part of the failing exchange: a redirect or challenge on the way, or its preflight.
 * @param {Seen} one
 * @param {Seen} failing
 */
function tied(one, failing) {
  // Chromium tells of a preflight before its request, Firefox after.
  return one.id === failing.id || (one.url === failing.url && isPreflight(one) && Math.abs(failing.started - one.started) < 30_000);
}

/**
 * Whether a sign-in was demanded over plain http: a network that holds traffic back demands it in every site's name.
 * @param {Seen} one
 */
function isPlainDemand(one) {
  return one.status === 401 && one.url.startsWith("http:") && header(one.received, "www-authenticate") !== undefined;
}

/**
 * Whether the same was asked of another host; of the same site, the credential may be known there.
 * @param {Seen} one
 * @param {Seen} failing
 */
function isTwin(one, failing) {
  return one.method === failing.method && one.url.endsWith(failing.url.slice(originOf(failing.url).length));
}

/**
 * What is remembered from before the first thing that was seen ourselves.
 * @param {Entry[]} traces
 * @param {Entry[]} seen
 */
function older(traces, seen) {
  const known = new Set(seen.map((one) => `${one.startedDateTime} ${one.request.method}`));
  return traces.filter((one) => !known.has(`${one.startedDateTime} ${one.request.method}`));
}

/**
 * @param {import("./losses.js").KeptLoss[]} stored Redacted.
 * @param {import("./losses.js").Loss[]} fresh
 */
function merged(stored, fresh) {
  return [...stored, ...fresh]
    .map(({ name, domain, path, cause, time }) => ({ name, domain, path, cause, time: new Date(time).getTime() }))
    .sort((left, right) => left.time - right.time);
}
