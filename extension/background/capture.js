/**
 * Keeps what happened lately, per tab, in memory; tells when a request failed that has to be explained.
 * It runs for every request of every page, so it copies nothing, stores nothing and calls nothing else.
 */

import { cutFields, cutUrl } from "./door.js";
import { header, isPreflight } from "./har.js";
import { originOf } from "../shared/sites.js";
import { Ring } from "./ring.js";

/**
 * @typedef {object} Seen One request, or one leg of it where it was redirected or challenged.
 * @property {string} id The browser's id, the same for all legs.
 * @property {number} tab -1 if it belongs to none.
 * @property {number} frame
 * @property {number} parent The frame above; -1 above the top.
 * @property {string} [document] The document that sent it, where the browser tells.
 * @property {true} [leaving] That document was being left as it sent the request, where the browser tells.
 * @property {string} type
 * @property {string} method
 * @property {string} url
 * @property {string} [initiator] Origin or URL of what sent it.
 * @property {string} [page] URL of the document that sent it, where the browser tells.
 * @property {string[]} [above] URLs of the frames above, the nearest first, where the browser tells.
 * @property {boolean | undefined} private
 * @property {string} [store]
 * @property {number} started In milliseconds.
 * @property {number} ended When the response's headers had come; 0 before.
 * @property {chrome.webRequest.HttpHeader[]} [sent] Absent where they were not seen: that is unknown, not empty.
 * @property {chrome.webRequest.HttpHeader[]} [received] Absent where they were not seen.
 * @property {number} [challenged] How often the browser was challenged for this request; from the second time on it has
 *   offered something that was refused, and Chromium does not show what.
 * @property {string[]} [cut] What of it was too much and was cut: `address`, `value`, `fields`.
 * @property {number} status 0 before the response.
 * @property {string} statusLine
 * @property {string} [error]
 */

/**
 * @typedef {object} Hearers What capture tells, and to whom.
 * @property {(seen: Seen) => void} failed A request that has to be explained.
 * @property {(seen: Seen) => void} answered Any other response.
 * @property {(tab: number, since: number) => void} stood The document that stands in a tab already was asked for then: Firefox
 *   may tell of a request only after its document has come.
 * @property {() => void} challenged A challenge came: the browser may answer it by itself.
 * @property {(seen: Seen) => void} ended A request that failed before was now ended by the browser.
 */

/** What a page sends as it is left is sent this close to the coming of the next, in milliseconds. */
const PARTING = 5_000;

/** Types that hold an application's own requests, and what its page cannot live without; the rest only if it is asked for. */
export const WATCHED = Object.freeze(["main_frame", "sub_frame", "xmlhttprequest", "websocket", "ping", "beacon", "script", "other"]);

/** The types that "watch everything" adds. */
export const MORE = Object.freeze(["stylesheet", "image", "imageset", "font", "media", "object", "web_manifest"]);

const PER_TAB = 120;
const MAX_AGE = 120_000;
const MAX_TABS = 60;
/** Requests on their way are never given up for newer ones; a browser has far fewer of them than this. */
const MAX_OPEN = 10_000;
/** Requests whose response has begun: it may yet break off, or answer a challenge. */
const MAX_BEGUN = 600;

/** So many addresses of a tab's documents are known, that of the present one among them. */
const PAGES = 5;

const SAME_ARRIVAL = 1_000;
const CHALLENGES = ["www-authenticate", "proxy-authenticate"];

/** Errors by which a browser says that the page may not read the answer. */
const REFUSED = /^(?:net::ERR_FAILED|NS_ERROR_DOM_BAD_URI)$/u;

/** Header names whose refusal in a preflight keeps credentials from being sent. */
const CREDENTIAL_NAMES = /(?:^|[,\s])(?:authorization|[\w-]*(?:api-?key|token|auth)[\w-]*)/iu;

