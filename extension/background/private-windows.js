/**
 * What private windows left in the session's storage goes with the last of them, as their cookies do.
 *
 * This is for a background that serves all windows, as Firefox's. In Chromium private windows have a worker and an
 * area of their own (`shared/private-area.js`), which the browser ends together with them.
 */

const OWN = ["rejected:private:", "site:private:", "tab:private:", "key:private", "muted:private"];

export class PrivateWindows {
  /**
   * @param {import("../shared/session.js").Area} session
   * @param {{getAll: () => Promise<{incognito: boolean}[]>}} windows
   * @param {() => void} forget Drops what is held of them outside the storage.
   */
  constructor(session, windows, forget) {
    this.session = session;
    this.windows = windows;
    this.forget = forget;
  }

  /** Whether any is open. */
  async open() {
    return (await this.windows.getAll()).some((one) => one.incognito);
  }

  /** To be called when a window has closed. */
  async closed() {
    if (await this.open()) return;
    this.forget();
    const keys = Object.keys(await this.session.get(null));
    await this.session.remove(keys.filter((key) => OWN.some((own) => key.startsWith(own))));
  }
}
