/**
 * The popup: the tab's failing requests, newest first, and what there is to do about each.
 */

import { PRIVATE_ONLY, api } from "../shared/browser.js";
import { el } from "../shared/dom.js";
import { expecting, isGone, isUnheard } from "../shared/expected.js";
import { handingOn } from "../shared/handing-on.js";
import { PAGES, address, causePage, openPage } from "../shared/page.js";
import { grouped, quiet, unlisted } from "../shared/problems.js";
import { onTabChanged } from "../shared/session.js";
import { viewOf, watches } from "../shared/settings.js";
import { hostOf } from "../shared/sites.js";
import { buttonsFor, watchFor } from "./buttons.js";
import { undoNotice } from "./forget.js";
import { fixedCard } from "./fixed.js";
import { accessNotice, emptyState, healthNotices, ignoredState, isSound, lostNotice } from "./notices.js";
import { earlierNote } from "./requests.js";
import { card, quietLine } from "./view.js";

/** @typedef {import("./view.js").Shown} Shown */
/**
 * @typedef {{page: string, site: string, muted: boolean, settled: boolean, health: import("../background/health.js").Condition, cases: Shown[],
 *   earlier: Record<string, import("../shared/records.js").Earlier>, tried: Record<string, string[]>,
 *   undo?: import("./forget.js").Offer}} View
 * @typedef {import("../shared/problems.js").Problem<Shown>} Group
 */

const list = /** @type {HTMLElement} */ (document.getElementById("list"));
const host = /** @type {HTMLElement} */ (document.getElementById("host"));
const choice = /** @type {HTMLElement} */ (document.getElementById("switch"));

/** What the person has opened or closed stays so when the list is drawn anew. */
/** @type {Map<string, boolean>} */
const folds = new Map();

/** @type {View} */
let known = { page: "", site: "", muted: false, settled: true, health: { failed: [], faults: 0 }, cases: [], earlier: {}, tried: {} };
let refreshes = 0;

const [{ settings, values: read, words }, tab] = await Promise.all([openPage(), tabShown()]);
let values = read;
let granted = { here: true, everywhere: true };
const isPrivate = PRIVATE_ONLY || Boolean((await api.tabs.get(tab).catch(expecting(isGone)))?.incognito);
const buttons = buttonsFor(words, tab, () => {
  if (!location.search) close();
});
drawFoot();
onTabChanged(tab, () => void refresh());
await refresh();
document.addEventListener("keydown", (event) => {
  const busy = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey;
  if (event.key === "d" && !busy) choose(view() === "developer" ? "person" : "developer");
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
      await look();
      draw();
      dataset.ready = "1";
    }
    if (latest.settled) break;
    // Where the browser ends the worker meanwhile, the next one is asked.
    await api.runtime.sendMessage({ kind: "settled", tab }).catch(expecting(isUnheard));
  }
  dataset.settled = "1";
}

function draw() {
  const groups = grouped(known.cases, known.earlier);
  const lost = groups.filter(({ latest }) => latest.lost);
  const loud = groups.filter(({ latest }) => !latest.lost && !quiet(latest) && latest.own);
  const foreign = groups.filter(({ latest }) => !latest.lost && !quiet(latest) && !latest.own);
  const fixed = groups.filter(({ latest }) => latest.own && latest.diagnosis.state === "resolved");
  const mended = groups.filter((group) => quiet(group.latest) && !["harmless", "open"].includes(group.latest.diagnosis.state) && !fixed.includes(group));
  const calm = groups.filter((group) => !group.latest.lost && quiet(group.latest) && !mended.includes(group) && !fixed.includes(group));
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.closest("[data-fold]")?.getAttribute("data-fold") : undefined;
  host.textContent = hostOf(known.page) || "why401";
  drawChoice();
  list.replaceChildren(
    ...healthNotices(words, known.health),
    ...notice(),
    ...undoNotice(words, tab, known.undo),
    ...lost.map((group) => lostNotice(words, group)),
    ...fixed.map(({ latest }) => fixedCard(latest, words)),
    ...(loud.length === 0 && lost.length === 0 ? (fixed.length === 0 ? [nothing(groups.length > 0)] : []) : loud.map((group) => card(group, context()))),
    ...quietly("interface.foreign", foreign),
    ...quietly("interface.mended", mended),
    ...quietly("interface.quiet", calm),
    ...uncounted(),
    ...(loud.length > 0 && !known.muted ? [muteButton()] : []),
  );
  for (const fold of list.querySelectorAll("details")) {
    const name = fold.dataset.fold ?? "";
    if (folds.has(name)) fold.open = folds.get(name) ?? false;
    fold.addEventListener("toggle", () => folds.set(name, fold.open));
    if (focused && name === focused) fold.querySelector("summary")?.focus();
  }
}

