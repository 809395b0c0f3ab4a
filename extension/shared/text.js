/**
 * Addresses and sentences of redacted requests: what stands in the place of a secret is too long to read.
 */

import { MOST, tame } from "./tame.js";

/** What the core puts in the place of a secret. */
const STAND_IN = /redacted\([^)]*\)/gu;

/**
 * The text, tamed, with an ellipsis for each stand-in.
 * @param {string} text
 * @param {number} [most]
 */
export function plain(text, most = MOST) {
  return tame(text.replace(STAND_IN, "…"), most);
}

/**
 * Parts a text at its stand-ins.
 * @param {string} text
 * @returns {{text: string, cut: boolean}[]}
 */
export function parted(text) {
  /** @type {{text: string, cut: boolean}[]} */
  const found = [];
  let from = 0;
  for (const match of text.matchAll(STAND_IN)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index), cut: false });
    found.push({ text: match[0], cut: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from), cut: false });
  return found;
}

/**
 * A time of day as people write it.
 * @param {number} at In milliseconds.
 * @param {string} language A BCP 47 tag.
 */
export function clock(at, language) {
  return new Date(at).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
}
