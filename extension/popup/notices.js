/**
 * What the popup says where there is no fault to tell of: that all is well, or what keeps it from knowing.
 */

import { el } from "../shared/dom.js";
import { originOf } from "../shared/sites.js";
import { clock } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../background/health.js").Condition} Condition */
/** @typedef {{latest: import("./view.js").Shown, count: number}} Group */

/**
 * The person has granted some sites only: what that means here, and the button that mends it.
 * @param {Words} words
 * @param {string} host
 * @param {boolean} here Whether the tab's own site is granted.
 * @param {(pattern: string) => Promise<void>} allow
 */
export function accessNotice(words, host, here, allow) {
  const single = host.includes(":") || host === "" ? "" : `*://${host}/*`;
  return el(
    "section",
    { class: "notice", "data-part": "access" },
    el("p", {}, words.text(here ? "interface.access.others" : "interface.access.here", { host })),
    !here && single !== "" && el("button", { type: "button", onclick: () => void allow(single) }, words.text("interface.access.site", { host })),
    el("button", { type: "button", onclick: () => void allow("<all_urls>") }, words.text("interface.access.allow")),
  );
}

/**
 * What keeps the extension from knowing: a part that failed, or a time in which it did not watch.
 * @param {Words} words
 * @param {Condition} condition
 */
export function healthNotices(words, { failed, faults, since }) {
  const lines = [
    ...failed.map((part) => ({ part, text: words.text(`interface.health.${part}`) })),
    ...(faults > 0 && failed.length === 0 ? [{ part: "fault", text: words.text("interface.health.fault") }] : []),
    ...(since === undefined ? [] : [{ part: "since", text: words.text("interface.health.since", { time: clock(since, words.language) }) }]),
  ];
  return lines.map(({ part, text }) => el("section", { class: "notice", "data-part": "health", "data-health": part }, el("p", {}, text)));
}

/**
 * Whether all that happened on a page was looked at: only then may it be said that all is well.
 * @param {Condition} condition
 */
export function isSound({ failed, faults, since }) {
  return failed.length === 0 && faults === 0 && since === undefined;
}

/**
 * Requests of which only their refusal is known, because the browser ended the worker before more was kept.
 * @param {Words} words
 * @param {Group} group
 */
export function lostNotice(words, { latest, count }) {
  const { failing } = latest.diagnosis;
  const args = { origin: originOf(failing.url), status: failing.status, time: clock(latest.at, words.language) };
  return el("section", { class: "notice", "data-part": "lost", "data-id": latest.id },
    el("p", {}, words.text("interface.health.lost", args), count > 1 && el("span", { class: "count" }, ` ${words.text("interface.times", { count })}`)));
}

/**
 * @param {Words} words
 * @param {string} host Empty where the tab shows no website.
 * @param {boolean} some Whether requests without fault stand below.
 * @param {boolean} seen Whether the site may be looked at.
 * @param {boolean} sound Whether all was looked at.
 */
export function emptyState(words, host, some, seen, sound) {
  const kind = host === "" ? "none" : !seen ? "blind" : !sound ? "unsure" : some ? "quiet" : "well";
  return state(kind === "well" || kind === "quiet" ? "empty" : "empty asleep", words.text(`interface.empty.${kind}`), words.text(`interface.empty.${kind}.hint`, { host }));
}

/**
 * The person wants this site left alone.
 * @param {Words} words
 * @param {string} site
 * @param {(() => Promise<void>) | undefined} watch Absent in a private window, where no site's name is written.
 */
export function ignoredState(words, site, watch) {
  const section = state("empty asleep", words.text("interface.empty.ignored"), words.text("interface.empty.ignored.hint", { site }));
  if (watch) section.append(el("button", { type: "button", onclick: () => void watch() }, words.text("interface.empty.watch")));
  return section;
}

/**
 * @param {string} look
 * @param {string} title
 * @param {string} hint
 */
function state(look, title, hint) {
  return el("section", { class: look, "data-part": "empty" }, el("span", { class: "empty-mark", "aria-hidden": "true" }), el("h2", {}, title), el("p", {}, hint));
}
