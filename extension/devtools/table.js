/**
 * The table of problems, each with its requests beneath, with the keys of the browsers' own network panels.
 */

import { el } from "../shared/dom.js";
import { meter } from "../shared/meter.js";
import { nameOf, quiet } from "../shared/problems.js";
import { plain } from "../shared/text.js";
import { COLUMNS, heads, inOrder } from "./sorting.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../popup/view.js").Shown} Shown */
/** @typedef {import("../shared/problems.js").Problem<Shown>} Problem */
/** @typedef {{id: string, problem: Problem, one: Shown, level: 1 | 2, open?: boolean}} Line A row: a problem that has one request or several, or one of its requests. */


/** How far a page's key goes. */
const PAGE = 10;

/** A problem with more requests is closed until somebody opens it. */
const OPEN = 5;

/**
 * @typedef {object} Hears
 * @property {(id: string, open: boolean) => void} chosen Whether the detail is asked for, too.
 * @property {() => void} changed What is opened, or how it is sorted, is another.
 */

export class Table {
  /**
   * @param {HTMLElement} place
   * @param {Words} words
   * @param {Hears} hears
   */
  constructor(place, words, hears) {
    this.place = place;
    this.words = words;
    this.hears = hears;
    /** @type {Line[]} */
    this.lines = [];
    /** @type {string | undefined} */
    this.chosen = undefined;
    /**
     * The problems that somebody has opened or closed, by name.
     * @type {Map<string, boolean>}
     */
    this.folds = new Map();
    /** @type {import("./sorting.js").Order} */
    this.order = { by: "time", down: false };
    this.head = el("tr", {});
    this.body = el("tbody", { onkeydown: (event) => this.pressed(/** @type {KeyboardEvent} */ (event)) });
    this.grid = el("table", { role: "treegrid", class: "grid", "aria-label": words.text("panel.table") }, el("thead", {}, this.head), this.body);
    this.note = el("p", { class: "note", "data-part": "earlier", hidden: true });
    this.empty = el("div", { class: "empty", "data-part": "empty" });
    place.append(this.grid, this.note, this.empty);
    this.drawHead();
  }

  drawHead() {
    this.head.replaceChildren(...heads(this.order, this.words, (order) => {
      this.order = order;
      this.drawHead();
      this.hears.changed();
      /** @type {HTMLElement | null} */ (this.head.querySelector(`.${order.by} button`))?.focus();
    }));
  }

  /**
   * @param {Problem[]} problems
   * @param {{any: boolean, uncounted: number}} more Whether there are others that are not shown, and of how many requests nothing else is kept.
   * @param {string | undefined} chosen
   */
  show(problems, { any, uncounted }, chosen) {
    const { words } = this;
    this.chosen = chosen;
    this.lines = inOrder(problems, this.order, words).flatMap((problem) => this.linesOf(problem));
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.id : undefined;
    this.body.replaceChildren(...this.lines.flatMap((line, at) => [this.row(line), ...this.rest(line, this.lines[at + 1])]));
    this.grid.hidden = this.lines.length === 0;
    this.empty.hidden = this.lines.length > 0;
    this.note.hidden = uncounted === 0;
    this.note.textContent = words.text("interface.earlier", { count: uncounted });
    this.empty.replaceChildren(el("h2", {}, words.text(any ? "panel.none" : "panel.empty")), el("p", {}, words.text(any ? "panel.none.hint" : "panel.empty.hint")));
    if (focused !== undefined) this.rowOf(focused)?.focus();
  }

  /**
   * A problem's row, and those of its requests where it is open.
   * @param {Problem} problem
   * @returns {Line[]}
   */
  linesOf(problem) {
    const { latest, count, cases } = problem;
    if (count < 2) return [{ id: latest.id, problem, one: latest, level: 1 }];
    const open = this.folds.get(nameOf(latest)) ?? (cases.length <= OPEN || cases.some((one) => one.id === this.chosen));
    const head = /** @type {Line} */ ({ id: `problem ${nameOf(latest)}`, problem, one: latest, level: 1, open });
    return open ? [head, ...cases.map((one) => /** @type {Line} */ ({ id: one.id, problem, one, level: 2 }))] : [head];
  }

  /** The request that a row stands for; the latest, where it stands for several. @param {string | undefined} id */
  caseOf(id) {
    return this.lines.find((line) => line.id === id)?.one;
  }

  focus() {
    const row = this.rowOf(this.chosen ?? this.lines[0]?.id);
    row?.focus();
    if (row && this.chosen === undefined) this.hears.chosen(row.dataset.id ?? "", false);
  }

