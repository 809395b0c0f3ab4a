/**
 * Pace: what repeats is counted, not looked at again and again, and every request is counted once.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Pace } from "../../extension/background/pace.js";

/** @param {string} url @param {number} ended @param {any} [more] */
const seen = (url, ended, more = {}) => /** @type {any} */ ({
  id: url, method: "GET", url, type: "xmlhttprequest", frame: 0, status: 401, initiator: "https://a.example", started: ended, ended, sent: [], received: [], ...more,
});

test("an address that repeats is looked at five times, then once a second", () => {
  const pace = new Pace();
  const times = Array.from({ length: 300 }, (_, index) => pace.take(1, seen("https://a.example/x", index * 10)).explain);
  assert.equal(times.filter(Boolean).length, 5 + 2);
});

test("three hundred addresses of one server that say the same are looked at twelve times", () => {
  const pace = new Pace();
  const ways = Array.from({ length: 300 }, (_, index) => pace.take(1, seen(`https://a.example/${index}`, 1)));
  assert.equal(ways.filter((way) => way.explain).length, 12);
});

test("another credential, another challenge, another server or another tab is looked at for itself", () => {
  const pace = new Pace();
  for (let index = 0; index < 50; index += 1) pace.take(1, seen(`https://a.example/${index}`, 1));
  const others = [
    seen("https://a.example/y", 1, { sent: [{ name: "Authorization", value: "Bearer x" }] }), seen("https://a.example/y", 1, { sent: [{ name: "Cookie", value: "sid=1" }] }),
    seen("https://a.example/y", 1, { received: [{ name: "WWW-Authenticate", value: "Basic" }] }), seen("https://b.example/y", 1),
  ];
  assert.deepEqual(others.map((one) => pace.take(1, one).explain), [true, true, true, true]);
  assert.equal(pace.take(2, seen("https://a.example/y", 1)).explain, true);
  assert.equal(pace.take(1, seen("https://a.example/y", 1)).explain, false);
});

test("what was passed over before its like was explained is counted with it, and what comes after at once", () => {
  const pace = new Pace();
  const all = Array.from({ length: 40 }, (_, index) => seen(`https://a.example/${index}`, 1));
  for (const one of all) pace.take(1, one);
  const [first] = all;
  assert.ok(first);
  assert.equal(pace.explained(1, first, { id: "1", name: "n" }), 28);
  assert.equal(pace.explained(1, first, { id: "1", name: "n" }), 0);
  assert.deepEqual(pace.take(1, seen("https://a.example/new", 2)), { explain: false, known: { id: "1", name: "n" } });
  assert.equal(pace.flush(1), 0);
});

test("a page that never repeats a shape is held to ten a second, and what was passed over is not lost", () => {
  const pace = new Pace();
  let explained = 0;
  for (let index = 0; index < 5_000; index += 1) if (pace.take(1, seen(`https://h${index}.example/`, 1)).explain) explained += 1;
  assert.equal(explained, 150);
  assert.equal(pace.flush(1), 5_000 - 150);
  assert.equal(pace.flush(1), 0);
});

test("a page that has gone takes its runs with it", () => {
  const pace = new Pace();
  for (let index = 0; index < 50; index += 1) pace.take(1, seen("https://a.example/x", 1));
  pace.forget(1);
  assert.equal(pace.take(1, seen("https://a.example/x", 2)).explain, true);
  assert.equal(pace.flush(1), 0);
});

test("where much waits already fewer of one shape are looked at, and all of them are counted", () => {
  for (const [waits, wanted] of [[0, 12], [17, 3], [49, 1]]) {
    const pace = new Pace();
    const all = Array.from({ length: 40 }, (_, index) => pace.take(1, seen(`https://a.example/${index}`, 1), waits).explain).filter(Boolean).length;
    assert.equal(all, wanted);
    assert.equal(pace.flush(1), 40 - all);
  }
});
