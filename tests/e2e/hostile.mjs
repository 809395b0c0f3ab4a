/**
 * Tests that what a server says is shown as text and cut sensibly, whatever it is.
 */

import { once } from "node:events";
import { createServer } from "node:http";

import { check, inFront, layToast } from "./common.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */

export const MARKUP = "<img src=x onerror=globalThis.pwned=1><script>globalThis.pwned=1</script>";
/** What turns the direction of text; header fields hold no characters beyond Latin-1, addresses hold them escaped. */
export const TURNED = "\u202Eevil\u2066";
const ENDLESS = "endless ".repeat(12_500);

/**
 * @param {Driven} driver
 * @param {import("./surfaces.mjs").Test} test
 */
export async function hostile(driver, test) {
  await test(`${driver.kind}: a hostile server's words are text in the popup, and cut`, () => inPopup(driver));
  await test(`${driver.kind}: a hostile server's words are text in the toast, and cut`, () => inToast(driver));
}

/** Answers its page at `/`, and everything else with a 401 full of traps. */
export async function trap() {
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    if (request.url === "/") {
      response.setHeader("Set-Cookie", `a${MARKUP.replace(/[=;,\s]/gu, "")}=1; Path=/`);
      response.setHeader("Content-Type", "text/html");
      response.end("<!doctype html><title>Trap</title>");
      return;
    }
    response.statusCode = 401;
    const said = `${MARKUP} ${ENDLESS}`;
    response.setHeader("WWW-Authenticate", `Bearer realm="${said}", error="invalid_token", error_description="${MARKUP}", scope="${MARKUP.replace(/\s/gu, "")}"`);
    response.end(`{"message": "${MARKUP}"}`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** @param {Driven} driver */
async function inPopup(driver) {
  const server = await trap();
  const page = await driver.newPage();
  try {
    await page.goto(server.url);
    for (const path of [`/${encodeURIComponent(MARKUP)}`, `/${encodeURIComponent(TURNED)}`, `/${"long".repeat(4000)}`]) {
      const status = await page.evaluate(async (where) => (await fetch(where, { headers: { Authorization: "Bearer abcdefghijklmnop" } })).status, path);
      check(status === 401, `the server says ${status}`);
    }
    const tab = await driver.tabOf(page);
    await driver.settled(tab);
    await inFront(driver, tab, async (popup) => {
      for (const view of [1, 2]) {
        await popup.click(`#switch button:nth-child(${view})`);
        const seen = await popup.evaluate(() => {
          for (const fold of document.querySelectorAll("details")) fold.open = true;
          return {
            cases: document.querySelectorAll("[data-cause]").length,
            trapped: document.querySelectorAll("main img, script:not([src='popup.js'])").length + Number("pwned" in globalThis),
            turned: /[\u202A-\u202E\u2066-\u2069]/u.test(document.documentElement.outerHTML),
            length: document.body.innerText.length,
            over: document.documentElement.scrollWidth - innerWidth,
          };
        });
        check(seen.cases > 0, "the popup shows nothing");
        check(seen.trapped === 0, "a server's words became elements");
        check(!seen.turned, "marks that turn text around are shown as they are");
        check(seen.length < 20_000, `${seen.length} characters are shown`);
        check(seen.over <= 0, `${seen.over} px wider than the popup`);
      }
      await popup.click("#switch button:nth-child(1)");
    });
  } finally {
    await driver.closePage(page);
    server.close();
  }
}

/** @param {Driven} driver */
async function inToast(driver) {
  const page = await layToast(driver, { sentence: `${MARKUP} ${ENDLESS}`, todo: MARKUP });
  const seen = await page.evaluate(() => {
    const box = document.querySelector(".card")?.getBoundingClientRect();
    return { trapped: document.querySelectorAll("body img, body script").length + Number("pwned" in globalThis), text: document.querySelector(".todo")?.textContent, high: box?.height ?? 0 };
  });
  check(seen.trapped === 0, "a server's words became elements");
  check(seen.text === MARKUP, `shown: ${seen.text}`);
  check(seen.high > 0 && seen.high < 380, `it is ${seen.high} px high`);
  await driver.closePage(page);
}
