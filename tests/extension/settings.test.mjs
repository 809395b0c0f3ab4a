import assert from "node:assert/strict";
import { test } from "node:test";
import { defaults, hostName, readSettings, toasts, viewOf, watches } from "../../extension/shared/settings.js";
import { MOST, tame } from "../../extension/shared/tame.js";

test("settings that were written are read as they were", () => {
  const values = { ...defaults(), view: "developer", language: "de", watch: "listed", listed: ["shop.example"], history: true, historyDays: 30 };
  assert.deepEqual(readSettings(JSON.parse(JSON.stringify(values))), values);
});

test("what is unknown, or of the wrong form, is left out and the rest stands", () => {
  const hostile = {
    v: 1, view: "<script>", language: "../../x", toastsLocal: "yes", historyDays: 1e9, listed: ["https://a.example/path"], ignored: [1], muted: "all",
    toString: "x", __proto__: { history: true }, extra: 1, everything: true,
  };
  assert.deepEqual(readSettings(JSON.parse(JSON.stringify(hostile))), { ...defaults(), everything: true });
  assert.deepEqual(readSettings(JSON.parse('{"v":1,"__proto__":{"history":true},"constructor":{}}')), defaults());
  assert.equal(/** @type {any} */ ({}).history, undefined);
});

test("what is no settings is no settings", () => {
  for (const given of [null, undefined, 1, "x", [], {}, { v: 2, history: true }]) assert.equal(readSettings(given), undefined);
});

test("a host is told from what a person types", () => {
  assert.deepEqual(["www.Shop.example", " https://a.shop.example/x?y ", "localhost:3000", "127.0.0.1"].map(hostName), ["www.shop.example", "a.shop.example", "localhost", "127.0.0.1"]);
  assert.deepEqual(["", "  ", "a b", "http://", "x".repeat(400)].map(hostName), ["", "", "", "", ""]);
});

test("a site that is to be left alone is not watched, and only listed ones are if that is chosen", () => {
  const values = { ...defaults(), ignored: ["bank.example"] };
  assert.equal(watches(values, "bank.example"), false);
  assert.equal(watches(values, "shop.example"), true);
  const listed = { ...defaults(), watch: /** @type {const} */ ("listed"), listed: ["shop.example"] };
  assert.equal(watches(listed, "shop.example"), true);
  assert.equal(watches(listed, "news.example"), false);
});

test("messages go by the kind of site", () => {
  const values = { ...defaults(), toastsElsewhere: false };
  assert.equal(toasts(values, "http://app.localhost:3000/"), true);
  assert.equal(toasts(values, "https://shop.example/"), false);
});

test("endless text is cut, and marks that turn text around are spelled out", () => {
  assert.equal(tame("a".repeat(100_000)).length, MOST + 1);
  assert.equal(tame("user\u202Egpj.exe\u2066\u0000"), "user\\u202Egpj.exe\\u2066\\u0000");
  assert.equal(tame("<b>\"&'"), "<b>\"&'");
  assert.equal(tame("日本語 שלום"), "日本語 שלום");
});

test("until the person has chosen, local hosts have the developer's view and all others the simple one", () => {
  assert.equal(viewOf(defaults(), "http://localhost:3000"), "developer");
  assert.equal(viewOf(defaults(), "https://app.shop.test"), "developer");
  assert.equal(viewOf(defaults(), "https://shop.example"), "person");
  assert.equal(viewOf({ view: "person" }, "http://localhost:3000"), "person");
  assert.equal(viewOf({ view: "developer" }, "https://shop.example"), "developer");
});
