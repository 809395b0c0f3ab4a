import assert from "node:assert/strict";
import { test } from "node:test";
import { History } from "../../extension/background/history.js";
import { DAY, HOUR, buckets, startOfDay, table } from "../../extension/pages/past.js";
import { defaults } from "../../extension/shared/settings.js";

const now = new Date(2026, 4, 20, 15, 30).getTime();
let made = 0;
const past = (at, cause = "session-expired", kind = "open", site = "shop.example") => ({ id: String(made += 1), at, site, cause, kind });

test("a week is counted by the day, a day by the hour", () => {
  const week = buckets([past(now), past(now - DAY), past(now - DAY, "csrf", "recovered"), past(now - 30 * DAY)], 7, now);
  assert.deepEqual(week.map(({ open, mended, calm }) => open + mended + calm), [0, 0, 0, 0, 0, 2, 1]);
  const day = buckets([past(now, "x", "harmless"), past(now - HOUR)], 1, now);
  assert.equal(day.length, 24);
  assert.deepEqual([day[23]?.calm, day[22]?.open], [1, 1]);
});

test("days are the calendar's, also where the clocks change", () => {
  for (const month of [2, 9]) {
    const all = buckets([], 30, new Date(2026, month, 30, 12).getTime());
    for (const [index, one] of all.entries()) if (index > 0) assert.equal(one.from, all[index - 1]?.to);
    assert.ok(all.every((one) => one.from === startOfDay(one.from)));
  }
});

test("the table counts by site and cause", () => {
  const rows = table([past(1), past(3), past(2, "csrf", "recovered")]);
  assert.deepEqual(rows.map(({ cause, count, open, last }) => [cause, count, open, last]), [["session-expired", 2, 2, 3], ["csrf", 1, 0, 2]]);
});

test("one that stands for many requests counts as many", () => {
  const many = { ...past(now), count: 40 };
  assert.deepEqual(table([many, past(now)]).map(({ count, open }) => [count, open]), [[41, 41]]);
  assert.equal(buckets([many], 7, now).at(-1)?.open, 40);
});

/** @param {Record<string, unknown>} values */
function keeper(values) {
  const stored = { settings: { ...defaults(), ...values } };
  const local = {
    get: async (name) => ({ [name]: stored[name] }),
    set: async (items) => void Object.assign(stored, JSON.parse(JSON.stringify(items))),
    remove: async (name) => void delete stored[name],
  };
  return { stored, history: new History(/** @type {any} */ (local), /** @type {any} */ ({ read: async () => stored.settings }), async (host) => host.split(".").slice(-2).join("."), assert.fail) };
}

const failed = (id, more = {}) => /** @type {any} */ ({
  id, at: Date.now(), due: 0, log: { entries: ["secret"] },
  diagnosis: { cause: "session-expired", state: "open", alarm: true, failing: { url: "https://www.shop.example/users/42?token=hunter2" } }, ...more,
});

test("history is kept only if it is switched on, and holds time, site, cause and ending only", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const off = keeper({});
  off.history.note(failed("1"), false);
  await off.history.write();
  assert.equal(off.stored.history, undefined);
  const on = keeper({ history: true });
  on.history.note(failed("1"), false);
  on.history.note(failed("2", { due: 5 }), false);
  await on.history.write();
  assert.deepEqual(on.stored.history.items.map((one) => Object.keys(one).sort()), [["at", "cause", "id", "kind", "site"]]);
  assert.equal(on.stored.history.items[0].site, "shop.example");
  assert.doesNotMatch(JSON.stringify(on.stored.history), /hunter2|secret|users/u);
});

test("nothing of a private window is in the history", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { stored, history } = keeper({ history: true });
  history.note(failed("1"), true);
  await history.write();
  assert.deepEqual(stored.history.items, []);
});

test("what becomes of a case replaces what was noted, and what is too old goes", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { stored, history } = keeper({ history: true, historyDays: 1 });
  history.note(failed("old", { at: Date.now() - 2 * DAY }), false);
  history.note(failed("1"), false);
  await history.write();
  const mended = failed("1");
  mended.diagnosis.state = "resolved";
  history.note(mended, false);
  await history.write();
  assert.deepEqual(stored.history.items.map(({ id, kind }) => [id, kind]), [["1", "resolved"]]);
});

test("history that is switched off is gone at the next start", async () => {
  const { stored, history } = keeper({ history: false });
  Object.assign(stored, { history: { v: 1, items: [past(1)] } });
  await history.prune();
  assert.equal(stored.history, undefined);
});
