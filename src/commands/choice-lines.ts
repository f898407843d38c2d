import { table } from '../terminal/table.ts';
import type { ChoicePlan } from '../types/report.ts';

/** What to choose, and how far it reaches. */
export function planLines({ network, order, reason, tested, customers_readable: n, resources }: ChoicePlan): string {
  const last = resources.at(-1);
  if (!last) return '';
  const of = network === null ? '' : ` on ${network}`;
  const own = last.covered === null ? '' : `: ${last.covered} of ${n} of your clients`;
  const share = last.reach_new_clients;
  const fresh = share === null ? '' : `, ${Math.round(share * tested)} of ${tested} of new ones`;
  const steps = resources.map((each) => [
    `${each.step}.`,
    each.title ?? each.resource,
    each.new_customers === null ? '' : `+${each.new_customers} clients`,
    each.covered === null ? '' : `${each.covered} of ${n} so far`,
    each.reach_new_clients === null ? '' : `${Math.round(each.reach_new_clients * 100)} % of new ones`,
  ]);
  const how = order === 'greedy' ? '' : `${reason}\n`;
  return `choose these ${resources.length}${of} (choice.csv)${own}${fresh}\n${table(steps)}${how}`;
}
