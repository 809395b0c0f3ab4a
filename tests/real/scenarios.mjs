/**
 * All scenarios, in the order of the table.
 */

import { DAEMONS } from "./scenarios/daemons.mjs";
import { DJANGOS } from "./scenarios/django.mjs";
import { FASTAPIS } from "./scenarios/fastapi.mjs";
import { FLASKS } from "./scenarios/flask.mjs";
import { JWTS } from "./scenarios/jwt.mjs";
import { PASSPORTS } from "./scenarios/passport.mjs";
import { SESSIONS } from "./scenarios/sessions.mjs";
import { SQUIDS } from "./scenarios/squid.mjs";

/** @type {import("./scenario.mjs").Scenario[]} */
export const scenarios = [...SESSIONS, ...PASSPORTS, ...JWTS, ...DJANGOS, ...FLASKS, ...FASTAPIS, ...DAEMONS, ...SQUIDS];
