/**
 * The panel's upper edge: what is looked for, which kinds are shown, and whether the page's console is written to.
 */

import { el } from "../shared/dom.js";
import { quiet } from "../shared/problems.js";
import { hostOf } from "../shared/sites.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../popup/view.js").Shown} Shown */
/** @typedef {"all" | "faults" | "resolved" | "quiet"} Kind */

const KINDS = Object.freeze(/** @type {const} */ (["all", "faults", "resolved", "quiet"]));

export class Toolbar {
  /**
   * @param {HTMLElement} place
   * @param {Words} words
   * @param {import("../shared/settings.js").Settings} settings
   * @param {{changed: () => void, down: () => void, cleared: () => void}} hears
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
    this.cause = this.select("cause");
    this.host = this.select("host");
    this.others = this.box("third-parties", () => hears.changed(), true);
    this.kept = this.box("keep", () => hears.changed());
    this.number = el("p", { class: "number", role: "status" });
    place.append(
      el("button", { type: "button", class: "clear", name: "clear", onclick: () => hears.cleared() }, words.text("panel.clear")),
      this.filter, this.kinds, this.cause, this.host, this.labelled("third-parties", this.others), this.labelled("keep", this.kept),
      this.number, this.consoleSwitch(settings));
  }

  /** Whether the requests of pages that were left are kept. */
  get keeps() {
    return this.kept.checked;
  }

  /** @param {"cause" | "host"} name */
  select(name) {
    return /** @type {HTMLSelectElement} */ (el("select", { class: "pick", name, "aria-label": this.words.text(`panel.any-${name}`), onchange: () => this.hears.changed() }));
  }

  /**
   * @param {string} name
   * @param {() => void} changed
   * @param {boolean} [checked]
   */
  box(name, changed, checked = false) {
    return /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", name, checked, onchange: changed }));
  }

  /**
   * @param {string} name
   * @param {HTMLInputElement} box
   */
  labelled(name, box) {
    return el("label", { class: "switch" }, box, this.words.text(`panel.${name}`));
  }

  /**
   * Offers the causes and hosts that there are; what was picked stays, though nothing of it be left.
   * @param {Shown[]} cases
   */
  offer(cases) {
    const { words } = this;
    this.fill(this.cause, "cause", cases.map((one) => one.diagnosis.cause ?? ""), (cause) => words.title(cause));
    this.fill(this.host, "host", cases.map((one) => hostOf(one.diagnosis.failing.url)), (host) => host);
  }

  /**
   * @param {HTMLSelectElement} select
   * @param {"cause" | "host"} name
   * @param {string[]} values
   * @param {(value: string) => string} labelOf
   */
  fill(select, name, values, labelOf) {
    const { value } = select;
    const wanted = [...new Set([...values, value])].filter((one) => one !== "").sort();
    if (select.options.length > 0 && JSON.stringify(wanted) === select.dataset.offered) return;
    select.dataset.offered = JSON.stringify(wanted);
    select.replaceChildren(el("option", { value: "" }, this.words.text(`panel.any-${name}`)), ...wanted.map((one) => el("option", { value: one, selected: one === value }, labelOf(one))));
  }

  focus() {
    this.filter.focus();
    this.filter.select();
  }

  /**
   * Whether a case is to be shown.
   * @param {string} text All that is to be found of it.
   * @param {Shown} one
   */
  lets(text, one) {
    if (this.kind !== "all" && this.kind !== kindOf(one)) return false;
    if (!one.own && !this.others.checked) return false;
    if (this.cause.value !== "" && this.cause.value !== one.diagnosis.cause) return false;
    if (this.host.value !== "" && this.host.value !== hostOf(one.diagnosis.failing.url)) return false;
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
      type: "checkbox", name: "console", onchange: () => void settings.write({ consoleLocal: box.checked }),
    }));
    void settings.read().then(({ consoleLocal }) => {
      box.checked = consoleLocal;
    });
    return el("label", { class: "switch", title: this.words.text("panel.console.hint") }, box, this.words.text("panel.console"));
  }
}

/**
 * @param {Shown} one
 * @returns {Kind}
 */
function kindOf(one) {
  if (!quiet(one)) return "faults";
  return ["recovered", "resolved"].includes(one.diagnosis.state) ? "resolved" : "quiet";
}
