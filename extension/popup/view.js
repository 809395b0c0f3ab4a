/**
 * Draws one failing request: the cause, how sure, what it rests on, and what to do.
 */

import { cookieTable, setCookieTable } from "./cookies.js";
import { code, el } from "../shared/dom.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../shared/records.js").Diagnosis} Diagnosis */
/** @typedef {import("../shared/records.js").Fix} Fix */

/**
 * @typedef {Omit<import("../shared/records.js").Case, "log"> & {jar: Record<string, any>[]}} Shown
 */

/**
 * @typedef {object} Context
 * @property {Words} words
 * @property {"person" | "developer"} view
 * @property {(id: string) => void} save
 */

/** What the core puts in the place of a secret: too long to read in an address. */
const STAND_IN = /redacted\([^)]*\)/gu;

const WHO = Object.freeze(/** @type {const} */ (["person", "frontend", "backend"]));

/**
 * @param {{latest: Shown, count: number}} group
 * @param {Context} context
 */
export function card({ latest, count }, context) {
  const { words, view } = context;
  const { diagnosis } = latest;
  const developer = view === "developer";
  return el(
    "article",
    marks(latest, "card"),
    el(
      "p",
      { class: "meta" },
      latest.due > 0
        ? el("span", { class: "pill waiting" }, words.text("interface.state.pending"))
        : el("span", { class: `pill ${diagnosis.confidence}`, title: words.text(`interface.confidence.${diagnosis.confidence}.hint`) },
          words.text(`interface.confidence.${diagnosis.confidence}`)),
      latest.own ? null : el("span", { class: "pill" }, words.text("interface.third-party")),
      count > 1 && el("span", { class: "count" }, words.text("interface.times", { count })),
      el("time", { class: "time" }, clock(latest.at)),
    ),
    el("h2", { class: "sentence", "data-part": "sentence" }, words.tell(diagnosis.summary.person)),
    developer && el("p", { class: "developer", "data-part": "developer" }, code(words.tell(diagnosis.summary.developer))),
    request(diagnosis),
    fixes(latest, context),
    more(latest, context),
  );
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
 * A request that was no fault, or is none any more: one line, and more if asked.
 * @param {{latest: Shown, count: number}} group
 * @param {Context} context
 */
export function quietLine({ latest, count }, context) {
  const { words } = context;
  const { diagnosis } = latest;
  return el(
    "details",
    { ...marks(latest, "quiet"), "data-fold": foldOf(latest, "quiet") },
    el(
      "summary",
      {},
      el("span", { class: "tick", "aria-hidden": "true" }),
      el("span", { class: "quiet-text", "data-part": "sentence" }, words.tell(diagnosis.summary.person)),
      count > 1 && el("span", { class: "count" }, words.text("interface.times", { count })),
    ),
    el("p", { class: "note" }, words.text(`interface.state.${diagnosis.state}`)),
    context.view === "developer" && el("p", { class: "developer" }, code(words.tell(diagnosis.summary.developer))),
    request(diagnosis),
    more(latest, context),
  );
}

/** @param {Diagnosis} diagnosis */
function request({ failing }) {
  const url = failing.url.replace(STAND_IN, "…");
  const { host, rest } = split(url);
  return el(
    "p",
    { class: "request", "data-part": "request", title: `${failing.method} ${url}` },
    el("span", { class: "method" }, failing.method),
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
  const { words, view } = context;
  const { diagnosis } = shown;
  const parts = WHO.map((who) => ({ who, list: diagnosis.fixes.filter((fix) => fix.who === who) })).filter((part) => part.list.length > 0);
  const open = view === "developer" ? parts : parts.filter((part) => part.who === "person");
  const folded = parts.filter((part) => !open.includes(part));
  return [
    ...open.map((part) => fixPart(part, words)),
    folded.length > 0 && el(
      "details",
      { class: "fold", "data-fold": foldOf(shown, "fixes") },
      el("summary", {}, words.text("interface.fixes.others")),
      ...folded.map((part) => fixPart(part, words)),
    ),
  ];
}

/**
 * @param {{who: string, list: Fix[]}} part
 * @param {Words} words
 */
function fixPart({ who, list }, words) {
  return el("section", { class: "part" }, el("h3", {}, words.text(`interface.who.${who}`)), ...list.map((fix) => fixOf(fix, words)));
}

/**
 * @param {Fix} fix
 * @param {Words} words
 */
function fixOf(fix, words) {
  const steps = words.lines(`${fix.key}.step`, fix.args);
  const check = words.has(`${fix.key}.check`) ? words.text(`${fix.key}.check`, fix.args) : "";
  return el(
    "div",
    { class: "fix", "data-part": "fix", "data-who": fix.who },
    el("div", { class: "fix-top" },
      el("h4", {}, code(words.text(`${fix.key}.title`, fix.args))),
      el("span", { class: "effort" }, words.text(`interface.effort.${fix.effort}`))),
    steps.length > 0 && el("ol", {}, ...steps.map((step) => el("li", {}, code(step)))),
    fix.snippet && snippet(fix.snippet, words),
    check && el("p", { class: "check" }, el("b", {}, words.text("interface.check")), " ", code(check)),
  );
}

/**
 * @param {{for: string, key: string, args?: Record<string, unknown>}} found
 * @param {Words} words
 */
function snippet(found, words) {
  const text = words.text(found.key, found.args);
  const copy = el("button", { type: "button", class: "copy" }, words.text("interface.copy"));
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = words.text("interface.copied");
    setTimeout(() => {
      copy.textContent = words.text("interface.copy");
    }, 1600);
  });
  return el("figure", { class: "snippet" }, el("figcaption", {}, el("span", {}, found.for), copy), el("pre", { tabindex: "0" }, el("code", {}, text)));
}

