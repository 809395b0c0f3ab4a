/**
 * What is said of a case, in the reader's language, for a report that others read: the core puts it into a format.
 */

/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./records.js").Diagnosis} Diagnosis */
/** @typedef {{title: string, summary: string, sections: {heading: string, lines: string[]}[], code: {title: string, text: string}[], question: string}} Report */

/**
 * @param {Diagnosis} diagnosis
 * @param {Words} words
 * @returns {Report}
 */
export function reportOf({ cause, confidence, summary, evidence, fixes, others, unknown = [] }, words) {
  const titled = (/** @type {string} */ id, /** @type {string} */ sure) => `${words.text(`interface.confidence.${sure}`)}: ${words.title(id)}`;
  const section = (/** @type {string} */ key, /** @type {string[]} */ lines) => ({ heading: words.text(key), lines });
  return {
    title: cause === null ? "" : titled(cause, confidence),
    summary: words.tell(summary.developer),
    sections: [
      section("interface.evidence", evidence.map((one) => `${words.text(`interface.basis.${one.basis}`)}: ${words.tell(one)}`)),
      section("interface.fix-it", fixes.map((fix) => `${words.text(`interface.who.${fix.who}`)}: ${stepsOf(fix, words)}`)),
      section("interface.others", others.map((one) => titled(one.cause, one.confidence))),
      section("interface.basis.unknown", unknown.map((one) => words.tell(one))),
    ],
    code: fixes.flatMap(({ snippet }) => snippet ? [{ title: snippet.for, text: words.text(snippet.key, snippet.args) }] : []),
    question: words.text("export.question"),
  };
}

/**
 * A way to fix it as one line: "Delete the cookie. Sign in."
 * @param {import("./records.js").Fix} fix
 * @param {Words} words
 */
function stepsOf({ key, args }, words) {
  const parts = [words.text(`${key}.title`, args), ...words.lines(`${key}.step`, args)];
  return `${parts.map((part) => part.replace(/[.。]+$/u, "")).join(". ")}.`;
}
