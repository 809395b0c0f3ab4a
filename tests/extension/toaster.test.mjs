import assert from "node:assert/strict";
import { test } from "node:test";
import { Toaster, textOf } from "../../extension/background/toaster.js";
import { emptyTab } from "../../extension/shared/records.js";
import { defaults } from "../../extension/shared/settings.js";
import { Words } from "../../extension/shared/words.js";

const told = { key: "said" };
const one = (id, cause, more = {}, diagnosis = {}) => ({
  id, own: true, due: 0, at: 1, type: "xmlhttprequest", ...more,
  diagnosis: { cause, confidence: "certain", state: "open", alarm: true, sameSiteWithPage: true, failing: { status: 401 }, fixes: [], summary: { person: told, developer: told }, ...diagnosis },
});

/** @param {{page?: string, cases?: any[], values?: Record<string, unknown>, muted?: boolean, stands?: boolean}} given */
function setUp({ page = "https://shop.example", cases = [], values = {}, muted = false, stands = true }) {
  const record = { ...emptyTab(), page, cases };
  /** @type {string[]} */
  const shown = [];
  /** @type {any[]} */
  const places = [];
  const tabs = { get: () => record, isPrivate: new Map(), change: async (_tab, _private, change) => change(record), touch: async (_tab, change) => change(record) };
  const toaster = new Toaster(/** @type {any} */ ({
    tabs,
    settings: { read: async () => ({ ...defaults(), ...values }), muted: async () => muted },
    siteOf: async (host) => host,
    words: async () => new Words({}),
    inject: async (_tab, place) => {
      const { toast } = record;
      shown.push(record.cases.find((each) => each.id === toast)?.diagnosis.cause);
      places.push(place);
      return stands;
    },
    frame: "moz-extension://abc/toast/frame.html",
    remove: async () => undefined,
  }));
  return { record, shown, places, toaster };
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

test("where a message is taken back, a problem that came meanwhile has its turn", async () => {
  const { record, shown, toaster } = setUp({ cases: [one("1", "token-expired"), one("2", "retry-loop")] });
  await toaster.speak(1, "1");
  await toaster.speak(1, "2");
  assert.deepEqual(shown, ["token-expired"]);
  record.cases[0].diagnosis.state = "recovered";
  await toaster.speak(1, "1");
  assert.deepEqual(shown, ["token-expired", "retry-loop"]);
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

test("of a request to another site the message inside the page says that there was one, and no more", () => {
  const words = new Words({ said: "sid of bank.example was not sent", "interface.toast.foreign": "A request from this page was rejected", "interface.toast.foreign.details": "Details", "interface.toast.kicker": "{status} explained", "interface.toast.mute": "Not here again", "interface.confidence.likely": "Likely", "fix.x.title": "Set it at bank.example" });
  const about = { fixes: [{ who: "person", key: "fix.x" }], confidence: "likely" };
  for (const view of /** @type {const} */ (["developer", "person"])) {
    const foreign = textOf(/** @type {any} */ (one("1", "samesite-strict", {}, { ...about, sameSiteWithPage: false })), words, view);
    assert.deepEqual([foreign.kicker, foreign.hedge, foreign.sentence, foreign.todo, foreign.details, foreign.mute], ["", "", "A request from this page was rejected", "", "Details", ""]);
    assert.ok(textOf(/** @type {any} */ (one("1", "samesite-strict", {}, about)), words, view).sentence.includes("bank.example"));
  }
});

test("the message offers the person's first fix where it touches the page's own site alone", () => {
  const words = new Words({ "interface.act.reload": "Reload page", "interface.toast.kicker": "explained", "fix.x.title": "x", "fix.y.title": "y", "fix.z.title": "z" });
  const reload = { who: "person", key: "fix.x", action: { kind: "reload" } };
  const other = { who: "person", key: "fix.y", action: { kind: "open", url: "https://other.example/" } };
  const coded = { who: "frontend", key: "fix.z" };
  /** @param {object[]} fixes @param {object} [more] @param {"person" | "developer"} [view] @param {string[]} [tried] */
  const act = (fixes, more = {}, view = "person", tried = []) => textOf(/** @type {any} */ (one("1", "csrf", {}, { fixes, confidence: "certain", ...more })), words, view, tried).act;
  assert.equal(act([coded, reload, other]), "Reload page");
  assert.equal(act([other, reload]), "", "another host's page is opened from the popup");
  assert.equal(act([reload, other], {}, "person", ["fix.x"]), "", "what did not help is not offered again");
  assert.equal(act([reload], {}, "developer"), "");
  assert.equal(act([reload], { sameSiteWithPage: false }), "");
});

test("of other sites one message comes, however many causes there are", async () => {
  const { record, shown, toaster } = setUp({ page: "http://localhost:3000", cases: ["samesite-strict", "token-expired"].map((cause, at) => one(String(at), cause, {}, { sameSiteWithPage: false })) });
  await toaster.speak(1, "0");
  await toaster.left(1);
  await toaster.speak(1, "1");
  assert.equal(shown.length, 1);
  assert.deepEqual(record.toasted, ["foreign"], "the cause is not kept either");
});

test("the words go to the frame that was put there, and to no other", async () => {
  const { places, toaster } = setUp({ cases: [one("1", "csrf")] });
  await toaster.speak(1, "1");
  const nonce = new URL(places[0].address).hash.slice(1);
  assert.ok(!JSON.stringify(places).includes("csrf"), "what is put into the page holds no cause");
  assert.equal(places[0].origin, "https://shop.example");
  assert.ok(await toaster.text(1, nonce, "https://shop.example/x"));
  assert.equal(await toaster.text(1, "guessed", "https://shop.example/x"), undefined);
  assert.equal(await toaster.text(1, nonce, "https://other.example/"), undefined, "another document stands there by now");
  assert.deepEqual([toaster.knows(1, nonce), toaster.knows(1, "guessed"), toaster.knows(1, "")], [true, false, false]);
  await toaster.left(1);
  assert.equal(toaster.knows(1, nonce), false);
});

test("where the page takes no message, none is held to stand there", async () => {
  const { record, toaster } = setUp({ stands: false, cases: [one("1", "csrf")] });
  await toaster.speak(1, "1");
  assert.equal(record.toast, "");
});
