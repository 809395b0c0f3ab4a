/**
 * Measures the cookie engine against tough-cookie, in one page of one Chromium, and compares what they answer.
 *
 * `node tests/bench/cookies.mjs`, after `./build.sh`. The core's jar crosses the boundary at every call, packed; the second
 * figure also packs it at every call, from the objects that the cookies API gives. tough-cookie keeps its jar.
 */

import { createServer } from "node:http";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import puppeteer from "puppeteer-core";

import { CHROMIUM } from "../tools/browsers.mjs";

const CORE = fileURLToPath(new URL("../../target/core/core/", import.meta.url));
const SIZES = [10, 100, 3000];
/** How much faster the core has to be at 100 cookies. */
const WANTED = 5;

const MODULES = fileURLToPath(new URL("../node_modules/", import.meta.url));
/** What the page may load, by its path. */
const FILES = /** @type {Record<string, string>} */ ({
  "/core/why401.js": `${CORE}why401.js`,
  "/core/why401_bg.wasm": `${CORE}why401_bg.wasm`,
  "/pack.js": fileURLToPath(new URL("pack.js", import.meta.url)),
  "/tough-cookie.js": `${MODULES}tough-cookie/dist/index.js`,
  "/tldts.js": `${MODULES}tldts/dist/index.esm.min.js`,
});
const PAGE = `<!doctype html><title>bench</title>
<script type="importmap">{"imports": {"tough-cookie": "/tough-cookie.js", "tldts": "/tldts.js"}}</script>`;

/** Runs in the page. @param {number[]} sizes */
async function measure(sizes) {
  const { default: init, cookieVerdicts } = await import(/** @type {string} */ ("/core/why401.js"));
  const { pack } = await import(/** @type {string} */ ("/pack.js"));
  await init();
  const { CookieJar } = await import(/** @type {string} */ ("/tough-cookie.js"));
  const url = "https://app.example.com/api/me";
  const rows = [];
  for (const size of sizes) {
    const jar = new CookieJar();
    /** @type {import("./pack.js").JarCookie[]} */
    const cookies = [];
    const now = Date.now();
    // As browsers list a jar: the longest paths first; most cookies have the path "/", and most outlive the browser.
    for (let index = 0; index < size; index += 1) {
      const hostOnly = index % 5 !== 0;
      const cookie = {
        name: `c${index}`, value: `${"v".repeat(20)}${index}`, domain: hostOnly ? "app.example.com" : ".example.com", hostOnly,
        path: index < size / 20 ? "/admin" : index < size / 10 ? "/api" : "/", secure: index % 2 === 1, httpOnly: true, sameSite: index % 4 ? "lax" : "strict",
        ...(index % 3 ? { expirationDate: now / 1_000 + 86_400 } : {}),
      };
      cookies.push(cookie);
      const line = [
        `${cookie.name}=${cookie.value}; Path=${cookie.path}; SameSite=${cookie.sameSite}`,
        ...(cookie.secure ? ["Secure"] : []), ...(hostOnly ? [] : ["Domain=example.com"]), ...(cookie.expirationDate ? ["Max-Age=86400"] : []),
      ];
      await jar.setCookie(line.join("; "), url);
    }
    const asked = { family: 1, major: 156, now, method: "GET", url, page: "https://app.example.com/" };
    const packed = pack(asked, cookies).slice();
    const ours = () => cookieVerdicts(packed);
    const theirs = () => jar.getCookies(url, { sameSiteContext: "strict" });
    const rounds = Math.ceil(40_000 / size);
    const best = async (/** @type {() => unknown} */ work) => {
      let least = Infinity;
      for (let run = 0; run < 30; run += 1) {
        const begin = performance.now();
        for (let round = 0; round < rounds; round += 1) await work();
        least = Math.min(least, (performance.now() - begin) / rounds);
      }
      return 1_000 * least;
    };
    const masks = ours();
    const sent = cookies.filter((_, index) => masks[index] === 0).map(({ name }) => name).sort().join();
    const same = sent === (await theirs()).map((/** @type {any} */ cookie) => cookie.key).sort().join();
    // The browser compiles both anew once they are seen to be busy.
    const warm = performance.now() + 300;
    while (performance.now() < warm) await Promise.all([ours(), theirs()]);
    rows.push({ size, ours: await best(ours), theirs: await best(theirs), withPacking: await best(() => cookieVerdicts(pack(asked, cookies))), same });
  }
  return rows;
}

const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const file = FILES[path];
  const type = path.endsWith(".wasm") ? "application/wasm" : path.endsWith(".js") ? "text/javascript" : "text/html";
  // Isolated pages have a finer clock.
  response.writeHead(200, { "Content-Type": type, "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" });
  response.end(file ? await readFile(file) : PAGE);
}).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const browser = await puppeteer.launch({ executablePath: CHROMIUM, pipe: true, args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${port}/`);
const rows = await page.evaluate(measure, SIZES);
await browser.close();
server.close();

console.log("cookies    core µs   packing it too µs   tough-cookie µs   times faster   packing it too   same answer");
for (const { size, ours, withPacking, theirs, same } of rows) {
  const times = (/** @type {number} */ own) => (theirs / own).toFixed(1);
  console.log(`${String(size).padStart(7)}${ours.toFixed(1).padStart(11)}${withPacking.toFixed(1).padStart(20)}${theirs.toFixed(1).padStart(18)}${times(ours).padStart(15)}${times(withPacking).padStart(17)}   ${same ? "yes" : "NO"}`);
}
const hundred = rows.find(({ size }) => size === 100);
const reached = hundred !== undefined && hundred.theirs / hundred.ours >= WANTED;
console.log(`${WANTED} times at 100 cookies: ${reached ? "reached" : "NOT reached"}`);
process.exitCode = rows.every(({ same }) => same) && reached ? 0 : 1;
