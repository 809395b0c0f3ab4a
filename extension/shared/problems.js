/**
 * Failing requests as people see them: one problem per cause and site, with one count that stands wherever it is shown.
 */

import { CAPS } from "./records.js";

/** @typedef {import("./records.js").Case} Case */
/** @typedef {import("./records.js").Diagnosis} Diagnosis */
/** @typedef {import("./records.js").Earlier} Earlier */
/** @typedef {import("./records.js").TabRecord} TabRecord */

/**
 * @template {Omit<Case, "log">} T
 * @typedef {{latest: T, count: number, cases: T[], earlier: number}} Problem Its cases newest first; `count` has all of
 *   its requests, and `earlier` those of them that are counted and no longer kept.
 */

/** So many problems of a tab are remembered beyond their cases. */
const EARLIER = 200;

/** So many cases wait for their turn in one tab; what comes then is counted. */
const WAITING = 200;

/**
 * What has to be solved: the cause, and the site of the server that said no, as the core tells them.
 * `session-expired|shop.example|https://api.shop.example/orders` is `session-expired|shop.example`.
 * @param {Diagnosis} diagnosis
 */
export function problemOf({ group = "" }) {
  return group.split("|").slice(0, 2).join("|");
}

/**
 * Whether a case is no fault, or none any more.
 * @param {{diagnosis: Diagnosis}} one
 */
export function quiet(one) {
  return ["recovered", "harmless", "resolved"].includes(one.diagnosis.state) || !one.diagnosis.alarm;
}

/**
 * The name of the list that a case stands in: what is mended does not hide among what is open, nor what is another
 * site's among the page's own.
 * @param {Omit<Case, "log">} one
 */
export function nameOf(one) {
  return `${one.lost ? "lost" : quiet(one) ? "quiet" : "loud"} ${one.own ? "own" : "other"} ${problemOf(one.diagnosis) || one.id}`;
}

/**
 * The cases as the popup lists them: one entry per problem, newest first. The latest word on an address is the one that
 * counts: a poll that was first a session's end and then a loop is one problem, the loop.
 * @template {Omit<Case, "log">} T
 * @param {T[]} cases Oldest first.
 * @param {Record<string, Earlier>} [earlier]
 * @returns {Problem<T>[]}
 */
export function grouped(cases, earlier = {}) {
  const sorted = [...cases].sort((left, right) => (right.last ?? right.at) - (left.last ?? left.at));
  /** @type {Map<string, string>} */
  const addresses = new Map();
  /** @type {Map<string, T[]>} */
  const lists = new Map();
  /** @type {Map<string, string>} */
  const homes = new Map();
  for (const one of sorted) {
    let name = nameOf(one);
    if (!quiet(one) && !one.lost) {
      const address = `${one.own} ${one.diagnosis.failing?.method} ${one.diagnosis.failing?.url}`;
      name = one.diagnosis.failing ? addresses.get(address) ?? name : name;
      addresses.set(address, name);
    }
    homes.set(nameOf(one), name);
    lists.set(name, [...(lists.get(name) ?? []), one]);
  }
  /** @type {Map<string, number>} */
  const dropped = new Map();
  for (const [name, { count }] of Object.entries(earlier)) {
    const home = lists.has(name) ? name : homes.get(name) ?? name;
    dropped.set(home, (dropped.get(home) ?? 0) + count);
  }
  return [...lists].map(([name, list]) => {
    const gone = dropped.get(name) ?? 0;
    return { latest: /** @type {T} */ (list[0]), count: list.reduce((sum, one) => sum + one.count, gone), cases: list, earlier: gone };
  });
}

/**
 * How many requests are counted of which no case is left.
 * @param {Omit<Case, "log">[]} cases
 * @param {Record<string, Earlier>} earlier
 */
export function unlisted(cases, earlier) {
  const names = new Set(cases.map(nameOf));
  return Object.entries(earlier).reduce((sum, [name, { count }]) => sum + (names.has(name) ? 0 : count), 0);
}

/**
 * How many problems the badge counts: what would alarm, is open and has settled.
 * @param {{cases: Case[], earlier: Record<string, Earlier>}} record
 */
export function alarming({ cases, earlier }) {
  const loud = cases.filter((one) => one.own && one.due === 0 && one.diagnosis.state === "open" && one.diagnosis.alarm);
  const names = new Set(loud.map(nameOf));
  const gone = Object.entries(earlier).filter(([name, { open }]) => open && !names.has(name));
  return grouped(loud).length + gone.length;
}

/**
 * Adds a case to a tab, and keeps the tab within its caps: what goes is counted, and what waits keeps its turn.
 * @param {TabRecord} record
 * @param {Case} added
 */
export function admit(record, added) {
  record.cases = record.cases.filter((one) => one.id !== added.id);
  if (record.cases.filter((one) => one.due > 0).length >= WAITING) {
    pass(record, added);
    return;
  }
  record.cases.push(added);
  const { group } = added.diagnosis;
  const same = record.cases.filter((one) => group && one.diagnosis.group === group && one.due === 0);
  if (same.length > CAPS.repeats) dismiss(record, /** @type {Case} */ (same[0]));
  while (record.cases.filter((one) => one.due === 0).length > CAPS.cases) dismiss(record, leastWanted(record.cases));
}

/**
 * The settled case that is missed least: the oldest quiet one, else the oldest of a problem that has others, else the oldest.
 * @param {Case[]} cases At least one of them settled.
 * @returns {Case}
 */
export function leastWanted(cases) {
  const settled = cases.filter((one) => one.due === 0);
  const names = settled.map(nameOf);
  return settled.find(quiet)
    ?? settled.find((_, index) => names.indexOf(/** @type {string} */ (names[index])) !== names.lastIndexOf(/** @type {string} */ (names[index])))
    ?? /** @type {Case} */ (settled[0]);
}

/**
 * Lets a case go, and goes on counting its requests.
 * @param {TabRecord} record
 * @param {Case} one
 */
export function dismiss(record, one) {
  record.cases = record.cases.filter((each) => each !== one);
  pass(record, one);
}

/**
 * @param {TabRecord} record
 * @param {Case} one
 */
function pass(record, one) {
  const open = one.own && one.due === 0 && one.diagnosis.state === "open" && one.diagnosis.alarm;
  tally(record, nameOf(one), { count: one.count, first: one.at, last: one.last ?? one.at, open });
}

/**
 * Counts requests that are not kept.
 * @param {TabRecord} record
 * @param {string} name Of their problem; empty where nobody looked at them.
 * @param {Earlier} more
 */
export function tally(record, name, more) {
  const names = Object.keys(record.earlier);
  const under = Object.hasOwn(record.earlier, name) || names.length < EARLIER ? name : "";
  const known = record.earlier[under] ?? more;
  const count = known === more ? more.count : known.count + more.count;
  record.earlier[under] = {
    count, first: Math.min(known.first, more.first), last: Math.max(known.last, more.last), open: under !== "" && (known.open || more.open),
  };
}
