/**
 * The panel: the inspected tab's problems as they come, with their requests, and all there is to know of the chosen one.
 */

import { DARK_TOOLS, INSPECTED, api } from "../shared/browser.js";
import { chosenWords } from "../shared/chosen-words.js";
import { expecting, isUnheard } from "../shared/expected.js";
import { grouped, nameOf, unlisted } from "../shared/problems.js";
import { onTabChanged, session } from "../shared/session.js";
import { Settings } from "../shared/settings.js";
import { Detail } from "./detail.js";
import { Table, textOf } from "./table.js";
import { Toolbar } from "./toolbar.js";

/** @typedef {import("../popup/view.js").Shown} Shown */
/** @typedef {{page: string, settled: boolean, cases: Shown[], earlier: Record<string, import("../shared/records.js").Earlier>}} View */

/** So many requests of pages that were left are kept. */
const PAST = 500;

if (DARK_TOOLS) document.documentElement.dataset.theme = "dark";

const tab = INSPECTED ?? Number(new URLSearchParams(location.search).get("tab"));
const settings = new Settings(api.storage.local, session);
const place = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const words = await chosenWords(await settings.read());

/** @type {View} */
let known = { page: "", settled: true, cases: [], earlier: {} };
/**
 * The cases of pages that were left, where they are kept.
 * @type {Shown[]}
 */
let past = [];
/**
 * The cases that were cleared away, and how often each had happened by then.
 * @type {Map<string, number>}
 */
const cleared = new Map();
/** @type {string | undefined} */
let chosen;
let opened = false;
let asked = 0;

const table = new Table(place("list"), words, {
  chosen: (id, open) => {
    chosen = id;
    opened ||= open;
    draw();
    if (open) detail.focus();
  },
  changed: () => draw(),
});
const detail = new Detail(place("detail"), words, tab, close);
const toolbar = new Toolbar(place("toolbar"), words, settings, { changed: draw, down: () => table.focus(), cleared: clear });

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "f") {
    event.preventDefault();
    toolbar.focus();
  }
  if (event.key === "Escape" && opened && !event.defaultPrevented) close();
});
onTabChanged(tab, () => void refresh());
await api.runtime.sendMessage({ kind: "panel-opened", tab });
await refresh();
document.documentElement.dataset.ready = "1";

/** Draws what is known; a later call takes over from an earlier one. */
async function refresh() {
  const mine = asked += 1;
  document.documentElement.dataset.settled = "0";
  for (;;) {
    const view = /** @type {View} */ (await api.runtime.sendMessage({ kind: "view", tab }));
    if (mine !== asked) return;
    take(view);
    draw();
    if (view.settled) break;
    // Where the browser ends the worker meanwhile, the next one is asked.
    await api.runtime.sendMessage({ kind: "settled", tab }).catch(expecting(isUnheard));
  }
  document.documentElement.dataset.settled = "1";
}

/**
 * What went with its page is kept here, if that is wanted. What only made room for others is counted among the earlier.
 * @param {View} view
 */
function take(view) {
  const there = new Set(view.cases.map((one) => one.id));
  const left = known.cases.filter((one) => !there.has(one.id) && !Object.hasOwn(view.earlier, nameOf(one)));
  past = toolbar.keeps ? [...past, ...left].slice(-PAST) : [];
  known = view;
}

function draw() {
  const all = [...past, ...known.cases].filter((one) => one.count > (cleared.get(one.id) ?? 0));
  const earlier = cleared.size > 0 ? {} : known.earlier;
  toolbar.offer(all);
  const wanted = all.filter((one) => toolbar.lets(textOf(one, words), one));
  const narrowed = wanted.length < all.length;
  const problems = grouped(wanted, narrowed ? {} : earlier);
  const uncounted = narrowed ? 0 : unlisted(all, earlier);
  toolbar.count(total(problems) + uncounted, total(grouped(all, earlier)) + unlisted(all, earlier));
  table.show(problems, { any: all.length > 0, uncounted }, chosen);
  if (table.caseOf(chosen) === undefined) chosen = undefined;
  opened &&= chosen !== undefined;
  document.body.dataset.detail = opened ? "open" : "closed";
  detail.show(opened ? table.caseOf(chosen) : undefined);
}

/** @param {{count: number}[]} problems */
function total(problems) {
  return problems.reduce((sum, { count }) => sum + count, 0);
}

function clear() {
  past = [];
  for (const one of known.cases) cleared.set(one.id, one.count);
  opened = false;
  draw();
}

function close() {
  opened = false;
  draw();
  table.focus();
}
