import assert from "node:assert/strict";
import { test } from "node:test";

import { headlined, parted, plain } from "../../extension/shared/text.js";
import { newCore } from "./core.mjs";

const SECRETS = ["49960de5880e8c687434170f6476605b", "CANARY12gH9jK2mN5pQ8sT1vW4"];

test("whatever the core cut shows as an ellipsis", async () => {
  const core = newCore();
  for (const secret of SECRETS) {
    const log = await core.redact({
      version: "1.2",
      entries: [{
        request: { method: "GET", url: `https://a.example/${secret}`, headers: [{ name: "Cookie", value: `SESS${secret}=${secret}` }, { name: `X-${secret}`, value: secret }] },
        response: { status: 401 },
      }],
    }, false);
    const { url, headers } = log.entries[0].request;
    const fields = headers.flatMap((/** @type {any} */ field) => [field.name, field.value]);
    assert.ok(fields.join().includes("~") && fields.join().includes("redacted("), "nothing was cut, so this would prove nothing");
    for (const shown of [url, ...fields].map((text) => plain(text))) {
      assert.doesNotMatch(shown, /~|redacted/u);
    }
    assert.match(plain(headers[0].value), /^(?:SESS)?…=…$/u);
    assert.deepEqual(parted(headers[0].value).filter((part) => part.text).map((part) => part.cut).slice(-3), [true, false, true]);
  }
});

test("what only looks like a cut is left as it stands", () => {
  for (const text of ["~user/", "a~1.b~", "~32.9f3a2b1~", "redacted"]) assert.equal(plain(text), text);
});

test("a text to people is a headline and what to do, in every script, and a host's dots end nothing", () => {
  assert.deepEqual(headlined("Your session at shop.example has expired. Sign in again."), { headline: "Your session at shop.example has expired", detail: "Sign in again." });
  assert.deepEqual(headlined("shop.example のセッションが切れました。もう一度サインインしてください。"), { headline: "shop.example のセッションが切れました", detail: "もう一度サインインしてください。" });
  assert.deepEqual(headlined("Session expirée : reconnectez-vous. Merci."), { headline: "Session expirée", detail: "reconnectez-vous. Merci." });
  assert.deepEqual(headlined("Signed out? Sign in."), { headline: "Signed out?", detail: "Sign in." });
  assert.deepEqual(headlined("Only one sentence."), { headline: "Only one sentence", detail: "" });
});
