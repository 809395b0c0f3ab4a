/**
 * Draws the message: one sentence, what there is to do about it, and where to read on.
 */

import { code, el } from "../shared/dom.js";

/**
 * @typedef {object} ToastText Empty where there is nothing to say.
 * @property {"good"} [tone] That something works again.
 * @property {string} kicker
 * @property {string} hedge How sure it is.
 * @property {string} sentence
 * @property {string} todo
 * @property {string} act The button of the fix that can be carried out from here.
 * @property {string} label
 * @property {string} details
 * @property {string} mute
 * @property {string} close
 * @property {string} language A BCP 47 tag.
 *
 * @typedef {"toast-details" | "toast-act" | "toast-mute" | "toast-closed"} Act
 */

/**
 * @param {ToastText} text
 * @param {(act: Act, event: Event) => void} act
 */
export function card(text, act) {
  const press = (/** @type {Act} */ kind) => (/** @type {Event} */ event) => act(kind, event);
  return el(
    "section",
    { class: `card ${text.tone ?? ""}`, role: "status", "aria-live": "polite", "aria-label": text.label, lang: text.language, dir: "auto" },
    el(
      "p", { class: "top" },
      el("span", { class: "mark", "aria-hidden": "true" }, text.tone ? "✓" : "?"),
      el("span", { class: "status" }, text.kicker),
      el("span", {}, text.hedge),
      el("button", { type: "button", class: "close", "aria-label": text.close, title: text.close, onclick: press("toast-closed") }, "×"),
    ),
    el("h1", { class: "sentence" }, code(text.sentence)),
    // A button says what there is to do.
    text.todo !== "" && text.act === "" && el("p", { class: "todo" }, code(text.todo)),
    el(
      "div", { class: "row" },
      text.act !== "" && el("button", { type: "button", class: "main", name: "act", onclick: press("toast-act") }, text.act),
      el("button", { type: "button", class: text.act === "" ? "main" : "", name: "details", onclick: press("toast-details") }, text.details),
      text.mute !== "" && el("button", { type: "button", name: "mute", onclick: press("toast-mute") }, text.mute),
    ),
  );
}
