/**
 * Packs a jar for the core: `src/cookie/packed.rs` says how.
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

const encoder = new TextEncoder();
const SAME_SITES = ["no_restriction", "lax", "strict", "unspecified"];
let bytes = new Uint8Array(1 << 20);
let view = new DataView(bytes.buffer);
let place = 0;

/** @param {string} text */
function put(text) {
  const { length } = text;
  let index = 0;
  for (; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) break;
    bytes[place + 2 + index] = code;
  }
  const { written } = index < length ? encoder.encodeInto(text.slice(index), bytes.subarray(place + 2 + index)) : { written: 0 };
  bytes[place] = (index + written) & 0xff;
  bytes[place + 1] = (index + written) >> 8;
  place += 2 + index + written;
}

/** @param {JarCookie[]} jar */
export function pack(jar) {
  place = 0;
  for (const cookie of jar) {
    const most = 32 + 3 * (cookie.name.length + cookie.value.length + cookie.domain.length + cookie.path.length + (cookie.partitionKey?.topLevelSite?.length ?? 0));
    if (place + most > bytes.length) grow(most);
    bytes[place] = +cookie.hostOnly | (+cookie.secure << 1) | (+cookie.httpOnly << 2) | (+(cookie.expirationDate !== undefined) << 3)
      | (+(cookie.partitionKey !== undefined) << 4) | (SAME_SITES.indexOf(cookie.sameSite) << 5);
    view.setFloat64(place + 1, cookie.expirationDate ?? 0, true);
    place += 9;
    put(cookie.name);
    put(cookie.value);
    put(cookie.domain);
    put(cookie.path);
    put(cookie.partitionKey?.topLevelSite ?? "");
  }
  return bytes.subarray(0, place);
}

/** @param {number} more */
function grow(more) {
  const larger = new Uint8Array(2 * bytes.length + more);
  larger.set(bytes);
  bytes = larger;
  view = new DataView(bytes.buffer);
}
