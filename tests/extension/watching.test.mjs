/** "Watching since" is told where a gap is possible, and nowhere else. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Watching } from "../../extension/background/watching.js";

const settled = () => new Promise((keep) => setImmediate(keep));

/** A browser's session: its storage, clock and tabs, over several lives of the worker. */
function browser(context) {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000 });
  const kept = /** @type {any} */ ({});
  const session = { get: async () => structuredClone(kept), set: async (items) => void Object.assign(kept, structuredClone(items)) };
  const tabs = [7, 8];
  const life = async () => {
    // A dead worker's timers never run.
    context.mock.timers.reset();
    context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: clock.now });
    const watching = new Watching(/** @type {any} */ (session), async () => [...tabs], assert.fail);
    await watching.ready;
    return watching;
  };
  const clock = { now: 1_000, wait: async (time) => {
    clock.now += time;
    context.mock.timers.tick(time);
    await settled();
  } };
  return { life, clock, tabs, kept };
}

test("pages that stood there before the extension are watched since it came, later ones from their beginning", async (context) => {
  const { life } = browser(context);
  const watching = await life();
  assert.equal(watching.since(7), 1_000);
  watching.arrived(7);
  assert.equal(watching.since(7), undefined);
  assert.equal(watching.since(99), undefined);
  assert.equal(await watching.ready, false, "there was no earlier life in this session");
});

test("a worker that was stopped because nothing happened has missed nothing", async (context) => {
  const { life, clock } = browser(context);
  const first = await life();
  first.arrived(7);
  first.arrived(8);
  await clock.wait(16_000);
  await clock.wait(60_000);
  const second = await life();
  assert.equal(second.since(7), undefined);
  assert.equal(second.since(8), undefined);
  assert.equal(await second.ready, true);
});

test("a worker that was ended at work may have missed something: watching since the next", async (context) => {
  const { life, clock } = browser(context);
  const first = await life();
  first.arrived(7);
  await clock.wait(16_000);
  first.heard();
  await clock.wait(50);
  const second = await life();
  assert.equal(second.since(7), clock.now);
  second.arrived(7);
  await settled();
  await clock.wait(16_000);
  const third = await life();
  assert.equal(third.since(7), undefined);
  assert.equal(third.since(8), 17_050, "a page that was not loaded again keeps the gap");
});

test("many events are one write", async (context) => {
  const { life, clock, kept } = browser(context);
  const watching = await life();
  await clock.wait(16_000);
  assert.equal(kept.watching.busy, false);
  let writes = 0;
  const write = watching.write.bind(watching);
  watching.write = () => {
    writes += 1;
    return write();
  };
  for (let index = 0; index < 1_000; index += 1) watching.heard();
  await settled();
  assert.equal(kept.watching.busy, true);
  assert.equal(writes, 1);
});
