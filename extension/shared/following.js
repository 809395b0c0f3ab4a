/**
 * What becomes of an open problem once its page was left, a fix was clicked, or the same request works again.
 */

import { problemOf } from "./problems.js";

/** @typedef {import("./records.js").Case} Case */
/** @typedef {import("./records.js").Fix} Fix */
/** @typedef {import("./records.js").TabRecord} TabRecord */

/** So many problems of earlier documents of a tab are followed, the latest. */
const MOST = 6;

/**
 * Whether a case was told of as a fault and is one still.
 * @param {Case} one
 */
export function isOpen({ own, due, diagnosis }) {
  return own && due === 0 && diagnosis.state === "open" && diagnosis.alarm;
}

/**
 * The case of this id, also where its page was left.
 * @param {TabRecord} record
 * @param {string} id
 */
export function caseOf({ cases, followed = [] }, id) {
  return cases.find((one) => one.id === id) ?? followed.find((one) => one.id === id);
}

/**
 * A document was left: what was open there is followed on.
 * @param {TabRecord} record
 * @param {Case[]} left
 */
export function leave(record, left) {
  const followed = [...record.followed ?? [], ...left.filter(isOpen)];
  if (followed.length > 0) record.followed = followed.slice(-MOST);
}

/**
 * A case that was followed works again: it is one of the page that stands there now.
 * @param {TabRecord} record
 * @param {Case} one
 */
export function returned(record, one) {
  if (!record.followed?.includes(one) || one.diagnosis.state !== "resolved") return;
  record.followed = record.followed.filter((each) => each !== one);
  record.cases.push(one);
}

/**
 * The same problem is there again: the fix that was clicked before has not helped, and nothing else of it is followed.
 * `session-expired|shop.example` fails 3 s after the click on "Reload page": "Reload page" was tried.
 * @param {TabRecord} record
 * @param {Case} again
 * @returns {boolean} Whether anything was known of it before.
 */
export function failedAgain(record, again) {
  const name = problemOf(again.diagnosis);
  if (!isOpen(again) || name === "") return false;
  const isSame = (/** @type {Case} */ one) => one !== again && problemOf(one.diagnosis) === name;
  const before = [...record.followed ?? [], ...record.cases].filter(isSame);
  for (const one of before) {
    if (one.watch) again.watch = true;
    if (!one.acted || one.acted.at > again.started) continue;
    record.tried = { ...record.tried, [name]: [...new Set([...record.tried?.[name] ?? [], one.acted.key])] };
    delete one.acted;
  }
  if (record.followed) record.followed = record.followed.filter((one) => !isSame(one));
  return before.length > 0;
}

/**
 * The fixes in the order in which to try them: those that did not help come last.
 * @param {Fix[]} fixes
 * @param {string[]} tried Their keys.
 */
export function inTurn(fixes, tried) {
  return [...fixes.filter(({ key }) => !tried.includes(key)), ...fixes.filter(({ key }) => tried.includes(key))];
}

/**
 * Method and address without the values of the query: `GET https://shop.example/orders?page&size`.
 * @param {string} method
 * @param {string} url
 */
export function addressOf(method, url) {
  const [plain = ""] = url.split("#", 1);
  const [path = "", query = ""] = plain.split(/\?(.*)/su, 2);
  const names = query.split("&").map((one) => one.split("=", 1)[0]).sort();
  return `${method} ${path}?${names.join("&")}`;
}
