import assert from "node:assert/strict";
import { test } from "node:test";
import { Words } from "../../extension/shared/words.js";

const words = new Words({
  plain: "Sign in on {host}.",
  "times#one": "once",
  "times#other": "{count} times",
  shared: "Shared by {host}.",
  referring: "@shared",
  code: "@app.get()",
  "fix.step.1": "First.",
  "fix.step.2": "Then {what}.",
  "long.1": "One.",
  "long.2": "Two.",
  "long.3": "Three.",
  "long.4": "Four.",
});

test("arguments are filled in, and what is missing stays to be seen", () => {
  assert.equal(words.text("plain", { host: "a.example" }), "Sign in on a.example.");
  assert.equal(words.text("plain"), "Sign in on {host}.");
});

test("an argument is never read as a template", () => {
  assert.equal(words.text("plain", { host: "{host}$&" }), "Sign in on {host}$&.");
});

test("words may stand under another key", () => {
  assert.equal(words.text("referring", { host: "a.example" }), "Shared by a.example.");
  assert.equal(words.text("code"), "@app.get()");
});

test("plurals go by the count", () => {
  assert.equal(words.text("times", { count: 1 }), "once");
  assert.equal(words.text("times", { count: 3 }), "3 times");
});

test("numbered lines end where the numbers end, and not before", () => {
  assert.deepEqual(words.lines("long"), ["One.", "Two.", "Three.", "Four."]);
  assert.deepEqual(words.lines("fix.step", { what: "go" }), ["First.", "Then go."]);
});

test("a length of time is told in the unit that people would use, in every language", () => {
  const table = { ago: "{duration_seconds} ago", since: "{duration_minutes}", fr: "il y a {duration_seconds}" };
  const told = (seconds) => new Words(table).text("ago", { seconds });
  assert.deepEqual([0, 45, 90, 91, 3600, 86_400, 196_059_224].map(told), ["1 second ago", "45 seconds ago", "90 seconds ago", "2 minutes ago", "1 hour ago", "1 day ago", "6 years ago"]);
  assert.equal(new Words(table).text("since", { minutes: 120 }), "2 hours");
  assert.equal(new Words(table, "fr").text("fr", { seconds: 7200 }).replace(/\s/gu, " "), "il y a 2 heures");
  assert.equal(told(undefined), "{duration_seconds} ago");
});

test("a key without words stands for itself, inherited names included", () => {
  assert.equal(words.text("nothing.here"), "nothing.here");
  assert.equal(words.text("constructor"), "constructor");
  assert.equal(words.tell({ key: "plain", args: { host: "b" } }), "Sign in on b.");
});
