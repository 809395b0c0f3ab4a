/**
 * Copies what changes in memory into the store, as text: at most one write per key in a quarter of a second, of what has
 * changed since. Memory is the truth: a write that fails is told and tried again, and stops nothing else.
 */

/** Between two writes of one key, in milliseconds. */
const PAUSE = 250;

/** After a write that failed, in milliseconds. */
const AGAIN = 5_000;

/** All that is kept may take this many bytes; the browsers allow 10 MB. */
export const BUDGET = 6_000_000;

/** @typedef {import("../shared/session.js").Area} Area */

export class Keeper {
  /**
   * @param {Area} session
   * @param {(state: "ok" | "failed") => void} told
   * @param {number} [budget]
   */
  constructor(session, told, budget = BUDGET) {
    this.session = session;
    this.onChanged = session.onChanged;
    this.told = told;
    this.budget = budget;
    /**
     * Drops so many bytes of what is kept, the least wanted first.
     * @type {(bytes: number) => void}
     */
    this.shed = () => undefined;
    /**
     * What has changed since it was written, and how its text is made.
     * @type {Map<string, () => string>}
     */
    this.dirty = new Map();
    /** @type {Map<string, ReturnType<typeof setTimeout>>} */
    this.timers = new Map();
    /** @type {Map<string, number>} */
    this.written = new Map();
    /** @type {Map<string, number>} */
    this.sizes = new Map();
    /** @type {Map<string, Promise<void>>} */
    this.running = new Map();
    /** @type {Set<string>} */
    this.failing = new Set();
    /**
     * Who waits for the next write of a key.
     * @type {Map<string, (() => void)[]>}
     */
    this.waiters = new Map();
  }

  /** @returns {number} Bytes of all that is kept. */
  get size() {
    let sum = 0;
    for (const bytes of this.sizes.values()) sum += bytes;
    return sum;
  }

  /**
   * What is stored under these keys and can be read.
   * @param {null | string | string[]} keys
   * @returns {Promise<Record<string, any>>}
   */
  async get(keys) {
    const stored = await this.session.get(keys);
    return Object.fromEntries(Object.entries(stored).map(([key, text]) => {
      if (typeof text !== "string") return [key, text];
      this.sizes.set(key, sizeOf(text));
      return [key, parsed(text)];
    }));
  }

  /**
   * All that is stored; nothing where the store cannot be read, which is told: what comes is known all the same.
   * @returns {Promise<Record<string, any>>}
   */
  async all() {
    try {
      return await this.get(null);
    } catch {
      this.told("failed");
      return {};
    }
  }

  /**
   * Has something written soon; its text is made then.
   * @param {string} key
   * @param {() => string} textOf
   */
  mark(key, textOf) {
    this.dirty.set(key, textOf);
    this.wait(key, Math.max(0, (this.written.get(key) ?? 0) + PAUSE - Date.now()));
  }

  /**
   * Writes at once, and is kept when that is done.
   * @param {Record<string, unknown>} items
   */
  async set(items) {
    for (const [key, value] of Object.entries(items)) {
      this.dirty.set(key, () => JSON.stringify(value));
      await this.write(key);
    }
  }

  /** @param {string | string[]} keys */
  async remove(keys) {
    const all = [keys].flat();
    for (const key of all) this.drop(key);
    await Promise.all(all.map((key) => this.running.get(key)));
    await this.session.remove(all);
  }

  /**
   * Kept when all that waits now was written in its own time; what the store refuses is not waited for.
   * @returns {Promise<boolean>} Whether the store has taken it.
   */
  async settled() {
    await Promise.all([...this.dirty.keys()].filter((key) => !this.failing.has(key)).map((key) => new Promise((/** @type {(value?: undefined) => void} */ keep) => {
      this.waiters.set(key, [...(this.waiters.get(key) ?? []), keep]);
    })));
    return this.failing.size === 0;
  }

  /** Writes all that waits, and is kept when that is done. */
  async flush() {
    await Promise.all([...this.dirty.keys()].map((key) => this.write(key)));
  }

  /**
   * Removes what begins with a prefix, what was written longest ago first, until so much is free.
   * @param {string} prefix
   * @param {number} bytes
   * @returns {number} How much that was.
   */
  release(prefix, bytes) {
    const keys = [...this.sizes.keys()].filter((key) => key.startsWith(prefix));
    keys.sort((left, right) => (this.written.get(left) ?? 0) - (this.written.get(right) ?? 0));
    let freed = 0;
    for (const key of keys) {
      if (freed >= bytes) break;
      freed += this.sizes.get(key) ?? 0;
      void this.discard(key);
    }
    return freed;
  }

  /**
   * Removes what is not wanted any more; a failure is told, and stops nobody.
   * @param {string} key
   */
  discard(key) {
    return this.remove(key).catch(() => this.told("failed"));
  }

  /**
   * What is kept under a key has become smaller, and will be written so.
   * @param {string} key
   * @param {number} bytes
   */
  shrunk(key, bytes) {
    this.sizes.set(key, Math.max(0, (this.sizes.get(key) ?? 0) - bytes));
  }

  /**
   * @param {string} key
   * @param {number} pause
   */
  wait(key, pause) {
    if (this.timers.has(key)) return;
    this.timers.set(key, setTimeout(() => void this.write(key), pause));
  }

  /** @param {string} key */
  tell(key) {
    const waiting = this.waiters.get(key) ?? [];
    this.waiters.delete(key);
    for (const keep of waiting) keep();
  }

  /** @param {string} key */
  drop(key) {
    this.tell(key);
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.dirty.delete(key);
    this.sizes.delete(key);
    this.written.delete(key);
    this.recovered(key);
  }

  /**
   * One write of a key after the other.
   * @param {string} key
   * @returns {Promise<void>}
   */
  write(key) {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    const turn = (this.running.get(key) ?? Promise.resolve()).then(() => this.writeNow(key));
    const mine = turn.then(() => {
      if (this.running.get(key) === mine) this.running.delete(key);
      this.tell(key);
    });
    this.running.set(key, mine);
    return mine;
  }

  /** @param {string} key */
  async writeNow(key) {
    const textOf = this.dirty.get(key);
    if (!textOf) return;
    const text = this.fitted(key, textOf);
    this.dirty.delete(key);
    this.written.set(key, Date.now());
    try {
      await this.session.set({ [key]: text });
    } catch {
      this.failed(key, textOf);
      return;
    }
    this.recovered(key);
  }

  /**
   * The text to be written; what is kept gives way until it fits.
   * @param {string} key
   * @param {() => string} textOf
   */
  fitted(key, textOf) {
    let text = textOf();
    this.sizes.set(key, sizeOf(text));
    const over = this.size - this.budget;
    if (over > 0) {
      this.shed(over);
      text = textOf();
      this.sizes.set(key, sizeOf(text));
    }
    return text;
  }

  /**
   * @param {string} key
   * @param {() => string} textOf
   */
  failed(key, textOf) {
    this.failing.add(key);
    this.told("failed");
    if (!this.dirty.has(key)) this.dirty.set(key, textOf);
    this.wait(key, AGAIN);
  }

  /** @param {string} key */
  recovered(key) {
    if (this.failing.delete(key) && this.failing.size === 0) this.told("ok");
  }
}

/**
 * What a text takes in the store: UTF-8.
 * @param {string} text
 */
export function sizeOf(text) {
  return new TextEncoder().encode(text).length;
}

/**
 * A text that was cut or is of somebody else is nothing.
 * @param {string} text
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
