/**
 * Addresses and sentences of redacted requests: what stands in the place of a secret is too long to read.
 */

import { MOST, tame } from "./tame.js";

/** What the core puts in the place of a secret, and of a piece of a name: `redacted(opaque!len=32…)`, `~32x.9f3a2b1c~`. */
const STAND_IN = /redacted\([^)]*\)|~\d{1,6}x?\.[\da-f]{8}~/gu;

/**
 * The text with an ellipsis for each stand-in, as the core's diagnoses have it.
 * @param {string} text
 */
export function readable(text) {
  return text.replace(STAND_IN, "…");
}

/**
 * The text, tamed, with an ellipsis for each stand-in.
 * @param {string} text
 * @param {number} [most]
 */
export function plain(text, most = MOST) {
  return tame(readable(text), most);
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

/** Where a sentence ends that has another after it. */
const END = /[.!?:](?=\s+\S)|[。！？](?=\s*\S)/u;

/**
 * A text to people in its two parts: what happened, and what there is to do about it.
 * "Your session has expired. Sign in again." → "Your session has expired", "Sign in again."
 * @param {string} text
 * @returns {{headline: string, detail: string}}
 */
export function headlined(text) {
  const end = END.exec(text);
  if (!end) return { headline: text.replace(/[.。]$/u, ""), detail: "" };
  const mark = /[!?！？]/u.test(end[0]) ? end[0] : "";
  return { headline: text.slice(0, end.index).trimEnd() + mark, detail: text.slice(end.index + 1).trim() };
}
