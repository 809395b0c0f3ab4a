/**
 * Deletes the cookies that a fix names, and puts them back for as long as that is promised. Their values are held in
 * memory and nowhere else: when the browser ends the background, nothing can be put back any more, and nothing offers it.
 */

/** @typedef {import("../shared/records.js").CookieName} CookieName */
/** @typedef {Record<string, any> & {name: string, value: string, domain: string, path: string, hostOnly: boolean, session: boolean}} Cookie */
/** @typedef {{cookies: Cookie[], names: string[], host: string, until: number, timers: ReturnType<typeof setTimeout>[]}} Held */

/** So long deleted cookies can be put back, in milliseconds. */
export const UNDO = 300_000;

/** Browsers end a background of which they hear nothing for 30 s; a call to them is heard. */
const AWAKE = 20_000;

/**
 * @typedef {object} Parts
 * @property {Pick<typeof chrome.cookies, "getAll" | "set">} cookies
 * @property {() => Promise<unknown>} stayAwake Anything that the browser hears.
 * @property {(error: unknown) => void} failed
 * @property {() => number} [now]
 */

export class Forgetting {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    this.now = parts.now ?? Date.now;
    /**
     * What can be put back, by jar and site.
     * @type {Map<string, Held>}
     */
    this.held = new Map();
  }

  /**
   * Deletes these cookies and no other.
   * @param {string} key Of jar and site.
   * @param {string} host Whose they are, for people.
   * @param {CookieName[]} wanted
   * @param {string | undefined} store
   * @returns {Promise<string[]>} The names of those that are there still.
   */
  async forget(key, host, wanted, store) {
    const found = (await Promise.all(wanted.map((one) => this.find(one, store)))).flat();
    this.hold(key, host, found);
    await Promise.all(found.map((one) => this.remove(one)));
    // The jar is believed, not what the calls say.
    return (await Promise.all(wanted.map((one) => this.find(one, store)))).flat().map((one) => one.name);
  }

  /**
   * Puts back what was deleted; a cookie that was set since stays as it is.
   * @param {string} key
   * @returns {Promise<string[]>} The names of those that the browser did not take.
   */
  async undo(key) {
    const held = this.held.get(key);
    if (!held) return [];
    this.drop(key);
    const failed = await Promise.all(held.cookies.map(async (one) => {
      const isThere = async () => (await this.find(one, one.storeId)).some((there) => isSame(there, one));
      if (!await isThere()) await this.set(one);
      return await isThere() ? [] : [one.name];
    }));
    return failed.flat();
  }

  /**
   * What can be put back, and until when.
   * @param {string} key
   */
  offer(key) {
    const held = this.held.get(key);
    return held && held.until > this.now() ? { host: held.host, names: held.names, until: held.until } : undefined;
  }

  /**
   * @param {string} key
   * @param {string} host
   * @param {Cookie[]} cookies
   */
  hold(key, host, cookies) {
    const before = this.held.get(key);
    this.drop(key);
    const all = [...cookies, ...(before?.cookies ?? []).filter((old) => !cookies.some((one) => isSame(one, old)))];
    if (all.length === 0) return;
    const awake = setInterval(() => void this.parts.stayAwake().catch(this.parts.failed), AWAKE);
    const end = setTimeout(() => this.drop(key), UNDO);
    this.held.set(key, { cookies: all, names: [...new Set(all.map((one) => one.name))], host, until: this.now() + UNDO, timers: [awake, end] });
  }

  /** @param {string} key */
  drop(key) {
    for (const timer of this.held.get(key)?.timers ?? []) clearTimeout(timer);
    this.held.delete(key);
  }

  /** Drops what private windows have left when the last of them closes. */
  forgetPrivate() {
    for (const key of this.held.keys()) if (key.startsWith("private ")) this.drop(key);
  }

  /**
   * The cookies of this name, domain and path, in every partition.
   * @param {CookieName} wanted
   * @param {string | undefined} store
   * @returns {Promise<Cookie[]>}
   */
  async find({ name, domain, path }, store) {
    const query = { name, domain: domain.replace(/^\./u, ""), partitionKey: {}, ...(store === undefined ? {} : { storeId: store }) };
    const all = /** @type {any[]} */ (await this.parts.cookies.getAll(/** @type {any} */ (query)));
    return all.filter((one) => one.name === name && one.domain === domain && one.path === path);
  }

  /**
   * One that expired long ago takes its own place only: by name and address the browser would take its namesakes, too.
   * @param {Cookie} cookie
   */
  async remove(cookie) {
    await this.set({ ...cookie, session: false, expirationDate: 1 });
  }

  /** @param {Cookie} cookie */
  async set({ hostOnly, session, ...cookie }) {
    /** @type {Record<string, any>} */
    const kept = { ...cookie, url: urlOf(cookie) };
    if (hostOnly) delete kept.domain;
    if (session) delete kept.expirationDate;
    if (!kept.firstPartyDomain) delete kept.firstPartyDomain;
    // What the browser refuses shows in the jar, and is named then.
    await Promise.allSettled([this.parts.cookies.set(/** @type {any} */ (kept))]);
  }
}

/**
 * The address under which a cookie can be changed; over http a Secure one could not.
 * @param {{domain: string, path: string}} cookie
 */
function urlOf({ domain, path }) {
  return `https://${domain.replace(/^\./u, "")}${path}`;
}

/** @param {Cookie} one @param {Cookie} other */
function isSame(one, other) {
  return one.name === other.name && one.domain === other.domain && one.path === other.path
    && JSON.stringify(one.partitionKey ?? null) === JSON.stringify(other.partitionKey ?? null);
}
