/**
 * The requests of one problem: the latest in full, and the others beneath it.
 */

import { el } from "../shared/dom.js";
import { tame } from "../shared/tame.js";
import { clock, plain } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../shared/records.js").Diagnosis} Diagnosis */

/**
 * How many requests are counted whose details were not kept.
 * @param {Words} words
 * @param {number} count
 */
export function earlierNote(words, count) {
  return el("p", { class: "note", "data-part": "earlier" }, words.text("interface.earlier", { count }));
}

/** @param {Diagnosis} diagnosis */
export function requestLine({ failing }) {
  const url = plain(failing.url);
  return el("p", { class: "request", "data-part": "request", title: `${tame(failing.method, 20)} ${url}` }, ...parts(failing));
}

/**
 * All requests of a problem that has several, the latest first; nothing of one that has no other.
 * @param {import("./view.js").Group} group
 * @param {Words} words
 * @param {string} fold The name of the fold.
 */
export function requestList({ latest, count, cases = [], earlier = 0 }, words, fold) {
  if (count < 2) return null;
  return el("details", { class: "fold", "data-fold": fold, "data-part": "requests" },
    el("summary", {}, words.text("interface.requests", { count })),
    el("ul", { class: "requests" }, ...(cases.length > 0 ? cases : [latest]).map((one) => el("li", { title: plain(one.diagnosis.failing.url) },
      el("time", { class: "time" }, clock(one.at, words.language)), ...parts(one.diagnosis.failing),
      one.count > 1 && el("span", { class: "count" }, words.text("interface.times", { count: one.count }))))),
    earlier > 0 && earlierNote(words, earlier));
}

/** @param {Diagnosis["failing"]} failing */
function parts({ method, url, status }) {
  const { host, rest } = split(plain(url));
  return [
    el("span", { class: "method" }, tame(method, 20)),
    el("span", { class: "url" }, el("span", { class: "url-host" }, host), rest),
    status > 0 && el("span", { class: "status" }, String(status)),
  ];
}

/**
 * Host and rest as they stand; parsing would encode the marks of what was cut.
 * @param {string} url
 */
export function split(url) {
  const [, host, rest] = /^\w+:\/\/([^/?#]*)(.*)$/su.exec(url) ?? [];
  return { host: host ?? url, rest: rest ?? "" };
}
