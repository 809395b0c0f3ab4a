/**
 * The settings page.
 */

import { el } from "../shared/dom.js";
import { api } from "../shared/browser.js";
import { Settings } from "../shared/settings.js";
import { loadWords } from "../shared/words.js";

const settings = new Settings(api.storage.local, api.storage.session);
const place = /** @type {HTMLElement} */ (document.getElementById("settings"));
const words = await loadWords((path) => api.runtime.getURL(path), api.i18n.getUILanguage());
await draw();
document.documentElement.dataset.ready = "1";

async function draw() {
  const values = await settings.read();
  const asked = await api.permissions.contains({ permissions: ["privacy"] });
  place.replaceChildren(
    el("h1", {}, words.text("interface.settings.title")),
    choice("toasts", values.toasts, (checked) => settings.write({ toasts: checked })),
    choice("everything", values.everything, (checked) => settings.write({ everything: checked })),
    choice("third-party", asked, (checked) => checked
      ? api.permissions.request({ permissions: ["privacy"] })
      : api.permissions.remove({ permissions: ["privacy"] })),
    el("section", {},
      el("h2", {}, words.text("interface.settings.muted")),
      values.muted.length === 0 ? el("p", { class: "note" }, words.text("interface.settings.muted.none")) : el("ul", { class: "muted" }, ...values.muted.map(muted))),
  );
}

/**
 * @param {string} name
 * @param {boolean} checked
 * @param {(checked: boolean) => Promise<unknown>} changed
 */
function choice(name, checked, changed) {
  const box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", name }));
  box.checked = checked;
  box.addEventListener("change", () => void changed(box.checked).then(draw, draw));
  const hint = `interface.settings.${name}.hint`;
  return el("label", { class: "choice" }, box, el("span", {}, words.text(`interface.settings.${name}`)), words.has(hint) && el("span", { class: "note" }, words.text(hint)));
}

/** @param {string} site */
function muted(site) {
  const again = el("button", { type: "button", onclick: () => void settings.unmute(site).then(draw) }, words.text("interface.settings.unmute"));
  return el("li", {}, el("span", {}, site), again);
}
