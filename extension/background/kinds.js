/**
 * Which requests may have to do with a sign-in, so that they are kept for the core to judge.
 * It is a sieve, not a verdict: it lets through too much rather than too little.
 */

import { header } from "./har.js";

/** @typedef {import("./capture.js").Seen} Seen */

const SIGN_IN = /[/._-](?:log-?in|sign-?in|sign-?on|auth\w*|oauth2?|oidc|saml\d?|sso|sessions?|tokens?|callback|verify|two-?factor|mfa|otp)(?:$|[/._?-])/iu;
const REFRESH = /[/._-](?:tokens?|refresh\w*|renew\w*|silent\w*)(?:$|[/._?-])/iu;
const SIGN_OUT = /[/._-](?:log-?out|sign-?out|sign-?off|revoke|end-?session)(?:$|[/._?-])/iu;

/**
 * A request that may renew what the server wants to see.
 * @param {Seen} seen
 */
export function mayRefresh(seen) {
  return seen.method !== "OPTIONS" && REFRESH.test(path(seen.url));
}

/**
 * A request that may sign somebody in or out, or that gives out cookies on a way that is no plain look-up.
 * @param {Seen} seen
 */
export function maySignIn(seen) {
  if (seen.method === "OPTIONS") return false;
  const at = path(seen.url);
  if (SIGN_IN.test(at) || SIGN_OUT.test(at)) return seen.method !== "GET" || setsCookies(seen) || redirects(seen);
  return setsCookies(seen) && (seen.method !== "GET" || redirects(seen) || clears(seen));
}

/** @param {Seen} seen */
function setsCookies(seen) {
  return header(seen.received, "set-cookie") !== undefined;
}

/** @param {Seen} seen */
function clears(seen) {
  return header(seen.received, "clear-site-data") !== undefined;
}

/** @param {Seen} seen */
function redirects(seen) {
  return seen.status >= 300 && seen.status < 400;
}

/** @param {string} url */
function path(url) {
  const from = url.indexOf("/", url.indexOf("://") + 3);
  if (from < 0) return "";
  const to = url.slice(from).search(/[?#]/u);
  return to < 0 ? url.slice(from) : url.slice(from, from + to);
}
