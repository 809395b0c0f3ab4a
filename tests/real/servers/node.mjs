/**
 * One process that serves many sites, each by a real app of its own.
 *
 * node tests/real/servers/node.mjs
 *
 * Prints `{"port": …}` once it listens. `PUT /-/<site>` with `{"app": …, "settings": …}` makes the app of a site, or
 * makes it anew, as a new deployment would; `<site>.localhost`, `<site>-page.localhost` and the hosts below them are served by it.
 * Ends when its standard input does.
 */

import { createServer } from "node:http";

import { cookieSessions } from "./express/cookies.mjs";
import { passports } from "./express/passports.mjs";
import { sessions } from "./express/sessions.mjs";
import { tokens } from "./express/tokens.mjs";

/** @typedef {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void} App */

/** @type {Record<string, (settings: any) => App>} */
const APPS = { "cookie-session": cookieSessions, "express-jwt": tokens, "express-session": sessions, passport: passports };

/** @type {Map<string, App>} */
const sites = new Map();

const server = createServer(async (request, response) => {
  const path = request.url ?? "/";
  const answer = (/** @type {number} */ status, type = "text/plain") => response.writeHead(status, { "Content-Type": type });
  if (path.startsWith("/-/")) {
    let body = "";
    for await (const part of request) body += part;
    const { app, settings } = JSON.parse(body);
    const make = APPS[app];
    if (make) sites.set(path.slice(3), make(settings));
    answer(make ? 204 : 404).end();
  } else if (path === "/page" || path.startsWith("/page?")) {
    answer(200, "text/html").end("<!doctype html><title>A page</title>");
  } else if (path === "/favicon.ico" || path.startsWith("/status")) {
    answer(204).end();
  } else {
    const app = sites.get(siteOf(request.headers.host ?? ""));
    if (app) app(request, response);
    else answer(404).end();
  }
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(JSON.stringify({ port: typeof address === "object" ? address?.port : 0 }));
});
process.stdin.on("end", () => process.exit()).resume();

/** @param {string} host */
function siteOf(host) {
  return (host.split(":")[0] ?? "").split(".").at(-2)?.replace(/-page$/u, "") ?? "";
}
