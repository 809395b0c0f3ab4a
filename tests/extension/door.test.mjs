/**
 * What is too long is cut before anything reads it, and that it was cut is told.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Capture } from "../../extension/background/capture.js";
import { DOOR, cutFields, cutUrl } from "../../extension/background/door.js";
import { entryOf } from "../../extension/background/har.js";

test("a long address loses its end, and never its host", () => {
  const path = "abc/".repeat(250_000);
  assert.match(cutUrl(`https://a.example/${path}`), /^https:\/\/a\.example\/(?:abc\/){1000,1020}$/u);
  assert.match(cutUrl(`https://a.example/x?${"k=v&".repeat(9_000)}`), /^https:\/\/a\.example\/x\?(?:k=v&){1000,1020}k=v$/u);
  assert.equal(cutUrl(`https://a.example/${"x".repeat(1_000_000)}`), "https://a.example/");
  assert.equal(cutUrl(`https://${"u".repeat(9_000)}@a.example/${"x".repeat(9_000)}`), "https://a.example/");
  assert.ok(cutUrl(`https://${"u".repeat(9_000)}`).length < 400);
  const short = `https://a.example/${"x".repeat(4_000)}`;
  assert.equal(cutUrl(short), short);
});

test("values and fields over the caps are cut and named; others are left as they are", () => {
  const few = [{ name: "A", value: "1" }];
  assert.deepEqual(cutFields(few), { fields: few, cut: [] });
  const { fields, cut } = cutFields([{ name: "X-Long", value: "y".repeat(DOOR.value + 1) }, ...Array.from({ length: 300 }, (_, at) => ({ name: `X-${at}`, value: "" }))]);
  assert.equal(fields?.length, DOOR.fields);
  assert.equal(fields?.[0]?.value?.length, DOOR.value);
  assert.deepEqual(cut, ["value", "fields"]);
  assert.equal(cutFields([{ name: "X", binaryValue: /** @type {any} */ (new Uint8Array(DOOR.value + 1).buffer) }]).cut.length, 1);
});

test("a credential is not cut where another value would be: half a token is another token", () => {
  const value = "t".repeat(20_000);
  for (const name of ["Authorization", "Cookie", "Set-Cookie", "X-Api-Key"]) assert.deepEqual(cutFields([{ name, value }]).cut, []);
  for (const name of ["WWW-Authenticate", "Proxy-Authenticate", "Accept"]) assert.deepEqual(cutFields([{ name, value }]).cut, ["value"]);
});

test("no half of a cookie is left, and many Set-Cookie lines in one value are no long value", () => {
  const { fields } = cutFields([{ name: "Cookie", value: Array.from({ length: 6_000 }, (_, at) => `name${at}=value${at}`).join("; ") }]);
  assert.match(fields?.[0]?.value ?? "", /^(?:name(\d+)=value\1; )*name(\d+)=value\2$/u);
  const lines = Array.from({ length: 100 }, (_, at) => `c${at}=${"v".repeat(1_000)}`);
  const split = cutFields([{ name: "set-cookie", value: lines.join("\n") }]);
  assert.deepEqual(split.fields?.map((one) => one.value), lines);
  assert.deepEqual(split.cut, []);
});

test("a refused request of a megabyte is told of within the caps, with what was cut", () => {
  /** @type {any[]} */
  const failed = [];
  const capture = new Capture(/** @type {any} */ ({ failed: (seen) => failed.push(seen), challenged: () => undefined }));
  const details = { requestId: "1", tabId: 1, frameId: 0, parentFrameId: -1, type: "xmlhttprequest", method: "GET", url: `https://a.example/${"x".repeat(1_000_000)}`, timeStamp: 1 };
  capture.sent({ ...details, requestHeaders: [{ name: "Accept", value: "a/b, ".repeat(4_000) }] });
  capture.received({ ...details, statusCode: 401, statusLine: "HTTP/1.1 401", responseHeaders: [{ name: "WWW-Authenticate", value: "Basic realm=x, ".repeat(4_000) }] });
  const entry = entryOf(failed[0]);
  assert.deepEqual(entry._cut, ["address", "value"]);
  assert.ok(JSON.stringify(entry).length < 25_000);
});
