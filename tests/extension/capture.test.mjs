import assert from "node:assert/strict";
import { test } from "node:test";
import { Capture, MORE, WATCHED } from "../../extension/background/capture.js";
import { entryOf } from "../../extension/background/har.js";
import { Ring } from "../../extension/background/ring.js";

const listen = () => {
  const heard = [];
  const capture = new Capture({
    failed: (seen) => heard.push(["failed", seen]),
    answered: (seen) => heard.push(["answered", seen]),
    stood: (tab, since) => heard.push(["stood", { tab, since }]),
    challenged: () => heard.push(["challenged"]),
    ended: (seen) => heard.push(["ended", seen]),
  });
  return { heard, capture };
};

const details = (more = {}) => ({
  requestId: "1", tabId: 7, frameId: 0, parentFrameId: -1, type: "xmlhttprequest", method: "GET",
  url: "https://api.example/me", timeStamp: 1000, ...more,
});

const preflight = (more = {}) => details({
  requestId: "2", method: "OPTIONS", timeStamp: 1001,
  requestHeaders: [{ name: "Access-Control-Request-Method", value: "GET" }, { name: "Access-Control-Request-Headers", value: "authorization" }],
  ...more,
});

test("a ring keeps the youngest, within number and age", () => {
  const ring = new Ring(3, 100);
  for (let started = 0; started < 50; started += 1) ring.push({ started });
  assert.deepEqual(ring.list(50).map((one) => one.started), [47, 48, 49]);
  assert.deepEqual(ring.list(148).map((one) => one.started), [48, 49]);
});

test("a 401 is told, with what was sent", () => {
  const { heard, capture } = listen();
  capture.sent(details({ requestHeaders: [{ name: "Cookie", value: "a=b" }] }));
  capture.received(details({ timeStamp: 1010, statusCode: 401, statusLine: "HTTP/1.1 401 Unauthorized", responseHeaders: [] }));
  assert.equal(heard.length, 1);
  const entry = entryOf(heard[0][1]);
  assert.equal(heard[0][0], "failed");
  assert.equal(entry.response.status, 401);
  assert.equal(entry.response.statusText, "Unauthorized");
  assert.equal(entry.time, 10);
  assert.equal(entry.request.headers[0].value, "a=b");
});

test("a 401 is told even where the request went out before the worker woke", () => {
  const { heard, capture } = listen();
  capture.received(details({ statusCode: 401 }));
  assert.deepEqual(heard.map(([kind]) => kind), ["failed"]);
});

test("an ordinary answer is no failure, and a redirect of a preflight is one", () => {
  const { heard, capture } = listen();
  capture.sent(details());
  capture.received(details({ statusCode: 302 }));
  capture.sent(preflight());
  capture.received(preflight({ statusCode: 302 }));
  assert.deepEqual(heard.map(([kind]) => kind), ["answered", "failed"]);
});

test("a request that its preflight kept at home is told, as Chromium shows it", () => {
  const { heard, capture } = listen();
  capture.sent(preflight());
  capture.received(preflight({ statusCode: 204 }));
  capture.failed(details({ timeStamp: 1020, error: "net::ERR_FAILED" }));
  assert.deepEqual(heard.map(([kind]) => kind), ["answered", "failed"]);
  assert.equal(heard[1][1].error, "net::ERR_FAILED");
});

test("a request that its preflight kept at home is told, as Firefox shows it", () => {
  const { heard, capture } = listen();
  capture.sent(details({ requestHeaders: [{ name: "authorization", value: "x" }] }));
  capture.sent(preflight());
  capture.received(preflight({ statusCode: 401 }));
  capture.failed(preflight({ timeStamp: 1015, error: "NS_ERROR_DOM_BAD_URI" }));
  capture.failed(details({ timeStamp: 1016, error: "NS_ERROR_DOM_BAD_URI" }));
  assert.deepEqual(heard.map(([kind, seen]) => [kind, seen.method]), [["failed", "OPTIONS"], ["ended", "OPTIONS"], ["failed", "GET"]]);
});

test("a request that fails for reasons of the network is no business of ours", () => {
  const { heard, capture } = listen();
  capture.sent(details());
  capture.failed(details({ error: "net::ERR_CONNECTION_REFUSED" }));
  assert.deepEqual(heard, []);
});

test("a first challenge is told where headers were not watched, and nothing is made up about them", () => {
  const { heard, capture } = listen();
  capture.challenged(details({ type: "image", statusCode: 401 }));
  assert.deepEqual(heard.map(([kind]) => kind), ["failed"]);
  const entry = entryOf(heard[0][1]);
  assert.equal(entry._challenged, 1);
  assert.ok(!("headers" in entry.request), "the request's headers were not seen");
  assert.ok(!("headers" in entry.response), "the response's headers were not seen");
});

