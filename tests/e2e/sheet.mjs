/**
 * Makes contact sheets of all causes, from recorded cases: the message in the page and the popup as people see them, and
 * the popup as developers do, in both themes.
 *
 * node tests/e2e/sheet.mjs [FOLDER]
 *
 * They are put in tests/output/sheets, to be looked at.
 */

import { mkdir, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { start } from "./driver.mjs";
import { OUTPUT } from "./walk.mjs";

/** @typedef {import("./driver.mjs").Page} Page */
/** @typedef {"toast" | "person" | "developer"} Surface */

const FOLDERS = [new URL("../corpus/cases/", import.meta.url), new URL("../unseen/cases/", import.meta.url)].map((one) => fileURLToPath(one));
const COLUMNS = 4;

const [folder = join(OUTPUT, "sheets")] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const logs = await recorded();
for (const theme of /** @type {const} */ (["light", "dark"])) {
  const driver = await start("chromium", { dark: theme === "dark" });
  try {
    for (const surface of /** @type {const} */ (["toast", "person", "developer"])) {
      const page = await driver.openOwn(surface === "toast" ? "toast/frame.html" : "popup/popup.html?tab=-1");
      await page.setViewport({ width: COLUMNS * 416, height: 800 });
      const causes = await page.evaluate(draw, logs, surface, COLUMNS);
      const path = /** @type {`${string}.png`} */ (join(folder, `${surface}-${theme}.png`));
      await page.screenshot({ path, fullPage: true });
      console.log(`${path}: ${causes} causes`);
      await driver.closePage(page);
    }
  } finally {
    await driver.close();
  }
}

/** Every recorded case. @returns {Promise<object[]>} */
async function recorded() {
  const files = (await Promise.all(FOLDERS.map(async (one) => (await readdir(one).catch(() => [])).filter((name) => name.endsWith(".har")).sort().map((name) => one + name)))).flat();
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(file, "utf8")).log));
}

/**
 * Draws the first open case of each cause, in the extension's own page.
 * @param {any[]} given
 * @param {Surface} surface
 * @param {number} columns
 */
async function draw(given, surface, columns) {
  const bring = (/** @type {string} */ path) => import(path);
  const [core, view, buttons, toaster, toast, { loadWords }] = await Promise.all(["/core/why401.js", "/popup/view.js", "/popup/buttons.js", "/background/toaster.js", "/toast/card.js", "/shared/words.js"].map(bring));
  await core.default();
  const words = await loadWords((/** @type {string} */ path) => `/${path}`);
  const key = core.newKey();
  /** @type {Map<string, any>} */
  const found = new Map();
  for (const log of given) {
    const { diagnosis, log: redacted } = core.explain(log, key);
    const known = found.get(diagnosis?.cause ?? "");
    if (!diagnosis?.cause || known?.diagnosis.alarm) continue;
    if (!known || diagnosis.alarm) found.set(diagnosis.cause, { id: diagnosis.cause, at: 0, own: true, due: 0, count: 1, diagnosis: { ...diagnosis, sameSiteWithPage: true }, jar: redacted?._jar ?? [] });
  }
  const grid = document.createElement("div");
  grid.style.cssText = `display: grid; grid-template-columns: repeat(${columns}, 384px); gap: 20px 24px; padding: 16px; align-items: start`;
  document.body.style.cssText = "inline-size: auto; max-inline-size: none; display: block";
  for (const [cause, shown] of [...found].sort(([left], [right]) => left.localeCompare(right))) {
    const cell = document.createElement("section");
    const name = document.createElement("p");
    name.textContent = cause;
    name.style.cssText = "font: 12px monospace; margin: 0 0 4px";
    const group = { latest: shown, count: 1, cases: [shown], earlier: 0 };
    const context = { words, view: surface, page: () => "#", buttons: buttons.buttonsFor(words, -1, () => undefined) };
    cell.append(name, surface === "toast" ? toast.card(toaster.textOf(shown, words, "person"), () => undefined) : view.card(group, context));
    grid.append(cell);
  }
  document.body.replaceChildren(grid);
  return found.size;
}
