/**
 * All scenarios, in the order of the table.
 */

import { JWTS } from "./scenarios/jwt.mjs";
import { PASSPORTS } from "./scenarios/passport.mjs";
import { SESSIONS } from "./scenarios/sessions.mjs";

/** @type {import("./scenario.mjs").Scenario[]} */
export const scenarios = [...SESSIONS, ...PASSPORTS, ...JWTS];
