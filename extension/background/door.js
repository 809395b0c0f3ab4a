/**
 * What a page or a server sends is cut here, before anything reads or keeps it: an address of a megabyte or a thousand
 * fields delay nobody. What was cut is told, in the words that the core knows, for a part is not the whole.
 */

/** @typedef {chrome.webRequest.HttpHeader} Header */
/** @typedef {"address" | "value" | "fields"} Cut */

/**
 * Characters of an address, of one field's value and of one credential, and fields of one message. Credentials have more
 * room: half a token is another token.
 */
export const DOOR = Object.freeze({ address: 4_096, value: 8_192, credential: 65_536, fields: 200 });

/** Names of fields that may hold a credential; a challenge is none. */
const CREDENTIAL = /^(?!(?:www|proxy)-authenticate$).*(?:auth|cookie|key|token|session|secret)/iu;

/**
 * An address that is too long ends between two pairs of its query, else between two segments of its path; it never loses
 * its host: `https://user:…@host/` would become another one.
 * @param {string} url
 * @returns {string}
 */
export function cutUrl(url) {
  if (url.length <= DOOR.address) return url;
  const from = url.indexOf("://") + 3;
  const length = url.slice(from).search(/[/?#]/u);
  const end = length < 0 ? url.length : from + length;
  const authority = url.slice(from, end).split("@").at(-1) ?? "";
  // No host's name is longer than 253 characters.
  const origin = `${url.slice(0, from)}${authority.slice(-300)}`;
  const rest = url.slice(end, end + DOOR.address - origin.length);
  const place = Math.max(rest.lastIndexOf("&"), rest.lastIndexOf("?"), rest.lastIndexOf("#"));
  return origin + rest.slice(0, place >= 0 ? place : rest.lastIndexOf("/") + 1);
}

/**
 * The fields of a message within the caps.
 * @param {Header[] | undefined} fields
 * @returns {{fields: Header[] | undefined, cut: Cut[]}}
 */
export function cutFields(fields) {
  if (!fields || (fields.length <= DOOR.fields && !fields.some(isLong))) return { fields, cut: [] };
  const lines = fields.flatMap(linesOf);
  const kept = lines.slice(0, DOOR.fields);
  /** @type {Cut[]} */
  const cut = [];
  if (kept.some(isLong)) cut.push("value");
  if (lines.length > kept.length) cut.push("fields");
  return { fields: kept.map((one) => (isLong(one) ? shortened(one) : one)), cut };
}

/**
 * Firefox gives all `Set-Cookie` lines of a response as one value, a line each.
 * @param {Header} field
 * @returns {Header[]}
 */
function linesOf(field) {
  if (!field.value || !/^set-cookie$/iu.test(field.name)) return [field];
  return field.value.split("\n").map((value) => ({ name: field.name, value }));
}

/** @param {string} name */
function room(name) {
  return CREDENTIAL.test(name) ? DOOR.credential : DOOR.value;
}

/** @param {Header} field */
function isLong({ name, value, binaryValue }) {
  const bytes = /** @type {any} */ (binaryValue);
  const length = value?.length ?? bytes?.byteLength ?? bytes?.length ?? 0;
  return length > DOOR.value && length > room(name);
}

/**
 * @param {Header} field
 * @returns {Header}
 */
function shortened({ name, value, binaryValue }) {
  if (value === undefined) return { name, binaryValue: /** @type {any} */ (binaryValue).slice(0, room(name)) };
  const short = value.slice(0, room(name));
  // Half a cookie's value would be taken for another value.
  return { name, value: /^cookie$/iu.test(name) ? short.slice(0, Math.max(0, short.lastIndexOf(";"))) : short };
}
