/**
 * What Chromium's private windows keep in place of the session's storage, which they would share with all other windows
 * and leave behind: a database of the private profile. It is in memory, and ends with the last private window.
 */

/** @typedef {import("./session.js").Area} Area */

const NAME = "session";
const STORE = "kept";

/** @implements {Area} */
export class PrivateArea {
  constructor() {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE);
    this.opened = result(opening);
    this.channel = new BroadcastChannel(NAME);
    this.onChanged = {
      /** @param {(changes: Record<string, unknown>) => void} listener */
      addListener: (listener) => this.channel.addEventListener("message", ({ data }) => listener(data)),
    };
  }

  /** @param {null | string | string[]} keys */
  async get(keys) {
    const store = await this.store("readonly");
    const wanted = keys === null ? (await result(store.getAllKeys())).map(String) : [keys].flat();
    const values = await Promise.all(wanted.map((key) => result(store.get(key))));
    return Object.fromEntries(wanted.map((key, index) => [key, values[index]]).filter(([, value]) => value !== undefined));
  }

  /** @param {Record<string, unknown>} items */
  async set(items) {
    const store = await this.store("readwrite");
    await Promise.all(Object.entries(items).map(([key, value]) => result(store.put(value, key))));
    this.tell(Object.keys(items));
  }

  /** @param {string | string[]} keys */
  async remove(keys) {
    const store = await this.store("readwrite");
    const gone = [keys].flat();
    await Promise.all(gone.map((key) => result(store.delete(key))));
    this.tell(gone);
  }

  /** @param {IDBTransactionMode} mode */
  async store(mode) {
    return (await this.opened).transaction(STORE, mode).objectStore(STORE);
  }

  /** @param {string[]} keys */
  tell(keys) {
    this.channel.postMessage(Object.fromEntries(keys.map((key) => [key, true])));
  }
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function result(request) {
  return new Promise((keep, fail) => {
    request.onsuccess = () => keep(request.result);
    request.onerror = () => fail(request.error);
  });
}
