/**
 * Draws the ways to mend a failing request: what the reader can do first, what others can do after it.
 */

import { code, el } from "./dom.js";
import { inTurn } from "./following.js";

/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./records.js").Fix} Fix */
/** @typedef {(fix: Fix) => HTMLElement | null} Button Makes the button that carries out a fix, if there is one. */

const WHO = Object.freeze(/** @type {const} */ (["person", "frontend", "backend"]));

/**
 * What can be done, by who can do it; empty parts are left out.
 * @template {{who: string}} T
 * @param {T[]} all
 */
export function byWho(all) {
  return WHO.map((who) => ({ who, list: all.filter((one) => one.who === who) })).filter((part) => part.list.length > 0);
}

/**
 * What a person can do: one deed, and behind it how else, until that did not help.
 * @param {Fix[]} fixes
 * @param {Words} words
 * @param {string} fold The name of the fold.
 * @param {Button} [button]
 * @param {string[]} [tried] The keys of those that did not help.
 */
export function firstAid(fixes, words, fold, button = undefined, tried = []) {
  const [first, ...rest] = inTurn(fixes, tried);
  if (!first) return [];
  const deed = button?.(first);
  // A button says all of its fix; how it is done by hand is for those whom it did not help.
  const folded = deed ? [first, ...rest] : rest;
  return [
    el("section", { class: "aid" }, tried.length > 0 && el("h3", {}, words.text("interface.fix-it.else")), deed ?? fixOf(first, words, { brief: true })),
    folded.length > 0 && el(
      "details",
      { class: "fold", "data-fold": fold },
      el("summary", {}, words.text(tried.length > 0 ? "interface.tried.others" : "interface.fix-it.else")),
      ...folded.flatMap((fix) => [tried.includes(fix.key) && el("p", { class: "note", "data-part": "tried" }, words.text("interface.tried")),
        fixOf(fix, words, { brief: true, button: fix === first ? undefined : button })]),
    ),
  ];
}

/**
 * What a developer can do: the first way in full, the others folded away.
 * @param {Fix[]} fixes
 * @param {Words} words
 * @param {string} fold The name of the fold.
 */
export function firstFix(fixes, words, fold) {
  const [first, ...rest] = [...fixes.filter((fix) => fix.who !== "person"), ...fixes.filter((fix) => fix.who === "person")];
  if (!first) return [];
  return [
    el("section", { class: "aid" }, el("h3", {}, words.text(`interface.who.${first.who}`)), fixOf(first, words)),
    rest.length > 0 && el("details", { class: "fold", "data-fold": fold }, el("summary", {}, words.text("interface.fixes.rest", { count: rest.length })),
      ...byWho(rest).map((part) => fixPart(part, words))),
  ];
}

/**
 * @param {{who: string, list: Fix[]}} part
 * @param {Words} words
 */
export function fixPart({ who, list }, words) {
  return el("section", { class: "part" }, el("h3", {}, words.text(`interface.who.${who}`)), ...list.map((fix) => fixOf(fix, words)));
}

/**
 * @param {Fix} fix
 * @param {Words} words
 * @param {{brief?: boolean, button?: Button}} [how] Brief is without how hard it is, how long it takes and how to see that it worked.
 */
export function fixOf(fix, words, { brief = false, button = undefined } = {}) {
  const steps = words.lines(`${fix.key}.step`, fix.args);
  return el(
    "div",
    { class: "fix", "data-part": "fix", "data-who": fix.who },
    el(brief ? "h3" : "h4", { class: "fix-title" }, code(words.text(`${fix.key}.title`, fix.args))),
    button?.(fix),
    steps.length === 1 && el("p", { class: "step" }, code(steps[0] ?? "")),
    steps.length > 1 && el("ol", {}, ...steps.map((step) => el("li", {}, code(step)))),
    fix.snippet && snippet(fix.snippet, words),
    !brief && aside(fix, "check", words),
    !brief && aside(fix, "time", words),
  );
}

/**
 * How to see that it worked, or how long it takes, where there are words for it.
 * @param {Fix} fix
 * @param {"check" | "time"} kind
 * @param {Words} words
 */
function aside(fix, kind, words) {
  const key = `${fix.key}.${kind}`;
  return words.has(key) && el("p", { class: "check" }, el("b", {}, words.text(`interface.${kind}`)), " ", code(words.text(key, fix.args)));
}

/**
 * @param {{for: string, key: string, args?: Record<string, unknown>}} found
 * @param {Words} words
 */
export function snippet(found, words) {
  return codeBox(found.for, words.text(found.key, found.args), words);
}

/**
 * A piece of code with a button that copies it.
 * @param {string} title
 * @param {string} text
 * @param {Words} words
 */
export function codeBox(title, text, words) {
  const copy = copyButton(words.text("interface.copy"), () => text, words, { class: "copy" });
  return el("figure", { class: "snippet" }, el("figcaption", {}, el("span", {}, title), copy),
    el("pre", { tabindex: "0", role: "group", "aria-label": title || words.text("interface.snippet") }, el("code", {}, text)));
}

/**
 * A button that copies a text, and says so for a moment, to screen readers too.
 * @param {string} label
 * @param {() => string} text
 * @param {Words} words
 * @param {Record<string, string>} properties
 */
export function copyButton(label, text, words, properties) {
  const button = el("button", { type: "button", ...properties }, label);
  button.addEventListener("click", async () => {
    await copied(text());
    button.textContent = words.text("interface.copied");
    const told = document.getElementById("told");
    if (told) told.textContent = words.text("interface.copied");
    setTimeout(() => {
      button.textContent = label;
      if (told) told.textContent = "";
    }, 1600);
  });
  return button;
}

/**
 * Developer tools keep the clipboard's own door shut to their panels, so there the text is copied as one that was selected.
 * @param {string} text
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = /** @type {HTMLTextAreaElement} */ (el("textarea", { class: "unseen", "aria-hidden": "true" }));
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