function context() {
  return { words, view: view(), save, page: causePage, buttons, watch: watchFor(words, tab), tried: known.tried, handOn: handingOn(words, tab) };
}

/** The message in the page is switched off here, too: inside the page not every browser can tell whether that was meant. */
function muteButton() {
  return el("button", { type: "button", class: "mute", name: "mute", onclick: () => void mute() }, words.text("interface.mute", { site: known.site }));
}

async function mute() {
  await api.runtime.sendMessage({ kind: "mute", tab });
  await refresh();
}

/**
 * A list of lines under a title; nothing where it is empty.
 * @param {string} title
 * @param {Group[]} groups
 */
function quietly(title, groups) {
  if (groups.length === 0) return [];
  return [el("section", { class: "calm", "data-part": title.split(".").pop() }, el("h2", { class: "calm-title" }, words.text(title)), ...groups.map((group) => quietLine(group, context())))];
}

/** What is counted of which nothing else is kept. */
function uncounted() {
  const count = unlisted(known.cases, known.earlier);
  return count > 0 ? [earlierNote(words, count)] : [];
}

function drawChoice() {
  choice.replaceChildren(...["person", "developer"].map((one) => el(
    "button",
    { type: "button", "aria-pressed": String(one === view()), title: words.text("interface.view.hint"), onclick: () => choose(/** @type {"person"} */ (one)) },
    words.text(`interface.view.${one}`),
  )));
  choice.setAttribute("aria-label", words.text("interface.view.label"));
}

function drawFoot() {
  document.getElementById("foot")?.replaceChildren(.../** @type {const} */ (["settings", "history", "causes"]).map((name) => el(
    "a", { href: address(PAGES[name]), target: "_blank" }, words.text(`interface.page.${name}`))),
  el("span", { class: "hint" }, el("kbd", {}, "d"), " ", words.text("interface.view.key")));
}

/** What stands in the way of watching, and the button that clears it. */
function notice() {
  if (!known.page || !watches(values, known.site) || granted.everywhere) return [];
  const site = hostOf(known.page);
  const allow = async (/** @type {string} */ pattern) => {
    await api.permissions.request({ origins: [pattern] });
    await look();
    draw();
  };
  return [accessNotice(words, site, granted.here, allow)];
}

/** @param {boolean} some Whether quiet ones stand below. */
function nothing(some) {
  if (!known.page || watches(values, known.site)) return emptyState(words, hostOf(known.page), some, granted.here, isSound(known.health));
  const { site } = known;
  const watch = async () => {
    if (values.ignored.includes(site)) await settings.unlist("ignored", site);
    else await settings.list("listed", site);
    await look();
    draw();
  };
  return ignoredState(words, site, isPrivate ? undefined : watch);
}

/** Reads what the person has allowed and chosen. */
async function look() {
  const contains = (/** @type {string} */ pattern) => api.permissions.contains({ origins: [pattern] });
  const everywhere = await contains("<all_urls>");
  granted = { everywhere, here: everywhere || (/^https?:/u.test(known.page) && await contains(`${known.page.replace(/:\d+$/u, "")}/*`)) };
  // In a private window a choice lasts as long as the popup stands.
  values = { ...await settings.read(), ...(isPrivate && values.view !== read.view ? { view: values.view } : {}) };
}

/** @param {"person" | "developer"} chosen */
function choose(chosen) {
  values = { ...values, view: chosen };
  folds.clear();
  draw();
  choice.querySelector(`[aria-pressed="true"]`)?.scrollIntoView({ block: "nearest" });
  if (!isPrivate) void settings.write({ view: chosen });
}

/** Whose words come first here. */
function view() {
  return viewOf(values, known.page);
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
