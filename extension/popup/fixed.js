/**
 * Draws a problem that works again, and after how long.
 */

import { code, el } from "../shared/dom.js";
import { tame } from "../shared/tame.js";
import { plain } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("./view.js").Shown} Shown */

/**
 * @param {Shown} shown
 * @param {Words} words
 */
export function fixedCard({ id, diagnosis }, words) {
  const { cause, state, confidence, alarm, resolved, failing } = diagnosis;
  const address = `${tame(failing.method, 20)} ${plain(failing.url)}`;
  return el("article",
    { class: "card fixed", "data-cause": cause ?? "", "data-state": state, "data-confidence": confidence, "data-alarm": String(alarm), "data-id": id },
    el("h2", { class: "sentence", "data-part": "sentence" }, el("span", { class: "tick", "aria-hidden": "true" }, "✓ "), code(words.tell(resolved))),
    el("p", { class: "check", "data-part": "after" }, words.text("interface.fixed.after", resolved?.args)),
    el("p", { class: "request", "data-part": "request", title: address }, el("span", { class: "url" }, address)));
}
