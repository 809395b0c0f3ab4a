/**
 * Tests of what a click on a fix brings about: that it works again is noticed and told, and what is changed can be taken back.
 */

import { check, inFront, onceSeen, scenario } from "./common.mjs";
import { toast } from "./driver.mjs";

/** @typedef {import("./driver.mjs").Driven} Driven */
/** @typedef {import("./driver.mjs").Page} Page */
/** @typedef {import("./lab.mjs").Lab} Lab */

/**
 * @param {Driven} driver
 * @param {Lab} lab
 * @param {import("./surfaces.mjs").Test} test
 */
export async function fixes(driver, lab, test) {
  const { kind } = driver;
  await test(`${kind}: a card and its message turn green by themselves once the same request succeeds`, () => worksAgain(driver, lab));
  await test(`${kind}: a fix that was clicked and did not help comes after the next one`, () => nextFix(driver, lab));
  // Firefox does not tell whether a frame is really seen: there a click in the page opens the popup, and does no more.
  if (kind === "chromium") await test(`${kind}: the message in the page carries out the first fix`, () => fixInPage(driver, lab));
  await test(`${kind}: a case is handed on as it is shown, in six forms and without a secret, by keyboard too`, () => handsOn(driver, lab));
  await test(`${kind}: only the stale cookie is deleted, after its name was said, and undo puts it back`, () => forgets(driver, lab));
}

