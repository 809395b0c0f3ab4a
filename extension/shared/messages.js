/**
 * The closed list of messages between the worker, its pages and the message inside somebody's page.
 * What speaks from inside a page may say little: its tab is the sender's, never one that it names. The frame that holds
 * the message says the number that it was given, and its place in the page only that it is gone.
 */

/**
 * @typedef {{kind: "view", tab: number}} View The popup asks for all that is known of a tab.
 * @typedef {{kind: "settled", tab: number}} Settled Answered only when nothing of the tab is pending.
 * @typedef {{kind: "save", tab: number, id: string}} Save Asks for one case, keyed anew, to be saved.
 * @typedef {{kind: "exchange", tab: number, id: string}} ExchangeOf Asks for the redacted headers of one case.
 * @typedef {{kind: "panel-opened", tab: number}} PanelOpened The panel of a tab's developer tools was opened.
 * @typedef {{kind: "inspected", tab: number, entry: import("./records.js").Entry}} Inspected What developer tools alone know of a
 *   request: its answer's body, and the line of code that sent it. It is raw, and the core redacts it before it is kept.
 * @typedef {{kind: "sites", hosts: string[]}} Sites Asks the core for the site of each host.
 * @typedef {{kind: "mute", tab: number}} Mute No message is wanted any more on the site of a tab.
 * @typedef {{kind: "acted", tab: number, id: string, key: string}} Acted The button of a fix was clicked.
 * @typedef {{kind: "watch", tab: number, id: string}} Watch Somebody wants to be told when a request works again.
 * @typedef {{kind: "forget", tab: number, id: string}} Forget Deletes the cookies that the first such fix of a case names.
 * @typedef {{kind: "export", tab: number, id: string, format: typeof FORMATS[number], report: import("./report.js").Report}} Export Asks for a
 *   case without its secrets, as others take it.
 * @typedef {{kind: "undo", tab: number}} Undo Puts back what was deleted of the tab's site.
 * @typedef {{kind: "toast-text", nonce: string}} ToastText The frame asks for what it is to say.
 * @typedef {{kind: "toast-details", nonce: string}} ToastDetails
 * @typedef {{kind: "toast-act", nonce: string}} ToastAct The fix that the message offers is to be carried out.
 * @typedef {{kind: "toast-mute", nonce: string}} ToastMute
 * @typedef {{kind: "toast-closed", nonce: string}} ToastClosed
 * @typedef {{kind: "toast-left"}} ToastLeft
 * @typedef {View | Settled | Save | ExchangeOf | PanelOpened | Inspected | Sites | Mute | Acted | Watch | Forget | Undo | Export} PageMessage From our own pages.
 * @typedef {ToastText | ToastDetails | ToastAct | ToastMute | ToastClosed} ToastMessage From the frame of the message.
 * @typedef {PageMessage | ToastMessage | ToastLeft} Message
 * @typedef {"page" | "toast" | "place"} Speaker
 */

/** What a case is handed on as, in the order of the menu. */
export const FORMATS = Object.freeze(/** @type {const} */ (["markdown", "curl", "fetch", "prompt", "har", "json"]));

/** A file of settings names no more. */
const MOST_HOSTS = 2_000;

/** @type {Readonly<Record<Message["kind"], Speaker>>} */
const SPEAKERS = Object.freeze({
  view: "page",
  settled: "page",
  save: "page",
  exchange: "page",
  "panel-opened": "page",
  inspected: "page",
  sites: "page",
  mute: "page",
  acted: "page",
  watch: "page",
  forget: "page",
  undo: "page",
  export: "page",
  "toast-text": "toast",
  "toast-details": "toast",
  "toast-act": "toast",
  "toast-mute": "toast",
  "toast-closed": "toast",
  "toast-left": "place",
});

/** @type {Readonly<Record<string, (message: any) => boolean>>} */
const SHAPES = Object.freeze({
  view: hasTab,
  settled: hasTab,
  save: hasId,
  exchange: hasId,
  "panel-opened": hasTab,
  mute: hasTab,
  acted: (message) => hasId(message) && typeof message.key === "string" && message.key.length < 100,
  watch: hasId,
  forget: hasId,
  undo: hasTab,
  export: (message) => hasId(message) && FORMATS.includes(message.format) && isReport(message.report),
  "toast-text": hasNonce,
  "toast-details": hasNonce,
  "toast-act": hasNonce,
  "toast-mute": hasNonce,
  "toast-closed": hasNonce,
  sites: (message) => Array.isArray(message.hosts) && message.hosts.length <= MOST_HOSTS && message.hosts.every((/** @type {unknown} */ one) => typeof one === "string"),
  inspected: (message) => hasTab(message) && isEntry(message.entry),
});

/** @param {any} message */
function hasTab(message) {
  return Number.isInteger(message.tab) && message.tab >= 0;
}

/** @param {any} message */
function hasId(message) {
  return hasTab(message) && typeof message.id === "string";
}

/** @param {any} message */
function hasNonce(message) {
  return typeof message.nonce === "string" && message.nonce !== "" && message.nonce.length < 100;
}

/** @param {any} report */
function isReport(report) {
  return typeof report?.title === "string" && typeof report.summary === "string" && typeof report.question === "string"
    && Array.isArray(report.sections) && Array.isArray(report.code);
}

/** @param {any} entry */
function isEntry(entry) {
  return typeof entry?.startedDateTime === "string" && typeof entry.request?.url === "string" && typeof entry.request.method === "string"
    && Array.isArray(entry.request.headers) && Number.isInteger(entry.response?.status) && Array.isArray(entry.response.headers);
}

/**
 * Reads a message, if it is one of the list and may come from this speaker.
 * @param {unknown} message
 * @param {Speaker} speaker
 * @returns {Message | undefined}
 */
export function read(message, speaker) {
  if (typeof message !== "object" || message === null) return undefined;
  const kind = /** @type {any} */ (message).kind;
  if (typeof kind !== "string" || !Object.hasOwn(SPEAKERS, kind)) return undefined;
  if (SPEAKERS[/** @type {Message["kind"]} */ (kind)] !== speaker) return undefined;
  const shape = SHAPES[kind];
  return !shape || shape(message) ? /** @type {Message} */ (message) : undefined;
}

/**
 * Who speaks: one of our own pages, the frame of the message in somebody's page, or its place there.
 * @param {{id?: string, url?: string, frameId?: number, tab?: {id?: number}}} sender
 * @param {string} home The address under which our own pages stand.
 * @param {string} id Our own id.
 * @returns {Speaker | undefined}
 */
export function speaker(sender, home, id) {
  if (sender.id !== id) return undefined;
  const inTab = sender.tab?.id !== undefined;
  // Of our pages only this one can be framed by others, and alone in a tab it has nothing to say.
  if (sender.url?.startsWith(`${home}toast/`)) return inTab && sender.frameId !== 0 ? "toast" : undefined;
  if (sender.url?.startsWith(home)) return "page";
  return inTab && sender.frameId === 0 ? "place" : undefined;
}
