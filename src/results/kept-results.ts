import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../tables/read-table.ts';
import { normaliseHeading } from '../text/normalise.ts';
import { type KeptResult, type ResultsFinder, type RowResults, countKinds } from '../types/results.ts';
import { decimalSignIn, numberIn } from './number-cells.ts';
import { rateOf, shrunkRate } from './rates.ts';

/** Where results are kept, in the output folder. */
export const resultsFile = 'results.csv';

/** The file that stands for all in the ranking: the first one that tells visits, else visitors, views or conversions. */
export function mainFileOf(rows: readonly Pick<KeptResult, 'file' | 'measure'>[]): string | null {
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
  const rows = folder === null ? [] : await keptRows(folder);
  if (rows.length === 0) return () => null;
  const main = mainFileOf(rows.filter(({ measure }) => measure !== 'clicks'));
  const own = rows.filter(({ file }) => file === main);
  const [visits, conversions] = wholeOf(own);
  const common = visits === null || conversions === null || visits === 0 ? null : conversions / visits;
  const byName = new Map<string, KeptResult[]>();
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

/** Visits and conversions of those links of which both are known: a rate rests on these. */
function wholeOf(rows: readonly KeptResult[]): [visits: number | null, conversions: number | null] {
  const whole = rows.filter((row) => row.visits !== null && row.conversions !== null);
  return [sum(whole, 'visits'), sum(whole, 'conversions')];
}

function resultsOf(rows: readonly KeptResult[], main: string | null, common: number | null): RowResults {
  const own = rows.filter(({ file }) => file === main);
  const clicked = rows.filter(({ measure }) => measure === 'clicks');
  const measure = own[0]?.measure ?? null;
  const visits = sum(own, 'visits');
  const conversions = sum(own, 'conversions');
  const [ratedVisits, rated] = wholeOf(own);
  const rate = rated === null ? rateOf(measure, visits, null) : rateOf(measure, ratedVisits, rated);
  const isKnown = rate.conversionRate !== null && common !== null && ratedVisits !== null && rated !== null;
  return {
    file: own.length > 0 ? main : null,
    measure,
    visits,
    conversions,
    ...rate,
    conversionRateShrunk: isKnown ? shrunkRate(rated, ratedVisits, common) : null,
    clicks: sum(
      clicked.filter(({ file }) => file === clicked[0]?.file),
      'clicks',
    ),
  };
}

function sum(rows: readonly KeptResult[], field: 'visits' | 'conversions' | 'clicks'): number | null {
  const known = rows.flatMap((row) => row[field] ?? []);
  return known.length === 0 ? null : known.reduce((all, value) => all + value, 0);
}

/** The rows of `results.csv` in a folder, as an earlier call wrote them; none without it. @throws UserError like `openTable` */
export async function keptRows(folder: string): Promise<KeptResult[]> {
  const path = join(folder, resultsFile);
  if (!existsSync(path)) return [];
  const [heading = [], ...rows] = await cellsOf(readTable(path));
  const headings = heading.map(normaliseHeading);
  const numbers = headings.flatMap((name, at) => (/^(?:visits|conversion.*|clicks)$/.test(name) ? [at] : []));
  const sign = decimalSignIn(rows.flatMap((cells) => numbers.map((at) => cells[at] ?? '')));
  return rows.map((cells) => {
    const cell = (name: string): string => (cells[headings.indexOf(name)] ?? '').replace(/^'/, '');
    const number = (name: string): number | null => numberIn(cell(name), sign);
    const measure = countKinds.find((kind) => kind === cell('measure')) ?? null;
    const [visits, conversions] = [number('visits'), number('conversions')];
    const { enough, ...rate } = rateOf(measure, visits, conversions);
    return {
      file: cell('file'),
      tool: cell('tool') || null,
      network: cell('network'),
      resource: cell('resource'),
      url: cell('url'),
      utmContent: cell('utm_content'),
      measure,
      visits,
      conversions,
      ...rate,
      enough: measure === 'clicks' ? null : enough,
      clicks: number('clicks'),
      shortLink: cell('short_link') || null,
    };
  });
}

async function cellsOf(rows: AsyncIterable<{ cells: string[] }>): Promise<string[][]> {
  const found: string[][] = [];
  for await (const { cells } of rows) found.push(cells);
  return found;
}
