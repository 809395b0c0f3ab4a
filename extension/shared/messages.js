/**
 * The closed list of messages between the worker, its pages and the toast.
 * A toast speaks from inside a page, so it may say little: its tab is the sender's, never one that it names.
 */

/**
 * @typedef {{kind: "view", tab: number}} View The popup asks for all that is known of a tab.
 * @typedef {{kind: "settled", tab: number}} Settled Answered only when nothing of the tab is pending.
 * @typedef {{kind: "save", tab: number, id: string}} Save Asks for one case, keyed anew, to be saved.
 * @typedef {{kind: "toast-details"}} ToastDetails
 * @typedef {{kind: "toast-mute"}} ToastMute
 * @typedef {{kind: "toast-closed"}} ToastClosed
 * @typedef {View | Settled | Save} PageMessage From our own pages.
 * @typedef {ToastDetails | ToastMute | ToastClosed} ToastMessage From the toast inside a page.
 * @typedef {PageMessage | ToastMessage} Message
 */

/** @type {Readonly<Record<Message["kind"], "page" | "toast">>} */
const SPEAKERS = Object.freeze({
  view: "page",
  settled: "page",
  save: "page",
  "toast-details": "toast",
  "toast-mute": "toast",
  "toast-closed": "toast",
});

/** @type {Readonly<Record<string, (message: any) => boolean>>} */
const SHAPES = Object.freeze({
  view: hasTab,
  settled: hasTab,
  save: (message) => hasTab(message) && typeof message.id === "string",
});

/** @param {any} message */
function hasTab(message) {
  return Number.isInteger(message.tab) && message.tab >= 0;
}

/**
 * Reads a message, if it is one of the list and may come from this speaker.
 * @param {unknown} message
 * @param {"page" | "toast"} speaker
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
 * Who speaks: one of our own pages, or the toast in somebody's page.
 * @param {{id?: string, url?: string, frameId?: number, tab?: {id?: number}}} sender
 * @param {string} home The address under which our own pages stand.
 * @param {string} id Our own id.
 * @returns {"page" | "toast" | undefined}
 */
export function speaker(sender, home, id) {
  if (sender.id !== id) return undefined;
  if (sender.url?.startsWith(home)) return "page";
  return sender.tab?.id !== undefined && sender.frameId === 0 ? "toast" : undefined;
}
