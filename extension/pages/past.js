/**
 * What a history tells: how much happened when, and what comes again and again.
 */

/** @typedef {import("../shared/records.js").Past} Past */
/** @typedef {{from: number, to: number, open: number, mended: number, calm: number}} Bucket */
/** @typedef {{site: string, cause: string, times: number, day: number, days: number, out: boolean}} Recurrence */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** What happens within this time of another is the same occasion: one page asks for many things at once. */
const OCCASION = 10 * 60_000;
/** So many occasions in a day, or days with one, are worth a word. */
const OFTEN = 3;
/** The causes by which a person finds themselves signed out. */
const SIGNED_OUT = new Set(["session-expired", "token-expired", "token-revoked", "cookie-expired", "cookie-missing", "cookie-cleared", "refresh-failed", "refresh-race", "session-displaced"]);

/**
 * How one ended, as the chart tells them apart.
 * @param {Past} one
 * @returns {"open" | "mended" | "calm"}
 */
export function ending({ kind }) {
  if (kind === "harmless") return "calm";
  return kind === "recovered" || kind === "resolved" ? "mended" : "open";
}

/**
 * Counts by the hour for one day, else by the day; local time, the last one is now.
 * @param {Past[]} items
 * @param {number} days
 * @param {number} now
 * @returns {Bucket[]}
 */
export function buckets(items, days, now) {
  const hourly = days === 1;
  const count = hourly ? 24 : days;
  const all = Array.from({ length: count }, (_, index) => {
    const back = count - 1 - index;
    const from = hourly ? startOfHour(now - back * HOUR) : startOfDay(now, -back);
    const to = hourly ? from + HOUR : startOfDay(now, 1 - back);
    return { from, to, open: 0, mended: 0, calm: 0 };
  });
  for (const one of items) {
    const bucket = all.find(({ from, to }) => one.at >= from && one.at < to);
    if (bucket) bucket[ending(one)] += 1;
  }
  return all;
}

/** @param {number} time */
function startOfHour(time) {
  return new Date(time).setMinutes(0, 0, 0);
}

/**
 * The beginning of a day; by the calendar, for not every day has 24 hours.
 * @param {number} time
 * @param {number} [ahead]
 */
export function startOfDay(time, ahead = 0) {
  const date = new Date(time);
  date.setDate(date.getDate() + ahead);
  return date.setHours(0, 0, 0, 0);
}

/**
 * What comes again and again, the most frequent first; what was no fault, or mended itself, does not count.
 * @param {Past[]} items
 * @returns {Recurrence[]}
 */
export function recurrences(items) {
  const faults = [...items].filter((one) => one.kind !== "harmless" && one.kind !== "recovered").sort((left, right) => left.at - right.at);
  return [...groups(faults, placeOf).values()]
    .map(recurrence)
    .filter((one) => one.times >= OFTEN || one.days >= OFTEN)
    .sort((left, right) => right.times - left.times || right.days - left.days);
}

/**
 * @param {Past[]} all Of one site and cause, oldest first.
 * @returns {Recurrence}
 */
function recurrence(all) {
  const [{ site, cause } = { site: "", cause: "" }] = all;
  const occasions = all.filter((one, index) => one.at - (all[index - 1]?.at ?? -OCCASION) >= OCCASION);
  const days = [...groups(occasions, (one) => startOfDay(one.at))].sort(([, left], [, right]) => right.length - left.length);
  const [day, busiest] = days[0] ?? [0, []];
  return { site, cause, times: busiest.length, day, days: days.length, out: SIGNED_OUT.has(cause) };
}

/**
 * How often each cause was seen on each site, the most frequent first.
 * @param {Past[]} items
 */
export function table(items) {
  return [...groups(items, placeOf).values()]
    .map((all) => ({
      site: all[0]?.site ?? "", cause: all[0]?.cause ?? "", count: all.length,
      last: Math.max(...all.map((one) => one.at)), open: all.filter((one) => ending(one) === "open").length,
    }))
    .sort((left, right) => right.count - left.count || right.last - left.last);
}

/** @param {Past} one */
function placeOf({ site, cause }) {
  return `${site} ${cause}`;
}

/**
 * @template K
 * @param {Past[]} items
 * @param {(one: Past) => K} keyOf
 * @returns {Map<K, Past[]>}
 */
function groups(items, keyOf) {
  const all = new Map();
  for (const one of items) all.set(keyOf(one), [...(all.get(keyOf(one)) ?? []), one]);
  return all;
}
