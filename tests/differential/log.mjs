/**
 * What the observer saw, as a HAR log for the core.
 */

/** @typedef {import("./browsers.mjs").Driven} Driven */
/** @typedef {Record<string, any>} Seen A request as the observer recorded it. */

const TYPES = /** @type {Record<string, string>} */ ({
  main_frame: "document", sub_frame: "document", xmlhttprequest: "fetch", image: "image", websocket: "websocket", ping: "ping",
});

/** @param {Seen} seen */
export function entry(seen) {
  const headers = (/** @type {any[]} */ list) => (list ?? []).map(({ name, value }) => ({ name, value: value ?? "" }));
  return {
    startedDateTime: new Date(seen["started"]).toISOString(),
    time: (seen["ended"] ?? seen["started"]) - seen["started"],
    _resourceType: TYPES[seen["type"]] ?? "other",
    ...(seen["initiator"] === undefined ? {} : { _initiator: seen["initiator"] }),
    _frame: seen["frame"],
    request: { method: seen["method"], url: seen["url"], httpVersion: "HTTP/1.1", headers: headers(seen["headers"]) },
    response: { status: seen["status"] ?? 0, statusText: "", headers: headers(seen["response"]) },
  };
}

/**
 * The top-level document and the frames around a request; of a frame's own document, the frames around that frame.
 * @param {Seen} seen
 * @param {any[]} frames
 */
function page(seen, frames) {
  if (seen["type"] === "main_frame") return { url: seen["url"], frames: [] };
  /** @type {string[]} */
  const urls = [];
  let id = seen["type"] === "sub_frame" ? seen["parent"] : seen["frame"];
  for (;;) {
    const frame = frames.find(({ frameId }) => frameId === id);
    if (!frame) break;
    urls.unshift(frame.url);
    id = frame.parentFrameId;
  }
  const [url, ...rest] = urls;
  return url === undefined ? undefined : { url, frames: rest };
}

/**
 * @param {Driven} driven
 * @param {Seen[]} hops The hops of the request, itself last.
 * @param {any[]} frames
 * @param {any[]} jar
 * @param {Record<string, unknown>[]} history Entries that set cookies before.
 */
export function log(driven, hops, frames, jar, history) {
  const last = /** @type {Seen} */ (hops.at(-1));
  const settings = { allowed: "allowed", blocked: driven.kind === "chromium" ? "blocked" : "partitioned" };
  return {
    version: "1.2",
    creator: { name: "why401 differential test", version: "1" },
    browser: { name: driven.kind === "chromium" ? "Chrome" : "Firefox", version: driven.version },
    _page: page(last, frames),
    _jar: jar,
    _settings: { thirdPartyCookies: settings[driven.setting], private: false },
    entries: [...history, ...hops.map(entry)],
  };
}
