/**
 * What a page or a server sends is cut here, before anything reads or keeps it: an address of a megabyte or a thousand
 * fields delay nobody. What was cut is named, for a part is not the whole.
 */

/** @typedef {chrome.webRequest.HttpHeader} Header */

/** Characters of an address and of one field's value, and fields of one message. */
export const DOOR = Object.freeze({ url: 4_096, value: 8_192, fields: 200 });

/**
 * An address that is too long loses its end, never its origin: `https://user:…@host/` would become another host.
 * @param {string} url
 * @returns {string}
 */
export function cutUrl(url) {
  if (url.length <= DOOR.url) return url;
  const from = url.indexOf("://") + 3;
  const length = url.slice(from).search(/[/?#]/u);
  const end = length < 0 ? url.length : from + length;
  const authority = url.slice(from, end).split("@").at(-1) ?? "";
  // No host's name is longer than 253 characters.
  return `${url.slice(0, from)}${authority.slice(-300)}${url.slice(end)}`.slice(0, DOOR.url);
}

/**
 * The fields of a message within the caps.
 * @param {Header[] | undefined} fields
 * @returns {{fields: Header[] | undefined, cut: string[]}} Names of what was cut, in lower case; `fields` where some were left out.
 */
export function cutFields(fields) {
  if (!fields || (fields.length <= DOOR.fields && !fields.some(isLong))) return { fields, cut: [] };
  const lines = fields.flatMap(linesOf);
  const kept = lines.slice(0, DOOR.fields);
  const cut = new Set(kept.filter(isLong).map((one) => one.name.toLowerCase()));
  if (lines.length > kept.length) cut.add("fields");
  return { fields: kept.map((one) => (isLong(one) ? shortened(one) : one)), cut: [...cut] };
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

/** @param {Header} field */
function isLong({ value, binaryValue }) {
  return (value?.length ?? 0) > DOOR.value || (/** @type {any} */ (binaryValue)?.byteLength ?? /** @type {any} */ (binaryValue)?.length ?? 0) > DOOR.value;
}

/**
 * @param {Header} field
 * @returns {Header}
 */
function shortened({ name, value, binaryValue }) {
  if (value === undefined) return { name, binaryValue: /** @type {any} */ (binaryValue).slice(0, DOOR.value) };
  const short = value.slice(0, DOOR.value);
  // Half a cookie's value would be taken for another value.
  return { name, value: /^cookie$/iu.test(name) ? short.slice(0, Math.max(0, short.lastIndexOf(";"))) : short };
}
