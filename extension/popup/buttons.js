/**
 * The buttons that carry out a fix, on the click and never before.
 */

import { forgetButton } from "./forget.js";
import { api } from "../shared/browser.js";
import { carryOut } from "../shared/deeds.js";
import { el } from "../shared/dom.js";
import { expecting, isGone } from "../shared/expected.js";
import { copyButton } from "../shared/fixes.js";
import { hostOf } from "../shared/sites.js";
import { tame } from "../shared/tame.js";
import { plain } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("./view.js").Shown} Shown */

/**
 * @param {Words} words
 * @param {number} tab
 * @param {() => void} done Called when the tab shows what was asked for.
 * @returns {(shown: Shown) => import("../shared/fixes.js").Button}
 */
export function buttonsFor(words, tab, done) {
  return (shown) => ({ action, key }) => {
    if (!action) return null;
    if (action.kind === "forget") return forgetButton(words, tab, shown, action, key, done);
    const properties = { "data-part": "act", "data-action": action.kind };
    const label = words.text(`interface.act.${action.kind}`, action.kind === "open" ? { host: hostOf(action.url) } : {});
    if (action.kind === "support") return copyButton(label, () => support(shown, words), words, { class: "act", ...properties });
    const button = el("button", { type: "button", class: "act main", ...properties }, label);
    button.addEventListener("click", async () => {
      await api.runtime.sendMessage({ kind: "acted", tab, id: shown.id, key });
      await carryOut(action, tab).then(done, expecting(isGone));
    });
    return button;
  };
}

/**
 * The button by which somebody is told when a request works again; once it is clicked, that this will be said.
 * @param {Words} words
 * @param {number} tab
 * @returns {(shown: Shown) => HTMLElement | null}
 */
export function watchFor(words, tab) {
  return ({ id, watch, own, due, diagnosis }) => {
    if (watch) return el("p", { class: "check", "data-part": "watched" }, words.text("interface.act.watching"));
    if (!own || due > 0 || diagnosis.state !== "open" || !diagnosis.alarm) return null;
    return el("button", { type: "button", class: "act", "data-part": "watch",
      onclick: () => void api.runtime.sendMessage({ kind: "watch", tab, id }) }, words.text("interface.act.watch"));
  };
}

/**
 * What those who run the site need to know; what was cut from the address stays cut.
 * @param {Shown} shown
 * @param {Words} words
 */
export function support({ at, diagnosis }, words) {
  const { failing, cause, summary } = diagnosis;
  return words.text("interface.support", {
    site: hostOf(failing.url),
    url: `${tame(failing.method, 20)} ${plain(failing.url)}`,
    time: new Date(at).toLocaleString(words.language, { dateStyle: "medium", timeStyle: "long" }),
    status: failing.status > 0 ? String(failing.status) : "—",
    title: cause === null ? "—" : words.title(cause),
    sentence: words.tell(summary.developer),
  });
}
