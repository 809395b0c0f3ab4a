import assert from "node:assert/strict";
import { test } from "node:test";
import { mayRefresh, maySignIn } from "../../extension/background/kinds.js";
import { read, speaker } from "../../extension/shared/messages.js";
import { isLocal } from "../../extension/shared/sites.js";

test("a message that is not on the list is not read", () => {
  assert.equal(read({ kind: "view", tab: 1 }, "page")?.kind, "view");
  assert.equal(read({ kind: "view", tab: "1" }, "page"), undefined);
  assert.equal(read({ kind: "toString" }, "page"), undefined);
  assert.equal(read(null, "page"), undefined);
});

test("what speaks from inside a page may say little, and a page of ours may not speak for it", () => {
  assert.equal(read({ kind: "view", tab: 1 }, "toast"), undefined);
  assert.equal(read({ kind: "toast-mute", nonce: "n" }, "page"), undefined);
  assert.equal(read({ kind: "toast-mute", nonce: "n" }, "place"), undefined);
  assert.equal(read({ kind: "toast-mute" }, "toast"), undefined);
  assert.equal(read({ kind: "toast-mute", nonce: "n" }, "toast")?.kind, "toast-mute");
  assert.equal(read({ kind: "toast-left" }, "place")?.kind, "toast-left");
});

test("who speaks is told by the browser", () => {
  const home = "chrome-extension://abc/";
  const frame = { id: "abc", url: `${home}toast/frame.html`, tab: { id: 1 } };
  assert.equal(speaker({ id: "abc", url: `${home}popup/popup.html` }, home, "abc"), "page");
  assert.equal(speaker({ ...frame, frameId: 4 }, home, "abc"), "toast");
  assert.equal(speaker({ ...frame, frameId: 0 }, home, "abc"), undefined);
  assert.equal(speaker({ id: "abc", url: "https://a.example/", tab: { id: 1 }, frameId: 0 }, home, "abc"), "place");
  assert.equal(speaker({ id: "abc", url: "https://a.example/", tab: { id: 1 }, frameId: 3 }, home, "abc"), undefined);
  assert.equal(speaker({ id: "other", url: `${home}x` }, home, "abc"), undefined);
});

test("local is loopback and names under test", () => {
  assert.deepEqual(["http://app.localhost:3000/", "http://127.0.0.1/", "https://a.test/", "https://nas.local/", "https://localhost.example/"].map(isLocal), [true, true, true, true, false]);
});

test("sign-ins and refreshes are let through the sieve, plain look-ups are not", () => {
  const seen = (method, url, cookie) => ({ method, url, status: 200, received: cookie ? [{ name: "Set-Cookie", value: "a=b" }] : [] });
  assert.equal(maySignIn(seen("POST", "https://a.example/login")), true);
  assert.equal(maySignIn(seen("GET", "https://a.example/")), false);
  assert.equal(maySignIn(seen("GET", "https://a.example/", true)), false);
  assert.equal(maySignIn(seen("POST", "https://a.example/form", true)), true);
  assert.equal(mayRefresh(seen("POST", "https://a.example/oauth/token")), true);
  assert.equal(mayRefresh(seen("POST", "https://a.example/tokenise?x=/token")), false);
  for (const way of ["refresh", "refresh_token", "auth/renew", "session/renewal", "silent-login", "tokens"]) assert.equal(mayRefresh(seen("POST", `https://a.example/${way}`)), true, way);
});
