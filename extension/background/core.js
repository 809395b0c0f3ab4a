/**
 * The Rust core, and the key of this browser session by which it tags equal secrets.
 */

/** @typedef {import("../shared/records.js").Log} Log */
/** @typedef {import("../shared/records.js").Diagnosis} Diagnosis */

/**
 * @typedef {object} Module What wasm-bindgen exports.
 * @property {() => Uint8Array} newKey
 * @property {(log: object, key: Uint8Array) => {log: Log, diagnosis: Diagnosis}} explain
 * @property {(log: object) => Diagnosis} diagnose
 * @property {(log: object, key: Uint8Array) => Log} redact
 * @property {(log: object, key: Uint8Array) => Log} rekey
 * @property {(cases: {log: Log, report: object}[], format: string, key: Uint8Array) => string} exported
 * @property {(host: string) => string} site
 * @property {(one: string, other: string) => boolean} sameSite
 */

export class Core {
  /**
   * @param {Promise<unknown>} started Kept when the module is ready.
   * @param {Module} module
   * @param {{get: (key: string) => Promise<any>, set: (items: Record<string, unknown>) => Promise<void>}} session
   */
  constructor(started, module, session) {
    this.module = module;
    this.session = session;
    this.started = started;
    /** @type {Map<boolean, Promise<Uint8Array>>} */
    this.keys = new Map();
  }

  /**
   * @param {object} log Raw.
   * @param {boolean} isPrivate
   */
  async explain(log, isPrivate) {
    return this.module.explain(log, await this.key(isPrivate));
  }

  /** @param {Log} log Redacted. */
  async diagnose(log) {
    await this.started;
    return this.module.diagnose(log);
  }

  /**
   * @param {object} log Raw.
   * @param {boolean} isPrivate
   */
  async redact(log, isPrivate) {
    return this.module.redact(log, await this.key(isPrivate));
  }

  /**
   * The same log with tags that can be matched with nothing else.
   * @param {Log} log Redacted.
   */
  async rekey(log) {
    await this.started;
    return this.module.rekey(log, this.module.newKey());
  }

  /**
   * A case without its secrets, as others take it; its tags can be matched with nothing else.
   * @param {Log} log Redacted.
   * @param {object} report What is said of it.
   * @param {string} format
   */
  async exported(log, report, format) {
    await this.started;
    return this.module.exported([{ log, report }], format, this.module.newKey());
  }

  /**
   * The site of a host: its registrable domain, by the public suffix list.
   * @param {string} host
   */
  async site(host) {
    await this.started;
    return this.module.site(host);
  }

  /**
   * Tells whether two URLs are of one site; what is no URL is of none.
   * @returns {Promise<(one: string | undefined, other: string | undefined) => boolean>}
   */
  async sameSite() {
    await this.started;
    return (one, other) => this.module.sameSite(one ?? "", other ?? "");
  }

  /**
   * The key of this browser session; private windows have their own.
   * @param {boolean} isPrivate
   * @returns {Promise<Uint8Array>}
   */
  key(isPrivate) {
    const kept = this.keys.get(isPrivate);
    if (kept) return kept;
    const asked = this.readKey(isPrivate ? "key:private" : "key");
    this.keys.set(isPrivate, asked);
    return asked;
  }

  /** The next private window gets a key that none had before. */
  forgetPrivate() {
    this.keys.delete(true);
  }

  /** @param {string} name */
  async readKey(name) {
    await this.started;
    const stored = (await this.session.get(name))[name];
    if (Array.isArray(stored)) return Uint8Array.from(stored);
    const key = this.module.newKey();
    await this.session.set({ [name]: [...key] });
    return key;
  }
}
