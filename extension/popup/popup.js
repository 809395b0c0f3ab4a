/**
 * The popup: the tab's failing requests, newest first, and what there is to do about each.
 */

import { api } from "../shared/browser.js";
import { grouped, quiet } from "../shared/records.js";
import { Settings } from "../shared/settings.js";
import { hostOf } from "../shared/sites.js";
import { loadWords } from "../shared/words.js";
import { el } from "../shared/dom.js";
import { card, quietLine } from "./view.js";

/** @typedef {{page: string, settled: boolean, cases: import("./view.js").Shown[]}} View */

const settings = new Settings(api.storage.local, api.storage.session);
const list = /** @type {HTMLElement} */ (document.getElementById("list"));
const host = /** @type {HTMLElement} */ (document.getElementById("host"));
const choice = /** @type {HTMLElement} */ (document.getElementById("switch"));

/** What the manifest asks for, and what a person may have narrowed to single sites. */
const EVERYWHERE = { origins: ["<all_urls>"] };

/** What the person has opened or closed stays so when the list is drawn anew. */
/** @type {Map<string, boolean>} */
const folds = new Map();

/** @type {"person" | "developer"} */
let view = "person";
/** @type {View} */
let known = { page: "", settled: true, cases: [] };
let refreshes = 0;

const [words, values, tab] = await Promise.all([
  loadWords((path) => api.runtime.getURL(path), api.i18n.getUILanguage()),
  settings.read(),
  tabShown(),
]);
view = values.view;
let everywhere = await api.permissions.contains(EVERYWHERE);
api.storage.session.onChanged.addListener((changes) => {
  if (changes[`tab:${tab}`] || changes[`tab:private:${tab}`]) void refresh();
});
await refresh();
document.addEventListener("keydown", (event) => {
  const busy = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey;
  if (event.key === "d" && !busy) choose(view === "developer" ? "person" : "developer");
});

/** The tab that the address names, else the one that is looked at. */
async function tabShown() {
  const named = Number(new URLSearchParams(location.search).get("tab") ?? Number.NaN);
  if (Number.isInteger(named)) return named;
  const [active] = await api.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? -1;
}

/** Draws what is known, and again until nothing of the tab is pending; a later call takes over from an earlier one. */
async function refresh() {
  const mine = refreshes += 1;
  const { dataset } = document.documentElement;
  dataset.settled = "0";
  for (;;) {
    const latest = /** @type {View} */ (await api.runtime.sendMessage({ kind: "view", tab }));
    if (mine !== refreshes) return;
    if (dataset.ready !== "1" || JSON.stringify(latest) !== JSON.stringify(known)) {
      known = latest;
      draw();
      dataset.ready = "1";
    }
    if (latest.settled) break;
    await api.runtime.sendMessage({ kind: "settled", tab });
  }
  dataset.settled = "1";
}

function draw() {
  const context = { words, view, save };
  const groups = grouped(/** @type {any} */ (known.cases)).map((group) => ({ latest: /** @type {any} */ (group.latest), count: group.count }));
  const loud = groups.filter((group) => !quiet(group.latest));
  const calm = groups.filter((group) => quiet(group.latest));
  host.textContent = hostOf(known.page);
  choice.replaceChildren(...["person", "developer"].map((one) => el(
    "button",
    { type: "button", "aria-pressed": String(one === view), title: words.text("interface.view.hint"), onclick: () => choose(/** @type {"person"} */ (one)) },
    words.text(`interface.view.${one}`),
  )));
  choice.setAttribute("aria-label", words.text("interface.view.label"));
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.closest("[data-fold]")?.getAttribute("data-fold") : undefined;
  list.replaceChildren(
    ...(everywhere ? [] : [accessNotice()]),
    ...(loud.length === 0 ? [calmState(calm.length > 0)] : loud.map((group) => card(group, context))),
    ...(calm.length === 0 ? [] : [el("section", { class: "calm" }, el("h2", { class: "calm-title" }, words.text("interface.quiet")), ...calm.map((group) => quietLine(group, context)))]),
  );
  for (const fold of list.querySelectorAll("details")) {
    const name = fold.dataset.fold ?? "";
    if (folds.has(name)) fold.open = folds.get(name) ?? false;
    fold.addEventListener("toggle", () => folds.set(name, fold.open));
    if (focused && name === focused) fold.querySelector("summary")?.focus();
  }
}

function accessNotice() {
  const allow = async () => {
    everywhere = await api.permissions.request(EVERYWHERE);
    draw();
  };
  return el(
    "section",
    { class: "notice", "data-part": "access" },
    el("p", {}, words.text("interface.access.missing")),
    el("button", { type: "button", onclick: () => void allow() }, words.text("interface.access.allow")),
  );
}

/** @param {boolean} some Whether quiet ones stand below. */
function calmState(some) {
  return el(
    "section",
    { class: "empty", "data-part": "empty" },
    el("span", { class: "empty-mark", "aria-hidden": "true" }),
    el("h2", {}, words.text(some ? "interface.empty.quiet" : "interface.empty")),
    el("p", {}, words.text(some ? "interface.empty.quiet.hint" : "interface.empty.hint")),
  );
}

/** @param {"person" | "developer"} chosen */
function choose(chosen) {
  view = chosen;
  folds.clear();
  draw();
  choice.querySelector(`[aria-pressed="true"]`)?.scrollIntoView({ block: "nearest" });
  if (!api.extension?.inIncognitoContext) void settings.write({ view });
}

/** @param {string} id */
async function save(id) {
  const { log } = await api.runtime.sendMessage({ kind: "save", tab, id });
  if (!log) return;
  const address = URL.createObjectURL(new Blob([`${JSON.stringify({ log }, null, 1)}\n`], { type: "application/json" }));
  const cause = known.cases.find((one) => one.id === id)?.diagnosis.cause ?? "case";
  el("a", { href: address, download: `why401-${cause}.har` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
