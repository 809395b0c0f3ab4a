/**
 * Measures the cookie engine against tough-cookie, in one page of one Chromium, and compares what they answer.
 *
 * `node tests/bench/cookies.mjs`, after `./build.sh`. The core's jar crosses the boundary at every call, packed;
 * packing it, which is once per jar read, is measured apart. tough-cookie keeps its jar.
 */

import { createServer } from "node:http";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import puppeteer from "puppeteer-core";

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
    for (let index = 0; index < size; index += 1) {
      const hostOnly = index % 5 !== 0;
      const cookie = {
        name: `c${index}`, value: `${"v".repeat(20)}${index}`, domain: hostOnly ? "app.example.com" : ".example.com", hostOnly,
        path: ["/", "/api", "/admin"][index % 3] ?? "/", secure: index % 2 === 1, httpOnly: true, sameSite: index % 4 ? "lax" : "strict",
      };
      cookies.push(cookie);
      const line = `${cookie.name}=${cookie.value}; Path=${cookie.path}${cookie.secure ? "; Secure" : ""}; SameSite=${cookie.sameSite}${hostOnly ? "" : "; Domain=example.com"}`;
      await jar.setCookie(line, url);
    }
    const packed = pack(cookies).slice();
    const ours = () => cookieVerdicts("Chrome", 133, "GET", url, "https://app.example.com/", Date.now(), packed);
    const theirs = () => jar.getCookies(url, { sameSiteContext: "strict" });
    const rounds = Math.ceil(20_000 / size);
    const best = async (/** @type {() => unknown} */ work) => {
      let least = Infinity;
      for (let run = 0; run < 7; run += 1) {
        const begin = performance.now();
        for (let round = 0; round < rounds; round += 1) await work();
        least = Math.min(least, (performance.now() - begin) / rounds);
      }
      return 1_000 * least;
    };
    const masks = ours();
    const sent = cookies.filter((_, index) => masks[index] === 0).map(({ name }) => name).sort().join();
    const same = sent === (await theirs()).map((/** @type {any} */ cookie) => cookie.key).sort().join();
    rows.push({ size, ours: await best(ours), theirs: await best(theirs), packing: await best(() => pack(cookies)), same });
  }
  return rows;
}

const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const file = FILES[path];
  const type = path.endsWith(".wasm") ? "application/wasm" : path.endsWith(".js") ? "text/javascript" : "text/html";
  response.writeHead(200, { "Content-Type": type });
  response.end(file ? await readFile(file) : PAGE);
}).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const browser = await puppeteer.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", pipe: true, args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${port}/`);
const rows = await page.evaluate(measure, SIZES);
await browser.close();
server.close();

console.log("cookies    core µs   tough-cookie µs   times faster   packing µs   same answer");
for (const { size, ours, theirs, packing, same } of rows) {
  console.log(`${String(size).padStart(7)}${ours.toFixed(1).padStart(11)}${theirs.toFixed(1).padStart(18)}${(theirs / ours).toFixed(1).padStart(15)}${packing.toFixed(1).padStart(13)}   ${same ? "yes" : "NO"}`);
}
const hundred = rows.find(({ size }) => size === 100);
const reached = hundred !== undefined && hundred.theirs / hundred.ours >= WANTED;
console.log(`${WANTED} times at 100 cookies: ${reached ? "reached" : "NOT reached"}`);
process.exitCode = rows.every(({ same }) => same) && reached ? 0 : 1;
