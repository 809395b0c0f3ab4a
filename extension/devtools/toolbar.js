/**
 * The panel's upper edge: what is looked for, which kinds are shown, and whether the page's console is written to.
 */

import { el } from "../shared/dom.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {"all" | "faults" | "quiet"} Kind */

const KINDS = Object.freeze(/** @type {const} */ (["all", "faults", "quiet"]));

export class Toolbar {
  /**
   * @param {HTMLElement} place
   * @param {Words} words
   * @param {import("../shared/settings.js").Settings} settings
   * @param {{changed: () => void, down: () => void}} hears
   */
  constructor(place, words, settings, hears) {
    this.words = words;
    this.hears = hears;
    /** @type {Kind} */
    this.kind = "all";
    this.filter = /** @type {HTMLInputElement} */ (el("input", {
      type: "search", class: "filter", placeholder: words.text("panel.filter"), "aria-label": words.text("panel.filter"), spellcheck: "false",
      oninput: () => hears.changed(), onkeydown: (event) => this.pressed(/** @type {KeyboardEvent} */ (event)),
    }));
    this.kinds = el("div", { class: "kinds", role: "group", "aria-label": words.text("panel.kinds") }, ...KINDS.map((kind) => this.kindButton(kind)));
    this.number = el("p", { class: "number", role: "status" });
    place.append(this.filter, this.kinds, this.number, this.consoleSwitch(settings));
  }

  focus() {
    this.filter.focus();
    this.filter.select();
  }

  /**
   * Whether a case is to be shown.
   * @param {string} text All that is to be found of it.
   * @param {boolean} quiet
   */
  lets(text, quiet) {
    if (this.kind !== "all" && (this.kind === "quiet") !== quiet) return false;
    const within = text.toLowerCase();
    return this.filter.value.toLowerCase().split(/\s+/u).every((word) => within.includes(word));
  }

  /**
   * @param {number} shown
   * @param {number} all
   */
  count(shown, all) {
    const key = shown === all ? "panel.count" : "panel.count-of";
    const text = all === 0 ? "" : this.words.text(key, { count: all, shown });
    if (this.number.textContent !== text) this.number.textContent = text;
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      this.hears.down();
    }
    if (event.key === "Escape" && this.filter.value !== "") {
      event.preventDefault();
      this.filter.value = "";
      this.hears.changed();
    }
  }

  /** @param {Kind} kind */
  kindButton(kind) {
    return el("button", {
      type: "button", class: "kind", "data-kind": kind, "aria-pressed": String(kind === this.kind),
      onclick: () => {
        this.kind = kind;
        for (const button of this.kinds.children) button.setAttribute("aria-pressed", String(button.getAttribute("data-kind") === kind));
        this.hears.changed();
      },
    }, this.words.text(`panel.kind.${kind}`));
  }

  /** @param {import("../shared/settings.js").Settings} settings */
  consoleSwitch(settings) {
    const box = /** @type {HTMLInputElement} */ (el("input", {
      type: "checkbox", onchange: () => void settings.write({ consoleLocal: box.checked }),
    }));
    void settings.read().then(({ consoleLocal }) => {
      box.checked = consoleLocal;
    });
    return el("label", { class: "switch", title: this.words.text("panel.console.hint") }, box, this.words.text("panel.console"));
  }
}
