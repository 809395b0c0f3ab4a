/**
 * Carries out what the core proposes for a fix, on a click and never before.
 */

import { api } from "./browser.js";

/** @typedef {import("./records.js").Action} Action */

/**
 * @param {Exclude<Action, {kind: "support"}>} action
 * @param {number} tab
 */
export async function carryOut(action, tab) {
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
export async function beside(tab, url) {
  if (!/^https?:\/\//u.test(url)) return;
  const { index, windowId } = await api.tabs.get(tab);
  await api.tabs.create({ url, index: index + 1, windowId, openerTabId: tab });
}
