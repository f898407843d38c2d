/** Places of the largest table: 64 MiB. Beyond half of them all is forgotten, and met anew. */
const mostPlaces = 2 ** 24;

/**
 * Remembers which lines were written, each by one number of 32 bits: of two lines with the same number the second counts
 * as seen, which costs time where it is read, and nothing else.
 */
export class SeenLines {
  #table = new Int32Array(1024);
  #size = 0;

  /** @returns whether it is new */
  add(number: number): boolean {
    // Zero marks a free place.
    const wanted = number | 0 || 1;
    const place = this.#place(this.#table, wanted);
    if (this.#table[place] === wanted) return false;
    this.#table[place] = wanted;
    this.#size += 1;
    if (this.#size * 2 > this.#table.length) this.#grow();
    return true;
  }

  #place(table: Int32Array, wanted: number): number {
    const mask = table.length - 1;
    let place = (Math.imul(wanted, 0x9e3779b1) >>> 7) & mask;
    while (table[place] !== 0 && table[place] !== wanted) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    if (this.#table.length >= mostPlaces) {
      this.#table = new Int32Array(1024);
      this.#size = 0;
      return;
    }
    const larger = new Int32Array(this.#table.length * 2);
    for (const number of this.#table) if (number !== 0) larger[this.#place(larger, number)] = number;
    this.#table = larger;
  }
}
