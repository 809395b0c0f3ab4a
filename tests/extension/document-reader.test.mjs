/**
 * A refused document's text is read once it stands in its frame, and only then.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { DocumentReader } from "../../extension/background/document-reader.js";
import { Settle } from "../../extension/background/settle.js";

const URL_401 = "https://app.example/orders";
const seen = (more = {}) => /** @type {any} */ ({ id: "7", type: "main_frame", frame: 0, method: "GET", url: URL_401, status: 401, started: 1_000, ended: 1_050, ...more });

/** @param {{kept?: boolean, read?: () => Promise<any>}} [how] */
function setUp({ kept = true, read = async () => ({ type: "text/html", text: "<p>expired" }) } = {}) {
  /** @type {any[]} */
  const told = [];
  const asked = /** @type {number[]} */ ([]);
  const settle = new Settle(async () => undefined, (error) => {
    throw error;
  });
  const reader = new DocumentReader({
    read: async (_, frame) => {
      asked.push(frame);
      return read();
    },
    isKept: async () => kept,
    tell: async (tab, entry) => void told.push([tab, entry.response.content, entry.request.url]),
    settle,
  });
  return { asked, reader, settle, told };
}

test("the text joins the case once the document stands there, and its tab settles then", async () => {
  const { reader, settle, told } = setUp();
  reader.expect(1, seen());
  assert.equal(settle.busy.get(1), 1);
  await reader.arrived(1, 0, `${URL_401}#part`, 1_060);
  await settle.settled(1);
  assert.deepEqual(told, [[1, { mimeType: "text/html", text: "<p>expired" }, URL_401]]);
});

test("where the browser tells of the document first, its text is read all the same", async () => {
  const { reader, settle, told } = setUp();
  await reader.arrived(1, 0, URL_401, 1_040);
  reader.expect(1, seen());
  await settle.settled(1);
  assert.equal(told.length, 1);
});

test("a document that stood there before is not the refused one", async () => {
  const { asked, reader } = setUp();
  await reader.arrived(1, 0, URL_401, 900);
  reader.expect(1, seen());
  reader.forget(1);
  assert.deepEqual(asked, []);
});

test("another document, a call of a script and a page that is not watched are not read", async () => {
  const { asked, reader } = setUp();
  reader.expect(1, seen());
  await reader.arrived(1, 0, "https://app.example/other", 1_060);
  reader.expect(1, seen({ type: "xmlhttprequest" }));
  await reader.arrived(1, 0, URL_401, 1_060);
  assert.deepEqual(asked, []);
  const ignored = setUp({ kept: false });
  ignored.reader.expect(1, seen());
  await ignored.reader.arrived(1, 0, URL_401, 1_060);
  assert.deepEqual(ignored.asked, []);
});

test("a page that cannot be entered is no fault, and any other failure is one", async () => {
  const closed = setUp({ read: () => Promise.reject(new Error("Frame with ID 0 is showing error page")) });
  closed.reader.expect(1, seen());
  await closed.reader.arrived(1, 0, URL_401, 1_060);
  assert.deepEqual(closed.told, []);
  const broken = setUp({ read: () => Promise.reject(new Error("broken")) });
  broken.reader.expect(1, seen());
  await assert.rejects(broken.reader.arrived(1, 0, URL_401, 1_060), /broken/u);
});
