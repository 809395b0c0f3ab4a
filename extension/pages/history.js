/**
 * The history page: what failed when, by site and cause, and what comes again and again.
 */

import init, { recurrences } from "../core/why401.js";
import { PRIVATE_ONLY, api } from "../shared/browser.js";
import { el } from "../shared/dom.js";
import { address, causePage, drawFrame, openPage } from "../shared/page.js";
import { readHistory } from "../shared/records.js";
import { HISTORY_DAYS } from "../shared/settings.js";
import { svg } from "../shared/svg.js";
import { KINDS, chart } from "./chart.js";
import { DAY, buckets, startOfDay, table } from "./past.js";

/** @typedef {import("../shared/records.js").Past} Past */
/** @typedef {import("./past.js").Bucket} Bucket */

/** So many hints are read; more are a wall. */
const HINTS = 4;

const place = /** @type {HTMLElement} */ (document.getElementById("history"));
const found = el("div", { class: "found" });
const [{ settings, words, values: read }] = await Promise.all([openPage(), init({ module_or_path: address("core/why401_bg.wasm") })]);
let values = read;
/** @type {Past[]} */
let items = [];
/** @type {{days: number, site: string, cause: string, bar?: Bucket}} `bar` is the one that was picked in the chart. */
const chosen = { days: Math.min(7, values.historyDays), site: "", cause: "" };
drawFrame("history", words);
await refresh();
api.storage.local.onChanged.addListener((changes) => {
  if (changes.history || changes.settings) void refresh();
});
addEventListener("resize", () => draw());
document.documentElement.dataset.ready = "1";

async function refresh() {
  values = await settings.read();
  ({ items } = readHistory((await api.storage.local.get("history")).history));
  chosen.days = Math.min(chosen.days, values.historyDays);
  draw();
}

/** @param {string} name */
function say(name) {
  return words.text(`interface.history.${name}`);
}

function draw() {
  const focused = document.activeElement?.getAttribute("name");
  place.replaceChildren(
    el("div", { class: "head" }, el("h1", {}, words.text("interface.page.history")),
      items.length > 0 && el("button", { type: "button", class: "danger", name: "wipe", onclick: () => void wipe() }, say("wipe"))),
    el("p", { class: "note" }, words.text("interface.history.about", { days: words.text("interface.settings.days", { count: values.historyDays }) })),
    ...(values.history && items.length > 0 ? contents() : [nothing()]),
  );
  if (focused) /** @type {HTMLElement | null} */ (place.querySelector(`[name="${focused}"]`))?.focus();
}

function nothing() {
  return el("section", { class: "nothing", "data-part": "nothing" }, el("p", {}, say(values.history ? "empty" : "off")),
    !values.history && !PRIVATE_ONLY && el("button", { type: "button", class: "main", name: "keep", onclick: () => void settings.write({ history: true }) }, say("on")));
}

async function wipe() {
  await api.storage.local.remove("history");
  await refresh();
}

function contents() {
  fill();
  return [filters(), found];
}

/** Draws what the filters let through; they themselves stay, and so does the focus. */
function fill() {
  const since = chosen.days === 1 ? Date.now() - DAY : startOfDay(Date.now(), 1 - chosen.days);
  const shown = items.filter((one) => one.at >= since && (!chosen.site || one.site === chosen.site) && (!chosen.cause || one.cause === chosen.cause));
  const { bar } = chosen;
  const within = bar ? shown.filter((one) => one.at >= bar.from && one.at < bar.to) : shown;
  found.replaceChildren(bars(shown), hints(shown), el("h2", {}, say("table")), rows(within));
}

function filters() {
  const unique = (/** @type {"site" | "cause"} */ key) => [...new Set(items.map((one) => one[key]))].sort();
  return el(
    "div",
    { class: "filters" },
    choice("days", HISTORY_DAYS.filter((days) => days <= values.historyDays).map((count) => [String(count), lastDays(count)])),
    choice("site", [["", say("sites")], ...unique("site").map((site) => [site, site])]),
    choice("cause", [["", say("causes")], ...unique("cause").map((cause) => [cause, words.title(cause)])]),
  );
}

