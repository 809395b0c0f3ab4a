/**
 * Wires browser events to the parts that handle them; nothing is decided here.
 * Every listener is registered before the first await: the first events of a page wake the worker, and do not wait.
 */

import init, * as module from "./core/why401.js";
import { Badge } from "./background/badge.js";
import { Capture, MORE, WATCHED } from "./background/capture.js";
import { Completions } from "./background/completions.js";
import { Core } from "./background/core.js";
import { Desk } from "./background/desk.js";
import { DocumentReader, readDocument } from "./background/document-reader.js";
import { Diagnoser } from "./background/diagnoser.js";
import { Exchange } from "./background/exchange.js";
import { Health } from "./background/health.js";
import { Forgetting } from "./background/forgetting.js";
import { Hinter, writeHint } from "./background/hinter.js";
import { History } from "./background/history.js";
import { Icon } from "./background/icon.js";
import { Inspector } from "./background/inspector.js";
import { Jar } from "./background/jar.js";
import { Keeper } from "./background/keeper.js";
import { Losses } from "./background/losses.js";
import { Pace } from "./background/pace.js";
import { PrivateWindows } from "./background/private-windows.js";
import { Recovery } from "./background/recovery.js";
import { Settle } from "./background/settle.js";
import { SiteMemory } from "./background/site-memory.js";
import { Tabs } from "./background/tabs.js";
import { Toaster } from "./background/toaster.js";
import { Turns } from "./background/turns.js";
import { Warning } from "./background/warning.js";
import { Watching } from "./background/watching.js";
import {
  FAILURES, PRIVATE_ONLY, RECEIVED_HEADERS, SENT_HEADERS, api, ask, browserInfo, inject, knownTypes, openPopup, run,
  thirdPartyCookies,
} from "./shared/browser.js";
import { chosenWords } from "./shared/chosen-words.js";
import { expecting, isClosed, isGone } from "./shared/expected.js";
import { PAGES } from "./shared/page.js";
import { admit } from "./shared/problems.js";
import { session } from "./shared/session.js";
import { Settings, watches } from "./shared/settings.js";
import { hostOf, originOf } from "./shared/sites.js";
import { hideToast, showToast } from "./toast/toast.js";

/** @type {(path: string) => string} */
const url = (path) => api.runtime.getURL(path);

