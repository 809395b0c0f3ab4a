/**
 * The button that deletes cookies says first which ones, and the notice after it puts them back for a while.
 */

import { beside } from "../shared/deeds.js";
import { api } from "../shared/browser.js";
import { el } from "../shared/dom.js";
import { expecting, isGone } from "../shared/expected.js";
import { hostOf } from "../shared/sites.js";
import { clock } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {Extract<import("../shared/records.js").Action, {kind: "forget"}>} Forget */
/** @typedef {{host: string, names: string[], until: number}} Offer */

/**
 * @param {Words} words
 * @param {number} tab
 * @param {import("./view.js").Shown} shown
 * @param {Forget} action
 * @param {string} key Of the fix.
 * @param {() => void} done
 */
export function forgetButton(words, tab, shown, action, key, done) {
  const button = el("button", { type: "button", class: "act main", "data-part": "act", "data-action": "forget" }, words.text("interface.act.forget"));
  const box = el("div", { "data-part": "forget" }, button);
  button.addEventListener("click", () => ask());
  return box;

  function ask() {
    const host = hostOf(shown.diagnosis.failing.url);
    const yes = el("button", { type: "button", class: "act main", "data-part": "forget-yes" }, words.text("interface.forget.yes"));
    const no = el("button", { type: "button", class: "act", "data-part": "forget-no" }, words.text("interface.forget.no"));
    yes.addEventListener("click", () => void forget());
    no.addEventListener("click", () => {
      box.replaceChildren(button);
      button.focus();
    });
    box.replaceChildren(el("p", { class: "step", role: "status" }, words.text("interface.forget.ask", { host, names: namesOf(action.cookies) })), yes, " ", no);
    yes.focus();
  }

  async function forget() {
    await api.runtime.sendMessage({ kind: "acted", tab, id: shown.id, key });
    const { failed } = await api.runtime.sendMessage({ kind: "forget", tab, id: shown.id });
    if (failed.length > 0) {
      box.replaceChildren(el("p", { class: "step", role: "alert" }, words.text("interface.forget.failed", { names: failed.join(", ") })));
      return;
    }
    await beside(tab, action.url).then(done, expecting(isGone));
  }
}

/**
 * What was deleted of this site, as long as it can be put back.
 * @param {Words} words
 * @param {number} tab
 * @param {Offer | undefined} undo
 */
export function undoNotice(words, tab, undo) {
  if (!undo) return [];
  const { host, names, until } = undo;
  const said = el("p", {}, words.text("interface.forget.done", { host, names: names.join(", ") }));
  const button = el("button", { type: "button", "data-part": "undo" }, words.text("interface.forget.undo", { time: clock(until, words.language) }));
  button.addEventListener("click", async () => {
    const { failed } = await api.runtime.sendMessage({ kind: "undo", tab });
    button.remove();
    said.setAttribute("role", "status");
    said.textContent = words.text(failed.length > 0 ? "interface.forget.failed" : "interface.forget.undone", { names: failed.join(", ") });
  });
  // The offer ends while the popup is looked at, too.
  setTimeout(() => button.remove(), Math.max(0, until - Date.now()));
  return [el("section", { class: "notice", "data-part": "forgotten" }, said, button)];
}

/** @param {{name: string}[]} cookies */
function namesOf(cookies) {
  return [...new Set(cookies.map(({ name }) => name))].join(", ");
}
