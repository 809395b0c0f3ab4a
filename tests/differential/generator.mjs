/**
 * Seeded plans: which cookies are set where, and which requests ask for them.
 */

/** Names that are one site and names that are not, trustworthy over http and not. */
export const HOSTS = [
  "a.test", "www.a.test", "api.a.test", "b.test", "sub.b.test",
  "localhost", "app.localhost", "api.localhost", "www.site.localhost", "api.site.localhost",
  "127.0.0.1", "one.github.io", "two.github.io",
];

/** @param {number} seed A generator of numbers from 0 up to 1 (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @typedef {object} Place
 * @property {"http" | "https"} scheme
 * @property {string} host
 */

/**
 * @typedef {object} Ask
 * @property {"fetch" | "image" | "frame" | "link" | "form" | "typed"} how
 * @property {"include" | "same-origin" | "omit"} credentials
 * @property {Place[]} hops The last one answers; those before redirect.
 * @property {string[]} lines `Set-Cookie` lines of the answer.
 */

/**
 * @typedef {object} Round
 * @property {{place: Place, lines: string[]}[]} fill
 * @property {Place} top
 * @property {Place[]} frames
 * @property {Ask[]} asks
 */

export class Generator {
  /** @param {number} seed */
  constructor(seed) {
    this.next = random(seed);
    this.count = 0;
  }

  /** @template T @param {T[]} list @returns {T} */
  pick(list) {
    return /** @type {T} */ (list[Math.floor(this.next() * list.length)]);
  }

  /** @param {number} share */
  chance(share) {
    return this.next() < share;
  }

  /** @returns {Place} */
  place() {
    return { scheme: this.chance(0.6) ? "https" : "http", host: this.pick(HOSTS) };
  }

  /** Mostly a neighbour of the place given, where the rules differ most. @param {Place} near @returns {Place} */
  near(near) {
    const site = (/** @type {string} */ host) => host.split(".").slice(-2).join(".");
    const neighbours = HOSTS.filter((host) => site(host) === site(near.host));
    const host = this.chance(0.7) ? this.pick(neighbours) : this.pick(HOSTS);
    return { scheme: this.chance(0.75) ? near.scheme : near.scheme === "http" ? "https" : "http", host };
  }

  /** @param {string} host @returns {string} */
  line(host) {
    this.count += 1;
    const prefix = this.chance(0.9) ? "" : this.pick(["__Host-", "__Secure-", "__HOST-", "__secure-", "__Http-", "__Host-Http-", "__Host"]);
    const name = this.chance(0.04) ? this.pick(["sid", "theme"]) : `${prefix}c${this.count}`;
    let line = `${name}=v${this.count}`;
    if (this.chance(0.02)) line = this.pick([`=v${this.count}`, `v${this.count}`, `=c${this.count}=v`, `c${this.count}=a\tb`, `c${this.count}=a\x01b`, "=", `c${this.count}=${"x".repeat(this.pick([4080, 4097]))}`]);
    const add = (/** @type {number} */ share, /** @type {() => string} */ text) => {
      if (this.chance(share)) line += `; ${text()}`;
    };
    const above = host.split(".").slice(1).join(".");
    add(0.35, () => `Domain=${this.pick([host, host, above || host, above || host, `.${host}`, "b.test", "github.io", "localhost", "test", ""])}`);
    add(0.6, () => `Path=${this.pick(["/", "/", "/", "/status", "/stat", "/set", "/page", "/other", "", "relative", "/a\tb", `/${"p".repeat(1030)}`])}`);
    add(prefix ? 0.85 : 0.55, () => "Secure");
    add(prefix.includes("ttp") ? 0.6 : 0.3, () => "HttpOnly");
    add(0.75, () => `SameSite=${this.pick(["None", "None", "None", "Lax", "lax", "Strict", "STRICT", "foo", ""])}`);
    add(0.12, () => "Partitioned");
    add(0.15, () => `Max-Age=${this.pick(["3600", "3600", "0", "-1", "abc", "3600; Max-Age=abc", "99999999999"])}`);
    add(0.08, () => `Expires=${this.pick(["Wed, 21 Oct 2015 07:28:00 GMT", "Fri, 01 Jan 2038 00:00:00 GMT", "soon"])}`);
    return line;
  }

  /** @param {string} host @param {number} most */
  lines(host, most) {
    return Array.from({ length: 1 + Math.floor(this.next() * most) }, () => this.line(host));
  }

  /** @returns {Round} */
  round() {
    const top = this.place();
    const frames = [];
    if (this.chance(0.55)) frames.push(this.near(top));
    if (frames.length && this.chance(0.5)) frames.push(this.near(this.chance(0.5) ? top : /** @type {Place} */ (frames[0])));
    const inner = frames.at(-1) ?? top;
    const goals = [inner, this.near(inner), this.near(top), this.place()];
    const fill = goals.map((place) => ({ place, lines: this.lines(place.host, 7) }));
    const asks = Array.from({ length: 7 }, () => this.ask(inner, goals));
    // What leaves the page comes last.
    const last = { ...this.ask(inner, goals), how: this.pick(/** @type {Ask["how"][]} */ (["link", "form", "typed", "link"])) };
    return { fill, top, frames, asks: [...asks, last] };
  }

  /** @param {Place} inner @param {Place[]} goals @returns {Ask} */
  ask(inner, goals) {
    const goal = this.pick(goals);
    const hops = [goal];
    if (this.chance(0.25)) hops.unshift(this.chance(0.5) ? inner : this.near(goal));
    if (hops.length > 1 && this.chance(0.4)) hops.unshift(this.pick(goals));
    return {
      how: this.pick(/** @type {Ask["how"][]} */ (["fetch", "fetch", "fetch", "image", "frame"])),
      credentials: this.pick(/** @type {Ask["credentials"][]} */ (["include", "include", "include", "same-origin", "omit"])),
      hops,
      lines: this.chance(0.5) ? this.lines(goal.host, 3) : [],
    };
  }
}

/**
 * Whether a browser lets a page of these places ask there: mixed content is blocked, except on loopback.
 * @param {Place[]} around
 * @param {Place} goal
 */
export function mayAsk(around, goal) {
  const loopback = goal.host === "127.0.0.1" || goal.host === "localhost" || goal.host.endsWith(".localhost");
  return goal.scheme === "https" || loopback || around.every((place) => place.scheme === "http");
}