const health = new Health(() => warning.show(health.condition().failed.length > 0));
const warning = new Warning(api.action, health.at("warning"));
const watching = new Watching(session, async () => (await api.tabs.query({})).flatMap(({ id }) => id ?? []), health.at("watching"));
const started = init({ module_or_path: url("core/why401_bg.wasm") });
started.then(() => health.set("core", "ok"), () => health.set("core", "failed"));
const core = new Core(started, module, session);
const settings = new Settings(api.storage.local, session);
const keeper = new Keeper(session, (state) => health.set("store", state));
const tabs = new Tabs(keeper, async () => (await api.tabs.query({})).flatMap(({ id }) => id ?? []));
const privateWindows = new PrivateWindows(keeper, api.windows, () => {
  core.forgetPrivate();
  forgetting.forgetPrivate();
  memory.forget();
});
const memory = new SiteMemory(keeper, core, () => privateWindows.open(), health.at("site memory"));
const losses = new Losses((loss) => memory.lost(loss, PRIVATE_ONLY || loss.store === "firefox-private"), Date.now());
const badge = new Badge(api.action, health.at("badge"));
const icon = new Icon({
  action: api.action,
  settings,
  siteOf: (host) => core.site(host),
  granted: (pattern) => api.permissions.contains({ origins: [pattern] }),
  words: async () => chosenWords(await settings.read()),
});
const history = new History(api.storage.local, settings, (host) => core.site(host), health.at("history"));
const toaster = new Toaster({
  tabs,
  settings,
  siteOf: (host) => core.site(host),
  frame: url("toast/frame.html"),
  home: url("").replace(/\/$/u, ""),
  words: async () => chosenWords(await settings.read()),
  inject: (tab, place) => inject({ tabId: tab, frameIds: [0] }, showToast, [place]),
  remove: (tab) => inject({ tabId: tab, frameIds: [0] }, hideToast, []),
});
const hinter = new Hinter({
  tabs,
  settings,
  words: async () => chosenWords(await settings.read()),
  write: (tab, frame, hint) => run({ tabId: tab, frameIds: [frame] }, writeHint, [hint]),
});
const settle = new Settle((tab, id) => diagnoser.settled(tab, id), health.at("settle"));
const capture = new Capture({
  failed: (seen) => {
    // Before anything else is done: the browser may end the worker at any moment.
    const tab = diagnoser.tabOf(seen);
    const line = tab === undefined ? "" : recovery.note(seen, tab, diagnoser.isPrivate(seen));
    void diagnoser.failed(seen).then((done) => done && recovery.finish(line));
    if (tab !== undefined) reader.expect(tab, seen);
  },
  answered: (seen) => diagnoser.answered(seen),
  stood: (tab, since) => tabs.stood(tab, since),
  challenged: () => completions.expect(),
  ended: (seen) => diagnoser.ended(seen),
});
const completed = (/** @type {any} */ details) => capture.completed(details);
const completions = new Completions(
  () => api.webRequest.onCompleted.addListener(completed, filterOf(WATCHED), RECEIVED_HEADERS),
  () => api.webRequest.onCompleted.removeListener(completed),
);
const exchange = new Exchange({
  capture,
  core,
  jar: new Jar(api.cookies),
  losses,
  memory,
  frames: async (tab) => (await api.webNavigation.getAllFrames({ tabId: tab })) ?? [],
  browser: browserInfo,
  thirdPartyCookies,
  watches: async (page) => watches(await settings.read(), await core.site(hostOf(page))),
  version: api.runtime.getManifest().version,
});
const diagnoser = new Diagnoser({
  capture,
  exchange,
  core,
  tabs,
  memory,
  settle,
  pace: new Pace(),
  turns: new Turns(),
  show: (tab, record) => badge.show(tab, record),
  speak: async (tab, id) => {
    await hinter.speak(tab, id);
    await toaster.speak(tab, id);
  },
  note: (one, isPrivate) => history.note(one, isPrivate || PRIVATE_ONLY),
  privateOnly: PRIVATE_ONLY,
});
const recovery = new Recovery({
  session,
  kept: () => keeper.settled(),
  pageOf,
  casesOf: async (tab) => {
    await tabs.ready;
    return tabs.get(tab).cases;
  },
  explain: (log, isPrivate) => core.explain(log, isPrivate),
  add: async (tab, isPrivate, found) => {
    await tabs.change(tab, isPrivate, (record) => {
      admit(record, found);
    });
    badge.show(tab, tabs.get(tab));
  },
  stored: (state) => {
    if (state === "failed" || keeper.failing.size === 0) health.set("store", state);
  },
  browser: browserInfo,
  failed: health.at("recovery"),
});
/** Kept when what an earlier life of the worker left is taken up, whatever of it could not be. */
const recovered = Promise.all([diagnoser.recover(), recovery.recover(), watching.ready]).then(() => undefined, health.at("recovery"));
/** @param {number} tab */
const isPrivate = async (tab) => tabs.isPrivate.get(tab) ?? (await api.tabs.get(tab)).incognito;
const forgetting = new Forgetting({ cookies: api.cookies, stayAwake: () => api.runtime.getPlatformInfo(), failed: health.at("forgetting") });
const inspector = new Inspector({ tabs, core, diagnoser, settle, isPrivate });
const reader = new DocumentReader({
  read: (tab, frame, most) => ask({ tabId: tab, frameIds: [frame] }, readDocument, [most]),
  isKept: async (tab, request) => {
    await diagnoser.lines.ended(tab);
    await tabs.ready;
    return tabs.get(tab).cases.some((one) => one.request === request);
  },
  tell: (tab, entry) => inspector.seen(tab, entry),
  settle,
});
const desk = new Desk({
  forgetting,
  tabs,
  settle,
  keeper,
  core,
  health,
  since: (tab) => watching.since(tab),
  settings,
  toaster,
  openPopup,
  inspector,
  isPrivate,
  pageOf: async (tab) => originOf((await pageOf(tab))?.url),
  ready: () => recovered,
  home: url(""),
  id: api.runtime.id,
});