/** @param {Driven} driver @param {Lab} lab */
async function worksAgain(driver, lab) {
  const { page, tab } = await scenario(driver, lab, "session-expired");
  await inFront(driver, tab, async (popup) => {
    await popup.click("[data-part=watch]");
    await popup.waitForSelector("[data-part=watched]");
  });
  await page.bringToFront();
  await signIn(driver, lab, page);
  await page.evaluate(() => fetch("/api/orders"));
  await driver.settled(tab);
  check(await fixedSentence(driver, tab) === "Fixed. You're signed in again.", `the popup says ${await fixedSentence(driver, tab)}`);
  check(await driver.badge(tab) === "✓", `the badge is ${await driver.badge(tab)}`);
  check(await toast(driver, tab) === "session-expired", "no message says so in the page");
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function nextFix(driver, lab) {
  const { page, tab } = await scenario(driver, lab, "csrf");
  const again = new Promise((keep) => page.once("load", keep));
  const first = await inFront(driver, tab, async (popup) => {
    const title = await titleOfFirst(popup);
    await (await popup.waitForSelector("[data-action=reload]"))?.click();
    await again;
    return title;
  });
  await page.waitForFunction(() => document.documentElement.dataset["done"] === "1");
  await driver.settled(tab);
  const then = await driver.popup(tab, async (popup) => {
    const head = await popup.waitForSelector(".aid h3");
    return { title: await titleOfFirst(popup), head: await head?.evaluate((one) => one.textContent) };
  });
  check(then.head === "Still not working?" && then.title !== first, `the first fix is still ${then.title}, under ${then.head}`);
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function fixInPage(driver, lab) {
  const { page, tab } = await scenario(driver, lab, "csrf");
  check(await toast(driver, tab) === "csrf", "there is no message");
  await page.bringToFront();
  const frame = await page.waitForFrame((one) => one.url().includes("/toast/frame.html"));
  const button = await frame.waitForSelector("[name=act]", { visible: true });
  check(await button?.evaluate((one) => one.textContent) === "Reload page", "the message offers another fix");
  const again = new Promise((keep) => page.once("load", keep));
  await onceSeen(page);
  await button?.click();
  await again;
  await page.waitForFunction(() => document.documentElement.dataset["done"] === "1");
  await driver.settled(tab);
  const head = await driver.popup(tab, async (popup) => (await popup.waitForSelector(".aid h3"))?.evaluate((one) => one.textContent));
  check(head === "Still not working?", `the popup goes on with ${head}`);
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function handsOn(driver, lab) {
  const { page, tab } = await scenario(driver, lab, "token-expired");
  const secrets = await page.evaluate(() => [...document.cookie.split("; "), ...Object.values(localStorage), ...Object.values(sessionStorage)].filter((one) => one.length > 20));
  const begins = { markdown: "#", curl: "curl", fetch: "", prompt: "Below", har: "{", json: "{" };
  await inFront(driver, tab, async (popup) => {
    await popup.evaluate(() => /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details:has([data-part=hand-on])")).forEach((one) => {
      one.open = true;
    }));
    await popup.focus("[data-part=hand-on] > summary");
    await popup.keyboard.press("Enter");
    for (const [format, begin] of Object.entries(begins)) {
      await popup.focus(`[data-format=${format}]`);
      await popup.keyboard.press("Enter");
      await popup.waitForSelector(`[data-format=${format}][aria-pressed=true]`);
      const text = await popup.$eval("[data-part=preview] pre", (one) => one.textContent ?? "");
      check(text.startsWith(begin) && text.includes("/api/"), `as ${format} it begins with ${text.slice(0, 60)}`);
      check(!/eyJ[\w-]+\.[\w-]+\.[\w-]+/u.test(text) && secrets.every((one) => !text.includes(one)), `as ${format} it holds a secret`);
      if (format === "har") check(JSON.parse(text).log.entries.length > 0, "the HAR is none");
    }
  });
  await driver.closePage(page);
}

/** @param {Driven} driver @param {Lab} lab */
async function forgets(driver, lab) {
  const { page, tab } = await scenario(driver, lab, "cookie-shadowed");
  const url = page.url();
  const jar = /** @type {() => Promise<string[]>} */ (() => driver.inside(async (api, address) => (await api.cookies.getAll({ domain: new URL(address).hostname, partitionKey: {} })).map((/** @type {any} */ one) => `${one.name} ${one.path} ${one.value} ${one.httpOnly} ${one.sameSite} ${one.session}`).sort(), url));
  const asks = () => page.evaluate(async () => (await fetch("/api/orders")).status);
  const before = await jar();
  check(before.length === 2, `the jar holds ${before.length} cookies`);
  await inFront(driver, tab, async (popup) => {
    await popup.click("[data-action=forget]");
    check((await jar()).length === 2, "something was deleted before it was said what");
    const said = await popup.$eval("[data-part=forget] .step", (one) => one.textContent ?? "");
    check(said.includes("sid") && said.includes("chapel.localhost"), `it says: ${said}`);
    const opened = driver.inside((api) => new Promise((keep) => api.tabs.onCreated.addListener((/** @type {any} */ one) => keep(one.id))));
    await popup.click("[data-part=forget-yes]");
    await driver.inside((api, id) => api.tabs.remove(id), await opened);
  });
  check((await jar()).join() === before.filter((one) => !one.startsWith("sid /api ")).join(), `the jar holds ${(await jar()).length} cookies`);
  await page.bringToFront();
  check(await asks() === 200, "the stale cookie was not what stood in the way");
  await driver.settled(tab);
  check((await fixedSentence(driver, tab)).startsWith("Fixed."), `the popup says ${await fixedSentence(driver, tab)}`);
  await inFront(driver, tab, async (popup) => {
    check((await popup.evaluate(() => document.body.outerHTML)).includes("data-part=\"undo\""), "no undo is offered");
    await popup.click("[data-part=undo]");
    await popup.waitForSelector("[data-part=forgotten] [role=status]");
  });
  check((await jar()).join() === before.join(), "the cookie is not back as it was");
  const stored = await driver.inside(async (api) => JSON.stringify([await api.storage.session.get(null), await api.storage.local.get(null)]));
  check(before.every((one) => !stored.includes(one.split(" ")[2] ?? "?")), "a cookie's value was stored");
  await driver.closePage(page);
}

/** Gives the page's site a session that the lab knows, as a sign-in does. @param {Driven} driver @param {Lab} lab @param {Page} page */
async function signIn(driver, lab, page) {
  const other = await driver.newPage();
  await other.goto(lab.scenarios.find((one) => one.id === "session-alive")?.url ?? "");
  await other.waitForFunction(() => document.documentElement.dataset["done"] === "1");
  await driver.inside(async (api, from, to) => {
    const { value } = await api.cookies.get({ url: from, name: "sid" });
    await api.cookies.set({ url: to, name: "sid", value, path: "/", httpOnly: true, sameSite: "lax" });
  }, other.url(), page.url());
  await driver.closePage(other);
}

/** @param {Driven} driver @param {number} tab */
function fixedSentence(driver, tab) {
  return driver.popup(tab, (popup) => popup.$eval(".fixed [data-part=sentence]", (one) => one.textContent?.replace("✓ ", "")).catch(() => "nothing"));
}

/** @param {Page} popup */
function titleOfFirst(popup) {
  return popup.$eval(".aid [data-part=act], .aid .fix-title", (one) => one.textContent);
}
