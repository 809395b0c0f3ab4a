/**
 * The causes: an index of all, and a page for each, named by the address's fragment. All of it is in the package.
 */

import { code, el } from "../shared/dom.js";
import { byWho, fixPart } from "../shared/fixes.js";
import { address, causePage, drawFrame, openPage } from "../shared/page.js";

/**
 * @typedef {{style: "plain" | "code" | "emphasis" | "cause", text: string}} Run
 * @typedef {{kind: "heading" | "paragraph" | "list" | "code", text?: string, runs?: Run[], items?: Run[][]}} Block
 * @typedef {{who: "person" | "frontend" | "backend", key: string}} Prevention
 * @typedef {{id: string, family: string, blocks: Block[], fixes: import("../shared/records.js").Fix[], prevent: Prevention[],
 *   avoid: string[], lost: string | null, references: {title: string, url: string}[]}} CausePage
 */

const place = /** @type {HTMLElement} */ (document.getElementById("causes"));
const [{ words }, { args, pages }] = await Promise.all([openPage(), read()]);
drawFrame("causes", words);
draw();
addEventListener("hashchange", draw);
document.documentElement.dataset.ready = "1";

/** @returns {Promise<{args: Record<string, string>, pages: CausePage[]}>} */
async function read() {
  return (await fetch(address("words/pages.json"))).json();
}

function draw() {
  const id = decoded(location.hash.slice(1));
  const found = pages.find((page) => page.id === id);
  place.replaceChildren(...(found ? pageOf(found) : index()));
  scrollTo(0, 0);
  if (found) place.querySelector("h1")?.focus();
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** @param {string} key */
function say(key) {
  return words.text(key, args);
}

function index() {
  const search = /** @type {HTMLInputElement} */ (el("input", { type: "search", "aria-label": say("interface.causes.search"), placeholder: say("interface.causes.search") }));
  const count = el("span", { class: "note", role: "status" });
  const lists = el("div", { class: "index" });
  const fill = () => {
    const found = pages.filter((page) => matches(page, search.value));
    count.textContent = words.text("interface.causes.count", { count: found.length });
    lists.replaceChildren(...[...new Set(found.map((page) => page.family))].map((family) => el(
      "section", {}, el("h2", {}, say(`interface.family.${family}`)), el("ul", {}, ...found.filter((page) => page.family === family).map(line)))));
  };
  search.addEventListener("input", fill);
  fill();
  return [el("h1", {}, say("interface.page.causes")), el("p", { class: "lead" }, say("interface.causes.lead")), el("div", { class: "search" }, search, count), lists];
}

/**
 * @param {CausePage} page
 * @param {string} wanted
 */
function matches(page, wanted) {
  const all = [page.id, say(`${page.id}.title`), say(`${page.id}.person`), say(`${page.id}.developer`)].join(" ").toLowerCase();
  return wanted.toLowerCase().split(/\s+/u).every((word) => all.includes(word));
}

/** @param {CausePage} page */
function line({ id }) {
  return el("li", {}, el("a", { href: causePage(id) }, el("span", { class: "name" }, say(`${id}.title`)), el("span", { class: "about" }, say(`${id}.person`))));
}

/** @param {CausePage} page */
function pageOf(page) {
  document.title = words.text("interface.page.title", { page: say(`${page.id}.title`) });
  return [
    el("a", { class: "back", href: "#" }, say("interface.causes.back")),
    el("h1", { tabindex: "-1" }, say(`${page.id}.title`)),
    el("p", { class: "id" }, el("code", {}, page.id)),
    el("p", { class: "lead" }, code(say(`${page.id}.person`))),
    page.lost && el("p", { class: "kept" }, say(page.lost)),
    el("section", { class: "body" }, ...page.blocks.map(blockOf)),
    page.fixes.length > 0 && el("section", { class: "fixes" }, el("h2", {}, say("interface.causes.fixes")), el("p", { class: "note" }, say("interface.causes.fixes.hint")),
      ...byWho(page.fixes.map((fix) => ({ ...fix, args }))).map((part) => fixPart(part, words))),
    prevention(page),
    page.avoid.length > 0 && el("section", {}, el("h2", {}, say("interface.causes.avoid")), el("ul", { class: "plain" }, ...page.avoid.map((key) => el("li", {}, code(say(key)))))),
    references(page),
  ].filter((one) => one instanceof Node);
}

/** @param {CausePage} page */
function prevention({ prevent }) {
  if (prevent.length === 0) return null;
  const parts = byWho(prevent);
  return el("section", {}, el("h2", {}, say("interface.causes.prevent")), ...parts.map(({ who, list }) => el(
    "section", { class: "part" }, el("h3", {}, say(`interface.who.${who}`)), ...list.map((one) => el("p", {}, code(say(one.key)))))));
}

/** @param {CausePage} page */
function references({ references: all }) {
  const safe = all.filter((one) => one.url.startsWith("https://"));
  return safe.length > 0 && el("section", {}, el("h2", {}, say("interface.causes.references")), el("ul", { class: "plain" }, ...safe.map((one) => el(
    "li", {}, el("a", { href: one.url, target: "_blank", rel: "noopener noreferrer" }, one.title)))));
}

/** @param {Block} block */
function blockOf({ kind, text = "", runs = [], items = [] }) {
  if (kind === "heading") return el("h2", {}, text);
  if (kind === "code") return el("pre", { tabindex: "0" }, el("code", {}, text));
  return kind === "list" ? el("ul", {}, ...items.map((item) => el("li", {}, ...item.map(runOf)))) : el("p", {}, ...runs.map(runOf));
}

/** @param {Run} run */
function runOf({ style, text }) {
  if (style === "code") return el("code", {}, text);
  if (style === "emphasis") return el("em", {}, text);
  return style === "cause" ? el("a", { href: causePage(text) }, say(`${text}.title`)) : text;
}
