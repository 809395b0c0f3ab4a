/**
 * Waiting in documents that other documents may replace at any moment.
 */

/** @typedef {import("puppeteer-core").Page} Page */

/** A driver waits for what is to come, for so long at most. */
export const PATIENCE = 120_000;
/** How the browsers put it that a document was replaced while it was looked at. */
const GONE = /context was destroyed|detached|no such frame|in' should be an object|DiscardedBrowsingContext|navigat/iu;
/**
 * Pages in the background draw no frames, which is what the driver would look at otherwise. And a document that has gone
 * does not always say so: after this long the waiting begins anew in the one that stands there then.
 */
const LOOK = { polling: 50, timeout: 3_000 };

/**
 * Kept when this holds in the page, whatever documents come and go there meanwhile.
 * @template {unknown[]} A
 * @template R
 * @param {Page} page
 * @param {(...args: A) => R} holds
 * @param {A} args
 * @returns {Promise<Awaited<R>>} What it answered: no empty value.
 */
export async function until(page, holds, ...args) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      const held = await page.waitForFunction(/** @type {any} */ (holds), LOOK, ...args);
      return /** @type {any} */ (await held.jsonValue());
    } catch (error) {
      // The document that was waited in has gone, and the waiting with it.
      if (performance.now() > end || page.isClosed()) throw new Error(`waited in vain at ${page.url()} for ${holds}`, { cause: error });
    }
  }
}

/**
 * What a function sees in the page's document. Where that document goes meanwhile it is asked in the one that follows.
 * @template {unknown[]} A
 * @template R
 * @param {Page} page
 * @param {(...args: A) => R} see
 * @param {A} args
 * @returns {Promise<Awaited<R>>}
 */
export async function look(page, see, ...args) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return /** @type {any} */ (await page.evaluate(/** @type {any} */ (see), ...args));
    } catch (error) {
      if (performance.now() > end || page.isClosed() || !GONE.test(String(error))) throw error;
      await until(page, () => document.readyState !== "loading");
    }
  }
}
