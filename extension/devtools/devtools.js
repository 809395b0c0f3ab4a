/**
 * Runs as long as developer tools are open on a tab, whether or not the panel is looked at.
 * It hands over what only they know of a refused request; the core redacts it before it is kept.
 */

import { INSPECTED, addPanel, api, bodyOf, inspectedSoFar, onInspected } from "../shared/browser.js";

/** No cause needs more of a body. */
const LONGEST = 60_000;

addPanel("401", "/icons/32.png", "/devtools/panel.html");
onInspected((request) => void tell(request));
for (const request of await inspectedSoFar()) void tell(request);

/** @param {any} request */
async function tell(request) {
  const { status } = request.response;
  if (status !== 0 && (status < 400 || status > 499)) return;
  const { text, encoding } = typeof request.getContent === "function" ? await bodyOf(request) : { text: null, encoding: "" };
  const { mimeType = "", size = -1 } = request.response.content ?? {};
  const body = text ?? (size === 0 && status > 0 ? "" : undefined);
  const content = { size: -1, mimeType, ...(body !== undefined && body.length < LONGEST ? { text: body, encoding } : {}) };
  const entry = {
    startedDateTime: new Date(request.startedDateTime).toISOString(),
    time: request.time ?? 0,
    request: { method: request.request.method, url: request.request.url, headers: request.request.headers },
    response: { status, statusText: request.response.statusText, headers: request.response.headers, content },
    _resourceType: request._resourceType,
    _initiator: request._initiator,
  };
  // The extension may have been updated since: then nobody listens any more.
  await api.runtime.sendMessage({ kind: "inspected", tab: INSPECTED, entry }).catch(() => undefined);
}