/**
 * @param {Shown} shown
 * @param {Context} context
 */
function more(shown, { words, view, save }) {
  const { diagnosis } = shown;
  const evidence = [
    ...diagnosis.evidence.map((one) => ({ basis: one.basis, text: words.text(one.key, one.args) })),
    ...diagnosis.unknown.map((one) => ({ basis: "unknown", text: words.tell(one) })),
  ];
  return el(
    "details",
    { class: "fold", "data-fold": foldOf(shown, "more"), open: view === "developer" && shown.due === 0 },
    el("summary", {}, words.text("interface.more")),
    evidence.length > 0 && el("h3", {}, words.text("interface.evidence")),
    evidence.length > 0 && el("ul", { class: "evidence", "data-part": "evidence" }, ...evidence.map((one) => el("li", { class: one.basis },
      el("span", { class: "basis" }, words.text(`interface.basis.${one.basis}`)), el("span", {}, code(one.text))))),
    cookieTable(diagnosis.cookies, shown.jar, words),
    setCookieTable(diagnosis.setCookies, words),
    diagnosis.others.length > 0 && el("h3", {}, words.text("interface.others")),
    diagnosis.others.length > 0 && el("ul", { class: "others" }, ...diagnosis.others.map((other) => el("li", { "data-other": other.cause },
      el("span", {}, titleOf(other.cause, words)), el("span", { class: `pill ${other.confidence}` }, words.text(`interface.confidence.${other.confidence}`))))),
    el("div", { class: "actions" },
      el("button", { type: "button", onclick: () => save(shown.id), title: words.text("interface.save.hint") }, words.text("interface.save")),
      el("code", { class: "cause" }, diagnosis.cause ?? "")),
  );
}

/**
 * @param {string} cause
 * @param {Words} words
 */
function titleOf(cause, words) {
  return words.has(`${cause}.title`) ? words.text(`${cause}.title`) : cause.replaceAll("-", " ");
}

/**
 * Host and rest as they stand; parsing would encode the marks of what was cut.
 * @param {string} url
 */
function split(url) {
  const [, host, rest] = /^\w+:\/\/([^/?#]*)(.*)$/su.exec(url) ?? [];
  return { host: host ?? url, rest: rest ?? "" };
}

/** @param {number} at */
function clock(at) {
  return new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}
