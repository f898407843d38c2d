import { countIn } from '../text/counts.ts';
import type { Columns, Role } from '../tables/headings.ts';

/** What the columns of a table of follows may be; where a heading could be several, the earlier one wins. */
export const followRoles: Role[] = [
  'customer',
  'email',
  'resource',
  'title',
  'subscribers',
  'network',
  'name',
  'first_name',
  'last_name',
];

/** Roles that say who a row is about. */
export const namingRoles: Role[] = ['customer', 'email', 'name', 'first_name', 'last_name'];

/** The first filled cell with a role, in the order of the file. */
export function cellOf(columns: Columns, cells: readonly string[], role: Role): string {
  for (const index of columns.having(role)) {
    const cell = cells[index];
    if (cell) return cell;
  }
  return '';
}

/**
 * Who a row is about: the first filled column among customer, e-mail and name; a first and a last name are one name.
 * Empty where it names nobody.
 */
export const customerIn = (columns: Columns, cells: readonly string[]): string =>
  cellOf(columns, cells, 'customer') ||
  cellOf(columns, cells, 'email').split(/[\s,;|]/, 1)[0] ||
  cellOf(columns, cells, 'name') ||
  [cellOf(columns, cells, 'first_name'), cellOf(columns, cells, 'last_name')].filter(Boolean).join(' ');

/** A number of subscribers: `12 500`, `12,500` and `12.500` are whole numbers with their thousands set apart. */
export function subscribersOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  return /^\d{1,3}([\s,.'’]\d{3})+$/u.test(text) ? Number(text.replaceAll(/\D/g, '')) : countIn(text);
}
