/**
 * What is stored, and its versions: a record of another version is dropped, and everything has a cap.
 */

/**
 * @typedef {import("./words.js").Told} Told
 * @typedef {{who: "person" | "frontend" | "backend", effort: string, key: string, args?: Record<string, unknown>,
 *   snippet?: {for: string, key: string, args?: Record<string, unknown>}}} Fix
 * @typedef {{name: string, domain: string, path: string, sent: boolean, reasons: string[], warnings: string[], faults: string[],
 *   note?: Told | string}} CookieVerdict
 * @typedef {{url: string, name: string, stored: boolean, reasons: string[], warnings: string[], faults: string[],
 *   note?: Told | string}} SetCookieVerdict
 * @typedef {{failing: {method: string, url: string, status: number, preflight: unknown}, cause: string | null,
 *   confidence: "certain" | "likely" | "possible", phase?: string, state: "pending" | "open" | "recovered" | "harmless" | "resolved",
 *   alarm: boolean, own: boolean, sameSiteWithPage: boolean, others: {cause: string, confidence: string, title?: Told | string}[],
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
 * @property {boolean} own Whether badge and toast may speak of it: not a third party's, nor a cross-site frame's.
 * @property {number} count How many times it happened, this one included.
 * @property {number} due When it has settled, in milliseconds; 0 if it has.
 * @property {true} [lost] Whether only its refusal is known: the browser ended the worker before more was kept.
 * @property {Log} log Redacted.
 * @property {Diagnosis} diagnosis
 *
 * @typedef {object} TabRecord
 * @property {1} v
 * @property {string} page Origin of the tab's document: its path and query may hold secrets.
 * @property {Case[]} cases Oldest first.
 * @property {string[]} toasted Causes that were shown on this page.
 * @property {string} toast The case whose toast stands there now; empty if none does.
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
 *
 * @typedef {{v: 1, items: Past[]}} HistoryRecord Oldest first.
 *
 * @typedef {{site: string, cause: string, key: string, args: {count: number, day: number}}} Recurrence What the core
 *   finds in a history; the day is when it began, in milliseconds.
 */

/** The version of every record written by this code. */
export const VERSION = 1;

/** Caps: what is over them goes, oldest first. */
export const CAPS = Object.freeze({ cases: 24, grown: 8, traces: 12, losses: 24, sites: 40, toasted: 50, muted: 500, history: 5000 });

/** @returns {TabRecord} */
export function emptyTab() {
  return { v: VERSION, page: "", cases: [], toasted: [], toast: "" };
}

/** @returns {SiteRecord} */
export function emptySite() {
  return { v: VERSION, traces: [], losses: [], used: 0 };
}

/**
 * A stored tab, if it is of this version and whole.
 * @param {any} stored
 * @returns {TabRecord | undefined}
 */
export function readTab(stored) {
  return stored?.v === VERSION && Array.isArray(stored.cases) && Array.isArray(stored.toasted) ? stored : undefined;
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

/**
 * Adds a case, and keeps the list within its cap: what repeats is counted before anything is dropped.
 * @param {Case[]} cases
 * @param {Case} added
 * @param {number} [cap]
 * @returns {Case[]}
 */
export function withCase(cases, added, cap = CAPS.cases) {
  const list = [...cases, added];
  const group = added.diagnosis.group;
  const same = group ? list.filter((one) => one.diagnosis.group === group && one.due === 0) : [];
  if (same.length > 3) {
    const [oldest, next] = same;
    if (oldest && next) {
      next.count += oldest.count;
      list.splice(list.indexOf(oldest), 1);
    }
  }
  return list.slice(-cap);
}

/**
 * The cases as the popup lists them: one group per cause and place, newest first.
 * @param {Case[]} cases Oldest first.
 * @returns {{latest: Case, count: number, cases: Case[]}[]}
 */
export function grouped(cases) {
  /** @type {Map<string, Case[]>} */
  const groups = new Map();
  for (const one of cases) {
    const name = one.diagnosis.group ? `${quiet(one) ? "quiet" : "loud"} ${one.diagnosis.group}` : one.id;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()]
    .map((list) => {
      const sorted = [...list].sort((left, right) => right.at - left.at);
      const latest = /** @type {Case} */ (sorted[0]);
      return { latest, count: list.reduce((sum, one) => sum + one.count, 0), cases: sorted };
    })
    .sort((left, right) => right.latest.at - left.latest.at);
}

/**
 * Whether a case is no fault, or none any more.
 * @param {{diagnosis: Diagnosis}} one
 */
export function quiet(one) {
  return ["recovered", "harmless", "resolved"].includes(one.diagnosis.state) || !one.diagnosis.alarm;
}

/**
 * How many faults the badge counts: what would alarm, is open and has settled, each group once.
 * @param {Case[]} cases
 */
export function alarming(cases) {
  const loud = cases.filter((one) => one.own && one.due === 0 && one.diagnosis.state === "open" && one.diagnosis.alarm);
  return grouped(loud).length;
}
