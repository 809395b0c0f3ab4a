/**
 * How sure a diagnosis is, as three steps: ●●● confirmed, ●●○ likely, ●○○ possible. It is no alarm, so it has no color.
 */

import { el } from "./dom.js";

/** @typedef {import("./words.js").Words} Words */

const STEPS = Object.freeze({ certain: 3, likely: 2, possible: 1 });

/**
 * @param {string} confidence
 * @param {Words} words
 */
export function meter(confidence, words) {
  const lit = STEPS[/** @type {keyof typeof STEPS} */ (confidence)] ?? 0;
  const steps = [1, 2, 3].map((step) => el("span", { class: step <= lit ? "step-on" : "step-off" }));
  return el("span", { class: "meter", title: words.text(`interface.confidence.${confidence}.hint`), "data-confidence": confidence },
    el("span", { class: "meter-steps", "aria-hidden": "true" }, ...steps), words.text(`interface.confidence.${confidence}`));
}
