/**
 * What happened, as a sequence diagram of page, browser and servers, and the same as a list.
 */

import { el } from "../shared/dom.js";
import { svg } from "../shared/svg.js";
import { plain } from "../shared/text.js";
import { wrapped } from "./lines.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../shared/records.js").Story} Story */
/** @typedef {import("../shared/records.js").Step} Step */

const FONT = "12px system-ui, sans-serif";
const SMALL = "11px system-ui, sans-serif";
const LINE = 15;
const HEAD = 44;
const MARGIN = 8;

/** What stands on both sides of the picture. */
const AROUND = 32;

/** In less than this the list stands alone. */
const NARROW = 420;

/** Narrower columns could not hold a word. */
const NARROWEST = 64;
const WIDEST = 240;

/**
 * @param {Story | undefined} story
 * @param {Words} words
 * @param {number} width What there is, in pixels.
 */
export function storyPart(story, words, width) {
  if (!story) return [];
  const names = story.actors.map((actor) => actor.name ? plain(actor.name, 80) : words.text(`interface.actor.${actor.kind}`));
  return [
    width >= NARROW && figure(diagram(story, names, words, width - AROUND), width - AROUND, words),
    el("section", { "data-part": "steps" }, el("h3", {}, words.text("panel.story.list")),
      el("ol", { class: "steps" }, ...story.steps.map((step, at) => el("li", { "data-tone": step.tone },
        el("span", { class: "after" }, since(step, story.steps.slice(0, at), words)),
        el("b", {}, step.from === step.to ? names[step.from] ?? "" : `${names[step.from]} → ${names[step.to]}`), ": ",
        plain(words.tell(step), 300), ...step.detail.map((one) => el("span", { class: "aside" }, ` (${plain(words.tell(one), 300)})`)))))),
  ];
}

/**
 * How long after the step before it something happened: "+ 2.3 s"; nothing where that cannot be told, or it was at once.
 * @param {Step} step
 * @param {Step[]} earlier
 * @param {Words} words
 */
function since(step, earlier, words) {
  const before = earlier.findLast((one) => one.at !== null)?.at ?? null;
  const apart = step.at === null || before === null ? 0 : step.at - before;
  if (apart < 1) return "";
  const [unit, size] = apart < 1_000 ? ["millisecond", 1] : apart < 90_000 ? ["second", 1_000] : apart < 5_400_000 ? ["minute", 60_000] : ["hour", 3_600_000];
  return `+ ${new Intl.NumberFormat(words.language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 }).format(apart / size)} `;
}

/**
 * A picture that is wider than its place can be moved, by keyboard too.
 * @param {SVGElement} picture
 * @param {number} width
 * @param {Words} words
 */
function figure(picture, width, words) {
  const wide = Number(picture.getAttribute("width")) > width;
  return el("figure", { class: "story", ...(wide ? { tabindex: "0", role: "group", "aria-label": words.text("panel.tab.story") } : {}) }, picture);
}

/**
 * The picture; what it says stands in the list beside it, so it is hidden from those who cannot see it.
 * @param {Story} story
 * @param {string[]} names
 * @param {Words} words
 * @param {number} width
 */
function diagram(story, names, words, width) {
  const count = story.actors.length;
  const column = Math.min(WIDEST, Math.max(NARROWEST, (width - 2 * MARGIN) / count));
  const xs = names.map((_, index) => MARGIN + column * (index + 0.5));
  const total = 2 * MARGIN + column * count;
  let y = HEAD + 10;
  /** @type {SVGElement[]} */
  const steps = [];
  for (const step of story.steps) {
    const made = stepOf(step, xs, y, column, total, words);
    steps.push(made.group);
    y = made.bottom;
  }
  const height = y + 8;
  return svg("svg", { width: total, height, viewBox: `0 0 ${total} ${height}`, "aria-hidden": "true", class: "sequence" },
    svg("defs", {}, ...["plain", "good", "bad", "note"].map((tone) => svg("marker",
      { id: `head-${tone}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto-start-reverse", class: "head", "data-tone": tone },
      svg("path", { d: "M0 0 8 4 0 8z" })))),
    ...xs.map((x) => svg("line", { x1: x, x2: x, y1: HEAD, y2: height, class: "life" })),
    ...names.flatMap((name, index) => actor(name, xs[index] ?? 0, column)),
    ...steps);
}

/**
 * @param {string} name
 * @param {number} x
 * @param {number} column
 */
function actor(name, x, column) {
  const lines = wrapped(name, column - 22, `600 ${FONT}`, 2);
  const first = HEAD / 2 + 4 - (lines.length - 1) * 7;
  return [
    svg("rect", { x: x - column / 2 + 5, y: 4, width: column - 10, height: HEAD - 8, rx: 7, class: "actor" }),
    ...lines.map((line, index) => svg("text", { x, y: first + index * 14, "text-anchor": "middle", class: "actor-name" }, line)),
  ];
}

/**
 * One arrow with what is said of it above; what somebody does alone stands beside their line.
 * @param {Step} step
 * @param {number[]} xs
 * @param {number} top
 * @param {number} column
 * @param {number} total
 * @param {Words} words
 */
function stepOf(step, xs, top, column, total, words) {
  const from = xs[step.from] ?? 0;
  const to = xs[step.to] ?? 0;
  const alone = step.from === step.to;
  const room = alone ? Math.min(total - from - MARGIN - 16, column * 1.9) : Math.abs(to - from) - 18;
  const main = wrapped(plain(words.tell(step), 300), room, FONT);
  const aside = step.detail.flatMap((one) => wrapped(plain(words.tell(one), 300), room, SMALL));
  const lines = [...main.map((text) => ({ text, part: "said" })), ...aside.map((text) => ({ text, part: "aside" }))];
  const x = alone ? from + 14 : (from + to) / 2;
  const texts = lines.map((line, index) => svg("text",
    { x, y: top + 12 + index * LINE, class: line.part, "text-anchor": alone ? "start" : "middle" }, line.text));
  const bottom = top + lines.length * LINE + 6;
  if (alone) {
    const box = svg("rect", { x: from + 6, y: top - 3, width: Math.min(room + 16, total - from - 10), height: lines.length * LINE + 8, rx: 5, class: "alone" });
    return { group: svg("g", { class: "step", "data-tone": step.tone }, box, svg("circle", { cx: from, cy: top + 9, r: 4 }), ...texts), bottom: bottom + 12 };
  }
  const sign = to > from ? 1 : -1;
  const arrow = svg("line", { x1: from, y1: bottom, x2: to - sign * 2, y2: bottom, "marker-end": `url(#head-${step.tone})`, class: "arrow" });
  return { group: svg("g", { class: "step", "data-tone": step.tone }, ...texts, arrow), bottom: bottom + 12 };
}
