/**
 * Looks up what the core names by key: the words stand in one table per language.
 */

import { tame } from "./tame.js";

/** @typedef {{key: string, args?: Record<string, unknown>}} Told A message's key and what is filled in. */

export class Words {
  /**
   * @param {Record<string, string>} table
   * @param {string} [language] A BCP 47 tag: it decides on plurals.
   */
  constructor(table, language = "en") {
    this.table = table;
    this.language = language;
    this.plurals = new Intl.PluralRules(language);
  }

  /**
   * Whether there are words for a key.
   * @param {string} key
   */
  has(key) {
    return Object.hasOwn(this.table, key) || Object.hasOwn(this.table, `${key}#other`);
  }

  /**
   * The words for a key, with its arguments filled in; the key itself where there are none.
   * @param {string} key
   * @param {Record<string, unknown>} [args]
   * @returns {string}
   */
  text(key, args = {}) {
    const count = Number(args.count);
    const form = Number.isFinite(count) ? `${key}#${this.plurals.select(count)}` : key;
    const found = [form, key, `${key}#other`].find((one) => Object.hasOwn(this.table, one));
    return found === undefined ? key : fill(this.raw(found), args, this.language);
  }

  /**
   * The name of a cause; of one without words, its id in words.
   * @param {string} cause
   */
  title(cause) {
    return this.has(`${cause}.title`) ? this.text(`${cause}.title`) : cause.replaceAll("-", " ");
  }

  /**
   * The key under which the words of a key stand: another one where it only names that (`@key`).
   * @param {string} key
   */
  under(key) {
    const text = this.table[key] ?? "";
    return text.startsWith("@") ? text.slice(1) : key;
  }

  /**
   * What the table holds for a key; where that only names another key (`@key`), what stands there.
   * @param {string} key
   */
  raw(key) {
    const text = this.table[key] ?? "";
    return text.startsWith("@") ? (this.table[text.slice(1)] ?? text) : text;
  }

  /**
   * The words for a message of the core, which is a key with arguments or a bare key.
   * @param {Told | string | undefined | null} told
   * @returns {string}
   */
  tell(told) {
    if (!told) return "";
    return typeof told === "string" ? this.text(told) : this.text(told.key, told.args ?? {});
  }

  /**
   * The numbered lines under a key, `<key>.1`, `<key>.2` and so on.
   * @param {string} key
   * @param {Record<string, unknown>} [args]
   * @returns {string[]}
   */
  lines(key, args = {}) {
    const lines = [];
    for (let number = 1; this.has(`${key}.${number}`); number += 1) lines.push(this.text(`${key}.${number}`, args));
    return lines;
  }
}

/** The units of a length of time from the longest on, with their seconds. */
const UNITS = /** @type {const} */ ([["year", 31_557_600], ["month", 2_629_800], ["day", 86_400], ["hour", 3_600], ["minute", 60]]);

/** Up to this many seconds are told in seconds. */
const SECONDS = 90;

/**
 * A length of time as people say it: "45 seconds", "1 hour", "6 years".
 * @param {number} length In seconds.
 * @param {string} language
 */
function duration(length, language) {
  const seconds = Math.max(1, Math.round(Math.abs(length)));
  const [unit, size] = UNITS.find(([, one]) => seconds >= one && seconds > SECONDS) ?? /** @type {const} */ (["second", 1]);
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(Math.round(seconds / size));
}

/**
 * Puts arguments in the place of `{name}`; a name without an argument stays as it stands.
 * `{duration_seconds}` is the argument `seconds` as people say it ("1 hour"); `minutes` counts minutes.
 * @param {string} text
 * @param {Record<string, unknown>} args
 * @param {string} language
 */
function fill(text, args, language) {
  return text.replace(/\{(duration_)?(\w+)\}/gu, (whole, measured, name) => {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    if (value === undefined || value === null) return whole;
    if (measured) return Number.isFinite(Number(value)) ? duration(Number(value) * (name === "minutes" ? 60 : 1), language) : whole;
    return tame(Array.isArray(value) ? value.join(", ") : String(value));
  });
}

/**
 * The languages that there are words in, English first.
 * @param {(path: string) => string} url Gives a file of the extension its address.
 * @returns {Promise<string[]>}
 */
export async function loadLanguages(url) {
  return (await fetch(url("words/index.json"))).json();
}

/**
 * A language's name in that language.
 * @param {string} language
 */
export function nameOf(language) {
  return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
}

/**
 * Loads the English table, and lays another language's over it, key by key, where there is one.
 * @param {(path: string) => string} url Gives a file of the extension its address.
 * @param {string} [language] A BCP 47 tag.
 * @returns {Promise<Words>}
 */
export async function loadWords(url, language = "en") {
  const read = async (/** @type {string} */ name) => (await fetch(url(`words/${name}.json`))).json();
  const [english, languages] = await Promise.all([read("en"), loadLanguages(url)]);
  const base = language.split("-")[0] ?? "en";
  if (base === "en" || !languages.includes(base)) return new Words(english, "en");
  return new Words({ ...english, ...(await read(base)) }, base);
}
