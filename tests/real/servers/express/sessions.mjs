/**
 * express-session, with its store in memory.
 */

import session from "express-session";

import { guarded, startApp } from "./start.mjs";

/**
 * @param {import("./start.mjs").Common & {cookie?: any, name?: string, signIn?: string}} settings
 */
export function sessions(settings) {
  const app = startApp(settings);
  app.use(session({ secret: "a long secret of the server", resave: false, saveUninitialized: false, cookie: settings.cookie ?? {}, name: settings.name ?? "connect.sid" }));
  app.post(settings.signIn ?? "/login", (/** @type {any} */ request, /** @type {any} */ response) => {
    request.session.user = "ada";
    response.json({ ok: true });
  });
  app.post("/logout", (/** @type {any} */ request, /** @type {any} */ response) => request.session.destroy(() => response.json({ ok: true })));
  guarded(app, settings, (/** @type {any} */ request, /** @type {any} */ response, /** @type {() => void} */ next) => {
    if (request.session.user) next();
    else response.status(401).json({ message: "Unauthorized" });
  });
  return app;
}
