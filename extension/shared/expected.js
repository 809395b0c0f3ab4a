/**
 * The failures that are part of ordinary life, each known by its browser's own words. Every other failure is a fault.
 */

/** A tab or frame that went while it was being spoken to: "No tab with id: 7." (Chromium), "Invalid tab ID: 7" (Firefox). */
const GONE = /^(?:No (?:tab|window|frame) with id\b|Invalid (?:tab|frame|window) ID\b|Frame with ID \d+ (?:was removed|is not ready)|The (?:tab|frame) was (?:closed|removed)|No frame with id\b)/iu;

/** A page that no extension may enter: the browser's own, its shop, an error page, a site that was not granted. */
const CLOSED = /^(?:Cannot access |The extensions gallery cannot be scripted|This page cannot be scripted|Frame with ID \d+ is showing error page|Missing host permission for the tab|Cannot be scripted)/iu;

/** Nobody listens at the other end: a worker of an earlier life, or a page that has closed. */
const UNHEARD = /^(?:Could not establish connection|Extension context invalidated|The message port closed|A listener indicated an asynchronous response)/iu;

/** @param {unknown} error */
export function isGone(error) {
  return GONE.test(wordsOf(error));
}

/** @param {unknown} error */
export function isClosed(error) {
  return CLOSED.test(wordsOf(error));
}

/** @param {unknown} error */
export function isUnheard(error) {
  return UNHEARD.test(wordsOf(error));
}

/**
 * Takes a failure as expected if it is of one of these kinds, and throws it on otherwise.
 * @param {...(error: unknown) => boolean} kinds
 * @returns {(error: unknown) => undefined}
 */
export function expecting(...kinds) {
  return (error) => {
    if (!kinds.some((kind) => kind(error))) throw error;
    return undefined;
  };
}

/** @param {unknown} error */
function wordsOf(error) {
  return error instanceof Error ? error.message : String(error);
}
