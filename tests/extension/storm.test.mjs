/**
 * Storms without a browser: whatever comes, every request is counted, the number on the button does not wait for the store,
 * and what waits for its turn to alarm has it.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Diagnoser } from "../../extension/background/diagnoser.js";
import { Pace } from "../../extension/background/pace.js";
import { Settle } from "../../extension/background/settle.js";
import { Tabs } from "../../extension/background/tabs.js";
import { Turns } from "../../extension/background/turns.js";
import { alarming, grouped, unlisted } from "../../extension/shared/problems.js";
import { keeper, storage } from "./storage.mjs";

/** @type {unknown[]} */
const problems = [];

/** @param {{session?: any, wait?: number, ignored?: boolean}} [given] */
function background({ session = storage(), wait = 20, ignored = false } = {}) {
  const kept = keeper(session);
  const tabs = new Tabs(kept, async () => []);
  /** @type {Map<number, number>} */
  const numbers = new Map();
  let explained = 0;
  const diagnose = (log) => ({
    cause: "token-invalid", state: log._settled || wait === 0 ? "open" : "pending", alarm: true, own: true, settle: wait, failing: log.failing,
    group: `token-invalid|${new URL(log.failing.url).hostname}|${log.failing.url}`,
  });
  const settle = new Settle((tab, id) => diagnoser.settled(tab, id), (error) => problems.push(error));
  const diagnoser = new Diagnoser(/** @type {any} */ ({
    tabs, settle, pace: new Pace(), turns: new Turns(), privateOnly: false,
    capture: { left: () => false },
    exchange: { gather: async (seen) => (ignored ? undefined : { entries: [], _failing: 0, failing: { method: seen.method, url: seen.url, status: 401 } }) },
    core: {
      explain: async (log) => {
        explained += 1;
        return { log, diagnosis: diagnose(log) };
      },
      diagnose: async (log) => diagnose(log), sameSite: async () => () => false, redact: async (log) => log,
    },
    show: (tab, record) => numbers.set(tab, alarming(record)),
    speak: async () => undefined, note: () => undefined,
  }));
  return { kept, tabs, settle, diagnoser, numbers, explained: () => explained };
}

let made = 0;
const refused = (url, tab = 1) => /** @type {any} */ ({
  id: String(made += 1), tab, frame: 0, type: "xmlhttprequest", method: "GET", url, status: 401, initiator: "https://a.example", started: Date.now(), ended: Date.now(), sent: [], received: [],
});
const counted = ({ cases, earlier }) => grouped(cases, earlier).reduce((sum, one) => sum + one.count, 0) + unlisted(cases, earlier);

test("three hundred addresses refused at once are one number and one entry, and all are counted, in the store too", async () => {
  const { diagnoser, settle, tabs, kept, numbers, explained } = background();
  await Promise.all(Array.from({ length: 300 }, (_, at) => diagnoser.failed(refused(`https://a.example/${at}`))));
  await settle.settled(1);
  await kept.settled();
  assert.equal(counted(tabs.get(1)), 300);
  assert.deepEqual(grouped(tabs.get(1).cases, tabs.get(1).earlier).map((one) => one.count), [300]);
  assert.equal(numbers.get(1), 1);
  assert.ok(explained() <= 12);
  const later = new Tabs(keeper(kept.session), async () => [1]);
  await later.ready;
  assert.equal(counted(later.get(1)), 300);
});

test("ten thousand over three hundred addresses are counted, each once", async () => {
  const { diagnoser, settle, tabs } = background();
  for (let round = 0; round < 100; round += 1) await Promise.all(Array.from({ length: 100 }, (_, at) => diagnoser.failed(refused(`https://a.example/${(round * 100 + at) % 300}`))));
  await settle.settled(1);
  assert.equal(counted(tabs.get(1)), 10_000);
});

test("a page that is refused by a thousand servers keeps no other tab waiting, and loses none", async () => {
  const { diagnoser, settle, tabs, numbers } = background({ wait: 0 });
  const storm = Array.from({ length: 1_000 }, (_, at) => diagnoser.failed(refused(`https://h${at}.example/`, 1)));
  await diagnoser.failed(refused("https://quiet.example/", 2));
  assert.equal(numbers.get(2), 1);
  assert.ok(counted(tabs.get(1)) < 100, "the other tab had to wait for the storm's end");
  await Promise.all(storm);
  await settle.settled(1);
  assert.equal(counted(tabs.get(1)), 1_000);
});

test("of a hundred servers that refuse at once each case has its turn to alarm", async () => {
  const { diagnoser, settle, numbers } = background({ wait: 50 });
  await Promise.all(Array.from({ length: 100 }, (_, at) => diagnoser.failed(refused(`https://h${at}.example/`))));
  await settle.settled(1);
  assert.equal(numbers.get(1), 100);
});

test("the number stands though the store takes nothing", async () => {
  const session = storage();
  session.set = () => new Promise(() => undefined);
  const { diagnoser, settle, numbers, tabs } = background({ session });
  await diagnoser.failed(refused("https://a.example/"));
  await settle.settled(1);
  assert.equal(numbers.get(1), 1);
  assert.equal(tabs.get(1).cases.length, 1);
});

test("a site that is to be left alone has no record, however often it is refused", async () => {
  const { diagnoser, settle, tabs } = background({ ignored: true });
  await Promise.all(Array.from({ length: 50 }, (_, at) => diagnoser.failed(refused(`https://a.example/${at}`))));
  await settle.settled(1);
  assert.equal(tabs.records.size, 0);
});

test("none of this has met an error", () => {
  assert.deepEqual(problems, []);
});
