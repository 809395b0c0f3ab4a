/**
 * Sees what an extension sees, and nothing else: requests, responses, frames and the jar.
 */

/** Either browser's; their types differ where it does not matter here. */
const api = /** @type {any} */ (globalThis).browser ?? chrome;
const extra = (/** @type {any} */ options) => (options?.EXTRA_HEADERS ? ["extraHeaders"] : []);
const all = { urls: ["<all_urls>"] };

/** @type {Record<string, any>[]} */
const requests = [];

/** The hops of a redirect share an id: the newest of them is meant. */
const newest = (/** @type {any} */ details) => requests.findLast((one) => one.id === details.requestId);

api.webRequest.onSendHeaders.addListener((/** @type {any} */ details) => {
  requests.push({
    id: details.requestId, url: details.url, method: details.method, type: details.type, started: details.timeStamp,
    initiator: details.initiator ?? details.originUrl, frame: details.frameId, parent: details.parentFrameId, tab: details.tabId,
    headers: details.requestHeaders,
  });
}, all, ["requestHeaders", ...extra(api.webRequest.OnSendHeadersOptions)]);

api.webRequest.onHeadersReceived.addListener((/** @type {any} */ details) => {
  const one = newest(details);
  if (one) Object.assign(one, { status: details.statusCode, ended: details.timeStamp, response: details.responseHeaders });
}, all, ["responseHeaders", ...extra(api.webRequest.OnHeadersReceivedOptions)]);

/** @type {any} */ (globalThis).observer = {
  /** What was seen since the last time. */
  take: () => requests.splice(0),
  /** Whether the answers of all these requests were seen. @param {string[]} ids */
  has: (ids) => ids.every((id) => requests.some((one) => one.status && new URL(one.url).searchParams.get("id") === id)),
  jar: () => api.cookies.getAll({ partitionKey: {} }),
  /** @param {number} tabId */
  frames: async (tabId) => (await api.webNavigation.getAllFrames({ tabId })) ?? [],
  clear: () => api.browsingData.remove({ since: 0 }, { cookies: true }),
};
