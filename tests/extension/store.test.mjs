import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

const ROOT = new URL("../../extension/", import.meta.url);
const read = (name) => readFile(new URL(name, ROOT), "utf8");
const manifests = await Promise.all(["manifest.json", "manifest.chrome.json", "manifest.firefox.json"].map(async (name) => JSON.parse(await read(name))));
const asked = new Set(manifests.flatMap((one) => [...(one.permissions ?? []), ...(one.optional_permissions ?? [])]));

test("each permission has its justification, and none is justified that is not asked for", async () => {
  const headings = [...(await read("store/permissions.md")).matchAll(/^## (.+)$/gmu)].map(([, name]) => name);
  assert.deepEqual(headings.filter((name) => name !== "host permissions").sort(), [...asked].sort());
  assert.ok(headings.includes("host permissions"));
});

test("each justification says something", async () => {
  for (const part of (await read("store/permissions.md")).split(/^## /mu).slice(1)) assert.ok(part.split("\n").slice(1).join(" ").trim().length > 60, part);
});

test("the README names each permission, too", async () => {
  const readme = await readFile(new URL("../README.md", ROOT), "utf8");
  for (const name of asked) assert.ok(readme.includes(`\`${name}\``), name);
});

test("what is never asked for is not asked for", () => {
  for (const name of ["debugger", "tabs", "history", "management"]) assert.equal(asked.has(name), false, name);
});

test("the listing's summary is the manifest's description, and fits the stores", async () => {
  const summary = (await read("store/listing.md")).split("\n")[2] ?? "";
  assert.equal(summary, JSON.parse(await read("_locales/en/messages.json")).extensionDescription.message);
  assert.ok(summary.length <= 132);
});

test("there is an icon of every size, and it is of that size", async () => {
  const [base] = manifests;
  for (const [size, path] of Object.entries({ ...base.icons, ...base.action.default_icon })) {
    const png = await readFile(new URL(path, ROOT));
    assert.equal(png.readUInt32BE(16), Number(size), path);
    assert.equal(png.readUInt32BE(20), Number(size), path);
  }
  const drawn = (await readdir(new URL("icons/", ROOT))).filter((name) => name.endsWith(".png"));
  const sizes = (/** @type {RegExp} */ kind) => drawn.flatMap((name) => Number(kind.exec(name)?.[1] ?? 0) || []).sort((left, right) => left - right);
  assert.deepEqual(sizes(/^(\d+)\.png$/u), [16, 24, 32, 48, 64, 128]);
  for (const toolbar of [/^quiet-(\d+)\.png$/u, /^hollow-(\d+)\.png$/u]) assert.deepEqual(sizes(toolbar), [16, 24, 32, 48]);
});

test("nothing is transmitted, by the manifest's own word and by the pages' policy", () => {
  const firefox = manifests[2].browser_specific_settings.gecko.data_collection_permissions;
  assert.deepEqual(firefox.required, ["none"]);
  assert.match(manifests[0].content_security_policy.extension_pages, /default-src 'none'.*connect-src 'self'/u);
});
