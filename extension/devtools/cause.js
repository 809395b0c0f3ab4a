/**
 * The cause in words: what it is, the first way to fix it, and, folded, the other ways, what it rests on and where to read on.
 */

import { code, el } from "../shared/dom.js";
import { byWho, fixOf } from "../shared/fixes.js";
import { meter } from "../shared/meter.js";
import { proofsOf } from "../shared/proofs.js";
import { quiet } from "../shared/problems.js";
import { plain } from "../shared/text.js";
import { sentBy } from "./source.js";
import { sureness } from "./table.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../popup/view.js").Shown} Shown */
/** @typedef {import("../shared/records.js").Diagnosis} Diagnosis */

const WHO = Object.freeze(/** @type {const} */ (["frontend", "backend", "person"]));

/**
 * What the reader has opened or closed stays so for the next request.
 * @type {Map<string, boolean>}
 */
const folds = new Map([["evidence", true]]);

/**
 * @param {Shown} shown
 * @param {Words} words
 */
export function causePart(shown, words) {
  const { diagnosis } = shown;
  const cause = diagnosis.cause ?? "";
  const args = diagnosis.summary.developer.args ?? {};
  return [
    el("div", { class: "verdict" },
      el("h3", { class: "verdict-title" }, words.title(cause)),
      sureness(shown, quiet(shown), words)),
    el("p", { class: "sentence", "data-part": "developer" }, told(words.tell(diagnosis.summary.developer))),
    quiet(shown) && el("p", { class: "note" }, words.text(`interface.state.${diagnosis.state}`)),
    sentBy(diagnosis.code, words),
    ...fixes(diagnosis, words),
    evidence(diagnosis, words),
    list("panel.remarks", diagnosis.remarks?.map((one) => words.tell(one)) ?? [], words, "remarks"),
    others(diagnosis, words),
    list("panel.avoid", words.lines(`${cause}.avoid`, args), words, "avoid"),
    list("panel.prevent", WHO.flatMap((who) => numbered(`${cause}.prevent.${who}`, args, words)), words, "prevent"),
    references([...providerPages(diagnosis, words), ...words.lines(`${cause}.reference`, args).map(pair)], words),
    el("p", { class: "id" }, el("code", {}, cause)),
  ];
}

/**
 * A part that can be folded away.
 * @param {string} name
 * @param {string} title
 * @param {...(Node | null | false)} inside
 */
function fold(name, title, ...inside) {
  const part = /** @type {HTMLDetailsElement} */ (el("details", { class: `fold ${name}`, "data-part": name, open: folds.get(name) ?? false }, el("summary", {}, title), ...inside));
  part.addEventListener("toggle", () => folds.set(name, part.open));
  return part;
}

/**
 * The lines `<key>`, `<key>.2`, `<key>.3` and so on.
 * @param {string} key
 * @param {Record<string, unknown>} args
 * @param {Words} words
 */
function numbered(key, args, words) {
  const lines = words.has(key) ? [words.text(key, args)] : [];
  for (let number = 2; words.has(`${key}.${number}`); number += 1) lines.push(words.text(`${key}.${number}`, args));
  return lines;
}

/**
 * @param {Diagnosis} diagnosis
 * @param {Words} words
 */
function evidence(diagnosis, words) {
  const all = proofsOf(diagnosis, words);
  if (all.length === 0) return null;
  return fold("evidence", words.text("interface.evidence"), el("ul", { class: "evidence" }, ...all.map((one) => el("li", { class: one.basis },
    el("span", { class: "basis" }, words.text(`interface.basis.${one.basis}`)), told(one.text)))));
}

/**
 * The first way to fix it in full, and the others folded; a developer's before what a person can do.
 * @param {Diagnosis} diagnosis
 * @param {Words} words
 */
function fixes(diagnosis, words) {
  const [first, ...rest] = [...diagnosis.fixes.filter((fix) => fix.who !== "person"), ...diagnosis.fixes.filter((fix) => fix.who === "person")];
  if (!first) return [];
  return [
    el("section", { "data-part": "fixes" }, el("h3", {}, words.text(`interface.who.${first.who}`)), fixOf(first, words)),
    rest.length > 0 && fold("other-fixes", words.text("interface.fixes.rest", { count: rest.length }),
      ...byWho(rest).map(({ who, list: all }) => el("section", {}, el("h4", {}, words.text(`interface.who.${who}`)), ...all.map((fix) => fixOf(fix, words))))),
  ];
}

/**
 * @param {string} title
 * @param {string[]} lines
 * @param {Words} words
 * @param {string} name
 */
function list(title, lines, words, name) {
  return lines.length > 0 && fold(name, words.text(title), el("ul", { class: "plain" }, ...lines.map((line) => el("li", {}, told(line)))));
}

/**
 * @param {Diagnosis} diagnosis
 * @param {Words} words
 */
function others({ others: all }, words) {
  return all.length > 0 && fold("others", words.text("interface.others"), el("ul", { class: "others" }, ...all.map((one) => el("li", { "data-other": one.cause },
    el("span", {}, words.title(one.cause)), meter(one.confidence, words)))));
}

/**
 * A line `Title | address`.
 * @param {string} line
 */
function pair(line) {
  const [title = "", url = ""] = line.split(" | ");
  return { title, url };
}

/**
 * Pages of the provider that answered, such as where to make a new key.
 * @param {Diagnosis} diagnosis
 * @param {Words} words
 */
function providerPages({ responder = [] }, words) {
  return responder.flatMap((one) => (one.links ?? []).map(({ what, url }) => ({ title: `${one.name}: ${words.text(`provider.link.${what}`)}`, url })));
}

/**
 * @param {{title: string, url: string}[]} all
 * @param {Words} words
 */
function references(all, words) {
  const safe = all.filter(({ url }) => url.startsWith("https://"));
  return safe.length > 0 && fold("references", words.text("panel.references"), el("ul", { class: "plain" },
    ...safe.map(({ title, url }) => el("li", {}, el("a", { href: url, target: "_blank", rel: "noreferrer" }, title)))));
}

/**
 * A sentence in which strangers may have a word: as text, cut where it has no end.
 * @param {string} text
 */
export function told(text) {
  return code(plain(text, 2_000));
}
