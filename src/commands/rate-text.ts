import { type LinkResult, enoughVisits } from '../types/results.ts';

/** `1 visit`, `12 conversions`, `conversions unknown`. */
export function countText(count: number | null, things: string): string {
  if (count === null) return `${things} unknown`;
  return `${count} ${count === 1 ? things.replace(/s$/, '') : things}`;
}

/** The rate with its interval; or that there are too few visits for one. */
export function rateText({
  conversionRate: rate,
  conversionRateLow: low,
  conversionRateHigh: high,
  enough,
}: Pick<LinkResult, 'conversionRate' | 'conversionRateLow' | 'conversionRateHigh' | 'enough'>): string {
  if (rate === null) return '';
  if (!enough) return `not enough data (under ${enoughVisits})`;
  return low === null || high === null ? percent(rate) : `${percent(rate)} (${percent(low)} to ${percent(high)})`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