test("the second challenge of a request is told: something was offered and refused", () => {
  const { heard, capture } = listen();
  capture.sent(details({ requestHeaders: [] }));
  capture.received(details({ timeStamp: 1010, statusCode: 401, responseHeaders: [] }));
  capture.challenged(details({ timeStamp: 1011, statusCode: 401 }));
  assert.deepEqual(heard.map(([, seen]) => seen.challenged), [1], "the first is the question that the 401 has told of");
  capture.challenged(details({ timeStamp: 1050, statusCode: 401 }));
  assert.equal(heard.length, 2);
  assert.equal(heard[1][1].id, heard[0][1].id);
  assert.equal(entryOf(heard[1][1])._challenged, 2);
});

test("a later leg of a challenged request keeps how often it was challenged", () => {
  const { heard, capture } = listen();
  capture.sent(details({ requestHeaders: [] }));
  capture.received(details({ statusCode: 401, responseHeaders: [] }));
  capture.challenged(details({ statusCode: 401 }));
  capture.sent(details({ requestHeaders: [{ name: "Authorization", value: "Basic x" }] }));
  capture.received(details({ statusCode: 401, responseHeaders: [] }));
  capture.challenged(details({ statusCode: 401 }));
  assert.equal(heard.at(-1)[1].challenged, 2);
  assert.equal(heard.at(-1)[1].sent[0].value, "Basic x");
});

test("600 later requests do not push one out that waits for its response", () => {
  const { heard, capture } = listen();
  const sent = [{ name: "Authorization", value: "Bearer x" }];
  capture.sent(details({ requestId: "slow", requestHeaders: sent }));
  for (let index = 0; index < 700; index += 1) {
    capture.sent(details({ requestId: `ok ${index}`, requestHeaders: [] }));
    capture.received(details({ requestId: `ok ${index}`, statusCode: 200, responseHeaders: [] }));
  }
  capture.received(details({ requestId: "slow", timeStamp: 10_000, statusCode: 401, responseHeaders: [] }));
  const failed = heard.filter(([kind]) => kind === "failed");
  assert.equal(failed.length, 1);
  assert.deepEqual(entryOf(failed[0][1]).request.headers, sent);
});

test("a request is forgotten when it completes or errs", () => {
  const { capture } = listen();
  capture.sent(details({ requestId: "a" }));
  capture.failed(details({ requestId: "a", error: "net::ERR_ABORTED" }));
  capture.sent(details({ requestId: "b" }));
  capture.received(details({ requestId: "b", statusCode: 401 }));
  capture.completed(details({ requestId: "b", statusCode: 401 }));
  for (let index = 0; index < 2_000; index += 1) {
    capture.sent(details({ requestId: `c${index}` }));
    capture.received(details({ requestId: `c${index}`, statusCode: 200 }));
  }
  assert.equal(capture.open.size, 0);
  assert.ok(capture.begun.size <= 600, String(capture.begun.size));
});

test("headers that were not seen are absent from the entry, and none sent are an empty list", () => {
  const { heard, capture } = listen();
  capture.received(details({ requestId: "asleep", statusCode: 401, responseHeaders: [] }));
  capture.sent(details({ requestId: "awake", requestHeaders: [] }));
  capture.received(details({ requestId: "awake", statusCode: 401, responseHeaders: [] }));
  const [asleep, awake] = heard.map(([, seen]) => entryOf(seen));
  assert.equal(asleep.request.headers, undefined);
  assert.deepEqual(awake.request.headers, []);
  assert.deepEqual(asleep.response.headers, []);
});

test("scripts are watched without being asked for: a page cannot live without its modules", () => {
  assert.ok(WATCHED.includes("script"));
  assert.deepEqual(MORE.filter((type) => WATCHED.includes(type)), []);
});

test("a service worker's request finds the tabs of its origin", () => {
  const { capture } = listen();
  capture.sent(details({ type: "main_frame", url: "https://app.example/", requestId: "3" }));
  assert.deepEqual(capture.tabsOf("https://app.example", 1000), [7]);
  assert.deepEqual(capture.tabsOf("https://other.example", 1000), []);
});

test("Set-Cookie lines that Firefox joins are taken apart", () => {
  const { heard, capture } = listen();
  capture.received(details({ statusCode: 401, responseHeaders: [{ name: "Set-Cookie", value: "a=1; Path=/\nb=2" }] }));
  assert.deepEqual(entryOf(heard[0][1]).response.headers.map((one) => one.value), ["a=1; Path=/", "b=2"]);
});

test("a page made ready unseen is not the tab's", () => {
  const { heard, capture } = listen();
  const unseen = { type: "main_frame", documentLifecycle: "prerender", frameId: 9 };
  capture.sent(details(unseen));
  capture.received(details({ ...unseen, statusCode: 401 }));
  assert.deepEqual(heard, []);
  assert.equal(capture.navigations.has(7), false);
});

