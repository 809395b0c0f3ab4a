/**
 * What is kept until the browser closes, or the last private window, and never on disk.
 */

import { PRIVATE_ONLY, api } from "./browser.js";
import { PrivateArea } from "./private-area.js";

/**
 * @typedef {object} Area
 * @property {(keys: null | string | string[]) => Promise<Record<string, any>>} get
 * @property {(items: Record<string, unknown>) => Promise<void>} set
 * @property {(keys: string | string[]) => Promise<void>} remove
 * @property {{addListener: (listener: (changes: Record<string, unknown>) => void) => void}} onChanged
 */

/** @type {Area} */
export const session = PRIVATE_ONLY ? new PrivateArea() : api.storage.session;

/**
 * Calls back whenever what is known of a tab has changed.
 * @param {number | undefined} tab
 * @param {() => void} changed
 */
export function onTabChanged(tab, changed) {
  session.onChanged.addListener((changes) => {
    if (changes[`tab:${tab}`] || changes[`tab:private:${tab}`]) changed();
  });
}
