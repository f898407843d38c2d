import type { KeyPair } from './followers.ts';

/** Words of a place: both halves of the key, the last customer plus one, and how many customers. Four share a cache line. */
const words = 4;
const [lowWord, highWord, lastWord, countWord] = [0, 1, 2, 3] as const;

/**
 * Counts distinct customers per 64-bit resource key, in one table with open addressing. Lists must come customer by
 * customer: a key counts once for each run of the same customer. What was counted is numbered when it is first looked up;
 * nothing is added after that.
 */
export class Tally {
  /** Distinct keys so far. */
  size = 0;
  #table: Uint32Array;
  #counts: Uint32Array | null = null;
  /** What was read in advance: reads that nobody uses are left out. */
  readAhead = 0;

  constructor(expected = 1024) {
    this.#table = new Uint32Array(words * 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2))));
  }

  /** @param keys pairs of 32-bit halves, low before high */
  add(keys: Uint32Array, customer: number): void {
    if (this.#counts) throw new Error('the tally is closed');
    // All of them have room, so that no place moves while they are met.
    while ((this.size + keys.length / 2) * 10 > (this.#table.length / words) * 7) this.#grow();
    this.#touch(keys);
    const table = this.#table;
    const [mask, end, last] = [table.length - 1, keys.length, customer + 1];
    let fresh = 0;
    for (let at = 0; at < end; at += 2) {
      const low = keys[at] ?? 0;
      const high = keys[at + 1] ?? 0;
      // As in `#place`, which costs a call here: this is where counting spends its time.
      for (let place = (mixed(low, high) * words) & mask; ; place = (place + words) & mask) {
        const count = table[place + countWord] ?? 0;
        if (count === 0) {
          table[place + lowWord] = low;
          table[place + highWord] = high;
          table[place + lastWord] = last;
          table[place + countWord] = 1;
          fresh += 1;
          break;
        }
        if (table[place + lowWord] !== low || table[place + highWord] !== high) continue;
        if (table[place + lastWord] !== last) {
          table[place + lastWord] = last;
          table[place + countWord] = count + 1;
        }
        break;
      }
    }
    this.size += fresh;
  }

  /** The number of a key, 0 to `size` - 1, or -1. */
  find(low: number, high: number): number {
    this.#close();
    const place = this.#place(low, high);
    return this.#table[place + countWord] === 0 ? -1 : (this.#table[place + lastWord] ?? 0);
  }

  /** The numbers of these keys, or -1. */
  findAll(keys: Uint32Array): Int32Array {
    this.#close();
    this.#touch(keys);
    const numbers = new Int32Array(keys.length / 2);
    for (let at = 0; at < numbers.length; at++) numbers[at] = this.find(keys[at * 2] ?? 0, keys[at * 2 + 1] ?? 0);
    return numbers;
  }

  /** The keys with these numbers. */
  keysOf(numbers: ReadonlySet<number>): Map<number, KeyPair> {
    this.#close();
    const table = this.#table;
    const keys = new Map<number, KeyPair>();
    for (let place = 0; place < table.length; place += words) {
      const number = table[place + lastWord] ?? 0;
      if (table[place + countWord] === 0 || !numbers.has(number)) continue;
      keys.set(number, [table[place + lowWord] ?? 0, table[place + highWord] ?? 0]);
    }
    return keys;
  }

  /** All keys by number, low half before high. */
  keys(): Uint32Array {
    this.#close();
    const keys = new Uint32Array(this.size * 2);
    const table = this.#table;
    let at = 0;
    // Places are numbered in their order.
    for (let place = 0; place < table.length; place += words) {
      if (table[place + countWord] === 0) continue;
      keys[at++] = table[place + lowWord] ?? 0;
      keys[at++] = table[place + highWord] ?? 0;
    }
    return keys;
  }

  countOf(number: number): number {
    return this.counts()[number] ?? 0;
  }

  /** How many customers follow each, by number. */
  counts(): Uint32Array {
    return this.#close();
  }

  /** From here on a place has its key's number where the last customer was. */
  #close(): Uint32Array {
    if (this.#counts) return this.#counts;
    const counts = new Uint32Array(this.size);
    const table = this.#table;
    let number = 0;
    for (let place = 0; place < table.length; place += words) {
      const count = table[place + countWord] ?? 0;
      if (count === 0) continue;
      counts[number] = count;
      table[place + lastWord] = number++;
    }
    this.#counts = counts;
    return counts;
  }

  /** Brings the places into the cache: reads that wait for none before them are made at once. */
  #touch(keys: Uint32Array): void {
    const table = this.#table;
    const mask = table.length / words - 1;
    let read = 0;
    for (let at = 0; at < keys.length; at += 2)
      read |= table[(mixed(keys[at] ?? 0, keys[at + 1] ?? 0) & mask) * words] ?? 0;
    this.readAhead = read;
  }

  /** Where the key stands, or the free place where it belongs. */
  #place(low: number, high: number): number {
    const table = this.#table;
    const mask = table.length / words - 1;
    let place = mixed(low, high) & mask;
    for (;;) {
      const at = place * words;
      if (table[at + countWord] === 0 || (table[at + lowWord] === low && table[at + highWord] === high)) return at;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    const before = this.#table;
    this.#table = new Uint32Array(before.length * 2);
    for (let from = 0; from < before.length; from += words) {
      if (before[from + countWord] === 0) continue;
      const place = this.#place(before[from] ?? 0, before[from + 1] ?? 0);
      for (let word = 0; word < words; word++) this.#table[place + word] = before[from + word] ?? 0;
    }
  }
}

const mixed = (low: number, high: number): number => low ^ Math.imul(high, 0x9e3779b1);
