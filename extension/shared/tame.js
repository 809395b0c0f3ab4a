/**
 * Text that comes from a server, made fit to be shown: it is text and never markup, whatever is in it,
 * but it may be endless, and it may turn the direction of the words around it.
 */

/** Marks that change the direction of text, and control characters; a reader would not see them. */
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

/** So many characters of one value are shown. */
export const MOST = 240;

/**
 * The text with what is unseen spelled out, and its middle left out if it is too long.
 * @param {string} text
 * @param {number} [most]
 */
export function tame(text, most = MOST) {
  const short = text.length > most ? `${text.slice(0, Math.ceil(most * 0.75))}…${text.slice(-Math.floor(most * 0.25))}` : text;
  return short.toWellFormed().replace(UNSEEN, (mark) => `\\u${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
}
