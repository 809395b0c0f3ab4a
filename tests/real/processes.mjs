/**
 * Servers as processes of their own: started, waited for by what they say of themselves, ended by their number.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

/**
 * @typedef {object} Running
 * @property {string} line The line by which it said that it is ready.
 * @property {() => Promise<void>} end
 */

/**
 * Kept when the process has printed a line that says it is ready.
 * @param {string} command
 * @param {string[]} args
 * @param {RegExp} ready
 * @returns {Promise<Running>}
 */
export async function startProcess(command, args, ready) {
  // Python would otherwise leave compiled files beside the sources.
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"], env });
  const gone = new Promise((keep) => {
    child.once("error", keep);
    child.once("exit", keep);
  });
  /** @type {string[]} */
  const said = [];
  const line = await new Promise((keep, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (text) => {
        if (said.length < 40) said.push(text);
        if (ready.test(text)) keep(text);
      });
    }
    gone.then((why) => fail(new Error(`${command} ended before it was ready (${why}): ${said.join(" | ")}`)));
  });
  return {
    line,
    end: async () => {
      child.kill();
      await gone;
    },
  };
}

/** @returns {Promise<number>} A port that nobody listens on, for servers that cannot choose one themselves. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
