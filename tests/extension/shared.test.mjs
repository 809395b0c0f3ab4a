import assert from "node:assert/strict";
import { test } from "node:test";
import { isOwn } from "../../extension/background/diagnoser.js";
import { mayRefresh, maySignIn } from "../../extension/background/kinds.js";
import { read, speaker } from "../../extension/shared/messages.js";
import { concerns, isLocal, sameSite, siteOf } from "../../extension/shared/sites.js";

test("a message that is not on the list is not read", () => {
  assert.equal(read({ kind: "view", tab: 1 }, "page")?.kind, "view");
  assert.equal(read({ kind: "view", tab: "1" }, "page"), undefined);
  assert.equal(read({ kind: "toString" }, "page"), undefined);
  assert.equal(read(null, "page"), undefined);
});

test("a toast may say little, and a page of ours may not speak as a toast", () => {
  assert.equal(read({ kind: "view", tab: 1 }, "toast"), undefined);
  assert.equal(read({ kind: "toast-mute" }, "page"), undefined);
  assert.equal(read({ kind: "toast-mute" }, "toast")?.kind, "toast-mute");
});

test("who speaks is told by the browser", () => {
  const home = "chrome-extension://abc/";
  assert.equal(speaker({ id: "abc", url: `${home}popup/popup.html` }, home, "abc"), "page");
  assert.equal(speaker({ id: "abc", url: "https://a.example/", tab: { id: 1 }, frameId: 0 }, home, "abc"), "toast");
  assert.equal(speaker({ id: "abc", url: "https://a.example/", tab: { id: 1 }, frameId: 3 }, home, "abc"), undefined);
  assert.equal(speaker({ id: "other", url: `${home}x` }, home, "abc"), undefined);
});

test("sites are told roughly", () => {
  assert.equal(siteOf("www.shop.example"), "shop.example");
  assert.equal(siteOf("a.b.co.uk"), "b.co.uk");
  assert.equal(siteOf("127.0.0.1"), "127.0.0.1");
  assert.equal(siteOf("localhost"), "localhost");
  assert.equal(sameSite("https://app.localhost/", "https://api.localhost/"), false);
  assert.equal(sameSite("https://www.site.localhost/", "https://api.site.localhost/"), true);
});

test("local is loopback and names under test", () => {
  assert.deepEqual(["http://app.localhost:3000/", "http://127.0.0.1/", "https://a.test/", "https://nas.local/", "https://localhost.example/"].map(isLocal), [true, true, true, true, false]);
});

test("cookies of siblings and parents concern a host, a stranger's do not", () => {
  assert.equal(concerns(".shop.example", "www.shop.example"), true);
  assert.equal(concerns("api.shop.example", "www.shop.example"), true);
  assert.equal(concerns("example", "localhost"), false);
});

test("badge and toast keep out of what is not the page's own", () => {
  const top = { url: "https://shop.example/", frames: [] };
  const asked = (url, page) => isOwn({ type: "xmlhttprequest", url }, page);
  assert.equal(asked("https://api.shop.example/me", top), true);
  assert.equal(asked("https://ads.example/me", top), false);
  assert.equal(asked("https://api.shop.example/me", { ...top, frames: ["https://ads.example/"] }), false);
  assert.equal(asked("https://api.example/me", { url: "http://localhost:3000/", frames: [] }), true);
  assert.equal(isOwn({ type: "main_frame", url: "https://any.example/" }, undefined), true);
});

test("sign-ins and refreshes are let through the sieve, plain look-ups are not", () => {
  const seen = (method, url, cookie) => ({ method, url, status: 200, received: cookie ? [{ name: "Set-Cookie", value: "a=b" }] : [] });
  assert.equal(maySignIn(seen("POST", "https://a.example/login")), true);
  assert.equal(maySignIn(seen("GET", "https://a.example/")), false);
  assert.equal(maySignIn(seen("GET", "https://a.example/", true)), false);
  assert.equal(maySignIn(seen("POST", "https://a.example/form", true)), true);
  assert.equal(mayRefresh(seen("POST", "https://a.example/oauth/token")), true);
  assert.equal(mayRefresh(seen("POST", "https://a.example/tokenise?x=/token")), false);
});
