/**
 * Starts the lab, the server of 401s, and reads what it offers.
 */

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const BUILT = fileURLToPath(new URL("../../target/debug/examples/lab", import.meta.url));

/**
 * @typedef {object} Scenario
 * @property {string} id
 * @property {string} title
 * @property {string} see What a person should see.
 * @property {string} cause The cause to be named first; empty where nothing fails.
 * @property {string | null} blind What stands first where the body cannot be read.
 * @property {string[]} reasons Words for why a cookie stayed at home or was refused, any of which is to be shown.
 * @property {boolean} alarm
 * @property {string} state `open`, `recovered`, `harmless`, or `none` where nothing fails.
 * @property {("chromium" | "firefox")[]} browsers
 * @property {"allowed" | "blocked"} thirdPartyCookies
 * @property {string} scheme
 * @property {string} host
 * @property {string} url
 */

/**
 * @typedef {object} Lab
 * @property {number} http
 * @property {number} https
 * @property {string} front Address of the front page.
 * @property {Scenario[]} scenarios
 * @property {string[]} hosts Every name under .test that a scenario uses.
 * @property {() => Promise<void>} close
 */

/**
 * @param {string[]} [flags]
 * @returns {Promise<Lab>}
 */
export async function startLab(flags = ["--port", "0"]) {
  if (!existsSync(BUILT)) throw new Error("The lab is not built: cargo build --example lab");
  const child = spawn(BUILT, flags, { stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, "line"), gone.then(() => undefined)]);
  if (!first) throw new Error("The lab ended before it was ready.");
  const ready = JSON.parse(first[0]);
  const answer = await fetch(new URL("/scenarios.json", ready.front));
  /** @type {Scenario[]} */
  const scenarios = /** @type {any} */ (await answer.json());
  return {
    ...ready,
    scenarios,
    hosts: [...new Set(scenarios.flatMap(testHosts))],
    close: async () => {
      child.kill();
      await gone;
    },
  };
}

/**
 * The names that a scenario under .test may use: Firefox wants each of them listed.
 * @param {Scenario} scenario
 */
function testHosts({ host }) {
  const [site, top] = host.split(".").slice(-2);
  if (top !== "test") return [];
  return [host, `${site}.test`, `www.${site}.test`, `api.${site}.test`, `${site}-api.test`];
}
