import { countIn } from '../text/counts.ts';
import { type Columns, type Role, namingRoles } from '../tables/headings.ts';

/** What the columns of a table of follows may be; where a heading could be several, the earlier one wins. */
export const followRoles: Role[] = [
  'customer',
  'email',
  'resource',
  'title',
  'subscribers',
  'network',
  'via',
  'asked',
  ...namingRoles.filter((role) => role !== 'customer' && role !== 'email'),
  'segment',
];

/** The first filled cell with a role, in the order of the file. */
export function cellOf(columns: Pick<Columns, 'having'>, cells: readonly string[], role: Role): string {
  for (const index of columns.having(role)) {
    const cell = cells[index];
    if (cell) return cell;
  }
  return '';
}

/** A number of subscribers: `12 500`, `12,500` and `12.500` are whole numbers with their thousands set apart. */
export function subscribersOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  return /^\d{1,3}([\s,.'’]\d{3})+$/u.test(text) ? Number(text.replaceAll(/\D/g, '')) : countIn(text);
}
