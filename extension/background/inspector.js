/**
 * Takes in what developer tools alone know of a request: the body of its answer, and the line of code that sent it.
 * The core takes the secrets out before anything is kept, and what is left joins the case that was recorded.
 */

import { MORE } from "./capture.js";
import { cutUrl } from "./door.js";

/** @typedef {import("../shared/records.js").Entry} Entry */
/** @typedef {import("../shared/records.js").Case} Case */

/** The two ways of seeing a request name its beginning this closely, in milliseconds. */
const NEAR = 10_000;

/** The browsers' words for the types of a HAR file. */
const TYPES = new Map([["manifest", "web_manifest"]]);

/**
 * @typedef {object} Parts
 * @property {import("./tabs.js").Tabs} tabs
 * @property {import("./core.js").Core} core
 * @property {import("./diagnoser.js").Diagnoser} diagnoser
 * @property {import("./settle.js").Settle} settle
 * @property {(tab: number) => Promise<boolean>} isPrivate
 */

export class Inspector {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
  }

  /**
   * @param {number} tab
   * @param {Entry} given Raw.
   */
  async seen(tab, given) {
    const entry = { ...given, request: { ...given.request, url: cutUrl(given.request.url) } };
    await this.parts.settle.during(tab, async () => {
      const isPrivate = await this.parts.isPrivate(tab);
      const { entries } = await this.parts.core.redact({ version: "1.2", entries: [entry] }, isPrivate);
      const told = entries[0];
      if (!told) return;
      if (await this.join(tab, told)) return;
      const unwatched = unwatchedOf(tab, entry, isPrivate);
      if (!unwatched) return;
      this.parts.diagnoser.failed(unwatched);
      await this.join(tab, told);
    });
  }

  /**
   * Adds what was told to every case in which the request stands.
   * @param {number} tab
   * @param {Entry} told Redacted.
   * @returns {Promise<boolean>} Whether there is such a case.
   */
  async join(tab, told) {
    // A case that is just being explained is waited for.
    await this.parts.diagnoser.lines.ended(tab);
    await this.parts.tabs.ready;
    const ids = this.parts.tabs.get(tab).cases.filter((one) => placeOf(one, told)).map((one) => one.id);
    for (const id of ids) {
      await this.parts.diagnoser.amend(tab, id, (one) => {
        const entry = placeOf(one, told);
        if (!entry) return;
        if (told.response.content?.text !== undefined) entry.response.content = told.response.content;
        if (told._initiator?.stack) entry._initiator = { ...told._initiator, url: urlOf(entry._initiator) ?? told._initiator.url };
      });
    }
    return ids.length > 0;
  }
}

/**
 * The entry of a case that is this very request.
 * @param {Case} one
 * @param {Entry} told
 */
function placeOf(one, told) {
  const at = Date.parse(told.startedDateTime);
  const apart = (/** @type {Entry} */ entry) => Math.abs(Date.parse(entry.startedDateTime) - at);
  return (one.log?.entries ?? [])
    .filter((entry) => entry.request.url === told.request.url && entry.request.method === told.request.method && apart(entry) < NEAR)
    .sort((left, right) => apart(left) - apart(right))[0];
}

/** @param {any} initiator An origin, or Chrome's own form. */
function urlOf(initiator) {
  return typeof initiator === "string" ? initiator : initiator?.url;
}

/**
 * A request of a kind that is not watched otherwise: an image, a script, a style.
 * @param {number} tab
 * @param {Entry} entry
 * @param {boolean} isPrivate
 * @returns {import("./capture.js").Seen | undefined}
 */
function unwatchedOf(tab, entry, isPrivate) {
  const type = TYPES.get(entry._resourceType) ?? entry._resourceType;
  const { status, statusText, headers } = entry.response;
  if (!MORE.includes(type) || (status !== 401 && status !== 407)) return undefined;
  const started = Date.parse(entry.startedDateTime);
  return {
    id: `inspected ${entry.request.url}`, tab, frame: 0, parent: -1, type, method: entry.request.method, url: entry.request.url,
    initiator: urlOf(entry._initiator), private: isPrivate, started, ended: started + entry.time, sent: entry.request.headers,
    received: headers, status, statusLine: `HTTP/1.1 ${status} ${statusText ?? ""}`,
  };
}
