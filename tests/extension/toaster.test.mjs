import assert from "node:assert/strict";
import { test } from "node:test";
import { Toaster } from "../../extension/background/toaster.js";
import { emptyTab } from "../../extension/shared/records.js";
import { defaults } from "../../extension/shared/settings.js";
import { Words } from "../../extension/shared/words.js";

const told = { key: "said" };
const one = (id, cause, more = {}, diagnosis = {}) => ({
  id, own: true, due: 0, at: 1, type: "xmlhttprequest", ...more,
  diagnosis: { cause, confidence: "certain", state: "open", alarm: true, failing: { status: 401 }, fixes: [], summary: { person: told, developer: told }, ...diagnosis },
});

/** @param {{page?: string, cases?: any[], values?: Record<string, unknown>, muted?: boolean}} given */
function setUp({ page = "https://shop.example", cases = [], values = {}, muted = false }) {
  const record = { ...emptyTab(), page, cases };
  /** @type {string[]} */
  const shown = [];
  const tabs = { get: () => record, isPrivate: new Map(), change: async (_tab, _private, change) => change(record), touch: async (_tab, change) => change(record) };
  const toaster = new Toaster(/** @type {any} */ ({
    tabs,
    settings: { read: async () => ({ ...defaults(), ...values }), muted: async () => muted },
    siteOf: async (host) => host,
    words: async () => new Words({}),
    inject: async (_tab, text) => void shown.push(text.cause),
    remove: async () => undefined,
  }));
  return { record, shown, toaster };
}

test("a fault of the page's own is told of", async () => {
  const { shown, toaster } = setUp({ cases: [one("1", "session-expired")] });
  await toaster.speak(1, "1");
  assert.deepEqual(shown, ["session-expired"]);
});

test("what is no fault, waits, has mended itself or is another site's is never told of", async () => {
  const cases = [
    one("harmless", "challenge-handshake", {}, { state: "harmless", alarm: false }), one("recovered", "token-expired", {}, { state: "recovered" }),
    one("waiting", "no-credentials", { due: 9 }), one("foreign", "no-credentials", { own: false }), one("silent", "no-credentials", {}, { alarm: false }),
  ];
  const { shown, toaster } = setUp({ cases });
  for (const { id } of cases) await toaster.speak(1, id);
  assert.deepEqual(shown, []);
});

test("one cause is told of once on a page, and nothing while another message is open", async () => {
  const { record, shown, toaster } = setUp({ cases: [one("1", "session-expired"), one("2", "csrf"), one("3", "session-expired")] });
  await toaster.speak(1, "1");
  await toaster.speak(1, "2");
  assert.deepEqual(shown, ["session-expired"]);
  record.toast = "";
  await toaster.speak(1, "3");
  assert.deepEqual(shown, ["session-expired"]);
  await toaster.speak(1, "2");
  assert.deepEqual(shown, ["session-expired", "csrf"]);
});

test("nothing is told of where it was muted, nor on a kind of site where it is switched off", async () => {
  for (const given of [{ muted: true }, { values: { toastsElsewhere: false } }, { page: "http://localhost:3000", values: { toastsLocal: false } }]) {
    const { shown, toaster } = setUp({ ...given, cases: [one("1", "session-expired")] });
    await toaster.speak(1, "1");
    assert.deepEqual(shown, []);
  }
  const { shown, toaster } = setUp({ page: "http://localhost:3000", values: { toastsElsewhere: false }, cases: [one("1", "session-expired")] });
  await toaster.speak(1, "1");
  assert.deepEqual(shown, ["session-expired"]);
});

test("a document's own failure waits for the document", async () => {
  const { shown, toaster } = setUp({ cases: [one("1", "no-credentials", { type: "main_frame", at: 100 })] });
  await toaster.speak(1, "1");
  assert.deepEqual(shown, []);
  await toaster.arrived(1, 150);
  assert.deepEqual(shown, ["no-credentials"]);
});
