/**
 * The order of the problems, and the heads of the columns that change it.
 */

import { el } from "../shared/dom.js";
import { plain } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../popup/view.js").Shown} Shown */
/** @typedef {import("../shared/problems.js").Problem<Shown>} Problem */
export const COLUMNS = Object.freeze(/** @type {const} */ (["cause", "name", "status", "sure", "who", "time"]));

/** @typedef {typeof COLUMNS[number]} Column */
/** @typedef {{by: Column, down: boolean}} Order */

const SURE = Object.freeze(["possible", "likely", "certain"]);

/**
 * @param {Problem[]} problems
 * @param {Order} order
 * @param {Words} words
 */
export function inOrder(problems, { by, down }, words) {
  const keyed = problems.map((problem) => ({ problem, key: keyOf(problem, by, words), first: firstOf(problem) }));
  keyed.sort((left, right) => (down ? -1 : 1) * (typeof left.key === "number" && typeof right.key === "number"
    ? left.key - right.key
    : String(left.key).localeCompare(String(right.key), words.language)) || left.first - right.first);
  return keyed.map(({ problem }) => problem);
}

/** When the first request of a problem that is kept failed. @param {Problem} problem */
function firstOf({ cases }) {
  return Math.min(...cases.map((one) => one.at));
}

/**
 * @param {Problem} problem
 * @param {Column} by
 * @param {Words} words
 */
function keyOf(problem, by, words) {
  const { latest: { diagnosis } } = problem;
  switch (by) {
    case "cause": return words.title(diagnosis.cause ?? "");
    case "name": return plain(diagnosis.failing.url);
    case "status": return diagnosis.failing.status;
    case "sure": return SURE.indexOf(diagnosis.confidence);
    case "who": return diagnosis.fixes.find((fix) => fix.who !== "person")?.who ?? diagnosis.fixes[0]?.who ?? "";
    default: return firstOf(problem);
  }
}

/**
 * @param {Order} order
 * @param {Words} words
 * @param {(order: Order) => void} chosen
 */
export function heads(order, words, chosen) {
  return COLUMNS.map((name) => {
    const mine = order.by === name;
    return el("th", { scope: "col", class: name, "aria-sort": mine ? (order.down ? "descending" : "ascending") : undefined },
      el("button", { type: "button", class: "sort", onclick: () => chosen({ by: name, down: mine && !order.down }) },
        words.text(`panel.column.${name}`), mine && el("span", { "aria-hidden": "true" }, order.down ? " ▾" : " ▴")));
  });
}
