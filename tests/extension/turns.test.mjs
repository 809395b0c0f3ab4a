/**
 * Work that waits for its turn.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Lines } from "../../extension/background/lines.js";
import { Turns, URGENCY } from "../../extension/background/turns.js";

test("each tab has its turn, however much another asks for", async () => {
  const turns = new Turns(async () => undefined);
  /** @type {string[]} */
  const order = [];
  const ask = (tab, name, urgency = URGENCY.new) => turns.take(tab, urgency, async () => void order.push(name));
  await Promise.all([ask(1, "a1"), ask(1, "a2"), ask(1, "a3"), ask(2, "b1"), ask(3, "c1")]);
  assert.deepEqual(order, ["a1", "b1", "c1", "a2", "a3"].sort((left, right) => order.indexOf(left) - order.indexOf(right)));
  assert.ok(order.indexOf("b1") < order.indexOf("a3") && order.indexOf("c1") < order.indexOf("a3"));
});

test("a case whose time is up goes before what is new", async () => {
  const turns = new Turns(async () => undefined);
  /** @type {string[]} */
  const order = [];
  const ask = (name, urgency) => turns.take(1, urgency, async () => void order.push(name));
  await Promise.all([ask("first", URGENCY.new), ask("new", URGENCY.new), ask("changed", URGENCY.changed), ask("settled", URGENCY.settled)]);
  assert.deepEqual(order, ["first", "settled", "changed", "new"]);
});

test("the browser's events have their turn between two pieces of work", async () => {
  const turns = new Turns();
  /** @type {string[]} */
  const order = [];
  setImmediate(() => order.push("event"));
  await Promise.all(Array.from({ length: 50 }, (_, index) => turns.take(1, URGENCY.new, async () => void order.push(`work ${index}`))));
  assert.ok(order.indexOf("event") < order.length - 1, "the event came after all the work");
});

test("work that fails is its own asker's, and the next has its turn", async () => {
  const turns = new Turns(async () => undefined);
  await assert.rejects(turns.take(1, URGENCY.new, async () => {
    throw new Error("no");
  }));
  assert.equal(await turns.take(1, URGENCY.new, async () => "yes"), "yes");
});

test("what happens to one case happens one after another, and a failure does not stop the next", async () => {
  const lines = new Lines();
  /** @type {string[]} */
  const order = [];
  const work = (name, times) => async () => {
    for (let time = 0; time < times; time += 1) await null;
    order.push(name);
  };
  const failing = lines.next(1, "a", async () => {
    await null;
    throw new Error("no");
  });
  const all = [assert.rejects(failing), lines.next(1, "a", work("slow", 9)), lines.next(1, "a", work("fast", 0)), lines.next(1, "b", work("other", 1))];
  await lines.ended(1);
  await Promise.all(all);
  assert.deepEqual(order, ["other", "slow", "fast"]);
  assert.equal(lines.tabs.size, 0);
});
