import type { PaidPlacement, Problem } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { Role } from '../tables/headings.ts';
import { dayIn } from '../text/day.ts';
import { detach } from '../tables/detach.ts';
import { cellOf } from './cells.ts';
import { followedIn, notAResource } from './read-follows.ts';
import { type TableInput, fileNameOf, readRows } from './read-rows.ts';

const roles: Role[] = ['resource', 'network', 'price', 'currency', 'day', 'clicks', 'erid', 'title'];

/**
 * Reads the table of placements that are paid for. A price or a day that cannot be read is a problem; the placement is
 * paid for all the same.
 * @throws UserError where the file as a whole cannot be read
 */
export async function readPaidPlacements(
  input: TableInput,
  networks: readonly AnyNetwork[],
  signal?: AbortSignal,
): Promise<{ placements: PaidPlacement[]; problems: Problem[] }> {
  const file = fileNameOf(input);
  const placements: PaidPlacement[] = [];
  const problems: Problem[] = [];
  const overrides = { roles: new Map<string, string>(), found: new Set<string>() };
  const reading = { networks, overrides, encoding: null, delimiter: null, tables: [], problems, signal };
  await readRows(input, roles, [['resource']], reading, (row, columns) => {
    const { line, cells } = row;
    const { named, wrong } = followedIn(row, columns, networks);
    for (const { text, none } of wrong) problems.push({ file, line, ...notAResource(text, none) });
    const read = <Value>(role: Role, readCell: (text: string) => Value | null, whatToDo: string): Value | null => {
      const cell = cellOf(columns, cells, role).trim();
      if (cell === '') return null;
      const value = readCell(cell);
      if (value === null) {
        problems.push({
          file,
          line,
          value: detach(cell),
          problem: 'this cell of a paid placement cannot be read',
          whatToDo,
        });
      }
      return value;
    };
    const written = cellOf(columns, cells, 'price');
    const told = {
      price: read('price', amountIn, 'write the price in digits, e.g. 1500.50'),
      currency: read('currency', currencyIn, 'write its code, e.g. EUR') ?? currencyIn(written),
      day: read('day', dayIn, 'write the day as 2026-05-31'),
      clicks: read('clicks', amountIn, 'write how many there were in digits'),
      erid: detach(cellOf(columns, cells, 'erid').trim()) || null,
    };
    if (told.price !== null && told.day === null && named.length > 0) {
      problems.push({
        file,
        line,
        value: detach(written),
        problem: 'the price has no day; the placement is paid for, but not in metrica-expenses.csv',
        whatToDo: 'write the day of publication into the date column, e.g. 2026-05-31',
      });
    }
    placements.push(...named.map(({ resource }) => ({ resource, ...told })));
  });
  return { placements, problems };
}

/** `1 500,50 ₽`, `$1,500.50`, `1.500`: the last sign before one or two digits is the decimal one. */
function amountIn(text: string): number | null {
  const [shown = ''] = /\d[\d\s.,'’]*/.exec(text) ?? [];
  const digits = shown.replaceAll(/[\s'’]/g, '').replace(/[.,]$/, '');
  const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(digits) ?? [];
  if (!/^\d+$|^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(whole)) return null;
  return Number(`${whole.replaceAll(/\D/g, '')}.${fraction || '0'}`);
}

/** Signs and words of currencies that are written beside prices. */
const currencies: [code: string, signs: RegExp][] = [
  ['RUB', /₽|руб|\bр\./i],
  ['UAH', /₴|грн/i],
  ['EUR', /€|евро|євро|ευρώ/i],
  ['USD', /\$|долл/i],
  ['GBP', /£/],
  ['CHF', /\bfr\./i],
];

function currencyIn(text: string): string | null {
  const [code] = /\b[A-Z]{3}\b/.exec(text) ?? [];
  return code ?? currencies.find(([, signs]) => signs.test(text))?.[0] ?? null;
}
