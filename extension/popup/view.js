/**
 * Draws one failing request: the cause, what to do, and, if asked, how sure it is and what it rests on.
 */

import { cookieTable, setCookieTable } from "./cookies.js";
import { code, el } from "../shared/dom.js";
import { byWho, firstAid, fixPart } from "../shared/fixes.js";
import { proofsOf } from "../shared/proofs.js";
import { tame } from "../shared/tame.js";
import { clock, plain } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../shared/records.js").Diagnosis} Diagnosis */

/**
 * @typedef {Omit<import("../shared/records.js").Case, "log"> & {jar: Record<string, any>[]}} Shown
 */

/** @typedef {{latest: Shown, count: number, earlier?: number}} Group `earlier` of them are counted, and no longer kept. */

/**
 * @typedef {object} Context
 * @property {Words} words
 * @property {"person" | "developer"} view
 * @property {(id: string) => void} [save] Absent where there is nothing to save.
 * @property {(cause: string) => string} page Address of a cause's page.
 * @property {(shown: Shown) => import("../shared/fixes.js").Button} [buttons] Absent where there is nothing to be done, as in an example.
 */

/**
 * How many requests are counted whose details were not kept.
 * @param {Words} words
 * @param {number} count
 */
export function earlierNote(words, count) {
  return el("p", { class: "note", "data-part": "earlier" }, words.text("interface.earlier", { count }));
}

/**
 * @param {Group} group
 * @param {Context} context
 */
export function card(group, context) {
  const { latest } = group;
  const { words, view } = context;
  const { diagnosis } = latest;
  const developer = view === "developer";
  return el(
    "article",
    marks(latest, "card"),
    meta(group, words),
    developer && diagnosis.cause !== null && el("h2", { class: "title" }, words.title(diagnosis.cause)),
    developer
      ? el("p", { class: "developer", "data-part": "sentence" }, code(words.tell(diagnosis.summary.developer)))
      : el("h2", { class: "sentence", "data-part": "sentence" }, code(words.tell(diagnosis.summary.person))),
    developer && request(diagnosis),
    inside(latest, context),
    group.earlier ? earlierNote(words, group.earlier) : null,
  );
}

/**
 * @param {{latest: Shown, count: number}} group
 * @param {Words} words
 */
function meta({ latest, count }, words) {
  const { confidence } = latest.diagnosis;
  return el(
    "p",
    { class: "meta" },
    latest.due > 0
      ? el("span", { class: "pill waiting" }, words.text("interface.state.pending"))
      : el("span", { class: `pill ${confidence}`, title: words.text(`interface.confidence.${confidence}.hint`) }, words.text(`interface.confidence.${confidence}`)),
    count > 1 && el("span", { class: "count" }, words.text("interface.times", { count })),
    el("time", { class: "time" }, clock(latest.at, words.language)),
  );
}

/**
 * What there is to do, what it rests on, and where to read on.
 * @param {Shown} shown
 * @param {Context} context
 */
function inside(shown, context) {
  const { words, view } = context;
  const { diagnosis } = shown;
  const lost = `${diagnosis.cause}.lost`;
  return [
    view === "person" && words.has(lost) && diagnosis.alarm && el("p", { class: "lost" }, words.text(lost)),
    ...fixes(shown, context),
    links(diagnosis, context),
    more(shown, context),
  ];
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
 * @param {{latest: Shown, count: number}} group
 * @param {Context} context
 */
export function quietLine({ latest, count }, context) {
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
    view === "developer" && request(diagnosis),
    inside(latest, context),
  );
}

/** @param {Diagnosis} diagnosis */
function request({ failing }) {
  const url = plain(failing.url);
  const { host, rest } = split(url);
  return el(
    "p",
    { class: "request", "data-part": "request", title: `${tame(failing.method, 20)} ${url}` },
    el("span", { class: "method" }, tame(failing.method, 20)),
    el("span", { class: "url" }, el("span", { class: "url-host" }, host), rest),
    failing.status > 0 && el("span", { class: "status" }, String(failing.status)),
  );
}

/**
 * The fixes, by who can do them; a person sees their own first and the others folded away.
 * @param {Shown} shown
 * @param {Context} context
 */
function fixes(shown, context) {
  const { words, view, buttons } = context;
  const parts = byWho(shown.diagnosis.fixes);
  if (view === "developer") {
    const own = parts.filter((part) => part.who !== "person");
    return [...own, ...parts.filter((part) => part.who === "person")].map((part) => fixPart(part, words));
  }
  const mine = parts.find((part) => part.who === "person");
  const others = parts.filter((part) => part !== mine);
  return [
    ...firstAid(mine?.list ?? [], words, foldOf(shown, "else"), buttons?.(shown)),
    others.length > 0 && el(
      "details",
      { class: "fold", "data-fold": foldOf(shown, "fixes") },
      el("summary", {}, words.text("interface.fixes.others")),
      ...others.map((part) => fixPart(part, words)),
    ),
  ];
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
 * @param {Shown} shown
 * @param {Context} context
 */
function more(shown, { words, view, save, page }) {
  const { diagnosis } = shown;
  return el(
    "details",
    { class: "fold", "data-fold": foldOf(shown, "more"), open: view === "developer" && shown.due === 0 },
    el("summary", {}, words.text("interface.more")),
    view === "person" && request(diagnosis),
    evidence(diagnosis, words),
    view === "developer" && remarks(diagnosis, words),
    cookieTable(diagnosis.cookies, shown.jar, words),
    setCookieTable(diagnosis.setCookies, words),
    diagnosis.others.length > 0 && el("h3", {}, words.text("interface.others")),
    diagnosis.others.length > 0 && el("ul", { class: "others" }, ...diagnosis.others.map((other) => el("li", { "data-other": other.cause },
      el("a", { href: page(other.cause), target: "_blank" }, words.title(other.cause)),
      el("span", { class: `pill ${other.confidence}` }, words.text(`interface.confidence.${other.confidence}`))))),
    el("div", { class: "actions" },
      el("a", { href: page(diagnosis.cause ?? ""), target: "_blank", "data-part": "means" }, words.text("interface.means")),
      save && el("button", { type: "button", onclick: () => save(shown.id), title: words.text("interface.save.hint") }, words.text("interface.save"))),
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

/**
 * Host and rest as they stand; parsing would encode the marks of what was cut.
 * @param {string} url
 */
function split(url) {
  const [, host, rest] = /^\w+:\/\/([^/?#]*)(.*)$/su.exec(url) ?? [];
  return { host: host ?? url, rest: rest ?? "" };
}
