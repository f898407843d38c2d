/**
 * Decimals to print a number with: `least`, and more where it is so small that it would look like 0: 1 of 24,631.
 * @param kept digits that a number keeps where the usual decimals would leave it fewer than two
 */
export function decimalsFor(value: number, least: number, kept = 3): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 10 ** (1 - least)) return least;
  return Math.min(100, kept - 1 - Math.floor(Math.log10(size)));
}