export class Capture {
  /** @param {Hearers} hearers */
  constructor(hearers) {
    this.hearers = hearers;
    /**
     * Requests without a response yet.
     * @type {Map<string, Seen>}
     */
    this.open = new Map();
    /**
     * Requests whose response has begun.
     * @type {Map<string, Seen>}
     */
    this.begun = new Map();
    /** @type {Map<number, Ring<Seen>>} */
    this.tabs = new Map();
    /**
     * The addresses of each tab's documents, that of the one that stands there first.
     * @type {Map<number, string[]>}
     */
    this.pages = new Map();
    /** @type {Map<number, {started: number, answered: number, committed: number}>} */
    this.navigations = new Map();
    /**
     * The document that came last in each tab, and when.
     * @type {Map<number, {url: string, time: number}>}
     */
    this.came = new Map();
  }

  /** @param {any} details Of `onSendHeaders`. */
  sent(details) {
    if (isPrerendered(details)) return;
    const before = this.known(details.requestId);
    const seen = seenOf(details, before);
    seen.sent = within(seen, details.requestHeaders);
    this.keep(seen);
    if (details.type === "main_frame" && !before) this.asked(seen);
  }

  /**
   * A document was asked for; where it has come meanwhile, its requests begin with this one.
   * @param {Seen} seen
   */
  asked({ tab, url, started }) {
    const came = this.came.get(tab);
    const stands = came !== undefined && came.time >= started && came.url === withoutFragment(url);
    this.navigations.set(tab, { started, answered: 0, committed: stands ? came.time : 0 });
    if (stands) this.hearers.stood(tab, started);
  }

  /** @param {any} details Of `onHeadersReceived`. */
  received(details) {
    if (isPrerendered(details)) return;
    let seen = this.open.get(details.requestId);
    if (!seen) {
      // The worker was asleep when the request went out, or the browser answered a challenge by itself.
      seen = seenOf(details, this.begun.get(details.requestId));
      this.keep(seen);
    }
    seen.ended = details.timeStamp;
    seen.status = details.statusCode;
    seen.statusLine = details.statusLine ?? "";
    seen.received = within(seen, details.responseHeaders);
    this.begin(seen);
    if (details.type === "main_frame") this.navigated(seen);
    if (!fails(seen)) {
      this.hearers.answered(seen);
      return;
    }
    if (isChallenge(seen)) this.hearers.challenged();
    this.hearers.failed(seen);
  }

  /**
   * A request ended otherwise than its headers said: the browser has answered the challenge by itself.
   * What it sent then is not shown.
   * @param {any} details Of `onCompleted`.
   */
  completed(details) {
    const before = this.begun.get(details.requestId);
    this.begun.delete(details.requestId);
    if (!before || !fails(before) || details.statusCode === before.status) return;
    /** @type {Seen} */
    const seen = { ...seenOf(details, before), started: before.ended, ended: details.timeStamp, status: details.statusCode, statusLine: details.statusLine ?? "" };
    seen.received = within(seen, details.responseHeaders);
    this.ring(seen.tab).push(seen);
    this.hearers.answered(seen);
  }

  /**
   * The browser is asked for credentials. It may be all that is heard of a kind of request that is not watched, such as an
   * image; and a request that is asked for the second time has offered something that was refused.
   * @param {any} details Of `onAuthRequired`.
   */
  challenged(details) {
    if (isPrerendered(details) || details.statusCode !== 401) return;
    const known = this.begun.get(details.requestId);
    /** @type {Seen} */
    const seen = known ?? { ...seenOf(details), ended: details.timeStamp, status: 401, statusLine: details.statusLine ?? "" };
    seen.challenged = (seen.challenged ?? 0) + 1;
    if (!known) {
      seen.received = within(seen, details.responseHeaders);
      this.ring(seen.tab).push(seen);
      this.begin(seen);
    }
    if (!known || seen.challenged > 1) this.hearers.failed(seen);
  }

  /** @param {any} details Of `onErrorOccurred`. */
  failed(details) {
    const seen = this.known(details.requestId);
    this.open.delete(details.requestId);
    this.begun.delete(details.requestId);
    if (seen) seen.error = details.error;
    if (seen && fails(seen)) this.hearers.ended(seen);
    else if (!seen?.status && REFUSED.test(details.error) && details.method !== "OPTIONS") this.refused(details, seen);
  }

