/**
 * cookie-session: the whole session is in a signed cookie.
 */

import session from "cookie-session";

import { guarded, startApp } from "./start.mjs";

/**
 * @param {import("./start.mjs").Common & {keys?: string[], cookie?: any, basket?: number, signIn?: string}} settings `basket` is how many bytes a session holds.
 */
export function cookieSessions(settings) {
  const app = startApp(settings);
  app.use(session({ name: "session", keys: settings.keys ?? ["a key of the server"], ...settings.cookie }));
  app.post(settings.signIn ?? "/login", (/** @type {any} */ request, /** @type {any} */ response) => {
    request.session = { user: "ada", basket: "x".repeat(settings.basket ?? 0) };
    response.json({ ok: true });
  });
  guarded(app, settings, (/** @type {any} */ request, /** @type {any} */ response, /** @type {() => void} */ next) => {
    if (request.session.user) next();
    else response.status(401).json({ error: "not logged in" });
  });
  return app;
}
