/**
 * What is stored, and its versions: a record of another version is dropped, and everything has a cap.
 */

import { unpack } from "./packed.js";

/**
 * @typedef {import("./words.js").Told} Told
 * @typedef {{kind: "reload"} | {kind: "secure"} | {kind: "support"} | {kind: "sign-in" | "open", url: string}
 *   | {kind: "forget", url: string, cookies: CookieName[]}} Action
 * @typedef {{name: string, domain: string, path: string}} CookieName Of a cookie in the jar.
 * @typedef {{who: "person" | "frontend" | "backend", effort: string, key: string, args?: Record<string, unknown>,
 *   snippet?: {for: string, key: string, args?: Record<string, unknown>}, action?: Action}} Fix
 * @typedef {{name: string, domain: string, path: string, sent: boolean, reasons: string[], warnings: string[], faults: string[],
 *   note?: Told | string}} CookieVerdict
 * @typedef {{url: string, name: string, stored: boolean, reasons: string[], warnings: string[], faults: string[],
 *   note?: Told | string}} SetCookieVerdict
 * @typedef {{failing: {method: string, url: string, status: number, preflight: unknown}, cause: string | null,
 *   confidence: "certain" | "likely" | "possible", phase?: string, state: "pending" | "open" | "recovered" | "harmless" | "resolved",
 *   alarm: boolean, resolved?: Told, own: boolean, sameSiteWithPage: boolean, others: {cause: string, confidence: string, title?: Told | string}[],
 *   summary: {person: Told, developer: Told}, evidence: {kind: string, basis: "observed" | "inferred" | "unknown", key: string,
 *   args?: Record<string, unknown>}[], fixes: Fix[], cookies: CookieVerdict[], setCookies: SetCookieVerdict[],
 *   unknown: (Told | string)[],
 *   responder?: {id: string, name: string, links?: {what: string, who: "person" | "frontend" | "backend", url: string}[]}[], remarks?: Told[], settle?: number, group?: string, story?: Story, token?: TokenLine | null,
 *   cors?: CorsLine | null, code?: CodeLine | null}} Diagnosis What the core answers.
 *
 * @typedef {{at: number | null, from: number, to: number, tone: "plain" | "good" | "bad" | "note", key: string,
 *   args?: Record<string, unknown>, detail: Told[]}} Step
 * @typedef {{actors: {kind: "page" | "browser" | "server", name: string}[], steps: Step[]}} Story What happened, in order.
 * @typedef {{place: string, name: string, kind: string, issuer: string | null, octets: number,
 *   claims: {name: string, values: string[]}[], others: string[], faults: string[], times: {name: string, at: number}[],
 *   server: number | null, device: number | null}} TokenLine Times are seconds since 1970.
 * @typedef {{preflight: number | null, sent: boolean, allowed: boolean, asked: Field[], answered: Field[], missing: Field[],
 *   why: Told[]}} CorsLine
 * @typedef {{function: string, url: string, line: number, column: number}} Frame Counted from 1.
 * @typedef {{own: number, frames: Frame[]}} CodeLine
 *
 * @typedef {{name: string, value: string}} Field
 * @typedef {Record<string, any> & {startedDateTime: string, time: number,
 *   request: Record<string, any> & {method: string, url: string, headers?: Field[]},
 *   response: Record<string, any> & {status: number, headers?: Field[]}}} Entry Headers that were not seen are absent.
 * @typedef {Record<string, any> & {entries: Entry[]}} Log A HAR log with our own fields.
 *
 * @typedef {object} Case One failing exchange of a tab.
 * @property {string} id
 * @property {string} request The browser's id of the request.
 * @property {number} at When it failed, in milliseconds.
 * @property {number} started When its request began, in milliseconds.
 * @property {string} method
 * @property {string} type The browser's resource type.
 * @property {number} frame
 * @property {string} [document] The document that sent it, where the browser tells.
 * @property {string} [store] The jar of its request, where the browser tells.
 * @property {boolean} own Whether badge and toast may speak of it: not a third party's, nor a cross-site frame's.
 * @property {number} count How many times it happened, this one included.
 * @property {number} [last] When it happened last, where it stands for others after it.
 * @property {number} due When it has settled, in milliseconds; 0 if it has.
 * @property {true} [watch] Whether the person wants to be told when it works again.
 * @property {{key: string, at: number}} [acted] The fix whose button was clicked last, and when.
 * @property {{at: number, type: string}} [fixed] The request that showed that it works again: when it began, and its type.
 * @property {true} [lost] Whether only its refusal is known: the browser ended the worker before more was kept.
 * @property {Log} [log] Redacted; absent where it was dropped to save room.
 * @property {Diagnosis} diagnosis
 *
 * @typedef {{count: number, first: number, last: number, open: boolean}} Earlier Requests that are counted and no longer kept:
 *   when the first and the last of them failed, and whether they were open problems of the page's own.
 *
 * @typedef {object} TabRecord
 * @property {2} v
 * @property {string} page Origin of the tab's document: its path and query may hold secrets.
 * @property {Case[]} cases Oldest first.
 * @property {Case[]} [followed] Open problems of documents before this one, until the same request tells how it is now.
 * @property {Record<string, string[]>} [tried] The fixes that did not help, by the name of the problem.
 * @property {Record<string, Earlier>} earlier By the name of their problem; that of requests nobody looked at is empty.
 * @property {string[]} toasted Causes that were shown on this page.
 * @property {string} toast The case whose toast stands there now; empty if none does.
 * @property {string} [nonce] The number by which the frame of that toast is known.
 * @property {boolean} [panel] Whether the panel was opened for this tab.
 * @property {Record<string, number>} [hinted] How often each cause has come on this page.
 * @property {string[]} [told] The cases of which this page's console was told.
 *
 * @typedef {object} SiteRecord
 * @property {1} v
 * @property {Entry[]} traces Redacted sign-ins and refreshes, oldest first.
 * @property {import("../background/losses.js").KeptLoss[]} losses Redacted, oldest first.
 * @property {number} used
 *
 * @typedef {object} Past One failing request in the history.
 * @property {string} id
 * @property {number} at When it failed, in milliseconds.
 * @property {string} site Registrable domain of the address asked.
 * @property {string} cause
 * @property {"pending" | "open" | "recovered" | "resolved" | "harmless"} kind How it ended.
 * @property {number} [count] How many requests it stands for, where it is more than one.
 *
 * @typedef {{v: 1, items: Past[]}} HistoryRecord Oldest first.
 *
 * @typedef {{site: string, cause: string, key: string, args: {count: number, day: number}}} Recurrence What the core
 *   finds in a history; the day is when it began, in milliseconds.
 */

