/** Places that customers follow, and how many customers each would win beside those that are covered already. */
export class Board {
  /** How many customers that are not covered follow each place. */
  readonly gains: Int32Array;
  /** How many are covered. */
  covered = 0;
  readonly #followers: readonly (readonly number[])[];
  readonly #placesOf: number[][] = [];
  readonly #isCovered: Uint8Array;

  /** @param followers the customers of each place, by number, each once */
  constructor(followers: readonly (readonly number[])[]) {
    this.#followers = followers;
    this.gains = Int32Array.from(followers, ({ length }) => length);
    for (const [place, customers] of followers.entries()) {
      for (const customer of customers) (this.#placesOf[customer] ??= []).push(place);
    }
    this.#isCovered = new Uint8Array(this.#placesOf.length);
  }

  /** The places that a customer follows, in order. */
  placesOf(customer: number): readonly number[] {
    return this.#placesOf[customer] ?? [];
  }

  /** Customers that follow a place. */
  customers(): number[] {
    return Object.keys(this.#placesOf).map(Number);
  }

  /** Covers the customers of a place. @returns those who were not covered */
  take(place: number): number[] {
    const joined = (this.#followers[place] ?? []).filter((customer) => this.#isCovered[customer] === 0);
    this.#change(joined, 1);
    return joined;
  }

  /** Undoes the last `take`. @param joined what it returned */
  giveBack(joined: readonly number[]): void {
    this.#change(joined, 0);
  }

  #change(customers: readonly number[], isCovered: 0 | 1): void {
    const won = isCovered === 1 ? 1 : -1;
    for (const customer of customers) {
      this.#isCovered[customer] = isCovered;
      for (const place of this.placesOf(customer)) this.gains[place] = (this.gains[place] ?? 0) - won;
    }
    this.covered += won * customers.length;
  }
}
