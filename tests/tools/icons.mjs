/**
 * Draws the extension's icons from their SVG files, in every size that the manifest names.
 *
 * node tests/tools/icons.mjs
 */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import puppeteer from "puppeteer-core";

import { CHROMIUM, CHROMIUM_FLAGS } from "./browsers.mjs";

const FOLDER = fileURLToPath(new URL("../../extension/icons/", import.meta.url));
const TOOLBAR = [16, 24, 32, 48];

/** `icon` stands for the extension, `quiet` in the toolbar, and `hollow` there where it does not watch. */
const ICONS = Object.freeze([
  { name: "icon", sizes: [...TOOLBAR, 64, 128], file: (/** @type {number} */ size) => `${size}.png` },
  { name: "quiet", sizes: TOOLBAR, file: (/** @type {number} */ size) => `quiet-${size}.png` },
  { name: "hollow", sizes: TOOLBAR, file: (/** @type {number} */ size) => `hollow-${size}.png` },
]);

const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
try {
  const [page = await browser.newPage()] = await browser.pages();
  for (const { name, sizes, file } of ICONS) {
    const drawing = await readFile(`${FOLDER}${name}.svg`, "base64");
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(`<style>html, body, img { margin: 0; display: block; inline-size: ${size}px; block-size: ${size}px; background: none }</style><img src="data:image/svg+xml;base64,${drawing}" alt="">`);
      await page.screenshot({ path: /** @type {`${string}.png`} */ (`${FOLDER}${file(size)}`), omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
