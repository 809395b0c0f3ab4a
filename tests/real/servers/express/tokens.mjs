/**
 * express-jwt, with its errors answered as its readme does it.
 */

import { expressjwt } from "express-jwt";

import { guarded, startApp } from "./start.mjs";

/**
 * @param {import("./start.mjs").Common & {jwt?: any, revoked?: string[], canonical?: string}} settings
 *   `revoked` are values of `jti`; `canonical` is the host that all others are sent on to.
 */
export function tokens(settings) {
  const app = startApp(settings);
  const revoked = settings.revoked ?? [];
  if (settings.canonical) {
    app.use((/** @type {any} */ request, /** @type {any} */ response, /** @type {() => void} */ next) => {
      if (request.headers.host === settings.canonical) next();
      else response.redirect(308, `http://${settings.canonical}${request.url}`);
    });
  }
  guarded(app, settings, expressjwt({
    secret: "a long secret of the server",
    algorithms: ["HS256"],
    isRevoked: async (/** @type {any} */ _, /** @type {any} */ token) => revoked.includes(token?.payload.jti),
    ...settings.jwt,
  }));
  app.use((/** @type {any} */ error, /** @type {any} */ _, /** @type {any} */ response, /** @type {(error: unknown) => void} */ next) => {
    if (error.name === "UnauthorizedError") response.status(error.status).json({ code: error.code, message: error.message });
    else next(error);
  });
  return app;
}
