/**
 * The token that was sent: what it says of itself, and its times against the two clocks. Nothing of it would let anybody in.
 */

import { el } from "../shared/dom.js";
import { svg } from "../shared/svg.js";
import { plain } from "../shared/text.js";
import { widthOf } from "./lines.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../shared/records.js").TokenLine} TokenLine */

const WIDTH = 560;
const EDGE = 34;
const AXIS = 70;

/**
 * @param {TokenLine | null | undefined} token
 * @param {Words} words
 */
export function tokenPart(token, words) {
  if (!token) return [];
  return [
    el("p", { class: "token-kind", "data-part": "kind" },
      words.text(`panel.token.${token.kind}`, { issuer: token.issuer ?? "" }), " ",
      el("span", { class: "soft" }, words.text(`panel.token.in.${token.place}`, { name: plain(token.name, 120) }), " · ", words.text("panel.token.octets", { count: token.octets }))),
    ...times(token, words),
    claims(token, words),
    token.others.length > 0 && el("section", {}, el("h3", {}, words.text("panel.token.others")),
      el("p", { class: "names" }, ...token.others.map((name) => el("code", {}, plain(name, 100))))),
    token.faults.length > 0 && el("section", {}, el("h3", {}, words.text("panel.token.faults")),
      el("ul", { class: "plain" }, ...token.faults.map((fault) => el("li", {}, el("code", {}, fault))))),
    el("p", { class: "note" }, words.text("panel.token.hint")),
  ];
}

/**
 * @param {TokenLine} token
 * @param {Words} words
 */
function claims({ claims: all }, words) {
  if (all.length === 0) return null;
  return el("section", { "data-part": "claims" }, el("h3", {}, words.text("panel.token.claims")), el("dl", { class: "fields" }, ...all.flatMap(({ name, values }) => [
    el("dt", {}, name),
    el("dd", {}, ...values.map((value, index) => el("span", {}, index > 0 ? ", " : "", plain(value, 300)))),
  ])));
}

/**
 * @param {TokenLine} token
 * @param {Words} words
 */
function times(token, words) {
  const clocks = [{ name: "server", at: token.server }, { name: "device", at: token.device }]
    .flatMap(({ name, at }) => at === null ? [] : [{ name, at, clock: true }]);
  const all = [...token.times.map((one) => ({ ...one, clock: false })), ...clocks];
  if (token.times.length === 0) return [];
  const now = token.server ?? token.device;
  return [
    el("h3", {}, words.text("panel.token.times")),
    /** @type {any} */ (line(all, words)),
    el("table", { class: "times-table", "data-part": "times" },
      el("thead", {}, el("tr", {}, ...["what", "when", "server"].map((name) => el("th", { scope: "col" }, words.text(`panel.token.column.${name}`))))),
      el("tbody", {}, ...[...all].sort((left, right) => left.at - right.at).map((one) => el("tr", { class: one.clock ? "clock" : "" },
        el("th", { scope: "row" }, labelOf(one, words)),
        el("td", {}, new Date(one.at * 1000).toLocaleString()),
        el("td", {}, now === null || Math.abs(one.at - now) < 1 ? "" : apart(one.at - now, words)))))),
  ];
}

/**
 * The times on a line; the table beside it says the same in words.
 * @param {{name: string, at: number, clock: boolean}[]} all
 * @param {Words} words
 */
function line(all, words) {
  const least = Math.min(...all.map((one) => one.at));
  const span = Math.max(1, Math.max(...all.map((one) => one.at)) - least);
  const x = (/** @type {number} */ at) => EDGE + ((at - least) / span) * (WIDTH - 2 * EDGE);
  const begin = Math.max(...all.filter((one) => one.name === "iat" || one.name === "nbf").map((one) => one.at), least);
  const end = all.find((one) => one.name === "exp")?.at;
  const above = spread(all.filter((one) => !one.clock), x, (one) => one.name);
  const below = spread(all.filter((one) => one.clock), x, (one) => words.text(`panel.token.clock.${one.name}`));
  return svg("svg", { viewBox: `0 0 ${WIDTH} 132`, class: "timeline", "aria-hidden": "true" },
    end !== undefined && end > begin ? svg("rect", { x: x(begin), y: AXIS - 5, width: x(end) - x(begin), height: 10, rx: 5, class: "valid" }) : null,
    svg("line", { x1: EDGE - 14, x2: WIDTH - EDGE + 14, y1: AXIS, y2: AXIS, class: "axis" }),
    ...above.flatMap((one) => mark(one, -1, "claim")),
    ...below.flatMap((one) => mark(one, 1, one.name)));
}

/**
 * Gives each mark a row, so that labels that would lie on one another do not.
 * @param {{name: string, at: number}[]} marks
 * @param {(at: number) => number} x
 * @param {(one: {name: string}) => string} label
 */
function spread(marks, x, label) {
  /** @type {number[]} */
  const rows = [];
  return [...marks].sort((left, right) => left.at - right.at).map((one) => {
    const text = label(one);
    const half = widthOf(text, "12px system-ui, sans-serif") / 2 + 4;
    const at = x(one.at);
    const middle = Math.min(WIDTH - half, Math.max(half, at));
    let row = rows.findIndex((edge) => edge < middle - half);
    if (row < 0) row = rows.length;
    rows[row] = middle + half;
    return { name: one.name, text, at, middle, row };
  });
}

/**
 * @param {{text: string, at: number, middle: number, row: number}} one
 * @param {1 | -1} side
 * @param {string} name
 */
function mark({ text, at, middle, row }, side, name) {
  const y = AXIS + side * (18 + row * 16);
  return [
    svg("line", { x1: at, x2: at, y1: AXIS, y2: y - side * 4, class: `tick ${name}` }),
    svg("circle", { cx: at, cy: AXIS, r: 4, class: `dot ${name}` }),
    svg("text", { x: middle, y: side < 0 ? y : y + 8, "text-anchor": "middle", class: `label ${name}` }, text),
  ];
}

/**
 * @param {{name: string, clock: boolean}} one
 * @param {Words} words
 */
function labelOf({ name, clock }, words) {
  return clock ? words.text(`panel.token.clock.${name}`) : words.text(`panel.token.time.${name}`);
}

/**
 * How far apart two moments are, in the two largest units that say it.
 * @param {number} seconds
 * @param {Words} words
 */
function apart(seconds, { language }) {
  const size = Math.abs(seconds);
  /** @type {[Intl.RelativeTimeFormatUnit, number]} */
  const [unit, length] = size < 120 ? ["second", 1] : size < 7_200 ? ["minute", 60] : size < 172_800 ? ["hour", 3_600] : ["day", 86_400];
  return new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(Math.round(seconds / length), unit);
}
