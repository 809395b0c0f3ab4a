/**
 * A store that is none of a browser's, for the tests.
 */

import { Keeper } from "../../extension/background/keeper.js";

/** @param {Record<string, any>} [initial] */
export function storage(initial = {}) {
  /** @type {Record<string, any>} */
  const kept = structuredClone(initial);
  return {
    kept,
    writes: 0,
    /** @param {null | string | string[]} keys */
    async get(keys) {
      const wanted = keys === null ? Object.keys(kept) : [keys].flat();
      return structuredClone(Object.fromEntries(wanted.map((key) => [key, kept[key]])));
    },
    /** @param {Record<string, unknown>} items */
    async set(items) {
      this.writes += 1;
      Object.assign(kept, structuredClone(items));
    },
    /** @param {string | string[]} keys */
    async remove(keys) {
      for (const key of [keys].flat()) delete kept[key];
    },
    onChanged: { addListener: () => undefined },
  };
}

/**
 * @param {any} [session]
 * @param {number} [budget]
 */
export function keeper(session = storage(), budget) {
  /** @type {string[]} */
  const states = [];
  return Object.assign(new Keeper(session, (state) => void states.push(state), budget), { states });
}

/**
 * A case as the background makes them.
 * @param {string} id
 * @param {any} [more]
 * @returns {any}
 */
export function caseOf(id, { diagnosis = {}, ...more } = {}) {
  const at = Number(id);
  return {
    id, request: id, at, started: at, method: "GET", count: 1, due: 0, own: true, type: "xmlhttprequest", frame: 0, log: { entries: [], _failing: 0 },
    ...more,
    diagnosis: { group: `c|https://a.example|/${id}`, state: "open", alarm: true, cause: "c", failing: { method: "GET", url: `https://a.example/${id}`, status: 401 }, ...diagnosis },
  };
}
