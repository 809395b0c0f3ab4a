import assert from "node:assert/strict";
import { test } from "node:test";

import { parted, plain } from "../../extension/shared/text.js";
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
