/**
 * The table of refused requests, with the keys of the browsers' own network panels.
 */

import { el } from "../shared/dom.js";
import { quiet } from "../shared/problems.js";
import { plain } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../popup/view.js").Shown} Shown */

const COLUMNS = Object.freeze(/** @type {const} */ (["time", "method", "name", "status", "cause", "sure", "who"]));
const WHO = Object.freeze(/** @type {const} */ (["person", "frontend", "backend"]));

/** How far a page's key goes. */
const PAGE = 10;

/**
 * @typedef {object} Hears
 * @property {(id: string, open: boolean) => void} chosen Whether the detail is asked for, too.
 * @property {() => void} closed
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
    /** @type {Shown[]} */
    this.cases = [];
    /** @type {string | undefined} */
    this.chosen = undefined;
    this.body = el("tbody", { onkeydown: (event) => this.pressed(/** @type {KeyboardEvent} */ (event)) });
    this.grid = el("table", { role: "grid", class: "grid", "aria-label": words.text("panel.table") },
      el("thead", {}, el("tr", {}, ...COLUMNS.map((name) => el("th", { scope: "col", class: name }, words.text(`panel.column.${name}`))))),
      this.body);
    this.empty = el("div", { class: "empty", "data-part": "empty" });
    place.append(this.grid, this.empty);
  }

  /**
   * @param {Shown[]} cases Oldest first.
   * @param {boolean} any Whether there are others that are not shown.
   * @param {string | undefined} chosen
   */
  show(cases, any, chosen) {
    const atEnd = this.place.scrollTop + this.place.clientHeight >= this.place.scrollHeight - 4;
    const grown = cases.length > this.cases.length;
    this.cases = cases;
    this.chosen = chosen;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.id : undefined;
    this.body.replaceChildren(...cases.map((one) => this.row(one)));
    this.grid.setAttribute("aria-rowcount", String(cases.length + 1));
    this.grid.hidden = cases.length === 0;
    this.empty.hidden = cases.length > 0;
    this.empty.replaceChildren(el("h2", {}, this.words.text(any ? "panel.none" : "panel.empty")),
      el("p", {}, this.words.text(any ? "panel.none.hint" : "panel.empty.hint")));
    if (focused !== undefined) this.rowOf(focused)?.focus();
    if (atEnd && grown) this.place.scrollTop = this.place.scrollHeight;
  }

  focus() {
    const row = this.rowOf(this.chosen ?? this.cases.at(-1)?.id);
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
    const at = this.cases.findIndex((one) => one.id === this.chosen);
    const last = this.cases.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? last : at - 1, Home: 0, End: last, PageDown: at + PAGE, PageUp: at - PAGE }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.choose(Math.min(last, Math.max(0, to)));
    } else if ((event.key === "Enter" || event.key === " ") && this.chosen !== undefined) {
      event.preventDefault();
      this.hears.chosen(this.chosen, true);
    }
  }

  /** @param {number} index */
  choose(index) {
    const id = this.cases[index]?.id;
    if (id === undefined) return;
    this.rowOf(id)?.focus();
    this.hears.chosen(id, false);
    this.rowOf(id)?.scrollIntoView({ block: "nearest" });
  }

  /** @param {Shown} one */
  row(one) {
    const { words } = this;
    const { diagnosis } = one;
    const url = plain(diagnosis.failing.url);
    const { host, name } = split(url);
    const calm = quiet(one);
    const selected = one.id === this.chosen;
    const reachable = selected || (this.chosen === undefined && one === this.cases.at(-1));
    const cells = {
      time: el("time", {}, clock(one.at)),
      method: plain(diagnosis.failing.method, 20),
      name: [el("span", { class: "path" }, name), el("span", { class: "host" }, host)],
      status: String(diagnosis.failing.status || diagnosis.failing.preflight || "—"),
      cause: words.title(diagnosis.cause ?? ""),
      sure: sureness(one, calm, words),
      who: calm ? "" : whoOf(one, words),
    };
    return el(
      "tr",
      {
        "data-id": one.id, "data-cause": diagnosis.cause ?? "", "data-state": diagnosis.state, "data-confidence": diagnosis.confidence,
        class: calm ? "calm" : "loud", "aria-selected": String(selected), tabindex: reachable ? "0" : "-1",
        onclick: () => this.hears.chosen(one.id, true),
      },
      ...COLUMNS.map((column) => el("td", { class: column, ...(column === "name" ? { title: url } : {}) }, cells[column],
        column === "name" && one.count > 1 && el("span", { class: "times" }, words.text("interface.times", { count: one.count })))),
    );
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
  return el("span", { class: `sure ${diagnosis.confidence}`, title: words.text(`interface.confidence.${diagnosis.confidence}.hint`) },
    words.text(`interface.confidence.${diagnosis.confidence}`));
}

/**
 * @param {Shown} one
 * @param {Words} words
 */
function whoOf({ diagnosis }, words) {
  return WHO.filter((who) => diagnosis.fixes.some((fix) => fix.who === who)).map((who) => words.text(`panel.who.${who}`)).join(", ");
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
