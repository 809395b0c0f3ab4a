/**
 * The panel: the inspected tab's refused requests as they come, and all there is to know of the one that is chosen.
 */

import { DARK_TOOLS, INSPECTED, api } from "../shared/browser.js";
import { chosenWords } from "../shared/chosen-words.js";
import { expecting, isUnheard } from "../shared/expected.js";
import { quiet } from "../shared/problems.js";
import { onTabChanged, session } from "../shared/session.js";
import { Settings } from "../shared/settings.js";
import { Detail } from "./detail.js";
import { Table, textOf } from "./table.js";
import { Toolbar } from "./toolbar.js";

/** @typedef {import("../popup/view.js").Shown} Shown */
/** @typedef {{page: string, settled: boolean, cases: Shown[]}} View */

if (DARK_TOOLS) document.documentElement.dataset.theme = "dark";

const tab = INSPECTED ?? Number(new URLSearchParams(location.search).get("tab"));
const settings = new Settings(api.storage.local, session);
const place = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const words = await chosenWords(await settings.read());

/** @type {Shown[]} */
let known = [];
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
  closed: close,
});
const detail = new Detail(place("detail"), words, tab, close);
const toolbar = new Toolbar(place("toolbar"), words, settings, { changed: draw, down: () => table.focus() });

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
    known = view.cases;
    draw();
    if (view.settled) break;
    // Where the browser ends the worker meanwhile, the next one is asked.
    await api.runtime.sendMessage({ kind: "settled", tab }).catch(expecting(isUnheard));
  }
  document.documentElement.dataset.settled = "1";
}

function draw() {
  const wanted = known.filter((one) => toolbar.lets(textOf(one, words), quiet(one)));
  if (!wanted.some((one) => one.id === chosen)) chosen = undefined;
  const shown = wanted.find((one) => one.id === chosen);
  opened &&= shown !== undefined;
  toolbar.count(wanted.length, known.length);
  table.show(wanted, known.length > 0, chosen);
  document.body.dataset.detail = opened ? "open" : "closed";
  detail.show(opened ? shown : undefined);
}

function close() {
  opened = false;
  draw();
  table.focus();
}
