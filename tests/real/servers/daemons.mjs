/**
 * Servers that take their settings at their start only: nginx, Apache, Squid and Django, each started with a configuration of its own and started anew whenever that changes.
 */

import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort, startProcess } from "../processes.mjs";

/** @typedef {import("../servers.mjs").Place} Place */
/** @typedef {{port: number, folder: string}} Spot */

/**
 * @typedef {object} Daemon
 * @property {string[]} commands Where it may be; the first that is there is taken.
 * @property {RegExp} ready
 * @property {(config: string, spot: Spot, settings: Record<string, unknown>) => string[]} args
 * @property {(settings: any, spot: Spot) => Record<string, string>} files What stands in its folder; `config` is its configuration.
 */

/** The password `lovelace`, as `openssl passwd -apr1` makes it. */
export const PASSWORDS = {
  ada: "ada:$apr1$why401ex$ssb7n6asNo8bw2GCd8fz6.\n",
  others: "grace:$apr1$why401ex$ssb7n6asNo8bw2GCd8fz6.\n",
};

/**
 * @param {Daemon} daemon
 * @returns {Promise<{place: () => Promise<Place>, end: () => Promise<void>}>} Every place has a process of its own.
 */
export async function daemons(daemon) {
  const command = daemon.commands.find((path) => existsSync(path));
  if (!command) throw new Error(`${daemon.commands[0]} is not installed`);
  /** @type {Set<import("../processes.mjs").Running>} */
  const running = new Set();
  /** @type {string[]} */
  const folders = [];
  return {
    place: async () => {
      const spot = { port: await freePort(), folder: await mkdtemp(join(tmpdir(), "why401-real-")) };
      folders.push(spot.folder);
      // Started by root they become somebody else, who must be able to read this.
      await chmod(spot.folder, 0o755);
      /** @type {import("../processes.mjs").Running | undefined} */
      let own;
      return {
        port: spot.port,
        set: async (settings) => {
          if (own) running.delete(own);
          await own?.end();
          for (const [name, text] of Object.entries(daemon.files(settings, spot))) {
            await writeFile(join(spot.folder, name), text, { mode: name.endsWith(".cgi") ? 0o755 : 0o644 });
          }
          own = await startProcess(command, daemon.args(join(spot.folder, "config"), spot, settings), daemon.ready);
          running.add(own);
        },
      };
    },
    end: async () => {
      await Promise.all([...running].map((one) => one.end()));
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
