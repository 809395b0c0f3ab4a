/**
 * The token that was sent: what it says of itself, and its times against the two clocks. Nothing of it would let anybody in.
 */

import { el } from "../shared/dom.js";
import { svg } from "../shared/svg.js";
import { plain } from "../shared/text.js";
import { widthOf } from "./lines.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../shared/records.js").TokenLine} TokenLine */

const WIDEST = 560;
const NARROWEST = 240;
const EDGE = 12;
const AXIS = 34;
const FONT = "12px system-ui, sans-serif";

/** Clocks that are nearer to each other than this are one, in seconds. */
const SAME_CLOCK = 5;

/**
 * @param {TokenLine | null | undefined} token
 * @param {Words} words
 * @param {number} width What there is, in pixels.
 */
export function tokenPart(token, words, width) {
  if (!token) return [];
  return [
    el("p", { class: "token-kind", "data-part": "kind" },
      words.text(`panel.token.${token.kind}`, { issuer: token.issuer ?? "" }), " ",
      el("span", { class: "soft" }, words.text(`panel.token.in.${token.place}`, { name: plain(token.name, 120) }), " · ", words.text("panel.token.octets", { count: token.octets }))),
    ...times(token, words, Math.max(NARROWEST, Math.min(WIDEST, width - 32))),
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
 * @param {number} width
 */
function times(token, words, width) {
  const clocks = [{ name: "server", at: token.server }, { name: "device", at: token.device }]
    .flatMap(({ name, at }) => at === null ? [] : [{ name, at, clock: true }]);
  const all = [...token.times.map((one) => ({ ...one, clock: false })), ...clocks];
  if (token.times.length === 0) return [];
  const now = token.server ?? token.device;
  const validity = validityOf(token, now);
  return [
    el("h3", {}, words.text("panel.token.times")),
    validity && el("p", { class: `validity ${validity.state}`, "data-part": "validity" }, words.text(`panel.token.${validity.state}`, { seconds: validity.seconds })),
    /** @type {any} */ (line(token, words, width)),
    el("table", { class: "times-table", "data-part": "times" },
      el("thead", {}, el("tr", {}, ...["what", "when", "server"].map((name) => el("th", { scope: "col" }, words.text(`panel.token.column.${name}`))))),
      el("tbody", {}, ...[...all].sort((left, right) => left.at - right.at).map((one) => el("tr", { class: one.clock ? "clock" : "" },
        el("th", { scope: "row" }, labelOf(one, words)),
        el("td", {}, new Date(one.at * 1000).toLocaleString()),
        el("td", {}, now === null || Math.abs(one.at - now) < 1 ? "" : apart(one.at - now, words)))))),
  ];
}

/**
 * Whether a token is valid by a clock, and how far that is from changing.
 * @param {TokenLine} token
 * @param {number | null} now
 * @returns {{state: "expired" | "valid" | "early", seconds: number} | null}
 */
function validityOf({ times: all }, now) {
  const end = all.find((one) => one.name === "exp")?.at;
  const begin = all.find((one) => one.name === "nbf")?.at;
  if (now === null) return null;
  if (end !== undefined && end <= now) return { state: "expired", seconds: now - end };
  if (begin !== undefined && begin > now) return { state: "early", seconds: begin - now };
  return end === undefined ? null : { state: "valid", seconds: end - now };
}

/**
 * The token's validity as one bar, and now beside it; the table says the same in words.
 * @param {TokenLine} token
 * @param {Words} words
 * @param {number} width
 */
function line(token, words, width) {
  const { server, device, times: claimed } = token;
  const apart = server !== null && device !== null && Math.abs(server - device) > SAME_CLOCK;
  const clocks = apart
    ? [{ name: "server", at: server, text: words.text("panel.token.clock.server") }, { name: "device", at: device, text: words.text("panel.token.clock.device") }]
    : [server ?? device].flatMap((at) => at === null ? [] : [{ name: "server", at, text: words.text("panel.token.now") }]);
  const end = claimed.find((one) => one.name === "exp")?.at;
  const begin = Math.max(...claimed.filter((one) => one.name !== "exp").map((one) => one.at));
  const ends = [{ name: "claim", at: begin, text: words.text("panel.token.begins") }, { name: "claim", at: end ?? Number.NaN, text: words.text("panel.token.ends") }];
  const marks = [...ends, ...clocks].filter((one) => Number.isFinite(one.at));
  const least = Math.min(...marks.map((one) => one.at));
  const span = Math.max(1, Math.max(...marks.map((one) => one.at)) - least);
  const x = (/** @type {number} */ at) => EDGE + ((at - least) / span) * (width - 2 * EDGE);
  const placed = spread(marks, x, width);
  const height = AXIS + 26 + Math.max(...placed.map((one) => one.row)) * 16 + 8;
  const now = clocks[0]?.at;
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "timeline", "aria-hidden": "true" },
    svg("line", { x1: EDGE, x2: width - EDGE, y1: AXIS, y2: AXIS, class: "axis" }),
    end !== undefined && end > begin ? svg("rect", { x: x(begin), y: AXIS - 5, width: Math.max(2, x(end) - x(begin)), height: 10, rx: 5, class: "valid" }) : null,
    end !== undefined && now !== undefined && now > end ? svg("path", { d: `M${x(end)} ${AXIS - 10}v-8H${x(now)}v8`, class: "late" }) : null,
    ...placed.flatMap((one) => [
      svg("circle", { cx: x(one.at), cy: AXIS, r: 4, class: `dot ${one.name}` }),
      svg("text", { x: one.middle, y: AXIS + 22 + one.row * 16, "text-anchor": "middle", class: `label ${one.name}` }, one.text),
    ]));
}

/**
 * Gives each label a row, so that none lies on another.
 * @template {{at: number, text: string}} T
 * @param {T[]} marks
 * @param {(at: number) => number} x
 * @param {number} width
 */
function spread(marks, x, width) {
  /** @type {number[]} */
  const rows = [];
  return [...marks].sort((left, right) => left.at - right.at).map((one) => {
    const half = widthOf(one.text, FONT) / 2 + 4;
    const middle = Math.min(width - half, Math.max(half, x(one.at)));
    let row = rows.findIndex((edge) => edge < middle - half);
    if (row < 0) row = rows.length;
    rows[row] = middle + half;
    return { ...one, middle, row };
  });
}

/**
 * @param {{name: string, clock: boolean}} one
 * @param {Words} words
 */
function labelOf({ name, clock }, words) {
  return clock ? words.text(`panel.token.clock.${name}`) : words.text(`panel.token.time.${name}`);
}

/**
 * How far apart two moments are, in the unit that says it: seconds only up to 90.
 * @param {number} seconds
 * @param {Words} words
 */
function apart(seconds, { language }) {
  const size = Math.round(Math.abs(seconds));
  /** @type {[Intl.RelativeTimeFormatUnit, number]} */
  const [unit, length] = size <= 90 ? ["second", 1] : size < 3_600 ? ["minute", 60] : size < 86_400 ? ["hour", 3_600] : size < 31_557_600 ? ["day", 86_400] : ["year", 31_557_600];
  return new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(Math.round(seconds / length), unit);
}
