/**
 * Holds the core's verdicts against the browser's, and counts.
 */

/** What the browser's protocol does not list: the reason is the core's own. */
const UNLISTED = new Set(["expired", "other-partition", "credentials-omitted", "already-expired", "invalid-partitioned", "ambiguous-serialization"]);

/** @param {string} reason The protocol's word; twins of scheme and site count as one. */
export function word(reason) {
  const kebab = reason.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase().replace("schemeful-", "");
  return { "user-preferences": "third-party-blocked", "third-party-phaseout": "third-party-blocked" }[kebab] ?? kebab;
}

export class Tally {
  constructor() {
    /** @type {Map<string, {both: number, browser: number, core: number}>} */
    this.reasons = new Map();
    this.decisions = 0;
    this.lines = 0;
    /** Withheld for a credentials mode that no header shows; the rules alone cannot know. */
    this.unseen = 0;
    /** @type {Record<string, any>[]} */
    this.failures = [];
  }

  /** @param {string} kind @param {string} name @param {"both" | "browser" | "core"} side */
  count(kind, name, side) {
    const key = `${kind} ${name}`;
    const row = this.reasons.get(key) ?? { both: 0, browser: 0, core: 0 };
    row[side] += 1;
    this.reasons.set(key, row);
  }

  /** @param {string} what @param {Record<string, any>} details */
  fail(what, details) {
    this.failures.push({ what, ...details });
  }

  /**
   * @param {string} kind
   * @param {string[] | undefined} truth The protocol's reasons; undefined where it says nothing of this one.
   * @param {string[]} ours
   * @param {Record<string, any>} details
   */
  compare(kind, truth, ours, details) {
    const mine = new Set(ours.map(word));
    if (!truth) {
      for (const name of mine) this.count(kind, name, "core");
      return;
    }
    const theirs = new Set(truth.map(word));
    for (const name of theirs) this.count(kind, name, mine.has(name) ? "both" : "browser");
    for (const name of mine) if (!theirs.has(name)) this.count(kind, name, "core");
    const missing = [...theirs].filter((name) => !mine.has(name));
    const extra = [...mine].filter((name) => !theirs.has(name) && !UNLISTED.has(name));
    if (missing.length || extra.length) this.fail(`${kind}: other reasons`, { missing, extra, ...details });
  }

  /** @param {Tally} other */
  add(other) {
    this.decisions += other.decisions;
    this.lines += other.lines;
    this.unseen += other.unseen;
    this.failures.push(...other.failures);
    for (const [key, row] of other.reasons) {
      const mine = this.reasons.get(key) ?? { both: 0, browser: 0, core: 0 };
      this.reasons.set(key, { both: mine.both + row.both, browser: mine.browser + row.browser, core: mine.core + row.core });
    }
  }

  /** @param {string} title */
  print(title) {
    console.log(`\n${title}: ${this.decisions} cookies of requests, ${this.lines} Set-Cookie lines, ${this.failures.length} disagreements, ${this.unseen} left out by a credentials mode that only the missing Cookie header shows`);
    console.log(`${"reason".padEnd(58)}${"both".padStart(7)}${"browser".padStart(9)}${"core".padStart(7)}`);
    for (const [name, { both, browser, core }] of [...this.reasons].sort(([one], [two]) => one.localeCompare(two))) {
      console.log(`${name.padEnd(58)}${String(both).padStart(7)}${String(browser).padStart(9)}${String(core).padStart(7)}`);
    }
  }
}
