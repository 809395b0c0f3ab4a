/**
 * The number on the extension's button: how many faults of the tab's page are open.
 */

import { alarming } from "../shared/records.js";

export class Badge {
  /** @param {typeof chrome.action} action */
  constructor(action) {
    this.action = action;
  }

  /**
   * @param {number} tab
   * @param {import("../shared/records.js").Case[]} cases
   */
  async show(tab, cases) {
    const count = alarming(cases);
    try {
      await this.action.setBadgeText({ tabId: tab, text: count > 99 ? "99+" : count > 0 ? String(count) : "" });
      if (count === 0) return;
      await this.action.setBadgeBackgroundColor({ tabId: tab, color: "#b3261e" });
      await this.action.setBadgeTextColor?.({ tabId: tab, color: "#ffffff" });
    } catch {
      // The tab was closed meanwhile.
    }
  }
}
