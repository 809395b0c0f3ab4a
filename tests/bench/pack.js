/**
 * Packs a request and a jar for the core: `src/cookie/packed.rs` says how.
 */

/**
 * @typedef {object} JarCookie
 * @property {string} name
 * @property {string} value
 * @property {string} domain
 * @property {boolean} hostOnly
 * @property {string} path
 * @property {boolean} secure
 * @property {boolean} httpOnly
 * @property {string} sameSite
 * @property {number} [expirationDate]
 * @property {{topLevelSite?: string}} [partitionKey]
 */

/**
 * @typedef {object} Asked
 * @property {number} family 1 Chromium, 2 Firefox, 3 Safari.
 * @property {number} major
 * @property {number} now Milliseconds since 1970.
 * @property {string} method
 * @property {string} url
 * @property {string} page
 */

const encoder = new TextEncoder();
/** @type {Record<string, number>} */
const SAME_SITES = { no_restriction: 0, lax: 1 << 2, strict: 2 << 2, unspecified: 3 << 2 };
/** In words of four octets. */
const HEAD = 8;
const RECORD = 4;
/** A pair of this many letters cannot be over the limit of 4096 octets, whatever letters they are. */
const SURELY_SMALL = 1365;
/** Two places of texts are one number, and stay apart, below this. */
const APART = 1 << 20;

let bytes = new Uint8Array(1 << 17);
let words = new Uint32Array(bytes.buffer);
let numbers = new Float64Array(bytes.buffer);
/** @type {string[]} */
let texts = [];
/** @type {Map<string, number>} */
const places = new Map();
/** @type {number[]} The words of the kinds. */
let kinds = [];
/** @type {Map<number, number>} */
const kindPlaces = new Map();

/**
 * The question's bytes, good until the next one is packed.
 * @param {Asked} asked
 * @param {JarCookie[]} jar
 */
export function pack(asked, jar) {
  grow(4 * (HEAD + 2 * RECORD * jar.length));
  texts = [asked.method, asked.url, asked.page];
  kinds = [];
  places.clear();
  kindPlaces.clear();
  words[0] = asked.family;
  words[1] = asked.major;
  numbers[1] = asked.now;
  words[4] = jar.length;
  let at = HEAD;
  for (const cookie of jar) {
    numbers[at >> 1] = cookie.expirationDate ?? Infinity;
    words[at + 2] = octets(cookie.name, cookie.value);
    words[at + 3] = kindOf(cookie);
    at += RECORD;
  }
  words.set(kinds, at);
  words[5] = kinds.length / RECORD;
  words[6] = texts.length;
  words[7] = 0;
  return withTexts(4 * (at + kinds.length));
}

/** @param {JarCookie} cookie */
function kindOf({ domain, path, partitionKey, hostOnly, secure, sameSite }) {
  const domainPlace = placeOf(domain);
  const pathPlace = placeOf(path);
  const site = partitionKey === undefined ? 0 : placeOf(partitionKey.topLevelSite ?? "");
  const flags = (hostOnly ? 1 : 0) | (secure ? 2 : 0) | (SAME_SITES[sameSite] ?? 0);
  // A partition is rare: its cookies are kinds of their own.
  const key = site === 0 ? (domainPlace * APART + pathPlace) * 16 + flags : -1 - kinds.length;
  let place = kindPlaces.get(key);
  if (place === undefined) {
    place = kinds.length / RECORD;
    kinds.push(domainPlace, pathPlace, flags, site);
    kindPlaces.set(key, place);
  }
  return place;
}

/** @param {string} text */
function placeOf(text) {
  let place = places.get(text);
  if (place === undefined) {
    place = texts.push(text) - 1;
    places.set(text, place);
  }
  return place;
}

/** @param {string} name @param {string} value */
function octets(name, value) {
  const letters = name.length + value.length;
  return letters <= SURELY_SMALL ? letters : encoder.encode(name + value).length;
}

/** @param {number} lengths Where the lengths of the texts begin. */
function withTexts(lengths) {
  const start = lengths + 4 * texts.length;
  const all = texts.join("");
  grow(start + 3 * all.length);
  const { written } = encoder.encodeInto(all, bytes.subarray(start));
  const ascii = written === all.length;
  for (let index = 0; index < texts.length; index += 1) {
    const text = /** @type {string} */ (texts[index]);
    words[lengths / 4 + index] = ascii ? text.length : encoder.encode(text).length;
  }
  return bytes.subarray(0, start + written);
}

/** @param {number} wanted */
function grow(wanted) {
  if (wanted <= bytes.length) return;
  const larger = new Uint8Array(8 * Math.ceil(wanted / 4));
  larger.set(bytes);
  bytes = larger;
  words = new Uint32Array(bytes.buffer);
  numbers = new Float64Array(bytes.buffer);
}
