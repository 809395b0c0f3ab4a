/**
 * Turns what was seen of a request into an entry of a HAR log, with nothing left out and nothing judged.
 */

/** @typedef {import("./capture.js").Seen} Seen */
/** @typedef {import("../shared/records.js").Field} Field */
/** @typedef {import("../shared/records.js").Entry} Entry */

/** The words of Chrome's own HAR export for the browsers' resource types. */
const TYPES = new Map([
  ["main_frame", "document"],
  ["sub_frame", "document"],
  ["xmlhttprequest", "fetch"],
  ["beacon", "ping"],
  ["imageset", "image"],
  ["web_manifest", "manifest"],
]);

/**
 * @param {Seen} seen
 * @returns {Entry}
 */
export function entryOf(seen) {
  /** @type {Entry} */
  const entry = {
    startedDateTime: new Date(seen.started).toISOString(),
    time: Math.max(0, (seen.ended || seen.started) - seen.started),
    request: {
      method: seen.method,
      url: seen.url,
      httpVersion: "",
      cookies: [],
      // What was not seen is left out: an empty list would say that nothing was sent.
      ...(seen.sent ? { headers: fieldsOf(seen.sent) } : {}),
      queryString: [],
      headersSize: -1,
      bodySize: -1,
    },
    response: responseOf(seen),
    cache: {},
    timings: { send: 0, wait: Math.max(0, (seen.ended || seen.started) - seen.started), receive: 0 },
    _resourceType: typeOf(seen),
    _frame: seen.frame,
  };
  if (seen.initiator !== undefined) entry._initiator = seen.initiator;
  if (seen.error !== undefined) entry._error = seen.error;
  if (seen.challenged !== undefined) entry._challenged = seen.challenged;
  if (seen.cut) entry._cut = seen.cut;
  return entry;
}

/** @param {Seen} seen */
function responseOf(seen) {
  const headers = fieldsOf(seen.received);
  const [, httpVersion = "", statusText = ""] = /^(\S+)\s+\d+\s*(.*)$/u.exec(seen.statusLine) ?? [];
  return {
    status: seen.status,
    statusText,
    httpVersion,
    cookies: [],
    ...(seen.status > 0 && !seen.received ? {} : { headers }),
    content: { size: -1, mimeType: valueOf(headers, "content-type") },
    redirectURL: seen.status >= 300 && seen.status < 400 ? valueOf(headers, "location") : "",
    headersSize: -1,
    bodySize: -1,
  };
}

/**
 * The type of a request as a HAR file names it.
 * @param {Seen} seen
 */
function typeOf(seen) {
  if (isPreflight(seen)) return "preflight";
  if (/^text\/event-stream\b/iu.test(header(seen.sent, "accept") ?? "")) return "eventsource";
  return TYPES.get(seen.type) ?? seen.type;
}

/**
 * Whether this is the browser's own question before a cross-origin request.
 * @param {Seen} seen
 */
export function isPreflight(seen) {
  return seen.method === "OPTIONS" && header(seen.sent, "access-control-request-method") !== undefined;
}

/**
 * Header fields as the APIs give them, as a HAR file has them.
 * @param {chrome.webRequest.HttpHeader[] | undefined} headers
 * @returns {Field[]}
 */
export function fieldsOf(headers) {
  return (headers ?? []).flatMap((one) => {
    const value = one.value ?? text(one.binaryValue);
    // Firefox gives all `Set-Cookie` lines of a response as one value, a line each.
    const values = /^set-cookie$/iu.test(one.name) ? value.split("\n") : [value];
    return values.map((each) => ({ name: one.name, value: each }));
  });
}

/** @param {ArrayBuffer | number[] | undefined} bytes */
function text(bytes) {
  return bytes ? new TextDecoder().decode(new Uint8Array(bytes)) : "";
}

/**
 * The first value of a field.
 * @param {chrome.webRequest.HttpHeader[] | undefined} headers
 * @param {string} name In lower case.
 */
export function header(headers, name) {
  return headers?.find((one) => one.name.toLowerCase() === name)?.value;
}

/**
 * @param {Field[]} fields
 * @param {string} name
 */
function valueOf(fields, name) {
  return fields.find((one) => one.name.toLowerCase() === name)?.value ?? "";
}
