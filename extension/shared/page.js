/**
 * What every page of the extension begins with: the settings, the words, and the frame with the ways to the other pages.
 */

import { api } from "./browser.js";
import { chosenWords } from "./chosen-words.js";
import { el } from "./dom.js";
import { session } from "./session.js";
import { Settings } from "./settings.js";

/** @typedef {import("./words.js").Words} Words */

/** @typedef {"causes" | "history" | "settings" | "welcome"} PageName */

/**
 * The pages that can be gone to from everywhere.
 * @type {Readonly<Record<PageName, string>>}
 */
export const PAGES = Object.freeze({ causes: "pages/causes.html", history: "pages/history.html", settings: "pages/settings.html", welcome: "pages/welcome.html" });

/** @param {string} path */
export function address(path) {
  return api.runtime.getURL(path);
}

/**
 * The address of a cause's page.
 * @param {string} cause
 */
export function causePage(cause) {
  return `${address(PAGES.causes)}#${encodeURIComponent(cause)}`;
}

/** Reads settings and words, and says to the document which language it is in. */
export async function openPage() {
  const settings = new Settings(api.storage.local, session);
  const values = await settings.read();
  const words = await chosenWords(values);
  document.documentElement.lang = words.language;
  wear(values);
  return { settings, values, words };
}

/**
 * Puts the chosen theme on; without a choice the browser's own holds.
 * @param {import("./settings.js").Values} values
 */
export function wear({ theme }) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/**
 * Draws the head of a page: the mark, and where one can go.
 * @param {PageName} current
 * @param {Words} words
 */
export function drawFrame(current, words) {
  document.title = words.text("interface.page.title", { page: words.text(`interface.page.${current}`) });
  const links = Object.entries(PAGES).map(([name, path]) => el("a", { href: address(path), "aria-current": name === current ? "page" : undefined }, words.text(`interface.page.${name}`)));
  document.getElementById("frame")?.replaceChildren(
    el("img", { src: address("icons/48.png"), alt: "", width: "24", height: "24" }),
    el("span", { class: "brand" }, "why401"),
    el("nav", { "aria-label": words.text("interface.page.nav") }, ...links),
  );
}
