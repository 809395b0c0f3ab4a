/**
 * The core, asked one question a line.
 */

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const BUILT = fileURLToPath(new URL("../../target/debug/examples/cookie-verdicts", import.meta.url));

/**
 * @typedef {object} CookieVerdict
 * @property {number} index
 * @property {boolean} sent
 * @property {string[]} reasons
 * @property {string[]} warnings
 * @property {string} sureness
 */

/**
 * @typedef {object} SetCookieVerdict
 * @property {boolean} stored
 * @property {string[]} reasons
 * @property {string[]} warnings
 * @property {string} sureness
 */

/** @typedef {{cookies: CookieVerdict[], setCookies: SetCookieVerdict[]}} Verdicts */
/** @typedef {{seen: Verdicts, rules: Verdicts, redacted: Verdicts}} Answer */

export function startCore() {
  if (!existsSync(BUILT)) throw new Error("The core's half is not built: cargo build --example cookie-verdicts");
  const child = spawn(BUILT, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /**
     * @param {Record<string, unknown>} log
     * @param {number} index
     * @returns {Promise<Answer>}
     */
    ask: async (log, index) => {
      child.stdin.write(`${JSON.stringify({ log, index })}\n`);
      const { value, done } = await lines.next();
      const answer = done ? { error: "it ended" } : JSON.parse(value);
      if (answer.error) throw new Error(`The core: ${answer.error}`);
      return answer;
    },
    close: () => child.stdin.end(),
  };
}

/** @typedef {ReturnType<typeof startCore>} Core */
