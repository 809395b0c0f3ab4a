/**
 * Passport with its strategies for forms, Basic, Digest and Bearer.
 */

import passport from "passport";
import { BasicStrategy, DigestStrategy } from "passport-http";
import { Strategy as BearerStrategy } from "passport-http-bearer";
import { Strategy as LocalStrategy } from "passport-local";

import { guarded, startApp } from "./start.mjs";

const ADA = { name: "ada" };
const PASSWORD = "lovelace";

/** @typedef {(error: unknown, user?: unknown, info?: unknown) => void} Kept */

/**
 * @param {import("./start.mjs").Common & {strategy?: "basic" | "digest" | "bearer", token?: string, told?: boolean}} settings
 *   `told` answers a refused form with the strategy's own message, as the guides do it.
 */
export function passports(settings) {
  const app = startApp(settings);
  const own = new passport.Passport();
  own.use(new LocalStrategy((/** @type {string} */ name, /** @type {string} */ password, /** @type {Kept} */ keep) => {
    if (name === ADA.name && password === PASSWORD) keep(null, ADA);
    else keep(null, false, { message: "Incorrect username or password." });
  }));
  own.use(new BasicStrategy((/** @type {string} */ name, /** @type {string} */ password, /** @type {Kept} */ keep) => {
    keep(null, name === ADA.name && password === PASSWORD ? ADA : false);
  }));
  own.use(new DigestStrategy({ qop: "auth" }, (/** @type {string} */ name, /** @type {Kept} */ keep) => {
    keep(null, name === ADA.name ? ADA : false, name === ADA.name ? PASSWORD : undefined);
  }));
  own.use(new BearerStrategy((/** @type {string} */ token, /** @type {Kept} */ keep) => keep(null, token === settings.token ? ADA : false)));
  app.use(own.initialize());
  app.post("/login", settings.told ? telling(own) : own.authenticate("local", { session: false }), (/** @type {any} */ _, /** @type {any} */ response) => response.json({ ok: true }));
  guarded(app, settings, own.authenticate(settings.strategy ?? "bearer", { session: false }));
  return app;
}

/** @param {any} own */
function telling(own) {
  return (/** @type {any} */ request, /** @type {any} */ response, /** @type {(error?: unknown) => void} */ next) => {
    own.authenticate("local", (/** @type {unknown} */ error, /** @type {unknown} */ user, /** @type {any} */ info) => {
      if (error || user) next(error || undefined);
      else response.status(401).json({ message: info.message });
    })(request, response, next);
  };
}
