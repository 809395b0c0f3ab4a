/**
 * The number on the extension's button: how many problems of the tab's page are open; a tick where none is, and one that
 * somebody waits for works again.
 */

import { expecting, isGone } from "../shared/expected.js";
import { alarming } from "../shared/problems.js";

/** What somebody wanted to be told works again. */
const WORKS = "✓";

export class Badge {
  /**
   * @param {typeof chrome.action} action
   * @param {(error: unknown) => void} failed
   */
  constructor(action, failed) {
    this.action = action;
    this.failed = failed;
    /**
     * What stands on the button of each tab.
     * @type {Map<number, string>}
     */
    this.texts = new Map();
  }

  /**
   * @param {number} tab
   * @param {import("../shared/records.js").TabRecord} record
   */
  show(tab, record) {
    const count = alarming(record);
    const works = record.cases.some((one) => one.watch && one.diagnosis.state === "resolved");
    const text = count > 99 ? "99+" : count > 0 ? String(count) : works ? WORKS : "";
    if (this.texts.get(tab) === text) return;
    this.texts.set(tab, text);
    // A tab may be closed at any moment.
    this.draw(tab, text).catch(expecting(isGone)).catch(this.failed);
  }

  /**
   * @param {number} tab
   * @param {string} text
   */
  async draw(tab, text) {
    // Without a text of its own a tab shows what stands for all of them: nothing, or that something does not work.
    await this.action.setBadgeText({ tabId: tab, text: /** @type {any} */ (text || null) });
    if (text === "") return;
    await this.action.setBadgeBackgroundColor({ tabId: tab, color: text === WORKS ? "#1b6e3c" : "#b3261e" });
    await this.action.setBadgeTextColor?.({ tabId: tab, color: "#ffffff" });
  }

  /**
   * What stood there is gone.
   * @param {number} tab
   */
  forget(tab) {
    this.texts.delete(tab);
  }
}
