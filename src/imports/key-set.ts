import { hash } from 'node:crypto';

/** Bytes of one key. */
const keyBytes = 8;

/**
 * A set of texts that keeps 64 bits of the SHA-256 of each, in one piece of memory that a file can hold: what a table of
 * any length tells of is known without reading it again. Two texts are taken for one in 2^64 cases.
 */
export class KeySet {
  /** Pairs of 32-bit halves with open addressing; zeros mark a free place. */
  #table = new Uint32Array(2 * 1024);
  #size = 0;

  add(text: string): void {
    this.#addKey(...keyOf(text));
  }

  has(text: string): boolean {
    const [low, high] = keyOf(text);
    return this.#table[this.#place(low, high)] !== 0;
  }

  addAll(other: KeySet): void {
    const theirs = other.#table;
    for (let at = 0; at < theirs.length; at += 2) {
      const [low = 0, high = 0] = [theirs[at], theirs[at + 1]];
      if (low !== 0) this.#addKey(low, high);
    }
  }

  /** Whether it has all that another one has. */
  includes(other: KeySet): boolean {
    const theirs = other.#table;
    for (let at = 0; at < theirs.length; at += 2) {
      const [low = 0, high = 0] = [theirs[at], theirs[at + 1]];
      if (low !== 0 && this.#table[this.#place(low, high)] === 0) return false;
    }
    return true;
  }

  /** What `of` makes a set of again. */
  bytes(): Buffer {
    return Buffer.from(this.#table.buffer, this.#table.byteOffset, this.#table.byteLength);
  }

  /** @returns null where the bytes cannot be those of a set */
  static of(bytes: Uint8Array): KeySet | null {
    const places = bytes.length / keyBytes;
    if (places < 2 || !Number.isInteger(Math.log2(places))) return null;
    const set = new KeySet();
    set.#table = new Uint32Array(Uint8Array.from(bytes).buffer);
    for (let at = 0; at < set.#table.length; at += 2) if (set.#table[at] !== 0) set.#size += 1;
    return set.#size * 2 <= places ? set : null;
  }

  #addKey(low: number, high: number): void {
    const place = this.#place(low, high);
    if (this.#table[place] !== 0) return;
    this.#table[place] = low;
    this.#table[place + 1] = high;
    this.#size += 1;
    if (this.#size * 4 > this.#table.length) this.#grow();
  }

  /** Where the key stands, or the free place where it belongs. */
  #place(low: number, high: number): number {
    const mask = this.#table.length / 2 - 1;
    let place = low & mask;
    for (;;) {
      const [knownLow, knownHigh] = [this.#table[place * 2], this.#table[place * 2 + 1]];
      if (knownLow === 0 || (knownLow === low && knownHigh === high)) return place * 2;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    const before = this.#table;
    this.#table = new Uint32Array(before.length * 2);
    this.#size = 0;
    for (let at = 0; at < before.length; at += 2) {
      const [low = 0, high = 0] = [before[at], before[at + 1]];
      if (low !== 0) this.#addKey(low, high);
    }
  }
}

/** The halves of a key, the first of which is never zero. */
function keyOf(text: string): [low: number, high: number] {
  const digest = hash('sha256', text, 'hex');
  return [Number.parseInt(digest.slice(0, 8), 16) || 1, Number.parseInt(digest.slice(8, 16), 16)];
}
