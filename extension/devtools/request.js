/**
 * The request as it went and its answer, with stand-ins where secrets were.
 */

import { api } from "../shared/browser.js";
import { el } from "../shared/dom.js";
import { tame } from "../shared/tame.js";
import { parted, plain } from "../shared/text.js";
import { stack } from "./source.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../shared/records.js").Field} Field */
/** @typedef {import("../shared/records.js").Entry} Entry */

/**
 * @param {import("../popup/view.js").Shown} shown
 * @param {number} tab
 * @param {Words} words
 */
export function requestPart({ id, diagnosis }, tab, words) {
  const place = el("div", { class: "headers", "aria-busy": "true" });
  void api.runtime.sendMessage({ kind: "exchange", tab, id }).then((/** @type {{entry?: Entry, preflight?: Entry}} */ { entry, preflight }) => {
    if (entry) place.append(...whole(entry, "panel.request", words));
    else place.append(el("p", { class: "note" }, words.text("panel.gone")));
    if (preflight) place.append(...whole(preflight, "panel.preflight", words));
    place.removeAttribute("aria-busy");
  });
  return [place, stack(diagnosis.code, words), el("p", { class: "note" }, words.text("panel.cut.hint"))];
}

/**
 * @param {Entry} entry
 * @param {string} title
 * @param {Words} words
 */
function whole({ request, response }, title, words) {
  const line = `${request.method} `;
  return [
    el("h3", {}, words.text(title)),
    el("p", { class: "request-line" }, el("b", {}, tame(line, 40)), ...value(request.url, words)),
    request.headers === undefined ? el("p", { class: "note" }, words.text("panel.unseen")) : request.headers.length > 0 ? fields(request.headers, words) : null,
    el("h3", {}, words.text("panel.answer"), response.status > 0 && el("span", { class: "status" }, `${response.status} ${tame(response.statusText ?? "", 60)}`)),
    response.headers === undefined ? el("p", { class: "note" }, words.text("panel.unseen"))
      : response.headers.length > 0 ? fields(response.headers, words) : el("p", { class: "note" }, words.text("panel.no-answer")),
  ].filter((one) => one !== null);
}

/**
 * @param {Field[]} all
 * @param {Words} words
 */
export function fields(all, words) {
  return el("dl", { class: "fields" }, ...all.flatMap((one) => [el("dt", {}, plain(one.name, 200)), el("dd", {}, ...value(one.value, words))]));
}

/**
 * A value with a mark where a secret stood.
 * @param {string} text
 * @param {Words} words
 */
function value(text, words) {
  return parted(text).map((part) => part.cut
    ? el("span", { class: "cut", title: tame(part.text) }, words.text("panel.cut"))
    : el("span", {}, tame(part.text, 2_000)));
}