  /** @param {string | undefined} id */
  rowOf(id) {
    return /** @type {HTMLElement | undefined} */ ([...this.body.children].find((row) => row instanceof HTMLElement && row.dataset.id === id));
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.lines.findIndex((one) => one.id === this.chosen);
    const last = this.lines.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? last : at - 1, Home: 0, End: last, PageDown: at + PAGE, PageUp: at - PAGE }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.choose(Math.min(last, Math.max(0, to)));
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      this.sideways(at, event.key === "ArrowRight");
    } else if ((event.key === "Enter" || event.key === " ") && this.chosen !== undefined) {
      event.preventDefault();
      this.hears.chosen(this.chosen, true);
    }
  }

  /**
   * To the right a problem opens, to the left it closes, and a request leads to its problem.
   * @param {number} at
   * @param {boolean} right
   */
  sideways(at, right) {
    const line = this.lines[at];
    if (line?.open === !right) this.fold(line);
    else if (line?.level === 2 && !right) this.choose(this.lines.findLastIndex((one, index) => index < at && one.level === 1));
  }

  /** @param {Line} line */
  fold({ problem, open }) {
    this.folds.set(nameOf(problem.latest), !open);
    this.hears.changed();
  }

  /** @param {number} index */
  choose(index) {
    const id = this.lines[index]?.id;
    if (id === undefined) return;
    this.rowOf(id)?.focus();
    this.hears.chosen(id, false);
    this.rowOf(id)?.scrollIntoView({ block: "nearest" });
  }

  /** @param {Line} line */
  row(line) {
    const { id, problem, one, level, open } = line;
    const { diagnosis } = one;
    const calm = quiet(one);
    const reachable = id === this.chosen || (this.chosen === undefined && line === this.lines[0]);
    const cells = level === 1 ? this.problemCells(line, calm) : this.requestCells(one);
    return el(
      "tr",
      {
        "data-id": id, "data-cause": diagnosis.cause ?? "", "data-state": diagnosis.state, "data-confidence": diagnosis.confidence,
        ...(open === undefined ? { "data-request": true } : { "aria-expanded": String(open) }), "aria-level": String(level),
        class: `${level === 1 ? "problem" : "request"} ${calm ? "calm" : "loud"}`, "aria-selected": String(id === this.chosen), tabindex: reachable ? "0" : "-1",
        onclick: (event) => (event.target instanceof Element && event.target.closest(".twisty") ? this.fold(line) : this.hears.chosen(id, true)),
      },
      ...COLUMNS.map((column) => el("td", { class: column, title: column === "name" || column === "cause" ? this.titleOf(problem, one, level) : undefined }, ...[cells[column]].flat())),
    );
  }

  /**
   * @param {Problem} problem
   * @param {Shown} one
   * @param {1 | 2} level
   */
  titleOf({ count }, one, level) {
    const { method, url } = one.diagnosis.failing;
    return level === 1 && count > 1 ? this.words.title(one.diagnosis.cause ?? "") : `${plain(method, 20)} ${plain(url)}`;
  }

  /**
   * @param {Line} line
   * @param {boolean} calm
   * @returns {Record<typeof COLUMNS[number], (Node | string) | (Node | string)[]>}
   */
  problemCells({ problem, one, open }, calm) {
    const { words } = this;
    const { count } = problem;
    const request = this.requestCells(one);
    return {
      cause: [
        el("span", { class: open === undefined ? "leaf" : "twisty", "aria-hidden": "true" }, open === undefined ? "" : open ? "▾" : "▸"),
        el("span", { class: "problem-title" }, words.title(one.diagnosis.cause ?? "")),
        ...(count > 1 ? [el("span", { class: "times" }, String(count))] : []),
      ],
      name: count > 1 ? el("span", { class: "host" }, words.text("panel.count", { count })) : [request.cause, request.name].flat(),
      status: request.status,
      sure: sureness(one, calm, words),
      who: calm ? "" : whoOf(one, words),
      time: request.time,
    };
  }

  /**
   * @param {Shown} one
   * @returns {Record<typeof COLUMNS[number], (Node | string) | (Node | string)[]>}
   */
  requestCells(one) {
    const { failing } = one.diagnosis;
    const { host, name } = split(plain(failing.url));
    return {
      cause: [
        el("span", { class: "method" }, plain(failing.method, 20)), " ", el("span", { class: "path" }, name),
        ...(one.count > 1 ? [el("span", { class: "times" }, this.words.text("interface.times", { count: one.count }))] : []),
      ],
      name: el("span", { class: "host" }, host),
      status: String(failing.status || failing.preflight || "—"),
      sure: "",
      who: "",
      time: el("time", {}, clock(one.at)),
    };
  }

  /**
   * How many of a problem's requests are not kept, beneath the last that is.
   * @param {Line} line
   * @param {Line | undefined} next
   */
  rest({ problem, level, open }, next) {
    if (problem.earlier === 0 || next?.problem === problem || (level === 1 && open !== undefined)) return [];
    return [el("tr", { class: "earlier", "aria-level": "2" }, el("td", { colspan: String(COLUMNS.length) }, this.words.text("interface.earlier", { count: problem.earlier })))];
  }
}

/**
 * All of a case that the filter looks at.
 * @param {Shown} one
 * @param {Words} words
 */
export function textOf({ diagnosis }, words) {
  const { failing, cause, confidence } = diagnosis;
  return [failing.method, failing.url, failing.status, cause, words.title(cause ?? ""), words.text(`interface.confidence.${confidence}`)].join(" ");
}

/**
 * @param {Shown} one
 * @param {boolean} calm
 * @param {Words} words
 */
export function sureness({ diagnosis, due }, calm, words) {
  if (due > 0) return el("span", { class: "sure waiting" }, words.text("interface.state.pending"));
  if (calm) return el("span", { class: "sure calm" }, words.text(`panel.state.${diagnosis.state}`));
  return meter(diagnosis.confidence, words);
}

/**
 * Where it is fixed first.
 * @param {Shown} one
 * @param {Words} words
 */
function whoOf({ diagnosis }, words) {
  const first = diagnosis.fixes.find((fix) => fix.who !== "person") ?? diagnosis.fixes[0];
  return first ? words.text(`panel.who.${first.who}`) : "";
}

/**
 * The last part of an address, as network panels name a request, and its host.
 * @param {string} url
 */
export function split(url) {
  const [, host = "", path = "", query = ""] = /^\w+:\/\/([^/?#]*)([^?#]*)(.*)$/su.exec(url) ?? [];
  const name = path.split("/").filter(Boolean).at(-1) ?? "";
  return { host: host || url, name: (name || (host ? "/" : url)) + query, path: path + query };
}

/** @param {number} at */
export function clock(at) {
  return new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
}
