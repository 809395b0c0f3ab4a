/**
 * Pages that try to read, rewrite, find, decode or be clicked through the message inside them.
 */

import { once } from "node:events";
import { createServer } from "node:http";

import { check, lastInput, onceSeen, sinceSeen } from "./common.mjs";
import { FOREIGN, placeOfToast, start, toast } from "./driver.mjs";
import { until } from "../tools/waiting.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Kind} Kind */
/** @typedef {import("./driver.mjs").Page} Page */

const SECRET = "secret_cookie_name";
/** Two tenants of one hoster. */
const [EVIL, VICTIM] = ["evil.azurewebsites.net", "victim.azurewebsites.net"];

/** Every family that the message might use: a page's own face of that name would be fetched for each letter drawn. */
const FAMILIES = ["system-ui", "sans-serif", "serif", "monospace", "ui-monospace", "ui-sans-serif", "Menlo", "Consolas", "-apple-system", "Arial", "Helvetica", "DejaVu Sans", "DejaVu Sans Mono", "Liberation Sans", "Courier New", "Times New Roman"];

/** How a page hides the message, or puts it where the pointer is. */
const HIDING = Object.freeze({
  "made transparent by its name": "html > div, html > * { opacity: 0 !important }",
  "made transparent with the page": "html { opacity: 0.02 }",
  "filtered away": "html { filter: opacity(0) }",
  "clipped away": "html { clip-path: inset(0 0 100% 0) }",
  "masked away": "html { mask: linear-gradient(transparent, transparent) }",
  "shrunk to a dot": "html { zoom: 0.2 }",
  "blended away": "html { mix-blend-mode: difference }",
});
const SHORT = ["made transparent by its name", "made transparent with the page"];

/**
 * @param {Kind} kind
 * @param {import("./lab.mjs").Lab} lab
 * @param {import("./surfaces.mjs").Test} test
 * @param {boolean} full
 */
export async function attacks(kind, lab, test, full) {
  const server = await hostileServer();
  const driver = await start(kind, { front: lab.front, hosts: [...lab.hosts, EVIL, VICTIM] });
  try {
    await driver.desk();
    await test(`${kind}: a page reads nothing of the message in it, by no way`, () => unreadable(driver, server, "localhost", "localhost"));
    await test(`${kind}: a page on the developer's machine learns nothing of another site`, () => unreadable(driver, server, "app.localhost", "bank.localhost"));
    await test(`${kind}: two tenants of one hoster are strangers`, () => tenants(driver, server));
    await test(`${kind}: the message's own page answers no other page`, () => unknown(driver, server));
    await test(`${kind}: a covered message is not clicked`, () => covered(driver, server));
    await test(`${kind}: a message that jumps under the pointer is not clicked`, () => jumped(driver, server));
    for (const [name, style] of Object.entries(HIDING)) {
      if (full || SHORT.includes(name)) await test(`${kind}: a message is not clicked where it was ${name}`, () => hidden(driver, server, style));
    }
    await test(`${kind}: a message that is seen can be clicked`, () => clicked(driver, server));
  } finally {
    await driver.close();
    server.close();
  }
}

