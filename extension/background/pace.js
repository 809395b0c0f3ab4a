/**
 * Keeps a page that repeats a failing request without end from making us work without end.
 */

const FREE = 5;
const PAUSE = 1_000;
const FORGET = 10_000;
const CAP = 300;

export class Pace {
  constructor() {
    /** @type {Map<string, {last: number, passed: number, skipped: number}>} */
    this.runs = new Map();
  }

  /**
   * How many failures this one stands for, itself included; 0 if it is to be passed over.
   * The first few go through at once, then one a second, until the request has been quiet for a while.
   * @param {string} name
   * @param {number} now
   */
  pass(name, now) {
    let run = this.runs.get(name);
    if (!run || now - run.last > FORGET) {
      run = { last: now, passed: 0, skipped: 0 };
      this.runs.delete(name);
      this.runs.set(name, run);
      if (this.runs.size > CAP) this.runs.delete(/** @type {string} */ (this.runs.keys().next().value));
    }
    if (run.passed >= FREE && now - run.last < PAUSE) {
      run.skipped += 1;
      return 0;
    }
    const stands = 1 + run.skipped;
    run.last = now;
    run.passed += 1;
    run.skipped = 0;
    return stands;
  }
}
