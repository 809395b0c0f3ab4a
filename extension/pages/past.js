/**
 * What a history tells: how much happened when, and how often each cause at each site.
 */

/** @typedef {import("../shared/records.js").Past} Past */
/** @typedef {{from: number, to: number, open: number, mended: number, calm: number}} Bucket */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

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
    if (bucket) bucket[ending(one)] += one.count ?? 1;
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
 * How many requests these stand for.
 * @param {Past[]} items
 */
function requests(items) {
  return items.reduce((sum, one) => sum + (one.count ?? 1), 0);
}

/**
 * How often each cause was seen on each site, the most frequent first.
 * @param {Past[]} items
 */
export function table(items) {
  /** @type {Map<string, Past[]>} */
  const places = new Map();
  for (const one of items) {
    const place = `${one.site} ${one.cause}`;
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  return [...places.values()]
    .map((all) => ({
      site: all[0]?.site ?? "", cause: all[0]?.cause ?? "", count: requests(all),
      last: Math.max(...all.map((one) => one.at)), open: requests(all.filter((one) => ending(one) === "open")),
    }))
    .sort((left, right) => right.count - left.count || right.last - left.last);
}
