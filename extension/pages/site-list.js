/**
 * A list of sites that can be added to and taken from.
 */

import { el } from "../shared/dom.js";
import { hostName } from "../shared/settings.js";

/**
 * @param {import("../shared/words.js").Words} words
 * @param {"listed" | "ignored" | "muted"} name
 * @param {string[]} sites
 * @param {{add: (host: string) => unknown, remove: (site: string) => unknown}} change
 */
export function siteList(words, name, sites, change) {
  const title = `sites-${name}`;
  return el(
    "div",
    { class: "sites", role: "group", "aria-labelledby": title, "data-list": name },
    el("h3", { id: title }, words.text(`interface.settings.${name}`)),
    sites.length === 0
      ? el("p", { class: "note" }, words.text("interface.settings.none"))
      : el("ul", {}, ...[...sites].sort().map((site) => el("li", {}, el("span", {}, site), el("button", {
        type: "button", "aria-label": words.text("interface.settings.remove", { site }), onclick: () => void change.remove(site),
      }, words.text("interface.settings.remove.short"))))),
    entry(words, name, change.add),
  );
}

/**
 * @param {import("../shared/words.js").Words} words
 * @param {string} name
 * @param {(host: string) => unknown} add
 */
function entry(words, name, add) {
  const bad = el("p", { class: "bad", id: `bad-${name}`, role: "alert" });
  const label = words.text("interface.settings.add.label");
  const input = /** @type {HTMLInputElement} */ (el("input", {
    type: "text", name: `add-${name}`, placeholder: label, "aria-label": label, "aria-describedby": `bad-${name}`, autocomplete: "off", spellcheck: "false",
  }));
  const form = el("form", {}, input, el("button", { type: "submit" }, words.text("interface.settings.add")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const host = hostName(input.value);
    bad.textContent = host ? "" : words.text("interface.settings.add.bad");
    if (host) void add(host);
  });
  return [form, bad];
}
