import type { Columns, Role } from '../tables/headings.ts';
import type { ProfileName } from '../types/input.ts';
import { cellOf } from './cells.ts';
import { isNobody } from './nobody.ts';

/** What a row says of who it is about. */
export interface Mention {
  /** What the client list itself calls its clients; it comes before all else. */
  customer: string;
  /** The person's name, first name first where the parts have columns of their own. */
  name: string;
  /** The same name in other orders, or without its middle part. */
  otherNames: string[];
  /** A part of a name that stands alone, as a first name without a surname: many people have it. */
  partOfName: string;
  emails: string[];
  company: string;
  /** The person's account on LinkedIn, where nobody has two. */
  account: string;
}

/** Who a row is about; what stands for an empty cell names nobody. */
export function mentionIn(
  columns: Pick<Columns, 'having'>,
  cells: readonly string[],
  profiles: readonly ProfileName[] = [],
): Mention {
  const named = (role: Role): string => {
    const cell = cellOf(columns, cells, role);
    return isNobody(cell) ? '' : cell;
  };
  const [first, middle, last] = [named('first_name'), named('middle_name'), named('last_name')];
  const parts = joined(first, middle, last);
  const whole = named('name');
  const isWhole = first !== '' && last !== '';
  const orders = isWhole
    ? [parts, joined(first, last), joined(last, first), joined(last, first, middle)]
    : [turned(whole)];
  // Whoever writes a name into the column of addresses means it as one.
  const inEmail = named('email');
  const name = whole || (isWhole ? parts : '') || (inEmail.includes('@') ? '' : inEmail);
  return {
    customer: named('customer'),
    name,
    otherNames: [...new Set(orders)].filter((each) => each !== '' && each !== name),
    partOfName: name === '' ? parts : '',
    emails: columns.having('email').flatMap((index) => emailsIn(cells[index] ?? '')),
    company: named('company'),
    account: profiles.find(({ network }) => network === 'linkedin')?.name ?? '',
  };
}

/**
 * What a table of follows calls who follows: the first that is filled of customer, name, e-mail and company. Empty where
 * it names nobody.
 */
export const customerIn = (columns: Pick<Columns, 'having'>, cells: readonly string[]): string =>
  callName(mentionIn(columns, cells));

/** The first e-mail address of a row that calls its customer something else; null where there is none. */
export function emailBeside(columns: Pick<Columns, 'having'>, cells: readonly string[]): string | null {
  const mention = mentionIn(columns, cells);
  const [email = null] = mention.emails;
  return email === callName(mention) ? null : email;
}

/** The one word for who a row is about. */
export const callName = ({ customer, name, partOfName, emails, company }: Mention): string =>
  customer || name || emails[0] || partOfName || company;

const joined = (...parts: string[]): string => parts.filter(Boolean).join(' ');

/** `Quince, Anna` as `Anna Quince`. */
function turned(name: string): string {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim());
  return first === '' || more.length > 0 ? '' : `${first} ${last}`;
}

const emailsIn = (cell: string): string[] => cell.split(/[\s,;|]+/).filter((each) => each.includes('@'));