  /**
   * A request that never left, because its preflight did not let it.
   * Chromium has told nothing of it before; Firefox has told of it before its preflight.
   * @param {any} details Of `onErrorOccurred`.
   * @param {Seen | undefined} known
   */
  refused(details, known) {
    const preflight = this.preflightOf(details.tabId, cutUrl(details.url), details.timeStamp);
    if (!preflight || !(fails(preflight) || asksForCredentials(preflight))) return;
    const seen = known ?? { ...seenOf(details), error: details.error };
    seen.ended = details.timeStamp;
    if (!known) this.ring(seen.tab).push(seen);
    this.hearers.failed(seen);
  }

  /**
   * The preflight that was asked for a request, if it was seen.
   * @param {number} tab
   * @param {string} url
   * @param {number} time
   */
  preflightOf(tab, url, time) {
    return this.recent(tab, time).findLast((one) => one.url === url && isPreflight(one) && time - one.started < 30_000);
  }

  /**
   * What is remembered of a tab, oldest first.
   * @param {number} tab
   * @param {number} now
   */
  recent(tab, now) {
    return this.tabs.get(tab)?.list(now) ?? [];
  }

  /**
   * The tabs that sent requests from an origin lately, the latest first: for a service worker's own requests.
   * @param {string} origin
   * @param {number} now
   */
  tabsOf(origin, now) {
    const found = [];
    for (const tab of this.tabs.keys()) {
      if (tab < 0) continue;
      const last = this.recent(tab, now).findLast((one) => one.type === "main_frame" || one.frame === 0);
      const from = last?.type === "main_frame" ? last.url : (last?.page ?? last?.initiator);
      if (last && originOf(from) === origin) found.push({ tab, at: last.started });
    }
    return found.sort((left, right) => right.at - left.at).map((one) => one.tab);
  }

  /**
   * Since when requests belong to the document that now stands in a tab: its own, and those that it sends.
   * A document that came without a request, such as one from the back-forward cache, begins when it comes.
   * @param {number} tab
   * @param {number} time When the browser said that it stands there; it may say so twice.
   * @param {string} [url] The document's.
   */
  arrival(tab, time, url) {
    if (url !== undefined) {
      this.stand(tab, withoutFragment(url));
      this.came.set(tab, { url: withoutFragment(url), time });
    }
    const known = this.navigations.get(tab);
    if (!known || (known.committed > 0 && time - known.committed > SAME_ARRIVAL)) return { since: time, answered: time };
    known.committed ||= time;
    return { since: known.started, answered: known.answered || time };
  }

  /**
   * A document of this address stands in a tab; the one before it was left.
   * @param {number} tab
   * @param {string} url
   */
  stand(tab, url) {
    const [now, ...before] = this.pages.get(tab) ?? [];
    if (now !== url) this.pages.set(tab, [url, ...(now === undefined ? [] : [now]), ...before].slice(0, PAGES));
  }

  /**
   * Whether a request was sent by a document that its tab shows no more, where the browser tells that it was being left,
   * or where it is told by the document's address: Firefox names no document, and what is sent as a page is left begins after the next one's response. A worker's
   * request comes from the address of its script, and a page may have given itself another: neither was left. Where
   * Chromium knows the document no more, it names no tab either, and the `Referer` tells.
   * @param {Seen} seen
   * @param {number} [tab] In which it would be shown.
   */
  left(seen, tab = seen.tab) {
    const { type, frame, document, page, leaving } = seen;
    if (leaving) return true;
    const orphaned = seen.tab < 0;
    if (type === "main_frame" || (frame !== 0 && !orphaned) || document !== undefined) return false;
    const from = orphaned && this.hasJustCome(tab, seen.started) ? header(seen.sent, "referer") : page;
    if (from === undefined) return false;
    const [now, ...before] = this.pages.get(tab) ?? [];
    const url = withoutFragment(from);
    return url !== now && before.includes(url);
  }

  /**
   * Whether a document has come into a tab shortly before.
   * @param {number} tab
   * @param {number} time
   */
  hasJustCome(tab, time) {
    const came = this.came.get(tab);
    return came !== undefined && Math.abs(time - came.time) < PARTING;
  }

  /** @param {number} tab */
  forget(tab) {
    this.tabs.delete(tab);
    this.navigations.delete(tab);
    this.came.delete(tab);
    this.pages.delete(tab);
  }

  /**
   * A request that has not ended yet.
   * @param {string} id
   */
  known(id) {
    return this.open.get(id) ?? this.begun.get(id);
  }

