/**
 * Keeps a page that fails without end from making us work without end: what repeats an address, or the shape of a request
 * at one server, is soon only counted, and now and then looked at again.
 */

import { header } from "./har.js";
import { originOf } from "../shared/sites.js";

/** @typedef {import("./capture.js").Seen} Seen */
/** @typedef {{id: string, name: string}} Known A case, and the name of its problem. */

/**
 * How many are looked at one after the other, and one in how many milliseconds after that.
 * @typedef {{free: number, pause: number}} Rule
 */

/** How many of one shape are looked at where so many pieces of work wait already: other tabs have their turn, too. */
const CROWDS = Object.freeze([{ waits: 48, free: 1 }, { waits: 16, free: 3 }]);

/** Of one address; of one shape at one server; of one tab. */
const RULES = Object.freeze({
  address: { free: 5, pause: 1_000 },
  shape: { free: 12, pause: 1_000 },
  tab: { free: 150, pause: 100 },
});

/** After so many milliseconds of quiet a run begins anew. */
const FORGET = 10_000;

/** So many runs are remembered. */
const CAP = 3_000;

/** @typedef {{last: number, passed: number, known: Known | undefined, held: number}} Run */

/**
 * @typedef {object} Way What is to be done with a failed request.
 * @property {boolean} explain
 * @property {Known} [known] The case to count it with, where it is not to be explained and one is known.
 */

export class Pace {
  constructor() {
    /** @type {Map<string, Run>} */
    this.runs = new Map();
    /**
     * What forgotten runs held, by tab.
     * @type {Map<number, number>}
     */
    this.lost = new Map();
  }

  /**
   * Whether a failed request is to be explained, or only counted.
   * @param {number} tab
   * @param {Seen} seen
   * @param {number} [waits] How many pieces of work wait already.
   * @returns {Way}
   */
  take(tab, seen, waits = 0) {
    const now = seen.ended;
    const [address, shape, whole] = namesOf(tab, seen).map((name) => this.run(name, now));
    if (!address || !shape || !whole) return { explain: true };
    const crowd = CROWDS.find((one) => waits > one.waits);
    const rule = crowd ? { ...RULES.shape, free: crowd.free } : RULES.shape;
    if (free(address, RULES.address, now) && free(shape, rule, now) && free(whole, RULES.tab, now)) {
      for (const run of [address, shape, whole]) Object.assign(run, { last: now, passed: run.passed + 1 });
      return { explain: true };
    }
    const known = address.known ?? shape.known;
    if (!known) shape.held += 1;
    return known ? { explain: false, known } : { explain: false };
  }

  /**
   * A request was explained: others like it are counted with it.
   * @param {number} tab
   * @param {Seen} seen
   * @param {Known} known
   * @returns {number} How many like it have been waiting to be counted.
   */
  explained(tab, seen, known) {
    const [address, shape] = namesOf(tab, seen).map((name) => this.run(name, seen.ended));
    if (!address || !shape) return 0;
    const { held } = shape;
    Object.assign(address, { known });
    Object.assign(shape, { known, held: 0 });
    return held;
  }

  /**
   * Those of a tab that are still not counted with a case, and will not be any more.
   * @param {number} tab
   * @returns {number}
   */
  flush(tab) {
    let sum = this.lost.get(tab) ?? 0;
    this.lost.delete(tab);
    for (const [name, run] of this.runs) {
      if (!name.startsWith(`${tab} `)) continue;
      sum += run.held;
      run.held = 0;
    }
    return sum;
  }

  /**
   * Another page stands in the tab.
   * @param {number} tab
   */
  forget(tab) {
    this.lost.delete(tab);
    for (const name of this.runs.keys()) if (name.startsWith(`${tab} `)) this.runs.delete(name);
  }

  /**
   * @param {string} name
   * @param {number} now
   * @returns {Run}
   */
  run(name, now) {
    let run = this.runs.get(name);
    if (!run || now - run.last > FORGET) {
      run = { last: now, passed: 0, known: run?.known, held: run?.held ?? 0 };
    }
    // The one that was not asked for longest comes first, and goes first.
    this.runs.delete(name);
    this.runs.set(name, run);
    if (this.runs.size > CAP) this.drop();
    return run;
  }

  /** Forgets the oldest run, but not what it holds. */
  drop() {
    const [name, { held }] = /** @type {[string, Run]} */ (this.runs.entries().next().value);
    this.runs.delete(name);
    const tab = Number(name.split(" ", 1)[0]);
    if (held > 0) this.lost.set(tab, (this.lost.get(tab) ?? 0) + held);
  }
}

/**
 * @param {Run} run
 * @param {Rule} rule
 * @param {number} now
 */
function free(run, rule, now) {
  return run.passed < rule.free || now - run.last >= rule.pause;
}

/**
 * The three runs that a request belongs to.
 * @param {number} tab
 * @param {Seen} seen
 */
function namesOf(tab, seen) {
  return [`${tab} a ${seen.method} ${seen.url} ${seen.error ?? ""}`, `${tab} s ${shapeOf(seen)}`, `${tab} t`];
}

/**
 * What tells one cause from another without being understood: who asked whom, what was sent, and how it was refused.
 * @param {Seen} seen
 */
function shapeOf(seen) {
  const sent = (seen.sent ?? []).map((one) => one.name.toLowerCase()).filter((name) => CREDENTIAL.test(name)).sort();
  const names = (header(seen.sent, "cookie") ?? "").split("; ").map((one) => one.split("=", 1)[0]).sort();
  return JSON.stringify([
    originOf(seen.url), seen.method, seen.type, seen.frame === 0, seen.status, seen.error ?? "", originOf(seen.initiator), sent,
    header(seen.sent, "authorization"), names, header(seen.received, "www-authenticate"),
  ]);
}

const CREDENTIAL = /auth|cookie|key|token|session|csrf|xsrf/u;
