/**
 * What a page of another origin asked, what it was allowed, and the line that is missing.
 */

import { el } from "../shared/dom.js";
import { codeBox } from "../shared/fixes.js";
import { told } from "./cause.js";
import { fields } from "./request.js";

/** @typedef {import("../shared/words.js").Words} Words */

/**
 * @param {import("../shared/records.js").CorsLine | null | undefined} cors
 * @param {Words} words
 */
export function corsPart(cors, words) {
  if (!cors) return [];
  const verdict = cors.allowed ? "allowed" : cors.sent ? "refused" : "unsent";
  return [
    el("p", { class: `banner ${verdict}`, "data-part": "cors-verdict" }, words.text(`panel.cors.${verdict}`)),
    cors.why.length > 0 && el("ul", { class: "plain", "data-part": "cors-why" }, ...cors.why.map((one) => el("li", {}, told(words.tell(one))))),
    cors.missing.length > 0 && el("section", { "data-part": "missing" }, el("h3", {}, words.text("panel.cors.missing")),
      codeBox(words.text("panel.cors.answer"), cors.missing.map(({ name, value }) => `${name}: ${value}`).join("\n"), words)),
    section("asked", cors.asked, words),
    section("answered", cors.answered, words),
  ];
}

/**
 * @param {"asked" | "answered"} name
 * @param {import("../shared/records.js").Field[]} all
 * @param {Words} words
 */
function section(name, all, words) {
  return el("section", { "data-part": name }, el("h3", {}, words.text(`panel.cors.${name}`)),
    all.length > 0 ? fields(all, words) : el("p", { class: "note" }, words.text("panel.cors.nothing")));
}
