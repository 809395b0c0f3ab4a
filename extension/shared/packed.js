/**
 * Plain data as text, with each long string and each set of arguments that repeats written once: a diagnosis has the
 * same arguments in every fix and every step, and the address in each of them.
 *
 * `pack({a: "https://x.test/orders", b: "https://x.test/orders"})` is `{"t":["https://x.test/orders"],"d":{"a":"~0","b":"~0"}}`.
 * A string that begins with the mark of a reference itself is written with a second one: `~` as `~~`.
 */

const MARK = "~";

/** What is shorter than this is no longer than its reference. */
const SHORTEST = 8;

/**
 * @param {unknown} value Plain data.
 * @returns {string}
 */
export function pack(value) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  count(value, "", counts);
  /** @type {Map<string, number>} */
  const places = new Map();
  /** @type {unknown[]} */
  const table = [];
  const packed = put(value, "", { counts, places, table });
  return JSON.stringify({ t: table, d: packed });
}

/**
 * @param {{t: unknown[], d: unknown}} packed The parsed text.
 * @returns {any}
 */
export function unpack({ t: table, d: data }) {
  return take(data, table);
}

/**
 * @param {unknown} value
 * @param {string} key
 * @param {Map<string, number>} counts
 */
function count(value, key, counts) {
  const name = nameOf(value, key);
  if (name !== undefined) {
    const times = (counts.get(name) ?? 0) + 1;
    counts.set(name, times);
    // What stands in a repeated set of arguments stands once already.
    if (times > 1) return;
  }
  if (typeof value === "object" && value !== null) for (const [inner, one] of Object.entries(value)) count(one, inner, counts);
}

/**
 * @param {unknown} value
 * @param {string} key
 * @param {{counts: Map<string, number>, places: Map<string, number>, table: unknown[]}} state
 * @returns {unknown}
 */
function put(value, key, state) {
  const name = nameOf(value, key);
  if (name === undefined || (state.counts.get(name) ?? 0) < 2) return plain(value, state);
  let place = state.places.get(name);
  if (place === undefined) {
    place = state.table.length;
    state.places.set(name, place);
    state.table.push(null);
    state.table[place] = plain(value, state);
  }
  return MARK + place;
}

/**
 * @param {unknown} value
 * @param {{counts: Map<string, number>, places: Map<string, number>, table: unknown[]}} state
 * @returns {unknown}
 */
function plain(value, state) {
  if (typeof value === "string") return value.startsWith(MARK) ? MARK + value : value;
  if (Array.isArray(value)) return value.map((one) => put(one, "", state));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, put(one, inner, state)]));
}

/**
 * The name under which a value that may repeat is counted; nothing for one that is not worth it.
 * @param {unknown} value
 * @param {string} key
 */
function nameOf(value, key) {
  if (typeof value === "string") return value.length >= SHORTEST ? `s${value}` : undefined;
  return key === "args" && typeof value === "object" && value !== null ? `o${JSON.stringify(value)}` : undefined;
}

/**
 * @param {unknown} value
 * @param {unknown[]} table
 * @returns {unknown}
 */
function take(value, table) {
  if (typeof value === "string") {
    if (!value.startsWith(MARK)) return value;
    const rest = value.slice(MARK.length);
    return rest.startsWith(MARK) ? rest : take(table[Number(rest)], table);
  }
  if (Array.isArray(value)) return value.map((one) => take(one, table));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, take(one, table)]));
}
