import { wilsonInterval } from '../stages/statistics.ts';
import { type CountKind, enoughVisits } from '../types/results.ts';

/** How many of those who came did what was wanted. */
export interface Rate {
  conversionRate: number | null;
  conversionRateLow: number | null;
  conversionRateHigh: number | null;
  enough: boolean;
}

/**
 * Conversions for each visit, or each visitor, with Wilson's interval. Views are made many at a time, so they have no
 * rate; where one visit converts several times the rate is no share, and has no interval.
 */
export function rateOf(measure: CountKind | null, visits: number | null, conversions: number | null): Rate {
  const isRate = (measure === 'visits' || measure === 'visitors') && visits !== null && visits > 0;
  const enough = isRate && visits >= enoughVisits;
  if (!isRate || conversions === null) {
    return { conversionRate: null, conversionRateLow: null, conversionRateHigh: null, enough };
  }
  const conversionRate = conversions / visits;
  if (conversions > visits) return { conversionRate, conversionRateLow: null, conversionRateHigh: null, enough };
  const { low, high } = wilsonInterval(conversions, visits);
  return { conversionRate, conversionRateLow: low, conversionRateHigh: high, enough };
}
