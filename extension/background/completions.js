/**
 * Listens to how requests end, for as long as an answer to a challenge may be on its way.
 * Where Chromium answers a challenge by itself it shows the 401 and then only the end of the request.
 * Listening to every end of every request would cost each page something, so it is done at need.
 */

const WAIT = 10_000;

export class Completions {
  /**
   * @param {() => void} start
   * @param {() => void} stop
   */
  constructor(start, stop) {
    this.start = start;
    this.stop = stop;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** A challenge was seen. */
  expect() {
    if (this.timer === undefined) this.start();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.stop();
    }, WAIT);
  }
}
