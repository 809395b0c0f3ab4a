/**
 * What the popup says where there is no fault to tell of: that all is well, or what keeps it from knowing.
 */

import { el } from "../shared/dom.js";

/** @typedef {import("../shared/words.js").Words} Words */

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
 * @param {Words} words
 * @param {string} host Empty where the tab shows no website.
 * @param {boolean} some Whether requests without fault stand below.
 * @param {boolean} seen Whether the site may be looked at.
 */
export function emptyState(words, host, some, seen) {
  const kind = host === "" ? "none" : seen ? some ? "quiet" : "well" : "blind";
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
