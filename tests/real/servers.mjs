/**
 * The servers, by name. Each is started when a scenario first wants it, and all are ended together.
 */

import { fileURLToPath } from "node:url";

import { startProcess } from "./processes.mjs";
import { APACHE } from "./servers/apache.mjs";
import { daemons } from "./servers/daemons.mjs";
import { NGINX } from "./servers/nginx.mjs";
import { SQUID } from "./servers/squid.mjs";

/**
 * Where a scenario's site is served.
 * @typedef {object} Place
 * @property {number} port
 * @property {(settings: Record<string, unknown>) => Promise<void>} set Serves the site with these settings from now on.
 */

/**
 * @typedef {object} Server
 * @property {number} [port]
 * @property {(scenario: import("./scenario.mjs").Scenario) => Promise<Place>} place
 * @property {() => Promise<void>} end
 */

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const PYTHON = here("../../target/tools/python/bin/python");
const LISTENS = /"port"/u;

/**
 * A process that serves every site by a real app, and is told the settings over HTTP.
 * @param {string} command
 * @param {string} file
 * @returns {Promise<Server>}
 */
async function apps(command, file) {
  const running = await startProcess(command, [here(file)], LISTENS);
  const { port } = JSON.parse(running.line);
  return {
    port,
    place: async ({ id, app }) => ({
      port,
      set: async (settings) => {
        const answer = await fetch(`http://127.0.0.1:${port}/-/${id}`, { method: "PUT", body: JSON.stringify({ app, settings }) });
        if (!answer.ok) throw new Error(`${id} cannot be set up: ${answer.status} ${await answer.text()}`);
      },
    }),
    end: running.end,
  };
}

/**
 * A proxy for the whole browser, at one port for all scenarios: what they ask for is beyond it.
 * @param {Servers} servers
 * @returns {Promise<Server>}
 */
async function proxy(servers) {
  const beyond = await servers.get("node");
  const squid = await daemons(SQUID);
  const { port, set } = await squid.place();
  await set({});
  return {
    port,
    place: async ({ id }) => ({ port: beyond.port ?? 0, set: (settings) => set({ ...settings, host: `${id}.localhost` }) }),
    end: squid.end,
  };
}

/** @type {Record<string, (servers: Servers) => Promise<Server>>} */
const SERVERS = {
  apache: () => daemons(APACHE),
  django: () => daemons({
    commands: [PYTHON],
    ready: LISTENS,
    args: (_, { port }, settings) => [here("servers/python/django_server.py"), String(port), JSON.stringify(settings)],
    files: () => ({}),
  }),
  fastapi: () => apps(PYTHON, "servers/python/fastapi_server.py"),
  flask: () => apps(PYTHON, "servers/python/flask_server.py"),
  nginx: () => daemons(NGINX),
  node: () => apps(process.execPath, "servers/node.mjs"),
  squid: proxy,
};

/** Those that run for one browser. */
export class Servers {
  /** @type {Map<string, Promise<Server>>} */
  running = new Map();

  /**
   * @param {string} name
   * @returns {Promise<Server>}
   */
  get(name) {
    const start = SERVERS[name];
    if (!start) throw new Error(`no server is called ${name}`);
    const server = this.running.get(name) ?? start(this);
    this.running.set(name, server);
    return server;
  }

  async end() {
    await Promise.allSettled([...this.running.values()].map(async (server) => (await server).end()));
  }
}
