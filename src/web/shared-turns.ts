/** The limits of one host, kept together with other machines that have the same token. */
export interface SharedTurns {
  /** Takes the turn of a request: 0, or in how many milliseconds one may be due. */
  take(url: URL): Promise<number>;
  /**
   * A request that took its turn has ended: what its answer told of the allowance, in how many milliseconds that is
   * renewed, and for how many the host rests.
   */
  ended(url: URL, told: { remaining: number | null; untilMs: number | null; coolMs: number | null }): void;
}
