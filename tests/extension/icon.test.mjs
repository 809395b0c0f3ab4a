/**
 * The icon says where the extension does not watch.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Icon } from "../../extension/background/icon.js";
import { defaults } from "../../extension/shared/settings.js";
import { Words } from "../../extension/shared/words.js";

/** @param {{values?: object, granted?: string[]}} [given] */
function setUp({ values = {}, granted = ["<all_urls>"] } = {}) {
  /** @type {string[]} */
  const drawn = [];
  const state = { values: { ...defaults(), ...values }, granted };
  const icon = new Icon(/** @type {any} */ ({
    action: { setIcon: async ({ path }) => void drawn.push(path[16]), setTitle: async ({ title }) => void drawn.push(title) },
    settings: { read: async () => state.values },
    siteOf: async (host) => host.split(".").slice(-2).join("."),
    granted: async (pattern) => state.granted.includes(pattern),
    words: async () => new Words({ "interface.icon.ignored": "off for {host}", "interface.icon.not-granted": "no access to {host}" }),
  }));
  return { drawn, icon, state };
}

test("where a page is watched the icon stays as it is", async () => {
  const { drawn, icon } = setUp();
  await icon.arrived(1, "https://shop.example/cart");
  assert.deepEqual(drawn, []);
});

test("the icon is hollow where the site is ignored, and neutral again where it no longer is", async () => {
  const { drawn, icon, state } = setUp({ values: { ignored: ["shop.example"] } });
  await icon.arrived(1, "https://www.shop.example/");
  assert.deepEqual(drawn.splice(0), ["/icons/hollow-16.png", "off for www.shop.example"]);
  await icon.arrived(2, "https://news.example/");
  assert.deepEqual(drawn, []);
  state.values.ignored = [];
  await icon.show(1, "https://www.shop.example/");
  assert.deepEqual(drawn, ["/icons/quiet-16.png", "why401"]);
});

test("the icon is hollow where the site is not granted, and neutral on a granted one", async () => {
  const { drawn, icon } = setUp({ granted: ["https://mail.example/*"] });
  await icon.arrived(1, "https://shop.example:8443/");
  assert.deepEqual(drawn.splice(0), ["/icons/hollow-16.png", "no access to shop.example"]);
  await icon.arrived(2, "https://mail.example/inbox");
  await icon.arrived(3, "about:blank");
  assert.deepEqual(drawn, []);
});
