/**
 * Reads the text of a document that was refused, once it stands in its frame: what the server says to whoever looks at it.
 * The browser has that text already, and nothing of ours stays in the page. The core takes the secrets out before
 * anything is kept.
 */

import { expecting, isClosed, isGone } from "../shared/expected.js";

/** @typedef {import("./capture.js").Seen} Seen */
/** @typedef {import("../shared/records.js").Entry} Entry */
/** @typedef {{type: string, text: string}} Text What a document holds, with its media type. */

/** So many characters of a document are read. */
const MOST = 65_536;

/** So long a document is waited for until its tab counts as settled, in milliseconds; its text is taken when it comes. */
const PATIENCE = 5_000;

/** So many frames are remembered with what stands in them. */
const FRAMES = 500;

/**
 * @typedef {object} Parts
 * @property {(tab: number, frame: number, most: number) => Promise<Text | undefined>} read Fails where the frame cannot be entered.
 * @property {(tab: number, request: string) => Promise<boolean>} isKept Whether a request is one of the tab's cases.
 * @property {(tab: number, entry: Entry) => Promise<void>} tell Hands on what was read, raw.
 * @property {import("./settle.js").Settle} settle
 */

export class DocumentReader {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    /**
     * The refused documents that are on their way, by tab and frame.
     * @type {Map<string, {seen: Seen, done: () => void}>}
     */
    this.coming = new Map();
    /**
     * What stands in each frame and since when: Firefox may tell that before it tells of the response.
     * @type {Map<string, {url: string, since: number}>}
     */
    this.standing = new Map();
  }

  /**
   * A document was refused: the next that stands in this frame is it.
   * @param {number} tab
   * @param {Seen} seen
   */
  expect(tab, seen) {
    const ofFrame = seen.type === "main_frame" || seen.type === "sub_frame";
    if (!ofFrame || seen.status < 400 || seen.leaving) return;
    this.drop(tab, seen.frame);
    const stands = this.standing.get(placeOf(tab, seen.frame));
    if (stands && stands.since >= seen.started && stands.url === withoutFragment(seen.url)) {
      void this.parts.settle.during(tab, () => this.take(tab, seen));
      return;
    }
    void this.parts.settle.during(tab, () => new Promise((keep) => {
      const timer = setTimeout(keep, PATIENCE);
      this.coming.set(placeOf(tab, seen.frame), { seen, done: () => {
        clearTimeout(timer);
        keep(undefined);
      } });
    }));
  }

  /**
   * A document stands in this frame now.
   * @param {number} tab
   * @param {number} frame
   * @param {string} url
   * @param {number} since
   */
  async arrived(tab, frame, url, since) {
    const place = placeOf(tab, frame);
    this.standing.delete(place);
    this.standing.set(place, { url: withoutFragment(url), since });
    if (this.standing.size > FRAMES) this.standing.delete(/** @type {string} */ (this.standing.keys().next().value));
    const found = this.coming.get(place);
    if (!found) return;
    this.coming.delete(place);
    try {
      if (withoutFragment(url) === withoutFragment(found.seen.url)) await this.take(tab, found.seen);
    } finally {
      found.done();
    }
  }

  /**
   * @param {number} tab
   * @param {Seen} seen
   */
  async take(tab, seen) {
    if (!await this.parts.isKept(tab, seen.id)) return;
    // The browser's own error page, and its viewer of JSON, cannot be entered: the case says that its body was not seen.
    const read = await this.parts.read(tab, seen.frame, MOST).catch(expecting(isGone, isClosed));
    if (read && read.text !== "") await this.parts.tell(tab, entryOf(seen, read));
  }

  /**
   * No document comes any more.
   * @param {number} tab
   * @param {number} frame
   */
  drop(tab, frame) {
    this.coming.get(placeOf(tab, frame))?.done();
    this.coming.delete(placeOf(tab, frame));
  }

  /** @param {number} tab */
  forget(tab) {
    for (const place of this.standing.keys()) if (place.startsWith(`${tab} `)) this.standing.delete(place);
    for (const [place, { done }] of this.coming) {
      if (!place.startsWith(`${tab} `)) continue;
      done();
      this.coming.delete(place);
    }
  }
}

/**
 * What a document shows. It runs in its isolated world and names nothing from outside.
 * @param {number} most
 * @returns {Text}
 */
export function readDocument(most) {
  /** Of a bigger one the words alone are taken: writing out its markup takes time. */
  const BIG = 5_000;
  const type = document.contentType;
  const isMarkup = type === "text/html" || type === "application/xhtml+xml";
  const words = () => `${document.title}\n${(document.body ?? document.documentElement)?.textContent ?? ""}`;
  if (!isMarkup) return { type, text: ((document.body ?? document.documentElement)?.textContent ?? "").slice(0, most) };
  if (document.getElementsByTagName("*").length > BIG) return { type: "text/plain", text: words().slice(0, most) };
  return { type, text: new XMLSerializer().serializeToString(document).slice(0, most) };
}

/**
 * @param {Seen} seen
 * @param {Text} read
 * @returns {Entry}
 */
function entryOf(seen, { type, text }) {
  return /** @type {any} */ ({
    startedDateTime: new Date(seen.started).toISOString(), time: Math.max(0, seen.ended - seen.started), _resourceType: "document",
    request: { method: seen.method, url: seen.url, headers: [] },
    response: { status: seen.status, statusText: "", headers: [{ name: "content-type", value: type }], content: { mimeType: type, text } },
  });
}

/** @param {number} tab @param {number} frame */
function placeOf(tab, frame) {
  return `${tab} ${frame}`;
}

/** @param {string} url */
function withoutFragment(url) {
  return url.split("#", 1)[0] ?? "";
}
