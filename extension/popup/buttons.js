/**
 * The buttons that carry out a fix, on the click and never before.
 */

import { api } from "../shared/browser.js";
import { el } from "../shared/dom.js";
import { expecting, isGone } from "../shared/expected.js";
import { copyButton } from "../shared/fixes.js";
import { hostOf } from "../shared/sites.js";
import { tame } from "../shared/tame.js";
import { plain } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../shared/records.js").Action} Action */
/** @typedef {import("./view.js").Shown} Shown */

/**
 * @param {Words} words
 * @param {number} tab
 * @param {() => void} done Called when the tab shows what was asked for.
 * @returns {(shown: Shown) => import("../shared/fixes.js").Button}
 */
export function buttonsFor(words, tab, done) {
  return (shown) => ({ action }) => {
    if (!action) return null;
    const properties = { "data-part": "act", "data-action": action.kind };
    const label = words.text(`interface.act.${action.kind}`, action.kind === "open" ? { host: hostOf(action.url) } : {});
    if (action.kind === "support") return copyButton(label, () => support(shown, words), words, { class: "act", ...properties });
    const button = el("button", { type: "button", class: "act main", ...properties }, label);
    button.addEventListener("click", () => void carryOut(action, tab).then(done, expecting(isGone)));
    return button;
  };
}

/**
 * @param {Exclude<Action, {kind: "support"}>} action
 * @param {number} tab
 */
async function carryOut(action, tab) {
  switch (action.kind) {
    case "reload":
      return api.tabs.reload(tab);
    case "secure": {
      const { url = "" } = await api.tabs.get(tab);
      return api.tabs.update(tab, { url: url.replace(/^http:/u, "https:") });
    }
    default:
      return beside(tab, action.url);
  }
}

/**
 * Opens an address of the web in a tab beside the page.
 * @param {number} tab
 * @param {string} url
 */
async function beside(tab, url) {
  if (!/^https?:\/\//u.test(url)) return;
  const { index, windowId } = await api.tabs.get(tab);
  await api.tabs.create({ url, index: index + 1, windowId, openerTabId: tab });
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
