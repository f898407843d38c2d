/** Two-sided 95 % quantile of the normal distribution. */
const z = 1.959963984540054;

/**
 * Wilson's score interval for a share of `k` in `n`, 95 %.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilsonInterval(k: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const share = k / n;
  const middle = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

export interface Chance {
  /** Customers that would follow the resource if they followed at random like everybody in the network. */
  expected: number;
  /** Customers that do, over the expected; null where nothing is expected. */
  lift: number | null;
  /** Lift drawn towards 1, so that a tiny page with one customer does not lead: (k + 1) / (expected + 1). */
  shrunkLift: number;
  /** A page that everybody follows: at least one customer is expected by chance, or it has over 1 % of the network. */
  massPage: boolean;
}

/** What chance alone would give `n` customers for a resource with this share of a network's accounts. */
export function chanceOf(k: number, n: number, subscribers: number | null, accounts: number | null): Chance | null {
  if (subscribers === null || accounts === null) return null;
  const expected = (n * subscribers) / accounts;
  return {
    expected,
    lift: expected > 0 ? k / expected : null,
    shrunkLift: (k + 1) / (expected + 1),
    massPage: expected >= 1 || subscribers / accounts > 0.01,
  };
}
