/**
 * Runs as long as developer tools are open on a tab, whether or not the panel is looked at.
 * It hands over what only they know of a refused request; the core redacts it before it is kept.
 */

import { INSPECTED, addPanel, api, bodyOf, inspectedSoFar, onInspected } from "../shared/browser.js";
import { expecting, isUnheard } from "../shared/expected.js";
import { onTabChanged } from "../shared/session.js";

/** No cause needs more of a body. */
const LONGEST = 60_000;

/**
 * The requests that were told of, so that none is told twice, and those whose body was.
 * @type {Set<string>}
 */
const told = new Set();
/** @type {Set<string>} */
const bodies = new Set();
const CAP = 500;

addPanel("401", "/icons/32.png", "/devtools/panel.html");
onInspected((request) => void tell(request));
// A request whose answer the page never reads is never finished; once its case is recorded it is looked for.
onTabChanged(INSPECTED, () => void tellAll());
await tellAll();

async function tellAll() {
  for (const request of await inspectedSoFar()) void tell(request);
}

/** @param {any} request */
async function tell(request) {
  const { status } = request.response;
  if (status !== 0 && (status < 400 || status > 499)) return;
  const name = `${request.startedDateTime} ${request.request.method} ${request.request.url} ${status}`;
  if (!told.has(name)) {
    keep(name);
    await send(entryOf(request));
  }
  // The body of an answer that is not finished is not given before it is.
  if (bodies.has(name) || typeof request.getContent !== "function") return;
  const { text, encoding } = await bodyOf(request);
  const body = text ?? (request.response.content?.size === 0 && status > 0 ? "" : undefined);
  if (body === undefined || body.length > LONGEST || bodies.has(name)) return;
  bodies.add(name);
  const entry = entryOf(request);
  await send({ ...entry, response: { ...entry.response, content: { ...entry.response.content, text: body, encoding } } });
}

/** @param {string} name */
function keep(name) {
  told.add(name);
  if (told.size <= CAP) return;
  const oldest = told.values().next().value ?? "";
  told.delete(oldest);
  bodies.delete(oldest);
}

/** @param {object} entry */
async function send(entry) {
  // The extension may have been updated since: then nobody listens any more.
  await api.runtime.sendMessage({ kind: "inspected", tab: INSPECTED, entry }).catch(expecting(isUnheard));
}

/** @param {any} request */
function entryOf(request) {
  return {
    startedDateTime: new Date(request.startedDateTime).toISOString(),
    time: request.time ?? 0,
    request: { method: request.request.method, url: request.request.url, headers: request.request.headers },
    response: {
      status: request.response.status,
      statusText: request.response.statusText,
      headers: request.response.headers,
      content: { size: -1, mimeType: request.response.content?.mimeType ?? "" },
    },
    _resourceType: request._resourceType,
    _initiator: request._initiator,
  };
}
