/**
 * The last things that happened, within a cap of number and age.
 * @template {{started: number}} T
 */
export class Ring {
  /**
   * @param {number} cap How many are kept.
   * @param {number} age How long one is kept, in milliseconds.
   */
  constructor(cap, age) {
    this.cap = cap;
    this.age = age;
    /** @type {T[]} */
    this.items = [];
  }

  /** @param {T} item */
  push(item) {
    this.items.push(item);
    if (this.items.length > this.cap * 2) this.trim(item.started);
  }

  /**
   * What is kept, oldest first.
   * @param {number} now
   */
  list(now) {
    this.trim(now);
    return this.items;
  }

  /** @param {number} now */
  trim(now) {
    const young = this.items.filter((item) => now - item.started <= this.age);
    this.items = young.slice(-this.cap);
  }
}
