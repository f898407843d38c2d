/**
 * Counts distinct customers per 64-bit resource key, in one table of typed arrays with open addressing.
 * Lists must come customer by customer: a key counts once for each run of the same customer.
 */
export class Tally {
  /** Distinct keys so far; slots are numbered 0..size-1 in the order in which keys were first met. */
  size = 0;
  #index: Int32Array;
  #low: Uint32Array;
  #high: Uint32Array;
  #count: Uint32Array;
  #last: Int32Array;

  constructor(expected = 1024) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#index = new Int32Array(places).fill(-1);
    this.#low = new Uint32Array(places / 2);
    this.#high = new Uint32Array(places / 2);
    this.#count = new Uint32Array(places / 2);
    this.#last = new Int32Array(places / 2).fill(-1);
  }

  /** @param keys pairs of 32-bit halves, low before high */
  add(keys: Uint32Array, customer: number): void {
    for (let at = 0; at < keys.length; at += 2) {
      const slot = this.#slotFor(keys[at] ?? 0, keys[at + 1] ?? 0);
      if (this.#last[slot] !== customer) {
        this.#last[slot] = customer;
        this.#count[slot] = (this.#count[slot] ?? 0) + 1;
      }
    }
  }

  /** The slot of a key, or -1. */
  find(low: number, high: number): number {
    return this.#index[this.#place(low, high)] ?? -1;
  }

  countOf(slot: number): number {
    return this.#count[slot] ?? 0;
  }

  #slotFor(low: number, high: number): number {
    let place = this.#place(low, high);
    const known = this.#index[place] ?? -1;
    if (known >= 0) return known;
    if (this.size === this.#low.length) {
      this.#grow();
      place = this.#place(low, high);
    }
    const slot = this.size++;
    this.#index[place] = slot;
    this.#low[slot] = low;
    this.#high[slot] = high;
    return slot;
  }

  /** Where the key stands in the index, or the free place where it belongs. */
  #place(low: number, high: number): number {
    const mask = this.#index.length - 1;
    let place = (low ^ Math.imul(high, 0x9e3779b1)) & mask;
    for (;;) {
      const slot = this.#index[place] ?? -1;
      if (slot < 0 || (this.#low[slot] === low && this.#high[slot] === high)) return place;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    this.#low = longer(this.#low);
    this.#high = longer(this.#high);
    this.#count = longer(this.#count);
    const last = new Int32Array(this.#low.length).fill(-1);
    last.set(this.#last);
    this.#last = last;
    this.#index = new Int32Array(this.#index.length * 2).fill(-1);
    for (let slot = 0; slot < this.size; slot++) {
      this.#index[this.#place(this.#low[slot] ?? 0, this.#high[slot] ?? 0)] = slot;
    }
  }
}

function longer(from: Uint32Array): Uint32Array {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
}
