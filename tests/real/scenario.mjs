/**
 * A scenario: real middleware, misused as its users misuse it, and what puts it right.
 */

import { createHmac } from "node:crypto";

/** @typedef {import("./client.mjs").Client} Client */

/**
 * The fix that the extension offers, with its words as the popup shows them.
 * @typedef {object} Offered
 * @property {string} who
 * @property {string} key
 * @property {Record<string, any>} args
 * @property {string} title
 * @property {string} text Title, steps, check and code.
 */

/**
 * @typedef {object} Scenario
 * @property {string} id Its site's name too.
 * @property {string} product
 * @property {string} misuse
 * @property {string} on The server, by its name in `servers.mjs`.
 * @property {string} [app] Which of its apps.
 * @property {Record<string, any>} [server] The server's settings, with the misuse in them.
 * @property {(fix: Offered, client: Client) => Record<string, any>} [mended] Settings that the fix changes, where it is the server that is mended.
 * @property {string} [page] What stands before the site's name in the page's host: `api.`, or `-page` after it.
 * @property {(client: Client, fix?: Offered) => Promise<number>} play Does what the page does, and answers with the last status; `fix` is there where the client is the one to be mended.
 * @property {number[]} [before] What the page may see before: 401 unless told, and 0 for a network error, where browsers differ.
 * @property {string} cause
 * @property {Blind} [blind] What stands first where the answer's text cannot be read, and what is mended then, so that the cause can be told.
 * @property {string | null} provider What must be named as having answered; null where nothing shows it.
 * @property {Wanted} fix What it must offer, and what must be said in it: the very change that is then made.
 * @property {boolean} [proxied] Whether all that the browser asks for goes through Squid; such scenarios are played one after the other.
 * @property {boolean} [full] Whether it is played with `--full` only.
 */

/**
 * @typedef {object} Blind
 * @property {string} cause
 * @property {Wanted} fix
 * @property {Record<string, unknown>} mended Settings that it changes.
 */

/** @typedef {{who: "person" | "frontend" | "backend", key: string | Record<import("../e2e/driver.mjs").Kind, string>, tells: RegExp}} Wanted Where browsers show different things, a key for each. */

/** @type {Wanted} What is offered where a script of the page sent a wrong user name or password; only Chromium shows that it was the page's own code. */
export const PASSWORD_OF_SCRIPT = { who: "person", key: { chromium: "in-page", firefox: "again" }, tells: /password/u };

const SECRET = "a long secret of the server";

/** @param {unknown} value */
const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Seconds since 1970, now. */
export const now = () => Math.floor(Date.now() / 1000);

/**
 * A JWT that the servers accept, unless the claims, the secret or the algorithm are others.
 * @param {Record<string, unknown>} [claims]
 * @param {{secret?: string, alg?: "HS256" | "HS512"}} [options]
 */
export function token(claims = {}, { secret = SECRET, alg = "HS256" } = {}) {
  const text = `${part({ alg, typ: "JWT" })}.${part({ sub: "1", iat: now(), exp: now() + 900, ...claims })}`;
  return `${text}.${createHmac(alg === "HS256" ? "sha256" : "sha512", secret).update(text).digest("base64url")}`;
}

/**
 * @param {string} value
 * @returns {RequestInit}
 */
export const authorized = (value) => ({ headers: { Authorization: value } });

/** @param {string} text */
export const base64 = (text) => Buffer.from(text).toString("base64");

/**
 * @param {unknown} body
 * @returns {RequestInit}
 */
export const posted = (body) => ({ method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
