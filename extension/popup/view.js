/**
 * Draws one problem: the cause, the first thing to do about it, and, folded away, how sure it is and what it rests on.
 */

import { cookieTable, setCookieTable } from "./cookies.js";
import { requestLine, requestList, split } from "./requests.js";
import { code, el } from "../shared/dom.js";
import { byWho, firstAid, firstFix, fixPart } from "../shared/fixes.js";
import { meter } from "../shared/meter.js";
import { problemOf } from "../shared/problems.js";
import { proofsOf } from "../shared/proofs.js";
import { hostOf } from "../shared/sites.js";
import { clock, headlined, plain } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../shared/records.js").Diagnosis} Diagnosis */

/**
 * @typedef {Omit<import("../shared/records.js").Case, "log"> & {jar: Record<string, any>[]}} Shown
 */

/**
 * @typedef {{latest: Shown, count: number, cases?: Shown[], earlier?: number}} Group Its cases newest first; `earlier` of its
 *   requests are counted, and no longer kept.
 */

/**
 * @typedef {object} Context
 * @property {Words} words
 * @property {"person" | "developer"} view
 * @property {(id: string) => void} [save] Absent where there is nothing to save.
 * @property {(cause: string) => string} page Address of a cause's page.
 * @property {(shown: Shown, fold: string) => HTMLElement} [handOn] Makes the part that hands a case on.
 * @property {(shown: Shown) => HTMLElement | null} [watch] Makes the button by which somebody is told when it works again.
 * @property {Record<string, string[]>} [tried] The fixes that did not help, by the name of the problem.
 * @property {(shown: Shown) => import("../shared/fixes.js").Button} [buttons] Absent where there is nothing to be done, as in an example.
 */

/**
 * @param {Group} group
 * @param {Context} context
 */
export function card(group, context) {
  const { latest } = group;
  return el("article", marks(latest, "card"), ...(context.view === "developer" ? forDeveloper(group, context) : forPerson(group, context)));
}

/**
 * @param {Group} group
 * @param {Context} context
 */
function forPerson(group, context) {
  const { latest } = group;
  const { words } = context;
  return [
    latest.due > 0 && el("p", { class: "meta" }, el("span", { class: "pill waiting" }, words.text("interface.state.pending"))),
    ...personal(latest, words),
    ...inside(group, context),
  ].filter((one) => one instanceof Node);
}

/**
 * @param {Group} group
 * @param {Context} context
 */
function forDeveloper(group, context) {
  const { latest, count } = group;
  const { diagnosis } = latest;
  const { words } = context;
  return [
    el("h2", { class: "title" }, words.title(diagnosis.cause ?? "")),
    el("p", { class: "meta" },
      latest.due > 0 ? el("span", { class: "pill waiting" }, words.text("interface.state.pending")) : meter(diagnosis.confidence, words),
      count > 1 && el("span", { class: "count" }, words.text("panel.count", { count })),
      el("time", { class: "time" }, clock(latest.at, words.language))),
    el("p", { class: "developer", "data-part": "sentence" }, code(words.tell(diagnosis.summary.developer))),
    ...inside(group, context),
  ];
}

/**
 * What a person is told: a headline, and what it means for them. Where it is not confirmed, a word says so.
 * @param {Shown} shown
 * @param {Words} words
 */
function personal({ due, diagnosis }, words) {
  const { summary, confidence } = diagnosis;
  const { headline, detail } = headlined(words.tell(summary.person));
  // Texts for what was not seen say themselves how sure they are.
  const hedged = due > 0 || confidence === "certain" || /-uns(?:ure|een)$/u.test(summary.person.key);
  return [
    el("div", { class: "told", "data-part": "sentence" },
      hedged ? null : el("p", { class: "hedge" }, words.text(`interface.hedge.${confidence}`)), " ",
      el("h2", { class: "headline" }, code(headline)), " ",
      detail && el("p", { class: "detail" }, code(detail))),
  ];
}

/**
 * What there is to do, what it rests on, and where to read on.
 * @param {Group} group
 * @param {Context} context
 */
function inside(group, context) {
  const { words, view, buttons, tried = {} } = context;
  const { latest } = group;
  const { diagnosis } = latest;
  const lost = `${diagnosis.cause}.lost`;
  const mine = aidFor(diagnosis);
  return [
    ...(view === "developer"
      ? [requestLine(diagnosis), requestList(group, words, foldOf(latest, "requests")), ...firstFix(diagnosis.fixes, words, foldOf(latest, "fixes"))]
      : firstAid(mine, words, foldOf(latest, "else"), buttons?.(latest), tried[problemOf(diagnosis)]).toSpliced(1, 0, ...reassurance(lost, diagnosis, words))),
    context.watch?.(latest),
    links(diagnosis, context),
    more(group, context),
  ].filter((one) => one instanceof Node);
}

/**
 * What a person can do; where there is nothing, they can tell the site's support.
 * @param {Diagnosis} diagnosis
 * @returns {import("../shared/records.js").Fix[]}
 */
function aidFor({ failing, fixes, state, alarm }) {
  const mine = fixes.filter((fix) => fix.who === "person");
  if (mine.length > 0 || !alarm || state !== "open") return mine;
  const site = hostOf(failing.url);
  const { host = "", rest = "" } = split(plain(failing.url));
  const args = { method: failing.method, host, path: rest, status: failing.status, site };
  return [{ who: "person", effort: "easy", key: "fix.write-to-site", args, action: { kind: "support" } }];
}

/**
 * @param {string} lost The key of the words for what is safe.
 * @param {Diagnosis} diagnosis
 * @param {Words} words
 */
