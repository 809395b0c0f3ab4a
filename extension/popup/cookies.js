/**
 * The cookies of one request: which went, which stayed home and why, with the attribute at fault marked.
 */

import { el } from "../shared/dom.js";
import { tame } from "../shared/tame.js";
import { readable } from "../shared/text.js";

/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../shared/records.js").CookieVerdict} CookieVerdict */
/** @typedef {import("../shared/records.js").SetCookieVerdict} SetCookieVerdict */

/**
 * @param {CookieVerdict[]} cookies
 * @param {Record<string, any>[]} jar
 * @param {Words} words
 */
export function cookieTable(cookies, jar, words) {
  if (cookies.length === 0) return null;
  return [
    el("h3", {}, words.text("interface.cookies")),
    el("ul", { class: "cookies", "data-part": "cookies" }, ...[...cookies].sort((left, right) => Number(left.sent) - Number(right.sent)).map((one) => {
      const held = jar.find((each) => readable(each.name) === one.name && readable(each.path) === one.path && bare(each.domain) === bare(one.domain));
      const state = one.sent ? "sent" : "withheld";
      return row(one, state, { Domain: tame(one.domain), Path: tame(one.path), ...attributes(held, words) }, words, held !== undefined);
    })),
  ];
}

/**
 * @param {SetCookieVerdict[]} cookies
 * @param {Words} words
 */
export function setCookieTable(cookies, words) {
  if (cookies.length === 0) return null;
  return [
    el("h3", {}, words.text("interface.set-cookies")),
    el("ul", { class: "cookies", "data-part": "set-cookies" }, ...cookies.map((one) => row(one, one.stored ? "stored" : "refused", { From: tame(place(one.url)) }, words, false))),
  ];
}

/**
 * @param {{name: string, reasons: string[], warnings: string[], faults: string[], note?: import("../shared/words.js").Told | string}} one
 * @param {string} state
 * @param {Record<string, string>} shown
 * @param {Words} words
 * @param {boolean} held Whether its attributes are known.
 */
function row(one, state, shown, words, held) {
  const faults = new Set(one.faults);
  if (faults.has("SameSite")) faults.add("no SameSite");
  const reasons = [...one.reasons, ...one.warnings];
  const labels = reasons.map((reason) => `reason.${reason}.label`).filter((key) => words.has(key));
  return el(
    "li",
    { class: `cookie ${state}`, "data-cookie": tame(one.name), "data-sent": state },
    el("p", { class: "cookie-top" },
      el("code", { class: faults.has("Name") ? "name fault" : "name" }, tame(one.name) || words.text("interface.cookie.nameless")),
      el("span", { class: "cookie-labels" }, ...labels.map((key) => el("span", { class: "label" }, words.text(key)))),
      el("span", { class: "pill" }, words.text(`interface.cookie.${state}`))),
    one.note ? el("p", { class: "why" }, words.tell(one.note)) : reasons.length > 0 && el("p", { class: "why" }, reasons.map((reason) => reasonText(reason, words)).join(" ")),
    el(
      "p",
      { class: "attributes" },
      ...Object.entries(shown).map(([name, value]) => el("span", { class: faults.has(name) ? "fault" : "" }, value ? `${name}=${value}` : name)),
      held && faults.has("Secure") && !("Secure" in shown) && el("span", { class: "fault" }, words.text("interface.cookie.missing", { name: "Secure" })),
    ),
  );
}

/**
 * @param {string} reason
 * @param {Words} words
 */
function reasonText(reason, words) {
  const key = `reason.${reason}`;
  return words.has(key) ? words.text(key) : `${reason.replaceAll("-", " ")}.`;
}

/**
 * @param {Record<string, any> | undefined} cookie
 * @param {Words} words
 * @returns {Record<string, string>}
 */
function attributes(cookie, words) {
  if (!cookie) return {};
  /** @type {Record<string, string>} */
  const shown = {};
  const sameSite = { no_restriction: "None", lax: "Lax", strict: "Strict" }[/** @type {"lax"} */ (cookie.sameSite)];
  shown[sameSite ? "SameSite" : "no SameSite"] = sameSite ?? "";
  if (cookie.secure) shown.Secure = "";
  if (cookie.httpOnly) shown.HttpOnly = "";
  if (cookie.partitionKey) shown.Partitioned = "";
  if (cookie.expirationDate) shown.Expires = new Date(cookie.expirationDate * 1000).toLocaleString(words.language);
  return shown;
}

/** @param {string} domain */
function bare(domain) {
  return domain.replace(/^\./u, "");
}

/** @param {string} url */
function place(url) {
  try {
    const { host, pathname } = new URL(url);
    return host + pathname;
  } catch {
    return url;
  }
}
