/**
 * Waits with what may yet mend itself, and tells when nothing of a tab is pending any more.
 */
export class Settle {
  /**
   * @param {(tab: number, id: string) => Promise<void>} run Called when a case has waited long enough.
   * @param {(error: unknown) => void} failed Hears of work that failed.
   */
  constructor(run, failed) {
    this.run = run;
    this.failed = failed;
    /** @type {Map<string, ReturnType<typeof setTimeout>>} */
    this.timers = new Map();
    /** @type {Map<number, number>} */
    this.busy = new Map();
    /** @type {Map<number, (() => void)[]>} */
    this.waiters = new Map();
  }

  /**
   * @param {number} tab
   * @param {string} id
   * @param {number} due In milliseconds; one that has passed is run at once.
   */
  schedule(tab, id, due) {
    if (this.timers.has(id)) return;
    const run = async () => {
      this.timers.delete(id);
      await this.run(tab, id).catch(this.failed);
      this.end(tab);
    };
    this.begin(tab);
    this.timers.set(id, setTimeout(run, Math.max(0, due - Date.now())));
  }

  /**
   * @param {number} tab
   * @param {string} id
   */
  cancel(tab, id) {
    const timer = this.timers.get(id);
    if (timer === undefined) return;
    clearTimeout(timer);
    this.timers.delete(id);
    this.end(tab);
  }

  /**
   * Keeps a tab unsettled while some work is done.
   * @param {number} tab
   * @param {() => Promise<unknown>} work
   * @returns {Promise<boolean>} Whether it was done.
   */
  async during(tab, work) {
    this.begin(tab);
    const done = await work().then(() => true, (error) => {
      this.failed(error);
      return false;
    });
    this.end(tab);
    return done;
  }

  /**
   * Kept when nothing of the tab is pending: what began while this was told counts too.
   * @param {number} tab
   * @returns {Promise<void>}
   */
  async settled(tab) {
    while (this.busy.get(tab)) {
      await new Promise((/** @type {(value?: undefined) => void} */ keep) => {
        this.waiters.set(tab, [...(this.waiters.get(tab) ?? []), keep]);
      });
    }
  }

  /** @param {number} tab */
  begin(tab) {
    this.busy.set(tab, (this.busy.get(tab) ?? 0) + 1);
  }

  /** @param {number} tab */
  end(tab) {
    const left = (this.busy.get(tab) ?? 1) - 1;
    if (left > 0) {
      this.busy.set(tab, left);
      return;
    }
    this.busy.delete(tab);
    const waiting = this.waiters.get(tab) ?? [];
    this.waiters.delete(tab);
    for (const keep of waiting) keep();
  }
}
