/**
 * The settings page.
 */

import { api } from "../shared/browser.js";
import { el } from "../shared/dom.js";
import { chosenWords } from "../shared/chosen-words.js";
import { address, drawFrame, openPage, wear } from "../shared/page.js";
import { HISTORY_DAYS, defaults, readSettings } from "../shared/settings.js";
import { loadLanguages, nameOf } from "../shared/words.js";
import { check, pick, row, sure } from "./rows.js";
import { siteList } from "./site-list.js";

/** @typedef {import("../shared/settings.js").Values} Values */

/** A file of settings is small: what is larger is not read at all. */
const LARGEST = 1_000_000;

const place = /** @type {HTMLElement} */ (document.getElementById("settings"));
const told = /** @type {HTMLElement} */ (document.getElementById("told"));
const opened = await openPage();
const { settings } = opened;
const languages = await loadLanguages(address);
let { words, values } = opened;
await draw();
document.documentElement.dataset.ready = "1";

/**
 * Keeps what was changed, and draws the page anew with the focus where it was.
 * @param {Partial<Values>} changed
 */
async function save(changed) {
  await settings.write(changed);
  await again("interface.settings.saved");
}

/** @param {boolean} history */
async function keepHistory(history) {
  if (!history) await api.storage.local.remove("history");
  await save({ history });
}

/** @param {string} [message] */
async function again(message) {
  values = await settings.read();
  words = await chosenWords(values);
  document.documentElement.lang = words.language;
  wear(values);
  const focused = document.activeElement?.getAttribute("name");
  await draw();
  if (focused) /** @type {HTMLElement | null} */ (place.querySelector(`[name="${CSS.escape(focused)}"]`))?.focus();
  say(message ? words.text(message) : "");
}

let silence = 0;
/** @param {string} text */
function say(text) {
  clearTimeout(silence);
  told.textContent = text;
  silence = setTimeout(() => {
    told.textContent = "";
  }, 2500);
}

/**
 * The choices of a setting, with their names.
 * @param {string} setting
 * @param {string[]} choices
 */
function named(setting, choices) {
  return choices.map((one) => [one, words.text(`interface.settings.${setting}.${one}`)]);
}

function languageNames() {
  return [["", words.text("interface.settings.language.browser")], ...languages.map((one) => [one, nameOf(one)])];
}

function dayCounts() {
  return HISTORY_DAYS.map((count) => [String(count), words.text("interface.settings.days", { count })]);
}

async function draw() {
  const may = (/** @type {any} */ wanted) => api.permissions.contains(wanted);
  const [privacy, everywhere] = await Promise.all([may({ permissions: ["privacy"] }), may({ origins: ["<all_urls>"] })]);
  drawFrame("settings", words);
  place.replaceChildren(
    el("h1", {}, words.text("interface.page.settings")),
    section("look",
      row(words, "view", pick(words, "view", values.view, [["", words.text("interface.settings.view.by-host")], ...named("view", ["person", "developer"])], (view) => save({ view: /** @type {any} */ (view) }))),
      row(words, "theme", pick(words, "theme", values.theme, named("theme", ["auto", "light", "dark"]), (theme) => save({ theme: /** @type {any} */ (theme) }))),
      row(words, "language", pick(words, "language", values.language, languageNames(), (language) => save({ language })))),
    ...byKind("toasts"),
    ...byKind("console"),
    section("sites",
      row(words, "sites", pick(words, "watch", values.watch, named("watch", ["all", "listed"]), (watch) => save({ watch: /** @type {any} */ (watch) }))),
      values.watch === "listed" && sites("listed"), sites("ignored"), sites("muted")),
    section("history", check(words, "history.keep", values.history, keepHistory),
      row(words, "history.days", pick(words, "history.days", String(values.historyDays), dayCounts(), (days) => save({ historyDays: Number(days) })))),
    section("deeper", check(words, "everything", values.everything, (everything) => save({ everything })),
      check(words, "access", everywhere, (wanted) => permission({ origins: ["<all_urls>"] }, wanted)),
      check(words, "third-party", privacy, (wanted) => permission({ permissions: ["privacy"] }, wanted))),
    section("file", el("div", { class: "row" }, el("div", { class: "buttons" },
      button("export", () => download()), button("import", () => upload()), button("reset", () => void reset())))),
  );
}

async function reset() {
  if (await sure(words, "reset")) await save(defaults());
}

/**
 * @param {"toasts" | "console"} what
 */
function byKind(what) {
  const keys = /** @type {const} */ ([["local", `${what}Local`], ["elsewhere", `${what}Elsewhere`]]);
  const hint = `interface.settings.${what}.hint`;
  return [
    el("h2", {}, words.text(`interface.settings.${what}`)),
    el("p", { class: "note" }, words.text(hint)),
    el("div", { class: "panel" }, ...keys.map(([name, key]) => check(words, name, values[key], (checked) => save({ [key]: checked }), key))),
  ];
}

/** @param {"listed" | "ignored" | "muted"} name */
function sites(name) {
  return siteList(words, name, values[name], {
    add: async (host) => {
      const [site] = await sitesOf([host]);
      if (site) await settings.list(name, site);
      await again("interface.settings.saved");
    },
    remove: async (site) => {
      await settings.unlist(name, site);
      await again("interface.settings.saved");
    },
  });
}

/**
 * @param {string} name
 * @param {...(Node | false)} rows
 */
function section(name, ...rows) {
  return el("section", {}, el("h2", {}, words.text(`interface.settings.${name}`)), el("div", { class: "panel" }, ...rows));
}

/**
 * @param {string} name
 * @param {() => unknown} act
 */
function button(name, act) {
  return el("button", { type: "button", name, onclick: () => void act() }, words.text(`interface.settings.${name}`));
}

/**
 * @param {{origins?: string[], permissions?: any[]}} wanted
 * @param {boolean} on
 */
async function permission(wanted, on) {
  // A person may refuse, and the browser may keep what the extension cannot be without: the page shows how it stands.
  await (on ? api.permissions.request(wanted) : api.permissions.remove(wanted)).finally(() => again());
}

async function download() {
  const text = `${JSON.stringify(await settings.read(), null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  el("a", { href: url, download: "why401-settings.json" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function upload() {
  const input = /** @type {HTMLInputElement} */ (el("input", { type: "file", accept: "application/json,.json" }));
  input.addEventListener("change", () => void take(input.files?.[0]));
  input.click();
}

/** @param {File | undefined} file */
async function take(file) {
  if (!file) return;
  const given = file.size <= LARGEST ? readSettings(parsed(await file.text())) : undefined;
  if (given && !await sure(words, "import")) return;
  if (given) {
    for (const list of /** @type {const} */ (["listed", "ignored", "muted"])) given[list] = [...new Set(await sitesOf(given[list]))];
    await settings.write(given);
  }
  await again(given ? "interface.settings.import.done" : "interface.settings.import.bad");
}

/**
 * The site of each host, as the core tells it.
 * @param {string[]} hosts
 * @returns {Promise<string[]>}
 */
async function sitesOf(hosts) {
  return (await api.runtime.sendMessage({ kind: "sites", hosts })).sites;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
