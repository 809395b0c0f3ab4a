/**
 * express-jwt, with its errors answered as its readme does it.
 */

import { expressjwt } from "express-jwt";

import { guarded, startApp } from "./start.mjs";

/**
 * @param {import("./start.mjs").Common & {jwt?: any, revoked?: string[], canonical?: string, saysWhy?: boolean}} settings
 *   `revoked` are values of `jti`; `canonical` is the host that all others are sent on to; `saysWhy` gives the reason in `WWW-Authenticate` too (RFC 6750, 3).
 */
export function tokens(settings) {
  const app = startApp(settings);
  const revoked = settings.revoked ?? [];
  if (settings.canonical) {
    app.use((/** @type {any} */ request, /** @type {any} */ response, /** @type {() => void} */ next) => {
      if (request.headers.host === settings.canonical) next();
      else response.redirect(307, `http://${settings.canonical}${request.url}`);
    });
  }
  guarded(app, settings, expressjwt({
    secret: "a long secret of the server",
    algorithms: ["HS256"],
    isRevoked: async (/** @type {any} */ _, /** @type {any} */ token) => revoked.includes(token?.payload.jti),
    ...settings.jwt,
  }));
  app.use((/** @type {any} */ error, /** @type {any} */ _, /** @type {any} */ response, /** @type {(error: unknown) => void} */ next) => {
    if (settings.saysWhy) response.set("WWW-Authenticate", `Bearer error="invalid_token", error_description="${error.message}"`);
    if (error.name === "UnauthorizedError") response.status(error.status).json({ code: error.code, message: error.message });
    else next(error);
  });
  return app;
}
