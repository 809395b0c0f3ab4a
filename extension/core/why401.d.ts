/** What the build puts beside this file: the Rust core, as wasm-bindgen exports it. */

import type { Diagnosis, Log, Past, Recurrence } from "../shared/records.js";

/** Loads and starts the module. */
export default function init(options: { module_or_path: string }): Promise<unknown>;
/** A random key for the tags that stand for equal secrets. */
export function newKey(): Uint8Array;
/** Takes the secrets out of a log, and explains its failing exchange. */
export function explain(log: object, key: Uint8Array): { log: Log; diagnosis: Diagnosis };
/** Explains a log whose secrets were taken out before. */
export function diagnose(log: object): Diagnosis;
/** Takes the secrets out of a log. */
export function redact(log: object, key: Uint8Array): Log;
/** The same log with tags of another key. */
export function rekey(log: object, key: Uint8Array): Log;
export function exported(cases: {log: Log, report: object}[], format: string, key: Uint8Array): string;
/** The site of a host: its registrable domain by the public suffix list, private section included. */
export function site(host: string): string;
/** Whether two URLs are of one site, whatever their schemes. */
export function sameSite(one: string, other: string): boolean;
/** What comes again and again of a history, the most frequent first; each day is when it began, in milliseconds. */
export function recurrences(history: { items: (Past & { day: number })[] }): Recurrence[];
