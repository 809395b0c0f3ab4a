/**
 * Hands a case on: in which form, and exactly what goes, before it is copied. The core leaves no secret in it.
 */

import { api } from "./browser.js";
import { el } from "./dom.js";
import { codeBox } from "./fixes.js";
import { FORMATS } from "./messages.js";
import { reportOf } from "./report.js";

/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("../popup/view.js").Shown} Shown */

/**
 * @param {Words} words
 * @param {number} tab
 * @returns {(shown: Shown, fold: string) => HTMLElement}
 */
export function handingOn(words, tab) {
  return ({ id, diagnosis }, fold) => {
    const preview = el("div", { "data-part": "preview", "aria-live": "polite" });
    const choose = async (/** @type {string} */ format) => {
      const { text = "" } = await api.runtime.sendMessage({ kind: "export", tab, id, format, report: reportOf(diagnosis, words) });
      for (const one of buttons) one.setAttribute("aria-pressed", String(one.dataset.format === format));
      preview.replaceChildren(text === "" ? el("p", { class: "note" }, words.text("interface.hand-on.gone")) : codeBox(words.text(`interface.hand-on.${format}`), text, words));
    };
    const buttons = FORMATS.map((format) => el("button", { type: "button", "data-format": format, "aria-pressed": "false", onclick: () => void choose(format) },
      words.text(`interface.hand-on.${format}`)));
    return el("details", { class: "fold hand-on", "data-fold": fold, "data-part": "hand-on" },
      el("summary", {}, words.text("interface.hand-on")),
      el("p", { class: "note" }, words.text("interface.hand-on.hint")),
      el("div", { class: "formats", role: "group", "aria-label": words.text("interface.hand-on") }, ...buttons),
      preview);
  };
}
