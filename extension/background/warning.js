/**
 * A grey "!" on the button of every tab without a number of its own, while a part of the extension does not work.
 */

export class Warning {
  /**
   * @param {typeof chrome.action} action
   * @param {(error: unknown) => void} failed
   */
  constructor(action, failed) {
    this.action = action;
    this.failed = failed;
  }

  /** @param {boolean} on */
  show(on) {
    this.draw(on).catch(this.failed);
  }

  /** @param {boolean} on */
  async draw(on) {
    await this.action.setBadgeText({ text: on ? "!" : "" });
    if (on) await this.action.setBadgeBackgroundColor({ color: "#6e6e6e" });
  }
}