  /**
   * A request is on its way.
   * @param {Seen} seen
   */
  keep(seen) {
    this.begun.delete(seen.id);
    this.open.delete(seen.id);
    this.open.set(seen.id, seen);
    if (this.open.size > MAX_OPEN) drop(this.open);
    this.ring(seen.tab).push(seen);
  }

  /**
   * The response to a request has begun.
   * @param {Seen} seen
   */
  begin(seen) {
    this.open.delete(seen.id);
    this.begun.delete(seen.id);
    this.begun.set(seen.id, seen);
    if (this.begun.size > MAX_BEGUN) drop(this.begun);
  }

  /** @param {number} tab */
  ring(tab) {
    let ring = this.tabs.get(tab);
    if (!ring) {
      ring = new Ring(PER_TAB, MAX_AGE);
      this.tabs.set(tab, ring);
      if (this.tabs.size > MAX_TABS) drop(this.tabs);
    }
    return ring;
  }

  /** @param {Seen} seen */
  navigated(seen) {
    const navigation = this.navigations.get(seen.tab) ?? { started: seen.started, answered: 0, committed: 0 };
    navigation.answered = seen.ended;
    this.navigations.set(seen.tab, navigation);
  }
}

/**
 * Whether a response has to be explained: a 401 or its proxy's twin, or a preflight that was not let through.
 * @param {Seen} seen
 */
export function fails(seen) {
  if (seen.status === 401 || seen.status === 407) return true;
  return (seen.status === 403 || (seen.status >= 300 && seen.status < 400)) && isPreflight(seen);
}

/**
 * A page that is made ready unseen: nobody has asked for it yet, and its tab shows another.
 * @param {any} details
 */
function isPrerendered(details) {
  return details.documentLifecycle === "prerender";
}

/**
 * A top document that is being left: Chromium gives it a frame's number for the rest of its life.
 * @param {any} details
 * @returns {boolean}
 */
function isLeaving(details) {
  const { documentLifecycle: life } = details;
  return life !== undefined && life !== "active" && details.parentFrameId === -1 && details.type !== "main_frame";
}

/** @param {Seen} seen */
function isChallenge(seen) {
  return CHALLENGES.some((name) => header(seen.received, name) !== undefined);
}

/** @param {Seen} preflight */
function asksForCredentials(preflight) {
  return CREDENTIAL_NAMES.test(header(preflight.sent, "access-control-request-headers") ?? "");
}

/**
 * @param {Map<any, unknown>} map
 */
function drop(map) {
  map.delete(map.keys().next().value);
}

/**
 * @param {any} details
 * @param {Seen} [before] The leg before, of a request that was redirected or challenged.
 * @returns {Seen}
 */
function seenOf(details, before) {
  const url = cutUrl(details.url);
  return {
    ...(url === details.url ? {} : { cut: ["address"] }),
    ...(isLeaving(details) ? { leaving: true } : {}),
    ...(before?.challenged ? { challenged: before.challenged } : {}),
    id: details.requestId,
    tab: details.tabId,
    frame: details.frameId,
    parent: details.parentFrameId,
    document: details.documentId,
    type: details.type,
    method: details.method,
    url,
    initiator: shortUrl(details.initiator ?? details.originUrl),
    page: shortUrl(details.documentUrl),
    above: details.frameAncestors?.map((/** @type {{url: string}} */ one) => cutUrl(one.url)),
    private: details.incognito,
    store: details.cookieStoreId,
    started: details.timeStamp,
    ended: 0,
    status: 0,
    statusLine: "",
  };
}

/** @param {string | undefined} url */
function shortUrl(url) {
  return url === undefined ? undefined : cutUrl(url);
}

/**
 * The fields of a message within the caps; what was cut is named.
 * @param {Seen} seen
 * @param {chrome.webRequest.HttpHeader[] | undefined} headers
 */
function within(seen, headers) {
  const { fields, cut } = cutFields(headers);
  if (cut.length > 0) seen.cut = [...new Set([...(seen.cut ?? []), ...cut])];
  return fields;
}

/** @param {string} url */
function withoutFragment(url) {
  return url.split("#", 1)[0] ?? "";
}
