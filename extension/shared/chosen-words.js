/**
 * The words in the language that the person has chosen, else the browser's.
 */

import { api } from "./browser.js";
import { loadWords } from "./words.js";

/** @param {import("./settings.js").Values} values */
export function chosenWords(values) {
  return loadWords((path) => api.runtime.getURL(path), values.language || api.i18n.getUILanguage());
}