/** Answers pages at `/`, notes which fonts are asked for, and answers all else with 401. */
async function hostileServer() {
  /** @type {string[]} */
  const fonts = [];
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://x");
    if (pathname === "/font") {
      fonts.push(decodeURIComponent(search.slice(1)));
      response.statusCode = 404;
      response.end();
    } else if (pathname === "/") {
      response.setHeader("Content-Type", "text/html");
      response.setHeader("Set-Cookie", `${SECRET}=Zq43x7Lm2Kp9; Path=/; HttpOnly; SameSite=Strict`);
      response.end(pageOf());
    } else {
      response.statusCode = 401;
      response.setHeader("Access-Control-Allow-Origin", request.headers.origin ?? "*");
      response.setHeader("Access-Control-Allow-Credentials", "true");
      response.setHeader("WWW-Authenticate", 'Bearer error="invalid_token"');
      response.end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { fonts, at: (/** @type {string} */ host) => `http://${host}:${port}/`, close: () => server.close() };
}

/** A page without a letter of its own (a space of the default font is asked for on every page), that watches everything that is put into it, and claims every element's name that it sees. */
function pageOf() {
  const faces = FAMILIES.map((family) => `@font-face { font-family: "${family}"; src: url("/font?${encodeURIComponent(family)}"); unicode-range: U+21-10FFFF; }`).join("\n");
  return `<!doctype html><title>Hostile</title><style>${faces}</style><main></main><script>
    window.seen = [];
    window.heard = [];
    addEventListener("message", (event) => heard.push(event.origin));
    addEventListener("securitypolicyviolation", (event) => heard.push(event.blockedURI));
    const claim = (name) => name.includes("-") && !customElements.get(name) && customElements.define(name, class extends HTMLElement {
      constructor() { super(); this.inner = this.attachInternals(); }
      connectedCallback() { setTimeout(() => seen.push(this.inner.shadowRoot?.textContent ?? ""), 100); }
    });
    for (const name of ["why401-toast", "why401-frame"]) claim(name);
    new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach((node) => {
      seen.push(node.outerHTML ?? node.nodeName);
      if (node.localName) claim(node.localName);
    }))).observe(document, { childList: true, subtree: true });
  </script>`;
}

/** @typedef {Awaited<ReturnType<typeof hostileServer>>} Hostile */

/**
 * Opens a page that asks a host, and waits until the message stands or is known not to come.
 * @param {Driven} driver
 * @param {Hostile} server
 * @param {string} from
 * @param {string} to
 */
async function ask(driver, server, from, to) {
  const page = await driver.newPage();
  await page.setViewport({ width: 1000, height: 640 });
  if (from !== to) await page.goto(server.at(to));
  await page.goto(server.at(from));
  await page.bringToFront();
  // What the page's own first drawing asks for is no finding.
  await page.evaluate(async () => void await document.fonts.ready);
  server.fonts.length = 0;
  await page.evaluate((url) => fetch(url, { credentials: "include" }).then(() => undefined, () => undefined), `${server.at(to)}api/me`);
  const tab = await driver.tabOf(page);
  await driver.settled(tab);
  // What is not looked at is not drawn, and so not seen.
  await page.bringToFront();
  return { page, tab };
}

/**
 * All that a page can find out about what stands in it. Runs there.
 * @param {string[]} words What must not be found.
 */
function spy(words) {
  /** @type {string[]} */
  const told = [];
  const found = (/** @type {string} */ way, /** @type {unknown} */ text) => void (words.some((word) => String(text).includes(word)) && told.push(`${way}: ${String(text).slice(0, 80)}`));
  const selection = /** @type {Selection} */ (getSelection());
  const selected = (/** @type {string} */ way) => {
    found(way, selection.toString());
    found(`${way}, the node`, selection.anchorNode?.parentNode?.textContent);
    selection.removeAllRanges();
  };
  for (const word of words) {
    if (/** @type {any} */ (globalThis).find(word)) told.push(`find: ${word}`);
    selected("find");
  }
  document.execCommand("selectAll");
  selected("select all");
  const last = /** @type {Element} */ (document.documentElement.lastElementChild);
  selection.selectAllChildren(document.documentElement);
  selected("select the root");
  selection.setBaseAndExtent(document.body, 0, document.documentElement, document.documentElement.childNodes.length);
  /** @type {any} */ (selection).modify?.("extend", "forward", "documentboundary");
  selected("extend");
  found("text", document.documentElement.innerText);
  found("markup", /** @type {any} */ (document.documentElement).getHTML?.({ serializableShadowRoots: true }) ?? document.documentElement.outerHTML);
  found("seen", JSON.stringify([/** @type {any} */ (globalThis).seen, /** @type {any} */ (globalThis).heard]));
  found("performance", JSON.stringify(performance.getEntries()));
  found("animations", document.getAnimations().map((one) => /** @type {any} */ (one.effect).target?.outerHTML));
  for (let x = innerWidth - 380; x < innerWidth; x += 40) {
    for (let y = innerHeight - 180; y < innerHeight; y += 20) {
      found("point", document.elementsFromPoint(x, y).map((one) => one.textContent));
      found("caret", /** @type {any} */ (document).caretPositionFromPoint?.(x, y)?.offsetNode?.textContent);
      found("range", /** @type {any} */ (document).caretRangeFromPoint?.(x, y)?.startContainer?.textContent);
    }
  }
  try {
    found("internals", /** @type {HTMLElement} */ (last).attachInternals().shadowRoot?.textContent);
  } catch {
    // It is no element of a page's own making, as it should be.
  }
  if (globalThis.length > 0) told.push(`${globalThis.length} frames can be reached`);
  for (const one of document.querySelectorAll("html > div")) {
    if (one.attributes.length > 0 || one.shadowRoot) told.push(`marked: ${one.outerHTML}`);
  }
  return told;
}

/**
 * @param {Driven} driver
 * @param {Hostile} server
 * @param {string} from
 * @param {string} to
 */
async function unreadable(driver, server, from, to) {
  const { page, tab } = await ask(driver, server, from, to);
  const about = await toast(driver, tab);
  check(from === to ? about !== undefined && about !== FOREIGN : about === FOREIGN, `the message is about ${about}`);
  await until(page, /** @type {any} */ (`document.elementFromPoint(innerWidth - 40, innerHeight - 40) === (${placeOfToast})()`));
  const words = [SECRET, "401", "explained", "rejected", "token", "Details", "fix it", "cookie", "-extension:", "why401", "SameSite", "bank"];
  const told = /** @type {string[]} */ (await page.evaluate(`(${spy})(${JSON.stringify(words)}.filter((word) => !document.body.textContent.includes(word)))`));
  // What the page itself has said about names, and its own addresses, are no finding.
  const leaks = told.filter((one) => !/^(?:markup|text|select|extend|performance)/u.test(one) || /-extension:|explained|rejected|Details/u.test(one.replace(/"why401-(?:toast|frame)"/gu, "")));
  check(leaks.length === 0, leaks.join("; "));
  check(server.fonts.length === 0, `fonts were asked for: ${server.fonts.join(", ")}`);
  await driver.closePage(page);
}

/**
 * @param {Driven} driver
 * @param {Hostile} server
 */
async function tenants(driver, server) {
  const { page, tab } = await ask(driver, server, EVIL, VICTIM);
  const view = await driver.ask({ kind: "view", tab });
  check(view.cases.length > 0, "nothing was seen, so this would prove nothing");
  check(view.site === EVIL, `its site is ${view.site}`);
  check(view.cases.every((/** @type {any} */ one) => !one.own), "another tenant's request is the page's own");
  check(view.toast === "" && await page.evaluate(`(${placeOfToast})() === undefined`), "a message stands in the page");
  check(await driver.badge(tab) === "", "it has a badge");
  await driver.closePage(page);
  const own = await ask(driver, server, EVIL, EVIL);
  check(!JSON.stringify(await driver.ask({ kind: "view", tab: own.tab })).includes(VICTIM), "the other tenant's cookie is shown");
  await driver.closePage(own.page);
}

/**
 * @param {Driven} driver
 * @param {Hostile} server
 */
async function unknown(driver, server) {
  const { page } = await ask(driver, server, "localhost", "localhost");
  // The address that everybody can know; each session's own is not told to pages.
  if (driver.kind === "chromium") {
    const fetched = await page.evaluate((url) => fetch(url).then(() => true, () => false), `${driver.home}toast/frame.html`);
    check(!fetched, "its file can be asked for by every page");
  }
  const address = `${driver.home}toast/frame.html#guessed`;
  const shown = await driver.openOwn("toast/frame.html#guessed");
  check(await shown.evaluate(() => document.querySelector(".card") === null), `${address} shows something`);
  await driver.closePage(shown);
  await driver.closePage(page);
}

/** @param {Driven} driver */
async function effects(driver) {
  return driver.inside(async (api) => ({ muted: /** @type {string[]} */ ((await api.storage.local.get("settings")).settings?.muted ?? []) }));
}

/**
 * Where "not here again" stands; where the browser offers none inside a page, the button that leads to the popup.
 * @param {Driven} driver
 * @param {Page} page
 */
async function target(driver, page) {
  // Its driver does not see into the frame: the button stands at the beginning of the last row.
  if (driver.kind === "firefox") return { x: 684, y: 593 };
  const frame = await page.waitForFrame((one) => one.url().startsWith(`${driver.home}toast/`));
  const button = await frame.waitForSelector("[name=mute]", { visible: true });
  const box = await button?.boundingBox();
  if (!box) throw new Error("the message offers no such button");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * Opens a page with the message in it, and tells where to click.
 * @param {Driven} driver
 * @param {Hostile} server
 */
async function aimed(driver, server) {
  const { page, tab } = await ask(driver, server, "localhost", "localhost");
  check(await toast(driver, tab) !== undefined, "there is no message");
  return { page, tab, at: await target(driver, page) };
}

/**
 * Clicks, and checks that the message has heard nothing of it; where the browser cannot tell, that it did no harm.
 * @param {Driven} driver
 * @param {{page: Page, tab: number, at: {x: number, y: number}}} aim
 * @param {string} how
 */
async function clickInVain(driver, { page, tab, at }, how) {
  await page.mouse.click(at.x, at.y);
  await driver.caughtUp();
  const { muted } = await effects(driver);
  check(muted.length === 0, `${how} it was muted: ${muted.join()}`);
  check(driver.kind === "firefox" || await toast(driver, tab) !== undefined, `${how} it took the click`);
  await driver.closePage(page);
}

/**
 * A click on what was not seen does nothing; where the browser cannot tell, it opens the popup at most.
 * @param {Driven} driver
 * @param {Hostile} server
 * @param {string} style
 */
async function hidden(driver, server, style) {
  const aim = await aimed(driver, server);
  await aim.page.evaluate((css) => {
    const sheet = document.createElement("style");
    sheet.textContent = css;
    document.head.append(sheet);
  }, style);
  await sinceSeen(aim.page);
  // A page's style that reaches nothing hides nothing either: then the click counts, as the message is seen.
  if (style.startsWith("html >")) check(await aim.page.evaluate(`getComputedStyle((${placeOfToast})()).opacity`) === "1", "a page's style makes it transparent");
  else await clickInVain(driver, aim, `with ${style}`);
}

/**
 * @param {Driven} driver
 * @param {Hostile} server
 */
async function covered(driver, server) {
  for (const layer of ["popover", "dialog", "div"]) {
    const aim = await aimed(driver, server);
    await aim.page.evaluate((kind) => {
      const cover = document.createElement(kind === "dialog" ? "dialog" : "div");
      cover.style.cssText = "position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; z-index: 2147483647; background: #fff; pointer-events: none";
      cover.textContent = "Win a prize";
      if (kind === "popover") cover.popover = "manual";
      document.documentElement.append(cover);
      if (kind === "popover") cover.showPopover();
      if (kind === "dialog") /** @type {HTMLDialogElement} */ (cover).show();
    }, layer);
    await sinceSeen(aim.page);
    await clickInVain(driver, aim, `under a ${layer}`);
  }
}

/**
 * @param {Driven} driver
 * @param {Hostile} server
 */
async function jumped(driver, server) {
  const { page, tab, at } = await aimed(driver, server);
  await page.evaluate(() => {
    document.documentElement.style.cssText = "height: 100vh; margin: 0; transform: translate(0, 0)";
  });
  await sinceSeen(page);
  await page.evaluate(() => {
    document.documentElement.style.transform = "translate(-120px, -60px)";
  });
  await clickInVain(driver, { page, tab, at: { x: at.x - 120, y: at.y - 60 } }, "right after a jump");
}

/**
 * @param {Driven} driver
 * @param {Hostile} server
 */
async function clicked(driver, server) {
  const { page, tab, at } = await aimed(driver, server);
  await onceSeen(page);
  // The popup may stand before it: a page behind draws nothing.
  await lastInput(page.mouse.click(at.x, at.y), until(page, /** @type {any} */ (`(${placeOfToast})() === undefined`)));
  if (driver.kind === "chromium") {
    await until(await driver.desk(), async () => /** @type {any} */ (await chrome.storage.local.get("settings")).settings?.muted?.join() === "localhost");
  } else {
    await driver.caughtUp();
    const { muted } = await effects(driver);
    check(muted.length === 0, `muted: ${muted.join()}`);
  }
  check(await toast(driver, tab) === undefined, "the message is still held to stand");
  await driver.closePage(page);
}
