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

/**
 * The rate drawn towards that of all links together, as if each had as many visits more as are enough to say something,
 * at the common rate: (conversions + m · common) / (visits + m). With few visits it is hardly more than the common rate,
 * and with many its own. The mean of a beta distribution after the data: A. Gelman et al., "Bayesian Data Analysis", third
 * edition (2013), section 2.4.
 */
export const shrunkRate = (conversions: number, visits: number, common: number): number =>
  (conversions + enoughVisits * common) / (visits + enoughVisits);
