/**
 * All there is to know of one refused request, under tabs.
 */

import { cookieTable, setCookieTable } from "../popup/cookies.js";
import { el } from "../shared/dom.js";
import { handingOn } from "../shared/handing-on.js";
import { plain } from "../shared/text.js";
import { causePart } from "./cause.js";
import { corsPart } from "./cors.js";
import { requestPart } from "./request.js";
import { storyPart } from "./story.js";
import { split } from "./table.js";
import { tokenPart } from "./token.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../popup/view.js").Shown} Shown */

const TABS = Object.freeze(/** @type {const} */ (["cause", "story", "cookies", "token", "cors", "request"]));

/** @typedef {typeof TABS[number]} Tab */

export class Detail {
  /**
   * @param {HTMLElement} place
   * @param {Words} words
   * @param {number} tab The browser's number of the inspected tab.
   * @param {() => void} close
   */
  constructor(place, words, tab, close) {
    this.place = place;
    this.words = words;
    this.tab = tab;
    this.handOn = handingOn(words, tab);
    /** @type {Tab} */
    this.chosen = "cause";
    /** @type {Shown | undefined} */
    this.shown = undefined;
    this.drawn = "";
    this.title = el("h2", { class: "detail-title", id: "detail-title" });
    this.tabs = el("div", { role: "tablist", class: "tabs", "aria-labelledby": "detail-title", onkeydown: (event) => this.pressed(/** @type {KeyboardEvent} */ (event)) });
    this.part = el("div", { role: "tabpanel", class: "sheet", id: "sheet", tabindex: "0" });
    place.setAttribute("aria-labelledby", "detail-title");
    place.append(
      el("header", { class: "detail-top" },
        el("button", { type: "button", class: "close", "aria-label": words.text("panel.close"), title: words.text("panel.close"), onclick: close }, "×"),
        this.title),
      this.tabs,
      this.part,
    );
  }

  /** @param {Shown | undefined} shown */
  show(shown) {
    const other = shown?.id !== this.shown?.id;
    this.shown = shown;
    this.place.hidden = shown === undefined;
    // What is read or selected there stays, unless something new is known.
    const drawn = JSON.stringify(shown ?? null);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    if (!shown) return;
    const { method, url } = shown.diagnosis.failing;
    this.title.textContent = `${plain(method, 20)} ${split(plain(url)).path}`;
    this.title.title = plain(url);
    const there = TABS.filter((name) => this.has(name, shown));
    if (!there.includes(this.chosen)) this.chosen = "cause";
    const focused = this.tabs.contains(document.activeElement);
    this.tabs.replaceChildren(...there.map((name) => el("button", {
      type: "button", role: "tab", id: `tab-${name}`, "data-tab": name, "aria-controls": "sheet", onclick: () => this.choose(name),
    }, this.words.text(`panel.tab.${name}`))));
    this.mark();
    if (focused) this.focus();
    this.fill(other);
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.tabs.querySelector('[aria-selected="true"]'))?.focus();
  }

  /** @param {Tab} name */
  choose(name) {
    this.chosen = name;
    this.mark();
    this.fill(true);
  }

  mark() {
    for (const one of this.tabs.children) {
      const selected = one.getAttribute("data-tab") === this.chosen;
      one.setAttribute("aria-selected", String(selected));
      one.setAttribute("tabindex", selected ? "0" : "-1");
    }
    this.part.setAttribute("aria-labelledby", `tab-${this.chosen}`);
    this.part.dataset.part = this.chosen;
  }

  /** @param {boolean} fromTop */
  fill(fromTop) {
    const { shown, words, chosen } = this;
    if (!shown) return;
    const { diagnosis } = shown;
    const parts = {
      cause: () => [...causePart(shown, words), this.handOn(shown, "hand-on")],
      story: () => storyPart(diagnosis.story, words, this.part.clientWidth),
      cookies: () => [cookieTable(diagnosis.cookies, shown.jar, words), setCookieTable(diagnosis.setCookies, words)].flat(),
      token: () => tokenPart(diagnosis.token, words, this.part.clientWidth),
      cors: () => corsPart(diagnosis.cors, words),
      request: () => requestPart(shown, this.tab, words),
    };
    const made = parts[chosen]();
    this.part.replaceChildren(...made.filter((one) => one !== null && one !== undefined && one !== false));
    if (fromTop) this.part.scrollTop = 0;
  }

  /**
   * @param {Tab} name
   * @param {Shown} shown
   */
  has(name, { diagnosis }) {
    if (name === "cookies") return diagnosis.cookies.length + diagnosis.setCookies.length > 0;
    if (name === "token") return Boolean(diagnosis.token);
    if (name === "cors") return Boolean(diagnosis.cors);
    return name !== "story" || (diagnosis.story?.steps.length ?? 0) > 0;
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const all = /** @type {HTMLElement[]} */ ([...this.tabs.children]);
    const at = all.findIndex((one) => one.dataset.tab === this.chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    this.choose(/** @type {Tab} */ (next?.dataset.tab));
    next?.focus();
  }
}
