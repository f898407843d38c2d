const chunkBytes = 2 ** 20;

/** Texts outside of the heap, each found again by a number: millions of them cost no time of the garbage collector. */
export class Texts {
  #chunks: Buffer[] = [Buffer.allocUnsafe(chunkBytes)];
  /** Number 0 stands for no text. */
  #used = 4;

  /** @returns its number, at least 1 */
  add(text: string): number {
    const bytes = Buffer.byteLength(text);
    if (this.#used + 4 + bytes > this.#last.length) {
      this.#chunks.push(Buffer.allocUnsafe(Math.max(chunkBytes, 4 + bytes)));
      this.#used = 0;
    }
    const at = this.#used;
    this.#last.writeUInt32LE(bytes, at);
    this.#last.write(text, at + 4);
    // Numbers are multiples of four bytes: 32 bits reach sixteen gigabytes far.
    this.#used = Math.ceil((at + 4 + bytes) / 4) * 4;
    return ((this.#chunks.length - 1) * chunkBytes + at) / 4;
  }

  get(number: number): string {
    const chunk = this.#chunks[Math.floor((number * 4) / chunkBytes)];
    const at = (number * 4) % chunkBytes;
    return chunk ? chunk.toString('utf8', at + 4, at + 4 + chunk.readUInt32LE(at)) : '';
  }

  get #last(): Buffer {
    return this.#chunks.at(-1) ?? Buffer.alloc(0);
  }
}
