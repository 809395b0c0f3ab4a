/**
 * What the apps have in common: the order in which an app takes its middleware is where many go wrong.
 */

import cors from "cors";
import express from "express";

/**
 * @typedef {object} Common
 * @property {any} [cors] Options of the `cors` package; none: other origins are not answered.
 * @property {"first" | "last" | "answers"} [corsPlace] Where it stands: before all, after the authentication, or at the routes' own answers only.
 * @property {boolean} [tlsEndsBefore] Whether a proxy in front ends TLS, and says so.
 * @property {number} [trustProxy]
 */

/**
 * @param {Common} settings
 * @returns {any} An Express app.
 */
export function startApp({ cors: options, corsPlace = "first", tlsEndsBefore = false, trustProxy }) {
  const app = express();
  if (trustProxy) app.set("trust proxy", trustProxy);
  if (tlsEndsBefore) {
    app.use((/** @type {any} */ request, /** @type {any} */ _, /** @type {() => void} */ next) => {
      request.headers["x-forwarded-proto"] = "https";
      next();
    });
  }
  if (options && corsPlace === "first") app.use(cors(options));
  app.use(express.json());
  app.use(express.urlencoded({ extended: false }));
  return app;
}

/**
 * The routes that want a sign-in, behind whatever the app demands of them.
 * @param {any} app
 * @param {Common} settings
 * @param {any[]} guards
 */
export function guarded(app, { cors: options, corsPlace }, ...guards) {
  const late = options && corsPlace !== "first" ? [cors(options)] : [];
  if (corsPlace === "last") {
    app.use("/api", ...guards, ...late);
    app.get("/api/orders", told);
  } else {
    app.get(["/api/orders", "/home"], ...guards, ...late, told);
  }
}

/**
 * @param {any} _
 * @param {any} response
 */
function told(_, response) {
  response.json({ name: "Ada" });
}
