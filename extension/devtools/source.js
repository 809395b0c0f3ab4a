/**
 * The line of code that sent a request, as developer tools told it.
 */

import { OPENS_SOURCES, inspectedSoFar, openSource } from "../shared/browser.js";
import { el } from "../shared/dom.js";
import { plain } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../shared/records.js").Frame} Frame */

/**
 * @param {import("../shared/records.js").CodeLine | null | undefined} line
 * @param {Words} words
 */
export function sentBy(line, words) {
  const own = line?.frames[line.own];
  return own ? el("p", { class: "sent-by", "data-part": "code" }, words.text("panel.sent-by"), " ", link(own, words)) : null;
}

/**
 * All lines on the way to a request, the nearest first.
 * @param {import("../shared/records.js").CodeLine | null | undefined} line
 * @param {Words} words
 */
export function stack(line, words) {
  if (!line) return null;
  return el("section", { "data-part": "stack" }, el("h3", {}, words.text("panel.stack")), el("ol", { class: "stack" },
    ...line.frames.map((frame, index) => el("li", { class: index === line.own ? "own" : "" }, link(frame, words)))));
}

/**
 * @param {Frame} frame
 * @param {Words} words
 */
function link(frame, words) {
  const file = plain(frame.url.replace(/[?#].*$/su, "").split("/").at(-1) || frame.url, 120);
  const name = plain(frame.function, 120) || words.text("panel.anonymous");
  const label = `${file}:${frame.line}`;
  const place = OPENS_SOURCES
    ? el("button", { type: "button", class: "source", title: plain(frame.url), onclick: () => void open(frame) }, label)
    : el("span", { class: "source", title: plain(frame.url) }, label);
  return el("span", { class: "frame" }, el("code", {}, name), " ", place);
}

/**
 * The address may have been cut before it was kept: the whole one is in developer tools' own record.
 * @param {Frame} frame
 */
async function open(frame) {
  const all = (await inspectedSoFar()).flatMap((request) => framesOf(request._initiator?.stack));
  const same = all.find((one) => one.lineNumber === frame.line - 1 && one.columnNumber === frame.column - 1 && one.functionName === frame.function);
  openSource(same?.url ?? frame.url, frame.line, frame.column);
}

/**
 * @param {any} trace
 * @returns {{functionName: string, url: string, lineNumber: number, columnNumber: number}[]}
 */
function framesOf(trace) {
  return trace ? [...(trace.callFrames ?? []), ...framesOf(trace.parent)] : [];
}
