/**
 * The Rust core as the extension ships it, for tests of what leans on it.
 */

import { readFile } from "node:fs/promises";

import { Core } from "../../extension/background/core.js";

const PLACE = new URL("../../target/core/core/", import.meta.url);

/** The module, started. */
export const module = await import(new URL("why401.js", PLACE).href);
await module.default({ module_or_path: await readFile(new URL("why401_bg.wasm", PLACE)) });

/** @param {any} [session] A storage area; one of its own where none is given. */
export function newCore(session = storage()) {
  return new Core(Promise.resolve(), module, session);
}

/** A storage area in memory, which keeps copies as the browsers' do. */
export function storage() {
  /** @type {Record<string, any>} */
  const kept = {};
  return {
    kept,
    get: async (/** @type {null | string | string[]} */ keys) => structuredClone(keys === null ? kept : Object.fromEntries([keys].flat().map((key) => [key, kept[key]]))),
    set: async (/** @type {Record<string, any>} */ items) => void Object.assign(kept, structuredClone(items)),
    remove: async (/** @type {string | string[]} */ keys) => {
      for (const key of [keys].flat()) delete kept[key];
    },
  };
}
