import type { PaidPlacement } from '../types/input.ts';
import type { Expense, Teaser } from '../types/report.ts';

/** What a paid placement cost, by the tags of its link; null where nobody wrote its price or its day. */
export function expenseOf({ price, currency, day, clicks }: PaidPlacement, teaser: Teaser): Expense | null {
  if (price === null || day === null) return null;
  const { utmSource, utmMedium, utmCampaign, utmTerm, utmContent } = teaser;
  return { date: day, utmSource, utmMedium, utmCampaign, utmTerm, utmContent, expenses: price, currency, clicks };
}
