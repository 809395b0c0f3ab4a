/**
 * What a diagnosis rests on, in words: what was seen, what follows from it, and what could not be seen.
 */

/**
 * @param {import("./records.js").Diagnosis} diagnosis
 * @param {import("./words.js").Words} words
 * @returns {{basis: "observed" | "inferred" | "unknown", text: string}[]}
 */
export function proofsOf({ evidence, unknown }, words) {
  return [
    ...evidence.map((one) => ({ basis: one.basis, text: words.text(one.key, one.args) })),
    ...unknown.map((one) => ({ basis: /** @type {const} */ ("unknown"), text: words.tell(one) })),
  ];
}