function reassurance(lost, diagnosis, words) {
  if (!words.has(lost) || !diagnosis.alarm) return [];
  return [el("p", { class: words.under(lost) === "lost.unsaved" ? "lost unsaved" : "lost" }, words.text(lost))];
}

/**
 * @param {Shown} shown
 * @param {string} name
 * @returns {Record<string, string>}
 */
function marks(shown, name) {
  const { diagnosis } = shown;
  return {
    class: name,
    "data-cause": diagnosis.cause ?? "",
    "data-state": diagnosis.state,
    "data-confidence": diagnosis.confidence,
    "data-alarm": String(diagnosis.alarm),
    "data-id": shown.id,
  };
}

/**
 * The name of a fold, the same for a repetition: what was opened stays open when the same fails again.
 * @param {Shown} shown
 * @param {string} part
 */
function foldOf({ id, diagnosis }, part) {
  return `${diagnosis.group || id} ${part}`;
}

/**
 * A request that was no fault, or is none any more, or is another site's: one line, and more if asked.
 * @param {Group} group
 * @param {Context} context
 */
export function quietLine(group, context) {
  const { latest, count } = group;
  const { words, view } = context;
  const { diagnosis } = latest;
  const sentence = view === "developer" ? diagnosis.summary.developer : diagnosis.summary.person;
  return el(
    "details",
    { ...marks(latest, `quiet ${diagnosis.state}`), "data-fold": foldOf(latest, "quiet") },
    el(
      "summary",
      {},
      el("span", { class: "tick", "aria-hidden": "true" }),
      el("span", { class: "quiet-text", "data-part": "sentence" }, code(words.tell(sentence))),
      count > 1 && el("span", { class: "count" }, words.text("interface.times", { count })),
    ),
    !(diagnosis.alarm && diagnosis.state === "open") && el("p", { class: "note" }, words.text(`interface.state.${diagnosis.state}`)),
    ...inside(group, context),
  );
}

/**
 * Pages of the provider that answered, such as where to sign in; those for developers in their view only.
 * @param {Diagnosis} diagnosis
 * @param {Context} context
 */
function links({ responder = [] }, { words, view }) {
  const all = responder.flatMap(({ name, links: own = [] }) => own.map((one) => ({ ...one, name })))
    .filter((one) => one.url.startsWith("https://") && (view === "developer" || one.who === "person"));
  return all.length > 0 && el("ul", { class: "links", "data-part": "links" }, ...all.map((one) => el("li", {},
    el("a", { href: one.url, target: "_blank", rel: "noopener noreferrer" },
      words.text("interface.provider.link", { provider: one.name, what: words.text(`provider.link.${one.what}`) })))));
}

/**
 * @param {Group} group
 * @param {Context} context
 */
function more(group, { words, view, save, page, handOn }) {
  const { latest } = group;
  const { diagnosis } = latest;
  const theirs = byWho(diagnosis.fixes.filter((fix) => fix.who !== "person"));
  return el(
    "details",
    { class: "fold", "data-fold": foldOf(latest, "more") },
    el("summary", {}, words.text("interface.more")),
    view === "person" && el("p", { class: "meta" }, meter(diagnosis.confidence, words), group.count > 1 && el("span", { class: "count" }, words.text("panel.count", { count: group.count })),
      el("time", { class: "time" }, clock(latest.at, words.language))),
    view === "person" && requestLine(diagnosis),
    view === "person" && requestList(group, words, foldOf(latest, "requests")),
    evidence(diagnosis, words),
    view === "developer" && remarks(diagnosis, words),
    cookieTable(diagnosis.cookies, latest.jar, words),
    setCookieTable(diagnosis.setCookies, words),
    diagnosis.others.length > 0 && el("h3", {}, words.text("interface.others")),
    diagnosis.others.length > 0 && el("ul", { class: "others" }, ...diagnosis.others.map((other) => el("li", { "data-other": other.cause },
      el("a", { href: page(other.cause), target: "_blank" }, words.title(other.cause)), meter(other.confidence, words)))),
    view === "person" && theirs.length > 0 && el(
      "details",
      { class: "fold", "data-fold": foldOf(latest, "fixes") },
      el("summary", {}, words.text("interface.fixes.others")),
      ...theirs.map((part) => fixPart(part, words)),
    ),
    handOn?.(latest, foldOf(latest, "hand-on")),
    el("div", { class: "actions" },
      el("a", { href: page(diagnosis.cause ?? ""), target: "_blank", "data-part": "means" }, words.text("interface.means")),
      save && el("button", { type: "button", onclick: () => save(latest.id), title: words.text("interface.save.hint") }, words.text("interface.save"))),
  );
}

/**
 * @param {Diagnosis} diagnosis
 * @param {Words} words
 */
function evidence(diagnosis, words) {
  const all = proofsOf(diagnosis, words);
  if (all.length === 0) return null;
  return [
    el("h3", {}, words.text("interface.evidence")),
    el("ul", { class: "evidence", "data-part": "evidence" }, ...all.map((one) => el("li", { class: one.basis },
      el("span", { class: "basis" }, words.text(`interface.basis.${one.basis}`)), code(one.text)))),
  ];
}

/**
 * What is to be said of the answer itself.
 * @param {Diagnosis} diagnosis
 * @param {Words} words
 */
function remarks({ remarks: all = [] }, words) {
  if (all.length === 0) return null;
  return [el("h3", {}, words.text("interface.remarks")), el("ul", { class: "remarks" }, ...all.map((one) => el("li", {}, code(words.tell(one)))))];
}
