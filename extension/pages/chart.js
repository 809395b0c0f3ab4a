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
 */
export function chart(all, width, title, tell, language) {
  const top = Math.max(4, ...all.map((one) => one.open + one.mended + one.calm));
  const step = (width - SIDE) / all.length;
  const high = (/** @type {number} */ count) => (count / top) * (HEIGHT - FOOT - 10);
  const lines = [0, Math.ceil(top / 2), top].flatMap((count) => [
    svg("line", { x1: SIDE, x2: width, y1: HEIGHT - FOOT - high(count), y2: HEIGHT - FOOT - high(count) }),
    svg("text", { x: SIDE - 6, y: HEIGHT - FOOT - high(count) + 4, "text-anchor": "end" }, String(count)),
  ]);
  return svg(
    "svg",
    { viewBox: `0 0 ${width} ${HEIGHT}`, height: HEIGHT, role: "img", "aria-label": title },
    ...lines,
    ...all.map((one, index) => bar(one, SIDE + index * step, step, high, tell)),
    ...labels(all, step, language),
  );
}

/**
 * @param {Bucket} one
 * @param {number} x
 * @param {number} step
 * @param {(count: number) => number} high
 * @param {(bucket: Bucket) => string} tell
 */
function bar(one, x, step, high, tell) {
  const wide = Math.min(WIDEST, step - Math.min(4, step / 4));
  let y = HEIGHT - FOOT;
  const parts = KINDS.filter((kind) => one[kind] > 0).map((kind) => {
    const height = high(one[kind]);
    y -= height;
    return svg("rect", { class: kind, x: x + (step - wide) / 2, y, width: wide, height: Math.max(1, height - 1), rx: 2 });
  });
  return svg("g", {}, svg("title", {}, tell(one)), svg("rect", { x, y: 0, width: step, height: HEIGHT - FOOT, fill: "transparent" }), ...parts);
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
  return all.flatMap((one, index) => (all.length - 1 - index) % every === 0 && index * step > 20 || all.length === 1
    ? [svg("text", { x: SIDE + (index + 0.5) * step, y: HEIGHT - 5, "text-anchor": index === all.length - 1 && step < 40 ? "end" : "middle" }, format.format(one.from))]
    : []);
}
