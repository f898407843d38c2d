/** Ticks of a share axis that starts at 0 and reaches at least `max`: at most five steps of a round width. */
export function shareTicks(max: number): number[] {
  const step = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2].find((width) => width * 5 >= max) ?? 0.25;
  const steps = Math.max(1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

/** `1k`, `20k`, `3M`: round numbers as short as an axis needs them. */
export function short(value: number): string {
  if (value >= 1e9) return `${value / 1e9}G`;
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 1e3 ? `${value / 1e3}k` : String(value);
}

/** A share on an axis, with as many decimals as the step needs. */
export const tick = (share: number): string => `${Number((share * 100).toFixed(1))}\u00A0%`;

/** Round numbers up to `all`, six at most, `all` itself included. */
export function countTicks(all: number): number[] {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500].find((wide) => wide * 5 >= all) ?? Math.ceil(all / 5);
  const round = Array.from({ length: Math.ceil(all / step) - 1 }, (_, index) => (index + 1) * step);
  return [...round.filter((count) => all - count > step / 2), all];
}