/** @param {number} count */
function lastDays(count) {
  return words.text("interface.history.last", { days: words.text("interface.settings.days", { count }) });
}

/**
 * @param {"days" | "site" | "cause"} name
 * @param {string[][]} options
 */
function choice(name, options) {
  const all = options.map(([value = "", text = ""]) => el("option", { value }, text));
  const select = /** @type {HTMLSelectElement} */ (el("select", { name, "aria-label": say(`by.${name}`) }, ...all));
  select.value = String(chosen[name]);
  select.addEventListener("change", () => {
    Object.assign(chosen, { bar: undefined, [name]: name === "days" ? Number(select.value) : select.value });
    fill();
  });
  return select;
}

/** @param {Past[]} shown */
function bars(shown) {
  const all = buckets(shown, chosen.days, Date.now());
  const hourly = chosen.days === 1;
  const format = new Intl.DateTimeFormat(words.language, hourly ? { hour: "numeric", minute: "2-digit" } : { weekday: "short", day: "numeric", month: "short" });
  const tell = (/** @type {Bucket} */ { from, open, mended, calm }) => words.text("interface.history.bar", { time: format.format(from), open, mended, calm });
  const most = all.reduce((best, one) => (sum(one) > sum(best) ? one : best));
  const title = words.text("interface.history.summary", { all: words.text("interface.history.requests", { count: shown.length }), most: tell(most) });
  const width = Math.max(240, Math.min(720, place.clientWidth || 720) - 34);
  return el(
    "figure",
    { class: "chart" },
    chart(all, width, title, tell, words.language, { picked: chosen.bar?.from, pick }),
    el("figcaption", {}, el("ul", { class: "legend" }, ...KINDS.map((kind) => {
      const item = el("li", {});
      item.append(svg("svg", { viewBox: "0 0 10 10", "aria-hidden": "true" }, svg("rect", { class: kind, width: 10, height: 10, rx: 2 })), say(`kind.${kind}`));
      return item;
    })), el("details", {}, el("summary", {}, say("as-text")),
      el("ul", {}, ...all.filter((one) => sum(one) > 0).map((one) => el("li", {}, tell(one)))))),
  );
}

/**
 * Shows what is in a bar alone, or all again.
 * @param {Bucket} bar
 */
function pick(bar) {
  chosen.bar = chosen.bar?.from === bar.from ? undefined : bar;
  fill();
  /** @type {SVGElement | null} */ (found.querySelector(`[data-from="${bar.from}"]`))?.focus();
}

/** @param {Bucket} bucket */
function sum({ open, mended, calm }) {
  return open + mended + calm;
}

/** @param {Past[]} shown */
function hints(shown) {
  const date = new Intl.DateTimeFormat(words.language, { day: "numeric", month: "long" });
  const all = recurrences({ items: shown.map((one) => ({ ...one, day: startOfDay(one.at) })) });
  return el("div", { class: "hints" }, ...all.slice(0, HINTS).map(({ site, cause, key, args }) => {
    const prevent = `${cause}.prevent.person`;
    return el("section", { class: "hint", "data-part": "again" },
      el("p", {}, words.text(key, { ...args, cause: words.title(cause), day: date.format(args.day) })),
      el("p", {}, words.has(prevent) ? `${words.text(prevent, { site, host: site, page: site })} ` : "",
        el("a", { href: causePage(cause) }, words.text("interface.means"))));
  }));
}

/** @param {Past[]} shown */
function rows(shown) {
  const date = new Intl.DateTimeFormat(words.language, { dateStyle: "medium", timeStyle: "short" });
  const head = ["site", "cause", "count", "open", "last"];
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("table") }, el("table", {},
    el("thead", {}, el("tr", {}, ...head.map((name) => el("th", { scope: "col" }, say(`column.${name}`))))),
    el("tbody", {}, ...table(shown).slice(0, 200).map((one) => el("tr", {},
      el("td", {}, one.site), el("td", {}, el("a", { href: causePage(one.cause) }, words.title(one.cause))),
      el("td", {}, String(one.count)), el("td", {}, String(one.open)), el("td", {}, date.format(one.last)))))));
}