test("what a page that is gone has sent names no tab, and its Referer tells", () => {
  const { capture } = listen();
  capture.arrival(7, 100, "https://app.example/a");
  capture.arrival(7, 9_000, "https://app.example/b");
  const sent = (/** @type {string} */ referer) => [{ name: "Referer", value: referer }];
  const orphan = (more = {}) => /** @type {any} */ ({ ...details(), tab: -1, frame: -1, type: "xmlhttprequest", started: 9_010, ...more });
  assert.equal(capture.left(orphan({ sent: sent("https://app.example/a") }), 7), true);
  assert.equal(capture.left(orphan({ sent: sent("https://app.example/b") }), 7), false);
  assert.equal(capture.left(orphan({ sent: sent("https://app.example/sw.js") }), 7), false, "a worker's request is one of the page that stands");
  assert.equal(capture.left(orphan({ sent: sent("https://app.example/a"), started: 60_000 }), 7), false, "so late it is a page that gave itself this address");
});

test("a document that has come before its request is told of begins with that request", () => {
  const { heard, capture } = listen();
  const document = { type: "main_frame", url: "https://app.example/account" };
  capture.sent(details({ ...document, requestId: "0", url: "https://app.example/", timeStamp: 100 }));
  capture.arrival(7, 200, "https://app.example/");
  const early = capture.arrival(7, 9_060, "https://app.example/account");
  assert.equal(early.since, 9_060, "nothing is known of its request yet");
  capture.sent(details({ ...document, timeStamp: 9_000 }));
  assert.deepEqual(heard, [["stood", { tab: 7, since: 9_000 }]]);
  capture.sent(details({ ...document, requestId: "3", timeStamp: 9_500 }));
  assert.equal(heard.length, 1, "it is loaded again: what stands there is the one before");
});

test("what a page sends as it is left is no other page's, though the browser gives it a frame's number", () => {
  const { heard, capture } = listen();
  const last = { frameId: 5, parentFrameId: -1, documentId: "old", documentLifecycle: "pending_deletion" };
  capture.sent(details(last));
  capture.received(details({ ...last, statusCode: 401 }));
  assert.equal(capture.left(/** @type {any} */ (heard[0]?.[1])), true);
  const frame = { ...last, requestId: "2", parentFrameId: 0 };
  capture.sent(details(frame));
  capture.received(details({ ...frame, statusCode: 401 }));
  assert.equal(capture.left(/** @type {any} */ (heard[1]?.[1])), false, "a frame that is taken out belongs to the page that stands");
});

test("a challenge that the browser answers by itself ends in an answer", () => {
  const { heard, capture } = listen();
  const challenge = [{ name: "WWW-Authenticate", value: "Basic realm=x" }];
  capture.sent(details());
  capture.received(details({ timeStamp: 1010, statusCode: 401, responseHeaders: challenge }));
  capture.completed(details({ timeStamp: 1030, statusCode: 200, responseHeaders: [] }));
  assert.deepEqual(heard.map(([kind, seen]) => [kind, seen?.status]), [["challenged", undefined], ["failed", 401], ["answered", 200]]);
});

test("a challenge that nobody answers ends as it began", () => {
  const { heard, capture } = listen();
  capture.received(details({ statusCode: 401 }));
  capture.completed(details({ statusCode: 401 }));
  assert.deepEqual(heard.map(([kind]) => kind), ["failed"]);
});

test("in Firefox, which names no document, a page that was left is told by its address", () => {
  const { capture } = listen();
  capture.arrival(7, 1000, "https://app.example/a#top");
  const sent = { tab: 7, frame: 0, type: "xmlhttprequest", page: "https://app.example/a" };
  const left = (more = {}) => capture.left(/** @type {any} */ ({ ...sent, ...more }));
  assert.equal(left(), false);
  capture.arrival(7, 2000, "https://app.example/b");
  assert.equal(left(), true);
  assert.equal(left({ page: "https://app.example/b" }), false);
  assert.equal(left({ page: "https://app.example/worker.js" }), false, "a worker's script is no page that was left");
  assert.equal(left({ frame: 3 }), false, "of a frame nothing is told by its address");
  assert.equal(left({ document: "named" }), false, "a document that is named is told by its name");
  assert.equal(left({ tab: 8 }), false);
  assert.equal(left({ frame: 3, document: "named", leaving: true }), true, "Chromium says of a document that it is being left");
});

test("a document's requests count from its own, and one from the cache begins when it comes", () => {
  const { capture } = listen();
  const document = { type: "main_frame", requestId: "9" };
  capture.sent(details({ ...document, timeStamp: 1000 }));
  capture.received(details({ ...document, timeStamp: 1100, statusCode: 200 }));
  assert.deepEqual(capture.arrival(7, 1150), { since: 1000, answered: 1100 });
  assert.deepEqual(capture.arrival(7, 1160), { since: 1000, answered: 1100 });
  assert.deepEqual(capture.arrival(7, 9000), { since: 9000, answered: 9000 });
});