watch(WATCHED);
api.webRequest.onAuthRequired.addListener(
  (details) => {
    watching.heard();
    capture.challenged(details);
    return undefined;
  },
  { urls: ["<all_urls>"] },
  /** @type {any} */ (RECEIVED_HEADERS),
);
api.cookies.onChanged.addListener((change) => losses.changed(change, Date.now()));
api.webNavigation.onCommitted.addListener((details) => {
  watching.heard();
  if (details.frameId === 0) void settle.during(details.tabId, () => arrived(details));
  void settle.during(details.tabId, () => reader.arrived(details.tabId, details.frameId, details.url, details.timeStamp));
});
api.webNavigation.onErrorOccurred.addListener((details) => {
  reader.drop(details.tabId, details.frameId);
  // An aborted navigation, such as a download, leaves the page where it was.
  if (details.frameId === 0 && !/ABORTED|2152398850/u.test(details.error)) void settle.during(details.tabId, () => arrived(details));
});
api.tabs.onRemoved.addListener((tab) => {
  capture.forget(tab);
  reader.forget(tab);
  toaster.forget(tab);
  hinter.forget(tab);
  diagnoser.unwatch(tab, []);
  badge.forget(tab);
  icon.forget(tab);
  watching.forget(tab);
  tabs.forget(tab).catch(health.at("tabs"));
});
api.windows.onRemoved.addListener(() => void privateWindows.closed().catch(health.at("private windows")));
// What the person allows or wants ignored changes what the icons say.
api.permissions.onAdded.addListener(() => void drawIcons().catch(health.at("icon")));
api.permissions.onRemoved.addListener(() => void drawIcons().catch(health.at("icon")));
api.storage.local.onChanged.addListener(({ settings: changed }) => {
  if (changed) void drawIcons().catch(health.at("icon"));
});
api.runtime.onMessage.addListener((message, sender, answer) => desk.heard(message, sender, answer));

api.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") void api.tabs.create({ url: url(PAGES.welcome) });
});
if (!PRIVATE_ONLY) history.prune().catch(health.at("history"));
watching.ready.then((known) => known ? undefined : takeOutToasts()).catch(health.at("toasts"));
settings.read().then(({ everything }) => everything && watch(MORE)).catch(health.at("settings"));

/** @param {readonly string[]} types */
function filterOf(types) {
  return { urls: ["<all_urls>", ...(types === WATCHED ? ["ws://*/*", "wss://*/*"] : [])], types: knownTypes(types) };
}

/** @param {readonly string[]} types */
function watch(types) {
  const filter = filterOf(types);
  api.webRequest.onSendHeaders.addListener((details) => {
    watching.heard();
    capture.sent(details);
  }, filter, SENT_HEADERS);
  api.webRequest.onHeadersReceived.addListener(
    (details) => {
      watching.heard();
      capture.received(details);
      return undefined;
    },
    filter,
    RECEIVED_HEADERS,
  );
  const failed = (/** @type {any} */ details) => capture.failed(details);
  // Firefox takes no third argument here, not even an empty one.
  if (FAILURES.length > 0) /** @type {any} */ (api.webRequest.onErrorOccurred).addListener(failed, filter, FAILURES);
  else api.webRequest.onErrorOccurred.addListener(failed, filter);
}

/** @param {{tabId: number, url: string, timeStamp: number, documentId?: string, error?: string}} details */
async function arrived(details) {
  watching.arrived(details.tabId);
  await tabs.navigated(details.tabId, {
    url: details.url,
    document: details.documentId,
    ...capture.arrival(details.tabId, details.timeStamp, details.url),
  });
  const record = tabs.get(details.tabId);
  diagnoser.unwatch(details.tabId, [...record.followed ?? [], ...record.cases].map((one) => one.id));
  // The browser has taken the old page's number off by itself.
  badge.forget(details.tabId);
  badge.show(details.tabId, record);
  void icon.arrived(details.tabId, details.url).catch(expecting(isGone)).catch(health.at("icon"));
  if (details.error !== undefined) return;
  await hinter.arrived(details.tabId, details.timeStamp);
  await toaster.arrived(details.tabId, details.timeStamp);
}

/**
 * The page in a tab, if there is one.
 * @param {number} tab
 * @returns {Promise<{url: string, document?: string} | undefined>}
 */
async function pageOf(tab) {
  const frame = await api.webNavigation.getFrame({ tabId: tab, frameId: 0 }).catch(expecting(isGone));
  return frame ? { url: frame.url, document: frame.documentId } : undefined;
}

/** Draws the icon of every tab: a frame tells the address of a page that may not be looked at, and a tab does not. */
async function drawIcons() {
  const all = await api.tabs.query({});
  await Promise.all(all.map(async ({ id = -1 }) => {
    const page = await pageOf(id);
    if (page) await icon.show(id, page.url).catch(expecting(isGone));
  }));
}

/** Takes out the toasts that an earlier installation has left in pages: nobody hears their buttons any more. */
async function takeOutToasts() {
  const all = await api.tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false });
  await Promise.all(all.map(({ id = -1 }) => run({ tabId: id, frameIds: [0] }, hideToast, []).catch(expecting(isGone, isClosed))));
}
