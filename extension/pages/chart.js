/**
 * Draws how much happened when, as bars; the same is told in words beside it.
 */

import { svg } from "../shared/svg.js";
import { HOUR } from "./past.js";

/** @typedef {import("./past.js").Bucket} Bucket */

const HEIGHT = 180;
const FOOT = 22;
const SIDE = 28;
const WIDEST = 44;
export const KINDS = Object.freeze(/** @type {const} */ (["open", "mended", "calm"]));

/**
 * @param {Bucket[]} all
 * @param {number} width
 * @param {string} title What the drawing tells, in words.
 * @param {(bucket: Bucket) => string} tell One bar in words.
 * @param {string} language
 * @param {{picked: number | undefined, pick: (bucket: Bucket) => void}} filter When the bar that is picked begins, and what happens when one is.
 */
export function chart(all, width, title, tell, language, filter) {
  const top = Math.max(4, ...all.map((one) => one.open + one.mended + one.calm));
  const step = (width - SIDE) / all.length;
  const high = (/** @type {number} */ count) => (count / top) * (HEIGHT - FOOT - 10);
  const lines = [0, Math.ceil(top / 2), top].flatMap((count) => [
    svg("line", { x1: SIDE, x2: width, y1: HEIGHT - FOOT - high(count), y2: HEIGHT - FOOT - high(count) }),
    svg("text", { x: SIDE - 6, y: HEIGHT - FOOT - high(count) + 4, "text-anchor": "end" }, String(count)),
  ]);
  return svg(
    "svg",
    { viewBox: `0 0 ${width} ${HEIGHT}`, height: HEIGHT, role: "group", "aria-label": title },
    ...lines,
    ...all.map((one, index) => bar(one, SIDE + index * step, step, high, tell, filter)),
    ...labels(all, step, language),
  );
}

/**
 * @param {Bucket} one
 * @param {number} x
 * @param {number} step
 * @param {(count: number) => number} high
 * @param {(bucket: Bucket) => string} tell
 * @param {{picked: number | undefined, pick: (bucket: Bucket) => void}} filter
 */
function bar(one, x, step, high, tell, { picked, pick }) {
  const wide = Math.min(WIDEST, step - Math.min(4, step / 4));
  let y = HEIGHT - FOOT;
  const parts = KINDS.filter((kind) => one[kind] > 0).map((kind) => {
    const height = high(one[kind]);
    y -= height;
    return svg("rect", { class: kind, x: x + (step - wide) / 2, y, width: wide, height: Math.max(1, height - 1), rx: 2 });
  });
  if (parts.length === 0) return svg("g", {});
  const group = svg("g", { role: "button", tabindex: 0, "aria-pressed": String(picked === one.from), "aria-label": tell(one), "data-from": one.from },
    svg("title", {}, tell(one)), svg("rect", { class: "reach", x, y: 0, width: step, height: HEIGHT - FOOT }), ...parts);
  group.addEventListener("click", () => pick(one));
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick(one);
  });
  return group;
}

/**
 * The times below the bars, as many as there is room for.
 * @param {Bucket[]} all
 * @param {number} step
 * @param {string} language
 */
function labels(all, step, language) {
  const hourly = (all[0]?.to ?? 0) - (all[0]?.from ?? 0) === HOUR;
  const format = new Intl.DateTimeFormat(language, hourly ? { hour: "numeric" } : { day: "numeric", month: "short" });
  const every = Math.max(1, Math.ceil(58 / step));
  const last = all.length - 1;
  const named = all.map((_, index) => index).filter((index) => (last - index) % every === 0);
  // The first bar is dated too, where its date does not lie on the next.
  if (named[0] !== 0 && (named[0] ?? 0) * step > 50) named.unshift(0);
  return named.map((index) => svg("text", {
    x: index === 0 ? SIDE : SIDE + (index + 0.5) * step, y: HEIGHT - 5, "text-anchor": index === 0 ? "start" : index === last && step < 40 ? "end" : "middle",
  }, format.format(all[index]?.from)));
}
