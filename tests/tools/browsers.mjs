/**
 * Where the browsers are, and how each is set so that a test can rely on it.
 */

import { fileURLToPath } from "node:url";

export const CHROMIUM = process.env["WHY401_CHROMIUM"] ?? process.env["CHROMIUM"] ?? "/usr/bin/chromium";
export const FIREFOX = process.env["WHY401_FIREFOX"] ?? process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";

/** The built extension of both browsers. */
export const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** Chromium as root, and quiet: it asks nobody on the network but the tests' own servers. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--ignore-certificate-errors",
];

/** Firefox's preferences without which a driver loses what it drives. */
export const STEADY = {
  // A process whose last tab closes runs no script from then on, though now and then it is given the next new tab.
  "dom.abort_script_on_child_shutdown": false,
  "dom.security.https_first": false,
};

/**
 * Firefox's preferences for cookies in frames of other sites.
 * @param {"allowed" | "blocked"} thirdPartyCookies
 */
export function cookiePrefs(thirdPartyCookies) {
  return {
    "network.cookie.cookieBehavior": thirdPartyCookies === "allowed" ? 0 : 5,
    "privacy.restrict3rdpartystorage.heuristic.navigation": false,
    "privacy.restrict3rdpartystorage.heuristic.recently_visited": false,
    "privacy.restrict3rdpartystorage.heuristic.redirect": false,
    "privacy.restrict3rdpartystorage.heuristic.window_open": false,
    "privacy.restrict3rdpartystorage.heuristic.opened_window_after_interaction": false,
  };
}
