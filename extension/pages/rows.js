/**
 * One setting each: its words on one side, the control on the other.
 */

import { el } from "../shared/dom.js";

/** @typedef {import("../shared/words.js").Words} Words */

/**
 * A switch.
 * @param {Words} words
 * @param {string} name
 * @param {boolean} checked
 * @param {(checked: boolean) => unknown} changed
 * @param {string} [control] The control's own name, where several settings share their words.
 */
export function check(words, name, checked, changed, control = name) {
  const box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", role: "switch", name: control, id: control }));
  box.checked = checked;
  box.addEventListener("change", () => void changed(box.checked));
  return el("label", { class: "row toggle", for: control }, said(words, name), box);
}

/**
 * A choice among a few.
 * @param {Words} words
 * @param {string} name
 * @param {string} value
 * @param {string[][]} options Each a value and its words.
 * @param {(value: string) => unknown} changed
 */
export function pick(words, name, value, options, changed) {
  const select = /** @type {HTMLSelectElement} */ (el("select", { name, "aria-label": words.text(`interface.settings.${name === "watch" ? "sites" : name}`) },
    ...options.map(([one = "", text = ""]) => el("option", { value: one }, text))));
  select.value = value;
  select.addEventListener("change", () => void changed(select.value));
  return select;
}

/**
 * @param {Words} words
 * @param {string} name
 * @param {HTMLElement} control
 */
export function row(words, name, control) {
  return el("div", { class: "row" }, said(words, name), control);
}

/**
 * @param {Words} words
 * @param {string} name
 */
function said(words, name) {
  const hint = `interface.settings.${name}.hint`;
  return el("span", { class: "words" }, words.text(`interface.settings.${name}`), words.has(hint) && el("span", { class: "note" }, words.text(hint)));
}

/**
 * Asks before something is done that cannot be undone.
 * @param {Words} words
 * @param {"reset" | "import"} name
 * @returns {Promise<boolean>}
 */
export function sure(words, name) {
  return new Promise((keep) => {
    const dialog = /** @type {HTMLDialogElement} */ (el("dialog", { class: "sure", "aria-labelledby": "sure" },
      el("p", { id: "sure" }, words.text(`interface.settings.${name}.sure`)),
      el("form", { method: "dialog", class: "buttons" },
        el("button", { value: "no", name: "cancel" }, words.text("interface.settings.cancel")),
        el("button", { value: "yes", name: "sure", class: "danger" }, words.text(`interface.settings.${name}.do`)))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      keep(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
