/**
 * The only door to the browser: no other file names `chrome` or `browser`.
 * Both browsers answer with promises in Manifest V3, so one set of types serves for both.
 */

/** @type {typeof chrome} */
export const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;

/**
 * What a listener for sent headers has to ask for to see `Cookie`, `Authorization` and preflights.
 * Chromium hides these unless asked; Firefox does not know the option, and refuses it.
 */
export const SENT_HEADERS = withExtra("OnSendHeadersOptions", "requestHeaders");

/** The same for received headers: `Set-Cookie` and the answers to preflights. */
export const RECEIVED_HEADERS = withExtra("OnHeadersReceivedOptions", "responseHeaders");

/** The same for failures, where a preflight's own failure is told only if asked for. */
export const FAILURES = withExtra("OnErrorOccurredOptions");

/**
 * Those of some resource types that this browser knows: a filter with another one is refused.
 * @param {readonly string[]} types
 * @returns {any}
 */
export function knownTypes(types) {
  const known = Object.values(/** @type {any} */ (api.webRequest).ResourceType ?? {});
  return types.filter((type) => known.length === 0 || known.includes(type));
}

/** Whether this background page belongs to private windows alone (Chromium's split mode). */
export const PRIVATE_ONLY = Boolean(api.extension?.inIncognitoContext);

/**
 * @param {string} options
 * @param {...string} wanted
 * @returns {any}
 */
function withExtra(options, ...wanted) {
  const known = /** @type {any} */ (api.webRequest)?.[options];
  return known?.EXTRA_HEADERS ? [...wanted, known.EXTRA_HEADERS] : wanted;
}

/**
 * The browser as a HAR file names it: its rules differ by family and version.
 * @returns {Promise<{name: string, version: string}>}
 */
export async function browserInfo() {
  const ask = /** @type {any} */ (api.runtime).getBrowserInfo;
  if (ask) {
    const { version } = await ask();
    return { name: "Firefox", version };
  }
  const version = /(?:Chrome|Chromium)\/([\d.]+)/u.exec(navigator.userAgent)?.[1] ?? "";
  return { name: "Chrome", version };
}

/**
 * What the browser does with third-party cookies, where the person has let us ask.
 * @returns {Promise<"allowed" | "blocked" | "partitioned" | undefined>}
 */
export async function thirdPartyCookies() {
  // The permission may be withdrawn at any moment.
  if (!await api.permissions.contains({ permissions: ["privacy"] })) return undefined;
  const sites = /** @type {any} */ (api).privacy?.websites;
  if (sites?.cookieConfig) {
    const { value } = await sites.cookieConfig.get({});
    if (value.behavior === "allow_all") return "allowed";
    if (value.behavior === "reject_trackers_and_partition_foreign") return "partitioned";
    return value.behavior === "reject_third_party" || value.behavior === "reject_all" ? "blocked" : undefined;
  }
  if (!sites?.thirdPartyCookiesAllowed) return undefined;
  const { value } = await sites.thirdPartyCookiesAllowed.get({ incognito: PRIVATE_ONLY });
  return value ? "allowed" : "blocked";
}

/**
 * Runs a self-contained function in a frame, in the isolated world, with a way to send messages home.
 * The function's text is all that travels, so it sees nothing of its module.
 * @template {unknown[]} A
 * @template R
 * @param {{tabId: number, frameIds?: number[]}} target
 * @param {(...args: A) => R} func
 * @param {A} args
 * @returns {Promise<R>} What it returned.
 */
export async function inject(target, func, args) {
  await api.scripting.executeScript({ target, func: openDoor });
  const [done] = await api.scripting.executeScript({ target, func: /** @type {any} */ (func), args });
  return /** @type {any} */ (done)?.result;
}

/**
 * Runs a self-contained function in a frame, in the isolated world, without a way home.
 * @template {unknown[]} A
 * @param {{tabId: number, frameIds?: number[]}} target
 * @param {(...args: A) => unknown} func
 * @param {A} args
 * @returns {Promise<void>}
 */
export async function run(target, func, args) {
  await api.scripting.executeScript({ target, func: /** @type {any} */ (func), args });
}

/**
 * Runs a self-contained function in one frame, in the isolated world, and answers what it returns.
 * @template {unknown[]} A
 * @template R
 * @param {{tabId: number, frameIds: number[]}} target
 * @param {(...args: A) => R} func
 * @param {A} args
 * @returns {Promise<R | undefined>}
 */
export async function ask(target, func, args) {
  const [done] = await api.scripting.executeScript({ target, func: /** @type {any} */ (func), args });
  return /** @type {any} */ (done)?.result;
}

/** Runs inside the page's isolated world: its globals are out of the page's sight. */
function openDoor() {
  const world = /** @type {any} */ (globalThis);
  world.why401Send ??= (/** @type {unknown} */ message) => world.chrome.runtime.sendMessage(message);
}

/**
 * Opens the popup, or the same page in a tab where the browser refuses.
 * @param {number} tab
 * @param {number | undefined} window
 */
export async function openPopup(tab, window) {
  try {
    await api.action.openPopup(window === undefined ? undefined : { windowId: window });
  } catch {
    await api.tabs.create({ url: api.runtime.getURL(`popup/popup.html?tab=${tab}`), openerTabId: tab });
  }
}

/** The tab that developer tools look at, where this is one of their pages. */
export const INSPECTED = api.devtools?.inspectedWindow?.tabId;

/** Whether developer tools are dark, where they say so. */
export const DARK_TOOLS = /** @type {any} */ (api.devtools)?.panels?.themeName === "dark";

/**
 * Adds a panel to developer tools.
 * @param {string} title
 * @param {string} icon
 * @param {string} page
 */
export function addPanel(title, icon, page) {
  // Firefox knows no callback here, and Chromium no promise.
  void api.devtools.panels.create(title, icon, page);
}

/**
 * Hears of every request of the inspected tab, when its answer is complete.
 * @param {(request: any) => void} heard
 */
export function onInspected(heard) {
  api.devtools.network.onRequestFinished.addListener(heard);
}

/**
 * The requests that developer tools have seen so far.
 * @returns {Promise<any[]>}
 */
export function inspectedSoFar() {
  return new Promise((keep) => {
    api.devtools.network.getHAR((/** @type {any} */ log) => keep(log?.entries ?? []));
  });
}

/**
 * The body of an answer, and how it is encoded.
 * @param {any} request As developer tools gave it.
 * @returns {Promise<{text: string | null, encoding: string}>}
 */
export function bodyOf(request) {
  return new Promise((keep) => {
    request.getContent((/** @type {string | null} */ text, /** @type {string} */ encoding) => keep({ text, encoding }));
  });
}

/** Whether a line of code can be opened beside the panel. */
export const OPENS_SOURCES = typeof (/** @type {any} */ (api.devtools)?.panels?.openResource) === "function";

/**
 * Opens a line of code in developer tools.
 * @param {string} url
 * @param {number} line Counted from 1.
 * @param {number} column Counted from 1.
 */
export function openSource(url, line, column) {
  /** @type {any} */ (api.devtools.panels).openResource(url, line - 1, column - 1, () => undefined);
}
