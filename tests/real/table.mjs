/**
 * What was played, as a table for the terminal.
 */

/** @typedef {import("./play.mjs").Played} Played */

const HEAD = ["product", "misuse", "cause", "sure", "named", "fix", "status"];
const WIDEST = 64;

/**
 * @param {string} title
 * @param {Played[]} all
 * @returns {string}
 */
export function table(title, all) {
  const rows = all.map(row);
  const widths = HEAD.map((name, at) => Math.min(WIDEST, Math.max(name.length, ...rows.map((one) => (one[at] ?? "").length))));
  const line = (/** @type {string[]} */ cells) => cells.map((cell, at) => cell.slice(0, WIDEST).padEnd(widths[at] ?? 0)).join("  ").trimEnd();
  return [`\n${title}`, line(HEAD), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}

/** @param {Played} played */
function row({ scenario, causes, confidence, responders, fix, before, after, problems }) {
  const status = problems.length === 0 ? `${before || "none"} → ${after}` : `${before ?? "-"} → ${after ?? "-"} WRONG`;
  return [scenario.product, scenario.misuse, causes.join(", then ") || "-", confidence || "-", responders.join(", ") || "-", fix || "-", status];
}