/** The version of a stored site, and of the history. */
export const VERSION = 1;

/** The version of a stored tab. */
export const TAB_VERSION = 2;

/** Caps: what is over them goes, oldest first. */
export const CAPS = Object.freeze({ cases: 24, repeats: 3, grown: 8, traces: 12, losses: 24, sites: 40, toasted: 50, muted: 500, history: 5000 });

/** @returns {TabRecord} */
export function emptyTab() {
  return { v: TAB_VERSION, page: "", cases: [], earlier: {}, toasted: [], toast: "" };
}

/** @returns {SiteRecord} */
export function emptySite() {
  return { v: VERSION, traces: [], losses: [], used: 0 };
}

/**
 * A tab as it was kept, if it is of this version and whole.
 * @param {any} stored
 * @returns {TabRecord | undefined}
 */
export function readTab(stored) {
  if (stored?.v !== TAB_VERSION || !Array.isArray(stored.cases) || !Array.isArray(stored.toasted)) return undefined;
  const { followed, ...rest } = stored;
  return { ...rest, cases: stored.cases.map(readCase), ...(Array.isArray(followed) ? { followed: followed.map(readCase) } : {}) };
}

/**
 * A tab as it is kept.
 * @param {TabRecord} record
 * @param {(part: object) => string} textOf The text of a log or diagnosis; made once as long as it is the same one.
 */
export function writeTab({ cases, followed = [], ...rest }, textOf) {
  const text = (/** @type {Case[]} */ list) => list.map(({ log, diagnosis, ...one }) => {
    const parts = log ? `"log":${textOf(log)},"diagnosis":${textOf(diagnosis)}` : `"diagnosis":${textOf(diagnosis)}`;
    return `{"one":${JSON.stringify(one)},${parts}}`;
  }).join(",");
  return `{${JSON.stringify({ ...rest, v: TAB_VERSION }).slice(1, -1)}${followed.length > 0 ? `,"followed":[${text(followed)}]` : ""},"cases":[${text(cases)}]}`;
}

/**
 * @param {{one: object, log?: any, diagnosis: any}} stored
 * @returns {Case}
 */
function readCase({ one, log, diagnosis }) {
  return /** @type {Case} */ ({ ...one, ...(log ? { log: unpack(log) } : {}), diagnosis: unpack(diagnosis) });
}

/**
 * A stored site, if it is of this version and whole.
 * @param {any} stored
 * @returns {SiteRecord | undefined}
 */
export function readSite(stored) {
  return stored?.v === VERSION && Array.isArray(stored.traces) && Array.isArray(stored.losses) ? stored : undefined;
}

/**
 * The stored history, empty if there is none of this version.
 * @param {any} stored
 * @returns {HistoryRecord}
 */
export function readHistory(stored) {
  return stored?.v === VERSION && Array.isArray(stored.items) ? stored : { v: VERSION, items: [] };
}
