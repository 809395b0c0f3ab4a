/**
 * The page that opens after installation: what the extension does, what it may see, and an example to try.
 */

import init, { explain, newKey } from "../core/why401.js";
import { card, quietLine } from "../popup/view.js";
import { api } from "../shared/browser.js";
import { el } from "../shared/dom.js";
import { address, causePage, drawFrame, openPage } from "../shared/page.js";
import { quiet } from "../shared/problems.js";

const EXAMPLES = Object.freeze(["session", "cookie", "renewed"]);
const EVERYWHERE = Object.freeze({ origins: ["<all_urls>"] });

const place = /** @type {HTMLElement} */ (document.getElementById("welcome"));
const opened = await openPage();
const { settings, words } = opened;
let { values } = opened;
const stage = el("div", { class: "stage", "aria-live": "polite" });
/** @type {{name: string, view: "person" | "developer"}} */
const chosen = { name: "", view: values.view || "person" };
/** @type {Promise<unknown> | undefined} */
let started;

drawFrame("welcome", words);
await draw();
document.documentElement.dataset.ready = "1";
document.addEventListener("keydown", (event) => {
  if (event.key !== "d" || event.ctrlKey || event.metaKey || event.altKey || !chosen.name) return;
  chosen.view = chosen.view === "person" ? "developer" : "person";
  void show(chosen.name);
});

/** @param {string} name */
function say(name) {
  return words.text(`interface.welcome.${name}`);
}

async function draw() {
  place.replaceChildren(
    el("h1", {}, say("title")),
    el("p", { class: "lead" }, say("lead")),
    await access(),
    pin(),
    who(),
    el("h2", {}, say("does")),
    el("ul", { class: "points" }, ...words.lines("interface.welcome.does").map((line) => el("li", {}, line))),
    el("h2", {}, say("try")),
    el("p", {}, say("try.hint")),
    el("div", { class: "try examples", role: "group", "aria-label": say("try.label") }, ...EXAMPLES.map((name) => el("button", { type: "button", name, onclick: () => void show(name) }, say(`try.${name}`)))),
    stage,
    el("h2", {}, say("may")),
    el("ul", { class: "points" }, ...["hosts", "cookies", "page", "keeps"].map((name) => el("li", {}, say(`may.${name}`)))),
    el("p", { class: "note" }, say("limit")),
    el("p", { class: "note" }, say("private")),
  );
  await show(chosen.name || "session");
}

/** How the button is brought into the toolbar, where its number is seen: browsers hide it. */
function pin() {
  const chromium = api.runtime.getURL("").startsWith("chrome-extension:");
  return el("section", { class: "pin", "data-part": "pin" },
    el("div", { class: "toolbar-picture", "aria-hidden": "true" },
      el("span", { class: "address" }, "shop.example"),
      el("span", { class: "pinned" }, el("img", { src: address("icons/quiet-48.png"), alt: "", width: "20", height: "20" }), el("span", { class: "number" }, "1")),
      el("span", { class: "puzzle" }, "🧩")),
    el("div", {}, el("h2", {}, say("pin")), el("p", {}, say(chromium ? "pin.chrome" : "pin.firefox"))));
}

/** Who the reader is: that sets in one go how every surface speaks. */
function who() {
  return el("section", { class: "who", "data-part": "who" }, el("h2", {}, say("who")), el("p", { class: "note" }, say("who.hint")),
    el("div", { class: "try", role: "group", "aria-label": say("who") }, .../** @type {const} */ (["person", "developer"]).map((view) => el("button", {
      type: "button", name: view, "aria-pressed": String(values.view === view), onclick: () => void choose(view),
    }, say(`who.${view}`)))));
}

/** @param {"person" | "developer"} view */
async function choose(view) {
  await settings.write({ view, consoleLocal: view === "developer" });
  values = await settings.read();
  chosen.view = view;
  await draw();
  /** @type {HTMLElement | null} */ (place.querySelector(`[name=${view}]`))?.focus();
}

/** Whether all sites may be watched, and the button to allow it: Firefox leaves that to the person. */
async function access() {
  const granted = await api.permissions.contains(EVERYWHERE);
  const ask = () => void api.permissions.request(EVERYWHERE).finally(draw);
  return el("section", { class: granted ? "access granted" : "access", "data-part": "access" }, el("p", {}, say(`access.${granted ? "granted" : "missing"}`)),
    !granted && el("button", { type: "button", class: "main", name: "allow", onclick: ask }, say("access.allow")));
}

/**
 * Explains an example with the very core that explains real requests.
 * @param {string} name
 */
async function show(name) {
  started ??= init({ module_or_path: address("core/why401_bg.wasm") });
  const [log] = await Promise.all([fetch(address(`pages/examples/${name}.json`)).then((answer) => answer.json()), started]);
  const redacted = explain(log, newKey());
  const { diagnosis } = redacted;
  const jar = redacted.log._jar ?? [];
  /** @type {any} */
  const shown = { id: name, at: Date.parse(log._now), own: true, due: 0, count: 1, diagnosis, jar };
  const context = { words, view: chosen.view, page: causePage };
  const group = { latest: shown, count: 1 };
  stage.replaceChildren(quiet(shown) ? el("section", { class: "calm" }, quietLine(group, context)) : card(group, context));
  chosen.name = name;
  for (const button of place.querySelectorAll(".examples button")) button.setAttribute("aria-pressed", String(button.getAttribute("name") === name));
}
