import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../tables/read-table.ts';
import { normaliseHeading } from '../text/normalise.ts';
import { type CountKind, type ResultsFinder, type RowResults, countKinds } from '../types/results.ts';
import { decimalSignIn, numberIn } from './number-cells.ts';
import { rateOf, shrunkRate } from './rates.ts';

/** A row of `results.csv`, as far as the ranking takes it. */
interface KeptRow {
  file: string;
  network: string;
  resource: string;
  url: string;
  measure: CountKind | null;
  visits: number | null;
  conversions: number | null;
  clicks: number | null;
}

/** The file that stands for all in the ranking: the first one that tells visits, else visitors, views or conversions. */
export function mainFileOf(rows: readonly Pick<KeptRow, 'file' | 'measure'>[]): string | null {
  for (const measure of ['visits', 'visitors', 'views', null]) {
    const first = rows.find((row) => row.measure === measure);
    if (first) return first.file;
  }
  return null;
}

/**
 * What `results.csv` in a folder tells of each resource: visits and conversions of the one file that stands for all, and
 * clicks of the first one that tells them. Links to one resource are added up, files are not.
 * @param folder the output folder; null for none
 * @throws UserError like `openTable`
 */
export async function keptResults(folder: string | null): Promise<ResultsFinder> {
  const path = folder === null ? null : join(folder, 'results.csv');
  if (path === null || !existsSync(path)) return () => null;
  const rows = await keptRows(path);
  const main = mainFileOf(rows.filter(({ measure }) => measure !== 'clicks'));
  const own = rows.filter(({ file }) => file === main);
  const whole = own.filter((row) => row.visits !== null && row.conversions !== null);
  const [visits, conversions] = [sum(whole, 'visits'), sum(whole, 'conversions')];
  const common = visits === null || conversions === null || visits === 0 ? null : conversions / visits;
  const byName = new Map<string, KeptRow[]>();
  for (const row of rows) {
    for (const key of new Set([`${row.network}:${row.resource}`, row.url])) {
      if (key !== '') byName.set(key, [...(byName.get(key) ?? []), row]);
    }
  }
  return ({ network, name, url }) => {
    const found = byName.get(`${network}:${name}`) ?? byName.get(url);
    return found ? resultsOf(found, main, common) : null;
  };
}

function resultsOf(rows: readonly KeptRow[], main: string | null, common: number | null): RowResults {
  const own = rows.filter(({ file }) => file === main);
  const clicked = rows.filter(({ measure }) => measure === 'clicks');
  const measure = own[0]?.measure ?? null;
  const visits = sum(own, 'visits');
  const conversions = sum(own, 'conversions');
  const rate = rateOf(measure, visits, conversions);
  const isKnown = rate.conversionRate !== null && common !== null && visits !== null && conversions !== null;
  return {
    file: own.length > 0 ? main : null,
    measure,
    visits,
    conversions,
    ...rate,
    conversionRateShrunk: isKnown ? shrunkRate(conversions, visits, common) : null,
    clicks: sum(
      clicked.filter(({ file }) => file === clicked[0]?.file),
      'clicks',
    ),
  };
}

function sum(rows: readonly KeptRow[], field: 'visits' | 'conversions' | 'clicks'): number | null {
  const known = rows.flatMap((row) => row[field] ?? []);
  return known.length === 0 ? null : known.reduce((all, value) => all + value, 0);
}

async function keptRows(path: string): Promise<KeptRow[]> {
  const [heading = [], ...rows] = await cellsOf(readTable(path));
  const headings = heading.map(normaliseHeading);
  const numbers = headings.flatMap((name, at) => (/^(?:visits|conversion.*|clicks)$/.test(name) ? [at] : []));
  const sign = decimalSignIn(rows.flatMap((cells) => numbers.map((at) => cells[at] ?? '')));
  return rows.map((cells) => {
    const cell = (name: string): string => (cells[headings.indexOf(name)] ?? '').replace(/^'/, '');
    const number = (name: string): number | null => numberIn(cell(name), sign);
    return {
      file: cell('file'),
      network: cell('network'),
      resource: cell('resource'),
      url: cell('url'),
      measure: countKinds.find((kind) => kind === cell('measure')) ?? null,
      visits: number('visits'),
      conversions: number('conversions'),
      clicks: number('clicks'),
    };
  });
}

async function cellsOf(rows: AsyncIterable<{ cells: string[] }>): Promise<string[][]> {
  const found: string[][] = [];
  for await (const { cells } of rows) found.push(cells);
  return found;
}
