/**
 * Tells a developer each new cause in the page's own console, where that is wanted, and nowhere before a request failed there.
 * It is written from the isolated world: a page that has wrapped its console sees nothing of it.
 */

import { Arrivals } from "./arrivals.js";
import { expecting, isClosed, isGone } from "../shared/expected.js";
import { isLocal } from "../shared/sites.js";
import { plain } from "../shared/text.js";

/** @typedef {import("../shared/records.js").Case} Case */
/** @typedef {import("../shared/records.js").TabRecord} TabRecord */

/** A hint is a line, and no page. */
const LONGEST = 1_000;

/** So many causes of one page are told. */
const CAP = 50;

/**
 * @typedef {object} Parts
 * @property {import("./tabs.js").Tabs} tabs
 * @property {import("../shared/settings.js").Settings} settings
 * @property {() => Promise<import("../shared/words.js").Words>} words
 * @property {(tab: number, frame: number, hint: Hint) => Promise<void>} write
 *
 * @typedef {{line: string, group: string}} Hint A line, and what it stands under if it repeats another.
 */

export class Hinter {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    this.arrivals = new Arrivals();
  }

  /**
   * @param {number} tab
   * @param {string} id
   */
  async speak(tab, id) {
    const { tabs, words, write } = this.parts;
    const one = tabs.get(tab).cases.find((each) => each.id === id);
    if (!one || !(await this.wanted(tab, one))) return;
    if (this.arrivals.awaits(tab, one)) return;
    const times = await this.count(tab, one);
    if (times === 0) return;
    // The document of a frame has no console before it stands there.
    const frame = one.type === "sub_frame" ? 0 : one.frame;
    await write(tab, frame, hintOf(one, times, await words())).catch(expecting(isGone, isClosed));
  }

  /**
   * A document stands in the tab now.
   * @param {number} tab
   * @param {number} time
   */
  async arrived(tab, time) {
    const id = this.arrivals.arrived(tab, time);
    if (id !== undefined) await this.speak(tab, id);
  }

  /** @param {number} tab */
  forget(tab) {
    this.arrivals.forget(tab);
  }

  /**
   * On the developer's own machine, and elsewhere where the panel was opened or the person has asked for it.
   * @param {number} tab
   * @param {Case} one
   */
  async wanted(tab, one) {
    if (one.due > 0 || one.diagnosis.state !== "open" || !one.diagnosis.alarm) return false;
    const { page, panel } = this.parts.tabs.get(tab);
    const { consoleLocal, consoleElsewhere } = await this.parts.settings.read();
    if (isLocal(page)) return consoleLocal && one.own;
    return consoleElsewhere || (consoleLocal && panel === true);
  }

  /**
   * How often a cause has come on this page; 0 if it is not to be told of again yet: a repeated one is told of at 2, 4, 8 and so on.
   * @param {number} tab
   * @param {Case} one
   */
  async count(tab, one) {
    const { tabs } = this.parts;
    let times = 0;
    await tabs.touch(tab, (record) => {
      const told = record.told ?? [];
      if (told.includes(one.id)) return false;
      const cause = causeOf(one);
      const hinted = record.hinted ?? {};
      if (!Object.hasOwn(hinted, cause) && Object.keys(hinted).length >= CAP) return false;
      times = (hinted[cause] ?? 0) + 1;
      record.hinted = { ...hinted, [cause]: times };
      record.told = [...told, one.id].slice(-CAP);
      return true;
    });
    return Number.isInteger(Math.log2(times)) ? times : 0;
  }
}

/**
 * One cause at one server, whatever the address: that is what has to be mended.
 * @param {Case} one
 */
function causeOf({ diagnosis }) {
  const [cause = "", origin = ""] = (diagnosis.group ?? "").split("|");
  return `${cause}|${origin}`;
}

/**
 * @param {Case} one
 * @param {number} times
 * @param {import("../shared/words.js").Words} words
 * @returns {Hint}
 */
function hintOf({ diagnosis }, times, words) {
  const { failing, summary, confidence, fixes } = diagnosis;
  const fix = fixes.find((one) => one.who !== "person") ?? fixes[0];
  const line = words.text(fix ? "console.line" : "console.line-bare", {
    status: failing.status || 401,
    sure: words.text(`console.${confidence}`),
    sentence: words.tell(summary.developer),
    fix: fix ? words.text(`${fix.key}.title`, fix.args) : "",
  });
  return {
    line: plain(line, LONGEST),
    group: times > 1 ? plain(words.text("console.again", { count: times, title: words.title(diagnosis.cause ?? "") })) : "",
  };
}

/**
 * Runs inside the page's isolated world, so it stands on its own. What it is given is text, and no pattern.
 * @param {Hint} hint
 */
export function writeHint(hint) {
  if (hint.group) console.groupCollapsed("%s", hint.group);
  console.warn("%s", hint.line);
  if (hint.group) console.groupEnd();
}
